// One case's appraisal as the programme computes it: what the workbook's formulas must come to.
import { figuresOf as engineFigures, factorsOf } from '#shared/value/appraisal.ts';
import type { Payback } from '#shared/value/payback.ts';
import { exponentOf, flatRate, type RateSchedule, rateIn, type Timing, UK_PUBLIC_REAL } from '#shared/value/rate.ts';

/** One stream of yearly costs and benefits, in major units of one currency and one price base. */
export interface AppraisalCase {
  readonly title: string;
  readonly currency: string;
  /** The fiscal year of the first flows, named by the year it ends in. */
  readonly firstYear: number;
  /** As positive figures, one a year; as long as `benefits`. */
  readonly costs: readonly number[];
  readonly benefits: readonly number[];
  readonly discount: { readonly preset: 'flat'; readonly rate: number } | { readonly preset: 'uk' };
  readonly timing: Timing;
  readonly financeRate: number;
  readonly reinvestRate: number;
}

/** Why there is no single internal rate, or the rate. */
export type OneRate = number | 'several' | 'none';

export interface AppraisalFigures {
  readonly flows: readonly number[];
  /** The discount rate of each year and the factor of its flow. */
  readonly rates: readonly number[];
  readonly factors: readonly number[];
  readonly totalCost: number;
  readonly totalBenefit: number;
  readonly pvBenefits: number;
  readonly pvCosts: number;
  readonly npv: number;
  /** Undefined where nothing is spent. */
  readonly bcr: number | undefined;
  readonly roiSimple: number | undefined;
  readonly roiDiscounted: number | undefined;
  readonly signChanges: number;
  /** How many rates make the NPV zero. */
  readonly roots: number;
  readonly irr: OneRate;
  /** Undefined without both an inflow and an outflow. */
  readonly mirr: number | undefined;
  readonly payback: Payback;
  readonly discountedPayback: Payback;
}

const SHIFT: Readonly<Record<Timing, number>> = {
  start: exponentOf(0, 'start'),
  mid: exponentOf(0, 'mid'),
  end: exponentOf(0, 'end'),
};
export const shiftOf = (timing: Timing): number => SHIFT[timing];

export const scheduleOf = ({ discount }: AppraisalCase): RateSchedule =>
  discount.preset === 'uk' ? UK_PUBLIC_REAL : flatRate(discount.rate);

export function figuresOf(one: AppraisalCase): AppraisalFigures {
  const { timing, costs, benefits } = one;
  if (costs.length === 0 || benefits.length !== costs.length)
    throw new Error(`${one.title}: costs and benefits differ in length`);
  const schedule = scheduleOf(one);
  const figures = engineFigures(costs, benefits, { ...one, schedule });
  const { irr } = figures;
  const flows = costs.map((cost, at) => (benefits[at] as number) - cost);
  const signChanges = changesOf(flows);
  return {
    flows,
    rates: flows.map((_, at) => rateIn(schedule, at + 1)),
    factors: factorsOf({ schedule, timing }, flows.length),
    totalCost: figures.costs,
    totalBenefit: figures.benefits,
    pvBenefits: figures.presentBenefits,
    pvCosts: figures.presentCosts,
    npv: figures.npv,
    bcr: figures.bcr,
    roiSimple: figures.roiSimple,
    roiDiscounted: figures.roiDiscounted,
    signChanges,
    roots: signChanges < 2 ? signChanges : irr.kind === 'none' ? 0 : irr.kind === 'one' ? 1 : irr.rates.length,
    irr: irr.kind === 'one' ? irr.rate : irr.kind,
    mirr: figures.mirr,
    payback: figures.payback,
    discountedPayback: figures.discountedPayback,
  };
}

function changesOf(flows: readonly number[]): number {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
}
