// The desk without a window, as a person runs it: every published figure, and one sentence for whatever is wrong.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrap } from '#shared/file/container.ts';
import { sha256Bytes } from '#shared/kit/hash.ts';
import { buildCli, mizan, newFolder, type Ran, removeFolder } from '#test/kit/cli.ts';
import { dataHere, dataPath } from '#test/kit/data.ts';
import { findBrowser } from '../../electron/host/browser.mjs';

let folder = '';
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
});
afterAll(() => removeFolder(folder));

const run = (...words: string[]): Promise<Ran> => mizan(folder, words);
const at = (name: string): string => join(folder, name);
const json = (ran: Ran) => JSON.parse(ran.out) as Record<string, never> & { [key: string]: never };
const hashOf = (name: string) =>
  existsSync(at(name))
    ? createHash('sha256')
        .update(readFileSync(at(name)))
        .digest('hex')
    : 'none';

async function imported(book: string, ...files: string[]) {
  const ran = await run('import', ...files.map((file) => dataPath(file)), '--out', book, '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  return json(ran) as unknown as {
    rows: object;
    totals: { wholeLifeCost: object; benefits: object };
    components: object;
    cells: { field: string; absence: string; cell: string; text: string }[];
    imports: { transposed: boolean; asAt: string; rows: { read: number } }[];
  };
}

const TOTALS = {
  wholeLifeCost: { count: 193, sum: 471_818 },
  benefits: { count: 110, sum: 729_446.31 },
};

describe.runIf(dataHere)('import of the published portfolio', () => {
  test('2023 as published', async () => {
    const { rows, totals, cells, components } = await imported('2023.mizan', 'uk_gmpp_raw_2023.csv');
    expect(rows).toEqual({ read: 244, blank: 0, dropped: 0 });
    expect(totals).toMatchObject(TOTALS);
    expect(components).toEqual({ all: 244, current: 244, noLongerPublished: 0 });
    const count = (field: string) => cells.filter((cell) => cell.field === field).length;
    expect([count('wholeLifeCost'), count('benefit'), count('start'), count('end')]).toEqual([51, 134, 7, 30]);
    expect(cells.every(({ absence, cell }) => absence !== 'unreadable' && /^[A-Z]+\d+$/.test(cell))).toBe(true);
  });

  test('2023 by rows gives the same totals', async () => {
    const { totals, rows } = await imported('rows.mizan', 'uk_gmpp_rows_2023.csv');
    expect(rows).toMatchObject({ read: 244, dropped: 0 });
    expect(totals).toMatchObject(TOTALS);
  });

  test('2014 lies on its side', async () => {
    const { components, imports } = await imported('2014.mizan', 'uk_gmpp_raw_2014.csv');
    expect(components).toEqual({ all: 199, current: 199, noLongerPublished: 0 });
    expect(imports[0]).toMatchObject({ transposed: true });
  });

  test('three years, at once or in turn, are one book', async () => {
    const years = ['uk_gmpp_raw_2021.csv', 'uk_gmpp_raw_2022.csv', 'uk_gmpp_raw_2023.csv'];
    const { components, totals, imports } = await imported('years.mizan', ...years);
    expect(components).toEqual({ all: 298, current: 244, noLongerPublished: 54 });
    expect(totals).toMatchObject(TOTALS);
    expect(imports.map(({ asAt, rows }) => [asAt, rows.read])).toEqual([
      ['2021-03-31', 184],
      ['2022-03-31', 235],
      ['2023-03-31', 244],
    ]);
    for (const year of years) await imported('turns.mizan', year);
    const checked = json(await run('check', 'turns.mizan', '--json'));
    expect(checked).toMatchObject({ ok: true, changes: 3, current: 244, noLongerPublished: 54, clashes: 0 });
  });

  test('a sentence on stdout, and nothing else', async () => {
    const ran = await run('import', dataPath('uk_gmpp_raw_2023.csv'), '--out', 'said.mizan');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out.trim().split('\n')).toHaveLength(1);
    expect(ran.out).toContain('244');
    expect(ran.out).toContain('£472');
  });

  test('check, and export as data and as a workbook', async () => {
    await imported('whole.mizan', 'uk_gmpp_raw_2023.csv');
    expect(json(await run('check', 'whole.mizan', '--json'))).toMatchObject({
      ok: true,
      changes: 1,
      records: { component: 244, source: 1 },
    });
    expect((await run('export', 'whole.mizan', '--out', 'whole.json')).code).toBe(0);
    const data = JSON.parse(readFileSync(at('whole.json'), 'utf8'));
    expect(data.portfolio).toHaveLength(244);
    expect(data.totals).toMatchObject({ both: 102, belowCost: 32 });
    expect((await run('export', 'whole.mizan', '--out', 'whole.xlsx')).code).toBe(0);
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(at('whole.xlsx')))))).toContain('xl/workbook.xml');
  });

  test.each(['en', 'ar'])(
    'a pack in %s: slides with native charts, a workbook, and pages where a browser is',
    async (lang) => {
      await imported(`pack-${lang}.mizan`, 'uk_gmpp_raw_2023.csv');
      const formats = findBrowser() ? 'pptx,pdf,xlsx' : 'pptx,xlsx';
      const ran = await run(
        'pack',
        `pack-${lang}.mizan`,
        '--out',
        `pack-${lang}`,
        '--lang',
        lang,
        '--formats',
        formats,
        '--json',
      );
      expect([ran.code, ran.err]).toEqual([0, '']);
      const made = readdirSync(at(`pack-${lang}`)).sort();
      expect(made).toEqual(
        formats
          .split(',')
          .map((format) => `pack-${lang}.${format}`)
          .sort(),
      );
      const parts = Object.keys(unzipSync(new Uint8Array(readFileSync(at(`pack-${lang}/pack-${lang}.pptx`)))));
      expect(parts.filter((part) => /^ppt\/charts\/chart[^/]*\.xml$/.test(part)).length).toBeGreaterThan(0);
      if (made.length === 3)
        expect(
          readFileSync(at(`pack-${lang}/pack-${lang}.pdf`))
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-');
    },
    120_000,
  );

  test('without a browser the pack is still written, and says what is not', async () => {
    await imported('bare.mizan', 'uk_gmpp_raw_2023.csv');
    const ran = await mizan(folder, ['pack', 'bare.mizan', '--out', 'bare'], undefined, {
      MIZAN_BROWSER: '/nowhere',
      PATH: '/nowhere',
    });
    expect(ran.code).toBe(0);
    expect(readdirSync(at('bare'))).toContain('pack-en.pptx');
    expect(existsSync(at('bare/pack-en.pdf')) || ran.out.includes('No PDF')).toBe(true);
  }, 120_000);
});

const HEADER = 'GMPP ID,Project name,Department,Whole life cost (£m)\n';
const BAD: readonly (readonly [name: string, make: (path: string) => void, code: string])[] = [
  ['empty.csv', (path) => writeFileSync(path, ''), 'intake.emptyFile'],
  ['spaces.csv', (path) => writeFileSync(path, ' \n \n'), 'intake.emptyFile'],
  ['picture.csv', (path) => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d', 'hex')), 'intake.notASheet'],
  [
    'binary.csv',
    (path) => writeFileSync(path, Buffer.from(Array.from({ length: 2_000 }, (_, i) => (i * 7_919) % 256))),
    'intake.notText',
  ],
  ['header.csv', (path) => writeFileSync(path, HEADER), 'intake.headerOnly'],
  ['twice.csv', (path) => writeFileSync(path, `${HEADER}A1,One,D,5\nA2,Two,D,5\nA1,Uno,D,5\n`), 'intake.twoRowsOneId'],
  ['totals.csv', (path) => writeFileSync(path, `${HEADER}A1,One,D,5\n,,,5\n`), 'intake.namelessRow'],
  ['quote.csv', (path) => writeFileSync(path, `${HEADER}A1,"One,D,5\nA2,Two,D,5\n`), 'intake.openQuote'],
  [
    'huge.csv',
    (path) => {
      writeFileSync(path, HEADER);
      truncateSync(path, 200 * 1024 * 1024);
    },
    'intake.tooLarge',
  ],
  [
    'bomb.xlsx',
    (path) => writeFileSync(path, zipSync({ '[Content_Types].xml': new Uint8Array(300 * 1024 * 1024) })),
    'sheet.bomb',
  ],
  ['not.xlsx', (path) => writeFileSync(path, zipSync({ 'a.txt': strToU8('x') })), 'sheet.notAWorkbook'],
  ['old.xls', (path) => writeFileSync(path, Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'intake.oldOffice'],
  ['folder.csv', (path) => mkdirSync(path), 'cli.noSuchFile'],
  ['missing.csv', () => undefined, 'cli.noSuchFile'],
];

describe('bad input is one sentence, an exit other than zero, and a book as it was', () => {
  beforeAll(async () => {
    writeFileSync(at('good.csv'), `${HEADER}A1,One,D,5\n`);
    expect((await run('import', 'good.csv', '--out', 'book.mizan', '--as-at', '2020-03-31')).code).toBe(0);
  });

  /** Refused twice: once for a person, once for a program. */
  async function refused(code: string, ...words: string[]) {
    const before = hashOf('book.mizan');
    const [said, ran] = await Promise.all([run(...words), run(...words, '--json')]);
    expect(said.code).toBe(1);
    expect(said.out).toBe('');
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(said.err).not.toMatch(/\{\{|undefined|Error:|\bat .*:\d+/);
    expect(ran.code).toBe(1);
    expect(json(ran)).toMatchObject({ ok: false, problem: { code } });
    expect(String(json(ran).sentence)).toBe(said.err.trim());
    expect(hashOf('book.mizan')).toBe(before);
    expect(readdirSync(folder).filter((name) => /\.(lock|tmp)$/.test(name))).toEqual([]);
  }

  test.each(BAD)('%s', async (name, make, code) => {
    make(at(name));
    await refused(code, 'import', name, '--out', 'book.mizan');
  });

  test('a good file before a bad one is not imported either', async () => {
    writeFileSync(at('next_2024.csv'), `${HEADER}A1,One,D,6\n`);
    writeFileSync(at('doubled_2025.csv'), `${HEADER}A1,One,D,5\nA1,Uno,D,5\n`);
    await refused('intake.twoRowsOneId', 'import', 'next_2024.csv', 'doubled_2025.csv', '--out', 'book.mizan');
  });

  test.each<[string, (book: Uint8Array) => Uint8Array, string]>([
    ['a flipped bit', (book) => Uint8Array.from(book, (byte, i) => (i === 200 ? byte ^ 1 : byte)), 'file.damaged'],
    ['an early end', (book) => book.subarray(0, book.length - 9), 'file.damaged'],
    ['something else', () => strToU8('PK not a book'), 'file.notMizan'],
    ['nothing', () => new Uint8Array(), 'file.empty'],
    [
      'a newer format',
      (book) => {
        const newer = Uint8Array.from(book);
        newer[11] = 9;
        newer.set(sha256Bytes(newer.subarray(0, newer.length - 32)), newer.length - 32);
        return newer;
      },
      'file.newerContainer',
    ],
    [
      'a book that unpacks past all bounds',
      () => wrap(zipSync({ 'log/0.jsonl': new Uint8Array(200 * 1024 * 1024) })),
      'file.tooMuchInside',
    ],
  ])('a book with %s', async (_, spoil, code) => {
    writeFileSync(at('spoiled.mizan'), spoil(new Uint8Array(readFileSync(at('book.mizan')))));
    const before = hashOf('spoiled.mizan');
    await refused(code, 'check', 'spoiled.mizan');
    const others = await Promise.all([
      run('import', 'good.csv', '--out', 'spoiled.mizan'),
      run('pack', 'spoiled.mizan', '--out', 'spoiled'),
      run('export', 'spoiled.mizan', '--out', 'spoiled.json'),
    ]);
    expect(others.map((ran) => [ran.code, ran.out])).toEqual([
      [1, ''],
      [1, ''],
      [1, ''],
    ]);
    expect(hashOf('spoiled.mizan')).toBe(before);
    expect(existsSync(at('spoiled'))).toBe(false);
  });

  test.each<[string, string[], string]>([
    ['no file', ['import', '--out', 'book.mizan'], 'cli.noFile'],
    ['no place to write', ['import', 'good.csv'], 'cli.noOut'],
    ['a date that is none', ['import', 'good.csv', '--out', 'book.mizan', '--as-at', '2023-02-30'], 'cli.badDate'],
    ['a folder that is not there', ['import', 'good.csv', '--out', 'nowhere/book.mizan'], 'cli.noFolder'],
    ['a place that is a folder', ['export', 'book.mizan', '--out', 'folder.json'], 'cli.isFolder'],
    ['a format nobody has', ['pack', 'book.mizan', '--out', 'p', '--formats', 'pptx,odp'], 'cli.badFormat'],
    ['a language nobody has', ['pack', 'book.mizan', '--out', 'p', '--lang', 'fr'], 'cli.badLanguage'],
    ['an export of no kind', ['export', 'book.mizan', '--out', 'x.doc'], 'cli.exportKind'],
    ['no book', ['check', 'none.mizan'], 'cli.noSuchFile'],
    ['an option nobody has', ['check', 'book.mizan', '--colour'], 'cli.failed'],
  ])('%s', async (_, words, code) => {
    mkdirSync(at('folder.json'), { recursive: true });
    await refused(code, ...words);
  });

  test('an unknown command shows the usage and fails; none, or help, shows it and does not', async () => {
    const unknown = await run('frobnicate');
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('Usage: mizan');
    expect((await run('help')).code).toBe(0);
    expect((await run()).code).toBe(0);
  });
});
