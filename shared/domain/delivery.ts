// Milestone, Dependency and BusinessChange: the dated events and changes that a benefit waits for.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { day, type Fields, flag, link, text, title } from './field.ts';

/** A dated event of a component. The forecast moves what starts from it; the plan stays as approved. */
export interface Milestone {
  readonly title: string;
  readonly component?: RecordId;
  readonly plan?: Day;
  readonly forecast?: Day;
  /** The day it happened. */
  readonly actual?: Day;
}

export const milestoneFields: Fields = { title, component: link, plan: day, forecast: day, actual: day };

/** The day a milestone is expected now: as it happened, else as forecast, else as planned. */
export const expectedDay = (milestone: Milestone): Day | undefined =>
  milestone.actual ?? milestone.forecast ?? milestone.plan;

/** What one component gives another, by when, agreed by both. */
export interface Dependency {
  readonly title: string;
  readonly giver?: RecordId;
  readonly taker?: RecordId;
  readonly due?: Day;
  readonly agreedByGiver?: boolean;
  readonly agreedByTaker?: boolean;
}

export const dependencyFields: Fields = {
  title,
  giver: link,
  taker: link,
  due: day,
  agreedByGiver: flag,
  agreedByTaker: flag,
};

/** A new way of working that benefits need. */
export interface BusinessChange {
  readonly title: string;
  readonly component?: RecordId;
  readonly owner?: RecordId;
  readonly due?: Day;
  readonly done?: Day;
  readonly note?: string;
}

export const businessChangeFields: Fields = { title, component: link, owner: link, due: day, done: day, note: text };
