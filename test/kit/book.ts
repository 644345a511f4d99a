// An open book in memory and the two things tests do with it: run acts, import files.

import type { Act } from '#shared/acts/act.ts';
import { importFile } from '#shared/acts/import-file.ts';
import { type Committed, commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { LogStore } from '#shared/change/store.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { dryRun, proposeImport } from '#shared/intake/dryrun.ts';
import type { ImportPlan } from '#shared/intake/plan.ts';
import { readTable } from '#shared/intake/read.ts';
import type { Context } from '#shared/kit/context.ts';
import type { Result } from '#shared/kit/result.ts';

export const emptyBook = (store: LogStore = memoryStore()): Promise<OpenBook> => openBook(store, kindTable, 0);

export const act = <Input>(open: OpenBook, ctx: Context, which: Act<Input>, input: Input): Promise<Result<Committed>> =>
  commit(open, ctx, (state) => which.run(new Book(state), input, ctx));

export function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.args ?? {})} ${result.problem.path ?? ''}`);
  return result.value;
}

/** Imports a file as its preview proposes and returns the plan it ran. */
export async function importInto(open: OpenBook, ctx: Context, name: string, bytes: Uint8Array): Promise<ImportPlan> {
  const file = must(await readTable(name, bytes));
  const book = new Book(open.state);
  const choice = proposeImport(book, file, ctx);
  const plan = dryRun(book, file, choice, ctx);
  must(await act(open, ctx, importFile, { file, choice }));
  return plan;
}
