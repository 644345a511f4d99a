// What is pressed is valid, says what the deck says, is the same twice, and its workbook recomputes to the same figures.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Deck } from '#shared/deck/model.ts';
import { packDeck } from '#shared/deck/pack.ts';
import type { Day } from '#shared/kit/period.ts';
import { pressHtml } from '#shared/press/html.ts';
import { pressPptx } from '#shared/press/pptx.ts';
import { pressXlsx } from '#shared/press/xlsx.ts';
import type { Cell } from '#shared/sheet/model.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { createWords } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';
import { bookOf, component, hostileRecords, millions, type Records, rated, smallRecords } from '#test/kit/books.ts';
import { lacks } from '#test/kit/lacks.ts';
import { NO_SCHEMAS, recomputed, schemaFaults, schemasHere } from '#test/kit/office.ts';

const earlier: Records = [
  ...component('a', { wholeLifeCost: millions(8), confidence: rated('amber'), end: '2030-01-01' }),
];
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const withLogo = (records: Records): Records =>
  records.map((record) =>
    record.kind === 'office' ? { ...record, fields: { ...record.fields, logo: PIXEL } } : record,
  );

const pack = (records: Records, language: 'en' | 'ar'): Deck =>
  packDeck({
    book: bookOf(records),
    before: { book: bookOf(earlier), asAt: '2022-03-31' as Day },
    words: createWords({ language }),
    asAt: '2023-03-31' as Day,
    snapshot: 'abc123',
  });
const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

describe.each([
  ['small, English', smallRecords, 'en'],
  ['small, Arabic', withLogo(smallRecords), 'ar'],
  ['hostile, English', hostileRecords, 'en'],
  ['hostile, Arabic', hostileRecords, 'ar'],
  ['empty', [], 'en'],
] as [string, Records, 'en' | 'ar'][])('slides of a book: %s', (_, records, language) => {
  let deck: Deck;
  let pptx: Uint8Array;
  beforeAll(async () => {
    deck = pack(records, language);
    pptx = await pressPptx(deck);
  });
  test('are valid against ISO 29500', (ctx) => {
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(schemaFaults(pptx)).toEqual([]);
  });
  test('one for each of the deck, charts and their workbooks native', () => {
    const files = parts(pptx);
    const charts = deck.slides
      .flatMap((slide) => slide.blocks)
      .filter(({ kind }) => kind === 'bars' || kind === 'bubbles' || kind === 'lines');
    expect(Object.keys(files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length).toBe(
      deck.slides.length,
    );
    for (let n = 1; n <= charts.length; n++) {
      expect(files[`ppt/charts/chart${n}.xml`]).toContain('<c:externalData r:id="rId1">');
      expect(files).toHaveProperty([`ppt/embeddings/Microsoft_Excel_Worksheet${n}.xlsx`]);
    }
    expect(Object.keys(files).filter((path) => path.startsWith('ppt/charts/chart')).length).toBe(charts.length);
    expect(files['docProps/core.xml']).toContain('2023-03-31T00:00:00Z');
  });
  test('are the same bytes when pressed again', async () => {
    expect(Buffer.compare(await pressPptx(deck), pptx)).toBe(0);
  });
});

describe('an Arabic deck', () => {
  test('runs from the right: paragraphs, table columns, axes', async () => {
    const files = parts(await pressPptx(pack(smallRecords, 'ar')));
    expect(files['ppt/presentation.xml']).toContain('rtl="1"');
    expect(files['ppt/charts/chart1.xml']).toContain('<c:orientation val="maxMin"/>');
    const exceptions = Object.values(files).find((xml) => xml.includes('<a:tbl>') && xml.includes('Component b'));
    const first = /<a:tr .*?<a:t>(.*?)<\/a:t>.*?<\/a:tr>/s.exec(exceptions ?? '')?.[1];
    expect(first).not.toBe('#');
  });
});

describe('the printable page', () => {
  test.each(['en', 'ar'] as const)('is whole, without script, with heads and descriptions: %s', (language) => {
    const deck = pack(hostileRecords, language);
    const html = pressHtml(deck);
    expect(html).toContain(`<html lang="${language}" dir="${deck.direction}">`);
    expect(html).not.toMatch(/<script|javascript:|https?:\/\//i);
    expect(html.match(/<section /g)?.length).toBe(deck.slides.length);
    expect(html.match(/<h1 /g)?.length).toBe(deck.slides.length);
    expect(html.match(/<svg /g)?.length).toBe(html.match(/<desc /g)?.length);
    expect(html).toContain('<th scope="col"');
  });
});

describe('the workbook', () => {
  const figures = (sheets: readonly { rows: readonly (readonly Cell[])[] }[]) =>
    sheets.map(({ rows }) =>
      rows.map((row) =>
        row.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell === null ? '' : cell)),
      ),
    );
  const trimmed = (rows: ReturnType<typeof figures>) =>
    JSON.stringify(rows)
      .replace(/(,"")+\]/g, ']')
      .replace(/(,\[(""|)\])+\]/g, ']');
  test.each([
    ['small', smallRecords, 'en'],
    ['hostile', hostileRecords, 'ar'],
  ] as [string, Records, 'en' | 'ar'][])(
    'of a %s book recomputes to the figures it was written with',
    async (_, records, language) => {
      const written = await pressXlsx(pack(records, language));
      const before = must(await readWorkbook(written));
      const text = before.flatMap((sheet) => sheet.rows.flat()).join('\n');
      expect(text).not.toMatch(/NaN|undefined|#REF|#NAME/);
      if (lacks('soffice')) {
        console.warn('Skipped: LibreOffice (soffice) is not installed, so the workbook is not recomputed.');
        return;
      }
      const after = must(await readWorkbook(recomputed(written)));
      expect(trimmed(figures(after))).toBe(trimmed(figures(before)));
    },
    60_000,
  );
  test('is valid against ISO 29500', async (ctx) => {
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(schemaFaults(await pressXlsx(pack(smallRecords, 'en')))).toEqual([]);
  });
});
