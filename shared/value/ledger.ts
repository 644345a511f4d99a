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
  if (value === null) return false;
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
  const sign = measure.direction;
  const counterfactual = counterfactuals(measure, from, months);
  const incomplete = sign === undefined ? 'direction' : counterfactual === undefined ? 'startValue' : undefined;
  const shell = { from, months, planVersion: approved, until: lastFullMonth(asAt), incomplete } as const;
  const lay = (placed: Placed | undefined) =>
    improvementsOf(
      placed,
      from,
      months,
      incomplete ? undefined : counterfactual,
      sign ?? 1,
      rollUpOf(measure) !== 'flow',
    );
  const read = readActuals(measure, benefit, shell, counterfactual ?? new Float64Array(months), cycle, asAt);
  return {
    ...shell,
    plan: lay(plan),
    first: lay(first),
    forecast: lay(forecast),
    ...read,
    // nothing is due of a plan nobody approved yet
    ...dueState(approved > 0 ? plan : undefined, readings, cycle, asAt),
  };
}

/** The value without the benefit for each month; the last one said is held, the start value before the first. */
function counterfactuals(measure: Measure, from: MonthIndex, months: number): Float64Array | undefined {
  const said = measure['counterfactual@'];
  if (measure.startValue === undefined && !said) return undefined;
  const values = new Float64Array(months);
  let held = measure.startValue ?? said?.values.find((value) => value !== null) ?? 0;
  if (said) for (let m = said.from; m < from; m++) held = valueAt(said, m) ?? held;
  for (let i = 0; i < months; i++) {
    if (said) held = valueAt(said, from + i) ?? held;
    values[i] = held;
  }
  return values;
}

/** A stock keeps its last level between two that are said; a flow has none where none is said. */
function improvementsOf(
  placed: Placed | undefined,
  from: MonthIndex,
  months: number,
  counterfactual: Float64Array | undefined,
  sign: 1 | -1,
  holds: boolean,
): Float64Array {
  const out = new Float64Array(months).fill(Number.NaN);
  if (!placed || !counterfactual) return out;
  let level: number | null = null;
  for (let i = 0; i < placed.values.length; i++) {
    const value: number | null = placed.values[i] ?? (holds ? level : null);
    if (value === null) continue;
    level = value;
    const at = placed.from + i - from;
    out[at] = sign * (value - (counterfactual[at] as number));
  }
  return out;
}

/** Readings laid onto the months they cover: a flow's is spread evenly over its cycle, a level holds for all of it. */
function readActuals(
  measure: Measure,
  benefit: Benefit | undefined,
  shell: Pick<Ledger, 'from' | 'months' | 'incomplete'>,
  counterfactual: Float64Array,
  cycle: number,
  asAt: Day,
) {
  const actual = new Float64Array(shell.months).fill(Number.NaN);
  const verified = new Float64Array(shell.months).fill(Number.NaN);
  const column: Column<Reading> | undefined = measure['actual@'];
  const flow = rollUpOf(measure) === 'flow';
  const latest = monthIndex(asAt);
  let lastRead: MonthIndex | undefined;
  let [readings, verifiedReadings] = [0, 0];
  for (let i = 0; column && i < column.values.length; i++) {
    const value = readingValue(column.values[i] ?? null);
    const month = column.from + i;
    if (value === null || month > latest) continue;
    readings++;
    lastRead = month;
    const sure = isVerified(measure, benefit, month);
    if (sure) verifiedReadings++;
    if (shell.incomplete) continue;
    const end = month - shell.from;
    for (let at = Math.max(0, end - cycle + 1); at <= end; at++) {
      const level = flow ? value / cycle : value;
      const improvement = (measure.direction as number) * (level - (counterfactual[at] as number));
      actual[at] = improvement;
      verified[at] = sure ? improvement : Number.NaN;
    }
  }
  return { actual, verified, lastRead, readings, verifiedReadings };
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
  for (const period of duePeriods(first, cycle, Math.min(late, end))) {
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
