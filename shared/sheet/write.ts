// Writes a workbook: formulas live with their values beside them, laid out from the right where asked, without a clock.
import { type CellStyle, type Cell as LibraryCell, writeXlsx } from 'hucre/xlsx';
import type { CellFormat, SheetCell, SheetModel } from './model.ts';
import { packZip, unpackZip } from './zip.ts';

export interface WriteChoice {
  readonly rtl: boolean;
  /** The date the document bears, milliseconds since 1970. */
  readonly created: number;
}

const NUMBER_FORMAT: Readonly<Record<CellFormat, string>> = {
  text: '@',
  money: '#,##0.00',
  integer: '#,##0',
  ratio: '0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  rate: '0.00%',
  factor: '0.000000',
  year: '0',
};

const FILL = { head: '1B2A30', total: 'E4EAEC', note: undefined, input: 'FBF3DC' } as const;

export async function writeWorkbook(
  sheets: readonly SheetModel[],
  choice: WriteChoice,
): Promise<Uint8Array<ArrayBuffer>> {
  const created = new Date(choice.created);
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      columns: sheet.columns.map(({ width }) => ({ width })),
      rows: [],
      cells: cellsOf(sheet, choice.rtl),
      rowDefs: rowHeights(sheet),
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns ?? 0 },
      view: { rightToLeft: choice.rtl, showGridLines: false },
    })),
    properties: { creator: 'Mizan', created, modified: created },
    defaultFont: { name: 'Arial', size: 10 },
  });
  return packZip(unpackZip(bytes));
}

/** Text whose first letter is Arabic: said outright, because some readers take no direction from the text. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

const LINE_POINTS = 13.5;

/** Heads wrap, and not every reader makes room by itself: as many lines as the longest takes, by counting characters. */
function rowHeights(sheet: SheetModel): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  for (const [at, row] of sheet.rows.entries()) {
    const lines = row.map((cell, column) =>
      cell.fill === 'head' && typeof cell.value === 'string'
        ? linesIn(cell.value, sheet.columns[column]?.width ?? 8)
        : 1,
    );
    const most = Math.max(1, ...lines);
    if (most > 1) heights.set(at, { height: most * LINE_POINTS + 2 });
  }
  return heights;
}

/** @param width of the column, in characters */
function linesIn(text: string, width: number): number {
  const room = width * 0.95;
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

function cellsOf(sheet: SheetModel, rtl: boolean): Map<string, Partial<LibraryCell>> {
  const cells = new Map<string, Partial<LibraryCell>>();
  const styles = new Map<string, CellStyle>();
  for (const [rowAt, row] of sheet.rows.entries())
    for (const [columnAt, cell] of row.entries()) {
      const format = cell.format ?? sheet.columns[columnAt]?.format ?? 'text';
      const isRight = rtl && typeof cell.value === 'string' && RIGHT_TO_LEFT.test(cell.value);
      const key = `${format} ${typeof cell.value === 'boolean'} ${cell.strong ?? ''} ${cell.fill ?? ''} ${isRight}`;
      let style = styles.get(key);
      if (!style) {
        style = styleOf(cell, format, rtl, isRight);
        styles.set(key, style);
      }
      const made = cellOf(cell, format);
      if (made) cells.set(`${rowAt},${columnAt}`, { ...made, style });
    }
  return cells;
}

function cellOf(cell: SheetCell, format: CellFormat): Partial<LibraryCell> | undefined {
  const value = plainValue(cell, format);
  if (cell.formula !== undefined) return { value, type: 'formula', formula: cell.formula, formulaResult: value };
  return value === null && !cell.fill ? undefined : { value };
}

function plainValue(cell: SheetCell, format: CellFormat): string | number | boolean | Date | null {
  const { value } = cell;
  if (value === undefined || value === null) return null;
  if (format === 'date' && typeof value === 'string') return new Date(`${value}T00:00:00Z`);
  return typeof value === 'string' ? writable(value) : value;
}

/** XML holds no control characters and no half of a surrogate pair. */
export const writable = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, ' ');

function styleOf(cell: SheetCell, format: CellFormat, rtl: boolean, isRight: boolean): CellStyle {
  const background = cell.fill ? FILL[cell.fill] : undefined;
  const isText = format === 'text';
  return {
    // a truth value under the text format would be saved as a number by LibreOffice
    numFmt: typeof cell.value === 'boolean' ? 'General' : NUMBER_FORMAT[format],
    font: {
      name: 'Arial',
      size: 10,
      ...(cell.strong ? { bold: true } : {}),
      ...(cell.fill === 'head'
        ? { color: { rgb: 'FFFFFF' } }
        : cell.fill === 'note'
          ? { color: { rgb: '52616A' } }
          : {}),
    },
    alignment: {
      vertical: 'top',
      wrapText: cell.fill === 'head',
      ...(isText
        ? { horizontal: rtl ? 'right' : 'left', readingOrder: isRight ? 'rtl' : 'context' }
        : isRight
          ? { readingOrder: 'rtl' }
          : {}),
    },
    ...(background ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: background } } } : {}),
  };
}
