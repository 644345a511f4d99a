// How `mizan evaluate` writes one appraisal, its three honest figures and its status: money in major units, exact.
import { amountOf, minorDigits } from '#shared/kit/money.ts';
import type { Appraisal, Figures, Terms } from '#shared/value/appraisal.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import type { RolledStatus } from '#shared/value/status.ts';
import type { WorthByClass } from '#shared/value/worth-sums.ts';
import { words } from './context.ts';
import { irrText, paybackText } from './figures.ts';

/** Whole minor units as the exact decimal. */
const exactMajor = (minor: number, currency: string): number => amountOf({ minor, currency });

/** Cost and counted benefit by fiscal year from the valuation date on, and what the stream is worth; or why it is not. */
export function appraisalReport(
  { streams, figures, likely, problem }: Pick<Appraisal, 'streams' | 'figures' | 'likely' | 'problem'>,
  terms: Terms,
): Record<string, unknown> {
  const { currency } = terms;
  const byYear = (flows: readonly number[]) =>
    Object.fromEntries(flows.map((minor, t) => [String(terms.firstYear + t), exactMajor(minor, currency)]));
  const total = (flows: readonly number[]) =>
    exactMajor(
      flows.reduce((sum, flow) => sum + flow, 0),
      currency,
    );
  return {
    cost: {
      total: total(streams.costs),
      byYear: byYear(streams.costs),
      sunk: exactMajor(streams.sunkCost, currency),
    },
    counted: {
      attributed: total(streams.benefits),
      attributedByYear: byYear(streams.benefits),
      riskAdjusted: total(streams.likely),
      riskAdjustedByYear: byYear(streams.likely),
      earlier: exactMajor(streams.earlierBenefit, currency),
    },
    ...(figures ? figuresReport(figures, currency) : NO_FIGURES),
    onRiskAdjusted: likely ? figuresReport(likely, currency) : null,
    whyNone: problem ? { code: problem.code, sentence: words.problem(problem) } : null,
  };
}

const NO_FIGURES = {
  npv: null,
  presentCost: null,
  presentBenefit: null,
  bcr: null,
  irr: null,
  mirr: null,
  payback: null,
  discountedPayback: null,
  roiSimple: null,
  roiDiscounted: null,
} as const;

function figuresReport(figures: Figures, currency: string): Record<keyof typeof NO_FIGURES, unknown> {
  const unit = 10 ** minorDigits(currency);
  return {
    npv: figures.npv / unit,
    presentCost: figures.presentCosts / unit,
    presentBenefit: figures.presentBenefits / unit,
    bcr: figures.bcr ?? null,
    irr: { ...figures.irr, sentence: irrText(figures.irr) },
    mirr: figures.mirr ?? null,
    payback: { ...figures.payback, sentence: paybackText(figures.payback) },
    discountedPayback: { ...figures.discountedPayback, sentence: paybackText(figures.discountedPayback) },
    roiSimple: figures.roiSimple ?? null,
    roiDiscounted: figures.roiDiscounted ?? null,
  };
}

/** Each class by itself: cash, money's worth and social value are never one sum. */
export const worthReport = (worth: WorthByClass, currency: string): Record<string, unknown> =>
  Object.fromEntries(
    MONEY_CLASSES.map((group) => {
      const of = worth[group];
      const { gross, attributed, riskAdjusted, verified, actual, plan } = of;
      const figures = { gross, attributed, riskAdjusted, verified, actual, plan };
      return [
        group,
        Object.fromEntries(Object.entries(figures).map(([name, minor]) => [name, exactMajor(minor, currency)])),
      ];
    }),
  );

export const statusReport = (rolled: RolledStatus): Record<string, unknown> => ({
  status: rolled.status,
  ratio: rolled.ratio ?? null,
  why: rolled.why,
  sentence: statusText(rolled),
  counts: rolled.counts,
});

/** "Off track at 83.3%: on-track weighted by attributed plan to date". */
export const statusText = (rolled: RolledStatus): string =>
  words.say(rolled.ratio === undefined ? 'cli.statusPlain' : 'cli.status', {
    status: words.say(`status.${rolled.status}`),
    ratio: words.percent(rolled.ratio ?? 0, 1),
    why: words.say(`rolled.${rolled.why}`),
  });
