// What only the file has to stand: other programs, locks left behind, and a power cut in the middle of writing.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openFileStore } from '#electron/cli/store.ts';
import { readBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { byChance, SEED, times } from '#test/kit/chance.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { seeded } from '#test/kit/context.ts';
import { aChange } from '#test/kit/history.ts';

let folder = '';
let book = '';
beforeAll(buildCli);
beforeEach(() => {
  folder = newFolder();
  book = join(folder, 'book.mizan');
});
afterEach(() => removeFolder(folder));

const table = (name: string, rows: number) => {
  const lines = Array.from({ length: rows }, (_, i) => `${name}-${i},${name} project ${i},${i}.5`);
  writeFileSync(join(folder, `${name}.csv`), `id,project name,whole life cost (£m)\n${lines.join('\n')}\n`);
  return `${name}.csv`;
};
const changes = () => must(readBook(readFileSync(book))).changes;
const add = (id: string) => must(openFileStore(book, true)).append(0, () => [aChange(id, [{}])], 1);

test('programs that import at the same moment all get their change in', async () => {
  const files = ['a', 'b', 'c', 'd'].map((name) => table(name, 20));
  const ran = await Promise.all(files.map((file) => mizan(folder, ['import', file, '--out', 'book.mizan'])));
  expect(ran.map(({ code, err }) => `${code}${err}`)).toEqual(['0', '0', '0', '0']);
  expect(changes()).toHaveLength(4);
  expect(new Set(changes().map(({ at }) => at.join())).size).toBe(4);
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv', 'book.mizan', 'c.csv', 'd.csv']);
});

describe('a lock', () => {
  test('of a program that has ended is taken over at once', async () => {
    writeFileSync(`${book}.lock`, `999999999 abc ${hostname()}`);
    await add('a');
    expect(existsSync(`${book}.lock`)).toBe(false);
  });

  test.each(['', '999999999', '999999999 ab'])(
    'cut short to %j by a kill is taken over after a moment',
    async (start) => {
      writeFileSync(`${book}.lock`, start);
      await add('a');
      expect(changes()).toHaveLength(1);
    },
  );

  test('that is old is taken over, wherever it came from', async () => {
    writeFileSync(`${book}.lock`, '1 abc another-laptop');
    utimesSync(`${book}.lock`, 1, 1);
    await add('a');
    expect(changes()).toHaveLength(1);
  });

  test('that a living program holds is waited for', async () => {
    const mark = `${book}.lock`;
    writeFileSync(mark, `1 abc another-laptop`);
    let written = false;
    const waiting = add('a').then(() => {
      written = true;
    });
    await new Promise((later) => setTimeout(later, 150));
    expect(written).toBe(false);
    utimesSync(mark, 1, 1);
    await waiting;
    expect(written).toBe(true);
  });

  test('left by many at once is taken over by one after the other, none of whom loses a write', async () => {
    writeFileSync(`${book}.lock`, '1 abc another-laptop');
    utimesSync(`${book}.lock`, 1, 1);
    await Promise.all(Array.from({ length: 10 }, (_, i) => add(`w${i}`)));
    expect(changes()).toHaveLength(10);
  });
});

test(
  byChance('a power cut at any moment leaves the old book or the new one, and no lock that stays'),
  async () => {
    const chance = seeded(SEED);
    const file = table('big', 400);
    await mizan(folder, ['import', file, '--out', 'book.mizan']);
    const started = performance.now();
    await mizan(folder, ['import', file, '--out', 'book.mizan']);
    const wholeMs = performance.now() - started;
    let held = changes().length;
    let cut = 0;
    for (let i = 0; i < times(20, 200); i++) {
      // most of the run is starting up: the cuts fall where the writing is
      const ran = await mizan(folder, ['import', file, '--out', 'book.mizan'], wholeMs * (0.5 + chance() * 0.55));
      const now = changes().length;
      expect(now === held || now === held + 1).toBe(true);
      if (ran.code === 0) expect(now).toBe(held + 1);
      else cut++;
      held = now;
    }
    expect(cut).toBeGreaterThan(0);
    expect((await mizan(folder, ['import', file, '--out', 'book.mizan'])).code).toBe(0);
    expect(changes()).toHaveLength(held + 1);
  },
  times(60_000, 600_000),
);

test('the file keeps its mode when it is replaced', async () => {
  await add('a');
  chmodSync(book, 0o664);
  await must(openFileStore(book, false)).append(1, () => [aChange('b', [{}])], 1);
  expect(statSync(book).mode & 0o777).toBe(0o664);
});

test('a book another program replaced is read anew, not from memory', async () => {
  const mine = must(openFileStore(book, true));
  await mine.append(0, () => [aChange('a', [{}])], 1);
  await add('b');
  expect((await mine.readSince(1)).map(({ change }) => change.id)).toEqual(['b']);
});

test('a file that is no book is refused and left as it is', () => {
  writeFileSync(book, 'not a book');
  expect(openFileStore(book, true)).toMatchObject({ ok: false, problem: { code: 'file.notMizan' } });
  expect(readFileSync(book, 'utf8')).toBe('not a book');
  expect(openFileStore(join(folder, 'none.mizan'), false)).toMatchObject({
    ok: false,
    problem: { code: 'cli.noSuchFile' },
  });
});
