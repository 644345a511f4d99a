// Numbers, money and dates as people of both languages read them.
import { describe, expect, test } from 'vitest';
import type { Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Calendar, createFormatter, type Digits, scaleFor, shown, tableScale } from '#shared/words/format.ts';
import { createWords } from '#shared/words/words.ts';

const en = createFormatter({ language: 'en' });
const ar = createFormatter({ language: 'ar' });
const arab = createFormatter({ language: 'ar', digits: 'arab' });
const pounds = (units: number): Money => ({ minor: Math.round(units * 100), currency: 'GBP' });
/** Marks of direction do not show: they are left out of the comparison. */
const bare = (text: string): string => text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').replace(/\u00a0/g, ' ');

test.each([
  [471_818e6, '£472 bn'],
  [729_446.31e6, '£729 bn'],
  [999.96e6, '£1 bn'],
  [1_234_567, '£1.23 m'],
  [34_500_000, '£34.5 m'],
  [12_345, '£12.3 k'],
  [9_999, '£10 k'],
  [9_994, '£9,990'],
  [-0.001, '£0'],
  [1_065.9, '£1,070'],
  [5, '£5'],
  [0, '£0'],
  [-30_690_000, '−£30.7 m'],
  [2.5e12, '£2.5 tn'],
])('£ %d in a sentence: %s', (units, wanted) => expect(bare(en.money(pounds(units)))).toBe(wanted));

test('money in Arabic names its unit and its currency', () => {
  expect(bare(ar.money(pounds(471_818e6)))).toBe('472 مليار جنيه إسترليني');
  expect(bare(arab.money(pounds(471_818e6)))).toBe('٤٧٢ مليار جنيه إسترليني');
  expect(bare(ar.money(pounds(-30_690_000)))).toBe('−30.7 مليون جنيه إسترليني');
});

test('to its last minor unit', () => {
  expect(bare(en.moneyExact(pounds(471_818e6)))).toBe('£471,818,000,000.00');
  expect(bare(en.moneyExact({ minor: -1_234_567, currency: 'KWD' }))).toBe('−KWD 1,234.567');
  expect(bare(en.moneyExact({ minor: 500, currency: 'JPY' }))).toBe('¥500');
});

test.each<[Calendar, 'en' | 'ar', Digits, string, string]>([
  ['gregory', 'en', 'latn', '2027-03-31', '31 Mar 2027'],
  ['gregory', 'ar', 'latn', '2027-03-31', '31 مارس 2027'],
  ['gregory', 'ar', 'arab', '2027-03-31', '٣١ مارس ٢٠٢٧'],
  ['hijri', 'en', 'latn', '2024-07-07', '1 Muh. 1446 AH'],
])('%s, %s, %s: %s is %s', (calendar, language, digits, day, wanted) => {
  const format = createFormatter({ language, digits, calendar });
  expect(bare(format.date(day as Day))).toBe(wanted);
});

test('the Hijri calendar is Umm al-Qura’s, and may stand beside the other', () => {
  const both = createFormatter({ language: 'ar', calendar: 'both' });
  expect(bare(both.date('2024-07-07' as Day))).toMatch(/^7 يوليو 2024 \(1 محرم 1446 هـ\)$/);
  const hijri = createFormatter({ language: 'ar', calendar: 'hijri' });
  // first days of three years by the published Umm al-Qura tables
  for (const [day, year] of [
    ['2023-07-19', '1445'],
    ['2024-07-07', '1446'],
    ['2025-06-26', '1447'],
  ] as const)
    expect(bare(hijri.date(day as Day))).toMatch(new RegExp(`^1 .*${year}`));
});

test('fiscal years', () => {
  expect(en.fiscalYear(2023, 4)).toBe('2022/23');
  expect(en.fiscalYear(2000, 4)).toBe('1999/00');
  expect(en.fiscalYear(2023, 1)).toBe('2023');
  expect(bare(arab.fiscalYear(2023, 4))).toBe('٢٠٢٢/٢٣');
});

describe('numbers', () => {
  test('have a true minus, no minus zero, and thousands marks', () => {
    expect(en.number(-1234.5, 1)).toBe('−1,234.5');
    expect(en.number(-0)).toBe('0');
    expect(en.number(-0.4)).not.toContain('−');
    expect(bare(arab.number(1234.5, 1))).toBe('١٬٢٣٤٫٥');
    expect(en.percent(0.832, 1)).toBe('83.2%');
  });

  test('a table has one scale, money one to three digits before the point', () => {
    expect(tableScale([pounds(5), pounds(34_500_000)])).toBe(6);
    expect(tableScale([])).toBe(0);
    expect([9_994, 9_996, 999_499, 999_500, 1e12].map(scaleFor)).toEqual([0, 3, 3, 6, 12]);
  });
});

test('no day is moved by the laptop’s time zone', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['Pacific/Apia', 'America/Los_Angeles', 'Asia/Riyadh']) {
      process.env.TZ = zone;
      expect(createFormatter({ language: 'en' }).date('2024-01-01' as Day)).toBe('1 Jan 2024');
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test('what is absent is a dash with its reason', () => {
  expect(shown(undefined, String)).toEqual({ text: '—', absent: { absent: 'blank' } });
  expect(shown({ absent: 'exempt', text: 'x' }, String)).toEqual({
    text: '—',
    absent: { absent: 'exempt', text: 'x' },
  });
  expect(shown(5, String)).toEqual({ text: '5' });
});

test('the number of things picks the Arabic form', () => {
  const words = createWords({ language: 'ar' });
  const said = [0, 1, 2, 3, 11, 100].map((count) => words.sayAny('cli.packed', { count, files: 'x' }));
  expect(said.every((sentence) => sentence.includes('x') && !sentence.includes('{{'))).toBe(true);
});
