// The day a round works on: today, or the book's reporting date where that is later.
import type { Book } from '#shared/domain/book.ts';
import { type Context, today } from '#shared/kit/context.ts';
import type { Day } from '#shared/kit/period.ts';
import { reportingDate } from '#shared/value/reporting.ts';

export function workDay(book: Book, ctx: Context): Day {
  const now = today(ctx);
  const reporting = reportingDate(book, now);
  if (now >= reporting) return now;
  return reporting;
}
