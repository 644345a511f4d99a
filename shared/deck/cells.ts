// Small makers of workbook cells, and references another sheet's formulas can use.
import { isAbsent, type Known, known } from '#shared/kit/absent.ts';
import { amountOf, type Money } from '#shared/kit/money.ts';
import type { CellFormat, SheetCell } from '#shared/sheet/model.ts';
import type { Words } from '#shared/words/words.ts';
import { type Story, unitOf } from './story.ts';

export const text = (value: string): SheetCell => ({ value, format: 'text' });
export const head = (value: string): SheetCell => ({ value, format: 'text', strong: true, fill: 'head' });
export const note = (value: string): SheetCell => ({ value, format: 'text', fill: 'note' });
export const blank: SheetCell = {};
export const number = (value: number | undefined, format: CellFormat): SheetCell =>
  value === undefined ? { format } : { value, format };
export const formula = (code: string, value: number, format: CellFormat): SheetCell => ({
  formula: code,
  value,
  format,
});

/** Longest text a spreadsheet cell takes. */
const LONGEST_CELL = 32_767;
export const free = (value: string): SheetCell =>
  text(value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL - 1)}…` : value);

/** The amount in its unit's power of ten; exact to the minor unit. */
export const moneyCell = (story: Story, value: Known<Money> | undefined): SheetCell => {
  const money = known(value);
  const unit = money && unitOf(story, money);
  return money && unit ? number(amountOf(money, unit.scale), 'money') : { format: 'money' };
};

/** What stands in the source where a value should be: the reason, and the words themselves. */
export function absentText(words: Words, value: Known<unknown> | undefined): string {
  if (value === undefined) return words.say('absent.blank');
  if (!isAbsent(value)) return '';
  const reason = words.say(`absent.${value.absent}`);
  return value.text?.trim() ? `${reason}: ${value.text.trim()}` : reason;
}

/** 0 → "A", 27 → "AB". */
export function columnName(index: number): string {
  let name = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** A sheet's name as formulas quote it. */
export const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;
/** Text inside a formula. */
export const literal = (value: string): string => `"${value.replace(/"/g, '""')}"`;
