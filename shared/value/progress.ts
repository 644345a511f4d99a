// The three progress figures of a measure: delivered, on track, outturn.
import { type Measure, rollUpOf } from '#shared/domain/measure.ts';
import type { Ledger } from './ledger.ts';

export interface Progress {
  /** ΣI actual ÷ ΣI plan over the whole life; for a level I(last) ÷ I(target). A fraction. */
  readonly delivered: number | undefined;
  /** ΣI actual ÷ ΣI plan, both to the last period read; for a level, both at it. A fraction. */
  readonly onTrack: number | undefined;
  /** The same against the first plan. */
  readonly onTrackFirst: number | undefined;
  /** ΣI actual + ΣI forecast after it; for a level the last I expected. In units of improvement. */
  readonly outturn: number | undefined;
  /** The parts they are made of, in units of improvement, for the working. */
  readonly actual: number | undefined;
  readonly planToDate: number | undefined;
  readonly firstToDate: number | undefined;
  readonly planWhole: number | undefined;
}

const NOTHING: Progress = {
  delivered: undefined,
  onTrack: undefined,
  onTrackFirst: undefined,
  outturn: undefined,
  actual: undefined,
  planToDate: undefined,
  firstToDate: undefined,
  planWhole: undefined,
};

/**
 * 1 + (actual − plan) ÷ |plan|: the plain ratio where the plan is an improvement, and less harm than planned is above
 * 100 % where the plan is harm. Undefined where nothing is planned.
 */
export const against = (actual: number | undefined, plan: number | undefined): number | undefined =>
  actual === undefined || plan === undefined || plan === 0 ? undefined : 1 + (actual - plan) / Math.abs(plan);

export function progressOf(measure: Measure, ledger: Ledger): Progress {
  if (ledger.incomplete) return NOTHING;
  return rollUpOf(measure) === 'flow' ? flowProgress(ledger) : levelProgress(measure, ledger);
}

function flowProgress(ledger: Ledger): Progress {
  const read = ledger.lastRead === undefined ? -1 : ledger.lastRead - ledger.from;
  const actual = read < 0 ? undefined : sum(ledger.actual, 0, read);
  const planToDate = sum(ledger.plan, 0, read);
  const planWhole = sum(ledger.plan, 0, ledger.months - 1);
  const firstToDate = sum(ledger.first, 0, read);
  const ahead = sum(ledger.forecast, read + 1, ledger.months - 1);
  return {
    actual,
    planToDate,
    firstToDate,
    planWhole,
    delivered: against(actual, planWhole),
    onTrack: against(actual, planToDate),
    onTrackFirst: against(actual, firstToDate),
    outturn: actual === undefined && ahead === undefined ? undefined : (actual ?? 0) + (ahead ?? 0),
  };
}

function levelProgress(measure: Measure, ledger: Ledger): Progress {
  const read = ledger.lastRead === undefined ? -1 : ledger.lastRead - ledger.from;
  const actual = at(ledger.actual, read);
  const planToDate = lastUpTo(ledger.plan, read);
  const firstToDate = lastUpTo(ledger.first, read);
  const planWhole = targetImprovement(measure) ?? lastUpTo(ledger.plan, ledger.months - 1);
  const expected = lastUpTo(ledger.forecast, ledger.months - 1, read + 1);
  return {
    actual,
    planToDate,
    firstToDate,
    planWhole,
    delivered: against(actual, planWhole),
    onTrack: against(actual, planToDate),
    onTrackFirst: against(actual, firstToDate),
    outturn: expected ?? actual,
  };
}

/** I(target) against the start value. */
export const targetImprovement = (measure: Measure): number | undefined =>
  measure.target === undefined || measure.startValue === undefined || measure.direction === undefined
    ? undefined
    : measure.direction * (measure.target - measure.startValue);

/** Σ of what is said in months from … to; undefined where nothing is. */
export function sum(series: Float64Array, from: number, to: number): number | undefined {
  let total = 0;
  let any = false;
  for (let i = Math.max(0, from); i <= to && i < series.length; i++) {
    const value = series[i] as number;
    if (Number.isNaN(value)) continue;
    total += value;
    any = true;
  }
  return any ? total : undefined;
}

function at(series: Float64Array, place: number): number | undefined {
  const value = series[place];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

function lastUpTo(series: Float64Array, to: number, from = 0): number | undefined {
  for (let i = Math.min(to, series.length - 1); i >= from; i--) {
    const value = series[i] as number;
    if (!Number.isNaN(value)) return value;
  }
  return undefined;
}
