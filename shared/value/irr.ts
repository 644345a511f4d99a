// The internal rate of return, honestly: every root is looked for, several are said to be several, none is said.
import type { Flows } from './worth.ts';

export type InternalRate =
  | { readonly kind: 'one'; readonly rate: number }
  /** The flows change sign more than once and more than one rate makes the NPV zero: use MIRR. */
  | { readonly kind: 'several'; readonly rates: readonly number[] }
  | { readonly kind: 'none'; readonly why: 'noSignChange' | 'noRoot' };

/** Rates between −99.99 % and 100,000 % are searched. */
const LOWEST = 0.000_1;
const HIGHEST = 1_001;
const STEPS = 4_000;
const PRECISION = 1e-13;

/**
 * The rates r at which Σ CFt ÷ (1+r)^t = 0. With x = 1 ÷ (1+r) the NPV is a polynomial in x; each change of its sign on
 * a fine logarithmic grid is narrowed by bisection, and a touch of zero without a change is looked for at its turning points.
 */
export function internalRate(flows: Flows): InternalRate {
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return { kind: 'none', why: 'noSignChange' };
  const value = (x: number) => flows.reduceRight((sum, flow) => sum * x + flow, 0);
  const roots: number[] = [];
  const grid = (i: number) =>
    Math.exp(Math.log(1 / HIGHEST) + ((Math.log(1 / LOWEST) - Math.log(1 / HIGHEST)) * i) / STEPS);
  const size = flows.reduce((sum, flow) => sum + Math.abs(flow), 0);
  let [before, at] = [grid(0), value(grid(0))];
  for (let i = 1; i <= STEPS; i++) {
    const x = grid(i);
    const next = value(x);
    if (at === 0) roots.push(before);
    else if (at < 0 !== next < 0 && next !== 0) roots.push(bisect(value, before, x));
    else if (i < STEPS && touches(value, before, x, grid(i + 1), size))
      roots.push(turningPoint(value, before, grid(i + 1)));
    [before, at] = [x, next];
  }
  const rates = distinct(roots.map((x) => 1 / x - 1));
  const [first] = rates;
  if (first === undefined) return { kind: 'none', why: 'noRoot' };
  return rates.length === 1 ? { kind: 'one', rate: first } : { kind: 'several', rates };
}

function bisect(value: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = value(low) < 0;
  while (high - low > PRECISION * Math.max(1, high)) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (value(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A double root: the value turns towards zero and comes within rounding of it without crossing. */
function touches(value: (x: number) => number, a: number, b: number, c: number, size: number): boolean {
  const [x, y, z] = [Math.abs(value(a)), Math.abs(value(b)), Math.abs(value(c))];
  if (y > x || y > z || value(a) < 0 !== value(c) < 0) return false;
  return Math.abs(value(turningPoint(value, a, c))) <= size * 1e-12;
}

/** Where |value| is least between two places, by golden section. */
function turningPoint(value: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let i = 0; i < 200 && high - low > PRECISION; i++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (Math.abs(value(left)) < Math.abs(value(right))) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** Ascending, with roots closer than a billionth taken as one. */
function distinct(rates: number[]): number[] {
  return rates.sort((a, b) => a - b).filter((rate, i, all) => i === 0 || rate - (all[i - 1] as number) > 1e-9);
}

/**
 * Modified internal rate of return: (FV of inflows at the reinvestment rate ÷ −PV of outflows at the finance rate)^(1/n) − 1
 * over n periods; undefined without both an inflow and an outflow.
 */
export function modifiedInternalRate(flows: Flows, financeRate: number, reinvestRate: number): number | undefined {
  const last = flows.length - 1;
  let out = 0;
  let back = 0;
  for (const [period, flow] of flows.entries()) {
    if (flow < 0) out -= flow * (1 + financeRate) ** -period;
    else back += flow * (1 + reinvestRate) ** (last - period);
  }
  return out > 0 && back > 0 && last > 0 ? (back / out) ** (1 / last) - 1 : undefined;
}
