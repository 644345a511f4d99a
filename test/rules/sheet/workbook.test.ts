// Workbooks survive the way out and back; Strict files, error values, dates, hidden sheets and LibreOffice's files read.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { SheetModel } from '#shared/sheet/model.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { writeWorkbook } from '#shared/sheet/write.ts';
import { must } from '#test/kit/book.ts';
import { lacks } from '#test/kit/lacks.ts';
import { recomputed } from '#test/kit/office.ts';
import { strictWorkbook } from '#test/kit/strict.ts';

const sheet: SheetModel = {
  name: "Q1's figures",
  columns: [{ width: 20 }, { width: 12 }],
  frozenRows: 1,
  rows: [
    [
      { value: 'Name', strong: true, fill: 'head' },
      { value: 'Value', fill: 'head' },
    ],
    [{ value: 'مكوّن & <b> "x" \u0007' }, { value: 1065.9, format: 'money' }],
    [{ value: '=not a formula' }, { value: -3, format: 'integer' }],
    [{ value: '2031-12-31', format: 'date' }, { value: true }],
    [{ value: 'Sum' }, { formula: 'SUM(B2:B3)', value: 1062.9, format: 'money' }],
  ],
};
const expected = [
  ['Name', 'Value'],
  ['مكوّن & <b> "x"  ', 1065.9],
  ['=not a formula', -3],
  [{ day: '2031-12-31' }, true],
  ['Sum', 1062.9],
];

describe('writing', () => {
  test('comes back cell for cell', async () => {
    const [read] = must(await readWorkbook(await writeWorkbook([sheet], { rtl: false, created: 0 })));
    expect(read).toEqual({ name: "Q1's figures", hidden: false, rows: expected });
  });
  test('gives the same bytes twice, and a sheet that runs from the right when asked', async () => {
    const once = await writeWorkbook([sheet], { rtl: true, created: 0 });
    expect(await writeWorkbook([sheet], { rtl: true, created: 0 })).toEqual(once);
    expect(strFromU8(unzipSync(once)['xl/worksheets/sheet1.xml'] as Uint8Array)).toContain('rightToLeft="1"');
  });
});

describe('reading', () => {
  test('a Strict workbook: dates by their format, error values as their text', async () => {
    const bytes = strictWorkbook(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" s="1"><v>45016</v></c></row>' +
        '<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3"><f>1/0</f><v>7.5</v></c><c r="C3" t="b"><v>0</v></c></row>',
    );
    const [read] = must(await readWorkbook(bytes));
    expect(read?.rows[0]?.slice(0, 2)).toEqual(['Name', { day: '2023-03-31' }]);
    expect(read?.rows[2]).toEqual(['#N/A', 7.5, false]);
  });
  test('hidden sheets are flagged', async () => {
    const parts = unzipSync(await writeWorkbook([sheet, { ...sheet, name: 'Two' }], { rtl: false, created: 0 }));
    const xml = strFromU8(parts['xl/workbook.xml'] as Uint8Array).replace('name="Two"', 'name="Two" state="hidden"');
    const read = must(await readWorkbook(zipSync({ ...parts, 'xl/workbook.xml': strToU8(xml) })));
    expect(read.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Q1's figures", false],
      ['Two', true],
    ]);
  });
  test('what LibreOffice saved, formulas recomputed to the same', async (ctx) => {
    if (lacks('soffice')) {
      console.warn('Skipped: LibreOffice (soffice) is not installed, so its files cannot be read back.');
      ctx.skip();
    }
    const saved = recomputed(await writeWorkbook([sheet], { rtl: false, created: 0 }));
    const [read] = must(await readWorkbook(saved));
    expect(read?.rows.map((row) => row.slice(0, 2))).toEqual(expected);
    const stale = {
      ...sheet,
      rows: [...sheet.rows.slice(0, 4), [{ value: 'Sum' }, { formula: 'SUM(B2:B3)', value: 7 }]],
    };
    const [anew] = must(await readWorkbook(recomputed(await writeWorkbook([stale], { rtl: false, created: 0 }))));
    expect(anew?.rows[4]?.[1]).toBe(1062.9);
  }, 60_000);
});
