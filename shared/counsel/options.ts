// What each option of a decision would change beside doing nothing: as stated, else as the book works it out.
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { FUNDING } from '#shared/domain/right.ts';
import { known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { appraisalOf, type Counsel } from './counsel.ts';
import { isOpenRisk, riskValue } from './risk.ts';
import { stoppingOf } from './stopping.ts';

/** Whole minor units of the book's currency. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
  readonly from: 'stated' | 'book';
}

export interface OptionFigures {
  /** Change in present value over the life. */
  readonly value: Amount | undefined;
  readonly cost: Amount | undefined;
  /** Value at risk in what would go on. */
  readonly risk: Amount | undefined;
  /** In words, where a person said it. */
  readonly riskSaid: string | undefined;
  /** Months later than planned, as stated. */
  readonly months: number | undefined;
  /** When the component ends, where the option goes on with it. */
  readonly until: Day | undefined;
}

const NOTHING: OptionFigures = {
  value: undefined,
  cost: undefined,
  risk: undefined,
  riskSaid: undefined,
  months: undefined,
  until: undefined,
};

export const optionsOf = (counsel: Pick<Counsel, 'book'>, decision: RecordId): readonly Entry<'decisionOption'>[] =>
  [...where(counsel.book, 'decisionOption', 'decision', decision)].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));

/** Doing nothing changes nothing; whatever a person states stands before what the book can compute. */
export function optionFigures(
  counsel: Counsel,
  decision: Entry<'decision'>,
  option: Entry<'decisionOption'>,
): OptionFigures {
  const computed = computedFigures(counsel, decision, option);
  const stated = (money: Entry<'decisionOption'>['value']): Amount | undefined =>
    money && { minor: money.minor, currency: money.currency, from: 'stated' };
  return {
    value: stated(option.value) ?? computed.value,
    cost: stated(option.cost) ?? computed.cost,
    risk: computed.risk,
    riskSaid: option.risk,
    months: option.months ?? computed.months,
    until: computed.until,
  };
}

function computedFigures(
  counsel: Counsel,
  { type, component: id, amount }: Entry<'decision'>,
  { form }: Entry<'decisionOption'>,
): OptionFigures {
  const { currency } = counsel.terms;
  const of = (minor: number): Amount => ({ minor: Math.round(minor), currency, from: 'book' });
  if (form === 'doNothing') return { ...NOTHING, value: of(0), cost: of(0), months: 0 };
  const component = counsel.book.get('component', id);
  if (!component) return NOTHING;
  const stops = form === 'stop' || (form === 'asAsked' && type === 'stop');
  if (stops) {
    const outlook = stoppingOf(counsel, component.id)?.outlook;
    if (!outlook) return NOTHING;
    const saved = outlook.costToGo - outlook.unavoidableCost - outlook.exitCost;
    return { ...NOTHING, value: of(outlook.valueAnyway - outlook.valueToGo), cost: of(-saved), risk: of(0) };
  }
  if (form !== 'asAsked') return NOTHING;
  const risk = riskIn(counsel, component.id);
  const until = known(component.end);
  const asked: Amount | undefined = amount && { minor: amount.minor, currency: amount.currency, from: 'stated' };
  const rest = { ...NOTHING, risk: risk === 0 ? undefined : of(risk), until };
  if (!FUNDING.has(type)) return { ...rest, cost: asked };
  const { figures } = appraisalOf(counsel, component.id);
  return {
    ...rest,
    value: figures && of(figures.presentBenefits),
    cost: asked ?? (figures && of(figures.presentCosts)),
  };
}

/** What the open risks of a component put at risk together, in minor units. */
export const riskIn = (counsel: Counsel, component: RecordId): number =>
  where(counsel.book, 'risk', 'component', component)
    .filter(isOpenRisk)
    .reduce((sum, risk) => sum + (riskValue(counsel, risk).atRisk ?? 0), 0);
