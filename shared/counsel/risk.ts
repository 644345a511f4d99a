// What a risk could cost the benefits it names, and the body that has to hear of a risk of that size.
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { type WhoDecides, whoDecides } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { COUNTED } from '#shared/value/streams.ts';
import { type Counsel, inBook } from './counsel.ts';

export interface ThreatValue {
  readonly threat: Entry<'threat'>;
  /** Attributed value of the benefit not verified yet, in minor units of the book; undefined: it has no money value. */
  readonly toCome: number | undefined;
  /** The share of it that is lost if the risk happens; undefined where no share or no money is stated. */
  readonly lost: number | undefined;
}

export interface RiskValue {
  readonly risk: Entry<'risk'>;
  readonly threats: readonly ThreatValue[];
  /**
   * If it happens: value lost and cost brought, minor units; undefined where neither is stated in money, and where the
   * cost is in money the book has no rate for: half a sum would go to the wrong body.
   */
  readonly impact: number | undefined;
  /** The money of a cost that has no rate into the book's. */
  readonly withoutRate: string | undefined;
  /** Probability × impact. */
  readonly atRisk: number | undefined;
  /** Probability × the longest delay, in months. */
  readonly monthsAtRisk: number | undefined;
}

export function riskValue(counsel: Counsel, risk: Entry<'risk'>): RiskValue {
  const threats = where(counsel.book, 'threat', 'risk', risk.id).flatMap((threat): ThreatValue[] => {
    if (!counsel.book.get('benefit', threat.benefit)) return [];
    const toCome = unverifiedOf(counsel, threat.benefit);
    const lost =
      toCome === undefined || threat.share === undefined ? undefined : Math.round((toCome * threat.share) / 100);
    return [{ threat, toCome, lost }];
  });
  const lost = threats.map((each) => each.lost).filter((each) => each !== undefined);
  const cost = risk.cost && inBook(counsel, risk.cost);
  const withoutRate = risk.cost && cost === undefined ? risk.cost.currency : undefined;
  const impact =
    withoutRate || (lost.length === 0 && cost === undefined)
      ? undefined
      : lost.reduce((sum, each) => sum + each, cost ?? 0);
  const chance = risk.probability === undefined ? undefined : risk.probability / 100;
  const months = threats.flatMap(({ threat }) => (threat.months === undefined ? [] : [threat.months]));
  return {
    risk,
    threats,
    impact,
    withoutRate,
    atRisk: impact === undefined || chance === undefined ? undefined : Math.round(impact * chance),
    monthsAtRisk: months.length === 0 || chance === undefined ? undefined : Math.max(...months) * chance,
  };
}

/** Money the book's perspective counts, attributed and not verified yet. */
function unverifiedOf({ value, terms }: Counsel, benefit: RecordId): number | undefined {
  const worth = value.benefits.get(benefit)?.worth;
  if (!worth) return undefined;
  const sum = COUNTED[terms.perspective].reduce(
    (all, group) => all + worth[group].attributed - worth[group].verified,
    0,
  );
  return sum === 0 ? undefined : sum;
}

export const isOpenRisk = ({ closed }: Pick<Entry<'risk'>, 'closed'>): boolean => closed === undefined;

export interface Escalation {
  readonly value: RiskValue;
  /** Who may commit as much as is at risk: by the rights of funding, for every component alike. */
  readonly to: WhoDecides | undefined;
}

/** Open risks, the most at risk first, each with the body that holds the right for a sum of that size. */
export function openRisks(counsel: Counsel): Escalation[] {
  const { book, asAt, terms } = counsel;
  return [...book.all('risk')]
    .filter(isOpenRisk)
    .map((risk) => {
      const value = riskValue(counsel, risk);
      const amount = value.atRisk === undefined ? undefined : { minor: value.atRisk, currency: terms.currency };
      return { value, to: amount && whoDecides(book, { type: 'fund', component: risk.component, amount }, asAt) };
    })
    .sort((a, b) => (b.value.atRisk ?? -1) - (a.value.atRisk ?? -1));
}
