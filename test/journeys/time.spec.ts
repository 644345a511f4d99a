// The time machine: the desk as it stood at the last publication, two moments compared, a record and the book brought back.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readWorkbook } from '#shared/sheet/read.ts';
import { must } from '#test/kit/book.ts';
import { editCell, expectAccessible, openSample, rowOf } from './kit.ts';

const WORDS = {
  en: {
    tab: 'Time machine',
    earlier: 'Earlier moment',
    see: 'See the book then',
    line: 'Looking back',
    now: 'Back to now',
    readOnly: /nothing can be changed there/,
    bring: 'Bring back: Dreadnought north',
    all: 'Bring the whole book back…',
    yes: 'Bring it back',
    undo: 'Undo',
    export: 'Save as a workbook',
    changes: 'Changes',
    restored: '1 record brought back.',
    pack: 'Pack',
  },
  ar: {
    tab: 'آلة الزمن',
    earlier: 'اللحظة الأولى',
    see: 'شاهد الدفتر حينها',
    line: 'نظرة إلى الماضي',
    now: 'عودة إلى الآن',
    readOnly: /لا يمكن تغيير شيء فيه/,
    bring: /Dreadnought north/,
    all: 'أعد الدفتر كله…',
    yes: 'أعدها',
    undo: 'تراجع',
    export: 'احفظ كجدول',
    changes: 'التغييرات',
    restored: 'أُعيد عنصر واحد.',
    pack: 'ملف اللجنة',
  },
} as const;

for (const language of ['en', 'ar'] as const)
  test(`back to an earlier moment, read only, and what is needed comes back (${language})`, async ({ page }) => {
    const words = WORDS[language];
    await openSample(page, language);
    await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought north');
    await expect(rowOf(page, 'Dreadnought north')).toBeVisible();
    await page.goto('/#/history/moments');
    await page.getByRole('combobox', { name: words.earlier }).click();
    // the end of a day, the edit itself, and what stood before it
    await page.getByRole('option').nth(2).click();
    await expect(page.getByRole('table')).toContainText('Dreadnought north');
    await expectAccessible(page, 'the time machine');

    await page.getByRole('button', { name: words.see }).press('Enter');
    const line = page.getByRole('region', { name: words.line });
    await expect(line).toBeVisible();
    await expect(rowOf(page, 'DREADNOUGHT')).toBeVisible();
    await expectAccessible(page, 'the desk looking back');
    // nothing is written there
    const cell = rowOf(page, 'DREADNOUGHT').getByRole('rowheader');
    await cell.dblclick();
    await cell.getByRole('textbox').fill('Another name');
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.readOnly).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await line.getByRole('button', { name: words.now }).press('Enter');
    await expect(line).toHaveCount(0);
    await expect(rowOf(page, 'Dreadnought north')).toBeVisible();

    await page.goto('/#/history/moments');
    await page.getByRole('combobox', { name: words.earlier }).click();
    await page.getByRole('option').nth(2).click();
    await page.getByRole('button', { name: words.bring }).press('Enter');
    await expect(page.getByText(words.restored)).toBeVisible();
    await page.goto('/#/portfolio');
    await expect(rowOf(page, 'DREADNOUGHT')).toBeVisible();
    await page.getByRole('button', { name: words.undo }).first().press('Enter');
    await expect(rowOf(page, 'Dreadnought north')).toBeVisible();

    // the whole book, and what happened, as a workbook
    await page.goto('/#/history/moments');
    await page.getByRole('combobox', { name: words.earlier }).click();
    await page.getByRole('option').nth(3).click();
    await page.getByRole('button', { name: words.all }).press('Enter');
    await page.getByRole('button', { name: words.yes }).press('Enter');
    await expect(page.getByText(words.restored)).toBeVisible();
    await page.goto('/#/history/changes');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.export }).press('Enter'),
    ]);
    const [sheet] = must(await readWorkbook(new Uint8Array(readFileSync(await download.path()))));
    expect(sheet?.rows.some((row) => row.includes('Dreadnought north'))).toBe(true);
  });
