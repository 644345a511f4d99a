// The workbook's sheets of the value ledger: its benefits, and every component's appraisal with live formulas.

import { amountOf } from '#shared/kit/money.ts';
import { compareText } from '#shared/kit/order.ts';
import type { SheetModel } from '#shared/sheet/model.ts';
import type { AppraisalCase } from './appraisalFigures.ts';
import { appraisalSheets } from './appraisalSheet.ts';
import { benefitsSheet } from './benefitsSheet.ts';
import type { LedgerStory } from './ledgerStory.ts';
import type { Story } from './story.ts';

export function ledgerSheets(story: Story): SheetModel[] {
  const { ledger, words } = story;
  if (!ledger) return [];
  return [
    benefitsSheet(story, ledger),
    ...appraisalSheets(appraisalCases(story, ledger), {
      words,
      priceBase: story.priceBase,
      perspective: words.say(`perspective.${ledger.terms.perspective}`),
    }),
  ];
}

/** Every component that has figures, by name, in major units. */
export function appraisalCases(story: Story, { appraisals, terms }: LedgerStory): AppraisalCase[] {
  const { currency, rate, timing, financeRate, reinvestRate, firstYear } = terms;
  const major = (flows: readonly number[]) => flows.map((minor) => amountOf({ minor, currency }));
  return [...appraisals]
    .flatMap(([id, { figures, streams }]): AppraisalCase[] =>
      figures
        ? [
            {
              title: story.book.get('component', id)?.name ?? id,
              currency,
              firstYear,
              costs: major(streams.costs),
              benefits: major(streams.benefits),
              discount: terms.preset === 'uk' ? { preset: 'uk' } : { preset: 'flat', rate },
              timing,
              financeRate,
              reinvestRate,
            },
          ]
        : [],
    )
    .sort((a, b) => compareText(a.title, b.title, story.words.language));
}
