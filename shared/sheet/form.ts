// A workbook people fill in: locked but for the cells to fill, which look it; choices as lists; ids kept out of sight.
import { type CellStyle, type DataValidation, type Cell as LibraryCell, writeXlsx } from 'hucre/xlsx';
import { type WriteChoice, writable } from './write.ts';
import { packZip, unpackZip } from './zip.ts';

/**
 * How a cell looks: `input` and `text` are to be filled (a figure, words), `sample` shows their look; all else is locked.
 * `again` says once more what the row above says.
 */
export type FormLook =
  | 'title'
  | 'lead'
  | 'body'
  | 'strong'
  | 'quiet'
  | 'sample'
  | 'head'
  | 'rowHead'
  | 'cell'
  | 'again'
  | 'input'
  | 'text'
  | 'key';

export interface FormCell {
  readonly value?: string | number | boolean | null;
  readonly look?: FormLook;
  /** How a number is shown; a spreadsheet's format code. A head over figures has one too, and stands as they do. */
  readonly format?: string;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** In points; left out: as high as its words. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** What may stand in a range of cells; a spreadsheet refuses anything else with `title` and `message`. */
export interface FormRule {
  readonly range: string;
  readonly allow:
    | { readonly kind: 'choices'; readonly values: readonly string[] }
    | { readonly kind: 'number' }
    | { readonly kind: 'between'; readonly least: number; readonly most: number };
  readonly title: string;
  readonly message: string;
}

export interface FormSheet {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly FormRow[];
  readonly rules: readonly FormRule[];
  /** How many rows stay in sight when scrolling; the last of them is repeated on each printed page. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Out of everybody's sight: what the program needs to read the workbook back. */
  readonly record?: boolean;
}

/** Beyond this no figure of a measure goes; a spreadsheet's rule wants two bounds. */
const FAR = 1e15;

export async function writeForm(
  sheets: readonly FormSheet[],
  choice: WriteChoice & { readonly title: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const created = new Date(choice.created);
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      columns: sheet.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
      rows: [],
      cells: cellsOf(sheet, choice.rtl),
      rowDefs: new Map(
        sheet.rows.map((row, at) => [
          at,
          row.hidden ? { hidden: true } : { height: row.height ?? heightOf(sheet, row) },
        ]),
      ),
      dataValidations: sheet.rules.map(ruleOf),
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
      // columns may be widened and rows made higher: that harms nothing
      protection: { sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true },
      view: { rightToLeft: choice.rtl, showGridLines: false },
      pageSetup: {
        paperSize: 'a4' as const,
        orientation: 'landscape' as const,
        fitToPage: true,
        fitToWidth: 1,
        // a sheet without a head to repeat is one page
        fitToHeight: sheet.frozenRows > 0 ? 0 : 1,
        ...(sheet.frozenRows > 0 ? { printTitlesRow: `$${sheet.frozenRows}:$${sheet.frozenRows}` } : {}),
      },
      headerFooter: { oddFooter: '&C&8&P / &N' },
      ...(sheet.record ? { veryHidden: true } : {}),
    })),
    properties: { creator: 'Mizan', title: writable(choice.title), created, modified: created },
    defaultFont: { name: 'Arial', size: 10 },
  });
  return packZip(unpackZip(bytes));
}

/** Points: a line of ten-point letters, the room around them, and no less than a hand's breadth of a mouse. */
const LINE_HEIGHT = 13;
const ROOM = 7;

/** As high as its longest words need: a spreadsheet does not find that out by itself for every reader. */
function heightOf({ columns }: FormSheet, { cells }: FormRow): number {
  let lines = 1;
  for (const [at, { value, look }] of cells.entries()) {
    if (typeof value !== 'string' || look === 'key' || look === 'title' || look === 'lead') continue;
    const across = Math.max(4, (columns[at]?.width ?? 10) - 1);
    const own = value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / across)), 0);
    lines = Math.max(lines, own);
  }
  return Math.min(300, lines * LINE_HEIGHT + ROOM);
}

function cellsOf(sheet: FormSheet, rtl: boolean): Map<string, Partial<LibraryCell>> {
  const cells = new Map<string, Partial<LibraryCell>>();
  const styles = new Map<string, CellStyle>();
  for (const [rowAt, row] of sheet.rows.entries())
    for (const [columnAt, cell] of row.cells.entries()) {
      const look = cell.look ?? 'cell';
      const value = typeof cell.value === 'string' ? writable(cell.value) : (cell.value ?? null);
      if (value === null && (look === 'key' || look === 'body')) continue;
      const isNumber = typeof value === 'number' || cell.format !== undefined;
      const order = typeof value === 'string' ? readingOrder(value, rtl) : rtl ? 'rtl' : 'ltr';
      const key = `${look} ${isNumber} ${cell.format ?? ''} ${order}`;
      const style = styles.get(key) ?? styleOf(look, isNumber, cell.format, order, rtl);
      styles.set(key, style);
      cells.set(`${rowAt},${columnAt}`, { value, style });
    }
  return cells;
}

/** By its first letter that has a direction; a name in the other script keeps its full stop on the right side. */
function readingOrder(text: string, rtl: boolean): 'rtl' | 'ltr' {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter === undefined
    ? rtl
      ? 'rtl'
      : 'ltr'
    : /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter)
      ? 'rtl'
      : 'ltr';
}

const INK = '1B2A30';
const LINE = { style: 'thin', color: { rgb: 'D3DBDE' } } as const;
const FRAME = { style: 'thin', color: { rgb: 'C9A227' } } as const;

const FONTS: Readonly<Partial<Record<FormLook, CellStyle['font']>>> = {
  title: { size: 18, bold: true, color: { rgb: INK } },
  lead: { size: 11, color: { rgb: '52616A' } },
  strong: { bold: true, color: { rgb: INK } },
  head: { bold: true, color: { rgb: 'FFFFFF' } },
  rowHead: { bold: true, color: { rgb: INK } },
  quiet: { color: { rgb: '52616A' } },
  again: { color: { rgb: '8A979E' } },
};
const FILLS: Readonly<Partial<Record<FormLook, string>>> = {
  head: INK,
  input: 'FBF3DC',
  text: 'FBF3DC',
  sample: 'FBF3DC',
};

function styleOf(
  look: FormLook,
  isNumber: boolean,
  format: string | undefined,
  order: 'rtl' | 'ltr',
  rtl: boolean,
): CellStyle {
  const fill = FILLS[look];
  const filled = look === 'input' || look === 'text';
  const inTable = look === 'cell' || look === 'rowHead' || look === 'again';
  const side = rtl ? 'right' : 'left';
  return {
    numFmt: format ?? (look === 'text' ? '@' : 'General'),
    font: { name: 'Arial', size: 10, ...FONTS[look] },
    alignment: {
      vertical: look === 'text' || look === 'body' || look === 'strong' ? 'top' : 'center',
      wrapText: look !== 'title' && look !== 'lead' && look !== 'key',
      // figures stand under each other in both directions; a figure still to come too
      horizontal: isNumber ? 'right' : side,
      readingOrder: order,
      ...(filled || inTable || look === 'head' || look === 'sample' ? { indent: 1 } : {}),
    },
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } } : {}),
    ...(filled || look === 'sample'
      ? { border: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME } }
      : inTable
        ? { border: { bottom: LINE } }
        : {}),
    protection: { locked: !filled },
  };
}

function ruleOf({ range, allow, title, message }: FormRule): DataValidation {
  const shown = { range, allowBlank: true, showErrorMessage: true, errorTitle: title, errorMessage: message } as const;
  if (allow.kind === 'choices') return { type: 'list', values: [...allow.values], ...shown };
  const [least, most] = allow.kind === 'number' ? [-FAR, FAR] : [allow.least, allow.most];
  return { type: 'decimal', operator: 'between', formula1: String(least), formula2: String(most), ...shown };
}
