// The date a book reports on: as set by its office, else the day it is looked at.
import type { Book } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';

export const reportingDate = (book: Book, today: Day): Day => book.office.reportingDate ?? today;
