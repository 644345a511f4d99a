// The workings of an appraisal in words: each figure with its formula, its inputs and the terms it was counted on.
import { moneyOf } from '#renderer/desk/value-words.ts';
import type { Working, WorkingLine } from '#renderer/parts/Figure.tsx';
import type { Appraisal, Figures, Terms } from '#shared/value/appraisal.ts';
import { factorsOf } from '#shared/value/appraisal.ts';
import type { InternalRate } from '#shared/value/irr.ts';
import type { BookOutlook } from '#shared/value/outlook.ts';
import type { Payback } from '#shared/value/payback.ts';
import { OFFSETS } from '#shared/value/rate.ts';
import type { Words } from '#shared/words/words.ts';

/** Rate, timing, prices, perspective, valuation date: printed with every figure. */
export function termLines(terms: Terms, words: Words): WorkingLine[] {
  return [
    { label: words.field('discount'), value: rateText(terms, words) },
    { label: words.field('timing'), value: words.sayAny(`timing.${terms.timing}`) },
    { label: words.field('priceBase'), value: baseText(terms, words) },
    { label: words.field('perspective'), value: words.sayAny(`perspective.${terms.perspective}`) },
    { label: words.field('valuationDate'), value: words.date(terms.valuationDate) },
  ];
}

export const rateText = (terms: Terms, words: Words): string =>
  terms.preset === 'uk'
    ? words.say('appraise.ukRate')
    : words.say('appraise.flatRate', {
        rate: words.percent(terms.rate, 2),
        kind: words.sayAny(`rateKind.${terms.rateKind}`),
      });

export const baseText = ({ base }: Terms, words: Words): string =>
  base ? words.sayAny(`priceBase.${base.kind}`, { year: String(base.year ?? '') }) : words.say('appraise.noBase');

export const irrText = (irr: InternalRate, words: Words): string =>
  irr.kind === 'one' ? words.percent(irr.rate, 2) : words.sayAny(`irr.${irr.kind === 'several' ? 'several' : irr.why}`);

export const paybackText = (payback: Payback, words: Words): string =>
  payback.kind === 'years'
    ? words.say('appraise.years', { years: words.number(payback.years, 2) })
    : words.sayAny(`payback.${payback.kind}`);

/** One line a year: the flow, its factor, its present value. */
function yearLines(appraisal: Appraisal, terms: Terms, words: Words, likely: boolean): WorkingLine[] {
  const { costs, benefits, likely: sure } = appraisal.streams;
  const money = (minor: number) => words.money(moneyOf(minor, terms.currency));
  return factorsOf(terms, costs.length).map((factor, t) => {
    const net = ((likely ? sure : benefits)[t] ?? 0) - (costs[t] ?? 0);
    return {
      label: String(terms.firstYear + t),
      value: `${money(net)} × ${words.number(factor, 4)} = ${money(net * factor)}`,
    };
  });
}

export function npvWorking(appraisal: Appraisal, terms: Terms, words: Words, likely = false): Working {
  const figures = (likely ? appraisal.likely : appraisal.figures) as Figures;
  const exact = (minor: number) => words.moneyExact(moneyOf(minor, terms.currency));
  return {
    title: words.say(likely ? 'appraise.npvLikely' : 'appraise.npv'),
    formula: words.say('appraise.npvFormula', { offset: words.number(OFFSETS[terms.timing], 1) }),
    inputs: [
      ...yearLines(appraisal, terms, words, likely),
      { label: words.say('appraise.pvBenefits'), value: exact(figures.presentBenefits) },
      { label: words.say('appraise.pvCosts'), value: exact(figures.presentCosts) },
      { label: words.say('appraise.npv'), value: exact(figures.npv) },
      ...termLines(terms, words),
    ],
    leftOutTitle: words.say('value.leftOutTitle'),
    leftOut: [
      ...(appraisal.streams.sunkCost !== 0
        ? [words.say('appraise.sunk', { amount: exact(appraisal.streams.sunkCost) })]
        : []),
      ...(appraisal.streams.earlierBenefit !== 0
        ? [words.say('appraise.earlier', { amount: exact(appraisal.streams.earlierBenefit) })]
        : []),
      ...(likely ? [words.say('appraise.noPremium')] : []),
    ],
  };
}

/** The working of a figure that follows from the sums of the stream. */
export function plainWorking(
  key: 'bcr' | 'irr' | 'mirr' | 'payback' | 'discountedPayback' | 'roiSimple' | 'roiDiscounted',
  appraisal: Appraisal,
  terms: Terms,
  words: Words,
): Working {
  const figures = appraisal.figures as Figures;
  const exact = (minor: number) => words.moneyExact(moneyOf(minor, terms.currency));
  return {
    title: words.sayAny(`appraise.${key}`),
    formula: words.sayAny(`appraise.${key}Formula`),
    inputs: [
      { label: words.say('appraise.pvBenefits'), value: exact(figures.presentBenefits) },
      { label: words.say('appraise.pvCosts'), value: exact(figures.presentCosts) },
      { label: words.say('appraise.sumBenefits'), value: exact(figures.benefits) },
      { label: words.say('appraise.sumCosts'), value: exact(figures.costs) },
      ...(key === 'mirr'
        ? [
            { label: words.field('financeRate'), value: words.percent(terms.financeRate, 2) },
            { label: words.field('reinvestRate'), value: words.percent(terms.reinvestRate, 2) },
          ]
        : []),
      ...(key === 'irr' && figures.irr.kind === 'several'
        ? figures.irr.rates.map((rate, i) => ({
            label: words.say('appraise.root', { n1: String(i + 1) }),
            value: words.percent(rate, 2),
          }))
        : []),
      ...termLines(terms, words),
    ],
    leftOutTitle: words.say('value.leftOutTitle'),
    leftOut: [],
  };
}

export function outlookWorking(outlook: BookOutlook, terms: Terms, words: Words): Working {
  const exact = (minor: number) => words.moneyExact(moneyOf(minor, terms.currency));
  return {
    title: words.say('appraise.continuing'),
    formula: words.say('appraise.continuingFormula'),
    inputs: [
      { label: words.say('appraise.valueToGo'), value: exact(outlook.valueToGo) },
      { label: words.say('appraise.valueAnyway'), value: exact(outlook.valueAnyway) },
      { label: words.say('appraise.costToGo'), value: exact(outlook.costToGo) },
      { label: words.say('appraise.unavoidable'), value: exact(outlook.unavoidableCost) },
      { label: words.say('appraise.exit'), value: exact(outlook.exitCost) },
      ...termLines(terms, words),
    ],
    leftOutTitle: words.say('value.leftOutTitle'),
    leftOut: [words.say('appraise.sunkNever')],
  };
}
