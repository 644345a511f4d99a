// Money is exact: held against whole-number arithmetic without bounds, whatever decimals come in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, isMoney, type Money, minorDigits, moneyFromDecimal, total } from '#shared/kit/money.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const minorOf = (text: string, scale: number, currency = 'GBP') => {
  const money = moneyFromDecimal(text, scale, currency);
  return money.ok ? money.value.minor : money.problem.code;
};

describe('a decimal becomes money', () => {
  test.each([
    ['1065.90', 0, 106_590],
    ['-30.69', 6, -3_069_000_000],
    ['729446.31', 6, 72_944_631_000_000],
    ['0.005', 0, 1],
    ['-0.005', 0, -1],
    ['0.0049999', 0, 0],
    ['-0.001', 0, 0],
    ['.5', 0, 50],
    ['5.', 0, 500],
    ['0.1', 9, 10_000_000_000],
    ['90071992547409.91', 0, Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', 0, 'money.tooLarge'],
    ['-90071992547409.92', 0, 'money.tooLarge'],
    ['9007199254740991', 6, 'money.tooLarge'],
    ['', 0, 'money.notANumber'],
    ['-', 0, 'money.notANumber'],
    ['.', 0, 'money.notANumber'],
    ['1,000', 0, 'money.notANumber'],
    ['1e3', 0, 'money.notANumber'],
    ['٣', 0, 'money.notANumber'],
    ['--1', 0, 'money.notANumber'],
    [' 1', 0, 'money.notANumber'],
  ])('%s × 10^%d → %s', (text, scale, wanted) => {
    expect(minorOf(text, scale)).toBe(wanted);
  });

  test('each currency by its own minor unit', () => {
    expect(minorOf('1.2345', 0, 'KWD')).toBe(1_235);
    expect(minorOf('1.5', 0, 'JPY')).toBe(2);
    expect(minorOf('1.5', 0, 'SAR')).toBe(150);
  });
});

describe(byChance('money by chance'), () => {
  const decimal = fc.record({
    whole: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fraction: fc.stringMatching(/^[0-9]{0,12}$/),
    negative: fc.boolean(),
    scale: fc.constantFrom(0, 3, 6, 9),
    currency: fc.constantFrom('GBP', 'KWD', 'JPY'),
  });

  test('equals the same reckoning in whole numbers, rounded half away from zero', () =>
    holds(
      fc.property(decimal, ({ whole, fraction, negative, scale, currency }) => {
        const digits = scale + minorDigits(currency);
        const scaled = BigInt(`${whole}${fraction}`) * 10n ** BigInt(digits);
        const unit = 10n ** BigInt(fraction.length);
        const rounded = (scaled * 2n + unit) / (unit * 2n);
        const money = moneyFromDecimal(`${negative ? '-' : ''}${whole}.${fraction}`, scale, currency);
        if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) return !money.ok && money.problem.code === 'money.tooLarge';
        return (
          money.ok && BigInt(money.value.minor) === (negative ? -rounded : rounded) && !Object.is(money.value.minor, -0)
        );
      }),
      times(500, 50_000),
    ));

  const amount: fc.Arbitrary<Money> = fc.record({
    minor: fc.maxSafeInteger(),
    currency: fc.constantFrom('GBP', 'SAR', 'JPY'),
    base: fc.constantFrom(
      { kind: 'nominal' as const },
      { kind: 'real' as const, year: 2020 },
      { kind: 'real' as const, year: 2021 },
    ),
  });

  test('its decimal reads back as itself, in any unit', () =>
    holds(
      fc.property(amount, fc.constantFrom(0, 3, 6, 9, 12), ({ minor, currency }, scale) => {
        const back = moneyFromDecimal(decimalOf({ minor, currency }, scale), scale, currency);
        return back.ok && back.value.minor === minor + 0;
      }),
      times(500, 50_000),
    ));

  test('a total has one exact sum for each unit and never mixes two', () =>
    holds(
      fc.property(fc.array(amount, { maxLength: 30 }), (amounts) => {
        const { sums, count } = total(amounts);
        const unit = (m: Money) => `${m.currency} ${m.base?.kind} ${m.base?.year}`;
        const wanted = new Map<string, bigint>();
        for (const m of amounts) wanted.set(unit(m), (wanted.get(unit(m)) ?? 0n) + BigInt(m.minor));
        return (
          count === amounts.length &&
          sums.length === wanted.size &&
          sums.every((sum) => sum.minor === Number(wanted.get(unit(sum))))
        );
      }),
      times(300, 30_000),
    ));
});

test('a sum beyond the exact range stands as its nearest number instead of stopping the screen', () => {
  const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'GBP' };
  const { sums } = total(Array.from({ length: 2_000_000 / 1_000 }, () => most));
  expect(sums[0]?.minor).toBeCloseTo(1.801e19, -17);
  expect(decimalOf({ minor: 9e21, currency: 'GBP' })).toBe('90000000000000000000');
});

test('what is not money is told apart', () => {
  expect(isMoney({ minor: 1, currency: 'GBP' })).toBe(true);
  for (const no of [
    null,
    5,
    {},
    { minor: 1.5, currency: 'GBP' },
    { minor: 1, currency: 'gbp' },
    { minor: 2 ** 53, currency: 'GBP' },
  ])
    expect(isMoney(no)).toBe(false);
});
