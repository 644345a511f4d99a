// A sheet as it lies in the file, whatever the file was: cells in rows, each known by the name a spreadsheet gives it.

import type { Cell } from '#shared/sheet/model.ts';

export interface Grid {
  /** The sheet's name; empty for a text file. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** A sheet its author put out of sight. */
  readonly hidden?: boolean;
}

export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  return typeof cell === 'string' ? cell.trim() : String(cell);
};

/** 0 → 'A', 27 → 'AB'. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** Rows become columns. `rows[c][r]` of the result is `rows[r][c]` of the source. */
export function transpose(grid: Grid): Grid {
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = Array.from({ length: width }, (_, c) => grid.rows.map((row) => row[c] ?? null));
  return { name: grid.name, rows };
}
