// `mizan import FILE… --out BOOK`: publications in, each as one change that speaks of its own date.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '#shared/acts/import-file.ts';
import { commit, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { LogStore } from '#shared/change/store.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { type Covered, portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { dryRun, proposeImport } from '#shared/intake/dryrun.ts';
import type { ImportPlan } from '#shared/intake/plan.ts';
import { LARGEST_FILE, type ReadFile, readTable } from '#shared/intake/read.ts';
import type { Context } from '#shared/kit/context.ts';
import { decimalOf } from '#shared/kit/money.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { mustHaveFolder, openFileStore } from './store.ts';

export async function importCommand({ files, options }: Call): Promise<Answer> {
  const out = options.out;
  if (!out) throw new Refusal({ code: 'cli.noOut' });
  const asAt = options['as-at'];
  if (asAt !== undefined && !isDay(asAt)) throw new Refusal({ code: 'cli.badDate', args: { text: asAt } });
  mustHaveFolder(out);
  const ctx = newContext();
  // every file is read before the book is touched, so that a bad third file leaves the book as it was
  const read: ReadFile[] = [];
  for (const path of files) read.push(must(await readTable(basename(path), bytesOf(path))));
  const store = must(openFileStore(out, true));
  const { book, imports, last } = await importAll(store, read, asAt, ctx);
  const totals = portfolioTotals(portfolioRows(book));
  const data = {
    ok: true,
    book: out,
    rows: { read: last?.rows.read ?? 0, blank: last?.rows.blank ?? 0, dropped: last?.rows.dropped ?? 0 },
    components: { all: totals.current + totals.past, current: totals.current, noLongerPublished: totals.past },
    totals: { unit: 'million', wholeLifeCost: sumOf(totals.cost), benefits: sumOf(totals.benefit) },
    cells: last?.unread ?? [],
    imports,
  };
  return {
    data,
    sentence: words.say('cli.imported', {
      count: totals.current,
      past: totals.past,
      book: out,
      cost: totals.cost.sums.map(words.money).join(' + ') || '—',
      benefit: totals.benefit.sums.map(words.money).join(' + ') || '—',
    }),
  };
}

interface Imported {
  readonly book: Book;
  readonly imports: readonly Record<string, unknown>[];
  readonly last: ImportPlan | undefined;
}

/** Runs every import on a copy in memory and then appends all their changes at once: a refusal leaves the file as it was. */
async function importAll(
  store: LogStore,
  read: readonly ReadFile[],
  asAt: Day | undefined,
  ctx: Context,
): Promise<Imported> {
  const before = await store.readSince(0);
  const open = await openBook(memoryStore([...before]), kindTable, ctx.now());
  const book = new Book(open.state);
  const imports: Record<string, unknown>[] = [];
  let last: ImportPlan | undefined;
  for (const file of read) {
    const proposed = proposeImport(book, file, ctx);
    const choice = { ...proposed, asAt: asAt ?? proposed.asAt };
    last = dryRun(book, file, choice, ctx);
    must(await commit(open, ctx, (state) => importFile.run(new Book(state), { file, choice }, ctx)));
    imports.push(report(file.name, file.sha256, file.table.transposed, last));
  }
  const changes = (await open.store.readSince(before.length)).map(({ change }) => change);
  let changedMeanwhile = false;
  await store.append(
    before.length,
    (unseen) => {
      changedMeanwhile = unseen.length > 0;
      return changedMeanwhile ? [] : changes;
    },
    ctx.now(),
  );
  return changedMeanwhile ? importAll(store, read, asAt, ctx) : { book, imports, last };
}

function bytesOf(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Refusal({ code: 'cli.noSuchFile', args: { file: path } });
  const { size } = stat;
  if (size > LARGEST_FILE)
    throw new Refusal({
      code: 'intake.tooLarge',
      args: { size: Math.round(size / 1_048_576), most: LARGEST_FILE / 1_048_576 },
    });
  return readFileSync(path);
}

/** One figure per currency; a plain number where there is one currency, as nearly always. */
function sumOf(covered: Covered): Record<string, unknown> {
  const millions = covered.sums.map((sum) => ({ currency: sum.currency, sum: Number(decimalOf(sum, 6)) }));
  return {
    count: covered.count,
    sum: millions.length === 1 ? millions[0]?.sum : millions.length === 0 ? 0 : null,
    currencies: millions,
  };
}

function report(file: string, sha256: string, transposed: boolean, plan: ImportPlan): Record<string, unknown> {
  const count = (state: string) => plan.differences.filter((difference) => difference.state === state).length;
  return {
    file,
    sha256,
    transposed,
    asAt: plan.asAt,
    rows: plan.rows,
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    noLongerPublished: plan.unseen.length,
    unreadCells: plan.unread.length,
  };
}
