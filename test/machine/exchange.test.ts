// The desk on the machine, with a folder of the disk: it writes its own file there, sees a colleague's, keeps backups.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook, writeBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { aChange } from '#test/kit/history.ts';
import { answerOpen, newFolder, removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
const folder = newFolder();
const shared = join(folder, 'Team');
beforeAll(async () => {
  mkdirSync(shared);
  started = await startProgram(folder);
});
afterAll(async () => {
  await started.program.close();
  removeFolder(folder);
});

const bookFiles = () => readdirSync(shared).filter((name) => name.endsWith('.mizan'));
const line = () => started.page.getByRole('region', { name: 'New in the shared folder' });

test('a folder of the disk is chosen, written to, looked at, and known again after a restart', async () => {
  const { page } = started;
  await page.getByRole('button', { name: /Open the sample|افتح العيّنة/ }).click();
  await page.getByRole('grid').waitFor();
  await answerOpen(started, shared);
  await page.locator('header button').first().click();
  await page.getByRole('menuitem', { name: 'Shared folder…' }).click();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect.poll(bookFiles, { timeout: 20_000 }).toHaveLength(1);
  const [own = ''] = bookFiles();
  const mine = must(readBook(new Uint8Array(readFileSync(join(shared, own)))));
  await page.getByRole('dialog').getByText('this laptop’s own').waitFor();
  await page.keyboard.press('Escape');

  // what a sync tool leaves at first, then the whole of it: said, and nothing applied
  const bytes = writeBook({
    book: mine.book,
    changes: [...mine.changes, { ...aChange('colleague', [{}]), by: 'Omar' }],
  });
  writeFileSync(join(shared, 'Omar.mizan'), bytes.subarray(0, 3_000));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.waitForTimeout(1_500);
  expect(await line().count()).toBe(0);
  writeFileSync(join(shared, 'Omar.mizan'), bytes);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => line().textContent(), { timeout: 20_000 }).toContain('From Omar: 1 new change');
  expect(must(readBook(new Uint8Array(readFileSync(join(shared, own))))).changes).toHaveLength(mine.changes.length);

  await started.program.close();
  started = await startProgram(folder);
  await expect.poll(() => line().textContent(), { timeout: 20_000 }).toContain('From Omar: 1 new change');
  await line().getByRole('button', { name: 'Look' }).click();
  await started.page.getByRole('button', { name: 'Merge', exact: true }).click();
  // taken, and told to the others by our own file
  const held = () => must(readBook(new Uint8Array(readFileSync(join(shared, own))))).changes.length;
  await expect.poll(held, { timeout: 20_000 }).toBe(mine.changes.length + 1);
  expect(bookFiles().sort()).toEqual(['Omar.mizan', own].sort());
  expect(readFileSync(join(shared, 'Omar.mizan')).equals(Buffer.from(bytes))).toBe(true);
});

test('a backup lies in the program’s own folder, whole', async () => {
  const { page } = started;
  await page.locator('header button').first().click();
  await page.getByRole('menuitem', { name: 'Backups…' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText(/^Backup made:/).waitFor();
  const [book = ''] = readdirSync(join(folder, 'backups'));
  const [name = ''] = readdirSync(join(folder, 'backups', book));
  const kept = must(readBook(new Uint8Array(readFileSync(join(folder, 'backups', book, name)))));
  expect(kept.book).toBe(book);
  expect(kept.changes.map(({ by }) => by)).toContain('Omar');
  expect(existsSync(join(shared, name))).toBe(false);
});
