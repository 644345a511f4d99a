// Value status: is the benefit coming as planned? Always with its number and its reason; a status by hand shows both.

import { SERIES_MARK } from '#shared/change/run.ts';
import type { Benefit, Override, ValueStatus } from '#shared/domain/benefit.ts';
import type { Hiding } from '#shared/domain/book.ts';
import type { Ledger } from './ledger.ts';
import type { Progress } from './progress.ts';

/** Points of per cent below plan that are still tolerated where a benefit says nothing of its own. */
export const USUAL_TOLERANCE = 10;
/** A variance beyond this fraction asks for a narrative. */
export const NARRATIVE_VARIANCE = 0.05;

/** Why a status is what it is: the tail of a key of `shared/words` under 'why.'. */
export type StatusWhy =
  | 'onPlan'
  | 'withinTolerance'
  | 'belowTolerance'
  | 'noMeasure'
  | 'incomplete'
  | 'noPlan'
  | 'notStarted'
  | 'noReading'
  | 'readingMissing'
  | 'nothingPlanned'
  | 'planWorse'
  | 'withheld'
  | 'ended';

export interface StatusOf {
  readonly status: ValueStatus;
  /** On-track as a fraction, against the latest approved plan. */
  readonly ratio: number | undefined;
  readonly why: StatusWhy;
  readonly tolerance: number;
  /** The same on the first plan, where there is more than one. */
  readonly first: { readonly status: ValueStatus; readonly ratio: number | undefined } | undefined;
  /** What the rule says, where `status` was set by hand. */
  readonly computed: ValueStatus;
  readonly override: Override | undefined;
  /** Variance passes ±5 %: the committee will ask why. */
  readonly asksNarrative: boolean;
}

/** On plan or better: on track; within the tolerance: watch; else off track. */
export function judge(ratio: number, tolerance: number): 'onTrack' | 'watch' | 'offTrack' {
  // a hair's breadth of rounding must not turn 100 % into a warning
  const slack = 1e-9;
  if (ratio >= 1 - slack) return 'onTrack';
  return ratio >= 1 - tolerance / 100 - slack ? 'watch' : 'offTrack';
}

interface Lead {
  readonly ledger: Ledger;
  readonly progress: Progress;
  readonly measure?: Hiding;
}

/** @param lead the ledger and progress of the benefit's lead measure; undefined where it has none */
export function statusOf(benefit: Benefit, lead: Lead | undefined): StatusOf {
  const tolerance = benefit.tolerance ?? USUAL_TOLERANCE;
  const { status, why, ratio } = rule(lead, tolerance, benefit.disbenefit === true);
  const firstRatio = lead?.progress.onTrackFirst;
  const several = lead !== undefined && lead.ledger.planVersion > 1;
  return {
    status: benefit.override?.status ?? status,
    computed: status,
    why,
    ratio,
    tolerance,
    first:
      several && firstRatio !== undefined
        ? { ratio: firstRatio, status: status === 'notReported' ? status : judge(firstRatio, tolerance) }
        : undefined,
    override: benefit.override,
    asksNarrative: ratio !== undefined && Math.abs(ratio - 1) > NARRATIVE_VARIANCE,
  };
}

const BECAUSE = { onTrack: 'onPlan', watch: 'withinTolerance', offTrack: 'belowTolerance' } as const;

function rule(
  lead: Lead | undefined,
  tolerance: number,
  harms: boolean,
): { status: ValueStatus; why: StatusWhy; ratio: number | undefined } {
  if (!lead) return { status: 'notDue', why: 'noMeasure', ratio: undefined };
  if (lead.measure?.$withheld?.some((field) => field.endsWith(SERIES_MARK)))
    return { status: 'notDue', why: 'withheld', ratio: undefined };
  const { ledger, progress } = lead;
  const ratio = progress.onTrack;
  if (ledger.incomplete) return { status: 'notDue', why: 'incomplete', ratio };
  if (ledger.notReported) return { status: 'notReported', why: 'readingMissing', ratio };
  const planned = firstMonth(ledger.plan);
  // a draft promises nothing: only an approved plan can be missed
  if (planned === undefined || ledger.planVersion === 0) return { status: 'notDue', why: 'noPlan', ratio };
  if (ledger.lastRead === undefined)
    return { status: 'notDue', why: ledger.from + planned > ledger.until ? 'notStarted' : 'noReading', ratio };
  if (ratio === undefined) return { status: 'notDue', why: 'nothingPlanned', ratio };
  // more harm than planned reads as less than 100 % only where harm was meant to be planned
  if (!harms && (progress.planToDate ?? 0) < 0) return { status: 'notDue', why: 'planWorse', ratio: undefined };
  const status = judge(ratio, tolerance);
  return { status, why: BECAUSE[status], ratio };
}

function firstMonth(series: Float64Array): number | undefined {
  for (let i = 0; i < series.length; i++) if (!Number.isNaN(series[i] as number)) return i;
  return undefined;
}

/** One benefit's part in a roll-up. */
export interface Part {
  readonly status: StatusOf;
  /** Attributed plan to date in money of one unit; undefined where it has no money value. */
  readonly weight: number | undefined;
  readonly critical: boolean;
}

export interface RolledStatus {
  readonly status: ValueStatus;
  readonly ratio: number | undefined;
  readonly why: 'weighted' | 'worst' | 'critical' | 'none';
  readonly counts: Readonly<Record<ValueStatus, number>>;
}

const WORST: readonly ValueStatus[] = ['offTrack', 'notReported', 'watch', 'onTrack', 'notDue'];

/**
 * On-track weighted by attributed plan to date; without money values the worst. A red on a benefit marked critical is
 * red. Counts of every state stand beside it: a weighted green may hide a silent owner.
 */
export function rollStatus(parts: readonly Part[]): RolledStatus {
  const counts: Record<ValueStatus, number> = { onTrack: 0, watch: 0, offTrack: 0, notDue: 0, notReported: 0 };
  let [weights, weighted, tolerance] = [0, 0, 0];
  let critical = false;
  for (const { status, weight, critical: counts1 } of parts) {
    counts[status.status]++;
    if (counts1 && status.status === 'offTrack') critical = true;
    if (weight === undefined || status.ratio === undefined || weight === 0) continue;
    weights += Math.abs(weight);
    weighted += Math.abs(weight) * status.ratio;
    tolerance += Math.abs(weight) * status.tolerance;
  }
  const ratio = weights > 0 ? weighted / weights : undefined;
  if (parts.length === 0) return { status: 'notDue', ratio, why: 'none', counts };
  if (critical) return { status: 'offTrack', ratio, why: 'critical', counts };
  if (ratio !== undefined) return { status: judge(ratio, tolerance / weights), ratio, why: 'weighted', counts };
  return { status: WORST.find((each) => counts[each] > 0) ?? 'notDue', ratio, why: 'worst', counts };
}
