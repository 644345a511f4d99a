// A map brought in from pasted text in both languages: shown before it is put on, one step to undo, and never lost unasked.
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, firstRun } from './kit.ts';

const WORDS = {
  en: {
    start: 'Start a new book',
    name: 'Name of a new map',
    open: 'Bring in…',
    label: 'Paste an outline or a CSV',
    put: 'Put on the map',
    keep: 'Keep it',
    lose: 'Close and lose it',
    counts: '4 nodes, in the book already: 0. 3 links, there already: 0, of these changed: 0.',
    fault: /Line 4: a weight of 140 % is not between 0 and 100/,
    sentence: /4 nodes · 3 links/,
    again: '4 nodes, in the book already: 4. 3 links, there already: 3, of these changed: 1.',
    text: 'Healthier city\n  Shorter waits 60 %\n    Book online !\n    Train clerks 140 %',
  },
  ar: {
    start: 'ابدأ دفتراً جديداً',
    name: 'اسم خريطة جديدة',
    open: 'أدخل…',
    label: 'الصق مخططًا متدرّجًا أو جدول CSV',
    put: 'ضعها على الخريطة',
    keep: 'أبقِه',
    lose: 'أغلق وافقده',
    counts: /منها في السجل من قبل: 0\..*منها قائم من قبل: 0، يتغير منها: 0\./,
    fault: /السطر 4: الوزن 140 % ليس بين 0 و100/,
    sentence: /4 عُقد · 3 روابط/,
    again: /منها في السجل من قبل: 4\..*منها قائم من قبل: 3، يتغير منها: 1\./,
    text: 'مدينة أصح\n  انتظار أقصر ٦٠٪\n    حجز إلكتروني !\n    تدريب الموظفين 140 %',
  },
} as const;

async function openDialog(page: Page, language: 'en' | 'ar') {
  const words = WORDS[language];
  await page.getByRole('button', { name: words.open }).click();
  return page.getByRole('dialog');
}

for (const language of ['en', 'ar'] as const)
  test(`an outline is shown, put on the map and taken back (${language})`, async ({ page }) => {
    const words = WORDS[language];
    const errors = await firstRun(page, language);
    await page.getByRole('button', { name: words.start }).click();
    await expect(page).toHaveURL(/settings/);
    await page.goto('/#/maps');
    const name = page.getByRole('textbox', { name: words.name });
    await name.fill('Clinics');
    await name.press('Enter');
    await expect(page.getByRole('combobox')).toBeFocused();
    const dialog = await openDialog(page, language);
    const area = dialog.getByRole('textbox', { name: words.label });
    await expect(area).toBeFocused();
    await area.fill(words.text);
    await expect(dialog.getByText(words.counts)).toBeVisible();
    await expect(dialog.getByText(words.fault)).toBeVisible();
    await expectAccessible(page, `bringing a map in (${language})`);
    // Escape asks first; Escape on the question keeps the text
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('button', { name: words.lose })).toBeVisible();
    await expect(dialog.getByRole('button', { name: words.keep })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('button', { name: words.lose })).toHaveCount(0);
    await expect(area).toHaveValue(words.text);
    await dialog.getByRole('button', { name: words.put }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(words.sentence)).toBeVisible();
    // the same again: all of it is there
    const again = await openDialog(page, language);
    await again.getByRole('textbox', { name: words.label }).fill(words.text.replace(/60|٦٠/, '70'));
    await expect(again.getByText(words.again)).toBeVisible();
    await page.keyboard.press('Escape');
    await again.getByRole('button', { name: words.lose }).click();
    await expect(again).toHaveCount(0);
    expect(errors).toEqual([]);
  });

test('files come into the same text, and a long one leaves the page alive', async ({ page }) => {
  await firstRun(page, 'en');
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await expect(page).toHaveURL(/settings/);
  await page.goto('/#/maps');
  const name = page.getByRole('textbox', { name: WORDS.en.name });
  await name.fill('Clinics');
  await name.press('Enter');
  const dialog = await openDialog(page, 'en');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  const file = (called: string, text: string) => ({ name: called, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const rows = Array.from({ length: 1_500 }, (_, i) => `n${i},Benefit,Node ${i}`).join('\n');
  const ends = Array.from({ length: 1_499 }, (_, i) => `n${i},n${i + 1},40`).join('\n');
  await chooser.setFiles([
    file('nodes.csv', `id,type,title\n${rows}\n`),
    file('links.csv', `from,to,weight\n${ends}\n`),
    { name: 'film.xlsx', mimeType: 'application/zip', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) },
  ]);
  await expect(dialog.getByText(/film\.xlsx.* was left out: It is a workbook/)).toBeVisible();
  await expect(dialog.getByText('1,500 nodes, in the book already: 0. 1,499 links', { exact: false })).toBeVisible();
  await expect(dialog.getByText('Every line was understood.')).toBeVisible();
});
