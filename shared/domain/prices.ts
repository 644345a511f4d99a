// Dated exchange rates and price levels: what turns money of one unit into money of another.
import type { Day } from '#shared/kit/period.ts';
import { day, type Fields, positive, text, title, whole } from './field.ts';

/** One unit of `from` was worth `rate` units of `to` on a day. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly rate: number;
  readonly source?: string;
}

export const exchangeRateFields: Fields = { from: title, to: title, on: day, rate: positive, source: text };

/** The price level of a fiscal year, named by its end: 100 in the year of your choice. */
export interface Deflator {
  readonly year: number;
  readonly index: number;
  readonly source?: string;
}

export const deflatorFields: Fields = { year: whole, index: positive, source: text };
