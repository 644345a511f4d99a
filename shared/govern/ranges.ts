// Ranges of amounts to the minor unit: what the rights of one type cover, leave out and cover twice.
import type { Bound } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Money, minorDigits } from '#shared/kit/money.ts';
import type { Words } from '#shared/words/words.ts';
import type { Right } from './rights.ts';

/** Amounts from one to another, both included; without an end: to any height. */
export interface Range {
  readonly from: Money;
  readonly to?: Money;
}

/** A range in whole minor units; `to` may be endless. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is asked is nothing or more: amounts below zero belong to nobody's right. */
const spanOf = ({ from, to }: Pick<Right, 'from' | 'to'>): Span => ({
  from: from ? Math.max(0, from.money.minor + (from.inclusive ? 0 : 1)) : 0,
  to: to ? to.money.minor - (to.inclusive ? 0 : 1) : Number.POSITIVE_INFINITY,
});

/** A right that holds for no amount at all: it ends before it begins. */
export const isEmptyRange = (right: Pick<Right, 'from' | 'to'>): boolean => {
  const { from, to } = spanOf(right);
  return from > to;
};

export const currenciesOf = (rights: readonly Pick<Right, 'from' | 'to'>[]): string[] => [
  ...new Set(rights.flatMap(({ from, to }) => [from, to]).flatMap((bound) => bound?.money.currency ?? [])),
];

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** From the smallest amounts up; the same however a book holds its records. */
export function byRange(a: Right, b: Right): number {
  const [left, right] = [spanOf(a), spanOf(b)];
  return compare(left.from, right.from) || compare(left.to, right.to) || compare(a.id, b.id);
}

const rangeOf = ({ from, to }: Span, currency: string): Range => ({
  from: { minor: from, currency },
  ...(to < Number.POSITIVE_INFINITY && { to: { minor: to, currency } }),
});

/** Amounts no right of these covers. */
export function gapsOf(rights: readonly Pick<Right, 'from' | 'to'>[], currency: string): Range[] {
  const spans = rights
    .map(spanOf)
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from);
  const gaps: Range[] = [];
  let next = 0;
  for (const { from, to } of spans) {
    if (from > next) gaps.push(rangeOf({ from: next, to: from - 1 }, currency));
    next = Math.max(next, to + 1);
  }
  if (next < Number.POSITIVE_INFINITY) gaps.push(rangeOf({ from: next, to: Number.POSITIVE_INFINITY }, currency));
  return gaps;
}

export interface Overlap {
  readonly rights: readonly RecordId[];
  readonly range: Range;
}

/** Amounts several rights of one scope cover, with which: each stretch that the same rights share is told once. */
export function overlapsOf(rights: readonly Right[], currency: string): Overlap[] {
  const held = [...rights]
    .sort(byRange)
    .map((right) => ({ id: right.id, ...spanOf(right) }))
    .filter(({ from, to }) => from <= to);
  const starts = [...new Set(held.flatMap(({ from, to }) => [from, to + 1]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const overlaps: Overlap[] = [];
  for (const [i, from] of starts.entries()) {
    const ids = held.filter((each) => each.from <= from && from <= each.to).map(({ id }) => id);
    if (ids.length < 2) continue;
    const to = (starts[i + 1] ?? Number.POSITIVE_INFINITY) - 1;
    overlaps.push({ rights: ids, range: rangeOf({ from, to }, currency) });
  }
  return overlaps;
}

export const isInRange = ({ from, to }: Range, amount: Money): boolean =>
  amount.currency === from.currency && amount.minor >= from.minor && (to === undefined || amount.minor <= to.minor);

/** An amount to its last unit, without a fraction of nothing: thresholds are never rounded. */
export const thresholdText = (words: Words, money: Money): string =>
  money.minor % 10 ** minorDigits(money.currency) === 0
    ? words.moneyExact(money).replace(/[.٫][0٠]+(?![0-9٠-٩])/, '')
    : words.moneyExact(money);

/** "from £50,000, up to £250,000" of a right; "any amount" where it has no bounds. */
export function boundsText(words: Words, { from, to }: Pick<Right, 'from' | 'to'>): string {
  const end = (which: 'from' | 'to', bound: Bound | undefined) =>
    bound
      ? words.sayAny(`rights.range.${which}${bound.inclusive ? '' : 'Beyond'}`, {
          amount: thresholdText(words, bound.money),
        })
      : undefined;
  const ends = [end('from', from), end('to', to)].filter((text) => text !== undefined);
  if (ends.length === 0) return words.say('rights.range.any');
  return ends.length === 2
    ? words.say('rights.range.both', { from: ends[0] as string, to: ends[1] as string })
    : (ends[0] as string);
}

/** "exactly £50,000", "£0 to £49,999.99", "£250,000.01 and above". */
export function rangeText(words: Words, { from, to }: Range): string {
  const [low, high] = [thresholdText(words, from), to && thresholdText(words, to)];
  if (high === undefined) return words.say('rights.amounts.above', { from: low });
  return low === high
    ? words.say('rights.amounts.exactly', { amount: low })
    : words.say('rights.amounts.between', { from: low, to: high });
}
