// Measure: the unit of truth. One metric with a start, a target and one series of readings; components claim shares of it.
import type { Column } from '#shared/change/run.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import { isCurrency, type PriceBase } from '#shared/kit/money.ts';
import { type Day, isDay, type MonthIndex } from '#shared/kit/period.ts';
import { type Check, choice, day, type Fields, isPriceBase, link, number, shape, text, title, whole } from './field.ts';

export const CADENCES = ['monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type Cadence = (typeof CADENCES)[number];
export const CADENCE_MONTHS: Readonly<Record<Cadence, number>> = {
  monthly: 1,
  quarterly: 3,
  halfYearly: 6,
  yearly: 12,
};

/** How months become years: a flow adds, a stock and a ratio keep their last value. */
export const ROLL_UPS = ['flow', 'stock', 'ratio'] as const;
export type RollUp = (typeof ROLL_UPS)[number];
export const ROLES = ['outcome', 'leading'] as const;

/** What one unit of improvement is worth from a month on: for a flow each unit, else a unit held for a year. */
export interface UnitValue {
  readonly amount: number;
  readonly currency: string;
  readonly base?: PriceBase;
  readonly source?: string;
  readonly approver?: string;
}

/** One measured value; a bare number where it came without evidence. */
export type Reading = number | { readonly value: number; readonly evidence?: string; readonly on?: Day };

/** What a verifier said of a reading. It speaks of that value alone: a reading changed since stands unverified. */
export interface Verdict {
  readonly verdict: 'verified' | 'returned';
  readonly by: RecordId;
  readonly on: Day;
  readonly value: number;
  readonly reason?: string;
}

/** An approved plan: when, why, and the month its first value stands in. A slip does not move what was approved. */
export interface PlanVersion {
  readonly on: Day;
  readonly reason: string;
  readonly anchor: MonthIndex;
  readonly by?: string;
}

export interface Measure {
  readonly name: string;
  readonly benefit?: RecordId;
  /** A currency code ('GBP') where it is counted in money. */
  readonly unit?: string;
  /** +1: up is good; −1: down is good. */
  readonly direction?: 1 | -1;
  readonly startValue?: number;
  readonly startOn?: Day;
  readonly target?: number;
  readonly targetOn?: Day;
  /** Where the readings come from. */
  readonly source?: string;
  readonly cadence?: Cadence;
  readonly rollUp?: RollUp;
  readonly role?: (typeof ROLES)[number];
  /** A leading measure foretells this one, so many months ahead. */
  readonly foretells?: RecordId;
  readonly leadMonths?: number;
  readonly verifier?: RecordId;
  /** Who verifies for finance; asked for where the benefit is cashable. */
  readonly financeVerifier?: RecordId;
  /** The budget line its money is booked on. */
  readonly budgetLine?: string;
  readonly [since: `unitValue/${string}`]: UnitValue;
  /** By months after the anchor of the version. */
  readonly [plan: `plan${number}@`]: Column<number>;
  readonly [version: `version/${number}`]: PlanVersion;
  /** By months after the start the benefit has now. */
  readonly 'forecast@'?: Column<number>;
  /** By calendar month, as everything below. */
  readonly 'actual@'?: Column<Reading>;
  readonly 'check@'?: Column<Verdict>;
  readonly 'finance@'?: Column<Verdict>;
  /** What would have been without it; the start value held flat where nothing is said. */
  readonly 'counterfactual@'?: Column<number>;
}

const isReading: Check = (x) =>
  number(x) === undefined || (isObject(x) && number(x.value) === undefined) ? undefined : 'field.notANumber';
const isVerdict: Check = shape(
  (x) =>
    (x.verdict === 'verified' || x.verdict === 'returned') &&
    link(x.by) === undefined &&
    isDay(x.on) &&
    number(x.value) === undefined,
);

export const measureFields: Fields = {
  name: title,
  benefit: link,
  unit: text,
  direction: choice([1, -1]),
  startValue: number,
  startOn: day,
  target: number,
  targetOn: day,
  source: text,
  cadence: choice(CADENCES),
  rollUp: choice(ROLL_UPS),
  role: choice(ROLES),
  foretells: link,
  leadMonths: whole,
  verifier: link,
  financeVerifier: link,
  budgetLine: text,
  'unitValue/': shape(
    (x) => number(x.amount) === undefined && isCurrency(x.currency) && (x.base === undefined || isPriceBase(x.base)),
  ),
  'plan@': number,
  'version/': shape((x) => isDay(x.on) && typeof x.reason === 'string' && Number.isInteger(x.anchor)),
  'forecast@': number,
  'actual@': isReading,
  'check@': isVerdict,
  'finance@': isVerdict,
  'counterfactual@': number,
};

export const readingValue = (reading: Reading | null): number | null =>
  reading === null ? null : typeof reading === 'number' ? reading : reading.value;

export const cadenceOf = (measure: Pick<Measure, 'cadence'>): Cadence => measure.cadence ?? 'monthly';
export const rollUpOf = (measure: Pick<Measure, 'rollUp'>): RollUp => measure.rollUp ?? 'flow';

export const planSeries = (version: number): `plan${number}@` => `plan${version}@`;

/** The number of the latest approved plan; 0 where none was approved. */
export function approvedVersion(measure: Measure): number {
  let version = 0;
  while (measure[`version/${version + 1}`]) version++;
  return version;
}

/** The plan that counts: the latest approved, else the draft of the first. */
export const planInUse = (measure: Measure): Column<number> | undefined =>
  measure[planSeries(Math.max(1, approvedVersion(measure)))];
