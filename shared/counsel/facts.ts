// The facts of the evidence, one group at a time, as the book holds them on the day.
import { isLive, stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { benefitsOf } from '#shared/govern/bodies.ts';
import type { Holder, WhoDecides } from '#shared/govern/rights.ts';
import { known } from '#shared/kit/absent.ts';
import type { Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { addWorth, emptyWorth } from '#shared/value/worth-sums.ts';
import { appraisalOf, type Counsel } from './counsel.ts';
import { gateReplies } from './gate.ts';
import { isOpenRisk, riskValue } from './risk.ts';
import type { Stopping } from './stopping.ts';

/** `label` is a key of `shared/words` under 'evidence.', or a name as it was then. */
export interface Fact {
  readonly label: string;
  readonly name?: string;
  readonly value: FactValue;
}
export type FactValue =
  | { readonly money: Money }
  | { readonly number: number; readonly unit?: string }
  | { readonly day: Day }
  | { readonly text: string }
  | { readonly word: string };

const money = (label: string, minor: number | undefined, currency: string): Fact[] =>
  minor === undefined ? [] : [{ label, value: { money: { minor: Math.round(minor), currency } } }];

export function componentFacts({ book }: Counsel, component: Entry<'component'>): Fact[] {
  const { name, law, work, stage, wholeLifeCost, end, sponsor, confidence } = component;
  const [cost, done] = [known(wholeLifeCost), known(end)];
  const rating = known(confidence)?.rating;
  const sponsorName = book.get('person', sponsor)?.name;
  return [
    { label: 'component', value: { text: name } },
    ...(work
      ? [{ label: 'work', value: { word: `workState.${work}` } }]
      : stage
        ? [{ label: 'stage', value: { text: stage } }]
        : []),
    ...(law ? [{ label: 'law', value: { text: law } }] : []),
    ...(sponsorName ? [{ label: 'sponsor', value: { text: sponsorName } }] : []),
    ...(cost ? [{ label: 'wholeLifeCost', value: { money: cost } }] : []),
    ...(done ? [{ label: 'end', value: { day: done } }] : []),
    ...(rating ? [{ label: 'confidence', value: { word: `rating.${rating}` } }] : []),
  ];
}

export function valueFacts(counsel: Counsel, { id }: Entry<'component'>): Fact[] {
  const { value, terms } = counsel;
  const own = value.components.get(id);
  if (!own) return [];
  const facts: Fact[] =
    own.benefits.length > 0 ? [{ label: 'valueStatus', value: { word: `status.${own.status.status}` } }] : [];
  for (const group of MONEY_CLASSES) {
    const { gross, attributed, riskAdjusted, verified } = own.worth[group];
    if (gross === 0 && attributed === 0) continue;
    facts.push(
      ...money(`${group}.attributed`, attributed, terms.currency),
      ...money(`${group}.riskAdjusted`, riskAdjusted, terms.currency),
      ...money(`${group}.verified`, verified, terms.currency),
    );
  }
  const { figures } = appraisalOf(counsel, id);
  if (!figures) return facts;
  facts.push(...money('npv', figures.npv, terms.currency));
  if (figures.bcr !== undefined) facts.push({ label: 'bcr', value: { number: rounded(figures.bcr) } });
  return facts;
}

/** To four digits after the point: what is shown, and the same on every machine. */
const rounded = (x: number): number => Math.round(x * 10_000) / 10_000;

export function forwardFacts(stopping: Stopping | undefined): Fact[] {
  if (!stopping) return [];
  const { outlook, sunk, currency, impact } = stopping;
  const lost = MONEY_CLASSES.reduce((sum, group) => sum + impact.lost[group], 0);
  return [
    ...money('sunk', sunk, currency),
    ...money('valueToGo', outlook?.valueToGo, currency),
    ...money('valueAnyway', outlook?.valueAnyway, currency),
    ...money('costToGo', outlook?.costToGo, currency),
    ...money('unavoidable', outlook?.unavoidableCost, currency),
    ...money('exit', outlook?.exitCost, currency),
    ...money('continuing', outlook?.continuing, currency),
    ...(impact.losses.length > 0
      ? [{ label: 'benefitsLost', value: { number: impact.losses.length } }, ...money('lost', lost, currency)]
      : []),
  ];
}

export function benefitFacts({ book, value, terms }: Counsel, decision: Entry<'decision'>): Fact[] {
  const named = book.get('benefit', decision.benefit);
  const benefits = named ? [named] : benefitsOf(book, decision.component).filter(isLive);
  return benefits.flatMap((benefit): Fact[] => {
    const own = value.benefits.get(benefit.id);
    const sum = emptyWorth();
    if (own) addWorth(sum, own.worth);
    const worth = MONEY_CLASSES.reduce((all, group) => all + sum[group].gross, 0);
    const owner = book.get('person', benefit.owner)?.name;
    return [
      { label: 'benefit', name: benefit.title, value: { word: `benefitState.${stateOfBenefit(benefit)}` } },
      ...(own ? [{ label: 'benefitStatus', name: benefit.title, value: { word: `status.${own.status.status}` } }] : []),
      ...(owner ? [{ label: 'benefitOwner', name: benefit.title, value: { text: owner } }] : []),
      ...(worth === 0
        ? []
        : money('benefitWorth', worth, terms.currency).map((fact) => ({ ...fact, name: benefit.title }))),
    ];
  });
}

export const aimFacts = ({ book }: Counsel, { id }: Entry<'component'>): Fact[] =>
  where(book, 'alignment', 'component', id).flatMap(({ objective }) => {
    const name = book.get('objective', objective)?.name;
    return name ? [{ label: 'objective', value: { text: name } }] : [];
  });

export const riskFacts = (counsel: Counsel, { id }: Entry<'component'>): Fact[] =>
  where(counsel.book, 'risk', 'component', id)
    .filter(isOpenRisk)
    .flatMap((risk): Fact[] => {
      const { atRisk } = riskValue(counsel, risk);
      const probability: Fact[] =
        risk.probability === undefined
          ? []
          : [{ label: 'probability', name: risk.title, value: { number: risk.probability, unit: '%' } }];
      const amount = money('atRisk', atRisk, counsel.terms.currency).map((fact) => ({ ...fact, name: risk.title }));
      return amount.length + probability.length > 0
        ? [...amount, ...probability]
        : [{ label: 'risk', name: risk.title, value: { word: 'evidence.notValued' } }];
    });

export const gateFacts = (counsel: Counsel, { id }: Entry<'component'>): Fact[] =>
  where(counsel.book, 'gate', 'component', id).flatMap((gate) =>
    gateReplies(counsel, gate).flatMap(({ question, answer, overruled }): Fact[] => [
      { label: `gateQuestion.${question}`, name: gate.title, value: { word: `answer.${answer}` } },
      ...(overruled
        ? [
            {
              label: `overruled.${question}`,
              name: `${overruled.by ?? ''}: ${overruled.reason}`,
              value: { word: `answer.${overruled.answer}` },
            },
          ]
        : []),
    ]),
  );

export function rightFacts({ book }: Counsel, right: WhoDecides): Fact[] {
  const say = (label: string, holders: readonly Holder[]): Fact[] =>
    holders.map(({ body, role, people }) => {
      const name = people.map((id) => book.get('person', id)?.name ?? '').join(', ');
      const who: FactValue = role ? { word: `role.${role}` } : { text: book.get('board', body)?.title ?? '' };
      return { label, ...(name && { name }), value: who };
    });
  if (right.unresolved) return [{ label: 'part.decide', value: { word: `unresolved.${right.unresolved}` } }];
  return [
    ...say('part.decide', right.decides ? [right.decides] : []),
    ...say('part.agree', right.parts.agree),
    ...say('part.recommend', right.parts.recommend),
    ...say('part.input', right.parts.input),
  ];
}
