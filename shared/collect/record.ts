// What a collection workbook remembers of itself on a hidden sheet: whose it is, and every value as it went out.
import { asHeld, type Held } from '#shared/acts/returned.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import { isId, type RecordId } from '#shared/kit/ids.ts';
import { canonical, isObject } from '#shared/kit/json.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { FormSheet } from '#shared/sheet/form.ts';
import type { Cell } from '#shared/sheet/model.ts';
import { TABLES, type Table, type TableKind } from './table.ts';

/** Counts up when an older program could no longer read a workbook back. */
const FORMAT = 1;
const MARK = 'mizan:record';
/** A cell holds at most 32,767 characters. */
const PIECE = 30_000;

/** A row as it went out: cells to fill, and cells to read. */
export interface RecordedRow {
  readonly id: string;
  readonly open: Readonly<Record<string, Held>>;
  readonly info: Readonly<Record<string, Held>>;
}

export interface RecordedTable {
  readonly kind: TableKind;
  readonly name: string;
  readonly columns: readonly { readonly key: string; readonly head: string; readonly fill: string }[];
  readonly rows: readonly RecordedRow[];
}

export interface WorkbookRecord {
  readonly format: number;
  readonly book: string;
  readonly round: RecordId;
  readonly request: RecordId;
  readonly period: string;
  readonly person: RecordId | null;
  readonly component: RecordId | null;
  /** Whom it was made for, in words. */
  readonly who: string;
  readonly made: Day;
  readonly tables: readonly RecordedTable[];
}

export function recordOf(facts: Omit<WorkbookRecord, 'format' | 'tables'>, tables: readonly Table[]): WorkbookRecord {
  return {
    format: FORMAT,
    ...facts,
    tables: tables.map(({ kind, name, columns, rows }) => ({
      kind,
      name,
      columns: columns.map(({ key, head, fill }) => ({ key, head, fill })),
      rows: rows.map(({ id, cells }) => {
        const sides: { open: Record<string, Held>; info: Record<string, Held> } = { open: {}, info: {} };
        for (const [key, { value, open }] of Object.entries(cells))
          sides[open ? 'open' : 'info'][key] = typeof value === 'string' ? asHeld(value) : value;
        return { id, ...sides };
      }),
    })),
  };
}

/** The hidden sheet: the record as text in pieces, and the hash that says it is whole. */
export function recordSheet(record: WorkbookRecord): FormSheet {
  const text = canonical(record);
  const pieces: string[] = [];
  // a letter beyond the basic plane must not be cut in two
  for (let at = 0; at < text.length; ) {
    const end = at + PIECE - (/[\ud800-\udbff]/.test(text[at + PIECE - 1] ?? '') ? 1 : 0);
    pieces.push(text.slice(at, end));
    at = end;
  }
  const cell = (value: string) => ({ value, look: 'key' as const });
  return {
    name: '_mizan',
    columns: [{ width: 20 }],
    rows: [MARK, sha256Text(text), ...pieces].map((value) => ({ cells: [cell(value)] })),
    rules: [],
    frozenRows: 0,
    frozenColumns: 0,
    record: true,
  };
}

/** The record of a workbook, found on whatever sheet it stands; refused where it is missing or was edited. */
export function readRecord(sheets: readonly { readonly rows: readonly (readonly Cell[])[] }[]): Result<WorkbookRecord> {
  const sheet = sheets.find(({ rows }) => rows[0]?.[0] === MARK);
  if (!sheet) return refuse('collect.notOurs');
  const [, hash, ...pieces] = sheet.rows.map((row) => row[0]);
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
  if (sha256Text(text) !== hash) return refuse('collect.recordEdited');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('collect.recordEdited');
  }
  if (!isObject(parsed)) return refuse('collect.recordEdited');
  if (typeof parsed.format === 'number' && parsed.format > FORMAT) return refuse('collect.newerWorkbook');
  return isRecord(parsed) ? done(parsed as unknown as WorkbookRecord) : refuse('collect.recordEdited');
}

const isHeld = (x: unknown): x is Held => x === null || ['string', 'number', 'boolean'].includes(typeof x);
const isSide = (x: unknown): boolean => isObject(x) && Object.values(x).every(isHeld);
const isText = (x: unknown): x is string => typeof x === 'string';

function isRecord(x: Record<string, unknown>): boolean {
  return (
    x.format === FORMAT &&
    isText(x.book) &&
    isId(x.round) &&
    isId(x.request) &&
    isText(x.period) &&
    isText(x.who) &&
    isDay(x.made) &&
    Array.isArray(x.tables) &&
    x.tables.every(isRecordedTable)
  );
}

const isRecordedTable = (x: unknown): boolean =>
  isObject(x) &&
  (TABLES as readonly unknown[]).includes(x.kind) &&
  isText(x.name) &&
  Array.isArray(x.columns) &&
  x.columns.every((column) => isObject(column) && isText(column.key) && isText(column.head) && isText(column.fill)) &&
  Array.isArray(x.rows) &&
  x.rows.every((row) => isObject(row) && isText(row.id) && isSide(row.open) && isSide(row.info));
