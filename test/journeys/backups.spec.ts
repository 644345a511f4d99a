// A book that is damaged on its laptop: nothing is overwritten, two clicks bring it back, and what can be read is offered.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { editCell, expectAccessible, openSample, rowOf } from './kit.ts';

const WORDS = {
  en: {
    book: /^UK major projects 2023/,
    menu: 'Backups…',
    now: 'Back up now',
    made: /^Backup made:/,
    none: 'No backup has been made yet.',
    noneHere: 'This laptop holds no backup of the book.',
    openOf: /^Open the backup of/,
    close: 'Close',
    damaged: /cannot be read .*left untouched/,
    latest: 'Open the latest backup',
    yes: 'Open it',
    save: 'Save what can be read',
    openRead: 'Open what can be read',
    lost: /changes can still be read; 1 cannot\.$/,
    saved: /1 could not be read\)$/,
    rest: '1 new change in what could still be read of the damaged book',
    merge: 'Merge',
    sentence: '110 of 244',
    known: /already held everything/,
    nothingMade: /^No backup could be made/,
    what: 'What can be done',
  },
  ar: {
    book: /^المشاريع البريطانية الكبرى/,
    menu: 'النسخ الاحتياطية…',
    now: 'انسخ الآن',
    made: /^حُفظت نسخة احتياطية:/,
    none: 'لم تُحفظ أي نسخة احتياطية بعد.',
    noneHere: 'لا نسخة احتياطية من هذا الدفتر على هذا الحاسوب.',
    openOf: /^افتح النسخة الاحتياطية المحفوظة في/,
    close: 'إغلاق',
    damaged: /لا يمكن قراءة الدفتر على هذا الجهاز/,
    latest: 'افتح أحدث نسخة احتياطية',
    yes: 'افتحها',
    save: 'احفظ ما يمكن قراءته',
    openRead: 'افتح ما يمكن قراءته',
    lost: /وما لا يُقرأ: 1\.$/,
    saved: /وما تعذّرت قراءته: 1\)$/,
    rest: 'تغيير جديد واحد في \u2068ما أمكنت قراءته من الدفتر التالف',
    merge: 'ادمج',
    sentence: '110',
    known: /كل ما فيه موجود/,
    nothingMade: /^تعذّر حفظ نسخة احتياطية/,
    what: 'ما يمكن فعله',
  },
} as const;
type Language = keyof typeof WORDS;

/** The database of the one book here, as it lies on the disk. */
async function inBook<T>(page: Page, what: 'bend the row with' | 'bend the segments' | 'rows', text = ''): Promise<T> {
  return page.evaluate(
    async ([doing, held]) => {
      const known = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const name = known.filter((each) => each.startsWith('mizan-book-')).sort((a, b) => a.length - b.length)[0];
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const answer = <R>(request: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const store = doing === 'bend the segments' ? 'segments' : 'log';
      const rows = db.transaction(store, 'readwrite').objectStore(store);
      const all = await answer(rows.getAll());
      if (doing === 'bend the row with') {
        const row = all.find((each) => each.text.includes(held));
        await answer(rows.put({ ...row, text: row.text.slice(0, 60) }));
      }
      if (doing === 'bend the segments')
        for (const segment of all) {
          segment.bytes[segment.bytes.length >> 1] ^= 4;
          await answer(rows.put(segment));
        }
      db.close();
      return { name, rows: all.length, databases: known } as never;
    },
    [what, text] as const,
  );
}

const backupsKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // not opened before it is there: that would make it
    if (!(await indexedDB.databases()).some(({ name }) => name === 'mizan-backups')) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('mizan-backups');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('files').objectStore('files').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });

async function openBackups(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].book }).click();
  await page.getByRole('menuitem', { name: WORDS[language].menu }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}
const closePage = (page: Page, language: Language) =>
  page.getByRole('dialog').getByRole('button', { name: WORDS[language].close }).click();

for (const language of ['en', 'ar'] as const)
  test(`a damaged book comes back in two clicks, and what was written since is not lost with it (${language})`, async ({
    page,
  }) => {
    test.setTimeout(60_000);
    const words = WORDS[language];
    await openSample(page, language);
    await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought one');
    await openBackups(page, language);
    await expect(page.getByRole('dialog')).toContainText(words.none);
    await page.getByRole('button', { name: words.now }).press('Enter');
    await expect(page.getByRole('dialog').locator('output')).toHaveText(words.made);
    await expect(page.getByRole('dialog').getByRole('button', { name: words.openOf })).toHaveCount(1);
    await expectAccessible(page, 'the backups');
    await closePage(page, language);
    // two edits later the first of them is damaged on the disk
    await editCell(rowOf(page, 'Dreadnought').getByRole('rowheader'), 'Dreadnought two');
    await editCell(rowOf(page, 'Farming').getByRole('rowheader'), 'Farming renamed');
    await expect(rowOf(page, 'Farming renamed')).toBeVisible();
    await inBook(page, 'bend the row with', 'Dreadnought two');
    await page.reload();
    await expect(page.getByRole('alert')).toHaveText(words.damaged);
    await expect(page.getByText(words.lost)).toBeVisible();
    await expectAccessible(page, 'a book that fails to open');

    // what can be read is a book file like any other, without the row that is lost
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.save }).press('Enter'),
    ]);
    await expect(page.getByText(words.saved)).toBeVisible();
    const saved = readFileSync(await download.path());
    const names = JSON.stringify(must(readBook(new Uint8Array(saved))).changes);
    expect(names).toContain('Dreadnought one');
    expect(names).toContain('Farming renamed');
    expect(names).not.toContain('Dreadnought two');

    await page.getByRole('button', { name: words.latest }).press('Enter');
    await page.getByRole('button', { name: words.yes, exact: true }).press('Enter');
    // the backup is open; what was written after it and can still be read is shown, and taken
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.rest);
    await page.getByRole('button', { name: words.merge, exact: true }).press('Enter');
    await expect(rowOf(page, 'Dreadnought one')).toBeVisible();
    await expect(rowOf(page, 'Farming renamed')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.sentence);

    // the damaged database lies there as it was, and the next start opens the restored one
    const { databases } = await inBook<{ databases: string[] }>(page, 'rows');
    expect(databases.filter((name) => name.startsWith('mizan-book-'))).toHaveLength(2);
    await page.reload();
    await expect(rowOf(page, 'Farming renamed')).toBeVisible();
    await editCell(rowOf(page, 'Farming').getByRole('rowheader'), 'Farming again');
    await page.reload();
    await expect(rowOf(page, 'Farming again')).toBeVisible();

    // the file of what could be read brings nothing new
    await page.getByRole('button', { name: words.book }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .getByRole('menuitem', { name: language === 'en' ? 'Open a file or merge a copy' : 'افتح ملفًا أو ادمج نسخة' })
        .click(),
    ]);
    await chooser.setFiles({ name: 'read.mizan', mimeType: 'application/x-mizan', buffer: saved });
    await expect(page.getByText(words.known)).toBeVisible();
  });

test('without a backup the book opens with what can be read', async ({ page }) => {
  const words = WORDS.en;
  await openSample(page);
  await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought one');
  await inBook(page, 'bend the row with', 'Dreadnought one');
  await page.reload();
  await expect(page.getByText(words.noneHere)).toBeVisible();
  await page.getByRole('button', { name: words.openRead }).press('Enter');
  await expect(rowOf(page, 'DREADNOUGHT')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.sentence);
});

test('a file saved before brings a damaged book back, from where it fails and from the welcome', async ({ page }) => {
  const words = WORDS.en;
  await openSample(page);
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.getByRole('button', { name: words.book }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save to a file' }).click(),
  ]);
  const file = { name: 'mine.mizan', mimeType: 'application/x-mizan', buffer: readFileSync(await download.path()) };
  await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought one');
  await editCell(rowOf(page, 'Farming').getByRole('rowheader'), 'Farming renamed');
  await inBook(page, 'bend the row with', 'Dreadnought one');
  await page.reload();
  await page.getByRole('button', { name: 'Open another book' }).press('Enter');
  const opens = async (name: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name }).click()]);
    await chooser.setFiles(file);
  };
  // the file of a book that is here and damaged is not laid over it
  await opens('Open a file');
  await expect(page.getByRole('alert')).toHaveText(words.damaged);
  await opens('Open a file of the book…');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.rest);
  await page.getByRole('button', { name: words.merge, exact: true }).press('Enter');
  await expect(rowOf(page, 'Farming renamed')).toBeVisible();
  await expect(rowOf(page, 'DREADNOUGHT')).toBeVisible();
});

test('a backup opened while nothing is broken is a merge like any file', async ({ page }) => {
  const words = WORDS.en;
  await openSample(page);
  await openBackups(page, 'en');
  await page.getByRole('button', { name: words.now }).press('Enter');
  await page.getByRole('button', { name: words.openOf }).press('Enter');
  await expect(page.getByText(words.known)).toBeVisible();
});

test('an hour with changes makes a backup by itself; damage it meets is told, and rescued', async ({ page }) => {
  test.setTimeout(60_000);
  const words = WORDS.en;
  await page.clock.install({ time: new Date('2026-03-02T08:00:00Z') });
  await openSample(page);
  await editCell(rowOf(page, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought one');
  const backups = page.getByRole('dialog').getByRole('button', { name: words.openOf });
  await page.clock.fastForward('01:01:00');
  await expect.poll(() => backupsKept(page), { timeout: 20_000 }).toBe(1);
  await openBackups(page, 'en');
  await expect(backups).toHaveCount(1);
  await closePage(page, 'en');
  // nothing has changed since: no other is made
  await page.clock.fastForward('03:00:00');
  await page.waitForTimeout(2_000);
  await openBackups(page, 'en');
  await expect(backups).toHaveCount(1);
  await closePage(page, 'en');
  // the log laid away is damaged: the desk still opens, and the next backup finds it
  await expect.poll(async () => (await inBook<{ rows: number }>(page, 'bend the segments')).rows).toBeGreaterThan(0);
  await editCell(rowOf(page, 'Dreadnought').getByRole('rowheader'), 'Dreadnought two');
  await page.clock.fastForward('01:01:00');
  await page.getByRole('region', { name: 'Backup' }).getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(words.nothingMade);
  await page.getByRole('button', { name: words.what }).press('Enter');
  await page.getByRole('button', { name: words.latest }).press('Enter');
  await page.getByRole('button', { name: words.yes, exact: true }).press('Enter');
  await page.getByRole('button', { name: words.merge, exact: true }).press('Enter');
  await expect(rowOf(page, 'Dreadnought two')).toBeVisible();
});
