// The appraisal of a component: what its streams of cost and attributed benefit are worth today, and on which terms.
import type { Book, Entry, OfficeInUse } from '#shared/domain/book.ts';
import type { Perspective } from '#shared/domain/office.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { PriceBase } from '#shared/kit/money.ts';
import { type Day, fiscalYear, fiscalYearStart } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { BookValue } from './book-value.ts';
import { converterOf } from './convert.ts';
import { type InternalRate, internalRate, modifiedInternalRate } from './irr.ts';
import { mixedUplift, type ProjectKind } from './optimism.ts';
import { discountedPayback, type Payback, payback } from './payback.ts';
import { discountFactor, exponentOf, flatRate, type RateSchedule, type Timing, UK_PUBLIC_REAL } from './rate.ts';
import { type Costs, costsOf, NO_STREAM, type Streams, streamsOf } from './streams.ts';

/** How every figure of a book is discounted; printed with each of them. */
export interface Terms {
  readonly schedule: RateSchedule;
  readonly preset: 'uk' | 'flat';
  /** The first year's rate, a fraction. */
  readonly rate: number;
  readonly rateKind: 'real' | 'nominal';
  readonly timing: Timing;
  readonly financeRate: number;
  readonly reinvestRate: number;
  readonly perspective: Perspective;
  readonly currency: string;
  readonly base: PriceBase | undefined;
  readonly valuationDate: Day;
  /** The fiscal year of t = 0, named by its end. */
  readonly firstYear: number;
  /** A rate of the other kind than the prices: no present value is given. */
  readonly problem: Problem | undefined;
}

export function termsOf(office: OfficeInUse, asAt: Day): Terms {
  const { discount, fiscalYearStart: startMonth } = office;
  const rateKind = discount.preset === 'uk' ? 'real' : discount.kind;
  const rate = discount.preset === 'uk' ? UK_PUBLIC_REAL[0].rate : discount.rate;
  const valuationDate = office.valuationDate ?? fiscalYearStart(fiscalYear(asAt, startMonth), startMonth);
  const mixed = office.priceBase !== undefined && office.priceBase.kind !== rateKind;
  return {
    schedule: discount.preset === 'uk' ? UK_PUBLIC_REAL : flatRate(discount.rate),
    preset: discount.preset,
    rate,
    rateKind,
    timing: office.timing,
    financeRate: office.financeRate ?? rate,
    reinvestRate: office.reinvestRate ?? rate,
    perspective: office.perspective,
    currency: office.currency,
    base: office.priceBase,
    valuationDate,
    firstYear: fiscalYear(valuationDate, startMonth),
    problem: mixed ? { code: rateKind === 'real' ? 'value.realRateOnNominal' : 'value.nominalRateOnReal' } : undefined,
  };
}

export interface Figures {
  readonly costs: number;
  readonly benefits: number;
  readonly presentCosts: number;
  readonly presentBenefits: number;
  readonly npv: number;
  readonly bcr: number | undefined;
  readonly roiSimple: number | undefined;
  readonly roiDiscounted: number | undefined;
  readonly irr: InternalRate;
  readonly mirr: number | undefined;
  readonly payback: Payback;
  readonly discountedPayback: Payback;
}

export interface Appraisal {
  readonly streams: Streams;
  /** On attributed benefits; undefined where `problem` says why not. */
  readonly figures: Figures | undefined;
  /** The same on risk-adjusted benefits, at the same rate: no risk premium on top. */
  readonly likely: Figures | undefined;
  /** The same with cost raised by the upper optimism bias of its mix. */
  readonly cautious: { readonly capital: number; readonly figures: Figures } | undefined;
  /** Factors on all benefits and on all costs at which the NPV is zero. */
  readonly switching: { readonly benefits: number | undefined; readonly costs: number | undefined } | undefined;
  readonly problem: Problem | undefined;
}

/** The factor of each year of a stream. */
export const factorsOf = (terms: Pick<Terms, 'schedule' | 'timing'>, years: number): number[] =>
  Array.from({ length: years }, (_, t) => discountFactor(terms.schedule, exponentOf(t, terms.timing)));

/** What of the terms enters a stream's figures. */
export type Discounting = Pick<Terms, 'schedule' | 'timing' | 'financeRate' | 'reinvestRate'>;

export function figuresOf(costs: readonly number[], benefits: readonly number[], terms: Discounting): Figures {
  const years = Math.max(costs.length, benefits.length);
  const factors = factorsOf(terms, years);
  const sum = (flows: readonly number[], by?: readonly number[]) =>
    flows.reduce((total, flow, t) => total + flow * (by?.[t] ?? 1), 0);
  const net = Array.from({ length: years }, (_, t) => (benefits[t] ?? 0) - (costs[t] ?? 0));
  const [presentCosts, presentBenefits] = [sum(costs, factors), sum(benefits, factors)];
  const [cost, benefit] = [sum(costs), sum(benefits)];
  const npv = presentBenefits - presentCosts;
  return {
    costs: cost,
    benefits: benefit,
    presentCosts,
    presentBenefits,
    npv,
    bcr: presentCosts > 0 ? presentBenefits / presentCosts : undefined,
    roiSimple: cost > 0 ? (benefit - cost) / cost : undefined,
    roiDiscounted: presentCosts > 0 ? npv / presentCosts : undefined,
    irr: internalRate(net),
    mirr: modifiedInternalRate(net, terms.financeRate, terms.reinvestRate),
    payback: backAtOnce(payback(net), cost),
    discountedPayback: backAtOnce(discountedPayback(net, terms.schedule, terms.timing), cost),
  };
}

/** What is spent and earned back within each year is never tied up: no net outflow is no want of cost. */
const backAtOnce = (found: Payback, cost: number): Payback =>
  found.kind === 'nothingSpent' && cost > 0 ? { kind: 'years', years: 0 } : found;

export function appraise(
  book: Book,
  value: BookValue,
  id: RecordId,
  terms = termsOf(book.office, value.asAt),
): Appraisal {
  const component = book.get('component', id);
  const own = value.components.get(id);
  const none = (problem: Problem, streams = NO_STREAM): Appraisal => ({
    streams,
    figures: undefined,
    likely: undefined,
    cautious: undefined,
    switching: undefined,
    problem,
  });
  if (!component || !own) return none({ code: 'value.noStream' });
  const costs = costsOf(component, converterOf(book));
  if ('code' in costs) return none(costs);
  const streams = streamsOf(costs.capital, costs.running, own, terms);
  if (terms.problem) return none(terms.problem, streams);
  if (!streams.costs.some((cost) => cost !== 0)) return none({ code: 'value.noCostByYear' }, streams);
  if (!streams.benefits.some((benefit) => benefit !== 0)) return none({ code: 'value.noBenefitByYear' }, streams);
  return appraiseStreams(streams, terms, cautiousCosts(component, costs, streams, terms));
}

export function appraiseStreams(
  streams: Streams,
  terms: Terms,
  cautious?: { readonly capital: number; readonly costs: readonly number[] },
): Appraisal {
  const figures = figuresOf(streams.costs, streams.benefits, terms);
  return {
    streams,
    figures,
    likely: figuresOf(streams.costs, streams.likely, terms),
    cautious: cautious && { capital: cautious.capital, figures: figuresOf(cautious.costs, streams.benefits, terms) },
    // NPV = x·PV(benefits) − y·PV(costs) is linear in either factor
    switching: {
      benefits: figures.presentBenefits > 0 ? figures.presentCosts / figures.presentBenefits : undefined,
      costs:
        figures.presentCosts > 0 && figures.presentBenefits > 0
          ? figures.presentBenefits / figures.presentCosts
          : undefined,
    },
    problem: undefined,
  };
}

/** Capital still to be spent, raised by the upper bound of the component's mix of work. */
function cautiousCosts(component: Entry<'component'>, costs: Costs, streams: Streams, terms: Terms) {
  if (!component.optimism) return undefined;
  const mix = Object.fromEntries(Object.entries(component.optimism).map(([kind, share]) => [kind, share / 100]));
  const capital = mixedUplift(mix as Partial<Record<ProjectKind, number>>).capital;
  if (capital === undefined) return undefined;
  return {
    capital,
    costs: streams.costs.map((cost, t) => cost + Math.round((costs.capital.get(terms.firstYear + t) ?? 0) * capital)),
  };
}
