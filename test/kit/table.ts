// Small tables for import tests: text in any encoding, a workbook, and the import as a person would run it.
import { Book } from '#shared/domain/book.ts';
import { dryRun, type ImportChoice, proposeImport } from '#shared/intake/dryrun.ts';
import type { ImportPlan } from '#shared/intake/plan.ts';
import { type ReadFile, readTable } from '#shared/intake/read.ts';
import { writeWorkbook } from '#shared/sheet/write.ts';
import { emptyBook, must } from './book.ts';
import { testContext } from './context.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...`${mark ? '\ufeff' : ''}${text}`].flatMap((char) =>
    Array.from({ length: char.length }, (_, i) => char.charCodeAt(i)),
  );
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

/** Text in a one-byte encoding, by asking the platform what each byte means. */
export function oneByte(text: string, encoding: 'windows-1252' | 'windows-1256'): Uint8Array {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from([...text].map((char) => all.indexOf(char)));
}

export interface DryRun {
  readonly file: ReadFile;
  readonly choice: ImportChoice;
  readonly plan: ImportPlan;
}

/** What the preview of an import into an empty book would say. */
export async function preview(bytes: Uint8Array | string, name = 'table.csv'): Promise<DryRun> {
  const file = must(await readTable(name, typeof bytes === 'string' ? utf8(bytes) : bytes));
  const book = new Book((await emptyBook()).state);
  const ctx = testContext();
  const choice = proposeImport(book, file, ctx);
  return { file, choice, plan: dryRun(book, file, choice, ctx) };
}

/** The code with which a file is refused. */
export async function refusal(bytes: Uint8Array | string, name = 'table.csv'): Promise<string> {
  const read = await readTable(name, typeof bytes === 'string' ? utf8(bytes) : bytes);
  return read.ok ? 'read' : read.problem.code;
}

export const imported = ({ plan }: DryRun, row = 0): Record<string, unknown> =>
  Object.fromEntries((plan.differences[row]?.fields ?? []).map(({ field, after: value }) => [field, value]));

type Value = string | number | boolean | null | { readonly day: string };

export const workbook = (sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<Uint8Array> =>
  writeWorkbook(
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      columns: [],
      frozenRows: 0,
      rows: rows.map((row) =>
        row.map((value) =>
          typeof value === 'object' && value !== null
            ? { value: value.day, format: 'date' as const }
            : { value, format: typeof value === 'number' ? ('money' as const) : ('text' as const) },
        ),
      ),
    })),
    { rtl: false, created: 0 },
  );
