// A sheet of lines under their heads, with live totals below: what the sheets of decisions have in common.
import { amountOf, type Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { columnName, formula, free, head, note, number } from './cells.ts';
import { madeUp } from './ledgerTable.ts';
import { join, type Story } from './story.ts';

/** Rows above the first line: how to read the sheet, and the heads. */
export const HEADS = 2;

export type Column = readonly [label: string, width: number];

export function sheet(
  story: Story,
  name: string,
  reading: string,
  columns: readonly Column[],
  rows: SheetCell[][],
): SheetModel {
  return {
    name,
    columns: columns.map(([, width]) => ({ width })),
    rows: [[note(join(story, [reading, madeUp(story)]))], columns.map(([label]) => head(label)), ...rows],
    frozenRows: HEADS,
    frozenColumns: 1,
  };
}

export const date = (day: Day | undefined): SheetCell => (day ? { value: day, format: 'date' } : { format: 'date' });
export const plain = (value: string): SheetCell => free(value.replace(/[\u200e\u2066-\u2069]/g, ''));
export const money = (amount: Money | undefined): SheetCell => number(amount && amountOf(amount), 'money');
export const total = (cell: SheetCell): SheetCell => ({ ...cell, strong: true, fill: 'total' });

/** A total over a column; a sheet without lines has none. */
export function under(
  code: string,
  column: number,
  lines: number,
  value: number | undefined,
  format: 'integer' | 'money',
): SheetCell {
  if (lines === 0 || value === undefined) return total({ format });
  const name = columnName(column);
  return total(formula(`${code}(${name}${HEADS + 1}:${name}${HEADS + lines})`, value, format));
}
