// The names workbooks and letters go out under: readable, safe on every system, and one for each request.
import type { Book, Entry } from '#shared/domain/book.ts';
import { foldText } from '#shared/kit/order.ts';
import { nameOf } from '#shared/value/rounds.ts';
import { plainName } from './parcel.ts';

/** "2027-Q1 Amal Haddad", without its ending; namesakes are told apart by a number. */
export function fileNames(
  book: Book,
  round: Entry<'round'>,
  requests: readonly Entry<'request'>[],
): Map<Entry<'request'>, string> {
  const used = new Map<string, number>();
  const names = new Map<Entry<'request'>, string>();
  for (const request of [...requests].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const stem = `${round.period} ${plainName(nameOf(book, request)) || request.id.slice(0, 6)}`;
    const key = foldText(stem);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    names.set(request, count === 1 ? stem : `${stem} ${count}`);
  }
  return names;
}
