// What `mizan evaluate` leaves out of totals, and what was claimed twice: each by name and with its reason.
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { monthKey } from '#shared/kit/period.ts';
import type { BookValue } from '#shared/value/book-value.ts';
import type { OverClaim } from '#shared/value/claims.ts';
import { words } from './context.ts';

export const claimsReport = (book: Book, overClaims: readonly OverClaim[]): Record<string, unknown>[] =>
  overClaims.map(({ measure, components, from, until, percent }) => ({
    ...named(book, measure),
    claimedBy: components.map((id) => book.get('component', id)?.name ?? id),
    from: monthKey(from),
    until: monthKey(until),
    percent,
  }));

/** Measures that enter no money total, by why. */
export const leftReport = (book: Book, value: BookValue): Record<string, unknown>[] =>
  [...value.left].map(([why, measures]) => ({
    why,
    sentence: reasonOf(value, why, measures),
    count: measures.length,
    measures: measures.map((id) => named(book, id)),
  }));

function reasonOf(value: BookValue, why: string, measures: readonly RecordId[]): string {
  const priced = measures[0] && value.measures.get(measures[0])?.priced;
  if (priced && 'problem' in priced) return words.problem(priced.problem);
  return words.sayAny(`unpriced.${why}`);
}

function named(book: Book, id: RecordId): Record<string, unknown> {
  const measure = book.get('measure', id);
  return {
    measure: measure?.name ?? id,
    benefit: book.get('benefit', measure?.benefit)?.title ?? null,
  };
}
