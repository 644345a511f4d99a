// The rows of a returned table found again by their ids, wherever they stand now: sorted, moved, doubled or gone.
import { cellText, columnName } from '#shared/intake/grid.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { Cell, ReadSheet } from '#shared/sheet/model.ts';
import type { RecordedRow, RecordedTable } from './record.ts';
import { ID_COLUMN, KEY_ROW, ROWS_ABOVE, tableMark } from './table.ts';

/** A row that came back: where it stands, and its cells by the columns' keys. */
export interface FoundRow {
  readonly recorded: RecordedRow;
  readonly sheet: string;
  /** 'H7' for a column. */
  readonly cellAt: (key: string) => string;
  readonly cell: (key: string) => Cell;
}

export interface FoundRows {
  readonly rows: readonly FoundRow[];
  /** Rows whose id stands more than once, together. */
  readonly doubled: readonly (readonly FoundRow[])[];
  /** Keys of columns that are nowhere. */
  readonly lostColumns: ReadonlySet<string>;
  readonly faults: readonly Problem[];
  readonly notes: readonly Problem[];
}

export function findRows(table: RecordedTable, sheets: readonly ReadSheet[]): FoundRows {
  const faults: Problem[] = [];
  const notes: Problem[] = [];
  const open = table.rows.filter((row) => Object.keys(row.open).length > 0);
  const own = sheets.filter(({ rows }) => cellText(rows[KEY_ROW]?.[ID_COLUMN]) === tableMark(table.kind));
  if (own.length === 0) {
    if (open.length > 0)
      notes.push({ code: 'collect.sheetMissing', path: table.name, args: { sheet: table.name, count: open.length } });
    return { rows: [], doubled: [], lostColumns: new Set(), faults, notes };
  }
  const byId = new Map<string, FoundRow[]>();
  const recorded = new Map(table.rows.map((row) => [row.id, row]));
  const lostColumns = new Set<string>();
  for (const sheet of own) {
    const keys = (sheet.rows[KEY_ROW] ?? []).map(cellText);
    for (const { key, head } of table.columns) {
      if (keys.includes(key)) continue;
      lostColumns.add(key);
      faults.push({ code: 'collect.columnMissing', path: sheet.name, args: { column: head, sheet: sheet.name } });
    }
    for (let at = ROWS_ABOVE; at < sheet.rows.length; at++) {
      const cells = sheet.rows[at] ?? [];
      const id = cellText(cells[ID_COLUMN]);
      const found = recorded.get(id);
      if (!found) {
        const first = cells.findIndex((cell) => cellText(cell) !== '');
        if (first < 0) continue;
        const cell = `${columnName(Math.max(0, first))}${at + 1}`;
        faults.push({
          code: id === '' ? 'collect.rowWithoutId' : 'collect.unknownId',
          path: `${sheet.name}!${cell}`,
          args: { row: String(at + 1), sheet: sheet.name, id },
        });
        continue;
      }
      const row: FoundRow = {
        recorded: found,
        sheet: sheet.name,
        cellAt: (key) => `${columnName(keys.indexOf(key))}${at + 1}`,
        cell: (key) => cells[keys.indexOf(key)] ?? null,
      };
      byId.set(id, [...(byId.get(id) ?? []), row]);
    }
  }
  for (const row of open)
    if (!byId.has(row.id))
      notes.push({
        code: 'collect.rowMissing',
        path: own[0]?.name ?? table.name,
        args: { row: labelOf(row), sheet: own[0]?.name ?? table.name },
      });
  const all = [...byId.values()];
  return {
    rows: all.flatMap((rows) => (rows.length === 1 ? rows : [])),
    doubled: all.filter((rows) => rows.length > 1),
    lostColumns,
    faults,
    notes,
  };
}

/** What a row is about, in its own words. */
export const labelOf = ({ info, id }: RecordedRow): string =>
  [info.benefit, info.measure, info.month].filter((part) => typeof part === 'string' && part !== '').join(' · ') || id;
