// The book as it stood when the committee last saw it: at the pack issued last, else at the publication before the latest.

import { rowsOfTips, stateOf } from '#shared/change/asat.ts';
import type { LogRow } from '#shared/change/store.ts';
import type { Day } from '#shared/kit/period.ts';
import { Book, type Entry } from './book.ts';

export interface Earlier {
  readonly book: Book;
  readonly asAt: Day;
  /** The number of the pack it was issued as; unsaid for a publication. */
  readonly pack?: string;
}

/** The latest date any publication in the book speaks of, else undefined. */
export function latestAsAt(book: Book): Day | undefined {
  return publicationDays(book).at(-1);
}

/** The pack issued last, of those no other has taken the place of. */
function lastPack(book: Book): Entry<'pack'> | undefined {
  const packs = [...book.all('pack')];
  const replaced = new Set(packs.map(({ supersedes }) => supersedes));
  return packs
    .filter(({ id }) => !replaced.has(id))
    .sort((a, b) => (a.on === b.on ? (a.number < b.number ? -1 : 1) : a.on < b.on ? -1 : 1))
    .at(-1);
}

/** What movement is told against: the book the last pack was made of, where this log holds it, else the publication before. */
export function lastSeen(book: Book, rows: readonly LogRow[]): Earlier | undefined {
  const pack = lastPack(book);
  const then = pack && rowsOfTips(rows, pack.tips);
  if (!pack || !then) return earlierBook(book, rows);
  return { asAt: pack.asAt, pack: pack.number, book: new Book(stateOf(then, undefined, book.state.withheld)) };
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
