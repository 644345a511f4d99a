// Made-up months for the sample: a plan that ramps up, and readings that follow it more or less well.
import type { SampleBenefit } from './kinds.ts';

/** How a made-up benefit comes along. */
export interface Course {
  /** Share of the planned improvement that is read: 1 is on plan. */
  readonly pace: number;
  /** Months of readings up to the reporting date. */
  readonly read: number;
}

/** From 0 to 1 over the ramp, then 1. */
const ramp = (month: number, months: number): number => {
  const x = Math.min(1, (month + 1) / months);
  return x * x * (3 - 2 * x);
};

/** A small swing that repeats: months are never quite alike. */
const swing = (month: number, salt: number): number => 1 + 0.04 * Math.sin((month + salt) * 1.7) + 0.02 * Math.sin((month + salt) * 0.6);

const rounded = (value: number, kind: SampleBenefit): number => (Math.abs(value) >= 1_000 || kind.unit === 'incidents' ? Math.round(value) : Math.round(value * 10) / 10);

/** Values of a plan by month. @param scale of the target, for amounts of money */
export function planOf(kind: SampleBenefit, months: number, rampMonths: number, scale = 1): number[] {
  const target = kind.target * scale;
  return Array.from({ length: months }, (_, m) => rounded(kind.start + (target - kind.start) * ramp(m, rampMonths), kind));
}

/** Readings that keep `pace` of the planned improvement; null in months that are not a cycle's last. */
export function readingsOf(kind: SampleBenefit, plan: readonly number[], course: Course, salt: number): (number | null)[] {
  const cycle = kind.cadence === 'quarterly' ? 3 : 1;
  return Array.from({ length: course.read }, (_, m) => {
    if ((m + 1) % cycle !== 0) return null;
    const span = kind.rollUp === 'flow' ? plan.slice(m - cycle + 1, m + 1) : [plan[m] ?? kind.start];
    const start = kind.rollUp === 'flow' ? kind.start * cycle : kind.start;
    const planned = span.reduce((sum, value) => sum + value, 0);
    return rounded(start + (planned - start) * course.pace * swing(m, salt), kind);
  });
}

/** What is forecast after the readings: the plan at the pace so far, catching up by a little. */
export function forecastOf(kind: SampleBenefit, plan: readonly number[], course: Course): number[] {
  return plan.map((value, m) => {
    const pace = Math.min(1.02, course.pace + Math.max(0, m - course.read) * 0.004);
    return rounded(kind.start + (value - kind.start) * pace, kind);
  });
}
