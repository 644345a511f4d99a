// Conservation: what components claim of one measure never counts for more than was measured.
import type { Benefit } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type MonthIndex, monthIndex } from '#shared/kit/period.ts';

/** One component's share of a measure, in per cent; without a claim record the benefit's own component has all of it. */
export interface Share {
  readonly claim: RecordId | undefined;
  readonly component: RecordId;
  readonly percent: number;
  readonly from: MonthIndex | undefined;
  readonly until: MonthIndex | undefined;
}

/** Months in which more than 100 % of a measure is claimed. */
export interface OverClaim {
  readonly measure: RecordId;
  readonly components: readonly RecordId[];
  readonly from: MonthIndex;
  readonly until: MonthIndex;
  /** The most that is claimed in any of these months, in per cent. */
  readonly percent: number;
}

export function sharesOf(benefit: Benefit | undefined, claims: readonly Entry<'claim'>[]): Share[] {
  if (claims.length === 0)
    return benefit?.component
      ? [{ claim: undefined, component: benefit.component, percent: 100, from: undefined, until: undefined }]
      : [];
  return claims.map((claim) => ({
    claim: claim.id,
    component: claim.component,
    percent: claim.share ?? 0,
    from: claim.from && monthIndex(claim.from),
    until: claim.until && monthIndex(claim.until),
  }));
}

const holds = (share: Share, month: MonthIndex): boolean =>
  (share.from === undefined || month >= share.from) && (share.until === undefined || month <= share.until);

/** Months of a ledger, by their places, in which the same shares hold. */
export interface Span {
  readonly from: number;
  readonly end: number;
  /**
   * How far share `s` and all before it reach, as a fraction of the whole: never beyond 1, each claim × 1 ÷ Σ shares
   * where more than all is claimed. Amounts are rounded at these marks, so that the parts never exceed the whole.
   */
  readonly reach: readonly number[];
}

export interface Division {
  readonly spans: readonly Span[];
  readonly over: readonly Omit<OverClaim, 'measure'>[];
}

/** A hair above 100 % is rounding of typed thirds, no claim to more. */
const SLACK = 1e-6;

export function divide(shares: readonly Share[], from: MonthIndex, months: number): Division {
  const spans: Span[] = [];
  const over: { components: RecordId[]; from: MonthIndex; until: MonthIndex; percent: number }[] = [];
  const marks = marksOf(shares, from, months);
  for (let k = 0; k + 1 < marks.length; k++) {
    const [start, end] = [marks[k] as number, marks[k + 1] as number];
    const month = from + start;
    let claimed = 0;
    for (const share of shares) if (holds(share, month)) claimed += share.percent;
    const scale = claimed > 100 ? 1 / claimed : 0.01;
    let reached = 0;
    const reach = shares.map((share) => {
      if (holds(share, month)) reached = Math.min(1, reached + share.percent * scale);
      return reached;
    });
    spans.push({ from: start, end, reach });
    if (claimed <= 100 + SLACK) continue;
    const last = over.at(-1);
    if (last && last.until === month - 1 && last.percent === claimed) last.until = from + end - 1;
    else over.push({ components: claimants(shares, month), from: month, until: from + end - 1, percent: claimed });
  }
  // a measure without a month yet can be over-claimed too
  if (months === 0) {
    const claimed = shares.reduce((sum, share) => sum + share.percent, 0);
    const open = shares.every((share) => share.from === undefined && share.until === undefined);
    if (open && claimed > 100 + SLACK)
      over.push({ components: shares.map(({ component }) => component), from, until: from, percent: claimed });
  }
  return { spans, over };
}

const claimants = (shares: readonly Share[], month: MonthIndex): RecordId[] =>
  shares.filter((share) => holds(share, month)).map(({ component }) => component);

/** The places at which a share begins or ends, between the first month and the end of the last. */
function marksOf(shares: readonly Share[], from: MonthIndex, months: number): number[] {
  if (months === 0) return [];
  const marks = [0, months];
  const mark = (place: number) => {
    if (place > 0 && place < months && !marks.includes(place)) marks.push(place);
  };
  for (const share of shares) {
    if (share.from !== undefined) mark(share.from - from);
    if (share.until !== undefined) mark(share.until + 1 - from);
  }
  return marks.sort((a, b) => a - b);
}
