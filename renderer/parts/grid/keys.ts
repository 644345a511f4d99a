// Keys, clipboard and fill: what the grid's selection does to the values under it.
import type { CellSelectionDirection, Table } from '@tanstack/react-table';
import type { Features } from './engine.ts';
import type { GridCell, GridColumn, GridWords, KeepMany } from './types.ts';

export interface Editing {
  readonly row: string;
  readonly column: string;
  /** What was typed to start it; left out: the value that stands. */
  readonly text?: string;
}

export interface Move {
  readonly direction: CellSelectionDirection;
  readonly extend: boolean;
  readonly page?: 1 | -1;
  readonly edge?: 1 | -1;
  /** To the first or the last column. */
  readonly columnEdge?: 1 | -1;
}

/** The move a key asks for. Columns run from the start edge, so the arrows turn round in right-to-left text. */
export function moveOf(event: React.KeyboardEvent, rightToLeft: boolean): Move | undefined {
  const extend = event.shiftKey;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  switch (event.key) {
    case 'ArrowUp':
      return plain ? { direction: 'up', extend } : { direction: 'up', extend: false, edge: -1 };
    case 'ArrowDown':
      return plain ? { direction: 'down', extend } : { direction: 'down', extend: false, edge: 1 };
    case 'ArrowLeft':
      return plain ? { direction: rightToLeft ? 'right' : 'left', extend } : undefined;
    case 'ArrowRight':
      return plain ? { direction: rightToLeft ? 'left' : 'right', extend } : undefined;
    case 'PageDown':
      return { direction: 'down', extend: false, page: 1 };
    case 'PageUp':
      return { direction: 'up', extend: false, page: -1 };
    case 'Home':
      return event.ctrlKey
        ? { direction: 'up', extend: false, edge: -1 }
        : { direction: 'left', extend: false, columnEdge: -1 };
    case 'End':
      return event.ctrlKey
        ? { direction: 'down', extend: false, edge: 1 }
        : { direction: 'right', extend: false, columnEdge: 1 };
    default:
      return undefined;
  }
}

/** A key that begins a text. */
export const typed = (event: React.KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

interface Picked<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
}

/** The selected rectangle in display order; the rows of groups are passed over. */
function picked<Row extends { readonly id: string }>(
  table: Table<Features, Row>,
  byId: ReadonlyMap<string, GridColumn<Row>>,
): Picked<Row> | undefined {
  const bounds = table.getCellSelectionBounds()[0];
  if (!bounds) return undefined;
  const lines = table.getRowModel().rows;
  const ordered = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
  const columns = ordered.slice(bounds.minColumnIndex, bounds.maxColumnIndex + 1).map((column) => byId.get(column.id));
  const rows = lines.slice(bounds.minRowIndex, bounds.maxRowIndex + 1).filter((line) => !line.getIsGrouped());
  return { rows: rows.map((line) => line.original), columns: columns.filter((column) => column !== undefined) };
}

export function copySelection<Row extends { readonly id: string }>(
  table: Table<Features, Row>,
  byId: ReadonlyMap<string, GridColumn<Row>>,
  clipboard: DataTransfer,
): boolean {
  const range = picked(table, byId);
  if (!range) return false;
  const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  clipboard.setData(
    'text/plain',
    range.rows.map((row) => range.columns.map((column) => quoted(column.text(row))).join('\t')).join('\n'),
  );
  return true;
}

/**
 * Puts tab-separated text over the selection, cell by cell through each column's own check. One value fills the whole
 * selection (`fill`); a block starts at its first cell and may reach beyond it, and below the last row where rows go on
 * by themselves (`rowBeyond`). What is refused is counted and said, with the first reason.
 */
export async function pasteText<Row extends { readonly id: string }>(
  table: Table<Features, Row>,
  byId: ReadonlyMap<string, GridColumn<Row>>,
  text: string,
  words: GridWords,
  say: (sentence: string) => void,
  fill: boolean,
  keepMany?: KeepMany<Row>,
  rowBeyond?: (last: Row, by: number) => Row,
): Promise<void> {
  const range = picked(table, byId);
  if (!range?.rows[0] || !range.columns[0]) return;
  const block = fill ? [[text]] : cellsOf(text);
  const single = block.length === 1 && block[0]?.length === 1;
  const lines = table.getRowModel().rows.filter((line) => !line.getIsGrouped());
  const ordered = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].map((column) =>
    byId.get(column.id),
  );
  const firstRow = lines.findIndex((line) => line.original === range.rows[0]);
  const firstColumn = ordered.indexOf(range.columns[0]);
  const height = single ? range.rows.length : block.length;
  let kept = 0;
  let refused = 0;
  let reason: string | undefined;
  const cells: GridCell<Row>[] = [];
  const last = lines.at(-1)?.original;
  const beyond = (at: number) => (last ? rowBeyond?.(last, at - lines.length + 1) : undefined);
  for (let r = 0; r < height; r++) {
    const width = single ? range.columns.length : (block[r]?.length ?? 0);
    for (let c = 0; c < width; c++) {
      const row = lines[firstRow + r]?.original ?? beyond(firstRow + r);
      const column = ordered[firstColumn + c];
      const value = single ? block[0]?.[0] : block[r]?.[c];
      if (!row || !column?.edit || value === undefined) refused++;
      else if (keepMany) cells.push({ row, column: column.id, text: value });
      else {
        const sentence = await column.edit.keep(row, value);
        reason ??= sentence;
        if (sentence === undefined) kept++;
        else refused++;
      }
    }
  }
  for (const sentence of keepMany && cells.length > 0 ? await keepMany(cells) : []) {
    reason ??= sentence;
    if (sentence === undefined) kept++;
    else refused++;
  }
  say(reason === undefined ? words.pasted(kept, refused) : `${words.pasted(kept, refused)}. ${reason}`);
}

/** Text as a spreadsheet puts it on the clipboard: tabs between cells, quotes around what holds line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[i + 1] === '"') cell += plain[++i];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell);
  return rows;
}
