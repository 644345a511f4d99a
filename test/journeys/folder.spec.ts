// Two laptops and a shared folder: each writes its own file, what comes is shown first, clashes settled, and equal again.
import { expect, type Page, test } from '@playwright/test';
import { readBook, writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { unionOf } from '#shared/merge/union.ts';
import { must } from '#test/kit/book.ts';
import { aChange } from '#test/kit/history.ts';
import { editCell, expectAccessible, firstRun, openSample, rowOf } from './kit.ts';

const WORDS = {
  en: {
    book: /^UK major projects 2023/,
    menu: /^Shared folder/,
    menuNew: 'Shared folder (1 new)…',
    title: 'Shared folder',
    choose: 'Choose a folder…',
    allow: 'Allow the folder again',
    stop: 'Stop using this folder',
    close: 'Close',
    open: 'Open a file',
    line: 'New in the shared folder',
    sent: 'From Ben: 1 new change in the shared folder.',
    fresh: '1 new change',
    unread: 'Not whole yet',
    nothing: 'Nothing new',
    look: 'Look',
    details: 'Details',
    merge: 'Merge',
    leave: 'Leave it',
    keep: 'Keep this',
    toSettle: '1 clash to settle',
    settled: 'Nothing to settle',
    cannot: /files travel by hand/,
  },
  ar: {
    book: /^المشاريع البريطانية الكبرى/,
    menu: /^المجلد المشترك/,
    menuNew: 'المجلد المشترك (1 جديد)…',
    title: 'المجلد المشترك',
    choose: 'اختر مجلدًا…',
    allow: 'اسمح بالمجلد من جديد',
    stop: 'أوقف استعمال هذا المجلد',
    close: 'إغلاق',
    open: 'افتح ملفاً',
    line: 'جديد في المجلد المشترك',
    sent: /^من .*Ben.*: تغيير جديد واحد في المجلد المشترك\.$/,
    fresh: 'تغيير جديد واحد',
    unread: 'لم يكتمل بعد',
    nothing: 'لا جديد',
    look: 'انظر',
    details: 'التفاصيل',
    merge: 'ادمج',
    leave: 'اتركه',
    keep: 'أبقِ هذه',
    toSettle: 'تعارض واحد بحاجة إلى حسم',
    settled: 'لا شيء بحاجة إلى حسم',
    cannot: /تنتقل الملفات يدويًا/,
  },
} as const;
type Language = keyof typeof WORDS;

/**
 * A laptop whose folder picker gives a real folder of this browser's own: real handles, real writes. What a sync tool
 * does between two such folders, the test does.
 */
async function laptop(page: Page, person: string, language: Language): Promise<void> {
  await page.addInitScript(
    ([name, chosen]) => {
      if (window.top !== window) return;
      if (!localStorage.getItem('mizan-prefs'))
        localStorage.setItem('mizan-prefs', JSON.stringify({ language: chosen, theme: 'light', person: name }));
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true }),
      });
    },
    [person, language] as const,
  );
}

/** A folder is looked at every few seconds, later on a busy machine. */
const SOON = { timeout: 20_000 };

const filesOf = async (page: Page): Promise<Map<string, Buffer>> =>
  new Map(
    (
      await page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
        const files: [string, number[]][] = [];
        for await (const handle of folder.values())
          if (handle.kind === 'file') {
            // a file that is just being put in place may be gone by the time it is asked for: it is there the next time
            const bytes = await folder
              .getFileHandle(handle.name)
              .then((found) => found.getFile())
              .then((file) => file.arrayBuffer())
              .catch(() => undefined);
            if (bytes) files.push([handle.name, [...new Uint8Array(bytes)]]);
          }
        return files;
      })
    ).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  );

/** Puts a file there as a sync tool does, and lets the window notice. */
const put = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    async ([file, content]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
      const writing = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await writing.write(new Uint8Array(content));
      await writing.close();
      window.dispatchEvent(new Event('focus'));
    },
    [name, [...bytes]] as const,
  );

const changesIn = (file: Uint8Array) => must(readBook(new Uint8Array(file))).changes;
const nameOf = (files: Map<string, Buffer>, person: string): string =>
  [...files.keys()].find((name) => name.includes(` – ${person} – `)) ?? '';

/** The laptop's own file, once it holds so many changes. */
async function ownFile(page: Page, person: string, changes?: number): Promise<[string, Buffer]> {
  let found: [string, Buffer] | undefined;
  await expect
    .poll(
      async () => {
        const files = await filesOf(page);
        const bytes = files.get(nameOf(files, person));
        const whole = bytes && readBook(new Uint8Array(bytes));
        if (!bytes || !whole?.ok) return undefined;
        found = [nameOf(files, person), bytes];
        return changes === undefined ? 'there' : whole.value.changes.length;
      },
      { timeout: 30_000 },
    )
    .toBe(changes ?? 'there');
  return found as unknown as [string, Buffer];
}

async function openFolderPage(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].book }).click();
  await page.getByRole('menuitem', { name: WORDS[language].menu }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function chooseFolder(page: Page, language: Language): Promise<void> {
  await openFolderPage(page, language);
  await page.getByRole('button', { name: WORDS[language].choose }).press('Enter');
  await expect(page.getByRole('dialog').getByText('Team', { exact: true })).toBeVisible();
}

const closePage = (page: Page, language: Language) =>
  page.getByRole('dialog').getByRole('button', { name: WORDS[language].close }).click();
const line = (page: Page, language: Language) => page.getByRole('region', { name: WORDS[language].line });
const fileRow = (page: Page, name: string) => page.getByRole('dialog').getByRole('row').filter({ hasText: name });

for (const language of ['en', 'ar'] as const)
  test(`edit apart, exchange by folder, settle, exchange back: both books are equal (${language})`, async ({
    page: ann,
    browser,
  }) => {
    test.setTimeout(180_000);
    const words = WORDS[language];
    await laptop(ann, 'Ann', language);
    await openSample(ann, language);
    await chooseFolder(ann, language);
    await expectAccessible(ann, 'the shared folder');
    const [annsName, first] = await ownFile(ann, 'Ann');
    const atFirst = changesIn(first).length;
    await expect(fileRow(ann, annsName)).toContainText(words.nothing, SOON);
    await closePage(ann, language);

    // a colleague begins with the file, opened by hand, and points at the folder
    const ben = await (await browser.newContext()).newPage();
    await laptop(ben, 'Ben', language);
    await firstRun(ben, language);
    const [chooser] = await Promise.all([
      ben.waitForEvent('filechooser'),
      ben.getByRole('button', { name: words.open }).click(),
    ]);
    await chooser.setFiles({ name: annsName, mimeType: 'application/x-mizan', buffer: first });
    await expect(rowOf(ben, 'DREADNOUGHT')).toBeVisible();
    await chooseFolder(ben, language);
    await put(ben, annsName, first);
    await expect(fileRow(ben, annsName)).toContainText(words.nothing, SOON);
    await closePage(ben, language);

    await editCell(rowOf(ann, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought north');
    await editCell(rowOf(ben, 'DREADNOUGHT').getByRole('rowheader'), 'Dreadnought south');
    const [bensName, bens] = await ownFile(ben, 'Ben', atFirst + 1);
    await ownFile(ann, 'Ann', atFirst + 1);

    // half of it has come, and another book's file: left alone, nothing offered
    await put(ann, bensName, bens.subarray(0, bens.length >> 1));
    const stranger = writeBook({ book: 'another' as BookId, changes: [aChange('stranger', [{}])] });
    await put(ann, 'Another book.mizan', stranger);
    await openFolderPage(ann, language);
    await expect(fileRow(ann, bensName)).toContainText(words.unread, SOON);
    await expect(fileRow(ann, 'Another book.mizan')).toHaveCount(0);
    await expectAccessible(ann, 'a file that is not whole');
    await closePage(ann, language);
    await expect(line(ann, language)).toHaveCount(0);

    // a conflicted copy holds what the half file does not; then the whole file comes: one change, not two
    await put(ann, bensName.replace('.mizan', ' (conflicted copy).mizan'), bens);
    await expect(line(ann, language).locator('output')).toHaveText(words.sent, { timeout: 15_000 });
    await put(ann, bensName, bens);
    await expectAccessible(ann, 'the line of the shared folder');
    await expect(rowOf(ann, 'Dreadnought north')).toBeVisible();

    // seen and left: nothing has changed, it is offered still and said no more
    await line(ann, language).getByRole('button', { name: words.look }).press('Enter');
    await expect(ann.getByRole('heading', { level: 1 })).toContainText('Ben', SOON);
    await ann.getByRole('button', { name: words.leave }).press('Enter');
    await expect(rowOf(ann, 'Dreadnought north')).toBeVisible();
    await expect(line(ann, language)).toHaveCount(0);
    await ann.getByRole('button', { name: words.book }).click();
    await ann.getByRole('menuitem', { name: words.menuNew }).click();
    await expect(fileRow(ann, bensName).first()).toContainText(words.fresh, SOON);
    await ann.getByRole('dialog').getByRole('button', { name: words.look }).press('Enter');
    await ann.getByRole('button', { name: words.merge, exact: true }).press('Enter');
    await expect(ann.getByRole('heading', { level: 1 })).toHaveText(words.toSettle);
    await ann.getByRole('button', { name: words.keep, exact: true }).press('Enter');
    await expect(ann.getByRole('heading', { level: 1 })).toHaveText(words.settled);

    const [, anns] = await ownFile(ann, 'Ann', atFirst + 3);
    await put(ben, annsName, anns);
    await line(ben, language).getByRole('button', { name: words.look }).press('Enter');
    await ben.getByRole('button', { name: words.merge, exact: true }).press('Enter');
    await expect(rowOf(ben, 'Dreadnought north')).toBeVisible();
    const [, bensAfter] = await ownFile(ben, 'Ben', atFirst + 3);
    expect(must(unionOf([changesIn(anns)]))).toEqual(must(unionOf([changesIn(bensAfter)])));

    // the same again brings nothing, after a restart too, and the folder is still known
    await put(ann, bensName, bensAfter);
    await ann.reload();
    await expect(ann.locator('#main')).toBeVisible();
    await openFolderPage(ann, language);
    await expect(fileRow(ann, bensName).first()).toContainText(words.nothing, SOON);
    await expect(line(ann, language)).toHaveCount(0);
    // every file of the others lies there as it came
    expect([...(await filesOf(ann)).keys()].sort()).toEqual(
      [annsName, bensName, bensName.replace('.mizan', ' (conflicted copy).mizan'), 'Another book.mizan'].sort(),
    );
    await ann.getByRole('dialog').getByRole('button', { name: words.stop }).press('Enter');
    await expect(ann.getByRole('dialog').getByRole('button', { name: words.choose })).toBeVisible();
    expect([...(await filesOf(ann)).keys()]).toHaveLength(4);
  });

test('after a restart the browser asks again, and one button allows it', async ({ page }) => {
  await laptop(page, 'Ann', 'en');
  await page.addInitScript(() => {
    // as a browser does with a folder on the disk: the right ends with the window
    let granted = sessionStorage.getItem('first') === null;
    sessionStorage.setItem('first', 'no');
    const state = (): PermissionState => (granted ? 'granted' : 'prompt');
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => state(),
      requestPermission: async () => {
        granted = true;
        return state();
      },
    });
  });
  await openSample(page);
  await chooseFolder(page, 'en');
  await ownFile(page, 'Ann');
  await page.reload();
  await line(page, 'en').getByRole('button', { name: WORDS.en.details }).click();
  await page.getByRole('dialog').getByRole('button', { name: WORDS.en.allow }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: WORDS.en.allow })).toHaveCount(0);
  await expect(fileRow(page, ' – Ann – ')).toContainText(WORDS.en.nothing, SOON);
});

test('a copied laptop writes under a name of its own, and neither overwrites the other', async ({ page }) => {
  await laptop(page, 'Ann', 'en');
  await openSample(page);
  await chooseFolder(page, 'en');
  const [name, mine] = await ownFile(page, 'Ann');
  await closePage(page, 'en');
  // the other half of a cloned disk has written under our name
  const { book, changes } = must(readBook(new Uint8Array(mine)));
  const theirs = writeBook({ book, changes: [...changes.slice(0, -1), aChange('elsewhere', [{}])] });
  await put(page, name, theirs);
  await expect
    .poll(async () => [...(await filesOf(page)).keys()].filter((each) => each.includes(' – Ann – ')).length, {
      timeout: 20_000,
    })
    .toBe(2);
  expect((await filesOf(page)).get(name)?.equals(Buffer.from(theirs))).toBe(true);
  await expect(line(page, 'en')).toBeVisible();
});

test('while the desk looks back nothing is merged, and what came is said again afterwards', async ({ page }) => {
  await laptop(page, 'Ann', 'en');
  await openSample(page);
  await chooseFolder(page, 'en');
  const [, mine] = await ownFile(page, 'Ann');
  await closePage(page, 'en');
  const { book, changes } = must(readBook(new Uint8Array(mine)));
  await put(page, 'Ben.mizan', writeBook({ book, changes: [...changes, aChange('bens', [{}])] }));
  await expect(line(page, 'en')).toBeVisible({ timeout: 15_000 });
  const lookBack = async () => {
    await page.goto('/#/history/moments');
    await page.getByRole('combobox', { name: 'Earlier moment' }).click();
    await page.getByRole('option').nth(2).click();
    await page.getByRole('button', { name: 'See the book then' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Looking back' })).toBeVisible();
  };
  await lookBack();
  await expect(line(page, 'en')).toHaveCount(0);
  await openFolderPage(page, 'en');
  await page.getByRole('dialog').getByRole('button', { name: WORDS.en.look }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('nothing can be changed there');
  await closePage(page, 'en');
  await page.getByRole('button', { name: 'Back to now' }).press('Enter');
  // planned before one looks back, and taken only after
  await line(page, 'en').getByRole('button', { name: WORDS.en.look }).press('Enter');
  await expect(page.getByRole('button', { name: WORDS.en.merge, exact: true })).toBeVisible();
  await lookBack();
  await page.goto('/#/merge');
  await page.getByRole('button', { name: WORDS.en.merge, exact: true }).press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('nothing can be changed there');
  await page.getByRole('button', { name: 'Back to now' }).press('Enter');
  await page.getByRole('button', { name: WORDS.en.merge, exact: true }).press('Enter');
  await ownFile(page, 'Ann', changes.length + 1);
});

for (const language of ['en', 'ar'] as const)
  test(`a browser without folders says how files travel instead (${language})`, async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
    await openSample(page, language);
    await openFolderPage(page, language);
    await expect(page.getByRole('dialog')).toContainText(WORDS[language].cannot);
    await expect(page.getByRole('dialog').getByRole('button', { name: WORDS[language].choose })).toHaveCount(0);
    await expectAccessible(page, 'a browser without folders');
  });
