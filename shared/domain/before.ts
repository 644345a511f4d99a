// The book as it stood at the publication before the latest: what "since last year" is measured against.

import { stateOf } from '#shared/change/asat.ts';
import type { LogRow } from '#shared/change/store.ts';
import type { Day } from '#shared/kit/period.ts';
import { Book } from './book.ts';

export interface Earlier {
  readonly book: Book;
  readonly asAt: Day;
}

/** The latest date any publication in the book speaks of, else undefined. */
export function latestAsAt(book: Book): Day | undefined {
  return publicationDays(book).at(-1);
}

/** Undefined where the book has fewer than two publications. */
export function earlierBook(book: Book, rows: readonly LogRow[]): Earlier | undefined {
  const asAt = publicationDays(book).at(-2);
  return asAt
    ? { asAt, book: new Book(stateOf(rows, (change) => change.asAt <= asAt, book.state.withheld)) }
    : undefined;
}

/** Distinct, oldest first, of publications that belong to a series. */
function publicationDays(book: Book): Day[] {
  const days = new Set<Day>();
  for (const source of book.all('source')) if (source.series) days.add(source.asAt);
  return [...days].sort();
}
