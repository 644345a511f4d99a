// What each component has of a measure: its part of every month in whole minor units, and their sums by fiscal year.
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstMonthOf, fiscalYearOf } from '#shared/kit/period.ts';
import type { Share, Span } from './claims.ts';
import type { Ledger } from './ledger.ts';
import type { MeasureMoney, MoneyClass } from './money-of.ts';

/** Whole minor units by fiscal year; index 0 is `firstYear`, years are named by their end. */
export interface ByYear {
  readonly firstYear: number;
  readonly attributed: readonly number[];
  readonly riskAdjusted: readonly number[];
  readonly plan: readonly number[];
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

/** A claim's part of a month: what all claims up to it have, less what the ones before have; no penny counts twice. */
export function portion(whole: number, below: number, upTo: number): number {
  if (whole === 0 || (below === 0 && upTo === 1)) return whole;
  const reach = Math.round(upTo * whole);
  return below === 0 ? reach : reach - Math.round(below * whole);
}

export function claimValues(
  benefit: Entry<'benefit'>,
  measure: RecordId,
  ledger: Ledger,
  money: MeasureMoney,
  shares: readonly Share[],
  spans: readonly Span[],
  fiscalYearStart: number,
): ClaimValue[] {
  const confidence = stateOfBenefit(benefit) === 'closed' ? 0 : (benefit.confidence ?? 0) / 100;
  return shares.map((share, s) => {
    const sums = sumsOf(s, spans, ledger, money, confidence, fiscalYearStart);
    return {
      share,
      measure,
      benefit: benefit.id,
      class: money.class,
      gross: money.whole.expected,
      attributed: sums.attributed,
      riskAdjusted: sums.riskAdjusted,
      verified: sums.verified,
      actual: sums.actual,
      plan: sums.plan,
      planToDate: sums.planToDate,
      years: sums.years,
    };
  });
}

function sumsOf(
  s: number,
  spans: readonly Span[],
  { from, months, lastRead, actual, verified }: Ledger,
  { expected, plan }: MeasureMoney,
  confidence: number,
  fiscalYearStart: number,
) {
  const firstYear = fiscalYearOf(from, fiscalYearStart);
  const count = months === 0 ? 0 : fiscalYearOf(from + months - 1, fiscalYearStart) - firstYear + 1;
  const years = { firstYear, attributed: zeros(count), riskAdjusted: zeros(count), plan: zeros(count) };
  const sums = { attributed: 0, riskAdjusted: 0, verified: 0, actual: 0, plan: 0, planToDate: 0, years };
  const read = lastRead === undefined ? -1 : lastRead - from;
  for (const span of spans) {
    const below = s === 0 ? 0 : (span.reach[s - 1] as number);
    const upTo = span.reach[s] as number;
    if (below === upTo) continue;
    for (let m = span.from; m < span.end; ) {
      const year = fiscalYearOf(from + m, fiscalYearStart);
      const end = Math.min(span.end, firstMonthOf(year + 1, fiscalYearStart) - from);
      let attributed = 0;
      let riskAdjusted = 0;
      let planned = 0;
      for (; m < end; m++) {
        const own = portion(expected[m] as number, below, upTo);
        const due = portion(plan[m] as number, below, upTo);
        const sure = Number.isNaN(verified[m] as number) ? 0 : own;
        attributed += own;
        riskAdjusted += sure === own ? own : Math.round(own * confidence);
        planned += due;
        sums.verified += sure;
        if (!Number.isNaN(actual[m] as number)) sums.actual += own;
        if (m <= read) sums.planToDate += due;
      }
      const at = year - firstYear;
      years.attributed[at] = (years.attributed[at] as number) + attributed;
      years.riskAdjusted[at] = (years.riskAdjusted[at] as number) + riskAdjusted;
      years.plan[at] = (years.plan[at] as number) + planned;
      sums.attributed += attributed;
      sums.riskAdjusted += riskAdjusted;
      sums.plan += planned;
    }
  }
  return sums;
}

const zeros = (count: number): number[] => new Array(count).fill(0);
