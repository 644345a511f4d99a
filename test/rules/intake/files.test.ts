// Whatever a table comes in: encodings, delimiters, quotes, and files that are no table at all.
import { describe, expect, test } from 'vitest';
import { parseDelimited } from '#shared/intake/delimited.ts';
import { must } from '#test/kit/book.ts';
import { imported, oneByte, preview, refusal, utf8, utf16, workbook } from '#test/kit/table.ts';

const TABLE = 'id,project name,department,whole life cost (£m)\nA1,Café Zürich,Défense,1065.90\nA2,Ñandú,Health,5\n';
const ARABIC = 'رقم المشروع;اسم المشروع;الجهة;التكلفة الكلية (مليون)\n١;تطوير العيادات;الصحة;٣٤٫٥\n٢;ميناء;النقل;٧\n';

describe('encodings', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(TABLE), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${TABLE}`), 'utf-8'],
    ['UTF-16, little end first', utf16(TABLE, false, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(TABLE, true, true), 'utf-16be'],
    ['UTF-16 without its mark', utf16(TABLE, false, false), 'utf-16le'],
    ['UTF-16, big end first, without its mark', utf16(TABLE, true, false), 'utf-16be'],
    ['windows-1252', oneByte(TABLE, 'windows-1252'), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const run = await preview(bytes);
    expect(run.file.how).toMatchObject({ kind: 'text', encoding, delimiter: ',' });
    expect(imported(run)).toMatchObject({
      name: 'Café Zürich',
      organisation: 'Défense',
      wholeLifeCost: { minor: 106_590_000_000, currency: 'GBP' },
    });
  });

  test.each<[string, Uint8Array, string]>([
    [
      'windows-1256',
      oneByte(
        ARABIC.replace(/[٠-٩٫]/g, (c) => (c === '٫' ? '.' : String(c.charCodeAt(0) - 0x660))),
        'windows-1256',
      ),
      'windows-1256',
    ],
    ['UTF-8', utf8(ARABIC), 'utf-8'],
  ])('Arabic in %s', async (_, bytes, encoding) => {
    const run = await preview(bytes);
    expect(run.file.how).toMatchObject({ encoding, delimiter: ';' });
    expect(run.choice.mapping.columns.map(({ role }) => role)).toEqual(['id', 'name', 'organisation', 'wholeLifeCost']);
    expect(imported(run)).toMatchObject({ name: 'تطوير العيادات', wholeLifeCost: { minor: 3_450_000_000 } });
  });
});

describe('what is no table', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'intake.emptyFile'],
    ['only spaces', ' \n\t\n  ', 'intake.emptyFile'],
    ['only a mark', '\ufeff', 'intake.emptyFile'],
    ['only delimiters', ',,,\n,,,\n', 'intake.noHeader'],
    [
      'a picture named .csv',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'intake.notASheet',
    ],
    ['a photograph', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'intake.notASheet'],
    ['a PDF', '%PDF-1.7\n', 'intake.notASheet'],
    ['binary', Uint8Array.from({ length: 3_000 }, (_, i) => (i * 7_919) % 256), 'intake.notText'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'intake.oldOffice'],
    ['a zip that ends early', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'sheet.damaged'],
    ['a header without data', 'id,project name\n', 'intake.headerOnly'],
    ['a header and blank rows', 'id,project name\n,\n,\n', 'intake.headerOnly'],
    ['no header', '1,2,3\n4,5,6\n', 'intake.noHeader'],
    ['a letter', 'Dear all,\nplease find enclosed the figures.\nYours\n', 'intake.noHeader'],
  ])('%s', async (_, bytes, code) => expect(await refusal(bytes)).toBe(code));

  test('each says the place: the header’s cell, the row of the quote', async () => {
    const { readTable } = await import('#shared/intake/read.ts');
    expect(await readTable('x', utf8('Report\n\nid,project name\n'))).toMatchObject({
      problem: { args: { cell: 'A3' } },
    });
  });
});

describe('delimiters', () => {
  test.each([',', ';', '\t', '|'])('%j', async (delimiter) => {
    const run = await preview(
      ['id', 'project name', 'department', 'budget (£m)\nA1', 'One', 'Health', '5\nA2', 'Two', 'Roads', '6'].join(
        delimiter,
      ),
    );
    expect(run.file.how).toMatchObject({ delimiter });
    expect(run.plan.rows).toEqual({ read: 2, blank: 0, dropped: 0 });
  });

  test('semicolons with decimal commas in every cell', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i};P${i};1,5;2,5;3,5`).join('\n');
    const run = await preview(`id;project name;whole life cost (£m);cost to date;benefits\n${rows}`);
    expect(run.file.how).toMatchObject({ delimiter: ';' });
    expect(imported(run)).toMatchObject({ wholeLifeCost: { minor: 150_000_000 } });
  });

  test('commas in a preamble do not outvote the table', async () => {
    const run = await preview(
      'Report, for the board, of May, with notes\nSource: a, b, c, d\nid;project name;budget\n1;One;5\n2;Two;6\n',
    );
    expect(run.file.how).toMatchObject({ delimiter: ';' });
    expect(run.plan.rows.read).toBe(2);
  });
});

describe('quotes', () => {
  test('hold line breaks, delimiters and quotes', async () => {
    const run = await preview('id,project name,description\r\nA1,"One, or\ntwo","He said ""yes"""\r\nA2,Two,\r\n');
    expect(imported(run)).toMatchObject({ name: 'One, or\ntwo', description: 'He said "yes"' });
    expect(run.plan.rows.read).toBe(2);
  });

  test('never closed: refused with its row, instead of swallowing the file', () => {
    const read = parseDelimited('id,project name\nA1,One\nA2,"Two\nA3,Three\nA4,Four\n');
    expect(read).toMatchObject({ ok: false, problem: { code: 'intake.openQuote', args: { row: 3 } } });
  });

  test('closed rows later by another cell’s quote: the same', () => {
    const read = parseDelimited('id,name,note\nA1,"One,x\nA2,"Two",y\nA3,Three,z\n');
    expect(read).toMatchObject({ ok: false, problem: { code: 'intake.openQuote', args: { row: 2 } } });
  });

  test('a stray quote inside one line is only text', () => {
    expect(must(parseDelimited('id,name\nA1,5" pipe\nA2,Two\n')).grid.rows[1]).toEqual(['A1', '5" pipe']);
  });
});

test('a workbook reads as its text does: numbers, days, blanks, and the sheet that holds a table', async () => {
  const bytes = await workbook({
    Notes: [['Prepared for the board'], ['Second edition']],
    Data: [
      ['id', 'project name', 'start date', 'whole life cost (£m)', 'IPA delivery confidence'],
      ['A1', 'One', { day: '2024-02-29' }, 1065.9, 'Amber/Red'],
      ['A2', 'Two', null, null, 'Exempt under Section 43'],
      [null, null, null, null, null],
      ['A3', 'Three', 'TBC', -30.69, 'Green'],
    ],
  });
  const run = await preview(bytes, 'table.xlsx');
  expect(run.file).toMatchObject({ how: { kind: 'workbook' }, table: { sheet: 'Data' } });
  expect(run.plan.rows).toEqual({ read: 3, blank: 1, dropped: 0 });
  expect(imported(run, 0)).toMatchObject({
    start: '2024-02-29',
    wholeLifeCost: { minor: 106_590_000_000, currency: 'GBP' },
  });
  expect(imported(run, 1)).toMatchObject({ confidence: { absent: 'exempt' } });
  expect(imported(run, 2)).toMatchObject({ start: { absent: 'notYet' }, wholeLifeCost: { minor: -3_069_000_000 } });
  expect(run.plan.unread.map(({ cell, absence }) => `${cell} ${absence}`)).toEqual([
    'C3 blank',
    'E3 exempt',
    'D3 blank',
    'C5 notYet',
  ]);
});

test('sixteen thousand rows are read, progress on the way', async () => {
  const rows = Array.from(
    { length: 16_000 },
    (_, i) => `P${i},Project ${i},Department ${i % 20},${i}.${i % 100},Amber`,
  ).join('\n');
  const shares: number[] = [];
  const text = `id,project name,department,whole life cost (£m),delivery confidence\n${rows}\n`;
  const { readTable } = await import('#shared/intake/read.ts');
  const file = must(await readTable('large.csv', utf8(text), (share) => shares.push(share)));
  expect(file.table.rows).toHaveLength(16_000);
  expect(shares.length).toBeGreaterThan(20);
  expect(shares.every((share, i) => share <= 1 && share > (shares[i - 1] ?? 0))).toBe(true);
  const run = await preview(utf8(text), 'large.csv');
  expect(run.plan.rows).toEqual({ read: 16_000, blank: 0, dropped: 0 });
  expect(run.plan.problems).toEqual([]);
});
