// The three honest figures and what stands beside them, by class of money; sums of whole minor units.
import type { ClaimValue } from './claim-values.ts';
import { MONEY_CLASSES, type MoneyClass } from './money-of.ts';

/** Three honest figures in whole minor units. */
export interface Worth {
  readonly gross: number;
  readonly attributed: number;
  readonly riskAdjusted: number;
  readonly verified: number;
  readonly actual: number;
  readonly plan: number;
}
export type WorthByClass = Readonly<Record<MoneyClass, Worth>>;

/** Figures while they are added up. */
type Open = { -readonly [K in keyof Worth]: Worth[K] };
export type SumsByClass = Record<MoneyClass, Worth>;

const zero = (): Open => ({ gross: 0, attributed: 0, riskAdjusted: 0, verified: 0, actual: 0, plan: 0 });
/** Most benefits are of one class: the others share this one. */
const NOTHING: Worth = Object.freeze(zero());
export const emptyWorth = (): SumsByClass => ({ cashable: NOTHING, nonCashable: NOTHING, social: NOTHING });

function open(worth: SumsByClass, group: MoneyClass): Open {
  if (worth[group] === NOTHING) worth[group] = zero();
  return worth[group] as Open;
}

export function addGross(worth: SumsByClass, group: MoneyClass, gross: number): void {
  open(worth, group).gross += gross;
}

/** What a claim adds; gross is the measure's and is added by whoever knows whose whole it is. */
export function addClaim(worth: SumsByClass, claim: ClaimValue): void {
  const own = open(worth, claim.class);
  own.attributed += claim.attributed;
  own.riskAdjusted += claim.riskAdjusted;
  own.verified += claim.verified;
  own.actual += claim.actual;
  own.plan += claim.plan;
}

export function addWorth(into: SumsByClass, worth: WorthByClass): void {
  for (const group of MONEY_CLASSES) {
    const more = worth[group];
    if (more === NOTHING) continue;
    const own = open(into, group);
    own.gross += more.gross;
    own.attributed += more.attributed;
    own.riskAdjusted += more.riskAdjusted;
    own.verified += more.verified;
    own.actual += more.actual;
    own.plan += more.plan;
  }
}
