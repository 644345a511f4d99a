// One import from chosen file to plan: what both the preview and the command line run, and the act runs again.

import type { Book } from '#shared/domain/book.ts';
import type { Context } from '#shared/kit/context.ts';
import { today } from '#shared/kit/context.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Mapping, proposeMapping } from './mapping.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { publicationDay, type ReadFile } from './read.ts';
import { publicationYear, readRows } from './records.ts';

export interface ImportChoice {
  readonly mapping: Mapping;
  readonly asAt: Day;
}

/** What Mizan proposes for a file: columns and date. A person may change either. */
export function proposeImport(book: Book, file: ReadFile, ctx: Context): ImportChoice {
  const mapping = proposeMapping(file.table, book.all('profile'), book.office);
  const start = mapping.fiscalYearStart ?? book.office.fiscalYearStart;
  return { mapping, asAt: publicationDay(publicationYear(file.table, mapping), file.name, today(ctx), start) };
}

export function dryRun(book: Book, file: ReadFile, choice: ImportChoice, ctx: Context): ImportPlan {
  const start = choice.mapping.fiscalYearStart ?? book.office.fiscalYearStart;
  const read = readRows(file.table, choice.mapping, choice.asAt, start);
  return planImport(book, file.table, choice.mapping, read, choice.asAt, { name: file.name, sha256: file.sha256 }, ctx);
}
