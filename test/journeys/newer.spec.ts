// A colleague's newer version wrote in the book: seen before it is merged, said under History, and every screen stands.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readBook, writeBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { LONG } from '#test/kit/chance.ts';
import { ODD_VALUES, oddChange } from '#test/kit/odd.ts';
import { expectAccessible, openSample } from './kit.ts';

const SCREENS = [
  'portfolio',
  'benefits',
  'todo',
  'rounds',
  'objectives',
  'maps',
  'decisions',
  'boards',
  'rights',
  'work',
  'risks',
  'people',
  'history/changes',
  'history/moments',
  'history/clashes',
  'history/publications',
  'history/profiles',
  'import',
  'pack',
  'settings',
];

const WORDS = {
  en: {
    book: /^UK major projects 2023/,
    save: 'Save to a file',
    open: 'Open a file or merge a copy',
    merge: 'Merge',
    newer: /^From a newer version of Mizan, kept and carried and not shown: 3 records/,
    kind: /Records of the kind “⁨ritual⁩”/,
  },
  ar: {
    book: /^المشاريع البريطانية الكبرى/,
    save: 'حفظ في ملف',
    open: 'افتح ملفًا أو ادمج نسخة',
    merge: 'ادمج',
    newer: /^من إصدار أحدث من ميزان، يُحفظ وينتقل مع الدفتر ولا يُعرض: 3 سجلات/,
    kind: /سجلات من النوع «⁨ritual⁩»/,
  },
} as const;

// the screens are the same in both: one in the normal run
for (const language of LONG ? (['en', 'ar'] as const) : (['ar'] as const))
  test(`a newer version’s values: kept, said, and no screen falls over them (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    const words = WORDS[language];
    const errors = await openSample(page, language);
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.getByRole('button', { name: words.book }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: words.save, exact: true }).click(),
    ]);
    const mine = must(readBook(new Uint8Array(readFileSync(await download.path()))));
    const [value] = language === 'en' ? ODD_VALUES : ODD_VALUES.slice(1);
    const theirs = writeBook({ ...mine, changes: [...mine.changes, oddChange(mine.changes, value)] });
    await page.getByRole('button', { name: words.book }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: words.open }).click(),
    ]);
    await chooser.setFiles({ name: 'zoe.mizan', mimeType: 'application/x-mizan', buffer: Buffer.from(theirs) });
    await expect(page.getByText(words.newer)).toBeVisible();
    await expect(page.getByText(words.kind)).toBeVisible();
    await expectAccessible(page, 'the preview of a newer version');
    await page.getByRole('button', { name: words.merge, exact: true }).press('Enter');
    await expect(page.getByText(words.newer)).toHaveCount(language === 'en' ? 1 : 1);

    const visit = async (address: string) => {
      await page.evaluate((hash) => {
        location.hash = `#/${hash}`;
      }, address);
      await expect(page.getByRole('navigation').first(), address).toBeVisible();
      await expect(page.locator('main, [role=main]').first(), address).not.toBeEmpty();
      await page.waitForTimeout(250);
      expect(errors, address).toEqual([]);
    };
    for (const screen of SCREENS) await visit(screen);
    // one page of each kind, and those beside it: the records with odd values among them
    const odd = oddChange(mine.changes, value);
    const of = (kind: string) => [
      ...new Set(odd.writes.filter((write) => write.kind === kind).map(({ record }) => record)),
    ];
    for (const [screen, kind] of [
      ['component', 'component'],
      ['benefit', 'benefit'],
      ['measure', 'measure'],
      ['owner', 'person'],
      ['map', 'benefitMap'],
      ['decision', 'decision'],
      ['meeting', 'meeting'],
      ['boards', 'board'],
    ])
      for (const record of of(kind as string).slice(0, 6)) await visit(`${screen}/${record}`);

    await visit('history');
    const note = page.getByText(words.newer);
    await note.press('Enter');
    await expect(page.getByText(words.kind)).toBeVisible();
    await expectAccessible(page, 'the history of a book with a newer version in it');
  });
