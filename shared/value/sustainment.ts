// Sustainment: is what was gained still there? Floors, erosion, and the reviews that fall due after transition.
import { valueAt } from '#shared/change/run.ts';
import { type Benefit, type BenefitState, stateOfBenefit } from '#shared/domain/benefit.ts';
import { leadOf } from '#shared/domain/benefit-steps.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { type Measure, readingValue } from '#shared/domain/measure.ts';
import { addMonths, type Day, type MonthIndex, monthIndex } from '#shared/kit/period.ts';

/** Due readings below the floor in a row that make a benefit eroded. */
const BELOW_TO_ERODE = 2;

export interface Watched {
  readonly benefit: Entry<'benefit'>;
  readonly lead: Entry<'measure'> | undefined;
  /** The last readings after transition, newest first. */
  readonly readings: readonly { readonly month: MonthIndex; readonly value: number; readonly below: boolean }[];
  readonly below: number;
  readonly eroded: boolean;
  /** The earliest review that fell due and was not held, else the next to come. */
  readonly review: { readonly due: Day; readonly overdue: boolean } | undefined;
  /** True where its component is finished or gone: a live benefit after closure. */
  readonly afterClosure: boolean;
}

/** Worse than the floor: under it where up is good, over it where down is good. */
const isBelow = (measure: Measure, value: number, floor: number): boolean =>
  (measure.direction ?? 1) * (value - floor) < 0;

/** Readings after the transition and not after the date, newest first. */
function readingsSince(measure: Measure, since: Day | undefined, asAt: Day): { month: MonthIndex; value: number }[] {
  const column = measure['actual@'];
  if (!column) return [];
  const first = Math.max(column.from, since ? monthIndex(since) : column.from);
  const out: { month: MonthIndex; value: number }[] = [];
  for (let m = Math.min(column.from + column.values.length - 1, monthIndex(asAt)); m >= first; m--) {
    const value = readingValue(valueAt(column, m));
    if (value !== null) out.push({ month: m, value });
  }
  return out;
}

/** The state a benefit stands in: as it was moved to, and Eroded where its readings have made it so. */
export function standingState(benefit: Benefit, lead: Measure | undefined, asAt: Day): BenefitState {
  const state = stateOfBenefit(benefit);
  return state === 'sustaining' && lead !== undefined && erodedBy(lead, benefit, asAt) ? 'eroded' : state;
}

/** Eroded after two due readings below the floor in a row; one reading at the floor or better mends it. */
export function erodedBy(lead: Measure, benefit: Benefit, asAt: Day): boolean {
  if (benefit.floor === undefined) return false;
  const floor = benefit.floor;
  const last = readingsSince(lead, benefit.handedOver, asAt).slice(0, BELOW_TO_ERODE);
  return last.length === BELOW_TO_ERODE && last.every(({ value }) => isBelow(lead, value, floor));
}

/** Reviews fall due 6 and 12 months after transition, then every year. */
export function* reviewDays(handedOver: Day): Iterable<Day> {
  yield addMonths(handedOver, 6);
  for (let months = 12; months <= 360; months += 12) yield addMonths(handedOver, months);
}

/** The earliest review not held; overdue once its day has passed. */
export function reviewDue(benefit: Entry<'benefit'>, held: ReadonlySet<Day>, asAt: Day): Watched['review'] {
  if (!benefit.handedOver) return undefined;
  for (const due of reviewDays(benefit.handedOver)) if (!held.has(due)) return { due, overdue: due < asAt };
  return undefined;
}

const SUSTAINED: ReadonlySet<string> = new Set(['sustaining', 'sustained', 'eroded']);

/** Every benefit in sustainment, and every live one whose component has ended: the committee's watch list. */
export function watchList(book: Book, asAt: Day): Watched[] {
  const held = new Map<string, Set<Day>>();
  for (const review of book.all('review')) {
    const days = held.get(review.benefit) ?? new Set();
    held.set(review.benefit, days.add(review.due));
  }
  const out: Watched[] = [];
  for (const benefit of book.all('benefit')) {
    const component = book.get('component', benefit.component);
    const end = component?.end;
    const afterClosure = typeof end === 'string' && end < asAt;
    const live = benefit.state === 'realising' || benefit.state === 'realised';
    if (!SUSTAINED.has(benefit.state ?? '') && !(afterClosure && live)) continue;
    const lead = leadOf(benefit, measuresOf(book, benefit));
    const floor = benefit.floor;
    const readings = (lead ? readingsSince(lead, benefit.handedOver, asAt) : []).slice(0, 4).map((each) => ({
      ...each,
      below: lead !== undefined && floor !== undefined && isBelow(lead, each.value, floor),
    }));
    const below = readings.findIndex((each) => !each.below);
    out.push({
      benefit,
      lead,
      readings,
      below: below < 0 ? readings.length : below,
      eroded: lead !== undefined && erodedBy(lead, benefit, asAt),
      review: reviewDue(benefit, held.get(benefit.id) ?? new Set(), asAt),
      afterClosure,
    });
  }
  return out;
}
