// A mapped table to rows of typed values, with a list of every cell that held no value of its kind.

import type { Level } from '#shared/domain/component.ts';
import type { Confidence, Scale } from '#shared/domain/confidence.ts';
import type { UnreadCell } from '#shared/domain/source.ts';
import { type Absence, isAbsent, type Known } from '#shared/kit/absent.ts';
import { type Money, total } from '#shared/kit/money.ts';
import { asDay, type Day, fiscalYear } from '#shared/kit/period.ts';
import { dayOrder, ratingWord, readDay, readMoney, readRating, toDecimal, westernDigits } from './cells.ts';
import { cellText } from './grid.ts';
import { placeOf, type Table, type TableRow } from './layout.ts';
import type { Column, Mapping } from './mapping.ts';
import { DATE_ROLES, MONEY_ROLES, RATING_ROLES, type Role } from './roles.ts';

export interface ImportRow {
  /** The row (or column) of the file, as its first cell is named. */
  readonly place: string;
  readonly id: string;
  readonly name: string;
  readonly texts: Readonly<Partial<Record<Role, string>>>;
  readonly level?: Level;
  /** Field of the component → value or typed null. */
  readonly values: Readonly<Record<string, Known<Money | Day | Confidence>>>;
  /** Undefined where the table has no benefit column. */
  readonly benefit?: Known<Money>;
}

export interface ReadRows {
  readonly rows: readonly ImportRow[];
  readonly unread: readonly UnreadCell[];
}

const TEXT_ROLES: readonly Role[] = [
  'organisation',
  'category',
  'description',
  'stage',
  'parent',
  'sponsor',
  'deliveryLead',
];

export function readRows(table: Table, mapping: Mapping, asAt: Day, fiscalYearStart: number): ReadRows {
  const use = (roles: readonly Role[]) => mapping.columns.filter((column) => roles.includes(column.role));
  const scale = ratingScale(table, use(RATING_ROLES));
  const orders = new Map(
    use(DATE_ROLES).map((column) => [column.index, dayOrder(table.rows.map((row) => row.cells[column.index]))]),
  );
  const unread: UnreadCell[] = [];
  const rows = table.rows.map((row): ImportRow => {
    const text = (role: Role) => cellText(row.cells[use([role])[0]?.index ?? -1]);
    const id = text('id');
    const name = text('name') || id;
    const note = (column: Column, field: string, value: Known<unknown>) => {
      if (isAbsent(value))
        unread.push(unreadCell(table, row, column, field, value.absent, value.text ?? '', id || name));
    };
    const values: Record<string, Known<Money | Day | Confidence>> = {};
    for (const column of use(DATE_ROLES)) {
      const value = readDay(row.cells[column.index], orders.get(column.index) ?? 'dayFirst');
      note(column, column.role, value);
      values[column.role] = value;
    }
    for (const column of use(RATING_ROLES)) {
      const value = readRating(row.cells[column.index], scale);
      note(column, column.role, value);
      values[column.role] = value;
    }
    let benefit: Known<Money> | undefined;
    const months = new Map<string, Known<Money>[]>();
    for (const column of use(MONEY_ROLES)) {
      const value = readMoney(row.cells[column.index], {
        currency: column.unit?.currency ?? mapping.currency,
        scale: column.unit?.scale ?? mapping.scale,
      });
      const field = moneyField(column, asAt, fiscalYearStart);
      note(column, field, value);
      if (column.role === 'benefit') benefit = value;
      else if (column.period?.kind === 'month') months.set(field, [...(months.get(field) ?? []), value]);
      else values[field] = value;
    }
    for (const [field, amounts] of months) {
      const year = yearOfMonths(amounts);
      if (year) values[field] = year;
    }
    const texts: Partial<Record<Role, string>> = {};
    for (const role of TEXT_ROLES) if (use([role]).length > 0) texts[role] = text(role);
    const level = levelWord(text('level'));
    return {
      place: placeOf(table, row.at, 0),
      id,
      name,
      texts,
      values,
      ...(level ? { level } : {}),
      ...(benefit ? { benefit } : {}),
    };
  });
  return { rows, unread };
}

/** Its months added up; a month withheld or unreadable leaves the year without a figure, a blank one adds nothing. */
function yearOfMonths(months: readonly Known<Money>[]): Known<Money> | undefined {
  const missing = months.find((month) => isAbsent(month) && month.absent !== 'blank');
  if (missing) return missing;
  const { sums } = total(months.filter((month): month is Money => !isAbsent(month)));
  return sums.length === 1 ? sums[0] : undefined;
}

/** The year the publication names itself, if one and the same year stands in every row. */
export function publicationYear(table: Table, mapping: Mapping): number | undefined {
  const column = mapping.columns.find(({ role }) => role === 'year');
  if (!column) return undefined;
  const years = new Set(table.rows.map((row) => toDecimal(westernDigits(cellText(row.cells[column.index])))));
  const [year] = years;
  return years.size === 1 && Number.isInteger(Number(year)) ? Number(year) : undefined;
}

/** Yearly amounts go to the fiscal year the header names, else to the year the publication speaks of. */
function moneyField(column: Column, asAt: Day, fiscalYearStart: number): string {
  if (column.role !== 'costPlan' && column.role !== 'costForecast') return column.role;
  const spanned = /\b((?:19|20)\d{2})\s?\/\s?((?:19|20)?\d{2})\b/.exec(column.header);
  const period = column.period;
  let year: number;
  if (period?.kind === 'month') year = fiscalYear(asDay(period.year, period.month ?? 1, 1) as Day, fiscalYearStart);
  else if (period) year = period.year;
  else if (spanned) year = Number(spanned[1]) + 1;
  else year = fiscalYear(asAt, fiscalYearStart);
  return `${column.role}/${year}`;
}

function unreadCell(
  table: Table,
  row: TableRow,
  column: Column,
  field: string,
  why: Absence,
  text: string,
  of: string,
): UnreadCell {
  return {
    cell: placeOf(table, row.at, column.index),
    column: column.header.split(/\r?\n/)[0]?.trim() ?? '',
    of,
    field,
    absence: why,
    text,
  };
}

/** Five steps where any cell of the file uses one of the steps between the colours, else three. */
function ratingScale(table: Table, columns: readonly Column[]): Scale {
  for (const row of table.rows) {
    for (const column of columns) {
      const word = ratingWord(row.cells[column.index]);
      if (word === 'amberGreen' || word === 'amberRed') return 'five';
    }
  }
  return 'three';
}

const LEVEL_WORDS: readonly (readonly [Level, RegExp])[] = [
  ['portfolio', /^portfolio$|محفظ/i],
  ['programme', /^program(me)?$|برنامج/i],
  ['initiative', /^initiative$|مبادر/i],
  ['project', /^project$|مشروع/i],
  ['operation', /^operations?( work)?$|تشغيل/i],
];

const levelWord = (text: string): Level | undefined => LEVEL_WORDS.find(([, word]) => word.test(text))?.[0];
