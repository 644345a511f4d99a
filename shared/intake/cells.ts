// One cell to one value, or to a typed null with the words that stood there. A figure is never dug out of a sentence.

import type { Confidence, Rating, Scale } from '#shared/domain/confidence.ts';
import type { Absence, Absent, Known } from '#shared/kit/absent.ts';
import { type Money, moneyFromDecimal } from '#shared/kit/money.ts';
import { asDay, type Day } from '#shared/kit/period.ts';
import type { Cell } from '#shared/sheet/model.ts';
import { cellText } from './grid.ts';
import { monthNamed } from './months.ts';

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

/** A currency before the figure, and what may stand between the two. */
const SIGN = /^(£|€|\$|﷼|[A-Z]{3}(?= ?-?[\d.]))\s*/;
const SIGN_CURRENCY: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', '﷼': 'SAR' };
/** Currencies whose own sign is "$": in their columns it means them. */
const DOLLARS: readonly string[] = ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD'];
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const SUFFIX: readonly (readonly [RegExp, number])[] = [
  [/\s?(bn|billion|مليار)$/i, 9],
  [/\s?(m|mn|million|مليون)$/i, 6],
  [/\s?k$/i, 3],
];

/** The currency a sign names in a column of `currency`; undefined where the letters name none. */
function currencyOf(sign: string, currency: string): string | undefined {
  if (sign === '$') return DOLLARS.includes(currency) ? currency : 'USD';
  return SIGN_CURRENCY[sign] ?? (CURRENCIES.has(sign) ? sign : undefined);
}

/** An amount, only where the whole cell is one: "£1,065.90", "(30.69)", "-5", "1.234,50", "٣٤٫٥". */
export function readMoney(cell: Cell | undefined, unit: MoneyUnit): Known<Money> {
  if (typeof cell === 'number') return fromDecimal(plainNumber(cell), unit, cell);
  const { text, negative } = signOf(
    westernDigits(cellText(cell))
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .replace(/[\u200e\u200f\u061c]/g, '')
      .replace(/[−–]/g, '-'),
  );
  const sign = SIGN.exec(text);
  const currency = sign ? currencyOf(sign[1] as string, unit.currency) : unit.currency;
  // "-£5" and "£-5" are both in use; a second minus is no amount
  const inner = signOf(sign ? text.slice(sign[0].length) : text);
  if (!currency || (negative && inner.negative) || (!sign && inner.negative)) return absence(cell);
  let scale = unit.scale;
  let figure = inner.text;
  for (const [suffix, power] of SUFFIX) {
    if (!suffix.test(figure)) continue;
    // "£34m" in a column of millions says its unit twice, not 34 million million
    scale = power;
    figure = figure.replace(suffix, '');
    break;
  }
  const decimal = toDecimal(figure);
  if (decimal === undefined) return absence(cell);
  return fromDecimal(negative || inner.negative ? `-${decimal}` : decimal, { currency, scale }, cell);
}

/** Takes a minus or an accountant's brackets off. */
function signOf(text: string): { text: string; negative: boolean } {
  const bare = /^\((?! ?-)(.+)\)$/.exec(text)?.[1] ?? /^- ?(?!-)(.*)$/.exec(text)?.[1];
  return bare === undefined ? { text, negative: false } : { text: bare.trim(), negative: true };
}

/** A plain decimal from digits with thousands marks; undefined where it is anything else. */
export function toDecimal(text: string): string | undefined {
  if (/^\d+(\.\d*)?$|^\.\d+$/.test(text)) return text;
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return text.replace(/,/g, '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replace(/\./g, '').replace(',', '.');
  if (/^\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  if (/^\d{1,3}(['’ ]\d{3})+([.,]\d*)?$/.test(text)) return text.replace(/['’ ]/g, '').replace(',', '.');
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replace(/\./g, '');
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

export function ratingWord(cell: Cell | undefined): Rating | undefined {
  const word = cellText(cell)
    .toLowerCase()
    .replace(/\s*[/-]\s*/g, '/');
  return Object.hasOwn(RATING_WORDS, word) ? RATING_WORDS[word] : undefined;
}

export function readRating(cell: Cell | undefined, scale: Scale): Known<Confidence> {
  const rating = ratingWord(cell);
  return rating ? { rating, scale } : absence(cell);
}

export type DayOrder = 'dayFirst' | 'monthFirst';

const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const NUMERIC = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${TIME}$`, 'i');
const WORDED = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?(\p{L}+)\.?[ ,-]+(\d{4}|\d{2})$/u;
const MONTH_FIRST = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;

/** A day: 2024-09-30, 30.09.2024, 30/09/2024, 30 Sep 2024, Sep 2024 (its last day is not guessed: its first is taken), or a serial. */
export function readDay(cell: Cell | undefined, order: DayOrder): Known<Day> {
  if (typeof cell === 'object' && cell !== null) return dayOr(cell.day.split('-').map(Number), cell);
  if (typeof cell === 'number') return fromSerial(cell);
  const text = westernDigits(cellText(cell));
  const iso = ISO.exec(text);
  if (iso) return dayOr([Number(iso[1]), Number(iso[2]), Number(iso[3])], cell);
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [a, b, y] = [Number(numeric[1]), Number(numeric[2]), fullYear(Number(numeric[3]))];
    return dayOr(order === 'dayFirst' ? [y, b, a] : [y, a, b], cell);
  }
  const worded = WORDED.exec(text);
  const month = worded && monthNamed(worded[2] as string);
  if (month) return dayOr([fullYear(Number(worded[3])), month, Number(worded[1] ?? 1)], cell);
  const american = MONTH_FIRST.exec(text);
  const first = american && monthNamed(american[1] as string);
  if (first) return dayOr([Number(american[3]), first, Number(american[2])], cell);
  return absence(cell);
}

const fullYear = (y: number): number => (y >= 100 ? y : y < 70 ? 2000 + y : 1900 + y);

function dayOr([year = 0, month = 0, dayOfMonth = 0]: number[], cell: Cell | undefined): Known<Day> {
  return asDay(year, month, dayOfMonth) ?? { absent: 'unreadable', text: cellText(cell) };
}

/** Days since 30 December 1899, as spreadsheets count; only within the years 1954 to 2119, so that a plain number is no date. */
function fromSerial(serial: number): Known<Day> {
  if (!(serial >= 20_000 && serial <= 80_000)) return { absent: 'unreadable', text: String(serial) };
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
