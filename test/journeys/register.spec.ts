// A benefits register comes in through the import screen: previewed, put right by hand where needed, and there in the register.
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, firstRun } from './kit.ts';

const csv = (text: string) => ({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

async function choose(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose a/ }).click(),
  ]);
  await chooser.setFiles(csv(text));
}

const REGISTER = `Benefit ID,Benefit title,Programme,Benefit owner,Category,KPI,Unit,Baseline,Target,Plan Apr 2025,Plan May 2025,Actual Apr 2025
B1,Shorter waiting,Clinics,Amal Haddad,Quantitative,Waiting time,days,40,20,38,36,39
B2,Fewer forms,Clinics,Sam Reed,Wobbly,Forms,forms,1000,500,10,20,
`;

test('a register is imported and its benefits stand in the register; again, nothing changes', async ({ page }) => {
  const errors = await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  await choose(page, REGISTER);
  await expect(page.getByText('2 rows read, 0 dropped: 2 new benefits, 0 changed, 0 unchanged.')).toBeVisible();
  await expect(page.getByText('Plan, 2 months, Apr 2025 to May 2025').first()).toBeVisible();
  await page.getByRole('tab', { name: 'To look at (2)' }).click();
  await expect(
    page.getByText('C2, C3: the book has no component “Clinics”. 2 benefits come in without one.'),
  ).toBeVisible();
  await expect(page.getByText('E3: Category of the benefit “Wobbly” is not known.')).toBeVisible();
  await expectAccessible(page, 'the preview of a register');
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('Shorter waiting').first()).toBeVisible();
  await expect(page.getByText('Amal Haddad').first()).toBeVisible();

  await page.getByRole('link', { name: 'Import' }).click();
  await choose(page, REGISTER.replace('38,36,39', '38,35,39'));
  await expect(page.getByText('2 rows read, 0 dropped: 0 new benefits, 1 changed, 1 unchanged.')).toBeVisible();
  await expect(page.getByText('Plan: May 2025: 36 → 35')).toBeVisible();
  expect(errors).toEqual([]);
});

test('refused at its cell, and nothing half-applied', async ({ page }) => {
  await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  await choose(page, 'Benefit,Owner,KPI,Unit,Baseline,Target,Roll-up\nOne,A,Share,%,5,5,flow\n');
  await expect(page.getByRole('alert').first()).toContainText('Cell F2: start value and target of “One” are both 5');
  await expect(page.getByRole('alert').nth(1)).toContainText('Cell G2: “One” is counted in “%”');
  await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeDisabled();
});

test('rows of an unknown kind are said to be benefits by hand', async ({ page }) => {
  await firstRun(page);
  await page.getByRole('button', { name: 'Import a portfolio' }).click();
  await choose(page, 'Title,Owner,Jan 2025\nCalmer wards,Amal Haddad,5\n');
  await page.getByRole('combobox', { name: 'The rows are' }).click();
  await page.getByRole('option', { name: 'Benefits', exact: true }).click();
  await page.getByRole('combobox', { name: 'Months hold' }).click();
  await page.getByRole('option', { name: 'Actual readings' }).click();
  await expect(page.getByText('Actual, Jan 2025: — → 5')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByText('Calmer wards').first()).toBeVisible();
});
