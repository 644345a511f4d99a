// One case's appraisal as the programme computes it: what the workbook's formulas must come to.
import { internalRate, modifiedInternalRate } from '#shared/value/irr.ts';
import { discountedPayback, type Payback, payback } from '#shared/value/payback.ts';
import {
  discountFactor,
  exponentOf,
  flatRate,
  type RateSchedule,
  rateIn,
  type Timing,
  UK_PUBLIC_REAL,
} from '#shared/value/rate.ts';
import { netPresentValue } from '#shared/value/worth.ts';

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

/** Parts of a major unit that flows are told apart by. */
const SMALL_UNITS = 10_000;
const inSmallUnits = (amount: number): number => Math.round(amount * SMALL_UNITS);
/** The amount without what rounding in a sum of decimals left of it. */
export const exactly = (amount: number): number => inSmallUnits(amount) / SMALL_UNITS;

const SHIFT: Readonly<Record<Timing, number>> = {
  start: exponentOf(0, 'start'),
  mid: exponentOf(0, 'mid'),
  end: exponentOf(0, 'end'),
};
export const shiftOf = (timing: Timing): number => SHIFT[timing];

export const scheduleOf = ({ discount }: AppraisalCase): RateSchedule =>
  discount.preset === 'uk' ? UK_PUBLIC_REAL : flatRate(discount.rate);

export function figuresOf(one: AppraisalCase): AppraisalFigures {
  const { timing } = one;
  const years = one.costs.length;
  if (years === 0 || one.benefits.length !== years)
    throw new Error(`${one.title}: costs and benefits differ in length`);
  const schedule = scheduleOf(one);
  const flows = one.costs.map((cost, at) => (one.benefits[at] as number) - cost);
  const [totalCost, totalBenefit] = [sum(one.costs), sum(one.benefits)];
  const [pvCosts, pvBenefits] = [one.costs, one.benefits].map((side) => netPresentValue(side, schedule, timing)) as [
    number,
    number,
  ];
  const npv = netPresentValue(flows, schedule, timing);
  const found = internalRate(flows);
  const signChanges = changesOf(flows);
  // in whole small units, as a spreadsheet takes a sum of decimals that comes to nothing for zero
  const whole = flows.map(inSmallUnits);
  return {
    flows,
    rates: flows.map((_, at) => rateIn(schedule, at + 1)),
    factors: flows.map((_, at) => discountFactor(schedule, exponentOf(at, timing))),
    totalCost,
    totalBenefit,
    pvBenefits,
    pvCosts,
    npv,
    bcr: pvCosts > 0 ? pvBenefits / pvCosts : undefined,
    roiSimple: totalCost > 0 ? (totalBenefit - totalCost) / totalCost : undefined,
    roiDiscounted: pvCosts > 0 ? npv / pvCosts : undefined,
    signChanges,
    roots: signChanges < 2 ? signChanges : found.kind === 'none' ? 0 : found.kind === 'one' ? 1 : found.rates.length,
    irr: found.kind === 'one' ? found.rate : found.kind,
    mirr: modifiedInternalRate(flows, one.financeRate, one.reinvestRate),
    payback: payback(whole),
    discountedPayback: discountedPayback(whole, schedule, timing),
  };
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

function changesOf(flows: readonly number[]): number {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
}
