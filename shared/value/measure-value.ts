// Everything one measure says: its ledger, its progress, its money and what each component has of it. Kept while nothing of it changes.
import type { Entry } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import { type ClaimValue, claimValues } from './claim-values.ts';
import { divide, type OverClaim, type Share, sharesOf } from './claims.ts';
import type { Converter } from './convert.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type MeasureMoney, type Priced, priceMeasure } from './money-of.ts';
import { type Progress, progressOf } from './progress.ts';

export interface MeasureValue {
  readonly madeOf: Needs;
  readonly measure: Entry<'measure'>;
  readonly benefit: Entry<'benefit'> | undefined;
  readonly ledger: Ledger;
  readonly progress: Progress;
  readonly shares: readonly Share[];
  readonly priced: Priced;
  readonly claims: readonly ClaimValue[];
  readonly overClaims: readonly OverClaim[];
  /** What it brings by month, in minor units, divided by component; undefined without money. */
  readonly gross: MeasureMoney['whole'] | undefined;
}

/** What the value of a measure follows from besides the measure itself. */
interface Needs {
  readonly benefit: Entry<'benefit'> | undefined;
  readonly milestone: Entry<'milestone'> | undefined;
  readonly claims: readonly Entry<'claim'>[];
  readonly converter: Converter;
  readonly asAt: Day;
}

/** The value `before` while the measure, its benefit, milestone, claims, prices and the date are the same. */
export const measureValue = (measure: Entry<'measure'>, needs: Needs, before?: MeasureValue): MeasureValue =>
  before?.measure === measure && sameNeeds(before.madeOf, needs) ? before : work(measure, needs);

const sameNeeds = (a: Needs, b: Needs): boolean =>
  a.benefit === b.benefit &&
  a.milestone === b.milestone &&
  a.converter === b.converter &&
  a.asAt === b.asAt &&
  a.claims.length === b.claims.length &&
  a.claims.every((claim, i) => claim === b.claims[i]);

function work(measure: Entry<'measure'>, madeOf: Needs): MeasureValue {
  const { benefit, milestone, claims, converter, asAt } = madeOf;
  const ledger = ledgerOf(measure, benefit, milestone, asAt);
  const shares = sharesOf(benefit, claims);
  const { spans, over } = divide(shares, ledger.from, ledger.months);
  const priced = priceMeasure(measure, benefit, ledger, converter);
  const money = 'money' in priced ? priced.money : undefined;
  return {
    madeOf,
    measure,
    benefit,
    ledger,
    progress: progressOf(measure, ledger),
    shares,
    priced,
    overClaims: over.map((each) => ({ ...each, measure: measure.id })),
    gross: money?.whole,
    claims:
      money && benefit ? claimValues(benefit, measure.id, ledger, money, shares, spans, converter.fiscalYearStart) : [],
  };
}
