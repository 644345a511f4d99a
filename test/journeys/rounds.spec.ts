// A collection round as a head of office runs it: asked, sent as workbooks, one comes back, its difference is seen and taken.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readWorkbook } from '#shared/sheet/read.ts';
import { packZip, unpackZip } from '#shared/sheet/zip.ts';
import { filled, placeOfCell } from '#test/kit/collecting.ts';
import { expectAccessible, firstRun } from './kit.ts';

const REGISTER = `Benefit,Project,Owner,Owner email,Category,Measure,Unit,Baseline,Target,Roll-up,State,Plan Jan 2027,Plan Feb 2027,Plan Mar 2027,Plan Apr 2027
Shorter waiting,Clinics,Amal Haddad,amal@example.org,Quantitative,Waiting time,days,40,20,stock,Realising,38,36,34,30
Fewer forms,Clinics,Sam Reed,,Cashable,Forms,forms,1000,500,flow,Realising,10,20,30,40
`;

/** A book of two benefits with owners, on a day early in April 2027. */
async function smallBook(page: Page, register = REGISTER): Promise<string[]> {
  await page.clock.setFixedTime(new Date('2027-04-05T09:00:00Z'));
  const errors = await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(register) });
  await page.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await expect(page).toHaveURL(/#\/benefits/);
  return errors;
}

async function openRound(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/rounds';
  });
  await expect(page.getByRole('heading', { name: 'Ask the owners' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('2027-Q1');
  await expect(page.getByLabel('Answers by')).toHaveValue('2027-04-19');
  await expect(page.getByText('2 would be asked, for Quarter 1 of 2027')).toBeVisible();
  await expectAccessible(page, 'a round to open');
  await page.getByRole('button', { name: 'Open this round' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Round 2027-Q1: 2 asked, 0 returned, 2 not sent; due 19 Apr 2027.',
  );
}

/** What the button saved: the zip's files. */
async function madeFiles(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make 2 workbooks and letters' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('2027-Q1 value returns.zip');
  return unpackZip(new Uint8Array(readFileSync(await download.path())));
}

async function read(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Read returns' }).click(),
  ]);
  await chooser.setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
  );
}

/** The workbook with January's reading filled in. */
async function answered(workbook: Uint8Array, value: number | string): Promise<Uint8Array> {
  const sheets = await readWorkbook(workbook);
  if (!sheets.ok) throw new Error(sheets.problem.code);
  const id = sheets.value
    .flatMap(({ rows }) => rows.map(([first]) => first))
    .find((each) => /\.2027-01$/.test(String(each)));
  await placeOfCell(workbook, String(id), 'value');
  return filled(workbook, [[String(id), 'value', value]]);
}

test('open a round, send workbooks, read one back, see its difference, take it', async ({ page }) => {
  const errors = await smallBook(page);
  await openRound(page);
  const files = await madeFiles(page);
  expect(Object.keys(files).sort()).toEqual([
    '2027-Q1 Amal Haddad.eml',
    '2027-Q1 Amal Haddad.txt',
    '2027-Q1 Amal Haddad.xlsx',
    '2027-Q1 Sam Reed.eml',
    '2027-Q1 Sam Reed.txt',
    '2027-Q1 Sam Reed.xlsx',
  ]);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 sent and not due yet');
  const amal = page.getByRole('row').filter({ hasText: 'Amal Haddad' });
  await expect(amal).toContainText('5 Apr 2027');
  await expectAccessible(page, 'a round that was sent');

  const bytes = await answered(files['2027-Q1 Amal Haddad.xlsx'] as Uint8Array, 37);
  await read(page, [{ name: '2027-Q1 Amal Haddad.xlsx', bytes }]);
  await expect(page.getByText('1 return read: 1 cell would change.')).toBeVisible();
  await expect(page.getByText('Not heard from 1: Sam Reed.')).toBeVisible();
  const change = page.getByRole('row').filter({ hasText: 'reading of Jan 2027' });
  await expect(change).toContainText('— → 37');
  await expectAccessible(page, 'a return before it is taken');
  await page.getByRole('button', { name: 'Take 1 return' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 returned');
  await expect(amal).toContainText('Returned');

  // the same file again changes nothing
  await read(page, [{ name: 'again.xlsx', bytes }]);
  await expect(page.getByText('1 return read: 0 cells would change.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(amal).toBeVisible();
  expect(errors).toEqual([]);
});

test('a cell at fault is named at its place and nothing of its workbook is taken', async ({ page }) => {
  await smallBook(page);
  await openRound(page);
  const files = await madeFiles(page);
  const bytes = await answered(files['2027-Q1 Sam Reed.xlsx'] as Uint8Array, 'a lot');
  await read(page, [{ name: '2027-Q1 Sam Reed.xlsx', bytes }]);
  await expect(page.getByRole('alert')).toContainText('cannot be taken, so nothing of it was');
  await expect(page.getByText(/Readings![A-Z]+\d+ .*“a lot” is not a figure/)).toBeVisible();
  await expect(page.getByText('None of these can be taken.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take/ })).toHaveCount(0);
});

test('where the book moved on both values are shown and one is chosen', async ({ page }) => {
  await smallBook(page);
  await openRound(page);
  const files = await madeFiles(page);
  const workbook = files['2027-Q1 Amal Haddad.xlsx'] as Uint8Array;
  // somebody enters another figure through a register meanwhile
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  const meanwhile = 'Benefit,Owner,Measure,Actual Jan 2027\nShorter waiting,Amal Haddad,Waiting time,35\n';
  await chooser.setFiles({ name: 'later.csv', mimeType: 'text/csv', buffer: Buffer.from(meanwhile) });
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page).toHaveURL(/#\/benefits/);
  await page.evaluate(() => {
    location.hash = '#/rounds';
  });
  await read(page, [{ name: 'a.xlsx', bytes: await answered(workbook, 37) }]);
  await expect(page.getByText('1 return read: 0 cells would change.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Keep the book: 35' })).toBeChecked();
  await page.getByRole('radio', { name: 'Take the workbook: 37' }).check();
  await expect(page.getByText('1 return read: 1 cell would change.')).toBeVisible();
  await expectAccessible(page, 'a conflict');
  await page.getByRole('button', { name: 'Take 1 return' }).click();
  await expect(page.getByText('1 return taken, 1 cell changed.')).toBeVisible();
});

test('a letter is copied, a reminder is marked, once the day has passed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await smallBook(page);
  await openRound(page);
  await madeFiles(page);
  // the files are there before they are marked as sent: whoever reloads sooner finds them not sent
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 sent and not due yet');
  await page.clock.setFixedTime(new Date('2027-04-25T09:00:00Z'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 overdue');
  await page.getByRole('button', { name: 'More for Amal Haddad' }).click();
  await page.getByRole('menuitem', { name: 'Copy the reminder' }).click();
  await expect(page.getByText('Letter to Amal Haddad copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Reminder: value return 2027-Q1');
  await page.getByRole('button', { name: 'Mark 2 overdue as reminded' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Sam Reed' })).toContainText('1×, last 25 Apr 2027');
});

test('a zip of workbooks nobody filled says so; the round stays as it is', async ({ page }) => {
  await smallBook(page);
  await openRound(page);
  const files = await madeFiles(page);
  await read(page, [{ name: 'all.zip', bytes: packZip(files) }]);
  await expect(page.getByText('2 returns read: 0 cells would change.')).toBeVisible();
  await expect(page.locator('summary').filter({ hasText: 'Amal Haddad' })).toContainText('Nothing filled in');
  await page.getByRole('button', { name: 'Leave without taking' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('0 returned');
});

test('making many workbooks shows how far it is and can be stopped; then nothing was sent', async ({ page }) => {
  const [head] = REGISTER.split('\n');
  const rows = Array.from(
    { length: 150 },
    (_, at) => `Benefit ${at},,Owner ${at},,,Forms,forms,100,50,flow,Realising,1,2,3,4`,
  );
  await smallBook(page, `${head}\n${rows.join('\n')}\n`);
  await page.evaluate(() => {
    location.hash = '#/rounds';
  });
  await page.getByRole('button', { name: 'Open this round' }).click();
  await page.getByRole('button', { name: 'Make 150 workbooks and letters' }).click();
  await expect(page.getByText(/Making workbook \d+ of 150/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('alert')).toContainText('Stopped. Nothing was made.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('150 not sent');
});
