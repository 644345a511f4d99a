// The kept first screen: there at once and gone when the desk stands; never shown for a book that changed since.
import { expect, type Page, test } from '@playwright/test';
import { editCell, grid, openSample, rowOf } from './kit.ts';

/** What the page's first script put up, noted the moment it appears. */
async function watchFirst(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window.top !== window) return;
    new MutationObserver(() => {
      const first = document.getElementById('first');
      if (first) Object.assign(window, { first: first.textContent ?? '' });
    }).observe(document, { childList: true, subtree: true });
  });
}
const firstText = (page: Page) => page.evaluate(() => (window as { first?: string }).first);
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('mizan-book-'));
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(names[0] ?? '');
      request.onsuccess = () => resolve(request.result);
    });
    const screen = await new Promise<{ value: { html: string } } | undefined>((resolve) => {
      const request = db.transaction('meta').objectStore('meta').get('screen');
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return screen?.value.html ?? '';
  });

test('the last screen is there before the desk, and makes way for it', async ({ page }) => {
  await watchFirst(page);
  await openSample(page);
  expect(await firstText(page)).toBeUndefined();
  await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought class');
  await expect(rowOf(page, 'Dreadnought class')).toBeVisible();
  await expect.poll(() => kept(page)).toContain('Dreadnought class');
  await page.reload();
  await expect(grid(page)).toBeVisible();
  expect(await firstText(page)).toContain('Dreadnought class');
  await expect(page.locator('#first')).toHaveCount(0);
});

test('a screen drawn before the last change is not shown', async ({ page }) => {
  await watchFirst(page);
  await openSample(page);
  await expect.poll(() => kept(page)).toContain('DREADNOUGHT');
  const changed = editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought class');
  await changed;
  await expect(rowOf(page, 'Dreadnought class')).toBeVisible();
  // gone before the desk was idle enough to keep the new screen
  await page.reload();
  await expect(rowOf(page, 'Dreadnought class')).toBeVisible();
  expect((await firstText(page)) ?? '').not.toContain('DREADNOUGHT');
});
