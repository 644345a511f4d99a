// What a measure is worth by month: improvement × unit value, in whole minor units of the book's currency.
import { SERIES_MARK } from '#shared/change/run.ts';
import { type Benefit, type BenefitState, stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Hiding } from '#shared/domain/book.ts';
import { type Measure, rollUpOf, type UnitValue } from '#shared/domain/measure.ts';
import { isCurrency, minorDigits } from '#shared/kit/money.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { type ConversionStep, type Converter, isProblem } from './convert.ts';
import type { Ledger } from './ledger.ts';
import { rows } from './rows.ts';

/** Cash that is saved, money's worth that is not cash, and what society values: subtotals, never one bare sum. */
export const MONEY_CLASSES = ['cashable', 'nonCashable', 'social'] as const;
export type MoneyClass = (typeof MONEY_CLASSES)[number];

/** Why a measure enters no money total. */
export type Unpriced =
  | 'noUnitValue'
  | 'intermediate'
  | 'leading'
  | 'qualitative'
  | 'noCategory'
  | 'incomplete'
  | 'withheld'
  | 'ended';

/** Whole minor units by month of the ledger; 0 where nothing is expected. */
export interface MeasureMoney {
  readonly class: MoneyClass;
  /** Stated cashable, but no budget line was really reduced: it counts as non-cashable until one is. */
  readonly notYetCashable: boolean;
  /** Actual where read, forecast after, plan where there is no forecast. */
  readonly expected: Float64Array;
  readonly plan: Float64Array;
  /** All months together; a month is actual, and verified, as a whole or not at all: where the ledger says so. */
  readonly whole: Readonly<Record<'expected' | 'verified' | 'actual' | 'plan', number>>;
  /** Multiplications that were applied besides the unit value, each once, for the working. */
  readonly steps: readonly ConversionStep[];
}

export type Priced = { readonly money: MeasureMoney } | { readonly why: Unpriced } | { readonly problem: Problem };

/** A benefit is cashable only with a budget line that was really reduced. */
export const isCashed = (benefit: Benefit): boolean =>
  benefit.category === 'cashable' && !!benefit.budgetLine?.trim() && benefit.budgetReduced !== undefined;

export function classOf(benefit: Benefit): MoneyClass | Unpriced {
  if (benefit.rank === 'intermediate') return 'intermediate';
  switch (benefit.category) {
    case undefined:
      return 'noCategory';
    case 'qualitative':
      return 'qualitative';
    case 'quantitative':
      return 'social';
    case 'cashable':
      return isCashed(benefit) ? 'cashable' : 'nonCashable';
    default:
      return 'nonCashable';
  }
}

interface DatedValue {
  readonly since: string;
  readonly value: UnitValue;
}

const UNIT_VALUE = 'unitValue/';

/** Unit values by the month they hold from, oldest first. A measure counted in a currency is worth its own amount. */
export function unitValuesOf(measure: Measure): DatedValue[] {
  const said: DatedValue[] = [];
  // a loop over names, because this runs for every measure of a book
  for (const field in measure)
    if (field.startsWith(UNIT_VALUE))
      said.push({ since: field.slice(UNIT_VALUE.length), value: measure[field as 'unitValue/'] as UnitValue });
  if (said.length > 1) said.sort((a, b) => (a.since < b.since ? -1 : 1));
  if (said.length > 0 || !isCurrency(measure.unit)) return said;
  return [{ since: '', value: { amount: 1, currency: measure.unit } }];
}

/** The month a unit value holds from: '2025-04', or '2025' for its January. */
const monthSince = (since: string): MonthIndex => Number(since.slice(0, 4)) * 12 + Number(since.slice(5) || 1) - 1;

/** What was given up is worth nothing; what was closed keeps what it brought. */
const WITHDRAWN: ReadonlySet<BenefitState> = new Set(['rejected', 'notRealised', 'merged']);

export function priceMeasure(
  measure: Measure & Hiding,
  benefit: Benefit | undefined,
  ledger: Ledger,
  converter: Converter,
): Priced {
  if (!benefit) return { why: 'incomplete' };
  if (WITHDRAWN.has(stateOfBenefit(benefit))) return { why: 'ended' };
  if (measure.role === 'leading') return { why: 'leading' };
  // a figure made from what is left would be a wrong one
  if (measure.$withheld?.some((field) => field.startsWith(UNIT_VALUE) || field.endsWith(SERIES_MARK)))
    return { why: 'withheld' };
  const values = unitValuesOf(measure);
  if (values.length === 0) return { why: 'noUnitValue' };
  const group = classOf(benefit);
  if (group !== 'cashable' && group !== 'nonCashable' && group !== 'social') return { why: group };
  if (ledger.incomplete) return { why: 'incomplete' };
  return priceMonths(measure, benefit, ledger, converter, values, group);
}

function priceMonths(
  measure: Measure,
  benefit: Benefit,
  ledger: Ledger,
  converter: Converter,
  values: readonly DatedValue[],
  group: MoneyClass,
): Priced {
  const { months, from } = ledger;
  const flow = rollUpOf(measure) === 'flow';
  const scale = 10 ** minorDigits(converter.currency) / (flow ? 1 : 12);
  const [expected, plan] = rows(2, months) as [Float64Array, Float64Array];
  const whole = { expected: 0, verified: 0, actual: 0, plan: 0 };
  const steps: ConversionStep[] = [];
  const ahead = ledger.forecast.some((value) => !Number.isNaN(value)) ? ledger.forecast : ledger.plan;
  const read = ledger.lastRead === undefined ? -1 : ledger.lastRead - from;
  // the first unit value also holds before its date
  let held = values[0] as DatedValue;
  let next = 1;
  let since = nextSince(values, next);
  let each = Number.NaN;
  let eachUntil = Number.NEGATIVE_INFINITY;
  let level = 0;
  for (let i = 0; i < months; i++) {
    const improved = ledger.actual[i] as number;
    const isRead = !Number.isNaN(improved);
    if (isRead) level = improved;
    // a level holds through a missing month; a flow that was not read brought nothing that anybody can show
    const gained = isRead ? improved : i > read ? orZero(ahead[i] as number) : flow ? 0 : level;
    const planned = orZero(ledger.plan[i] as number);
    if (gained === 0 && planned === 0) continue;
    if (from + i >= eachUntil) {
      for (; from + i >= since; since = nextSince(values, next)) held = values[next++] as DatedValue;
      const conversion = converter.convert(held.value.currency, held.value.base, from + i);
      if (isProblem(conversion)) return { problem: conversion };
      for (const step of conversion.steps) if (!steps.includes(step)) steps.push(step);
      each = held.value.amount * conversion.factor * scale;
      // money of the book's own kind is worth the same until the next unit value, other money is looked up by month
      eachUntil = conversion.steps.length === 0 ? since : from + i + 1;
    }
    const worth = Math.round(gained * each);
    expected[i] = worth;
    const due = Math.round(planned * each);
    plan[i] = due;
    whole.expected += worth;
    whole.plan += due;
    if (isRead) whole.actual += worth;
    if (!Number.isNaN(ledger.verified[i] as number)) whole.verified += worth;
  }
  return {
    money: {
      expected,
      plan,
      whole,
      class: group,
      notYetCashable: benefit.category === 'cashable' && group !== 'cashable',
      steps,
    },
  };
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);

const nextSince = (values: readonly DatedValue[], next: number): MonthIndex => {
  const value = values[next];
  return value ? monthSince(value.since) : Number.POSITIVE_INFINITY;
};
