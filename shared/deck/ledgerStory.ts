// The value ledger as the pack tells it: worth, status and appraisals at the pack's date; absent where nothing is measured.

import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { amountOf } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Appraisal, appraise, appraiseStreams, type Terms, termsOf } from '#shared/value/appraisal.ts';
import { type BenefitValue, type BookValue, bookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES, type MoneyClass } from '#shared/value/money-of.ts';
import { addStreams, COUNTED } from '#shared/value/streams.ts';
import type { MoneyScale } from '#shared/words/format.ts';
import type { Words } from '#shared/words/words.ts';

export interface LedgerStory {
  readonly value: BookValue;
  readonly terms: Terms;
  /** Of every component; without figures where `problem` says why. */
  readonly appraisals: ReadonlyMap<RecordId, Appraisal>;
  /** All that can be appraised as one stream; undefined where nothing can. */
  readonly whole: Appraisal | undefined;
  readonly appraised: number;
  /** The classes the book's perspective counts. */
  readonly classes: readonly MoneyClass[];
  readonly scale: MoneyScale;
  /** "£ m". */
  readonly unit: string;
}

const SERIES = /^(plan\d+|forecast|actual)@$/;

/** True where any measure has a plan, a forecast or a reading: only then is there value to tell of. */
export function hasLedger(book: Book): boolean {
  for (const measure of book.all('measure'))
    for (const field of Object.keys(measure)) if (SERIES.test(field)) return true;
  return false;
}

export function tellLedger(book: Book, words: Words, asAt: Day): LedgerStory | undefined {
  if (!hasLedger(book)) return undefined;
  const value = bookValue(book, asAt);
  const terms = termsOf(book.office, asAt);
  const appraisals = new Map([...value.components.keys()].map((id) => [id, appraise(book, value, id, terms)] as const));
  const streams = [...appraisals.values()].filter(({ figures }) => figures).map((appraisal) => appraisal.streams);
  const { currency } = terms;
  const largest = Math.max(
    ...MONEY_CLASSES.flatMap((group) => {
      const { attributed, plan } = value.total[group];
      return [attributed, plan].map((minor) => Math.abs(amountOf({ minor, currency })));
    }),
  );
  // at most four digits before the point: these figures stand in charts and in narrow tables
  const scale = largest >= 1e13 ? 12 : largest >= 1e10 ? 9 : largest >= 1e7 ? 6 : largest >= 1e4 ? 3 : 0;
  return {
    value,
    terms,
    appraisals,
    whole: streams.length > 0 ? appraiseStreams(addStreams(streams), terms) : undefined,
    appraised: streams.length,
    classes: COUNTED[terms.perspective],
    scale,
    unit: words.unit(currency, scale),
  };
}

/** The name of the component a benefit was stated by. */
export const componentOf = (book: Book, { benefit }: BenefitValue): string =>
  book.get('component', benefit.component)?.name ?? '—';

export const personName = (book: Book, id: RecordId | undefined): string | undefined => book.get('person', id)?.name;
