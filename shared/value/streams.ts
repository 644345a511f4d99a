// The streams of a component by fiscal year: what it costs, and what it is attributed of the benefits a perspective counts.
import type { Entry } from '#shared/domain/book.ts';
import type { Perspective } from '#shared/domain/office.ts';
import { known } from '#shared/kit/absent.ts';
import { fiscalYearStart, monthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { ComponentValue } from './book-value.ts';
import { type Converter, isProblem } from './convert.ts';
import type { MoneyClass } from './money-of.ts';

/** What a perspective counts: cash only, or everything society values. */
export const COUNTED: Readonly<Record<Perspective, readonly MoneyClass[]>> = {
  entity: ['cashable'],
  government: ['cashable'],
  society: ['cashable', 'nonCashable', 'social'],
};

/** Costs and benefits in whole minor units; index 0 is the fiscal year of t = 0. */
export interface Streams {
  readonly costs: readonly number[];
  readonly benefits: readonly number[];
  /** The benefits at their risk-adjusted figure. */
  readonly likely: readonly number[];
  /** What lies before the valuation date: shown, in no total. */
  readonly sunkCost: number;
  readonly earlierBenefit: number;
}

/** What of the terms a stream follows from: whose money is counted, and the fiscal year of t = 0. */
interface Viewpoint {
  readonly perspective: Perspective;
  readonly firstYear: number;
}

export interface Costs {
  readonly capital: ReadonlyMap<number, number>;
  readonly running: ReadonlyMap<number, number>;
}

/** Cost by fiscal year in minor units of the book: the forecast of a year, else its plan, and what it costs to run. */
export function costsOf(component: Entry<'component'>, converter: Converter): Costs | Problem {
  const capital = new Map<number, number>();
  const running = new Map<number, number>();
  for (const [field, value] of Object.entries(component)) {
    const at = /^(costForecast|costPlan|runningCost)\/(\d{4})$/.exec(field);
    if (!at) continue;
    const year = Number(at[2]);
    if (at[1] === 'costPlan' && known(component[`costForecast/${year}`]) !== undefined) continue;
    const money = known(value as (typeof component)[`costPlan/${number}`]);
    if (!money) continue;
    const month = monthIndex(fiscalYearStart(year, converter.fiscalYearStart));
    const conversion = converter.convert(money.currency, money.base, month);
    if (isProblem(conversion)) return conversion;
    const into = at[1] === 'runningCost' ? running : capital;
    into.set(year, (into.get(year) ?? 0) + Math.round(money.minor * conversion.factor));
  }
  return { capital, running };
}

export function streamsOf(
  capital: ReadonlyMap<number, number>,
  running: ReadonlyMap<number, number>,
  value: ComponentValue,
  terms: Viewpoint,
): Streams {
  const counted = COUNTED[terms.perspective];
  const benefits = new Map<number, [attributed: number, likely: number]>();
  for (const claim of value.claims) {
    if (!counted.includes(claim.class)) continue;
    for (const [i, attributed] of claim.years.attributed.entries()) {
      const year = claim.years.firstYear + i;
      const held = benefits.get(year) ?? [0, 0];
      benefits.set(year, [held[0] + attributed, held[1] + (claim.years.riskAdjusted[i] ?? 0)]);
    }
  }
  const spent = [...new Set([...capital.keys(), ...running.keys()])];
  const flowing = [...benefits].filter(([, [a, b]]) => a !== 0 || b !== 0).map(([year]) => year);
  const years = Math.max(0, ...[...spent, ...flowing].map((year) => year - terms.firstYear + 1));
  const costIn = (year: number) => (capital.get(year) ?? 0) + (running.get(year) ?? 0);
  const span = Array.from({ length: years }, (_, t) => terms.firstYear + t);
  return {
    costs: span.map(costIn),
    benefits: span.map((year) => benefits.get(year)?.[0] ?? 0),
    likely: span.map((year) => benefits.get(year)?.[1] ?? 0),
    sunkCost: spent.filter((year) => year < terms.firstYear).reduce((sum, year) => sum + costIn(year), 0),
    earlierBenefit: flowing
      .filter((year) => year < terms.firstYear)
      .reduce((sum, year) => sum + (benefits.get(year)?.[0] ?? 0), 0),
  };
}

export const NO_STREAM: Streams = { costs: [], benefits: [], likely: [], sunkCost: 0, earlierBenefit: 0 };

/** The streams of many components as one; components whose own cannot be had are left out and counted. */
export function addStreams(all: readonly Streams[]): Streams {
  const years = Math.max(0, ...all.map(({ costs }) => costs.length));
  const sum = (of: (streams: Streams) => readonly number[]) =>
    Array.from({ length: years }, (_, t) => all.reduce((total, streams) => total + (of(streams)[t] ?? 0), 0));
  return {
    costs: sum((streams) => streams.costs),
    benefits: sum((streams) => streams.benefits),
    likely: sum((streams) => streams.likely),
    sunkCost: all.reduce((total, { sunkCost }) => total + sunkCost, 0),
    earlierBenefit: all.reduce((total, { earlierBenefit }) => total + earlierBenefit, 0),
  };
}
