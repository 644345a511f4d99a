// The ledger of one measure: improvement by month in plan, forecast, actual and verified actual, and how far it has come.
import { type Column, valueAt } from '#shared/change/run.ts';
import type { Benefit } from '#shared/domain/benefit.ts';
import type { Milestone } from '#shared/domain/delivery.ts';
import {
  CADENCE_MONTHS,
  cadenceOf,
  type Measure,
  type Reading,
  readingValue,
  rollUpOf,
  type Verdict,
} from '#shared/domain/measure.ts';
import { type Day, lastFullMonth, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import { type Placed, placeAt, placedPlans, startMonthOf } from './placed.ts';
import { rows } from './rows.ts';

/** Improvement by calendar month, I = d × (value − counterfactual); NaN where nothing is said for a month. */
export interface Improvements {
  readonly plan: Float64Array;
  readonly first: Float64Array;
  readonly forecast: Float64Array;
  readonly actual: Float64Array;
  readonly verified: Float64Array;
}

export interface Ledger extends Improvements {
  /** The calendar month that index 0 of every series stands for. */
  readonly from: MonthIndex;
  readonly months: number;
  /** What keeps it from counting: no direction, or no start value. */
  readonly incomplete: 'direction' | 'startValue' | undefined;
  /** The latest approved plan; 0: none was approved, the draft stands in. */
  readonly planVersion: number;
  /** The last month with a reading that is not in the future of the reporting date. */
  readonly lastRead: MonthIndex | undefined;
  /** Due periods up to the last full cycle that have no reading, by their last month. */
  readonly missing: readonly MonthIndex[];
  /** True where a due reading is missing for over one cycle. */
  readonly notReported: boolean;
  /** The last full month at the reporting date. */
  readonly until: MonthIndex;
  /** How many readings stand, how many of them verified. */
  readonly readings: number;
  readonly verifiedReadings: number;
}

/** Half-open range of months that all series of a measure lie in. */
function spanOf(series: readonly (Placed | Column | undefined)[], cycle: number): [MonthIndex, number] {
  let [from, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const each of series) {
    if (!each || each.values.length === 0) continue;
    from = Math.min(from, each.from);
    end = Math.max(end, each.from + each.values.length);
  }
  // a reading covers its whole cycle, which may begin before the first month of anything else
  return from === Number.POSITIVE_INFINITY ? [0, 0] : [from - (cycle - 1), end - from + (cycle - 1)];
}

/**
 * A verdict counts only for the value it was given on, only from somebody who is not the benefit's owner, and only from
 * the verifier where the measure names one.
 */
export function isVerifiedBy(
  verdict: Verdict | null,
  value: number,
  verifier: string | undefined,
  owner?: string,
): boolean {
  return (
    verdict !== null &&
    verdict.verdict === 'verified' &&
    verdict.value === value &&
    verdict.by !== owner &&
    (verifier === undefined || verdict.by === verifier)
  );
}

/** True where the reading of a month counts as verified actual: by the verifier, and by finance where cashable. */
export function isVerified(measure: Measure, benefit: Benefit | undefined, month: MonthIndex): boolean {
  const value = readingValue(valueAt(measure['actual@'], month));
  return value !== null && isSure(measure, benefit, month, value);
}

function isSure(measure: Measure, benefit: Benefit | undefined, month: MonthIndex, value: number): boolean {
  const owner = benefit?.owner;
  if (!isVerifiedBy(valueAt(measure['check@'], month), value, measure.verifier, owner)) return false;
  return (
    benefit?.category !== 'cashable' ||
    isVerifiedBy(valueAt(measure['finance@'], month), value, measure.financeVerifier, owner)
  );
}

/** @param asAt the reporting date: readings after it are kept and count nothing */
export function ledgerOf(
  measure: Measure,
  benefit: Benefit | undefined,
  milestone: Milestone | undefined,
  asAt: Day,
): Ledger {
  const start = benefit && startMonthOf(benefit, milestone);
  const { approved, plan, first } = placedPlans(measure, start);
  const forecast = placeAt(measure['forecast@'], start);
  const readings = measure['actual@'];
  const cycle = CADENCE_MONTHS[cadenceOf(measure)];
  const [from, months] = spanOf([plan, first, forecast, readings], cycle);
  const without = counterfactualOf(measure, from, months);
  const incomplete = measure.direction === undefined ? 'direction' : without === undefined ? 'startValue' : undefined;
  const [planned, ahead, actual, verified, own] = seriesOf(first === plan ? 4 : 5, months);
  const before = own ?? planned;
  if (without !== undefined && !incomplete) {
    const gain: Gain = { sign: measure.direction ?? 1, holds: rollUpOf(measure) !== 'flow', without, from };
    layImprovements(planned, plan, gain);
    layImprovements(ahead, forecast, gain);
    if (before !== planned) layImprovements(before, first, gain);
  }
  const read = readActuals(actual, verified, measure, benefit, from, incomplete ? undefined : without, asAt);
  // nothing is due of a plan nobody approved yet
  const due = dueState(approved > 0 ? plan : undefined, readings, cycle, asAt);
  // field by field: this is made for every measure of a book, and copying parts in costs more than working them out
  return {
    from,
    months,
    incomplete,
    planVersion: approved,
    until: lastFullMonth(asAt),
    plan: planned,
    first: before,
    forecast: ahead,
    actual,
    verified,
    lastRead: read.lastRead,
    readings: read.readings,
    verifiedReadings: read.verifiedReadings,
    missing: due.missing,
    notReported: due.notReported,
  };
}

function seriesOf(count: number, months: number) {
  const series = rows(count, months, Number.NaN);
  return series as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array?];
}

/** The value without the benefit: one level, or by month of the ledger where it was said to move. */
type Without = number | Float64Array;

const levelWithout = (without: Without, at: number): number =>
  typeof without === 'number' ? without : (without[at] as number);

/** The last counterfactual said is held, the start value before the first. */
function counterfactualOf(measure: Measure, from: MonthIndex, months: number): Without | undefined {
  const said = measure['counterfactual@'];
  if (!said) return measure.startValue;
  const values = new Float64Array(months);
  let held = measure.startValue ?? said.values.find((value) => value !== null) ?? 0;
  for (let m = said.from; m < from; m++) held = valueAt(said, m) ?? held;
  for (let i = 0; i < months; i++) {
    held = valueAt(said, from + i) ?? held;
    values[i] = held;
  }
  return values;
}

interface Gain {
  readonly sign: 1 | -1;
  /** A stock keeps its last level between two that are said; a flow has none where none is said. */
  readonly holds: boolean;
  readonly without: Without;
  readonly from: MonthIndex;
}

function layImprovements(out: Float64Array, placed: Placed | undefined, { sign, holds, without, from }: Gain): void {
  if (!placed) return;
  let level: number | null = null;
  const shift = placed.from - from;
  for (let i = 0; i < placed.values.length; i++) {
    const value: number | null = placed.values[i] ?? (holds ? level : null);
    if (value === null) continue;
    level = value;
    out[shift + i] = sign * (value - levelWithout(without, shift + i));
  }
}

/** Readings laid onto the months they cover: a flow's is spread evenly over its cycle, a level holds for all of it. */
function readActuals(
  actual: Float64Array,
  verified: Float64Array,
  measure: Measure,
  benefit: Benefit | undefined,
  from: MonthIndex,
  without: Without | undefined,
  asAt: Day,
) {
  const column: Column<Reading> | undefined = measure['actual@'];
  const cycle = CADENCE_MONTHS[cadenceOf(measure)];
  const flow = rollUpOf(measure) === 'flow';
  const sign = measure.direction ?? 1;
  const latest = monthIndex(asAt);
  let lastRead: MonthIndex | undefined;
  let readings = 0;
  let verifiedReadings = 0;
  for (let i = 0; column && i < column.values.length; i++) {
    const value = readingValue(column.values[i] ?? null);
    const month = column.from + i;
    if (value === null || month > latest) continue;
    readings++;
    lastRead = month;
    const sure = isSure(measure, benefit, month, value);
    if (sure) verifiedReadings++;
    if (without === undefined) continue;
    const level = flow ? value / cycle : value;
    const end = month - from;
    for (let at = Math.max(0, end - cycle + 1); at <= end; at++) {
      const improvement = sign * (level - levelWithout(without, at));
      actual[at] = improvement;
      verified[at] = sure ? improvement : Number.NaN;
    }
  }
  return { lastRead, readings, verifiedReadings };
}

/** The last months of the periods in which readings fall due, from the first month something is expected. */
export function* duePeriods(first: MonthIndex, cycle: number, until: MonthIndex): Iterable<MonthIndex> {
  for (let end = first + cycle - 1; end <= until; end += cycle) yield end;
}

/** A reading is due at each cycle's end; it is missing once the next cycle has passed without it. */
function dueState(expected: Placed | undefined, readings: Column<Reading> | undefined, cycle: number, asAt: Day) {
  const missing: MonthIndex[] = [];
  if (!expected) return { missing, notReported: false };
  const first =
    expected.from +
    Math.max(
      0,
      expected.values.findIndex((value) => value !== null),
    );
  const late = lastFullMonth(asAt) - cycle;
  const end = expected.from + expected.values.length - 1;
  let notReported = false;
  for (let period = first + cycle - 1; period <= Math.min(late, end); period += cycle) {
    let found = false;
    for (let m = period - cycle + 1; m <= period && !found; m++) found = valueAt(readings, m) !== null;
    if (!found) missing.push(period);
    notReported = !found;
  }
  // a later reading shows that somebody still reports: only an open end is silence
  const since = missing.at(-1);
  if (notReported && since !== undefined && readings && readings.from + readings.values.length > since + 1) {
    const now = Math.min(readings.from + readings.values.length - 1, monthIndex(asAt));
    for (let m = since + 1; m <= now && notReported; m++) notReported = valueAt(readings, m) === null;
  }
  return { missing, notReported };
}
