// Two laptops, one book: edited apart, exchanged by hand, seen before it is taken, clashes settled, and equal again.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readBook } from '#shared/file/body.ts';
import { unionOf } from '#shared/merge/union.ts';
import { must } from '#test/kit/book.ts';
import { editCell, expectAccessible, firstRun, openSample, rowOf } from './kit.ts';

const WORDS = {
  en: {
    book: /^UK major projects 2023/,
    save: 'Save to a file',
    open: 'Open a file or merge a copy',
    welcome: 'Open a file',
    preview: /^1 new change in ben\.mizan/,
    both: 'Said on both sides',
    merge: 'Merge',
    leave: 'Leave it',
    undo: 'Undo',
    toSettle: '1 clash to settle',
    settled: 'Nothing to settle',
    keep: 'Keep this',
    clashes: 'Clashes',
    history: 'All that was saved here',
    noRight: /^No decision right speaks of this field/,
    nobody: /^(Answers for it|Nobody is named)/,
  },
  ar: {
    book: /^المشاريع البريطانية الكبرى/,
    save: 'حفظ في ملف',
    open: 'افتح ملفًا أو ادمج نسخة',
    welcome: 'افتح ملفاً',
    preview: /^تغيير جديد واحد في .*ben\.mizan/,
    both: 'ما قاله الطرفان',
    merge: 'ادمج',
    leave: 'اتركه',
    undo: 'تراجع',
    toSettle: 'تعارض واحد بحاجة إلى حسم',
    settled: 'لا شيء بحاجة إلى حسم',
    keep: 'أبقِ هذه',
    clashes: 'التعارضات',
    history: 'كل ما حُفظ هنا',
    noRight: /^لا صلاحية قرار تتناول هذا الحقل/,
    nobody: /^(المسؤول عنه|لم يُسمَّ أحد)/,
  },
} as const;
type Language = keyof typeof WORDS;

async function saved(page: Page, language: Language): Promise<Buffer> {
  const words = WORDS[language];
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.getByRole('button', { name: words.book }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: words.save }).click(),
  ]);
  return readFileSync(await download.path());
}

async function opens(page: Page, language: Language, name: string, buffer: Buffer, isFirst = false): Promise<void> {
  const words = WORDS[language];
  if (!isFirst) await page.getByRole('button', { name: words.book }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole(isFirst ? 'button' : 'menuitem', { name: isFirst ? words.welcome : words.open }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/x-mizan', buffer });
}

const changesIn = (file: Buffer) => must(readBook(new Uint8Array(file))).changes;

for (const language of ['en', 'ar'] as const)
  test(`edit apart, exchange by hand, settle, exchange back: both books are equal (${language})`, async ({
    page: ann,
    browser,
  }) => {
    const words = WORDS[language];
    await openSample(ann, language);
    const first = await saved(ann, language);
    const ben = await (await browser.newContext()).newPage();
    await firstRun(ben, language);
    await opens(ben, language, 'first.mizan', first, true);
    await expect(rowOf(ben, 'DREADNOUGHT')).toBeVisible();

    await editCell(rowOf(ann, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought north');
    await editCell(rowOf(ben, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought south');
    await expect(rowOf(ben, 'Dreadnought south')).toBeVisible();
    const bens = await saved(ben, language);

    // seen first, and left: nothing has changed
    await opens(ann, language, 'ben.mizan', bens);
    await expect(ann.getByRole('heading', { level: 1 })).toHaveText(words.preview);
    await expect(ann.getByRole('region', { name: words.both })).toContainText('Dreadnought north');
    await expect(ann.getByRole('region', { name: words.both })).toContainText('Dreadnought south');
    await expectAccessible(ann, 'the preview of a merge');
    await ann.getByRole('button', { name: words.leave }).press('Enter');
    await expect(rowOf(ann, 'Dreadnought north')).toBeVisible();
    // and what was done before can still be undone
    await expect(ann.getByRole('button', { name: words.undo }).first()).toBeEnabled();
    expect(changesIn(await saved(ann, language))).toHaveLength(changesIn(first).length + 1);

    await opens(ann, language, 'ben.mizan', bens);
    await ann.getByRole('button', { name: words.merge, exact: true }).press('Enter');
    await expect(ann.getByRole('heading', { level: 1 })).toHaveText(words.toSettle);
    await expect(ann.getByText('Dreadnought north')).not.toHaveCount(0);
    await expect(ann.getByText(words.noRight)).toBeVisible();
    await expect(ann.getByText(words.nobody)).toBeVisible();
    // folded away until it is asked for: what the book was made from, then what each laptop said, newest first
    const history = ann.getByRole('button', { name: words.history });
    await expect(history).toHaveAttribute('aria-expanded', 'false');
    await history.press('Enter');
    await expect(ann.getByRole('listitem').filter({ hasText: /^DREADNOUGHT/ })).toHaveCount(1);
    await expect(history.locator('xpath=following-sibling::ol').getByRole('listitem')).toContainText([
      'Dreadnought south',
      'Dreadnought north',
      'DREADNOUGHT',
    ]);
    await expectAccessible(ann, 'the clashes');
    await ann.getByRole('button', { name: words.keep, exact: true }).press('Enter');
    await expect(ann.getByRole('heading', { level: 1 })).toHaveText(words.settled);
    const anns = await saved(ann, language);

    await opens(ben, language, 'ann.mizan', anns);
    await ben.getByRole('button', { name: words.merge, exact: true }).press('Enter');
    await expect(ben.getByRole('grid')).toBeVisible();
    // Ann kept the one that did not stand: the older
    await expect(rowOf(ben, 'Dreadnought north')).toBeVisible();
    const [left, right] = [changesIn(anns), changesIn(await saved(ben, language))];
    expect(must(unionOf([left]))).toEqual(must(unionOf([right])));

    // the same file again brings nothing
    await opens(ben, language, 'ann.mizan', anns);
    await expect(ben.getByRole('grid')).toBeVisible();
    await expect(ben.getByRole('button', { name: words.merge, exact: true })).toHaveCount(0);
  });
