// Backups through the real door: written whole, read back, rolled by date, and never one book's under another's name.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupName } from '#shared/kit/rolling.ts';
import { removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
beforeAll(async () => {
  started = await startProgram();
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

const BOOK = 'AbCdEfGhIjKlMnOpQrStUv';
const folder = () => join(started.folder, 'backups', BOOK);
const keep = (text: string, book = BOOK) =>
  started.page.evaluate(([id, said]) => window.bridge.keepBackup({ book: id, bytes: new TextEncoder().encode(said) }), [
    book,
    text,
  ] as const);
const list = (book?: string) =>
  started.page.evaluate((id) => window.bridge.listBackups(id === undefined ? {} : { book: id }), book);
const read = (name: string, book = BOOK) =>
  started.page.evaluate(
    async ([id, file]) => {
      const outcome = await window.bridge.readBackup({ book: id, name: file });
      return outcome.ok ? new TextDecoder().decode(outcome.value.bytes) : outcome;
    },
    [book, name] as const,
  );

test('none at first; one that was kept is listed and read back', async () => {
  expect(await list(BOOK)).toEqual({ ok: true, value: [] });
  expect(await list()).toEqual({ ok: true, value: [] });
  const kept = await keep('first');
  expect(kept).toMatchObject({ ok: true, value: { book: BOOK, size: 5 } });
  expect(JSON.stringify(kept)).not.toContain(started.folder);
  const name = kept.ok ? kept.value.name : '';
  expect(readFileSync(join(folder(), name), 'utf8')).toBe('first');
  expect(await list(BOOK)).toEqual({ ok: true, value: [kept.ok && kept.value] });
  expect(await read(name)).toBe('first');
  expect(await read(name, 'another')).toMatchObject({ problem: { code: 'bridge.fileGone' } });
});

test('two at once take each a name of their own; two books do not mix', async () => {
  await Promise.all([keep('second'), keep('third')]);
  await keep('theirs', 'another');
  const mine = await list(BOOK);
  expect(mine.ok && mine.value.length).toBe(3);
  const all = await list();
  expect(all.ok && all.value.map(({ book }) => book).sort()).toEqual([BOOK, BOOK, BOOK, 'another']);
});

test('older ones roll away, what is none of ours stays', async () => {
  const now = Date.now();
  mkdirSync(folder(), { recursive: true });
  for (let hour = 1; hour <= 40; hour++)
    writeFileSync(join(folder(), backupName(now - hour * 3_600_000)), `${hour} hours ago`);
  for (const days of [5, 5.1, 20, 30, 300])
    writeFileSync(join(folder(), backupName(now - days * 86_400_000)), `${days} days ago`);
  writeFileSync(join(folder(), 'notes.txt'), 'mine');
  const kept = await keep('newest');
  const listed = await list(BOOK);
  const moments = listed.ok ? listed.value.map(({ at }) => at) : [];
  expect(moments[0]).toBe(kept.ok && kept.value.at);
  expect(moments.length).toBeGreaterThanOrEqual(10);
  expect(moments.length).toBeLessThanOrEqual(32);
  const ages = moments.map((at) => Math.round((now - at) / 8_640_000) / 10);
  expect(ages).toEqual(expect.arrayContaining([5, 20, 30]));
  expect(ages).not.toContain(300);
  expect(readdirSync(folder())).toContain('notes.txt');
});

test('one that does not read back as it was written is not kept, and rolls nothing away', async () => {
  const before = readdirSync(folder());
  await started.program.evaluate(() => {
    const fs = process.getBuiltinModule('node:fs/promises');
    const modules = process.getBuiltinModule('node:module');
    const { rename } = fs;
    Object.assign(fs, {
      rename: async (from: string, to: string) => {
        await fs.writeFile(from, 'bent on its way');
        await rename(from, to);
      },
    });
    modules.syncBuiltinESMExports();
    Object.assign(globalThis, {
      release: () => {
        Object.assign(fs, { rename });
        modules.syncBuiltinESMExports();
      },
    });
  }, null);
  expect(await keep('good')).toEqual({ ok: false, problem: { code: 'bridge.notVerified' } });
  await started.program.evaluate(() => (globalThis as unknown as { release: () => void }).release(), null);
  expect(readdirSync(folder())).toEqual(before);
});

test('where there is no room for the folder it is told, and nothing breaks', async () => {
  writeFileSync(join(started.folder, 'backups', 'blocked'), 'a file where a folder should be');
  expect(await keep('x', 'blocked')).toMatchObject({ ok: false });
  expect(await list('blocked')).toEqual({ ok: true, value: [] });
  expect(existsSync(join(started.folder, 'backups', 'blocked'))).toBe(true);
});
