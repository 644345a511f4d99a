// The workbook of one request: how to fill it, what to fill, and out of sight what it needs to be read back.
import { columnName } from '#shared/intake/grid.ts';
import type { Day } from '#shared/kit/period.ts';
import { type FormCell, type FormRow, type FormRule, type FormSheet, writeForm } from '#shared/sheet/form.ts';
import type { Words } from '#shared/words/words.ts';
import { guideSheet } from './guide.ts';
import type { Asking } from './parcel.ts';
import { recordOf, recordSheet } from './record.ts';
import { ROWS_ABOVE, type Table, type TableCell, type TableColumn, tableMark } from './table.ts';
import { tablesFor } from './tables.ts';

export function workbookFor(asking: Asking): Promise<Uint8Array<ArrayBuffer>> {
  const { round, request, span, words, who, on } = asking;
  const tables = tablesFor(asking);
  const record = recordOf(
    {
      book: asking.bookId,
      round: round.id,
      request: request.id,
      period: span.name,
      person: request.person ?? null,
      component: request.component ?? null,
      who,
      made: on,
    },
    tables,
  );
  const sheets = [guideSheet(asking), ...tables.map((table) => sheetOf(table, words)), recordSheet(record)];
  return writeForm(sheets, {
    rtl: words.direction === 'rtl',
    created: midnight(on),
    title: words.say('collect.subject', { who, period: span.name }),
  });
}

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Columns that stay in sight while figures scroll: the id's and those that say what a row is about. */
const ABOUT: ReadonlySet<string> = new Set(['component', 'owner', 'benefit', 'measure']);

function sheetOf(table: Table, words: Words): FormSheet {
  const { columns, rows, kind } = table;
  const key = (value: string): FormCell => ({ value, look: 'key' });
  const top: FormRow[] = [
    { cells: [key(tableMark(kind)), ...columns.map((column) => key(column.key))], hidden: true },
    { cells: [key(''), { value: table.hint, look: 'lead' }], height: 24 },
    { cells: [key(''), ...columns.map(headOf)] },
  ];
  return {
    name: table.name,
    columns: [{ width: 10, hidden: true }, ...columns.map(({ width }) => ({ width }))],
    rows: [
      ...top,
      ...rows.map(
        (row): FormRow => ({
          cells: [key(row.id), ...columns.map((column) => cellOf(column, row.cells[column.key]))],
          // words to come need room
          ...(kind === 'attestations' ? { height: 60 } : {}),
        }),
      ),
    ],
    rules: columns.flatMap((column, at) => ruleFor(column, at + 1, rows.length, words)),
    frozenRows: ROWS_ABOVE,
    frozenColumns: kind === 'forecast' ? 0 : 1 + columns.filter((column) => ABOUT.has(column.key)).length,
  };
}

const headOf = ({ head, fill, figures }: TableColumn): FormCell => ({
  value: head,
  look: 'head',
  ...(fill === 'number' || fill === 'percent' || figures ? { format: 'General' } : {}),
});

function cellOf(column: TableColumn, cell: TableCell | undefined): FormCell {
  if (!cell) return { look: 'cell' };
  const { value, open, format, strong, again } = cell;
  const look = open ? (column.fill === 'words' ? 'text' : 'input') : strong ? 'rowHead' : again ? 'again' : 'cell';
  return { value, look, ...(format ? { format } : {}) };
}

/** What a spreadsheet refuses to take in a column to fill. */
function ruleFor(column: TableColumn, at: number, rows: number, { say }: Words): FormRule[] {
  const name = columnName(at);
  const range = `${name}${ROWS_ABOVE + 1}:${name}${ROWS_ABOVE + rows}`;
  switch (column.fill) {
    case 'number':
      return [
        { range, allow: { kind: 'number' }, title: say('collect.ruleTitle'), message: say('collect.ruleNumber') },
      ];
    case 'percent':
      return [
        {
          range,
          allow: { kind: 'between', least: 0, most: 100 },
          title: say('collect.ruleTitle'),
          message: say('collect.rulePercent'),
        },
      ];
    case 'choice':
      return [
        {
          range,
          allow: { kind: 'choices', values: [say('collect.yes'), say('collect.no')] },
          title: say('collect.ruleTitle'),
          message: say('collect.ruleChoice'),
        },
      ];
    default:
      return [];
  }
}
