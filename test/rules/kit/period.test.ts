// Days and fiscal years: every month of the calendar, leap days, and the year each start month gives a day.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay, type Day, daysBetween, daysInMonth, fiscalYear, fiscalYearStart, isDay } from '#shared/kit/period.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

describe('days', () => {
  test('every month has the days the calendar gives it, 1900 to 2299', () => {
    for (let year = 1900; year <= 2299; year++)
      for (let month = 1; month <= 12; month++)
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2100-02-29', false],
    ['2020-04-31', false],
    ['2020-00-10', false],
    ['2020-13-10', false],
    ['2020-01-00', false],
    ['1899-12-31', false],
    ['2300-01-01', false],
    ['2020-1-1', false],
    ['2020-01-01T00:00', false],
    ['٢٠٢٠-٠١-٠١', false],
  ])('%s is a day: %s', (text, wanted) => expect(isDay(text)).toBe(wanted));
});

const DAY = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2299-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

describe(byChance('days by chance'), () => {
  test('a day is itself again from its parts', () =>
    holds(
      fc.property(DAY, (day) => {
        const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
        return isDay(day) && asDay(year, month, dayOfMonth) === day;
      }),
      times(300, 30_000),
    ));

  test('a fiscal year holds exactly the days from its start to the next start', () =>
    holds(
      fc.property(DAY, fc.integer({ min: 1, max: 12 }), (day, start) => {
        const year = fiscalYear(day, start);
        const first = fiscalYearStart(year, start);
        const next = fiscalYearStart(year + 1, start);
        return first <= day && day < next && daysBetween(first, next) >= 365 && daysBetween(first, next) <= 366;
      }),
      times(500, 50_000),
    ));

  test('the days between two days, there and back', () =>
    holds(
      fc.property(DAY, DAY, (a, b) => daysBetween(a, b) === -daysBetween(b, a) && daysBetween(a, b) > 0 === a < b),
      times(300, 30_000),
    ));
});

test('a fiscal year is named by the year it ends in', () => {
  expect(fiscalYear('2022-04-01' as Day, 4)).toBe(2023);
  expect(fiscalYear('2023-03-31' as Day, 4)).toBe(2023);
  expect(fiscalYear('2023-12-31' as Day, 1)).toBe(2023);
  expect(fiscalYearStart(2023, 4)).toBe('2022-04-01');
  expect(fiscalYearStart(2023, 1)).toBe('2023-01-01');
});
