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

/** Fractions by share and month that add up to at most 1: each claim × 1 ÷ Σ shares where more than all is claimed. */
export interface Division {
  /** `parts[s][m]`: the fraction of share `s` in month `m`. */
  readonly parts: readonly Float64Array[];
  readonly over: readonly Omit<OverClaim, 'measure'>[];
}

/** A hair above 100 % is rounding of typed thirds, no claim to more. */
const SLACK = 1e-6;

export function divide(shares: readonly Share[], from: MonthIndex, months: number): Division {
  const parts = shares.map(() => new Float64Array(months));
  const over: { components: RecordId[]; from: MonthIndex; until: MonthIndex; percent: number }[] = [];
  for (let m = 0; m < months; m++) {
    let claimed = 0;
    for (const share of shares) if (holds(share, from + m)) claimed += share.percent;
    const excess = claimed > 100 + SLACK;
    const scale = claimed > 100 ? 1 / claimed : 0.01;
    for (const [s, share] of shares.entries())
      if (holds(share, from + m)) (parts[s] as Float64Array)[m] = share.percent * scale;
    if (!excess) continue;
    const last = over.at(-1);
    if (last && last.until === from + m - 1 && last.percent === claimed) last.until = from + m;
    else {
      const components = shares.filter((share) => holds(share, from + m)).map(({ component }) => component);
      over.push({ components, from: from + m, until: from + m, percent: claimed });
    }
  }
  // a measure without a month yet can be over-claimed too
  if (months === 0) {
    const claimed = shares.reduce((sum, share) => sum + share.percent, 0);
    const open = shares.every((share) => share.from === undefined && share.until === undefined);
    if (open && claimed > 100 + SLACK)
      over.push({ components: shares.map(({ component }) => component), from, until: from, percent: claimed });
  }
  return { parts, over };
}
