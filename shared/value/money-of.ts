// What a measure is worth by month: improvement × unit value, in whole minor units of the book's currency.
import { type Benefit, type BenefitState, stateOfBenefit } from '#shared/domain/benefit.ts';
import { type Measure, rollUpOf, type UnitValue } from '#shared/domain/measure.ts';
import { isCurrency, minorDigits } from '#shared/kit/money.ts';
import { type MonthIndex, monthKey } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { type ConversionStep, type Converter, isProblem } from './convert.ts';
import type { Ledger } from './ledger.ts';

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
  | 'ended';

/** Whole minor units by month of the ledger; 0 where nothing is expected. */
export interface MeasureMoney {
  readonly class: MoneyClass;
  /** Stated cashable, but no budget line was really reduced: it counts as non-cashable until one is. */
  readonly notYetCashable: boolean;
  /** Actual where read, forecast after, plan where there is no forecast. */
  readonly expected: Float64Array;
  /** The part of `expected` that is verified actual. */
  readonly verified: Float64Array;
  /** The part of `expected` that is actual, verified or not. */
  readonly actual: Float64Array;
  readonly plan: Float64Array;
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

/** Unit values by the month they hold from, oldest first. A measure counted in a currency is worth its own amount. */
export function unitValuesOf(measure: Measure): DatedValue[] {
  const said = Object.entries(measure)
    .filter(([field]) => field.startsWith('unitValue/'))
    .map(([field, value]) => ({ since: field.slice(10), value: value as UnitValue }))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  if (said.length > 0 || !isCurrency(measure.unit)) return said;
  return [{ since: '', value: { amount: 1, currency: measure.unit } }];
}

/** The value that holds in a month; the first one also holds before its date. */
function valueIn(values: readonly DatedValue[], month: MonthIndex): UnitValue {
  const key = monthKey(month);
  let held = (values[0] as DatedValue).value;
  for (const { since, value } of values) if (since <= key) held = value;
  return held;
}

/** What was given up is worth nothing; what was closed keeps what it brought. */
const WITHDRAWN: ReadonlySet<BenefitState> = new Set(['rejected', 'notRealised', 'merged']);

export function priceMeasure(
  measure: Measure,
  benefit: Benefit | undefined,
  ledger: Ledger,
  converter: Converter,
): Priced {
  if (!benefit) return { why: 'incomplete' };
  if (WITHDRAWN.has(stateOfBenefit(benefit))) return { why: 'ended' };
  if (measure.role === 'leading') return { why: 'leading' };
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
  const out = {
    expected: new Float64Array(months),
    verified: new Float64Array(months),
    actual: new Float64Array(months),
    plan: new Float64Array(months),
  };
  const steps = new Map<string, ConversionStep>();
  const hasForecast = ledger.forecast.some((value) => !Number.isNaN(value));
  const ahead = hasForecast ? ledger.forecast : ledger.plan;
  const read = ledger.lastRead ?? Number.NEGATIVE_INFINITY;
  let level = 0;
  for (let i = 0; i < months; i++) {
    const actual = ledger.actual[i] as number;
    const isRead = !Number.isNaN(actual);
    if (isRead) level = actual;
    // a level holds through a missing month; a flow that was not read brought nothing that anybody can show
    const expected = isRead ? actual : from + i > read ? orZero(ahead[i]) : flow ? 0 : level;
    const plan = orZero(ledger.plan[i]);
    if (expected === 0 && plan === 0) continue;
    const value = valueIn(values, from + i);
    const conversion = converter.convert(value.currency, value.base, from + i);
    if (isProblem(conversion)) return { problem: conversion };
    for (const step of conversion.steps) steps.set(`${step.kind} ${step.from} ${step.on}`, step);
    const each = value.amount * conversion.factor * scale;
    out.expected[i] = Math.round(expected * each);
    out.plan[i] = Math.round(plan * each);
    if (isRead) out.actual[i] = out.expected[i] as number;
    if (!Number.isNaN(ledger.verified[i] as number)) out.verified[i] = out.expected[i] as number;
  }
  return {
    money: {
      ...out,
      class: group,
      notYetCashable: benefit.category === 'cashable' && group !== 'cashable',
      steps: [...steps.values()],
    },
  };
}

const orZero = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);
