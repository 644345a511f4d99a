// A copy sealed with a passphrase: saved by keyboard, refused with a wrong one, opened with the right one on another laptop.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { isSealed } from '#shared/file/container.ts';
import { expectAccessible, firstRun, openSample, rowOf } from './kit.ts';

const WORDS = {
  en: {
    book: /^UK major projects 2023/,
    save: 'Save a copy with a passphrase…',
    passphrase: 'Passphrase',
    again: 'The same passphrase again',
    keep: 'Save the sealed copy',
    short: /at least 12 characters/,
    differ: /not the same/,
    welcome: 'Open a file',
    open: 'Open',
    wrong: /does not open this book/,
  },
  ar: {
    book: /^المشاريع البريطانية الكبرى/,
    save: 'حفظ نسخة بعبارة مرور…',
    passphrase: 'عبارة المرور',
    again: 'عبارة المرور نفسها مرة أخرى',
    keep: 'احفظ النسخة المختومة',
    short: /على الأقل/,
    differ: /غير متطابقتين/,
    welcome: 'افتح ملفاً',
    open: 'افتح',
    wrong: /لا تفتح هذا الدفتر/,
  },
} as const;
const PASSPHRASE = 'قصر river seven lamp';

for (const language of ['en', 'ar'] as const)
  test(`a sealed copy travels: wrong and right passphrase (${language})`, async ({ page, browser }) => {
    const words = WORDS[language];
    await openSample(page, language);
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.getByRole('button', { name: words.book }).click();
    await page.getByRole('menuitem', { name: words.save }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.passphrase, { exact: true }).fill('short');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(words.short)).toBeVisible();
    await dialog.getByLabel(words.passphrase, { exact: true }).fill(PASSPHRASE);
    await dialog.getByLabel(words.again).fill(`${PASSPHRASE}.`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(words.differ)).toBeVisible();
    await expectAccessible(page, 'a new passphrase');
    await dialog.getByLabel(words.again).fill(PASSPHRASE);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const bytes = readFileSync(await download.path());
    expect(isSealed(new Uint8Array(bytes))).toBe(true);

    const other = await (await browser.newContext()).newPage();
    await firstRun(other, language);
    const [chooser] = await Promise.all([
      other.waitForEvent('filechooser'),
      other.getByRole('button', { name: words.welcome }).click(),
    ]);
    await chooser.setFiles({ name: 'sealed.mizan', mimeType: 'application/x-mizan', buffer: bytes });
    const asked = other.getByRole('dialog');
    await asked.getByLabel(words.passphrase, { exact: true }).fill('not the right words');
    await other.keyboard.press('Enter');
    await expect(asked.getByText(words.wrong)).toBeVisible();
    await expectAccessible(other, 'a sealed book');
    await asked.getByLabel(words.passphrase, { exact: true }).fill(PASSPHRASE);
    await asked.getByRole('button', { name: words.open, exact: true }).press('Enter');
    await expect(rowOf(other, 'DREADNOUGHT')).toBeVisible();
  });
