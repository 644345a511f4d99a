// Finds the table in a sheet: below a preamble, lying on its side, with months across; and remembers where each cell was.
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Cell } from '#shared/sheet/model.ts';
import { cellName, cellText, type Grid, transpose } from './grid.ts';
import { registerScore } from './register-roles.ts';
import { periodOf, roleOf } from './roles.ts';

export interface Table {
  /** The sheet's name; empty for a text file. */
  readonly sheet: string;
  readonly headers: readonly string[];
  /** Data rows; blank ones are already left out and counted. */
  readonly rows: readonly TableRow[];
  readonly blankRows: number;
  /** True where the file holds one record a column. */
  readonly transposed: boolean;
  /** The rows above the header. */
  readonly preamble: readonly string[];
}

/** The name of a cell in the file as it lies, whatever way the table was turned. */
export const placeOf = (table: Pick<Table, 'transposed'>, row: number, column: number): string =>
  table.transposed ? cellName(column, row) : cellName(row, column);

export interface TableRow {
  /** Place in the (turned) grid, for naming its cells. */
  readonly at: number;
  readonly cells: readonly Cell[];
}

/** How far down (or across) a header is looked for. */
const LOOK = 40;

interface Found {
  readonly row: number;
  readonly score: number;
}

interface Candidate {
  readonly grid: Grid;
  readonly turned: boolean;
  readonly found: Found;
}

/** The sheet and direction whose header names the most fields. */
function bestOf(grids: readonly Grid[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const grid of grids) {
    for (const turned of [false, true]) {
      const found = headerRow(turned ? transpose({ ...grid, rows: grid.rows.map((row) => row.slice(0, LOOK)) }) : grid);
      if (found && (!best || found.score > best.found.score)) best = { grid, turned, found };
    }
  }
  return best;
}

/** A sheet that was hidden counts only where nothing in sight holds a table. */
export function findTable(grids: readonly Grid[]): Result<Table> {
  const best =
    bestOf(grids.filter(({ hidden }) => !hidden)) ??
    bestOf(grids.filter(({ hidden }) => hidden)) ??
    unknownHeader(grids.filter(({ hidden }) => !hidden));
  if (!best) return refuse('intake.noHeader', { looked: LOOK });
  const { grid, turned, found } = best;
  const rows = turned ? transpose(grid).rows : grid.rows;
  const headers = (rows[found.row] ?? []).map(cellText);
  const body = rows.slice(found.row + 1).map((cells, i): TableRow => ({ at: found.row + 1 + i, cells }));
  const filled = body.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  if (filled.length === 0)
    return refuse('intake.headerOnly', { cell: turned ? cellName(0, found.row) : cellName(found.row, 0) });
  return done({
    sheet: grid.name,
    headers,
    rows: filled,
    blankRows: body.length - filled.length,
    transposed: turned,
    preamble: rows.slice(0, found.row).map((row) => row.map(cellText).filter(Boolean).join(' ')),
  });
}

/** The row that names the most fields; a name or an id of a component, or a benefit, must be among them. */
function headerRow(grid: Grid): Found | undefined {
  let best: Found | undefined;
  for (const [r, row] of grid.rows.slice(0, LOOK).entries()) {
    const texts = row.map(cellText);
    const named = Math.max(componentScore(texts), registerScore(texts));
    if (named === 0) continue;
    // a header names things briefly; a data row that happens to hold such words is mostly other text
    const score = named - texts.filter((text) => text.length > 300).length;
    if (!best || score > best.score) best = { row: r, score };
  }
  return best;
}

function componentScore(texts: readonly string[]): number {
  const roles = new Set(texts.map(roleOf).filter(Boolean));
  if ((!roles.has('name') && !roles.has('id')) || roles.size < 2) return 0;
  return roles.size + Math.min(texts.filter((text) => periodOf(text)).length, 3);
}

/**
 * A header none of whose words are known: the first row of several different texts with filled rows below it. A person
 * says in the preview what its columns mean, and a saved profile remembers it.
 */
function unknownHeader(grids: readonly Grid[]): Candidate | undefined {
  for (const grid of grids) {
    for (const [r, row] of grid.rows.slice(0, LOOK).entries()) {
      const texts = row.map(cellText).filter(Boolean);
      const named = texts.length >= 2 && texts.every((text) => /\p{L}/u.test(text) && text.length <= 300);
      const below = grid.rows[r + 1]?.filter((cell) => cellText(cell) !== '').length ?? 0;
      if (named && new Set(texts).size === texts.length && below >= 2)
        return { grid, turned: false, found: { row: r, score: 0 } };
    }
  }
  return undefined;
}
