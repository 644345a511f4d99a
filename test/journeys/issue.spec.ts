// A pack is issued: pressed, numbered, handed out twice to the same byte, and the book it was made of seen again.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { editCell, expectAccessible, openSample, rowOf } from './kit.ts';

const WORDS = {
  en: {
    pack: '/#/pack',
    issue: 'Issue…',
    yes: 'Issue the pack',
    issued: /is issued/,
    tab: /^Issued packs/,
    draft: 'Draft',
    pptx: 'PowerPoint English: pack 2023-01',
    kept: /The bytes that were issued/,
    see: 'See the book then: pack 2023-01',
    line: 'Looking back',
    of: /pack 2023-01 was made of/,
    now: 'Back to now',
    again: /Pressed again .* to the very same bytes/,
    why: 'Why the earlier pack is superseded',
    supersedes: 'Takes the place of',
    superseded: /superseded by 2023-02: A figure was corrected/,
    earlier: 'Earlier moment',
  },
  ar: {
    pack: '/#/pack',
    issue: 'إصدار…',
    yes: 'أصدر الملف',
    issued: /^صدر الملف/,
    tab: /^الملفات الصادرة/,
    draft: 'مسودة',
    pptx: /^PowerPoint العربية: الملف .?2023-01/,
    kept: /كما صدر حرفًا بحرف/,
    see: /^شاهد الدفتر حينها: الملف .?2023-01/,
    line: 'نظرة إلى الماضي',
    of: /صُنع منه الملف .?2023-01/,
    now: 'عودة إلى الآن',
    again: /فكان مطابقًا تمامًا/,
    why: 'لماذا يُستبدل الملف السابق',
    supersedes: 'يحل محل',
    superseded: /حل محله .?2023-02/,
    earlier: 'اللحظة الأولى',
  },
} as const;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

for (const language of ['en', 'ar'] as const)
  test(`issued, handed out again to the same byte, superseded, and its book seen again (${language})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const words = WORDS[language];
    await openSample(page, language);
    await page.goto(words.pack);
    await page.getByRole('button', { name: words.issue }).click();
    await expectAccessible(page, 'issuing a pack');
    await page.getByRole('button', { name: words.yes }).press('Enter');
    await expect(page.getByText(words.issued).first()).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'issued packs');
    const take = async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.pptx }).press('Enter'),
      ]);
      return readFileSync(await download.path());
    };
    const first = await take();
    await expect(page.getByText(words.kept)).toBeVisible();
    const recorded = await page.getByRole('button', { name: words.pptx }).getAttribute('title');
    expect(recorded).toBe(`SHA-256 ${hashOf(first)}`);

    await page.goto('/#/portfolio');
    await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought north');
    await page.goto(words.pack);
    await page.getByText(words.tab).click();
    await page.getByRole('button', { name: words.see }).press('Enter');
    await expect(page.getByRole('region', { name: words.line })).toContainText(words.of);
    await expect(rowOf(page, 'DREADNOUGHT')).toBeVisible();
    await expect(rowOf(page, 'Dreadnought north')).toHaveCount(0);
    await page.getByRole('button', { name: words.now }).press('Enter');
    await expect(rowOf(page, 'Dreadnought north')).toBeVisible();

    // its bytes are gone from this laptop: the changes it was made of give them again
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const asked = indexedDB.open('mizan-issued');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const cleared = asked.result.transaction('files', 'readwrite').objectStore('files').clear();
            cleared.onsuccess = () => {
              asked.result.close();
              resolve();
            };
          };
        }),
    );
    await page.goto(words.pack);
    await page.getByText(words.tab).click();
    expect(hashOf(await take())).toBe(hashOf(first));
    await expect(page.getByText(words.again)).toBeVisible();

    // superseded, never edited
    await page.getByText(words.draft, { exact: true }).click();
    await page.getByRole('button', { name: words.issue }).click();
    await page.getByRole('combobox', { name: words.supersedes }).click();
    await page.getByRole('option').first().click();
    await page.getByLabel(words.why).fill('A figure was corrected');
    await page.getByRole('button', { name: words.yes }).press('Enter');
    await expect(page.getByText(words.superseded)).toBeVisible({ timeout: 30_000 });

    // and the time machine offers it
    await page.goto('/#/history/moments');
    await page.getByRole('combobox', { name: words.earlier }).click();
    await page.getByRole('option', { name: /2023-01/ }).click();
    await expect(page.getByRole('table')).toContainText('Dreadnought north');
  });
