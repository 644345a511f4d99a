// The date a book reports on, as set by its office, else the day it is looked at; and the period owners state for then.
import type { Book } from '#shared/domain/book.ts';
import { type Day, lastFullMonth } from '#shared/kit/period.ts';
import { periodOf } from './roll-up.ts';

export const reportingDate = (book: Book, today: Day): Day => book.office.reportingDate ?? today;

/** The period owners state for at a date: the fiscal quarter of its last full month. */
export const attestedPeriod = (book: Book, asAt: Day): string =>
  periodOf(lastFullMonth(asAt), 'quarter', book.office.fiscalYearStart);
