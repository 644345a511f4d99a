// A sheet of a collection workbook as a table of named cells: what is laid out, what is remembered, what is read back.
import type { Held, Target } from '#shared/acts/returned.ts';
import { isId, type RecordId } from '#shared/kit/ids.ts';
import { type MonthIndex, monthKey } from '#shared/kit/period.ts';

export const TABLES = ['readings', 'forecast', 'attestations'] as const;
export type TableKind = (typeof TABLES)[number];

/** What may be filled into a column; `info` is there to be read. */
export type Fill = 'info' | 'number' | 'percent' | 'words' | 'choice';

export interface TableColumn {
  readonly key: string;
  readonly head: string;
  readonly width: number;
  readonly fill: Fill;
  /** Holds figures though there is nothing to fill. */
  readonly figures?: boolean;
}

export interface TableCell {
  readonly value: Held;
  /** To be filled; else locked. */
  readonly open?: boolean;
  /** A spreadsheet's format code of a figure. */
  readonly format?: string;
  readonly strong?: boolean;
  /** Says once more what the row above says. */
  readonly again?: boolean;
}

export interface TableRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, TableCell>>;
}

export interface Table {
  readonly kind: TableKind;
  readonly name: string;
  readonly hint: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** The first cell of a table's hidden row of keys: a sheet may be renamed or moved. */
export const tableMark = (kind: TableKind): string => `mizan:${kind}`;
/** Rows of a sheet before its first row of figures: keys (hidden), hint, heads. */
export const ROWS_ABOVE = 3;
/** The row of the hidden keys, and the hidden column of the ids. */
export const KEY_ROW = 0;
export const ID_COLUMN = 0;

export const readingId = (measure: RecordId, month: MonthIndex): string => `${measure}.${monthKey(month)}`;
export const forecastId = (measure: RecordId): string => measure;
export const planId = (measure: RecordId): string => `${measure}.plan`;
export const attestationId = (benefit: RecordId, owner: RecordId): string => `${benefit}.${owner}`;

const MONTH = /^(\d{4})-(\d{2})$/;
function monthOfKey(key: string | undefined): MonthIndex | undefined {
  const parts = MONTH.exec(key ?? '');
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : undefined;
}

const PARTS: Readonly<Record<string, Target['kind']>> = {
  value: 'reading',
  statement: 'statement',
  confidence: 'confidence',
  accept: 'acceptance',
};

/** What a cell of a table speaks of; undefined for one that is only there to be read. */
export function targetOf(kind: TableKind, id: string, column: string): Target | undefined {
  const [record, rest] = id.split('.');
  if (!isId(record)) return undefined;
  const first = record as RecordId;
  if (kind === 'forecast') {
    const month = monthOfKey(column);
    return rest === undefined && month !== undefined ? { kind: 'forecast', measure: first, month } : undefined;
  }
  if (kind === 'readings') {
    const month = monthOfKey(rest);
    if (month === undefined) return undefined;
    if (column === 'evidence') return { kind: 'readingEvidence', measure: first, month };
    return PARTS[column] === 'reading' ? { kind: 'reading', measure: first, month } : undefined;
  }
  if (!isId(rest)) return undefined;
  const part = column === 'evidence' ? 'attestationEvidence' : PARTS[column];
  return part === 'statement' || part === 'confidence' || part === 'attestationEvidence' || part === 'acceptance'
    ? { kind: part, benefit: first, owner: rest as RecordId }
    : undefined;
}
