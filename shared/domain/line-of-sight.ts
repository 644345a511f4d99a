// Driver, Enabler and EnablingChange: what stands at the ends and at the start of a line of sight.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { day, type Fields, link, text, title } from './field.ts';

/** Why anything is done at all: a pressure, a problem, a law. It feeds nothing; objectives answer it. */
export interface Driver {
  readonly title: string;
  readonly description?: string;
  /** The day it ceased to matter. */
  readonly retired?: Day;
}

export const driverFields: Fields = { title, description: text, retired: day };

/** What a component puts out: a system, a building, a rule. Alone it gives no benefit. */
export interface Enabler {
  readonly title: string;
  /** The component whose output it is. */
  readonly component?: RecordId;
  readonly owner?: RecordId;
  readonly due?: Day;
  readonly done?: Day;
  readonly note?: string;
}

export const enablerFields: Fields = { title, component: link, owner: link, due: day, done: day, note: text };

/** What must be done once so that people can work in the new way: training, a policy, data made ready. */
export type EnablingChange = Enabler;

export const enablingChangeFields: Fields = enablerFields;
