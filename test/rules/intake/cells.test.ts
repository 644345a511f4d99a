// One cell at a time: what is a value, what says why there is none, and what must never become a figure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOrder, readDay, readMoney, readRating, toDecimal } from '#shared/intake/cells.ts';
import { isAbsent } from '#shared/kit/absent.ts';
import { decimalOf } from '#shared/kit/money.ts';
import type { Cell } from '#shared/sheet/model.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const MILLIONS = { currency: 'GBP', scale: 6 };
/** The amount in units with its currency, or why there is none. */
const money = (cell: Cell, unit = { currency: 'GBP', scale: 0 }): string => {
  const value = readMoney(cell, unit);
  return isAbsent(value) ? value.absent : `${decimalOf(value)} ${value.currency}`;
};

describe('money', () => {
  test.each<[Cell, string]>([
    ['£1,065.90', '1065.9 GBP'],
    ['(30.69)', '-30.69 GBP'],
    ['(£30.69)', '-30.69 GBP'],
    ['-£5', '-5 GBP'],
    ['£-5', '-5 GBP'],
    ['−5', '-5 GBP'],
    ['- 5', '-5 GBP'],
    ['1.234,50', '1234.5 GBP'],
    ['1.234.567', '1234567 GBP'],
    ['1 234,50', '1234.5 GBP'],
    ['1\u00a0234\u202f567', '1234567 GBP'],
    ["1'234.50", '1234.5 GBP'],
    ['1,234', '1234 GBP'],
    ['12,5', '12.5 GBP'],
    ['٣٤٫٥', '34.5 GBP'],
    ['١٬٠٦٥٫٩٠', '1065.9 GBP'],
    ['۱۲', '12 GBP'],
    ['34m', '34000000 GBP'],
    ['£34 million', '34000000 GBP'],
    ['2.5bn', '2500000000 GBP'],
    ['٣ مليون', '3000000 GBP'],
    ['12k', '12000 GBP'],
    ['0', '0 GBP'],
    [' 7 ', '7 GBP'],
    [1065.9, '1065.9 GBP'],
    [0.1 + 0.2, '0.3 GBP'],
    [-5, '-5 GBP'],
    [1e-7, '0 GBP'],
    ['€5', '5 EUR'],
    ['$5', '5 USD'],
    ['SAR 5', '5 SAR'],
    ['USD -5', '-5 USD'],
  ])('%j → %s', (cell, wanted) => expect(money(cell)).toBe(wanted));

  test.each<[Cell, string]>([
    ['', 'blank'],
    [null, 'blank'],
    ['   ', 'blank'],
    ['Section 43 of the Freedom of Information Act 2000', 'exempt'],
    ['Exempt under Section 43', 'exempt'],
    ['معفى بموجب المادة 43', 'exempt'],
    ['TBC', 'notYet'],
    ['To be confirmed in 2025', 'notYet'],
    ['#N/A', 'notGiven'],
    ['N/A', 'notGiven'],
    ['-', 'notGiven'],
    ['Not provided', 'notGiven'],
    ['about 5', 'unreadable'],
    ['5 to 7', 'unreadable'],
    ['12 34', 'unreadable'],
    ['2019 2020', 'unreadable'],
    ['5%', 'unreadable'],
    ['--5', 'unreadable'],
    ['(-5)', 'unreadable'],
    ['(5', 'unreadable'],
    ['1,23,456', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['FTE 5', 'unreadable'],
    ['5 FTE', 'unreadable'],
    ['1e5', 'unreadable'],
    ['12/2020', 'unreadable'],
    [true, 'unreadable'],
    [{ day: '2020-01-01' }, 'unreadable'],
    [1e30, 'unreadable'],
    ['99999999999999999999', 'unreadable'],
    ['constructor', 'unreadable'],
  ])('%j is no amount: %s', (cell, why) => expect(money(cell)).toBe(why));

  test('a unit said twice is meant once; a dollar column keeps its own dollars', () => {
    expect(money('£34m', MILLIONS)).toBe('34000000 GBP');
    expect(money('34', MILLIONS)).toBe('34000000 GBP');
    expect(money('$5', { currency: 'AUD', scale: 0 })).toBe('5 AUD');
  });

  test('the words that stood there are kept', () => {
    expect(readMoney('Exempt under Section 43', MILLIONS)).toEqual({
      absent: 'exempt',
      text: 'Exempt under Section 43',
    });
  });
});

const day = (cell: Cell, order: 'dayFirst' | 'monthFirst' = 'dayFirst'): string => {
  const value = readDay(cell, order);
  return isAbsent(value) ? value.absent : value;
};

describe('days', () => {
  test.each<[Cell, string]>([
    ['2024-09-30', '2024-09-30'],
    ['2024/9/3', '2024-09-03'],
    ['30.09.2024', '2024-09-30'],
    ['30/09/2024', '2024-09-30'],
    ['30/09/24', '2024-09-30'],
    ['30-Sep-24', '2024-09-30'],
    ['30-Sep-2024', '2024-09-30'],
    ['30 September 2024', '2024-09-30'],
    ['30th Sept 2024', '2024-09-30'],
    ['Sep 2024', '2024-09-01'],
    ['September 30, 2024', '2024-09-30'],
    ['30 سبتمبر 2024', '2024-09-30'],
    ['٣٠/٠٩/٢٠٢٤', '2024-09-30'],
    ['30 أيلول 2024', '2024-09-30'],
    ['2024-09-30T23:59:59Z', '2024-09-30'],
    ['2024-09-30 00:00:00', '2024-09-30'],
    ['30/09/2024 00:00', '2024-09-30'],
    ['2024-02-29', '2024-02-29'],
    [45_565, '2024-09-30'],
    [45_565.75, '2024-09-30'],
    [{ day: '2024-09-30' }, '2024-09-30'],
  ])('%j → %s', (cell, wanted) => expect(day(cell)).toBe(wanted));

  test.each<[Cell, string]>([
    ['', 'blank'],
    ['31/02/2020', 'unreadable'],
    ['29/02/2023', 'unreadable'],
    ['12/31/2020', 'unreadable'],
    ['2024-13-01', 'unreadable'],
    ['2024-09-30 or later', 'unreadable'],
    ['Decision 2024', 'unreadable'],
    ['Marathon 24', 'unreadable'],
    ['Section 43', 'exempt'],
    ['Phase 2024', 'unreadable'],
    ['2024', 'unreadable'],
    [2024, 'unreadable'],
    [99_999, 'unreadable'],
    [Number.NaN, 'unreadable'],
    ['TBC', 'notYet'],
    ['Exempt under Section 43 of the Freedom of Information Act 2000', 'exempt'],
    [true, 'unreadable'],
  ])('%j is no day: %s', (cell, why) => expect(day(cell)).toBe(why));

  test('which of day and month comes first the column itself says', () => {
    expect(dayOrder(['01/02/2020', '12/31/2020'])).toBe('monthFirst');
    expect(dayOrder(['01/02/2020', '31/12/2020'])).toBe('dayFirst');
    expect(dayOrder(['01/02/2020', null, 'TBC'])).toBe('dayFirst');
    expect(day('12/31/2020', 'monthFirst')).toBe('2020-12-31');
    expect(day('31/12/2020', 'monthFirst')).toBe('unreadable');
  });
});

test.each<[Cell, string]>([
  ['Green', 'green'],
  [' AMBER ', 'amber'],
  ['Amber/Red', 'amberRed'],
  ['Amber / Green', 'amberGreen'],
  ['Amber-Red', 'amberRed'],
  ['Red/Amber', 'amberRed'],
  ['R', 'red'],
  ['Reset', 'reset'],
  ['أحمر', 'red'],
  ['Exempt under Section 43', 'exempt'],
  ['', 'blank'],
  ['purple', 'unreadable'],
  ['Redacted', 'exempt'],
  ['constructor', 'unreadable'],
  ['__proto__', 'unreadable'],
  ['toString', 'unreadable'],
])('a rating of %j: %s', (cell, wanted) => {
  const value = readRating(cell, 'five');
  expect(isAbsent(value) ? value.absent : value.rating).toBe(wanted);
});

describe(byChance('words'), () => {
  const word = fc.constantFrom(
    'Section',
    'the',
    'Act',
    'of',
    'exempt',
    'about',
    'costs',
    'until',
    'Phase',
    'May',
    'march',
    'bn',
    'and',
    'المادة',
  );
  const number = fc.oneof(fc.nat(3_000).map(String), fc.constantFrom('1,065.90', '43', '£5', '2000', '31/12/2020'));
  const sentence = fc
    .tuple(word, fc.array(fc.oneof(word, number), { minLength: 2, maxLength: 8 }), word)
    .map(([first, inside, last]) => [first, ...inside, last].join(' '));

  test('a sentence with figures in it never becomes a figure or a day', () =>
    holds(
      fc.property(
        sentence,
        (text) =>
          isAbsent(readMoney(text, MILLIONS)) &&
          isAbsent(readDay(text, 'dayFirst')) &&
          isAbsent(readRating(text, 'five')),
      ),
      times(1_000, 100_000),
    ));

  test('two figures side by side are not one', () =>
    holds(
      fc.property(fc.nat(9_999), fc.nat(9_999), fc.constantFrom(' ', ' / ', '-', ' to ', '; '), (a, b, between) => {
        const text = `${a}${between}${b}`;
        // "1 234" is how many languages write a thousand
        return /^\d{1,3} \d{3}$/.test(text) || isAbsent(readMoney(text, MILLIONS));
      }),
      times(500, 50_000),
    ));

  test('any text at all is read without a fault, and a figure keeps every digit it had', () =>
    holds(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        readDay(text, 'monthFirst');
        readRating(text, 'three');
        const value = readMoney(text, { currency: 'GBP', scale: 0 });
        return isAbsent(value) || /\d/.test(text) || /[٠-٩۰-۹]/.test(text);
      }),
      times(1_000, 100_000),
    ));

  test('an amount written with thousands marks is the amount', () =>
    holds(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.nat(99), (whole, cents) => {
        const grouped = new Intl.NumberFormat('en').format(whole);
        return (
          toDecimal(`${grouped}.${String(cents).padStart(2, '0')}`) === `${whole}.${String(cents).padStart(2, '0')}`
        );
      }),
      times(300, 20_000),
    ));
});
