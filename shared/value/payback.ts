// How long until the money is back, counted from the first spend; "not within the horizon" is an answer, never a blank.
import { discountFactor, exponentOf, type RateSchedule, type Timing } from './rate.ts';
import type { Flows } from './worth.ts';

export type Payback =
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'nothingSpent' };

/** What adding decimals may leave of a sum that is nothing, as a share of all that was added. */
const DUST = 1e-12;

/** A sum of these flows is nothing where it is no larger than this. */
export const dustOf = (flows: Flows): number => DUST * flows.reduce((sum, flow) => sum + Math.abs(flow), 0);

/**
 * Years from the first outflow until the running sum is no longer below zero, the last year's flow taken as even through
 * the year: t − 1 + (still open at t − 1) ÷ CFt. If the sum falls below zero again later, the later crossing counts. Where
 * it never falls below zero (income came before the first spend and covers all of it) the money is back at once: 0 years.
 */
export function payback(flows: Flows): Payback {
  const first = flows.findIndex((flow) => flow < 0);
  if (first < 0) return { kind: 'nothingSpent' };
  const dust = dustOf(flows);
  let sum = 0;
  let found: number | undefined = 0;
  for (const [period, flow] of flows.entries()) {
    const before = sum;
    sum += flow;
    if (Math.abs(sum) <= dust) sum = 0;
    if (before < 0 && sum >= 0) found = period - first - 1 + Math.min(1, -before / flow);
    else if (sum < 0) found = undefined;
  }
  return found === undefined ? { kind: 'never' } : { kind: 'years', years: found };
}

/** Payback of the flows each at its present value. */
export const discountedPayback = (flows: Flows, schedule: RateSchedule, timing: Timing = 'start'): Payback =>
  payback(flows.map((flow, period) => flow * discountFactor(schedule, exponentOf(period, timing))));
