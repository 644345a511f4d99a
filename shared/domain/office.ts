// Office: the one record of how this organisation counts and shows (name, logo, fiscal year, currency, prices).

import type { RecordId } from '#shared/kit/ids.ts';
import { isCurrency, type PriceBase } from '#shared/kit/money.ts';
import { type Check, choice, type Fields, shape, text, title } from './field.ts';

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
  /** True for the book that ships as a sample. */
  readonly sample?: string;
}

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
  priceBase: shape((x) => x.kind === 'nominal' || (x.kind === 'real' && Number.isInteger(x.year))),
  classification: choice(CLASSIFICATIONS),
  colour: (x) => (typeof x === 'string' && /^#[0-9a-fA-F]{6}$/.test(x) ? undefined : 'field.badShape'),
  sample: text,
};

/** What counts until somebody says otherwise. */
export const OFFICE_DEFAULTS = {
  fiscalYearStart: 1,
  currency: 'USD',
  classification: 'restricted',
  colour: '#0b5f66',
} as const;
