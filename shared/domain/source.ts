// Source: one publication that was imported, with its hash and every cell that could not be read as a value.
import type { Absence } from '#shared/kit/absent.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { type Fields, number, shape, text } from './field.ts';

export interface UnreadCell {
  /** As a spreadsheet names it: 'P17'. */
  readonly cell: string;
  readonly column: string;
  /** The id or name of the row it stands in. */
  readonly of: string;
  readonly field: string;
  readonly absence: Absence;
  readonly text: string;
}

export interface Source {
  readonly file: string;
  readonly sha256: string;
  /** The family of publications it belongs to: its later years replace its earlier ones. */
  readonly series?: string;
  readonly asAt: Day;
  readonly rows: number;
  readonly profile?: string;
  readonly unread?: readonly UnreadCell[];
}

export const sourceFields: Fields = {
  file: text,
  sha256: text,
  series: text,
  asAt: (x) => (isDay(x) ? undefined : 'field.notADay'),
  rows: number,
  profile: text,
  unread: (x) => (Array.isArray(x) ? undefined : 'field.badShape'),
};

/** A saved way of reading a kind of file: which header means which field. */
export interface Profile {
  readonly name: string;
  /** Header text as met → field name, or 'ignore'. */
  readonly columns: Readonly<Record<string, string>>;
  readonly currency?: string;
  /** Power of ten of amounts without a unit of their own: 6 for millions. */
  readonly scale?: number;
  readonly series?: string;
}

export const profileFields: Fields = {
  name: text,
  columns: shape((x) => Object.values(x).every((v) => typeof v === 'string')),
  currency: text,
  scale: number,
  series: text,
};
