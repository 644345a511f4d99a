// Everything one measure says: its ledger, its progress, its money and what each component has of it. Kept while nothing of it changes.
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, fiscalYearOf, type MonthIndex } from '#shared/kit/period.ts';
import { divide, type OverClaim, type Share, sharesOf } from './claims.ts';
import type { Converter } from './convert.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type MeasureMoney, type MoneyClass, type Priced, priceMeasure } from './money-of.ts';
import { type Progress, progressOf } from './progress.ts';

/** Whole minor units by fiscal year; index 0 is `firstYear`, years are named by their end. */
export interface ByYear {
  readonly firstYear: number;
  readonly attributed: Float64Array;
  readonly riskAdjusted: Float64Array;
  readonly plan: Float64Array;
}

/** What one component has of one measure, in whole minor units of the book's currency. */
export interface ClaimValue {
  readonly share: Share;
  readonly measure: RecordId;
  readonly benefit: RecordId;
  readonly class: MoneyClass;
  /** Of the measure's whole; the same for every claim on it. */
  readonly gross: number;
  readonly attributed: number;
  /** Verified actual in full + the rest × confidence. */
  readonly riskAdjusted: number;
  readonly verified: number;
  readonly actual: number;
  readonly plan: number;
  /** Plan up to the last month read: the weight of its on-track in a roll-up. */
  readonly planToDate: number;
  readonly years: ByYear;
}

export interface MeasureValue {
  readonly measure: Entry<'measure'>;
  readonly benefit: Entry<'benefit'> | undefined;
  readonly ledger: Ledger;
  readonly progress: Progress;
  readonly shares: readonly Share[];
  readonly priced: Priced;
  readonly claims: readonly ClaimValue[];
  readonly overClaims: readonly OverClaim[];
  /** What it brings by month, in minor units, divided by component; undefined without money. */
  readonly gross:
    | { readonly expected: number; readonly verified: number; readonly actual: number; readonly plan: number }
    | undefined;
}

interface Needs {
  readonly benefit: Entry<'benefit'> | undefined;
  readonly milestone: Entry<'milestone'> | undefined;
  readonly claims: readonly Entry<'claim'>[];
  readonly converter: Converter;
  readonly asAt: Day;
}

const kept = new WeakMap<Entry<'measure'>, { readonly needs: Needs; readonly value: MeasureValue }>();

/** The same object while the measure, its benefit, milestone, claims, prices and the date are the same. */
export function measureValue(measure: Entry<'measure'>, needs: Needs): MeasureValue {
  const held = kept.get(measure);
  if (held && sameNeeds(held.needs, needs)) return held.value;
  const value = work(measure, needs);
  kept.set(measure, { needs, value });
  return value;
}

const sameNeeds = (a: Needs, b: Needs): boolean =>
  a.benefit === b.benefit &&
  a.milestone === b.milestone &&
  a.converter === b.converter &&
  a.asAt === b.asAt &&
  a.claims.length === b.claims.length &&
  a.claims.every((claim, i) => claim === b.claims[i]);

function work(measure: Entry<'measure'>, { benefit, milestone, claims, converter, asAt }: Needs): MeasureValue {
  const ledger = ledgerOf(measure, benefit, milestone, asAt);
  const shares = sharesOf(benefit, claims);
  const { parts, over } = divide(shares, ledger.from, ledger.months);
  const priced = priceMeasure(measure, benefit, ledger, converter);
  const money = 'money' in priced ? priced.money : undefined;
  return {
    measure,
    benefit,
    ledger,
    progress: progressOf(measure, ledger),
    shares,
    priced,
    overClaims: over.map((each) => ({ ...each, measure: measure.id })),
    gross: money && {
      expected: add(money.expected),
      verified: add(money.verified),
      actual: add(money.actual),
      plan: add(money.plan),
    },
    claims:
      money && benefit ? claimValues(measure.id, benefit, ledger, money, shares, parts, converter.fiscalYearStart) : [],
  };
}

function add(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}

function claimValues(
  measure: RecordId,
  benefit: Entry<'benefit'>,
  ledger: Ledger,
  money: MeasureMoney,
  shares: readonly Share[],
  parts: readonly Float64Array[],
  fiscalYearStart: number,
): ClaimValue[] {
  const { from, months } = ledger;
  const firstYear = fiscalYearOf(from, fiscalYearStart);
  const years = months === 0 ? 0 : fiscalYearOf(from + months - 1, fiscalYearStart) - firstYear + 1;
  const confidence = stateOfBenefit(benefit) === 'closed' ? 0 : (benefit.confidence ?? 0) / 100;
  const gross = add(money.expected);
  // where shares of a month are rounded, what the ones before took is known, so that none is counted twice
  const before = { expected: new Float64Array(months), plan: new Float64Array(months), sum: new Float64Array(months) };
  const taken = { verified: new Float64Array(months), actual: new Float64Array(months) };
  return shares.map((share, s) => {
    const part = parts[s] as Float64Array;
    const out = {
      attributed: new Float64Array(years),
      riskAdjusted: new Float64Array(years),
      plan: new Float64Array(years),
    };
    let [attributed, verified, actual, plan, planToDate, risk] = [0, 0, 0, 0, 0, 0];
    for (let m = 0; m < months; m++) {
      const fraction = part[m] as number;
      if (fraction === 0) continue;
      const upTo = Math.min(1, (before.sum[m] as number) + fraction);
      before.sum[m] = upTo;
      const own = portion(money.expected, before.expected, m, upTo);
      const sure = portion(money.verified, taken.verified, m, upTo);
      const read = portion(money.actual, taken.actual, m, upTo);
      const planned = portion(money.plan, before.plan, m, upTo);
      const year = fiscalYearOf(from + m, fiscalYearStart) - firstYear;
      const likely = sure + Math.round((own - sure) * confidence);
      out.attributed[year] = (out.attributed[year] as number) + own;
      out.riskAdjusted[year] = (out.riskAdjusted[year] as number) + likely;
      out.plan[year] = (out.plan[year] as number) + planned;
      attributed += own;
      verified += sure;
      actual += read;
      plan += planned;
      risk += likely;
      if (ledger.lastRead !== undefined && from + m <= ledger.lastRead) planToDate += planned;
    }
    return {
      share,
      measure,
      benefit: benefit.id,
      class: money.class,
      gross,
      attributed,
      riskAdjusted: risk,
      verified,
      actual,
      plan,
      planToDate,
      years: { firstYear, ...out },
    };
  });
}

/** The claim's part of a month: what all claims up to it have, less what the ones before have. */
function portion(whole: Float64Array, taken: Float64Array, month: number, upTo: number): number {
  const reach = Math.round(upTo * (whole[month] as number));
  const part = reach - (taken[month] as number);
  taken[month] = reach;
  return part;
}

/** A month's place in a ledger, or undefined outside it. */
export const placeOf = (ledger: Ledger, month: MonthIndex): number | undefined =>
  month >= ledger.from && month < ledger.from + ledger.months ? month - ledger.from : undefined;
