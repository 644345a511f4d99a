// The span a collection asks about: a quarter of the fiscal year ('2027-Q1'), a month ('2027-03') or a fiscal year ('2027').

import { fiscalYearStart, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';

export interface Span {
  /** As written, in one form: what rounds and attestations are filed under. */
  readonly name: string;
  /** First and last month, both within. */
  readonly from: MonthIndex;
  readonly to: MonthIndex;
  readonly kind: 'month' | 'quarter' | 'year';
  /** The fiscal year by its end; the calendar year of a month. */
  readonly year: number;
  /** The quarter, 1 to 4; 0 where it is none. */
  readonly quarter: number;
}

const SPAN = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/i;

/** @param startMonth the month the organisation's fiscal year starts in */
export function spanNamed(text: string, startMonth: number): Result<Span> {
  const parts = SPAN.exec(text.trim());
  const year = Number(parts?.[1]);
  if (!parts || year < 1900 || year > 2299) return refuse('collect.badPeriod', { text });
  if (parts[3]) {
    const month = year * 12 + Number(parts[3]) - 1;
    return done({ name: `${parts[1]}-${parts[3]}`, from: month, to: month, kind: 'month', year, quarter: 0 });
  }
  const first = monthIndex(fiscalYearStart(year, startMonth));
  if (!parts[2]) return done({ name: `${year}`, from: first, to: first + 11, kind: 'year', year, quarter: 0 });
  const quarter = Number(parts[2]);
  const from = first + 3 * (quarter - 1);
  return done({ name: `${year}-Q${quarter}`, from, to: from + 2, kind: 'quarter', year, quarter });
}
