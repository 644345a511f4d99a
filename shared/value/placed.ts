// Where a measure's series stand on the calendar: what is keyed by months after a start is laid onto months of the year.
import type { Column } from '#shared/change/run.ts';
import type { Benefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { expectedDay, type Milestone } from '#shared/domain/delivery.ts';
import { approvedVersion, type Measure, planSeries } from '#shared/domain/measure.ts';
import { type MonthIndex, monthIndex } from '#shared/kit/period.ts';

/** The month a benefit's profile starts in now; undefined where neither a milestone nor a date says so. */
export function startMonthOf(benefit: Benefit, milestone: Milestone | undefined): MonthIndex | undefined {
  const day = benefit.startMilestone ? milestone && expectedDay(milestone) : benefit.start;
  return day === undefined ? undefined : monthIndex(day) + (benefit.startOffset ?? 0);
}

/** The same, with the milestone looked up. */
export const anchorOf = (book: Book, benefit: Benefit): MonthIndex | undefined =>
  startMonthOf(benefit, book.get('milestone', benefit.startMilestone));

/** A series on the calendar. */
export interface Placed {
  readonly from: MonthIndex;
  readonly values: readonly (number | null)[];
}

/** Moves a series that counts months after a start onto the calendar. */
export const placeAt = (column: Column<number> | undefined, anchor: MonthIndex | undefined): Placed | undefined =>
  column && anchor !== undefined && column.values.some((value) => value !== null)
    ? { from: anchor + column.from, values: column.values }
    : undefined;

/** Plan version `version`, where it was approved; a draft of the first plan follows the benefit's start. */
export function placedPlan(measure: Measure, version: number, start: MonthIndex | undefined): Placed | undefined {
  return placeAt(measure[planSeries(version)], measure[`version/${version}`]?.anchor ?? start);
}

/** The plan that counts, and the first one beside it. */
export function placedPlans(measure: Measure, start: MonthIndex | undefined) {
  const approved = approvedVersion(measure);
  const version = Math.max(1, approved);
  const plan = placedPlan(measure, version, start);
  return { approved, plan, first: version === 1 ? plan : placedPlan(measure, 1, start) };
}

export type MeasureEntry = Entry<'measure'>;
