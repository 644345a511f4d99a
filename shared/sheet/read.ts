// Reads a workbook into plain cells: dates as days, formulas as their last values, errors as their own text.
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { checkArchive } from './archive.ts';
import type { Cell, ReadSheet } from './model.ts';

/** The bytes are checked against the archive bounds before the library sees them. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly ReadSheet[]>> {
  const checked = checkArchive(bytes);
  if (!checked.ok) return checked;
  if (!checked.value.some((entry) => entry.path === '[Content_Types].xml')) return refuse('sheet.notAWorkbook');
  try {
    const workbook = await readXlsx(bytes);
    if (workbook.sheets.length === 0) return refuse('sheet.noSheets');
    return done(
      workbook.sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden === true || sheet.veryHidden === true,
        rows: sheet.rows.map((row) => row.map(cellOf)),
      })),
    );
  } catch {
    return refuse('sheet.notAWorkbook');
  }
}

function cellOf(value: CellValue): Cell {
  if (!(value instanceof Date)) return typeof value === 'string' && value === '' ? null : value;
  if (Number.isNaN(value.getTime())) return null;
  const text = value.toISOString();
  // a time of day without a date is counted from the calendar's own beginning
  return value.getUTCFullYear() < 1900 ? text.slice(11, 16) : { day: text.slice(0, 10) };
}
