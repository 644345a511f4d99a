// Writes a run of months into a series of a measure: readings, forecast, a plan that is still a draft, the counterfactual.
import { runName, valueAt } from '#shared/change/run.ts';
import { approvedVersion, type Measure, type Reading, readingValue } from '#shared/domain/measure.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { anchorOf } from '#shared/value/placed.ts';
import { type Act, always } from './act.ts';

export const SERIES = ['plan', 'forecast', 'actual', 'counterfactual'] as const;
export type Series = (typeof SERIES)[number];

export interface SeriesInput {
  readonly measure: RecordId;
  readonly series: Series;
  /** The calendar month of the first value. */
  readonly from: MonthIndex;
  /** Null clears a month. */
  readonly values: readonly (number | null)[];
  /** Goes with every reading that changes. */
  readonly evidence?: string;
}

export const writeSeries: Act<SeriesInput> = {
  name: 'act.writeSeries',
  allowed: always,
  run: (book, { measure: id, series, from, values, evidence }, ctx) => {
    const measure = book.get('measure', id);
    if (!measure) return refuse('act.recordGone');
    if (values.length === 0) return done({ act: writeSeries.name, writes: [] });
    const bad = values.findIndex((value) => value !== null && !Number.isFinite(value));
    if (bad >= 0) return refuse('series.notANumber', { month: firstDay(from + bad) }, series);
    if (series === 'actual') {
      // a book that reports on a later day than this laptop's clock has lived that day
      const here = today(ctx);
      const reported = book.office.reportingDate ?? here;
      const now = monthIndex(reported > here ? reported : here);
      const late = values.findIndex((value, i) => value !== null && from + i > now);
      if (late >= 0) return refuse('series.inFuture', { month: firstDay(from + late) }, series);
      return done({
        act: writeSeries.name,
        writes: [write(id, 'actual@', from, readings(measure, from, values, evidence))],
      });
    }
    if (series === 'counterfactual')
      return done({ act: writeSeries.name, writes: [write(id, 'counterfactual@', from, values)] });
    if (series === 'plan' && approvedVersion(measure) > 0) return refuse('series.planApproved', {}, series);
    const benefit = book.get('benefit', measure.benefit);
    const anchor = benefit && anchorOf(book, benefit);
    if (anchor === undefined) return refuse('series.noStart', {}, 'start');
    return done({
      act: writeSeries.name,
      writes: [write(id, series === 'plan' ? 'plan1@' : 'forecast@', from - anchor, values)],
    });
  },
};

function write(record: RecordId, series: string, from: number, values: readonly unknown[]) {
  const field = runName({ series, from, count: values.length });
  return { kind: 'measure', record, field, value: values.length === 1 ? values[0] : values };
}

/** A reading that stays the same number keeps its evidence unless new evidence is given. */
function readings(
  measure: Measure,
  from: MonthIndex,
  values: readonly (number | null)[],
  evidence: string | undefined,
): (Reading | null)[] {
  return values.map((value, i) => {
    if (value === null) return null;
    const before = valueAt(measure['actual@'], from + i);
    const text = evidence?.trim();
    if (text) return { value, evidence: text };
    return before !== null && readingValue(before) === value ? before : value;
  });
}
