// The months of a measure as rows: what was planned, is forecast, was read, and whether it was verified.
import { valueAt } from '#shared/change/run.ts';
import type { Benefit } from '#shared/domain/benefit.ts';
import { type Measure, type Reading, readingValue } from '#shared/domain/measure.ts';
import { type Day, firstDay, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import { isVerified } from '#shared/value/ledger.ts';
import { placeAt, placedPlan, placedPlans } from '#shared/value/placed.ts';

export interface MonthRow {
  readonly id: string;
  readonly month: MonthIndex;
  readonly day: Day;
  readonly plan: number | null;
  readonly first: number | null;
  readonly forecast: number | null;
  readonly actual: number | null;
  readonly evidence: string;
  /** verified, returned with a reason, or waiting; empty without a reading. */
  readonly check: 'verified' | 'returned' | 'waiting' | '';
  readonly reason: string;
  readonly counterfactual: number | null;
}

/** Months shown beyond what is said: room to write the next ones. */
const ROOM = 3;
const LEAST = 12;

export function monthRows(
  measure: Measure,
  benefit: Benefit | undefined,
  start: MonthIndex | undefined,
  asAt: Day,
): MonthRow[] {
  const { approved, plan } = placedPlans(measure, start);
  const first = approved > 1 ? placedPlan(measure, 1, start) : undefined;
  const forecast = placeAt(measure['forecast@'], start);
  // months that were cleared, as by an undo, ask for no rows
  const said = [plan, first, forecast, measure['actual@'], measure['counterfactual@']].flatMap((each) => {
    const until = each?.values.findLastIndex((value) => value !== null) ?? -1;
    const since = each?.values.findIndex((value) => value !== null) ?? -1;
    return each && until >= 0 ? [{ since: each.from + since, until: each.from + until + 1 }] : [];
  });
  const now = monthIndex(asAt);
  const from = Math.min(...said.map((each) => each.since), ...(said.length === 0 ? [start ?? now] : []));
  const end = Math.max(...said.map((each) => each.until), from + LEAST) + ROOM;
  return Array.from({ length: end - from }, (_, i) => {
    const month = from + i;
    const reading: Reading | null = valueAt(measure['actual@'], month);
    const verdict = valueAt(measure['check@'], month);
    const actual = readingValue(reading);
    return {
      id: String(month),
      month,
      day: firstDay(month),
      plan: plan?.values[month - plan.from] ?? null,
      first: first?.values[month - first.from] ?? null,
      forecast: forecast?.values[month - forecast.from] ?? null,
      actual,
      evidence: reading !== null && typeof reading === 'object' ? (reading.evidence ?? '') : '',
      check:
        actual === null
          ? ''
          : isVerified(measure, benefit, month)
            ? 'verified'
            : verdict?.verdict === 'returned' && verdict.value === actual
              ? 'returned'
              : 'waiting',
      reason: verdict?.reason ?? '',
      counterfactual: valueAt(measure['counterfactual@'], month),
    };
  });
}

/** The empty month `by` months after the last row: where a pasted column goes on. */
export function monthBeyond({ month: last }: MonthRow, by: number): MonthRow {
  const month = last + by;
  const nothing = { plan: null, first: null, forecast: null, actual: null, counterfactual: null };
  return { id: String(month), month, day: firstDay(month), ...nothing, evidence: '', check: '', reason: '' };
}
