// A collection round as tests run it: open it, write its workbooks, fill cells as an owner does, save as LibreOffice does.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openRound } from '#shared/acts/open-round.ts';
import { takeReturns } from '#shared/acts/take-returns.ts';
import type { OpenBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { ReadReturn } from '#shared/collect/read.ts';
import { type Parcel, parcelsOf } from '#shared/collect/round.ts';
import { Book } from '#shared/domain/book.ts';
import { columnName } from '#shared/intake/grid.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { act, emptyBook, must } from './book.ts';
import { testContext } from './context.ts';
import { ownersLog } from './owners.ts';

export const BOOK_ID = 'book-1';
export const ON = '2027-04-02' as Day;

export interface Collecting {
  readonly open: OpenBook;
  readonly ctx: ReturnType<typeof testContext>;
  readonly book: () => Book;
  readonly round: RecordId;
  readonly parcels: readonly Parcel[];
}

/** A round over the first quarter of 2027, with everything it sends out. */
export async function collecting(
  owners: number,
  by: 'owner' | 'programme' = 'owner',
  language: 'en' | 'ar' = 'en',
): Promise<Collecting> {
  const ctx = testContext();
  const open = await emptyBook(memoryStore(ownersLog(owners)));
  const book = () => new Book(open.state);
  must(await act(open, ctx, openRound, { period: '2027-Q1', by, opened: ON, due: '2027-04-16' as Day }));
  const round = [...book().all('round')][0]?.id as RecordId;
  const parcels: Parcel[] = [];
  for await (const parcel of parcelsOf({ book: book(), bookId: BOOK_ID, round, language, on: ON }, ctx))
    parcels.push(parcel);
  return { open, ctx, book, round, parcels };
}

export const take = async ({ open, ctx }: Collecting, ...reads: readonly ReadReturn[]) =>
  must(await act(open, ctx, takeReturns, { returns: reads.map(({ returned }) => returned), on: ON }));

/** Where the cell of a row and column stands, by the hidden id and key. */
export async function placeOfCell(
  workbook: Uint8Array,
  id: string,
  key: string,
): Promise<{ sheet: number; cell: string }> {
  const sheets = must(await readWorkbook(workbook));
  for (const [sheet, { rows }] of sheets.entries()) {
    const row = rows.findIndex((cells) => cells[0] === id);
    const column = (rows[0] ?? []).indexOf(key);
    if (row > 0 && column > 0) return { sheet, cell: `${columnName(column)}${row + 1}` };
  }
  throw new Error(`no cell ${id} ${key}`);
}

type Filling = readonly (readonly [id: string, key: string, value: string | number | null])[];

/** The workbook with these cells filled, as an owner's spreadsheet would save it. */
export async function filled(workbook: Uint8Array, filling: Filling): Promise<Uint8Array> {
  let bytes = workbook;
  for (const [id, key, value] of filling) {
    const { sheet, cell } = await placeOfCell(bytes, id, key);
    bytes = editSheet(bytes, sheet, (xml) => withCell(xml, cell, value));
  }
  return bytes;
}

/** The sheet's own XML rewritten. */
export function editSheet(workbook: Uint8Array, sheet: number, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(workbook);
  const path = `xl/worksheets/sheet${sheet + 1}.xml`;
  return zipSync({ ...parts, [path]: strToU8(edit(strFromU8(parts[path] as Uint8Array))) });
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function withCell(xml: string, cell: string, value: string | number | null): string {
  const there = new RegExp(`<c r="${cell}"([^>]*?)(/>|>.*?</c>)`);
  const style = /s="\d+"/.exec(there.exec(xml)?.[1] ?? '')?.[0] ?? '';
  const made =
    value === null
      ? `<c r="${cell}" ${style}/>`
      : typeof value === 'number'
        ? `<c r="${cell}" ${style}><v>${value}</v></c>`
        : `<c r="${cell}" ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  if (!there.test(xml)) throw new Error(`no cell ${cell} in the sheet`);
  return xml.replace(there, () => made);
}

/** The XML of each row of a sheet, by its number. */
export function rowsXml(xml: string): Map<number, string> {
  return new Map([...xml.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map((found) => [Number(found[1]), found[0]]));
}

/** A row's XML standing at another number. */
export const movedRow = (row: string, to: number): string =>
  row.replace(/<row r="\d+"/, `<row r="${to}"`).replace(/<c r="([A-Z]+)\d+"/g, (_, column) => `<c r="${column}${to}"`);
