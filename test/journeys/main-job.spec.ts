// The main job: first run, the sample, filter, edit, undo, and the pack's files in hand.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startBrowser } from './browser.ts';
import { editCell, grid, openSample, rowOf, typeInto } from './kit.ts';

test('first run → sample → filter → edit → undo → pack downloads', async ({ page }) => {
  const errors = await openSample(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '110 of 244 components state a benefit: £729 bn against £472 bn whole-life cost of the portfolio; 32 cost more than they return.',
  );
  await page.getByRole('textbox', { name: 'Find in the list' }).fill('crossrail');
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByText('1 of 244 shown')).toBeVisible();

  const cost = rowOf(page, 'Crossrail Programme').getByRole('gridcell').nth(2);
  await expect(cost).toHaveText('18,815');
  await typeInto(cost, 'not a number');
  await expect(page.getByRole('alert').filter({ hasText: 'not an amount' })).toBeVisible();
  await expect(cost.getByRole('textbox')).toHaveValue('not a number');
  await page.keyboard.press('Escape');
  await editCell(cost, '£20,000.50');
  await expect(cost).toHaveText('20,000.5');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('33 cost more');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cost).toHaveText('18,815');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(cost).toHaveText('20,000.5');
  await page.keyboard.press('Control+z');
  await expect(cost).toHaveText('18,815');

  await page.getByRole('link', { name: 'Pack' }).click();
  await expect(page.locator('iframe')).toBeVisible();
  for (const [button, ending, start] of [
    ['PowerPoint', 'pptx', 'PK'],
    ['Excel', 'xlsx', 'PK'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`UK major projects 2023 en.${ending}`);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe(start);
    expect(bytes.length).toBeGreaterThan(20_000);
  }
  expect(errors).toEqual([]);
});

test('reload keeps everything, and the figures stand there at once', async ({ page }) => {
  await openSample(page);
  const name = rowOf(page, 'DREADNOUGHT').getByRole('rowheader');
  await editCell(name, 'Dreadnought submarines');
  await expect(rowOf(page, 'Dreadnought submarines')).toBeVisible();
  await page.reload();
  await expect(rowOf(page, 'Dreadnought submarines')).toBeVisible();
  await rowOf(page, 'Dreadnought submarines').getByRole('rowheader').click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Edited' }).first()).toContainText(
    'Dreadnought submarines',
  );
});

test('a browser killed in the middle of an edit loses nothing that was shown as saved', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'mizan-killed-'));
  const cost = (where: Page, name: string) => rowOf(where, name).getByRole('gridcell').nth(2);
  const first = await startBrowser(profile);
  await openSample(first.page, 'en', baseURL);
  await editCell(cost(first.page, 'Crossrail Programme'), '18,900');
  await expect(cost(first.page, 'Crossrail Programme')).toHaveText('18,900');
  // typed but not kept when the browser dies
  await cost(first.page, 'DREADNOUGHT').dblclick();
  await cost(first.page, 'DREADNOUGHT').getByRole('textbox').fill('1');
  await first.kill();
  const second = await startBrowser(profile);
  await second.page.goto(baseURL ?? '');
  await expect(cost(second.page, 'Crossrail Programme')).toHaveText('18,900');
  await expect(cost(second.page, 'DREADNOUGHT')).toHaveText('33,989');
  await second.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('two windows of one book edit at once: neither loses a write, both see both', async ({ page, context }) => {
  await openSample(page);
  const second = await context.newPage();
  await second.goto('/');
  await expect(grid(second)).toBeVisible();
  const organisation = (where: typeof page, name: string) => rowOf(where, name).getByRole('gridcell').nth(6);
  await Promise.all([
    editCell(organisation(page, 'DREADNOUGHT'), 'Navy'),
    editCell(organisation(second, 'Crossrail Programme'), 'TfL'),
  ]);
  for (const where of [page, second]) {
    await expect(organisation(where, 'DREADNOUGHT')).toHaveText('Navy');
    await expect(organisation(where, 'Crossrail Programme')).toHaveText('TfL');
  }
});
