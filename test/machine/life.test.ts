// What outlives a run, and files handed over from outside: at the start, by a second start, by the dock.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFolder, removeFolder, startProgram } from './program.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => removeFolder(folder));

const keep = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('life-test', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('s').put('kept', 'k');
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('life-test', 1);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('s').objectStore('s').get('k');
          reading.onsuccess = () => done(reading.result);
        };
      }),
  );
test("the page's data and the window's place survive a restart", async () => {
  const first = await startProgram(folder);
  await keep(first.page);
  await first.program.evaluate(({ BrowserWindow }) => {
    Object.assign(BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {}, {
      x: 20,
      y: 30,
      width: 1000,
      height: 700,
    });
  }, null);
  await first.program.close();
  const second = await startProgram(folder);
  expect(await kept(second.page)).toBe('kept');
  const bounds = await second.program.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    null,
  );
  expect(bounds).toEqual({ x: 20, y: 30, width: 1000, height: 700 });
  await second.page.reload();
  expect(await second.page.evaluate(() => typeof window.bridge.saveFile)).toBe('function');
  await second.program.close();
});

const GOLDEN = 'container-1.mizan';

test('files from outside reach the page, those that came before it listened too', async () => {
  const path = (name: string) => join(folder, name);
  for (const name of ['first.mizan', 'second.mizan', 'third.mizan']) writeFileSync(path(name), name);
  writeFileSync(path('other.txt'), 'not ours');
  const { page, program } = await startProgram(folder, ['--switch=x.mizan', path('other.txt'), path('first.mizan')]);
  const said = () => page.getByRole('alert').textContent();
  const hand = (file: string) =>
    program.evaluate(({ app }, given) => app.emit('open-file', { preventDefault() {} }, given), file);
  await expect.poll(said).toMatch(/first\.mizan: This is not a Mizan book/);
  await program.evaluate(({ app }, [words, place]) => app.emit('second-instance', {}, ['mizan', ...words], place), [
    ['--flag', 'second.mizan'],
    folder,
  ] as const);
  await expect.poll(said).toContain('second.mizan');
  await hand(path('third.mizan'));
  await expect.poll(said).toContain('third.mizan');
  await hand(path('gone.mizan'));
  await expect.poll(said).toContain('no longer where it was');
  await hand(join(import.meta.dirname, '../golden', GOLDEN));
  await expect.poll(() => page.getByRole('grid').count()).toBe(1);
  await program.close();
});
