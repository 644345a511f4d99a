// The main job on the desktop's own bundles: the sample opened, the pack saved in all its formats, the book saved twice.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook } from '#shared/file/body.ts';
import { lacks } from '#test/kit/lacks.ts';
import { answerSave, removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
beforeAll(async () => {
  started = await startProgram();
  const { page } = started;
  await page.evaluate(() => localStorage.setItem('mizan-prefs', JSON.stringify({ language: 'en', theme: 'light' })));
  await page.reload();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('grid').waitFor();
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

const noPdftotext = lacks('pdftotext');

test('the pack leaves as slides, pages and a workbook', async () => {
  const { page, folder } = started;
  await page.getByRole('link', { name: 'Pack' }).click();
  await page.locator('iframe').waitFor();
  for (const [button, ending, start] of [
    ['PowerPoint', 'pptx', 'PK'],
    ['PDF', 'pdf', '%P'],
    ['Excel', 'xlsx', 'PK'],
  ] as const) {
    const path = join(folder, `pack.${ending}`);
    await answerSave(started, path);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe(start);
  }
});

test.skipIf(noPdftotext)('the pages hold the figures as text', () => {
  const text = execFileSync('pdftotext', ['-layout', join(started.folder, 'pack.pdf'), '-'], { encoding: 'utf8' });
  expect(text).toContain('244 components: 193 state a whole-life cost (£472 bn)');
});

test('the book is saved to a file, and again to the same place without asking', async () => {
  const { page, folder } = started;
  const path = join(folder, 'book.mizan');
  await answerSave(started, path);
  const saveNow = async () => {
    await page.getByRole('button', { name: /^UK major projects 2023/ }).click();
    await page.getByRole('menuitem', { name: 'Save to a file' }).click();
  };
  const changes = () => {
    const read = existsSync(path) ? readBook(new Uint8Array(readFileSync(path))) : undefined;
    return read?.ok ? read.value.changes.length : 0;
  };
  await saveNow();
  await expect.poll(changes).toBeGreaterThan(0);
  const before = changes();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Name of the book').fill('UK major projects 2023, reviewed');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /reviewed/ }).waitFor();
  await answerSave(started, join(folder, 'elsewhere.mizan'));
  await saveNow();
  // the same file, with the one change more
  await expect.poll(changes).toBe(before + 1);
  expect(existsSync(join(folder, 'elsewhere.mizan'))).toBe(false);
  expect(existsSync(`${path}.bak`)).toBe(true);
});
