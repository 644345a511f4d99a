// Import as a head of office does it: a published file, its preview, its faults at their cells, and a bad file refused.
import { expect, type Page, test } from '@playwright/test';
import { dataHere, dataPath } from '#test/kit/data.ts';
import { firstRun, grid } from './kit.ts';

async function choose(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
  button = 'Choose a file',
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text as string),
});

const published = dataHere ? test : test.skip;
published('three published years, each with its preview, into one book', async ({ page }) => {
  const errors = await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  await choose(page, dataPath('uk_gmpp_raw_2022.csv'));
  await expect(page.getByText('235 rows read, 0 dropped: 235 new, 0 changed, 0 unchanged.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 235 rows' }).click();
  await expect(grid(page)).toBeVisible();

  await page.getByRole('link', { name: 'Import' }).click();
  await choose(page, dataPath('uk_gmpp_raw_2023.csv'));
  await expect(page.getByText(/^244 rows read, 0 dropped: \d+ new, \d+ changed/)).toBeVisible();
  await expect(page.getByLabel('Speaks of')).toHaveValue('2023-03-31');
  await page.getByRole('tab', { name: /^Cells without a value/ }).click();
  const cell = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'P27', exact: true }) });
  await expect(cell).toContainText('exempt from publication');
  await expect(cell).toContainText('Exempt under Section 43');
  await page.getByRole('button', { name: 'Import 244 rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('110 of 244 components state a benefit');
  await expect(page.getByText('no longer published').first()).toBeVisible();

  await page.getByRole('link', { name: 'Import' }).click();
  await choose(page, dataPath('uk_gmpp_raw_2021.csv'));
  await expect(page.getByRole('alert')).toContainText('the book already holds 31 Mar 2023');
  await expect(page.getByRole('button', { name: /^Import 184/ })).toBeDisabled();
  expect(errors).toEqual([]);
});

const bad: readonly (readonly [string, ReturnType<typeof csv>, string | RegExp])[] = [
  ['an empty file', csv('empty.csv', ''), 'The file is empty'],
  [
    'a picture renamed',
    csv('list.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0])),
    'This is a PNG file, not a table',
  ],
  ['a header without data', csv('head.csv', 'Name,Department,Cost\n'), 'The header at A1 has no rows below it'],
  ['no header at all', csv('plain.csv', '1,2\n3,4\n5,6\n'), 'No header was found'],
  [
    'two rows with one id',
    csv('twice.csv', 'Project id,Name,Cost\n7,One,1\n8,Two,2\n7,Three,3\n'),
    'Rows A2, A4 share one id (7)',
  ],
  [
    'a workbook that is none',
    csv('book.xlsx', 'PK\u0003\u0004 but nothing more of a zip archive here'),
    /workbook|archive|damaged/i,
  ],
];
for (const [what, file, sentence] of bad) {
  test(`refused with its place and remedy: ${what}`, async ({ page }) => {
    await firstRun(page);
    await page.getByRole('button', { name: 'Import a portfolio' }).click();
    await choose(page, file);
    await expect(page.getByRole('alert').filter({ hasText: sentence }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Portfolio' }).click();
    await expect(page.getByRole('heading', { name: 'The portfolio is empty' })).toBeVisible();
  });
}

test('columns Mizan does not know are named by hand, remembered, and proposed the next time', async ({ page }) => {
  await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  await choose(page, csv('own.csv', 'Project;Ministry;Envelope\nBridge;Roads;12,5\nTunnel;Rail;TBC\n'));
  await page.getByRole('combobox', { name: 'What “Envelope” means' }).click();
  await page.getByRole('option', { name: 'Whole-life cost' }).click();
  await page.getByLabel('Currency').fill('SAR');
  await page.getByRole('combobox', { name: 'Amounts are in' }).click();
  await page.getByRole('option', { name: 'millions', exact: true }).click();
  await page.getByLabel('Remember these columns as').fill('Ministry list');
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(grid(page)).toContainText('12.5');
  await expect(grid(page)).toContainText('not yet');
  await page.getByRole('link', { name: 'Import' }).click();
  await choose(page, csv('own2.csv', 'Project;Ministry;Envelope\nBridge;Roads;13\nTunnel;Rail;40\n'));
  await expect(page.getByText('Read with “Ministry list”')).toBeVisible();
  await expect(page.getByText('2 rows read, 0 dropped: 0 new, 2 changed, 0 unchanged.')).toBeVisible();
});

test('reading a large file can be cancelled, and the book stays as it was', async ({ page }) => {
  await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  const line = (i: number) =>
    `P-${i},Project number ${i},Department ${i % 40},${i * 7},"a long description that fills the line ${'x'.repeat(200)}"\n`;
  const large = `Project id,Name,Department,Cost,Description\n${Array.from({ length: 120_000 }, (_, i) => line(i)).join('')}`;
  await choose(page, csv('large.csv', large));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('The import was cancelled. The book is as it was.');
});
