// Value in words: why a status is what it is, and money of the ledger as text.
import type { Working } from '#renderer/parts/Figure.tsx';
import type { Money } from '#shared/kit/money.ts';
import type { BenefitValue, BookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES, type MoneyClass } from '#shared/value/money-of.ts';
import type { ValueSide } from '#shared/value/pair.ts';
import type { RolledStatus, StatusOf } from '#shared/value/status.ts';
import type { Worth } from '#shared/value/worth-sums.ts';
import type { Words } from '#shared/words/words.ts';

export const moneyOf = (minor: number, currency: string): Money => ({ minor: Math.round(minor), currency });

/** "83 % of plan: below plan by more than its tolerance of 10 points". */
export function statusReason(status: StatusOf, words: Words): string {
  const why = words.sayAny(`why.${status.why}`, { tolerance: status.tolerance });
  return status.ratio === undefined
    ? why
    : words.say('value.ratioAndWhy', { ratio: words.percent(status.ratio, 1), why });
}

export function statusWorking({ status, lead, benefit }: BenefitValue, words: Words): Working {
  const unit = lead?.measure.unit ?? '';
  const figure = (value: number | undefined) =>
    value === undefined ? '—' : `${words.number(value, 2)} ${unit}`.trim();
  const progress = lead?.progress;
  const percent = (value: number | undefined) => (value === undefined ? '—' : words.percent(value, 1));
  return {
    title: words.say('value.status'),
    formula: words.say('value.statusFormula'),
    inputs: [
      { label: words.sayAny(`status.${status.computed}`), value: statusReason(status, words) },
      ...(lead
        ? [
            { label: words.say('value.leadMeasure'), value: lead.measure.name },
            { label: words.say('value.actualToDate'), value: figure(progress?.actual) },
            { label: words.say('value.planToDate'), value: figure(progress?.planToDate) },
            { label: words.say('value.onTrack'), value: percent(progress?.onTrack) },
            { label: words.say('value.delivered'), value: percent(progress?.delivered) },
            { label: words.say('value.outturn'), value: figure(progress?.outturn) },
          ]
        : []),
      ...(status.first
        ? [
            {
              label: words.say('value.onFirstPlan'),
              value: `${words.sayAny(`status.${status.first.status}`)} · ${percent(status.first.ratio)}`,
            },
          ]
        : []),
      ...(benefit.override
        ? [
            {
              label: words.say('value.byHand', { status: words.sayAny(`status.${benefit.override.status}`) }),
              value: [benefit.override.reason, benefit.override.by, words.date(benefit.override.on)]
                .filter(Boolean)
                .join(' · '),
            },
          ]
        : []),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: [
      ...(lead && lead.ledger.missing.length > 0
        ? [words.say('value.missingReadings', { count: lead.ledger.missing.length })]
        : []),
      ...(status.asksNarrative ? [words.say('value.asksNarrative')] : []),
    ],
  };
}

/** Why a component's or the book's rolled-up status is what it is, with the count of every state. */
export function rolledWorking(status: RolledStatus, words: Words): Working {
  return {
    title: words.say('value.status'),
    formula: words.sayAny(`rolled.${status.why}`),
    inputs: [
      ...(status.ratio === undefined
        ? []
        : [{ label: words.say('value.onTrack'), value: words.percent(status.ratio, 1) }]),
      ...Object.entries(status.counts).map(([name, count]) => ({
        label: words.sayAny(`status.${name}`),
        value: words.say('value.benefits', { count }),
      })),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: [],
  };
}

/** How the three figures of one class were made, and what entered none. */
export function worthWorking(
  group: MoneyClass,
  worth: Worth,
  value: BookValue | undefined,
  currency: string,
  words: Words,
): Working {
  const money = (minor: number) => words.moneyExact(moneyOf(minor, currency));
  const left = [...(value?.left ?? [])].map(([why, ids]) =>
    words.say('value.leftOut', {
      count: ids.length,
      why: words.has(`unpriced.${why}`) ? words.sayAny(`unpriced.${why}`) : words.sayAny(why),
    }),
  );
  return {
    title: words.sayAny(`moneyClass.${group}`),
    formula: words.say('value.worthFormula'),
    inputs: [
      { label: words.say('value.gross'), value: money(worth.gross) },
      { label: words.say('value.attributed'), value: money(worth.attributed) },
      { label: words.say('value.verified'), value: money(worth.verified) },
      { label: words.say('value.riskAdjusted'), value: money(worth.riskAdjusted) },
      { label: words.say('value.plan'), value: money(worth.plan) },
    ],
    leftOutTitle: words.say('value.leftOutTitle'),
    leftOut: [
      ...left,
      ...(value && value.overClaims.length > 0
        ? [words.say('value.overClaimed', { count: value.overClaims.length })]
        : []),
      ...(value && value.withoutConfidence > 0
        ? [words.say('value.noConfidence', { count: value.withoutConfidence })]
        : []),
    ],
  };
}

/** Classes that hold any money at all, in their fixed order. */
export const classesWithMoney = (worth: Readonly<Record<MoneyClass, Worth>>): MoneyClass[] =>
  MONEY_CLASSES.filter((group) => worth[group].gross !== 0 || worth[group].attributed !== 0 || worth[group].plan !== 0);

/** A component's value side in words: the rolled-up status with its number and reason, or the stated value case. */
export function sideText(side: ValueSide, words: Words): string {
  if (side.from === 'stated') return words.sayAny(`valueCase.${side.status}`);
  const why = words.sayAny(`rolled.${side.why}`);
  const status = words.sayAny(`status.${side.status}`);
  return side.ratio === undefined
    ? words.say('value.sidePlain', { status, why })
    : words.say('value.side', { status, ratio: words.percent(side.ratio), why });
}

/** A period's name kept whole in text of either direction. */
export const periodText = (period: string): string => `\u2066${period}\u2069`;
