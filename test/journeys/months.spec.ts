// What is typed and pasted lands where the hand put it, is refused under its own name, and reads in its own direction.
import { expect, type Page, test } from '@playwright/test';
import { grid, openSample, rowOf } from './kit.ts';

async function openBenefit(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('link', { name: 'Benefits' }).click();
  await rowOf(page, 'Shorter waiting time: Rail Passenger Services').getByRole('rowheader').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Shorter waiting time/ })).toBeVisible();
}

async function openMonths(page: Page): Promise<void> {
  await openBenefit(page);
  await page.getByRole('tab', { name: /^Measures/ }).click();
  await page.getByRole('button', { name: 'Months and chart' }).click();
  await expect(grid(page)).toBeVisible();
}

/** Puts a text on the clipboard's way as Ctrl V does. */
const paste = (page: Page, text: string) =>
  grid(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('a first click on a grid that was scrolled takes the row under the pointer', async ({ page }) => {
  await openSample(page);
  await grid(page).evaluate((element) => element.scrollTo({ top: 1600 }));
  await page.waitForTimeout(200);
  // rows beyond what is seen are drawn too: one from the middle of them stands in sight
  const seen = grid(page).getByRole('row').nth(20).getByRole('rowheader');
  const name = (await seen.textContent()) ?? '';
  await seen.click();
  await expect(grid(page).locator('[aria-selected=true]').getByRole('rowheader')).toHaveText(name);
  expect(await grid(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(1000);
});

test('months pasted into the grid go on below its last row, in one step; a refused one is named', async ({ page }) => {
  await openMonths(page);
  const rows = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
  const first = grid(page).getByRole('row').nth(1);
  const at = (await page.getByRole('columnheader').allTextContents()).findIndex((text) => text.includes('Forecast'));
  await first.locator('[aria-colindex]').nth(at).click();
  const many = Array.from({ length: rows + 40 }, (_, i) => String(i + 1));
  await paste(page, many.join('\n'));
  await expect(page.getByText(`${rows + 40} cells changed`)).toBeVisible();
  await expect(grid(page).getByText(`${rows + 43} months`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(grid(page).getByText(`${rows} months`)).toBeVisible();
  await paste(page, '1\n2\nmany\n4');
  await expect(page.getByText(/3 cells changed; 1 could not.*The value for \w+ \d+ is not a number\./)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await expect(first.locator('[aria-colindex]').nth(at)).not.toHaveText('1');
});

test('a field is refused under its own name, and a percentage may carry its sign', async ({ page }) => {
  await openBenefit(page);
  const confidence = page.getByLabel('Owner’s confidence (%)');
  await confidence.fill('170');
  await confidence.press('Tab');
  await expect(page.getByText('Owner’s confidence (%): write a percentage between 0 and 100.')).toBeVisible();
  await confidence.fill('64%');
  await confidence.press('Tab');
  await expect(page.getByText(/write a percentage|not a number/)).toHaveCount(0);
  await expect(confidence).toHaveValue('64');
});

test('Arabic fields read from the right, dates in their order', async ({ page }) => {
  await openSample(page, 'ar');
  await page.getByRole('link', { name: 'الإعدادات' }).click();
  const day = page.getByLabel('تاريخ التقرير');
  await expect(day).toHaveValue(/31/);
  const style = await day.evaluate((field) => {
    const { direction, textAlign } = getComputedStyle(field);
    return { direction, textAlign };
  });
  expect(style).toEqual({ direction: 'rtl', textAlign: 'right' });
});
