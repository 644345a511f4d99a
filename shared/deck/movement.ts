// What moved between two states of the book: ratings, end dates, cost like for like, who came and who is gone.
import { SCALES } from '#shared/domain/confidence.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { type Money, sameUnit, total } from '#shared/kit/money.ts';
import { daysBetween } from '#shared/kit/period.ts';

/** A later end date counts as a slip only beyond a quarter of a year. */
export const SLIP_DAYS = 90;

export interface Pair {
  readonly before: PortfolioRow;
  readonly now: PortfolioRow;
}

export interface CostMove {
  readonly pair: Pair;
  readonly before: Money;
  readonly now: Money;
  readonly change: Money;
}

export interface Movement {
  readonly pairs: readonly Pair[];
  readonly better: readonly Pair[];
  readonly worse: readonly Pair[];
  /** Rated both times on one scale. */
  readonly ratedTwice: number;
  /** Rated both times, on scales of unlike steps: not compared. */
  readonly otherScale: number;
  readonly later: readonly (Pair & { readonly days: number })[];
  readonly datedTwice: number;
  readonly costs: readonly CostMove[];
  /** Change and earlier total of the cost stated both times, by unit. */
  readonly costChange: readonly { readonly before: Money; readonly change: Money }[];
  readonly added: readonly PortfolioRow[];
  readonly gone: readonly PortfolioRow[];
}

export function movementOf(before: readonly PortfolioRow[], now: readonly PortfolioRow[]): Movement {
  const then = new Map(before.filter((row) => row.current).map((row) => [row.id, row]));
  const today = now.filter((row) => row.current);
  const stillHere = new Set(today.map((row) => row.id));
  const pairs = today.flatMap((row): Pair[] => {
    const old = then.get(row.id);
    return old ? [{ before: old, now: row }] : [];
  });
  const ratings = pairs.map((pair) => ({ pair, steps: ratingSteps(pair) }));
  const dates = pairs.map((pair) => ({ ...pair, days: slipOf(pair) }));
  const costs = pairs.flatMap(costMove);
  return {
    pairs,
    better: ratings.filter(({ steps }) => typeof steps === 'number' && steps < 0).map(({ pair }) => pair),
    worse: ratings.filter(({ steps }) => typeof steps === 'number' && steps > 0).map(({ pair }) => pair),
    ratedTwice: ratings.filter(({ steps }) => typeof steps === 'number').length,
    otherScale: ratings.filter(({ steps }) => steps === 'otherScale').length,
    later: dates.filter((pair): pair is Pair & { days: number } => (pair.days ?? 0) > SLIP_DAYS),
    datedTwice: dates.filter(({ days }) => days !== undefined).length,
    costs,
    costChange: total(costs.map((move) => move.before)).sums.map((sum) => ({
      before: sum,
      change: total(costs.map((move) => move.change)).sums.find((change) => sameUnit(change, sum)) ?? {
        ...sum,
        minor: 0,
      },
    })),
    added: today.filter((row) => !then.has(row.id)),
    gone: [...then.values()].filter((row) => !stillHere.has(row.id)),
  };
}

/** Steps down the scale (positive: worse); undefined where it was not rated both times. */
export function ratingSteps({ before, now }: Pair): number | 'otherScale' | undefined {
  const a = known(before.confidence);
  const b = known(now.confidence);
  if (!a || !b || a.rating === 'reset' || b.rating === 'reset') return undefined;
  if (a.scale === b.scale) {
    const scale: readonly string[] = SCALES[a.scale];
    return scale.indexOf(b.rating) - scale.indexOf(a.rating);
  }
  return 'otherScale';
}

export function slipOf({ before, now }: Pair): number | undefined {
  const a = known(before.end);
  const b = known(now.end);
  return a && b ? daysBetween(a, b) : undefined;
}

function costMove(pair: Pair): CostMove[] {
  const before = known(pair.before.cost);
  const now = known(pair.now.cost);
  if (!before || !now || !sameUnit(before, now)) return [];
  return [{ pair, before, now, change: { ...now, minor: now.minor - before.minor } }];
}
