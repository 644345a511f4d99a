// One cell to one value, or to a typed null with the words that stood there. A figure is never dug out of a sentence.

import type { Confidence, Rating, Scale } from '#shared/domain/confidence.ts';
import type { Absence, Absent, Known } from '#shared/kit/absent.ts';
import { type Money, moneyFromDecimal } from '#shared/kit/money.ts';
import { asDay, type Day } from '#shared/kit/period.ts';
import { type Cell, cellText } from './grid.ts';

/** Words that say why there is no value, tried in order. */
const REASONS: readonly (readonly [Absence, RegExp])[] = [
  ['exempt', /\bexempt|\bsections? ?\d+|freedom of information|\bFOI\b|withheld|redacted|معف|مستثن|محجوب/i],
  [
    'notYet',
    /\bnot yet\b|\bTB[CDA]\b|to be (confirmed|determined|agreed|decided)|early planning|planning stage|\breset\b|under review|لم يحدد|قيد/i,
  ],
  [
    'notGiven',
    /not in a position|unable to|prevented|\bno (dca|data|rating|value|information)\b|^n\/?a\.?$|#n\/a|not (available|provided|applicable|reported|known|recorded)|did not provide|^unknown$|^none$|^[-–—.]+$|غير متاح|لا يوجد|لا ينطبق/i,
  ],
];

/** What a cell without a value says of itself. */
export function absence(cell: Cell | undefined): Absent {
  const text = cellText(cell);
  if (text === '') return { absent: 'blank' };
  const reason = REASONS.find(([, words]) => words.test(text))?.[0] ?? 'unreadable';
  return { absent: reason, text };
}

export interface MoneyUnit {
  readonly currency: string;
  /** Power of ten of the figures: 6 where the column is in millions. */
  readonly scale: number;
}

const SIGN = /^(?:£|€|\$|﷼|[A-Z]{3}\s)\s*/;
const SUFFIX: readonly (readonly [RegExp, number])[] = [
  [/\s?(bn|billion|مليار)$/i, 9],
  [/\s?(m|mn|million|مليون)$/i, 6],
  [/\s?k$/i, 3],
];

/** An amount, only where the whole cell is one: "£1,065.90", "(30.69)", "-5", "1.234,50", "٣٤٫٥". */
export function readMoney(cell: Cell | undefined, unit: MoneyUnit): Known<Money> {
  if (typeof cell === 'number') return fromDecimal(plainNumber(cell), unit, cell);
  const original = cellText(cell);
  let text = westernDigits(original)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[−–]/g, '-');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) {
    negative = true;
    text = bracketed[1] as string;
  }
  if (/^- ?/.test(text)) {
    negative = !negative;
    text = text.replace(/^- ?/, '');
  }
  text = text.replace(SIGN, '');
  if (text.startsWith('-')) {
    negative = !negative;
    text = text.slice(1);
  }
  let scale = unit.scale;
  for (const [suffix, power] of SUFFIX) {
    if (!suffix.test(text)) continue;
    // "£34m" in a column of millions says its unit twice, not 34 million million
    scale = power;
    text = text.replace(suffix, '');
    break;
  }
  const decimal = toDecimal(text.replace(/ /g, ''));
  if (decimal === undefined) return absence(cell);
  return fromDecimal(negative ? `-${decimal}` : decimal, { ...unit, scale }, cell);
}

/** A plain decimal from digits with thousands marks; undefined where it is anything else. */
export function toDecimal(text: string): string | undefined {
  if (/^\d+(\.\d*)?$|^\.\d+$/.test(text)) return text;
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return text.replace(/,/g, '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replace(/\./g, '').replace(',', '.');
  if (/^\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  if (/^\d{1,3}('\d{3})+(\.\d*)?$/.test(text)) return text.replace(/'/g, '');
  return undefined;
}

function fromDecimal(decimal: string, unit: MoneyUnit, cell: Cell | undefined): Known<Money> {
  const money = moneyFromDecimal(decimal, unit.scale, unit.currency);
  return money.ok ? money.value : { absent: 'unreadable', text: cellText(cell) };
}

/** A spreadsheet's number without an exponent, to the 15 digits it holds. */
function plainNumber(x: number): string {
  if (!Number.isFinite(x)) return '';
  const text = String(Number(x.toPrecision(15)));
  return /e/i.test(text) ? x.toFixed(20).replace(/\.?0+$/, '') : text;
}

export const westernDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',');

const RATING_WORDS: Readonly<Record<string, Rating>> = {
  green: 'green',
  'amber/green': 'amberGreen',
  'green/amber': 'amberGreen',
  amber: 'amber',
  yellow: 'amber',
  'amber/red': 'amberRed',
  'red/amber': 'amberRed',
  red: 'red',
  reset: 'reset',
  g: 'green',
  a: 'amber',
  r: 'red',
  ag: 'amberGreen',
  ar: 'amberRed',
  أخضر: 'green',
  كهرماني: 'amber',
  أصفر: 'amber',
  أحمر: 'red',
  'كهرماني/أحمر': 'amberRed',
  'كهرماني/أخضر': 'amberGreen',
};

export const ratingWord = (cell: Cell | undefined): Rating | undefined =>
  RATING_WORDS[
    cellText(cell)
      .toLowerCase()
      .replace(/\s*[/-]\s*/g, '/')
  ];

export function readRating(cell: Cell | undefined, scale: Scale): Known<Confidence> {
  const rating = ratingWord(cell);
  return rating ? { rating, scale } : absence(cell);
}

export type DayOrder = 'dayFirst' | 'monthFirst';

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day: 2024-09-30, 30.09.2024, 30/09/2024, 30 Sep 2024, Sep 2024 (its last day is not guessed: its first is taken), or a serial. */
export function readDay(cell: Cell | undefined, order: DayOrder): Known<Day> {
  if (typeof cell === 'object' && cell !== null) return dayOr(cell.day.split('-').map(Number), cell);
  if (typeof cell === 'number') return fromSerial(cell);
  const text = westernDigits(cellText(cell));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOr([Number(iso[1]), Number(iso[2]), Number(iso[3])], cell);
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (numeric) {
    const [a, b, y] = [Number(numeric[1]), Number(numeric[2]), fullYear(Number(numeric[3]))];
    return dayOr(order === 'dayFirst' ? [y, b, a] : [y, a, b], cell);
  }
  const worded = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3})[a-z]*[ -,]+(\d{4}|\d{2})$/.exec(text);
  if (worded) {
    const month = MONTH_NAMES.indexOf((worded[2] as string).toLowerCase()) + 1;
    return dayOr([fullYear(Number(worded[3])), month, Number(worded[1] ?? 1)], cell);
  }
  return absence(cell);
}

const fullYear = (y: number): number => (y >= 100 ? y : y < 70 ? 2000 + y : 1900 + y);

function dayOr([year = 0, month = 0, dayOfMonth = 0]: number[], cell: Cell | undefined): Known<Day> {
  return asDay(year, month, dayOfMonth) ?? { absent: 'unreadable', text: cellText(cell) };
}

/** Days since 30 December 1899, as spreadsheets count; only within the years 1954 to 2119, so that a plain number is no date. */
function fromSerial(serial: number): Known<Day> {
  if (serial < 20_000 || serial > 80_000) return { absent: 'unreadable', text: String(serial) };
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** Day first unless the column itself proves otherwise. */
export function dayOrder(cells: Iterable<Cell | undefined>): DayOrder {
  for (const cell of cells) {
    const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}/.exec(westernDigits(cellText(cell)));
    if (parts && Number(parts[2]) > 12) return 'monthFirst';
    if (parts && Number(parts[1]) > 12) return 'dayFirst';
  }
  return 'dayFirst';
}
