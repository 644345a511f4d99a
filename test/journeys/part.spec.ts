// A copy of a part: made for a programme without money, worked on elsewhere, and brought back; and what a colleague's file lacks.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { editCell, expectAccessible, firstRun, openSample, rowOf } from './kit.ts';

const PROGRAMME = 'Universal Credit Programme';
const WORDS = {
  en: {
    book: /^UK major projects 2023/,
    part: 'Save a copy of a part…',
    since: 'Save what a colleague’s file lacks…',
    save: 'Save to a file',
    open: 'Open a file or merge a copy',
    welcome: 'Open a file',
    choose: 'Programme or project',
    person: 'What one person answers for',
    money: /^Money:/,
    keep: 'Save the copy',
    would: /^The copy carries \d+ of 1,\d+ records/,
    line: 'A copy of a part',
    withheld: /^◧? ?This copy does not carry the whole book/,
    more: 'What is withheld',
    short: 'withheld',
    refused: /does not carry that field/,
    merge: 'Merge',
    cost: /^Whole-life cost/,
    lacks: /^Saved 1 change that/,
  },
  ar: {
    book: /^المشاريع البريطانية الكبرى/,
    part: 'حفظ نسخة من جزء…',
    since: 'حفظ ما ينقص ملف زميل…',
    save: 'حفظ في ملف',
    open: 'افتح ملفًا أو ادمج نسخة',
    welcome: 'افتح ملفاً',
    choose: 'البرنامج أو المشروع',
    person: 'ما يُسأل عنه شخص واحد',
    money: /^المال:/,
    keep: 'حفظ النسخة',
    would: /^تحمل النسخة/,
    line: 'نسخة من جزء',
    withheld: /لا تحمل هذه النسخة الدفتر كله/,
    more: 'ما المحجوب',
    short: 'محجوب',
    refused: /لا تحمل هذه النسخة ذلك الحقل/,
    merge: 'ادمج',
    cost: /^التكلفة الكلية/,
    lacks: /^حُفظ تغيير واحد ينقص/,
  },
} as const;

const byDownload = (page: Page) => page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
const fileOf = async (page: Page, act: () => Promise<void>): Promise<Buffer> => {
  await byDownload(page);
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await download.path());
};
const bookOf = (file: Buffer) => must(readBook(new Uint8Array(file)));

for (const language of ['en', 'ar'] as const)
  test(`a programme's copy without money travels, is worked on and comes back (${language})`, async ({
    page: head,
    browser,
  }) => {
    const words = WORDS[language];
    const menu = async (page: Page, item: string) => {
      await page.getByRole('banner').getByRole('button').first().click();
      await page.getByRole('menuitem', { name: item }).press('Enter');
    };
    await openSample(head, language);
    await menu(head, words.part);
    const dialog = head.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: words.keep })).toBeDisabled();
    await dialog.getByRole('combobox', { name: words.choose }).fill('Universal');
    await head.getByRole('option', { name: PROGRAMME }).click();
    await expect(dialog.getByText(words.would)).toBeVisible();
    await dialog.getByLabel(words.money).press('Space');
    await expectAccessible(head, 'a copy of a part');
    const part = await fileOf(head, () => dialog.getByRole('button', { name: words.keep }).press('Enter'));
    expect(bookOf(part).holding?.hidden.length).toBeGreaterThan(100);
    await expect(dialog).toHaveCount(0);

    const lead = await (await browser.newContext()).newPage();
    await firstRun(lead, language);
    const [chooser] = await Promise.all([
      lead.waitForEvent('filechooser'),
      lead.getByRole('button', { name: words.welcome }).click(),
    ]);
    await chooser.setFiles({ name: 'part.mizan', mimeType: 'application/x-mizan', buffer: part });
    const line = lead.getByRole('region', { name: words.line });
    await expect(line).toContainText(words.withheld);
    await line.getByRole('button', { name: words.more }).press('Enter');
    await expect(rowOf(lead, PROGRAMME)).toContainText(words.short);
    await expectAccessible(lead, 'a book of which a part is withheld');
    // what is withheld cannot be written over
    await lead.goto(`/#/component/${componentIn(part)}`);
    const cost = lead.getByLabel(words.cost).first();
    await cost.fill('12');
    await cost.press('Enter');
    await expect(lead.getByText(words.refused)).toBeVisible();
    await cost.press('Escape');
    await lead.goto('/#/portfolio');
    await editCell(rowOf(lead, PROGRAMME).getByRole('rowheader'), 'Universal Credit Programme, final phase');
    const back = await fileOf(lead, () => menu(lead, words.save));

    const bring = async (page: Page, file: Buffer) => {
      await page.getByRole('banner').getByRole('button').first().click();
      const [asked] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('menuitem', { name: words.open }).press('Enter'),
      ]);
      await asked.setFiles({ name: 'back.mizan', mimeType: 'application/x-mizan', buffer: file });
      await page.getByRole('button', { name: words.merge, exact: true }).press('Enter');
      await expect(page.getByRole('grid')).toBeVisible();
    };
    await bring(head, back);
    await expect(rowOf(head, 'Universal Credit Programme, final phase')).toBeVisible();
    await expect(head.getByRole('region', { name: words.line })).toHaveCount(0);
    const whole = await fileOf(head, () => menu(head, words.save));
    expect(bookOf(whole).holding).toBeUndefined();

    // and the whole book, once it comes, lifts what was withheld
    await bring(lead, whole);
    await expect(lead.getByRole('region', { name: words.line })).toHaveCount(0);
    await expect(rowOf(lead, 'DREADNOUGHT')).toBeVisible();
    expect(bookOf(await fileOf(lead, () => menu(lead, words.save))).changes.length).toBe(bookOf(whole).changes.length);

    // what one has since is all a colleague who holds the rest needs
    await editCell(rowOf(head, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought north');
    await byDownload(head);
    await head.getByRole('banner').getByRole('button').first().click();
    const [theirs] = await Promise.all([
      head.waitForEvent('filechooser'),
      head.getByRole('menuitem', { name: words.since }).press('Enter'),
    ]);
    const [download] = await Promise.all([
      head.waitForEvent('download'),
      theirs.setFiles({ name: 'theirs.mizan', mimeType: 'application/x-mizan', buffer: whole }),
    ]);
    await expect(head.getByText(words.lacks)).toBeVisible();
    const since = readFileSync(await download.path());
    expect(bookOf(since).changes).toHaveLength(1);
    await bring(lead, since);
    await expect(rowOf(lead, 'Dreadnought north')).toBeVisible();
  });

const componentIn = (file: Buffer): string =>
  bookOf(file)
    .changes.flatMap(({ writes }) => writes)
    .find(({ kind, field, value }) => kind === 'component' && field === 'name' && value === PROGRAMME)
    ?.record as string;
