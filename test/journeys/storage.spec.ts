// A browser that keeps nothing, a disk that is full: said at once, and nothing shown as saved that is not.
import { expect, test } from '@playwright/test';
import { editCell, expectAccessible, firstRun, openSample, rowOf, typeInto } from './kit.ts';

test('IndexedDB blocked: said at once, with the remedy', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => ({
        open: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    });
  });
  await firstRun(page);
  await expect(page.getByRole('alert')).toContainText('does not let Mizan keep a book on this laptop');
});

test('disk full in the middle of work: the edit stays, marked not saved, and is kept once there is room', async ({
  page,
}) => {
  await openSample(page);
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    Object.assign(window, { full: true });
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
      if ((window as unknown as { full: boolean }).full && this.name === 'log')
        throw new DOMException('no room', 'QuotaExceededError');
      return add.apply(this, args);
    };
  });
  const name = rowOf(page, 'DREADNOUGHT').getByRole('rowheader');
  await typeInto(name, 'Dreadnought');
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved: the disk is full' }).first()).toBeVisible();
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await expect(name.getByRole('textbox')).toHaveValue('Dreadnought');
  await page.keyboard.press('Escape');
  // a copy in a file holds the edit that this laptop could not keep
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.mizan$/);
  await page.evaluate(() => Object.assign(window, { full: false }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rowOf(page, 'Dreadnought')).toBeVisible();
  await expect(page.getByText('Not saved', { exact: true })).toHaveCount(0);
});

test('a book saved to a file opens on another laptop with everything in it', async ({ page, browser }) => {
  await openSample(page);
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought class');
  await expect(rowOf(page, 'Dreadnought class')).toBeVisible();
  await page.getByRole('button', { name: /^UK major projects 2023/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save to a file' }).click(),
  ]);
  const file = await download.path();

  const elsewhere = await (await browser.newContext()).newPage();
  await firstRun(elsewhere);
  const [chooser] = await Promise.all([
    elsewhere.waitForEvent('filechooser'),
    elsewhere.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles({
    name: 'book.mizan',
    mimeType: 'application/x-mizan',
    buffer: (await import('node:fs')).readFileSync(file),
  });
  await expect(rowOf(elsewhere, 'Dreadnought class')).toBeVisible();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('110 of 244');

  const damaged = Buffer.from((await import('node:fs')).readFileSync(file));
  damaged[500] = (damaged[500] ?? 0) ^ 1;
  const third = await (await browser.newContext()).newPage();
  await firstRun(third);
  const [again] = await Promise.all([
    third.waitForEvent('filechooser'),
    third.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await again.setFiles({ name: 'book.mizan', mimeType: 'application/x-mizan', buffer: damaged });
  await expect(third.getByRole('alert').filter({ hasText: 'This book is damaged' })).toBeVisible();
});

for (const language of ['en', 'ar'] as const)
  test(`a book that has gone on for long without a file says so, until it is saved to one (${language})`, async ({
    page,
  }) => {
    const words = {
      en: {
        start: 'Start a new book',
        name: 'Name of the book',
        line: 'A copy is due',
        never: /was never saved/,
        save: 'Save to a file',
      },
      ar: {
        start: 'ابدأ دفتراً جديداً',
        name: 'اسم الدفتر',
        line: 'حان وقت حفظ نسخة',
        never: /لم يُحفظ الدفتر في ملف قط/,
        save: 'حفظ في ملف',
      },
    }[language];
    await page.clock.setFixedTime(new Date('2026-03-02T08:00:00Z'));
    await firstRun(page, language);
    await page.getByRole('button', { name: words.start }).click();
    await page.getByLabel(words.name).fill('Health 2030');
    await page.keyboard.press('Enter');
    await expect(page.locator('header').getByText('Health 2030')).toBeVisible();
    const line = page.getByRole('region', { name: words.line });
    await page.waitForTimeout(1_500);
    await expect(line).toHaveCount(0);
    // eight days later
    await page.clock.setFixedTime(new Date('2026-03-10T09:00:00Z'));
    await page.reload();
    await expect(line).toContainText(words.never);
    await expectAccessible(page, 'a copy is due');
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      line.getByRole('button', { name: words.save }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.mizan$/);
    await expect(line).toHaveCount(0);
    await page.reload();
    await expect(page.locator('header').getByText('Health 2030')).toBeVisible();
    await page.waitForTimeout(1_500);
    await expect(line).toHaveCount(0);
  });
