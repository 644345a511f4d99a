// Lays a table out: columns that fill a width, cells cut to their lines, rows measured, pages cut where they are full.
import { cut, lineHeight, textWidth, tidied, wrap } from '#shared/words/measure.ts';
import type { TableCell, TableColumn } from './model.ts';
import { CELL } from './theme.ts';

export interface ColumnPlan {
  readonly label: string;
  /** Share of the width that is left after the columns without one, which are as wide as their widest text. */
  readonly share?: number;
  readonly align?: 'start' | 'end';
  /** Most lines a cell of this column may take. */
  readonly lines?: number;
}

export interface TablePlan {
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly totals?: readonly (readonly TableCell[])[];
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly language: 'en' | 'ar';
  /** Most lines of the head; two where unsaid. */
  readonly headLines?: number;
}

export interface TablePage {
  readonly size: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
  readonly totals: number;
}

export interface LaidTable {
  readonly pages: readonly TablePage[];
  /** Texts that were cut, whole: for the notes of the page (by its index) they stand on. */
  readonly cutTexts: readonly (readonly string[])[];
}

export const tableHeight = (page: TablePage): number =>
  page.headHeight + page.rowHeights.reduce((sum, height) => sum + height, 0);

interface LaidRow {
  readonly cells: readonly TableCell[];
  readonly height: number;
  readonly cutTexts: readonly string[];
}

/** Cuts a table into pages by measured height; totals close the last page. */
export function layTable(plan: TablePlan): LaidTable {
  const columns = columnWidths(plan);
  const head = layRow(
    plan,
    columns,
    plan.columns.map(({ label }) => ({ text: label, strong: true })),
    plan.headLines ?? 2,
  );
  const totals = (plan.totals ?? []).map((row) => layRow(plan, columns, row));
  const totalsHeight = totals.reduce((sum, row) => sum + row.height, 0);
  const pages: LaidRow[][] = [[]];
  let used = head.height;
  const rows = plan.rows.map((row) => layRow(plan, columns, row));
  for (const [at, row] of rows.entries()) {
    const foot = at === rows.length - 1 ? totalsHeight : 0;
    const page = pages.at(-1) as LaidRow[];
    if (page.length > 0 && used + row.height + foot > plan.height) {
      pages.push([row]);
      used = head.height + row.height;
    } else {
      page.push(row);
      used += row.height;
    }
  }
  (pages.at(-1) as LaidRow[]).push(...totals);
  return {
    pages: pages.map((page, at) => ({
      size: plan.size,
      columns: columns.map((width, i) => ({
        label: head.cells[i]?.text ?? '',
        width,
        align: plan.columns[i]?.align ?? 'start',
      })),
      rows: page.map((row) => row.cells),
      headHeight: head.height,
      rowHeights: page.map((row) => row.height),
      totals: at === pages.length - 1 ? totals.length : 0,
    })),
    cutTexts: pages.map((page) => page.flatMap((row) => row.cutTexts)),
  };
}

/** No column without a share is wider than this part of the table: a hostile text must not push the others out. */
const WIDEST = 0.22;
/** What columns with a share keep between them at least. */
const TEXT_ROOM = 0.34;

function columnWidths(plan: TablePlan): number[] {
  const wanted = plan.columns.map((column, at) => (column.share === undefined ? widest(plan, at) : 0));
  const most = plan.columns.some((column) => column.share !== undefined) ? plan.width * (1 - TEXT_ROOM) : plan.width;
  const limit = commonLimit(wanted, most);
  const needed = wanted.map((width) => Math.min(width, limit));
  const left = plan.width - needed.reduce((sum, width) => sum + width, 0);
  const shares = plan.columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  const stretch = shares === 0 ? left / plan.columns.length : 0;
  return plan.columns.map((column, at) =>
    column.share === undefined ? (needed[at] as number) + stretch : (left * column.share) / shares,
  );
}

/** The width no column may pass so that together they take no more than `most`: the widest give way first. */
function commonLimit(wanted: readonly number[], most: number): number {
  let left = most;
  const rising = [...wanted].sort((a, b) => a - b);
  for (const [at, width] of rising.entries()) {
    const share = left / (rising.length - at);
    if (width > share) return share;
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}

/** Room for the widest cell, and for the head on two lines. */
function widest(plan: TablePlan, at: number): number {
  const cells = [...plan.rows, ...(plan.totals ?? [])].map((row) => {
    const cell = row[at];
    return cell ? textWidth(tidied(cell.text), { size: plan.size, bold: cell.strong === true }) : 0;
  });
  const label = plan.columns[at]?.label ?? '';
  let head = Math.max(...label.split(/\s+/).map((word) => textWidth(word, { size: plan.size, bold: true })));
  while (wrap(label, head, { size: plan.size, bold: true }).length > 2) head += 0.05;
  return Math.min(Math.max(head, ...cells) + 2 * CELL.x + 0.04, plan.width * WIDEST);
}

function layRow(plan: TablePlan, widths: readonly number[], row: readonly TableCell[], most?: number): LaidRow {
  let lines = 1;
  const cutTexts: string[] = [];
  const cells = row.map((cell, at) => {
    const width = (widths[at] ?? 1) - 2 * CELL.x;
    const type = { size: plan.size, bold: cell.strong === true };
    const whole = tidied(cell.text);
    const text = cut(whole, width, type, most ?? plan.columns[at]?.lines ?? 1);
    if (text !== whole) cutTexts.push(whole);
    lines = Math.max(lines, wrap(text, width, type).length);
    return { ...cell, text };
  });
  return { cells, cutTexts, height: lines * lineHeight(plan.size, plan.language) + 2 * CELL.y };
}
