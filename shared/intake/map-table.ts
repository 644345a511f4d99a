// Text of one or two tables cut into cells, each row with the line it begins on; blank lines part the tables.
import { DELIMITERS, type Delimiter } from './delimited.ts';
import { type DraftFault, faultAt } from './map-draft.ts';
import { LINK_ROLES, type MapRole, mapRoleOf, NODE_ROLES } from './map-words.ts';

export interface MapRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface MapTable {
  readonly kind: 'nodes' | 'links';
  readonly header: MapRow;
  /** The column of each role that has one. */
  readonly at: ReadonlyMap<MapRole, number>;
  readonly rows: readonly MapRow[];
}

/** Lines one quoted cell may run over; a quote that is not closed by then is a plain sign. */
const LONGEST_CELL = 40;

interface Header {
  readonly kind: MapTable['kind'];
  readonly delimiter: Delimiter;
  readonly row: MapRow;
}

/** The header a line is, under the delimiter that names most columns; undefined where it is none. */
export function headerIn(lines: readonly string[], at: number): Header | undefined {
  let best: Header | undefined;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const { cells } = recordAt(lines, at, delimiter);
    if (cells.length < 2) continue;
    const roles = new Set(cells.map(mapRoleOf).filter((role) => role !== undefined));
    const has = (role: MapRole) => roles.has(role);
    const isLinks = has('from') && has('to');
    const isNodes = NODE_ROLES.filter(has).length > 1 || (has('title') && roles.size === cells.length);
    // one end alone is a table that lacks a column, which is then said
    const isHalf = (has('from') || has('to')) && LINK_ROLES.filter(has).length > 1;
    if ((!isLinks && !isNodes && !isHalf) || roles.size <= most) continue;
    most = roles.size;
    best = { kind: isLinks || (isHalf && !isNodes) ? 'links' : 'nodes', delimiter, row: { line: at + 1, cells } };
  }
  return best;
}

export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n?|\n/);

/** The first line with anything on it; undefined where there is none. */
export const firstLine = (lines: readonly string[]): number | undefined => {
  const at = lines.findIndex((line) => line.trim() !== '');
  return at < 0 ? undefined : at;
};

export function readTables(lines: readonly string[], faults: DraftFault[]): MapTable[] {
  const tables: { header: Header; rows: MapRow[] }[] = [];
  let afterBlank = true;
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at] as string)) {
      afterBlank = true;
      at++;
      continue;
    }
    const header = afterBlank ? headerIn(lines, at) : undefined;
    afterBlank = false;
    const open = tables.at(-1);
    const record = recordAt(lines, at, header?.delimiter ?? open?.header.delimiter ?? ',');
    if (record.isOpen) faults.push(faultAt(at + 1, 'takein.openQuote'));
    if (header) tables.push({ header, rows: [] });
    else open?.rows.push({ line: at + 1, cells: record.cells });
    at += record.lines;
  }
  return tables.map(({ header, rows }) => ({
    kind: header.kind,
    header: header.row,
    at: rolesOf(header, faults),
    rows,
  }));
}

/** A spreadsheet's empty row is separators alone. */
const isBlank = (line: string): boolean => /^[\s,;|]*$/.test(line);

function rolesOf({ kind, row }: Header, faults: DraftFault[]): Map<MapRole, number> {
  const wanted: readonly MapRole[] = kind === 'nodes' ? NODE_ROLES : LINK_ROLES;
  const at = new Map<MapRole, number>();
  const unread: string[] = [];
  for (const [column, cell] of row.cells.entries()) {
    const role = mapRoleOf(cell);
    if (role && wanted.includes(role) && !at.has(role)) at.set(role, column);
    else if (cell.trim() !== '') unread.push(cell.trim());
  }
  if (unread.length > 0)
    faults.push(faultAt(row.line, 'takein.columnUnread', { columns: unread.slice(0, 6).join(' · ') }));
  for (const role of kind === 'nodes' ? (['title'] as const) : (['from', 'to'] as const))
    if (!at.has(role)) faults.push(faultAt(row.line, 'takein.columnMissing', { column: `takein.column.${role}` }));
  return at;
}

interface Record {
  readonly cells: string[];
  /** Lines it runs over. */
  readonly lines: number;
  /** A quote was opened and never closed: it was taken as a sign. */
  readonly isOpen: boolean;
}

function recordAt(lines: readonly string[], at: number, delimiter: Delimiter): Record {
  const first = lines[at] as string;
  if (!first.includes('"')) return { cells: first.split(delimiter).map(clean), lines: 1, isOpen: false };
  for (let count = 1; count <= LONGEST_CELL && at + count <= lines.length; count++) {
    const cells = cellsOf(lines.slice(at, at + count).join('\n'), delimiter);
    if (cells) return { cells, lines: count, isOpen: false };
  }
  return { cells: first.split(delimiter).map(clean), lines: 1, isOpen: true };
}

const clean = (cell: string): string => cell.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '').trim();

/** The cells of one record; undefined where a quote is still open at its end. */
function cellsOf(text: string, delimiter: Delimiter): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    const start = /^[ ]*"/.exec(text.slice(at, at + 20))?.[0].length;
    if (start !== undefined) {
      at += start;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return undefined;
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const next = text.indexOf(delimiter, at);
    cells.push(clean(cell + text.slice(at, next < 0 ? undefined : next)));
    if (next < 0) return cells;
    at = next + 1;
  }
}
