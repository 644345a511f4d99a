// The command line on a book of a newer version: every command that reads it does its work, and the file stays as it was.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook, writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { ODD_VALUES, oddChange } from '#test/kit/odd.ts';
import { openSample } from '#test/kit/sample.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
let folder = '';
let written: Uint8Array;
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  const { open } = await openSample();
  const changes = (await open.store.readSince(0)).map(({ change }) => change);
  const odd = ODD_VALUES.slice(0, 3).map((value) => oddChange(changes, value));
  // three newer laptops, each with odd values of its own, in the same records
  const all = [...changes, ...odd.map((change, i) => ({ ...change, id: change.id.replace(/^./, String(i)) as never }))];
  writeFileSync(join(folder, 'mine.mizan'), writeBook({ book: BOOK, changes }));
  written = writeBook({ book: BOOK, changes: all });
  writeFileSync(join(folder, 'newer.mizan'), written);
}, 60_000);
afterAll(() => removeFolder(folder));

test.each([
  [['pack', 'newer.mizan', '--out', 'pack', '--formats', 'pptx,xlsx']],
  [['pack', 'newer.mizan', '--out', 'pack', '--formats', 'xlsx', '--lang', 'ar']],
  [['evaluate', 'newer.mizan']],
  [['rights', 'newer.mizan']],
  [['decisions', 'newer.mizan']],
  [['map', 'newer.mizan']],
  [['check', 'newer.mizan']],
  [['log', 'newer.mizan']],
  [['log', 'newer.mizan', '--out', 'trail.xlsx']],
  [['diff', 'mine.mizan', 'newer.mizan']],
  [['export', 'newer.mizan', '--out', 'export.xlsx']],
])(
  '%j',
  async (words) => {
    const { code, out, err } = await mizan(folder, words);
    expect(`${code} ${err}`).toBe('0 ');
    expect(out).toMatch(/\S/);
    expect(Buffer.from(written).equals(readFileSync(join(folder, 'newer.mizan')))).toBe(true);
  },
  60_000,
);

test('a merge keeps it all and says what comes from the newer version', async () => {
  const { code, out } = await mizan(folder, ['merge', 'mine.mizan', 'newer.mizan', '--out', 'merged.mizan']);
  expect(code).toBe(0);
  expect(out).toContain('From a newer version of Mizan, kept and carried and not shown: 3 records');
  expect(out).toContain('Records of the kind “ritual”: 3 records');
  expect(must(readBook(readFileSync(join(folder, 'merged.mizan')))).changes).toHaveLength(
    must(readBook(written)).changes.length,
  );
}, 60_000);
