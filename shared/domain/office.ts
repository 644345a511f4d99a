// Office: the one record of how this organisation counts and shows (name, logo, fiscal year, currency, prices).

import type { RecordId } from '#shared/kit/ids.ts';
import { isCurrency, type PriceBase } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Check, choice, day, type Fields, isPriceBase, number, shape, text, title } from './field.ts';

export const OFFICE = 'office' as RecordId;

export const CLASSIFICATIONS = ['public', 'restricted', 'secret', 'topSecret'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export interface Office {
  /** The book's name, as shown in the bar and in file names. */
  readonly name?: string;
  readonly organisation?: string;
  /** PNG or JPEG as a data address. */
  readonly logo?: string;
  /** Month the fiscal year starts in, 1 to 12. */
  readonly fiscalYearStart?: number;
  readonly currency?: string;
  readonly priceBase?: PriceBase;
  readonly classification?: Classification;
  /** Brand colour as #rrggbb, for packs. */
  readonly colour?: string;
  /** The date the book reports on; today where unsaid. */
  readonly reportingDate?: Day;
  /** The date values are discounted to; the first day of the fiscal year of the reporting date where unsaid. */
  readonly valuationDate?: Day;
  readonly discount?: Discount;
  readonly timing?: Timing;
  /** Rates of MIRR, per year as a fraction; the discount rate where unsaid. */
  readonly financeRate?: number;
  readonly reinvestRate?: number;
  /** Whose money is counted. */
  readonly perspective?: Perspective;
  /** The most cards a column of the board of work should hold, by its state. */
  readonly workLimits?: Readonly<Record<string, number>>;
  /** The book that ships as a sample, and where its facts are from. */
  readonly sample?: string;
}

/** When within its year a flow counts: start (year 0 undiscounted), middle or end. */
export const TIMINGS = ['start', 'mid', 'end'] as const;
export type Timing = (typeof TIMINGS)[number];

/** The UK public sector's declining real rates, or one flat rate (a fraction a year), real or nominal. */
export type Discount =
  | { readonly preset: 'uk' }
  | { readonly preset: 'flat'; readonly rate: number; readonly kind: 'real' | 'nominal' };

/** entity: its own cash; government: all public cash; society: everyone, without transfers, VAT, depreciation, financing. */
export const PERSPECTIVES = ['entity', 'government', 'society'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

const rate: Check = (x) => number(x) ?? ((x as number) > -1 && (x as number) < 10 ? undefined : 'field.notAPercent');

/** Largest logo kept in a book, in characters of its data address (about 600 kB of picture). */
export const LARGEST_LOGO = 800_000;

const logo: Check = (x) =>
  typeof x === 'string' && x.length <= LARGEST_LOGO && /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(x)
    ? undefined
    : 'field.badShape';

export const officeFields: Fields = {
  name: title,
  organisation: text,
  logo,
  fiscalYearStart: choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  currency: (x) => (isCurrency(x) ? undefined : 'field.notAChoice'),
  priceBase: shape(isPriceBase),
  classification: choice(CLASSIFICATIONS),
  colour: (x) => (typeof x === 'string' && /^#[0-9a-fA-F]{6}$/.test(x) ? undefined : 'field.badShape'),
  sample: text,
  reportingDate: day,
  valuationDate: day,
  discount: shape(
    (x) =>
      x.preset === 'uk' ||
      (x.preset === 'flat' && rate(x.rate) === undefined && (x.kind === 'real' || x.kind === 'nominal')),
  ),
  timing: choice(TIMINGS),
  financeRate: rate,
  reinvestRate: rate,
  perspective: choice(PERSPECTIVES),
  workLimits: shape((x) => Object.values(x).every((limit) => Number.isInteger(limit) && (limit as number) > 0)),
};

/** What counts until somebody says otherwise. */
export const OFFICE_DEFAULTS = {
  fiscalYearStart: 1,
  currency: 'USD',
  classification: 'restricted',
  colour: '#0b5f66',
  discount: { preset: 'uk' } as Discount,
  timing: 'start' as Timing,
  perspective: 'society' as Perspective,
} as const;
