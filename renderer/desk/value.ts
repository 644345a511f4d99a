// What the open book is worth, worked out once for each version of it and shared by every screen.
import type { Book } from '#shared/domain/book.ts';
import { asDay, type Day } from '#shared/kit/period.ts';
import { type BookValue, bookValue } from '#shared/value/book-value.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { useBook, useDesk } from './desk.ts';

const kept = new WeakMap<Book, { readonly asAt: Day; readonly value: BookValue }>();

/** The day by this laptop's calendar. */
function todayHere(): Day {
  const now = new Date(useDesk.getState().opened?.ctx.now() ?? 0);
  return asDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
}

/** The date the book reports on. */
export const asAtOf = (book: Book): Day => reportingDate(book, todayHere());

export function valueOfBook(book: Book): BookValue {
  const asAt = asAtOf(book);
  const held = kept.get(book);
  if (held?.asAt === asAt) return held.value;
  const value = bookValue(book, asAt);
  kept.set(book, { asAt, value });
  return value;
}

/** Undefined while the book is being read. */
export function useBookValue(): BookValue | undefined {
  const book = useBook();
  return book && valueOfBook(book);
}
