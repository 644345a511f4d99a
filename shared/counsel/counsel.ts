// What counsel is given on: the book, what it is worth on a day, its line of sight and the terms of its money.
import type { State } from '#shared/change/state.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { type Day, monthIndex } from '#shared/kit/period.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { type Aim, aimsOf } from '#shared/sight/spend.ts';
import { type Appraisal, appraise, type Terms, termsOf } from '#shared/value/appraisal.ts';
import { type BookValue, bookValue } from '#shared/value/book-value.ts';
import { converterOf } from '#shared/value/convert.ts';

export interface Counsel {
  readonly book: Book;
  readonly asAt: Day;
  readonly value: BookValue;
  readonly graph: MapGraph;
  readonly terms: Terms;
}

const kept = new WeakMap<State, { readonly version: number; readonly counsel: Counsel }>();

/** Once a version of the book and a day. */
export function counselOf(book: Book, asAt: Day): Counsel {
  const held = kept.get(book.state);
  if (held?.version === book.state.version && held.counsel.asAt === asAt) return held.counsel;
  const value = bookValue(book, asAt);
  const counsel = { book, asAt, value, graph: wholeGraph(book), terms: termsOf(book.office, asAt) };
  kept.set(book.state, { version: book.state.version, counsel });
  return counsel;
}

/** Money in whole minor units of the book's currency and prices; undefined where a rate is missing. */
export function inBook(
  { book, asAt }: Pick<Counsel, 'book' | 'asAt'>,
  money: Pick<Money, 'minor' | 'currency' | 'base'>,
): number | undefined {
  const conversion = converterOf(book).convert(money.currency, money.base, monthIndex(asAt));
  return 'code' in conversion ? undefined : Math.round(money.minor * conversion.factor);
}

const appraisals = new WeakMap<Counsel, Map<RecordId, Appraisal>>();

/** Options, evidence, gates and the slate all ask for it: worked out once a component. */
export function appraisalOf(counsel: Counsel, id: RecordId): Appraisal {
  const own = appraisals.get(counsel) ?? new Map<RecordId, Appraisal>();
  appraisals.set(counsel, own);
  const held = own.get(id) ?? appraise(counsel.book, counsel.value, id, counsel.terms);
  own.set(id, held);
  return held;
}

const aims = new WeakMap<Counsel, Map<RecordId, Aim>>();

/** What each component of the book serves: one pass over all of them, however many gates ask. */
export function aimsIn(counsel: Counsel): Map<RecordId, Aim> {
  const held = aims.get(counsel) ?? aimsOf(counsel.book, counsel.graph);
  aims.set(counsel, held);
  return held;
}
