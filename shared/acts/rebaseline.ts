// Re-baselines the plan of a measure: a new version with its reason; the versions before stay as they were approved.
import { runName } from '#shared/change/run.ts';
import { approvedVersion, planSeries } from '#shared/domain/measure.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface Rebaseline {
  readonly measure: RecordId;
  readonly reason: string;
  /** The calendar month of the first value. */
  readonly from: MonthIndex;
  readonly values: readonly (number | null)[];
}

export const rebaseline: Act<Rebaseline> = {
  name: 'act.rebaseline',
  allowed: always,
  run: (book, { measure: id, reason, from, values }, ctx) => {
    const measure = book.get('measure', id);
    if (!measure) return refuse('act.recordGone');
    if (reason.trim() === '') return refuse('series.needsReason', {}, 'reason');
    if (!values.some((value) => value !== null)) return refuse('series.emptyPlan', {}, 'plan');
    const version = approvedVersion(measure) + 1;
    const series = planSeries(version);
    return done({
      act: rebaseline.name,
      writes: [
        {
          kind: 'measure',
          record: id,
          field: runName({ series, from: 0, count: values.length }),
          value: values.length === 1 ? values[0] : values,
        },
        {
          kind: 'measure',
          record: id,
          field: `version/${version}`,
          value: { on: today(ctx), reason: reason.trim(), anchor: from, ...(ctx.by && { by: ctx.by }) },
        },
      ],
    });
  },
};
