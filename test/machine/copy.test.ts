// `mizan copy` as a person runs it: a part of the book, without money, and what a colleague's file lacks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook, writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { openSample } from '#test/kit/sample.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
let folder = '';
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  const { open } = await openSample();
  const changes = (await open.store.readSince(0)).map(({ change }) => change);
  writeFileSync(join(folder, 'book.mizan'), writeBook({ book: BOOK, changes }));
  writeFileSync(join(folder, 'early.mizan'), writeBook({ book: BOOK, changes: changes.slice(0, 12) }));
});
afterAll(() => removeFolder(folder));

const json = async (...args: string[]) => {
  const ran = await mizan(folder, [...args, '--json']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out);
};
const refusal = async (...args: string[]) => {
  const ran = await mizan(folder, args);
  expect(ran.code).toBe(1);
  return ran.err.trim();
};
const read = (file: string) => must(readBook(new Uint8Array(readFileSync(join(folder, file)))));

test('a programme without money says what it carries and withholds, evaluates honestly, and merges back to the whole', async () => {
  const made = await json(
    'copy',
    'book.mizan',
    '--component',
    'Universal Credit Programme',
    '--withhold',
    'money',
    '--out',
    'part.mizan',
  );
  expect(made.records).toBeLessThan(made.all);
  expect(made.withheld.records.component).toBeGreaterThan(200);
  const checked = await mizan(folder, ['check', 'part.mizan']);
  expect(checked.out).toMatch(/is sound.*\nThis copy does not carry the whole book\. Withheld: \d+ records/);
  const evaluated = await mizan(folder, ['evaluate', 'part.mizan']);
  expect(evaluated.out).toContain('money withheld in this copy');
  expect(evaluated.out).not.toContain('£');
  const merged = await json('merge', 'part.mizan', 'book.mizan', '--out', 'all.mizan');
  expect(merged.withheld).toEqual({ records: {}, fields: 0, fieldsOfRecords: 0 });
  expect(await json('diff', 'all.mizan', 'book.mizan')).toMatchObject({ onlyFirst: [], onlySecond: [], records: [] });
  expect(read('all.mizan').holding).toBeUndefined();
});

test('a pack pressed from a part says so on its method page', async () => {
  await json('copy', 'book.mizan', '--withhold', 'remarks', '--out', 'bare.mizan');
  const packed = await mizan(folder, ['pack', 'bare.mizan', '--out', '.', '--formats', 'pptx']);
  expect(packed.code).toBe(0);
  const { unzipSync, strFromU8 } = await import('fflate');
  const slides = unzipSync(new Uint8Array(readFileSync(join(folder, 'pack-en.pptx'))));
  const said = Object.entries(slides).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
  expect(said.some(([, xml]) => strFromU8(xml).includes('This copy does not carry the whole book'))).toBe(true);
});

test('what a colleague lacks makes their copy whole, and is not taken for a book', async () => {
  const made = await json('copy', 'book.mizan', '--since', 'early.mizan', '--out', 'later.mizan');
  expect(made.changes).toBe(read('book.mizan').changes.length - 12);
  expect(await refusal('check', 'later.mizan')).toMatch(/holds only the changes since another copy/);
  await json('merge', 'early.mizan', 'later.mizan', '--out', 'made.mizan');
  expect(await json('diff', 'made.mizan', 'book.mizan')).toMatchObject({ onlyFirst: [], onlySecond: [] });
});

test.each([
  [['--out', 'x.mizan'], /Say where the copy goes/],
  [['--component', 'Nowhere', '--out', 'x.mizan'], /No record is called “Nowhere”/],
  [['--withhold', 'secrets', '--out', 'x.mizan'], /“secrets” is no profile/],
  [['--since', 'book.mizan', '--out', 'x.mizan'], /has every change of this book already/],
  [['--since', 'book.mizan', '--withhold', 'money', '--out', 'x.mizan'], /goes alone/],
])('refused in words: %j', async (args, said) => {
  expect(await refusal('copy', 'book.mizan', ...args)).toMatch(said);
});
