// What a stream of yearly flows is worth today: NPV, the ratio of benefits to costs, and both returns.
import { discountFactor, exponentOf, type RateSchedule, type Timing } from './rate.ts';

/** Yearly flows in one currency and one price base; period 0 starts at the valuation date. */
export type Flows = readonly number[];

/** NPV = Σ CFt ÷ (1+r)^e with e = t, t + ½ or t + 1. */
export const netPresentValue = (flows: Flows, schedule: RateSchedule, timing: Timing = 'start'): number =>
  flows.reduce((sum, flow, period) => sum + flow * discountFactor(schedule, exponentOf(period, timing)), 0);

/** Present values of what comes in and of what goes out (as a positive figure), taken apart by sign. */
export function presentSides(
  flows: Flows,
  schedule: RateSchedule,
  timing: Timing = 'start',
): { readonly benefits: number; readonly costs: number } {
  let benefits = 0;
  let costs = 0;
  for (const [period, flow] of flows.entries()) {
    const present = flow * discountFactor(schedule, exponentOf(period, timing));
    if (flow > 0) benefits += present;
    else costs -= present;
  }
  return { benefits, costs };
}

/** PV(benefits) ÷ PV(costs); undefined where nothing is spent. */
export function benefitCostRatio(flows: Flows, schedule: RateSchedule, timing: Timing = 'start'): number | undefined {
  const { benefits, costs } = presentSides(flows, schedule, timing);
  return costs > 0 ? benefits / costs : undefined;
}

/** Undiscounted gain ÷ undiscounted cost; undefined where nothing is spent. */
export function simpleReturn(flows: Flows): number | undefined {
  const cost = -flows.filter((flow) => flow < 0).reduce((sum, flow) => sum + flow, 0);
  return cost > 0 ? flows.reduce((sum, flow) => sum + flow, 0) / cost : undefined;
}

/** NPV ÷ PV(costs); undefined where nothing is spent. */
export function discountedReturn(flows: Flows, schedule: RateSchedule, timing: Timing = 'start'): number | undefined {
  const { benefits, costs } = presentSides(flows, schedule, timing);
  return costs > 0 ? (benefits - costs) / costs : undefined;
}
