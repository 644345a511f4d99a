// The money maths held to figures from outside: worked examples, the UK's factors, and what a spreadsheet says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worthOfContinuing } from '#shared/value/forward.ts';
import { internalRate, modifiedInternalRate } from '#shared/value/irr.ts';
import { mixedUplift } from '#shared/value/optimism.ts';
import { discountedPayback, payback } from '#shared/value/payback.ts';
import { discountFactor, flatRate, monthlyRate, UK_PUBLIC_REAL } from '#shared/value/rate.ts';
import { switchingValue } from '#shared/value/switching.ts';
import { benefitCostRatio, discountedReturn, netPresentValue, simpleReturn } from '#shared/value/worth.ts';

const FLOWS = [-1000, 300, 400, 500, 200];
const TEN = flatRate(0.1);

describe('−1000, 300, 400, 500, 200 at 10 %', () => {
  test('NPV at the start, middle and end of the year, and at 3.5 %', () => {
    expect(netPresentValue(FLOWS, TEN, 'start')).toBeCloseTo(115.5659, 4);
    expect(netPresentValue(FLOWS, TEN, 'mid')).toBeCloseTo(110.1877, 4);
    expect(netPresentValue(FLOWS, TEN, 'end')).toBeCloseTo(105.0599, 4);
    expect(netPresentValue(FLOWS, UK_PUBLIC_REAL)).toBeCloseTo(288.5192, 4);
  });
  test('IRR and MIRR', () => {
    const rate = internalRate(FLOWS);
    expect(rate.kind).toBe('one');
    expect(rate.kind === 'one' && rate.rate).toBeCloseTo(0.153221, 6);
    expect(modifiedInternalRate(FLOWS, 0.1, 0.1)).toBeCloseTo(0.130489, 6);
  });
  test('payback, discounted payback, ratio and both returns', () => {
    expect(payback(FLOWS)).toEqual({ kind: 'years', years: expect.closeTo(2.6, 10) });
    expect(discountedPayback(FLOWS, TEN)).toEqual({ kind: 'years', years: expect.closeTo(3.154, 3) });
    expect(benefitCostRatio(FLOWS, TEN)).toBeCloseTo(1.115566, 6);
    expect(simpleReturn(FLOWS)).toBeCloseTo(0.4, 12);
    expect(discountedReturn(FLOWS, TEN)).toBeCloseTo(0.115566, 6);
  });
});

test('−100, 230, −132 has two rates and says so', () => {
  const rate = internalRate([-100, 230, -132]);
  expect(rate).toEqual({ kind: 'several', rates: [expect.closeTo(0.1, 9), expect.closeTo(0.2, 9)] });
});

test('no rate is said to be none, with the reason', () => {
  expect(internalRate([100, 200])).toEqual({ kind: 'none', why: 'noSignChange' });
  expect(internalRate([])).toEqual({ kind: 'none', why: 'noSignChange' });
  expect(internalRate([-100, 200, -150])).toEqual({ kind: 'none', why: 'noRoot' });
});

test('a double root is one rate', () => {
  // −100 (1 − 1.1x)²: zero at 10 % without a change of sign
  expect(internalRate([-100, 220, -121])).toEqual({ kind: 'one', rate: expect.closeTo(0.1, 5) });
});

test.each([
  [1, 0.9662],
  [5, 0.842],
  [10, 0.7089],
  [25, 0.4231],
  [30, 0.3563],
  [31, 0.3459],
  [60, 0.1468],
  [75, 0.0942],
  [76, 0.0919],
  [125, 0.0274],
])('the UK public sector’s factor of year %i is %f', (year, factor) => {
  expect(discountFactor(UK_PUBLIC_REAL, year)).toBeCloseTo(factor, 4);
});

test('12 % a year by the month', () => {
  expect(monthlyRate(0.12, 'nominal')).toBeCloseTo(0.01, 12);
  expect(monthlyRate(0.12)).toBeCloseTo(0.00948879, 8);
});

test('optimism of 30 % non-standard and 70 % standard buildings', () => {
  const { capital, duration } = mixedUplift({ nonStandardBuildings: 0.3, standardBuildings: 0.7 });
  expect(capital).toBeCloseTo(0.321, 12);
  expect(duration).toBeCloseTo(0.145, 12);
});

test('value to go 30, cost to go 60 of which 40 is owed anyway, exit 5: +15, continue; sunk cost is no input', () => {
  expect(worthOfContinuing({ valueToGo: 30, valueAnyway: 0, costToGo: 60, unavoidableCost: 40, exitCost: 5 })).toBe(15);
});

test('payback that never comes is said, and one that is lost again does not count', () => {
  expect(payback([-100, 30, 30])).toEqual({ kind: 'never' });
  expect(payback([100, 30])).toEqual({ kind: 'nothingSpent' });
  expect(payback([-100, 150, -100, 30])).toEqual({ kind: 'never' });
  expect(payback([0, 0, -100, 200])).toEqual({ kind: 'years', years: 0.5 });
});

const flowsOf = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
const ratesOf = fc.double({ min: 0, max: 0.5, noNaN: true });
const SEED = { seed: 20_261_123, numRuns: process.env.MIZAN_LONG === '1' ? 5_000 : 300 };

test('NPV is linear', () => {
  fc.assert(
    fc.property(flowsOf, flowsOf, fc.integer({ min: -9, max: 9 }), ratesOf, (a, b, k, rate) => {
      const both = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => k * (a[i] ?? 0) + (b[i] ?? 0));
      const schedule = flatRate(rate);
      const expected = k * netPresentValue(a, schedule) + netPresentValue(b, schedule);
      expect(Math.abs(netPresentValue(both, schedule) - expected)).toBeLessThanOrEqual(
        1e-6 * Math.max(1, Math.abs(expected)),
      );
    }),
    SEED,
  );
});

test('discount factors chain: a year further is one more division', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 350 }), (year) => {
      const step = discountFactor(UK_PUBLIC_REAL, year + 1) / discountFactor(UK_PUBLIC_REAL, year);
      expect(step).toBeLessThan(1);
      expect(discountFactor(UK_PUBLIC_REAL, year + 0.5) ** 2).toBeCloseTo(
        discountFactor(UK_PUBLIC_REAL, year) * discountFactor(UK_PUBLIC_REAL, year + 1),
        12,
      );
    }),
    SEED,
  );
});

test('every rate that is found makes the NPV zero', () => {
  fc.assert(
    fc.property(flowsOf, (flows) => {
      const found = internalRate(flows);
      const rates = found.kind === 'one' ? [found.rate] : found.kind === 'several' ? found.rates : [];
      const size = flows.reduce((sum, flow) => sum + Math.abs(flow), 0);
      for (const rate of rates) {
        const factor = 1 / (1 + rate);
        const value = flows.reduceRight((sum, flow) => sum * factor + flow, 0);
        expect(Math.abs(value)).toBeLessThanOrEqual(1e-6 * size * Math.max(1, factor ** flows.length));
      }
    }),
    SEED,
  );
});

test('the switching value is where the NPV turns', () => {
  const at = switchingValue((rate) => netPresentValue(FLOWS, flatRate(rate)), 0, 1);
  expect(at).toBeCloseTo(0.153221, 6);
  expect(switchingValue((x) => x + 1, 0, 1)).toBeUndefined();
});
