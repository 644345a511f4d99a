// Months rolled up to quarters and years of the organisation's own calendar: a flow adds, a level keeps its last value.
import type { RollUp } from '#shared/domain/measure.ts';
import { fiscalQuarterOf, fiscalYearOf, type MonthIndex } from '#shared/kit/period.ts';

export type Grain = 'month' | 'quarter' | 'year';

/** The name of the period a month lies in: the month itself, '2027-Q1', or '2027' (the fiscal year by its end). */
export function periodOf(month: MonthIndex, grain: Grain, fiscalYearStart: number): string {
  if (grain === 'month') return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  const year = fiscalYearOf(month, fiscalYearStart);
  return grain === 'year' ? String(year) : `${year}-Q${fiscalQuarterOf(month, fiscalYearStart)}`;
}

export interface Rolled {
  readonly period: string;
  /** Undefined where no month of the period says anything. */
  readonly value: number | undefined;
}

/** @param series by month from `from` on; NaN where nothing is said. Ratios are never added: they roll as levels do. */
export function rollUp(
  series: Float64Array,
  from: MonthIndex,
  how: RollUp,
  grain: Grain,
  fiscalYearStart: number,
): Rolled[] {
  const out: { period: string; value: number | undefined }[] = [];
  for (let i = 0; i < series.length; i++) {
    const period = periodOf(from + i, grain, fiscalYearStart);
    let last = out.at(-1);
    if (last?.period !== period) {
      last = { period, value: undefined };
      out.push(last);
    }
    const value = series[i] as number;
    if (Number.isNaN(value)) continue;
    last.value = how === 'flow' ? (last.value ?? 0) + value : value;
  }
  return out;
}
