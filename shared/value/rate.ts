// Discount factors: a rate, when in a year a flow falls, and the chained schedule of the UK's public sector.

/** When within its period a flow counts: start (year 0 undiscounted), middle, or end. The choice is stored and printed. */
export type Timing = 'start' | 'mid' | 'end';

/** How a monthly rate comes from an annual one: compounding to it, or a twelfth of it. */
export type MonthlyRate = 'effective' | 'nominal';

/** Rates by year: from year `from` on (1-based) this annual rate holds, until the next step. */
export interface RateStep {
  readonly from: number;
  readonly rate: number;
}
export type RateSchedule = readonly [RateStep, ...RateStep[]];

export const flatRate = (rate: number): RateSchedule => [{ from: 1, rate }];

/** Source: HM Treasury, The Green Book (2022), annex 6, table 8: the declining long-term real discount rate. */
export const UK_PUBLIC_REAL: RateSchedule = [
  { from: 1, rate: 0.035 },
  { from: 31, rate: 0.03 },
  { from: 76, rate: 0.025 },
  { from: 126, rate: 0.02 },
  { from: 201, rate: 0.015 },
  { from: 301, rate: 0.01 },
];

/** The annual rate that holds in year `year` (1-based). */
export function rateIn(schedule: RateSchedule, year: number): number {
  let rate = schedule[0].rate;
  for (const step of schedule) if (step.from <= year) rate = step.rate;
  return rate;
}

/**
 * The factor a flow is multiplied with after `years` years (may be fractional): ∏ 1/(1+r) over whole years, each year at
 * its own rate, and the last part of a year at that year's rate: (1+r)^−part.
 */
export function discountFactor(schedule: RateSchedule, years: number): number {
  const whole = Math.floor(years);
  let factor = 1;
  for (let year = 1; year <= whole; year++) factor /= 1 + rateIn(schedule, year);
  const part = years - whole;
  return part === 0 ? factor : factor * (1 + rateIn(schedule, whole + 1)) ** -part;
}

/** Years from the start of a period to where its flow counts. */
export const OFFSETS: Readonly<Record<Timing, number>> = { start: 0, mid: 0.5, end: 1 };

/** Years from the valuation date at which a flow of period `period` (0-based) counts. */
export const exponentOf = (period: number, timing: Timing): number => period + OFFSETS[timing];

/** The monthly rate of an annual one: (1+r)^(1/12) − 1, or r/12. */
export const monthlyRate = (annual: number, how: MonthlyRate = 'effective'): number =>
  how === 'nominal' ? annual / 12 : (1 + annual) ** (1 / 12) - 1;
