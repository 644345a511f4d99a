// What is due from owners in a span of months: readings, forecasts of the months after it, attestations, acceptances.
import { valueAt } from '#shared/change/run.ts';
import { ATTESTED, type BenefitState, isLive, stateOfBenefit } from '#shared/domain/benefit.ts';
import { isAccepted } from '#shared/domain/benefit-steps.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { CADENCE_MONTHS, cadenceOf, type Reading, readingValue, rollUpOf } from '#shared/domain/measure.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import { duePeriods } from './ledger.ts';
import { anchorOf, type Placed, placeAt, placedPlans } from './placed.ts';
import type { Span } from './span.ts';

export interface DueReading {
  readonly measure: Entry<'measure'>;
  /** The last month of the cycle it speaks of, and how many months that has. */
  readonly month: MonthIndex;
  readonly cycle: number;
  /** What was planned for the cycle: the sum of a flow, the last level of anything else. */
  readonly plan: number | null;
  /** What already stands there. */
  readonly standing: Reading | null;
  /** The last reading before it. */
  readonly last: { readonly month: MonthIndex; readonly value: number } | undefined;
  /** Why the verifier sent back what stands there. */
  readonly returned: string | undefined;
}

export interface OpenForecast {
  readonly measure: Entry<'measure'>;
  /** The month its forecast is counted from. */
  readonly anchor: MonthIndex;
  readonly months: readonly {
    readonly month: MonthIndex;
    readonly plan: number | null;
    readonly value: number | null;
  }[];
}

export interface DueBenefit {
  readonly benefit: Entry<'benefit'>;
  readonly owner: Entry<'person'>;
  /** The topmost component it belongs to. */
  readonly programme: Entry<'component'> | undefined;
  readonly readings: readonly DueReading[];
  readonly forecasts: readonly OpenForecast[];
  /** A statement is asked for once a span. */
  readonly attestation: boolean;
  /** Its owner has not taken it on yet. */
  readonly acceptance: boolean;
}

/** States in which readings go on after the last month of the profile. */
const HELD: ReadonlySet<BenefitState> = new Set(['realised', 'sustaining', 'eroded']);

/** Months a forecast is asked for beyond the span. */
export const MONTHS_AHEAD = 12;

/** Everything due in a span, by owner's and benefit's name; a benefit nobody owns is a vacancy, not a debt. */
export function dueIn(book: Book, span: Span, monthsAhead = MONTHS_AHEAD): DueBenefit[] {
  const due: DueBenefit[] = [];
  for (const benefit of book.all('benefit')) {
    const owner = book.get('person', benefit.owner);
    const state = stateOfBenefit(benefit);
    if (!owner || !isLive(benefit)) continue;
    const start = anchorOf(book, benefit);
    const own = [...measuresOf(book, benefit)].sort(
      (a, b) =>
        Number(b.id === benefit.leadMeasure) - Number(a.id === benefit.leadMeasure) || compareText(a.name, b.name),
    );
    const holds = HELD.has(state) || benefit.handedOver !== undefined;
    due.push({
      benefit,
      owner,
      programme: topComponent(book, benefit.component),
      readings: own.flatMap((measure) => readingsDue(measure, start, holds, span)),
      forecasts: own.flatMap((measure) => openForecast(measure, start, holds, span, monthsAhead)),
      attestation: ATTESTED.has(state),
      acceptance: !isAccepted(benefit),
    });
  }
  return due.sort((a, b) => compareText(a.owner.name, b.owner.name) || compareText(a.benefit.title, b.benefit.title));
}

/** Whether anything is asked for within a span; a benefit not yet accepted alone is no reason to write to its owner. */
export const isAskedFor = (due: DueBenefit): boolean =>
  due.readings.length > 0 || due.forecasts.length > 0 || due.attestation;

/** First and last month anything stands in. */
function spanOf(placed: Placed | undefined): readonly [MonthIndex, MonthIndex] | undefined {
  if (!placed) return undefined;
  const first = placed.values.findIndex((value) => value !== null);
  const last = placed.values.findLastIndex((value) => value !== null);
  return first < 0 ? undefined : [placed.from + first, placed.from + last];
}

function profileOf(measure: Entry<'measure'>, start: MonthIndex | undefined, holds: boolean) {
  const { plan } = placedPlans(measure, start);
  const forecast = placeAt(measure['forecast@'], start);
  const [planned, foreseen] = [spanOf(plan), spanOf(forecast)];
  const first = planned?.[0] ?? foreseen?.[0];
  const last = holds ? Number.POSITIVE_INFINITY : Math.max(planned?.[1] ?? -1, foreseen?.[1] ?? -1);
  return { plan, forecast, first, last };
}

const placedAt = (placed: Placed | undefined, month: MonthIndex): number | null =>
  placed?.values[month - placed.from] ?? null;

function readingsDue(
  measure: Entry<'measure'>,
  start: MonthIndex | undefined,
  holds: boolean,
  span: Span,
): DueReading[] {
  const { plan, first, last } = profileOf(measure, start, holds);
  if (first === undefined) return [];
  const cycle = CADENCE_MONTHS[cadenceOf(measure)];
  const due: DueReading[] = [];
  for (const month of duePeriods(first, cycle, Math.min(span.to, last))) {
    if (month < span.from) continue;
    const verdict = valueAt(measure['check@'], month);
    const standing = valueAt(measure['actual@'], month);
    const isReturned = verdict?.verdict === 'returned' && verdict.value === readingValue(standing);
    due.push({
      measure,
      month,
      cycle,
      plan: plannedFor(measure, plan, month, cycle),
      standing,
      last: lastBefore(measure, month),
      returned: isReturned ? (verdict.reason ?? '') : undefined,
    });
  }
  return due;
}

function plannedFor(
  measure: Entry<'measure'>,
  plan: Placed | undefined,
  month: MonthIndex,
  cycle: number,
): number | null {
  const values = Array.from({ length: cycle }, (_, at) => placedAt(plan, month - at)).filter((x) => x !== null);
  if (rollUpOf(measure) !== 'flow') return values[0] ?? null;
  return values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0);
}

function lastBefore(measure: Entry<'measure'>, month: MonthIndex): DueReading['last'] {
  const readings = measure['actual@'];
  for (let at = Math.min(month - 1, (readings?.from ?? 0) + (readings?.values.length ?? 0) - 1); readings; at--) {
    if (at < readings.from) return undefined;
    const value = readingValue(valueAt(readings, at));
    if (value !== null) return { month: at, value };
  }
  return undefined;
}

/** The months after the span in which the benefit is expected to flow; none where nothing says when it starts. */
function openForecast(
  measure: Entry<'measure'>,
  start: MonthIndex | undefined,
  holds: boolean,
  span: Span,
  monthsAhead: number,
): OpenForecast[] {
  if (start === undefined) return [];
  const { plan, forecast, first, last } = profileOf(measure, start, holds);
  const from = Math.max(span.to + 1, Math.min(start, first ?? start));
  const to = Math.min(span.to + monthsAhead, first === undefined ? Number.POSITIVE_INFINITY : last);
  if (from > to) return [];
  const months = Array.from({ length: to - from + 1 }, (_, at) => ({
    month: from + at,
    plan: placedAt(plan, from + at),
    value: placedAt(forecast, from + at),
  }));
  return [{ measure, anchor: start, months }];
}

/** The topmost component above one; where links run in a circle (a merge can do that), the last one met. */
export function topComponent(book: Book, id: RecordId | undefined): Entry<'component'> | undefined {
  const met = new Set<RecordId>();
  let top = book.get('component', id);
  while (top?.parent && !met.has(top.id)) {
    met.add(top.id);
    const above = book.get('component', top.parent);
    if (!above) break;
    top = above;
  }
  return top;
}

/** Who is written to: an owner, or the programme an owner's benefits belong to. */
export interface Debtor {
  readonly person?: RecordId;
  readonly component?: RecordId;
  readonly due: readonly DueBenefit[];
}

/** What is due, as one list for each owner, or for each programme; benefits of no component stay with their owner. */
export function debtorsOf(due: readonly DueBenefit[], by: 'owner' | 'programme'): Debtor[] {
  const groups = new Map<string, { person?: RecordId; component?: RecordId; due: DueBenefit[] }>();
  for (const each of due) {
    const who = by === 'programme' && each.programme ? { component: each.programme.id } : { person: each.owner.id };
    const key = JSON.stringify(who);
    const group = groups.get(key);
    if (group) group.due.push(each);
    else groups.set(key, { ...who, due: [each] });
  }
  return [...groups.values()].filter((group) => group.due.some(isAskedFor));
}
