// The one formatter: numbers, money, dates and typed nulls, in English and Arabic, Gregorian and Hijri.
import { type Absent, isAbsent, type Known } from '#shared/kit/absent.ts';
import { amountOf, type Money, minorDigits } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';

export type Language = 'en' | 'ar';
export type Digits = 'latn' | 'arab';
export type Calendar = 'gregory' | 'hijri' | 'both';

export interface FormatChoice {
  readonly language: Language;
  /** Digits of Arabic text; English always uses 0–9. */
  readonly digits?: Digits;
  readonly calendar?: Calendar;
}

/** Powers of ten money is shown in. */
export const SCALES = [0, 3, 6, 9, 12] as const;
export type MoneyScale = (typeof SCALES)[number];

const SCALE_WORDS: Readonly<Record<Language, Readonly<Record<MoneyScale, string>>>> = {
  en: { 0: '', 3: 'k', 6: 'm', 9: 'bn', 12: 'tn' },
  ar: { 0: '', 3: 'ألف', 6: 'مليون', 9: 'مليار', 12: 'تريليون' },
};

export interface Formatter {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** A grouped number with at most `digits` decimals (default 0). */
  readonly number: (x: number, digits?: number) => string;
  /** A ratio with exactly two decimals, so that 0.997 is never read as 1. */
  readonly ratio: (x: number) => string;
  /** A share: 0.832 → "83.2%" with one digit. */
  readonly percent: (x: number, digits?: number) => string;
  /** Money short enough for a sentence, three significant digits: "£472 bn". */
  readonly money: (money: Money) => string;
  /** Money to its last minor unit: "£471,818,000,000.00". */
  readonly moneyExact: (money: Money) => string;
  /** The bare amount in a table whose header names the unit; `digits` decimals at most. */
  readonly amount: (money: Money, scale: MoneyScale, digits?: number) => string;
  /** The unit for such a header: "£ m", "مليون جنيه إسترليني". */
  readonly unit: (currency: string, scale: MoneyScale) => string;
  /** "31 Mar 2027", or with the Hijri date beside or instead. */
  readonly date: (day: Day) => string;
  /** "Mar 2027". */
  readonly month: (day: Day) => string;
  /** "2022/23" for the fiscal year that ends in 2023, "2023" where it is the calendar year. */
  readonly fiscalYear: (year: number, startMonth: number) => string;
  readonly dateTime: (ms: number) => string;
  /** "14:05", local time. */
  readonly time: (ms: number) => string;
}

export function createFormatter(choice: FormatChoice): Formatter {
  const { language } = choice;
  const numerals = language === 'ar' ? (choice.digits ?? 'latn') : 'latn';
  const locale = language === 'ar' ? `ar-SA-u-nu-${numerals}` : 'en-GB';
  const day = (calendar: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'ar' ? `ar-SA-u-nu-${numerals}-ca-${calendar}` : `en-GB-u-ca-${calendar}`, {
      timeZone: 'UTC',
      ...options,
    });
  const numberFormats = new Map<string, Intl.NumberFormat>();
  const plain = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    let made = numberFormats.get(key);
    if (!made) {
      // what rounds to zero has no sign
      made = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
      numberFormats.set(key, made);
    }
    return made;
  };
  // a minus sign that stays with its digits in right-to-left text
  const minus = (text: string) => text.replace(/[\u200e\u200f\u061c]?-/, language === 'ar' ? '\u200e−' : '−');
  const number = (x: number, digits = 0) => minus(plain({ maximumFractionDigits: digits }).format(x === 0 ? 0 : x));
  const currency = (code: string) => currencyWord(code, language);
  const join = (amount: string, code: string, scale: MoneyScale) => {
    const word = SCALE_WORDS[language][scale];
    if (language === 'ar') return [amount, word, currency(code)].filter(Boolean).join(' ');
    const symbol = currency(code);
    const glued = symbol.length > 1 ? `${symbol} ` : symbol;
    return `${amount.startsWith('−') ? `−${glued}${amount.slice(1)}` : glued + amount}${word && ` ${word}`}`;
  };
  // made when first needed: a calendar nobody chose must not hold back the first screen
  const made = new Map<string, Intl.DateTimeFormat>();
  const dateIn = (calendar: 'gregory' | 'islamic-umalqura', style: 'day' | 'month'): Intl.DateTimeFormat => {
    const key = `${calendar} ${style}`;
    const found =
      made.get(key) ??
      day(calendar, { ...(style === 'day' ? { day: 'numeric' } : {}), month: 'short', year: 'numeric' });
    made.set(key, found);
    return found;
  };
  const inCalendars = (d: Day, style: 'day' | 'month') => {
    const at = new Date(`${d}T00:00:00Z`);
    const calendar = choice.calendar ?? 'gregory';
    const hijri = () => dateIn('islamic-umalqura', style).format(at);
    if (calendar === 'hijri') return hijri();
    const gregorian = dateIn('gregory', style).format(at);
    return calendar === 'both' ? `${gregorian} (${hijri()})` : gregorian;
  };
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    number,
    ratio: (x) => minus(plain({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(x)),
    percent: (x, digits = 0) => minus(plain({ style: 'percent', maximumFractionDigits: digits }).format(x)),
    money: (money) => {
      const scale = scaleFor(Math.abs(amountOf(money)));
      return join(minus(plain({ maximumSignificantDigits: 3 }).format(amountOf(money, scale))), money.currency, scale);
    },
    moneyExact: (money) => {
      const digits = minorDigits(money.currency);
      return join(
        minus(plain({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amountOf(money))),
        money.currency,
        0,
      );
    },
    amount: (money, scale, digits = 0) => number(amountOf(money, scale), digits),
    unit: (code, scale) =>
      [SCALE_WORDS[language][scale], currency(code)]
        [language === 'ar' ? 'slice' : 'reverse']()
        .filter(Boolean)
        .join(' '),
    date: (d) => inCalendars(d, 'day'),
    month: (d) => inCalendars(d, 'month'),
    fiscalYear: (year, startMonth) => {
      const short = plain({ useGrouping: false, minimumIntegerDigits: 2 });
      const long = plain({ useGrouping: false });
      return startMonth === 1 ? long.format(year) : `${long.format(year - 1)}/${short.format(year % 100)}`;
    },
    time: (ms) =>
      new Intl.DateTimeFormat(language === 'ar' ? `ar-SA-u-nu-${numerals}-ca-gregory` : 'en-GB', {
        timeStyle: 'short',
      }).format(new Date(ms)),
    dateTime: (ms) =>
      new Intl.DateTimeFormat(language === 'ar' ? `ar-SA-u-nu-${numerals}-ca-gregory` : 'en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }).format(new Date(ms)),
  };
}

/** The scale that leaves one to three digits before the point. */
export function scaleFor(amount: number): MoneyScale {
  // rounding to three digits first: 999.96 million is said as one billion
  const rounded = Number(amount.toPrecision(3));
  return rounded >= 1e12 ? 12 : rounded >= 1e9 ? 9 : rounded >= 1e6 ? 6 : rounded >= 1e4 ? 3 : 0;
}

/** One scale for a table: the one that suits its largest amount. */
export const tableScale = (amounts: Iterable<Money>): MoneyScale => {
  let largest = 0;
  for (const money of amounts) largest = Math.max(largest, Math.abs(amountOf(money)));
  return largest >= 1e13 ? 9 : largest >= 1e7 ? 6 : largest >= 1e5 ? 3 : 0;
};

const currencyWords = new Map<string, string>();

/** The currency's sign or name in a language; made once, for a formatter costs more than all its uses. */
function currencyWord(code: string, language: Language): string {
  const key = `${language} ${code}`;
  let word = currencyWords.get(key);
  if (word === undefined) {
    const currencyDisplay = language === 'ar' ? 'name' : 'narrowSymbol';
    const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en';
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: code, currencyDisplay }).formatToParts(
      3,
    );
    word = parts.find((part) => part.type === 'currency')?.value ?? code;
    currencyWords.set(key, word);
  }
  return word;
}

/** What to show for a value that may be absent: the value as text, or a dash whose reason is said beside it. */
export function shown<T>(value: Known<T> | undefined, asText: (value: T) => string): { text: string; absent?: Absent } {
  if (value === undefined) return { text: '—', absent: { absent: 'blank' } };
  return isAbsent(value) ? { text: '—', absent: value } : { text: asText(value as T) };
}
