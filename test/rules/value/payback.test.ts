// Payback against the dust of decimals, and for a project whose money is never tied up.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discountedPayback, payback } from '#shared/value/payback.ts';
import { flatRate } from '#shared/value/rate.ts';

const years = (count: number) => ({ kind: 'years', years: expect.closeTo(count, 9) });

test('tenths that come back to the last one are back', () => {
  expect(payback([-0.4, 0.1, 0.3])).toEqual(years(2));
  expect(payback([-0.3, 0.1, 0.1, 0.1])).toEqual(years(3));
  expect(payback([-0.4, 0.1, 0.2999])).toEqual({ kind: 'never' });
  expect(payback([-1e9, 1e9 - 0.01])).toEqual({ kind: 'never' });
});

test('a project whose running sum never falls below zero pays back at once', () => {
  expect(payback([100, -50])).toEqual(years(0));
  expect(payback([100, -100, 5])).toEqual(years(0));
  expect(payback([0.3, -0.1, -0.2])).toEqual(years(0));
  expect(discountedPayback([100, -50], flatRate(0.1))).toEqual(years(0));
  // it falls below zero: the way back up counts, from the first spend
  expect(payback([100, -150, 100])).toEqual(years(0.5));
  expect(payback([100, -150, 30])).toEqual({ kind: 'never' });
});

test('flows in pence and in pounds pay back at the same time', () => {
  const flows = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(flows, (pence) => {
      const [whole, parts] = [payback(pence), payback(pence.map((flow) => flow / 100))];
      expect(parts.kind).toBe(whole.kind);
      if (whole.kind === 'years' && parts.kind === 'years') expect(parts.years).toBeCloseTo(whole.years, 6);
    }),
    { seed: 20_261_123, numRuns: 300 },
  );
});
