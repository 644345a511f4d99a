// A component from nothing to a line in the pack: added, filled in, with a benefit, a measure, an owner and an objective.
import { expect, test } from '@playwright/test';
import { firstRun, grid } from './kit.ts';

test('a component is added by hand, owned, measured, linked, and stands in portfolio and history', async ({ page }) => {
  const errors = await firstRun(page);
  await page.getByRole('button', { name: 'Start a new book' }).click();
  await page.getByLabel('Name of the book').fill('Health 2030');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Currency' }).click();
  await page.getByRole('option', { name: /^SAR/ }).click();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await page.getByRole('button', { name: 'Add a component' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Clinics online');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Clinics online' })).toBeVisible();
  await page.getByLabel(/^Whole-life cost/).fill('120.5');
  await page.getByLabel('End', { exact: true }).fill('31/02/2030');
  await page.keyboard.press('Tab');
  await expect(page.getByText('End: this is not a date.', { exact: false })).toBeVisible();
  await page.getByLabel('End', { exact: true }).fill('28/02/2030');
  await page.keyboard.press('Tab');

  await expect(page.getByLabel('End', { exact: true })).toHaveValue('28 Feb 2030');
  await page.getByLabel(/^Whole-life cost/).fill('1,200.50');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^Whole-life cost/)).toHaveValue('1200.5');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(/^Whole-life cost/)).toHaveValue('1,200.5');
  await page.getByLabel(/^Whole-life cost/).fill('120.5');
  await page.keyboard.press('Tab');

  await page.getByRole('tab', { name: /^Benefits/ }).click();
  await page.getByRole('button', { name: 'Add a benefit' }).click();
  await page.getByLabel('Title').fill('Fewer missed appointments');
  await page.getByLabel(/^Stated benefit/).fill('300');
  await page.getByRole('combobox', { name: 'Owner' }).fill('Leila Haddad');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  await page.getByLabel('Start value').fill('18');
  await page.getByLabel('Target').fill('9');
  await page.keyboard.press('Tab');

  await page.getByRole('tab', { name: 'Links' }).click();
  await page.getByLabel('New objective').fill('Care within reach');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Serves 1 objective')).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 of 1 components states a benefit');
  await expect(grid(page).getByRole('row', { name: /Clinics online/ })).toContainText('2.49');
  await page.getByRole('link', { name: 'People' }).click();
  await expect(grid(page)).toContainText('Leila Haddad');
  await page.getByRole('link', { name: 'Objectives' }).click();
  await expect(grid(page)).toContainText('Care within reach');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Fewer missed appointments').first()).toBeVisible();
  await page.getByRole('link', { name: 'Pack' }).click();
  await expect(page.locator('iframe')).toBeVisible();
  expect(errors).toEqual([]);
});
