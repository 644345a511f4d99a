// A workbook that came back, read against what it remembers of itself: exactly the cells that were edited, and what is wrong.
import {
  type Held,
  planReturns,
  type Returned,
  type ReturnedCell,
  type ReturnPlan,
  sameHeld,
  standing,
} from '#shared/acts/returned.ts';
import type { Book } from '#shared/domain/book.ts';
import { sha256 } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, monthIndex, monthKey } from '#shared/kit/period.ts';
import { done, type Problem, type Result, refuse } from '#shared/kit/result.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { isVerified } from '#shared/value/ledger.ts';
import { filledValue } from './filled.ts';
import { type RecordedTable, readRecord, type WorkbookRecord } from './record.ts';
import { type FoundRow, findRows, labelOf } from './rows.ts';
import { targetOf } from './table.ts';

export interface ReadContext {
  readonly book: Book;
  readonly bookId: string;
  /** The date of the reading: no figure speaks of a month after it. */
  readonly on: Day;
  /** Only workbooks of this round are taken; left out: of any round of the book. */
  readonly round?: RecordId;
}

export interface ReadReturn {
  readonly returned: Returned;
  /** Whom the workbook was made for. */
  readonly who: string;
  /** What is wrong, each at its place ("Readings!H7"); while anything is, nothing of the workbook is taken. */
  readonly faults: readonly Problem[];
  /** What to know, though it stops nothing: rows taken out, cells edited that are not collected. */
  readonly notes: readonly Problem[];
  readonly plan: ReturnPlan;
}

/** The dry run of one workbook: nothing is written. Refused where it is no workbook of this book and round. */
export async function readReturn(context: ReadContext, bytes: Uint8Array, name: string): Promise<Result<ReadReturn>> {
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok) return { ok: false, problem: { ...sheets.problem, path: name } };
  const record = readRecord(sheets.value);
  if (!record.ok) return { ok: false, problem: { ...record.problem, path: name } };
  const stranger = strangerOf(context, record.value);
  if (stranger) return { ok: false, problem: { ...stranger, path: name } };
  const read: Reading = { context, period: record.value.period, cells: [], faults: [], notes: [] };
  for (const table of record.value.tables) {
    const found = findRows(table, sheets.value);
    read.faults.push(...found.faults);
    read.notes.push(...found.notes);
    for (const row of found.rows) readRow(read, table, row, found.lostColumns);
    for (const rows of found.doubled) readDoubled(read, table, rows, found.lostColumns);
  }
  const returned: Returned = {
    name,
    sha256: sha256(bytes),
    request: record.value.request,
    round: record.value.round,
    period: record.value.period,
    cells: read.cells,
  };
  if (returned.cells.length === 0 && read.faults.length === 0) read.notes.push({ code: 'collect.nothingFilled' });
  const [plan] = planReturns(context.book, [returned]);
  return done({
    returned,
    who: record.value.who,
    faults: read.faults,
    notes: read.notes,
    plan: plan as ReturnPlan,
  });
}

function strangerOf({ book, bookId, round }: ReadContext, record: WorkbookRecord): Problem | undefined {
  const args = { who: record.who, period: record.period };
  if (record.book !== bookId) return { code: 'collect.otherBook', args };
  if (!book.get('round', record.round) || book.get('request', record.request)?.round !== record.round)
    return { code: 'collect.unknownRound', args };
  if (round !== undefined && record.round !== round) return { code: 'collect.otherRound', args };
  return undefined;
}

interface Reading {
  readonly context: ReadContext;
  readonly period: string;
  readonly cells: ReturnedCell[];
  readonly faults: Problem[];
  readonly notes: Problem[];
}

/** The cells of a row that were edited, with the value each holds now; faults and notes go to `read`. */
function editedCells(
  read: Reading,
  table: RecordedTable,
  row: FoundRow,
  lost: ReadonlySet<string>,
): { cells: ReturnedCell[]; now: Map<string, Held> } {
  const cells: ReturnedCell[] = [];
  const now = new Map<string, Held>();
  for (const { key, fill, head } of table.columns) {
    if (lost.has(key)) continue;
    const path = `${row.sheet}!${row.cellAt(key)}`;
    if (!(key in row.recorded.open)) {
      noteLocked(read, row, key, fill, head, path);
      continue;
    }
    const target = targetOf(table.kind, row.recorded.id, key);
    const filled = filledValue(fill, row.cell(key));
    if (!filled.ok) {
      read.faults.push({ ...filled.problem, path, args: { ...filled.problem.args, row: labelOf(row.recorded) } });
      continue;
    }
    const out = filledValue(fill, row.recorded.open[key]);
    const exported = out.ok ? out.value : null;
    // "no" says of an ownership nobody accepted what the book says already; said aloud it is worth knowing
    const value = fill === 'choice' && filled.value === false ? null : filled.value;
    if (filled.value === false && fill === 'choice')
      read.notes.push({ code: 'collect.declined', path, args: { row: labelOf(row.recorded) } });
    now.set(key, value);
    if (!target || sameHeld(value, exported)) continue;
    cells.push({ sheet: row.sheet, cell: row.cellAt(key), target, exported, value });
  }
  return { cells, now };
}

/** A cell that is not collected but was edited all the same: its change is left out, and said. */
function noteLocked(read: Reading, row: FoundRow, key: string, fill: string, head: string, path: string): void {
  const filled = filledValue(fill === 'info' ? 'words' : fill, row.cell(key));
  const was = row.recorded.info[key] ?? null;
  const now = filled.ok ? filled.value : '';
  const same = typeof was === 'number' ? sameHeld(was, Number(now)) && now !== null : (was ?? '') === (now ?? '');
  if (!same)
    read.notes.push({ code: 'collect.lockedEdited', path, args: { column: head, row: labelOf(row.recorded) } });
}

function readRow(read: Reading, table: RecordedTable, row: FoundRow, lost: ReadonlySet<string>): void {
  const { cells, now } = editedCells(read, table, row, lost);
  const faults = rowFaults(read.context, row, cells, now);
  read.faults.push(...faults);
  read.notes.push(...rowNotes(read, row, cells));
  if (faults.length === 0) read.cells.push(...cells);
}

/** What is wrong with a row as a whole: figures of months to come, evidence of nothing, confidence without a statement. */
function rowFaults(
  { on }: ReadContext,
  row: FoundRow,
  cells: readonly ReturnedCell[],
  now: ReadonlyMap<string, Held>,
): Problem[] {
  const faults: Problem[] = [];
  const label = labelOf(row.recorded);
  const at = (key: string) => `${row.sheet}!${row.cellAt(key)}`;
  for (const { target, value, cell, sheet } of cells)
    if (target.kind === 'reading' && value !== null && target.month > monthIndex(on))
      faults.push({
        code: 'collect.futureReading',
        path: `${sheet}!${cell}`,
        args: { row: label, month: monthKey(target.month), on },
      });
  const has = (key: string): boolean => (now.get(key) ?? null) !== null;
  const said = cells.some(({ target }) => ['confidence', 'statement', 'attestationEvidence'].includes(target.kind));
  if (
    said &&
    !has('statement') &&
    (has('confidence') || has('evidence') || ('statement' in row.recorded.open && row.recorded.open.statement !== null))
  )
    faults.push({ code: 'collect.noStatement', path: at('statement'), args: { row: label } });
  const proven = cells.some(({ target }) => target.kind === 'readingEvidence');
  // a figure that could not be read is told already
  if (proven && has('evidence') && now.has('value') && !has('value'))
    faults.push({ code: 'collect.evidenceAlone', path: at('value'), args: { row: label } });
  return faults;
}

function rowNotes({ context: { book }, period }: Reading, row: FoundRow, cells: readonly ReturnedCell[]): Problem[] {
  return cells.flatMap(({ target, sheet, cell, value }): Problem[] => {
    if (target.kind !== 'reading' || sameHeld(standing(book, period, target), value)) return [];
    const measure = book.get('measure', target.measure);
    return measure && isVerified(measure, book.get('benefit', measure.benefit), target.month)
      ? [{ code: 'collect.unverifies', path: `${sheet}!${cell}`, args: { row: labelOf(row.recorded) } }]
      : [];
  });
}

/** A row that stands twice: alike it counts once; unlike, both are named and neither is taken. */
function readDoubled(read: Reading, table: RecordedTable, rows: readonly FoundRow[], lost: ReadonlySet<string>): void {
  const [first, ...others] = rows as [FoundRow, ...FoundRow[]];
  const keys = Object.keys(first.recorded.open).filter((key) => !lost.has(key));
  const fillOf = (key: string) => table.columns.find((column) => column.key === key)?.fill ?? 'words';
  const held = (row: FoundRow, key: string) => {
    const filled = filledValue(fillOf(key), row.cell(key));
    return filled.ok ? filled.value : String(row.cell(key));
  };
  const alike = others.every((other) => keys.every((key) => sameHeld(held(first, key), held(other, key))));
  const places = rows.map((row) => `${row.sheet}!${row.cellAt(keys[0] ?? '')}`).join(', ');
  const args = { row: labelOf(first.recorded), cells: places };
  if (alike) {
    read.notes.push({ code: 'collect.rowTwiceAlike', path: places, args });
    readRow(read, table, first, lost);
  } else read.faults.push({ code: 'collect.rowTwice', path: places, args });
}

/** The sentence that a read-back was refused for what stands in its cells. */
export const faultyReturn = (read: ReadReturn): Result<never> =>
  refuse('collect.faulty', { count: read.faults.length }, read.returned.name);
