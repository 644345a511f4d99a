// One import from chosen file to plan: what both the preview and the command line run, and the act runs again.

import type { Book } from '#shared/domain/book.ts';
import type { Context } from '#shared/kit/context.ts';
import { today } from '#shared/kit/context.ts';
import { type Day, monthIndex } from '#shared/kit/period.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { type Mapping, proposeMapping, type Subject, subjectOf } from './mapping.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { publicationDay, type ReadFile } from './read.ts';
import { publicationYear, readRows } from './records.ts';
import { planRegister } from './register-plan.ts';
import { readRegister } from './register-rows.ts';

export interface ImportChoice {
  readonly mapping: Mapping;
  readonly asAt: Day;
}

/** What Mizan proposes for a file: columns and date. A person may change either, and what the rows are. */
export function proposeImport(book: Book, file: ReadFile, ctx: Context, subject?: Subject): ImportChoice {
  const mapping = proposeMapping(file.table, book.all('profile'), book.office, subject);
  // a register is kept, not published: it speaks of the day the book reports on
  if (subjectOf(mapping) === 'benefits') return { mapping, asAt: reportingDate(book, today(ctx)) };
  const start = mapping.fiscalYearStart ?? book.office.fiscalYearStart;
  return { mapping, asAt: publicationDay(publicationYear(file.table, mapping), file.name, today(ctx), start) };
}

export function dryRun(book: Book, file: ReadFile, choice: ImportChoice, ctx: Context): ImportPlan {
  const facts = { name: file.name, sha256: file.sha256 };
  if (subjectOf(choice.mapping) === 'benefits') {
    const day = today(ctx);
    const until = Math.max(monthIndex(reportingDate(book, day)), monthIndex(day));
    const register = readRegister(file.table, choice.mapping);
    return planRegister(book, file.table, choice.mapping, register, choice.asAt, facts, until, ctx);
  }
  const start = choice.mapping.fiscalYearStart ?? book.office.fiscalYearStart;
  const read = readRows(file.table, choice.mapping, choice.asAt, start);
  return planImport(book, file.table, choice.mapping, read, choice.asAt, facts, ctx);
}
