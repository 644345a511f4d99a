// A row or a column of months as a spreadsheet puts it on the clipboard, with or without the months' own names.
import { isAbsent } from '#shared/kit/absent.ts';
import { asDay, firstDay, isDay, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { readDay, toDecimal, westernDigits } from './cells.ts';
import { monthNamed } from './months.ts';

export interface PastedSeries {
  /** The month of the first value where the paste said it. */
  readonly from: MonthIndex | undefined;
  readonly values: readonly (number | null)[];
  /** True where months were out of order and were put in order. */
  readonly sorted: boolean;
}

/** Most months one paste may hold: a hundred years. */
export const MOST_MONTHS = 1_200;

/** Reads a number as people write it ("1,065.90", "٣٠", "(12)", "1 200"); undefined where it is none. */
export function typedNumber(text: string): number | undefined {
  const plain = westernDigits(text.trim())
    .replace(/[\u00a0\u202f ]/g, '')
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',');
  const negative = /^\(.*\)$|^[-\u2212]/.test(plain);
  const decimal = toDecimal(plain.replace(/^[-\u2212+]|^\(|\)$/g, ''));
  if (decimal === undefined) return undefined;
  const value = Number(decimal);
  return Number.isFinite(value) ? (negative ? -value : value) : undefined;
}

/** The same for a share of a hundred, typed with its sign or without. */
export const typedPercent = (text: string): number | undefined => typedNumber(text.replace(/[%٪]/g, ''));

/** 'Apr 2025', '2025-04', '04/2025', '1 Apr 2025', 'أبريل 2025'; undefined where it names no month. */
export function typedMonth(text: string): MonthIndex | undefined {
  const plain = westernDigits(text.trim());
  const iso = /^(\d{4})[-/.](\d{1,2})$/.exec(plain);
  const turned = /^(\d{1,2})[-/.](\d{4})$/.exec(plain);
  const named = /^(\p{L}[\p{L}\s]*?)[\s\-'’/.]*(\d{4}|\d{2})$/u.exec(plain);
  const day = iso
    ? asDay(Number(iso[1]), Number(iso[2]), 1)
    : turned
      ? asDay(Number(turned[2]), Number(turned[1]), 1)
      : named
        ? asDay(fullYear(Number(named[2])), monthNamed(named[1] ?? '') ?? 0, 1)
        : undefined;
  if (day) return monthIndex(day);
  const whole = readDay(plain, 'dayFirst');
  return !isAbsent(whole) && isDay(whole) && /\D/.test(plain) ? monthIndex(whole) : undefined;
}

const fullYear = (year: number): number => (year < 100 ? 2_000 + year : year);

/**
 * One row or one column of numbers; or two, of which the first names the months. Empty cells clear their month. Months
 * out of order are put in order; a month that stands twice is refused, as is a cell that is no number.
 */
export function readSeries(text: string): Result<PastedSeries> {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  const width = Math.max(...rows.map((row) => row.length));
  const pair = rows.length === 1 && width === 2 && typedMonth(rows[0]?.[0] ?? '') !== undefined;
  const [labels, cells] =
    rows.length === 1 && !pair
      ? [undefined, rows[0] as string[]]
      : width === 1
        ? [undefined, rows.map((row) => row[0] ?? '')]
        : rows.length === 2 && !(width === 2 && typedMonth(rows[1]?.[0] ?? '') !== undefined)
          ? [rows[0], rows[1] as string[]]
          : [rows.map((row) => row[0] ?? ''), rows.map((row) => row[1] ?? '')];
  if (cells.every((cell) => cell.trim() === '')) return refuse('series.pasteEmpty');
  if (cells.length > MOST_MONTHS) return refuse('series.pasteTooLong', { most: MOST_MONTHS });
  // a heading over the numbers, as "Month ↹ Value"
  const skip = labels && typedMonth(labels[0] ?? '') === undefined && typedNumber(cells[0] ?? '') === undefined ? 1 : 0;
  const values: (number | null)[] = [];
  for (const [i, cell] of cells.slice(skip).entries()) {
    const value = cell.trim() === '' ? null : typedNumber(cell);
    if (value === undefined)
      return refuse('series.pasteNotNumber', { place: i + skip + 1, text: cell.trim().slice(0, 40) });
    values.push(value);
  }
  if (!labels) return done({ from: undefined, values, sorted: false });
  return placed(labels.slice(skip), values);
}

function placed(labels: readonly string[], values: readonly (number | null)[]): Result<PastedSeries> {
  const byMonth = new Map<MonthIndex, number | null>();
  let [sorted, last] = [false, Number.NEGATIVE_INFINITY];
  for (const [i, value] of values.entries()) {
    const month = typedMonth(labels[i] ?? '');
    if (month === undefined)
      return refuse('series.pasteNoMonth', { place: i + 1, text: (labels[i] ?? '').trim().slice(0, 40) });
    if (byMonth.has(month)) return refuse('series.pasteTwice', { month: firstDay(month) });
    if (month < last) sorted = true;
    last = month;
    byMonth.set(month, value);
  }
  const months = [...byMonth.keys()].sort((a, b) => a - b);
  const [from, until] = [months[0] as MonthIndex, months.at(-1) as MonthIndex];
  if (until - from >= MOST_MONTHS) return refuse('series.pasteTooLong', { most: MOST_MONTHS });
  // a month between two that are named was not said: it is left alone only if nothing stands for it, so it is cleared
  return done({
    from,
    sorted,
    values: Array.from({ length: until - from + 1 }, (_, i) => byMonth.get(from + i) ?? null),
  });
}
