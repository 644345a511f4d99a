// What every journey does: open the sample, read the grid, type into a cell, look for faults of access.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** A page that has never seen Mizan, in English, with its console watched: an error in it fails the journey. */
export async function firstRun(page: Page, language: 'en' | 'ar' = 'en', address = '/'): Promise<string[]> {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (fault) => errors.push(fault.message));
  await page.addInitScript((chosen) => {
    if (window.top !== window) return;
    if (!localStorage.getItem('mizan-prefs'))
      localStorage.setItem('mizan-prefs', JSON.stringify({ language: chosen, theme: 'light' }));
  }, language);
  await page.goto(address);
  return errors;
}

export async function openSample(page: Page, language: 'en' | 'ar' = 'en', address = '/'): Promise<string[]> {
  const errors = await firstRun(page, language, address);
  await page.getByRole('button', { name: language === 'en' ? 'Open the sample' : 'افتح العيّنة' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  return errors;
}

export const grid = (page: Page): Locator => page.getByRole('grid');

/** The row of the grid whose name holds the text. */
export const rowOf = (page: Page, name: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

/** Types a new value into a cell by mouse and Enter, as a person would, whatever comes of it. */
export async function typeInto(cell: Locator, text: string): Promise<void> {
  await cell.dblclick();
  const editor = cell.getByRole('textbox');
  await editor.fill(text);
  await editor.press('Enter');
}

/** The same, until the value is kept: an open editor reads like the cell's text but is not saved. */
export async function editCell(cell: Locator, text: string): Promise<void> {
  await typeInto(cell, text);
  await expect(grid(cell.page()).getByRole('textbox')).toHaveCount(0);
}

/** No fault that axe calls serious or critical. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
  expect(told, where).toEqual([]);
}
