// Days and fiscal years as plain text and numbers: no time zone can move them.

declare const day: unique symbol;
/** A calendar day, 'YYYY-MM-DD', Gregorian. */
export type Day = string & { readonly [day]: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A real calendar day of the years 1900 to 2299, else undefined. */
export function asDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1900 || year > 2299 || month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  if (dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day;
}

export function isDay(x: unknown): x is Day {
  const parts = typeof x === 'string' ? DAY.exec(x) : null;
  return parts !== null && asDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === x;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const yearOf = (d: Day): number => Number(d.slice(0, 4));
export const monthOf = (d: Day): number => Number(d.slice(5, 7));

/** Days from `a` to `b`; negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

/** The fiscal year a day lies in, named by the year it ends in (UK: 1 April 2022 … 31 March 2023 is 2023). */
export function fiscalYear(d: Day, startMonth: number): number {
  return startMonth === 1 ? yearOf(d) : yearOf(d) + (monthOf(d) >= startMonth ? 1 : 0);
}

/** First day of the fiscal year named `year`. */
export function fiscalYearStart(year: number, startMonth: number): Day {
  return `${startMonth === 1 ? year : year - 1}-${String(startMonth).padStart(2, '0')}-01` as Day;
}

/** Months as whole numbers: year × 12 + month − 1, so that months after a month are a sum. */
export type MonthIndex = number;

export const monthIndex = (d: Day): MonthIndex => yearOf(d) * 12 + monthOf(d) - 1;
export const firstDay = (month: MonthIndex): Day =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
export function lastDay(month: MonthIndex): Day {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  return `${firstDay(month).slice(0, 8)}${daysInMonth(year, inYear)}` as Day;
}
/** '2025-03', for keys and files. */
export const monthKey = (month: MonthIndex): string => firstDay(month).slice(0, 7);

/** The fiscal year a month lies in, named by the year it ends in. */
export const fiscalYearOf = (month: MonthIndex, startMonth: number): number =>
  startMonth === 1 ? Math.floor(month / 12) : Math.floor((month + 13 - startMonth) / 12);

/** The first month of the fiscal year named `year`. */
export const firstMonthOf = (year: number, startMonth: number): MonthIndex =>
  startMonth === 1 ? year * 12 : year * 12 - 13 + startMonth;

/** The quarter of the fiscal year a month lies in, 1 to 4. */
export const fiscalQuarterOf = (month: MonthIndex, startMonth: number): number =>
  Math.floor(((month + 13 - startMonth) % 12) / 3) + 1;

/** The last month that has wholly passed on a day; a month counts on its own last day. */
export const lastFullMonth = (d: Day): MonthIndex => (d === lastDay(monthIndex(d)) ? monthIndex(d) : monthIndex(d) - 1);

/** So many days later; earlier where below zero. */
export const addDays = (d: Day, days: number): Day =>
  new Date(Date.parse(d) + days * 86_400_000).toISOString().slice(0, 10) as Day;

/** The same day so many months later, or the month's last where it has fewer days. */
export function addMonths(d: Day, months: number): Day {
  const month = monthIndex(d) + months;
  const last = lastDay(month);
  const same = `${firstDay(month).slice(0, 8)}${d.slice(8)}` as Day;
  return same > last ? last : same;
}
