// A chosen file to a table, whatever it is: text in any encoding, or a workbook; what cannot be read says why.
import { sha256 } from '#shared/kit/hash.ts';
import { asDay, type Day } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { decodeText, isOldOffice, isZip } from './decode.ts';
import { type Delimiter, type Progress, parseDelimited } from './delimited.ts';
import type { Grid } from './grid.ts';
import { findTable, type Table } from './layout.ts';

/** Larger files are refused before they are read. */
export const LARGEST_FILE = 150 * 1024 * 1024;

export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly table: Table;
  readonly how:
    | { readonly kind: 'workbook' }
    | { readonly kind: 'text'; readonly encoding: string; readonly delimiter: Delimiter };
}

export async function readTable(name: string, bytes: Uint8Array, progress?: Progress): Promise<Result<ReadFile>> {
  if (bytes.length > LARGEST_FILE)
    return refuse('intake.tooLarge', { size: Math.round(bytes.length / 1_048_576), most: LARGEST_FILE / 1_048_576 });
  const grids = await gridsOf(bytes, progress);
  if (!grids.ok) return grids;
  const table = findTable(grids.value.grids);
  if (!table.ok) return table;
  return done({ name, sha256: sha256(bytes), table: table.value, how: grids.value.how });
}

async function gridsOf(
  bytes: Uint8Array,
  progress?: Progress,
): Promise<Result<{ grids: readonly Grid[]; how: ReadFile['how'] }>> {
  if (isOldOffice(bytes)) return refuse('intake.oldOffice');
  if (isZip(bytes)) {
    const grids = await readWorkbook(bytes);
    return grids.ok ? done({ grids: grids.value, how: { kind: 'workbook' } }) : grids;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseDelimited(decoded.value.text, undefined, progress);
  if (!parsed.ok) return parsed;
  return done({
    grids: [parsed.value.grid],
    how: { kind: 'text', encoding: decoded.value.encoding, delimiter: parsed.value.delimiter },
  });
}

/** The date a publication speaks of: its own year column, else a year in the file's name, else `fallback`; the fiscal year's end. */
export function publicationDay(
  year: number | undefined,
  fileName: string,
  fallback: Day,
  fiscalYearStart: number,
): Day {
  const named = year ?? Number(/(?:19|20)\d{2}/.exec(fileName)?.[0] ?? Number.NaN);
  if (!Number.isInteger(named)) return fallback;
  if (fiscalYearStart === 1) return asDay(named, 12, 31) ?? fallback;
  const end = new Date(Date.UTC(named, fiscalYearStart - 1, 0));
  return asDay(end.getUTCFullYear(), end.getUTCMonth() + 1, end.getUTCDate()) ?? fallback;
}
