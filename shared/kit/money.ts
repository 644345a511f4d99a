// Money as whole minor units: sums are exact, and currencies and price bases never mix in silence.
import { done, type Result, refuse } from './result.ts';

/** Prices of which year, and whether inflation has been taken out. Unlike bases never add. */
export interface PriceBase {
  readonly kind: 'nominal' | 'real';
  /** The year whose prices these are; only for `real`. */
  readonly year?: number;
}

export interface Money {
  /** Whole minor units (pence, halalas, fils): an integer within the safe range. */
  readonly minor: number;
  /** ISO 4217, e.g. 'GBP'. */
  readonly currency: string;
  readonly base?: PriceBase;
}

/** Minor digits by ISO 4217 where they are not two. Source: ISO 4217 list one. */
const DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLP: 0,
  ISK: 0,
  JPY: 0,
  KRW: 0,
  PYG: 0,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};
export const minorDigits = (currency: string): number => DIGITS[currency] ?? 2;

const CURRENCY = /^[A-Z]{3}$/;
export const isCurrency = (x: unknown): x is string => typeof x === 'string' && CURRENCY.test(x);

export function isMoney(x: unknown): x is Money {
  if (typeof x !== 'object' || x === null) return false;
  const { minor, currency } = x as Partial<Money>;
  return Number.isSafeInteger(minor) && isCurrency(currency);
}

/**
 * Reads a plain decimal ("1065.90", "-30.69") times a power of ten as exact money; digits beyond the minor unit are
 * rounded half away from zero.
 * @param scale power of ten of the unit: 6 for millions
 */
export function moneyFromDecimal(text: string, scale: number, currency: string): Result<Money> {
  const parts = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!parts || (parts[2] === '' && (parts[3] ?? '') === '')) return refuse('money.notANumber', { text });
  const digits = scale + minorDigits(currency);
  const fraction = (parts[3] ?? '').padEnd(digits + 1, '0');
  const whole = BigInt(`${parts[2]}${fraction.slice(0, digits)}` || '0');
  const rounded = whole + (fraction.charCodeAt(digits) >= 53 ? 1n : 0n);
  const minor = Number(parts[1] === '-' ? -rounded : rounded);
  if (!Number.isSafeInteger(minor)) return refuse('money.tooLarge', { text });
  return done({ minor: minor === 0 ? 0 : minor, currency });
}

/** The exact decimal of an amount in units of ten to the `scale`, without trailing zeros: 72944631000000, 6 → "729446.31". */
export function decimalOf(money: Money, scale = 0): string {
  const digits = scale + minorDigits(money.currency);
  const negative = money.minor < 0;
  const text = BigInt(Math.abs(money.minor))
    .toString()
    .padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** The amount as a number of units of ten to the `scale`; for charts and cells, not for sums. */
export const amountOf = (money: Money, scale = 0): number => Number(decimalOf(money, scale));

export const sameUnit = (a: Money, b: Money): boolean =>
  a.currency === b.currency && a.base?.kind === b.base?.kind && a.base?.year === b.base?.year;

export interface Total {
  /** One exact sum for each currency and price base met; usually one. */
  readonly sums: readonly Money[];
  readonly count: number;
}

/** Adds like to like. The result has one sum per unit, so that unlike money is never one figure. */
export function total(amounts: Iterable<Money>): Total {
  const sums: { minor: bigint; like: Money }[] = [];
  let count = 0;
  for (const amount of amounts) {
    count++;
    const same = sums.find((sum) => sameUnit(sum.like, amount));
    if (same) same.minor += BigInt(amount.minor);
    else sums.push({ minor: BigInt(amount.minor), like: amount });
  }
  return {
    count,
    // beyond 90 trillion whole units the nearest number stands for the sum: a screen must not fail over its last digit
    sums: sums.map(({ minor, like }) => ({ ...like, minor: Number(minor) })),
  };
}
