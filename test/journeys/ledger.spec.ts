// The value ledger as its users live with it: captured, completed by its own hints, measured, attested, judged, appraised.
import { expect, type Page, test } from '@playwright/test';
import { firstRun, grid, openSample, rowOf } from './kit.ts';

/** A new book of riyals with one component. */
async function newBook(page: Page): Promise<void> {
  await firstRun(page);
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
}

/** Alt N from wherever one is; counts the keys that are not text. */
async function capture(page: Page, title: string, owner: string, guess: string): Promise<number> {
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  // nobody waits for the page: what is typed meanwhile must be there
  await press('Alt+n');
  await page.keyboard.type(title);
  await expect(page.getByLabel('New benefit: what will be better?')).toHaveValue(title);
  await press('Tab');
  await page.keyboard.type(owner);
  await press('Tab');
  await page.keyboard.type(guess);
  await press('Enter');
  await expect(page.getByText(`“${title}” captured.`)).toBeVisible();
  return keys;
}

const openBenefit = async (page: Page, title: string) => {
  await rowOf(page, title).getByRole('rowheader').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

const hints = (page: Page) => page.getByRole('region', { name: 'Next step' }).getByRole('listitem').getByRole('button');

/** What a person answers to each hint. */
const ANSWERS: Readonly<Record<string, string>> = {
  description: 'People wait fewer days for a first appointment.',
  beneficiary: 'Patients',
  category: 'Quantitative, not financial',
  measure: 'Waiting time',
  unit: 'days',
  direction: 'Down is good',
  startValue: '40',
  target: '20',
  source: 'Appointment system',
  component: 'Clinics online',
};

/** Follows the first hint that stands there until none is left: the screen's own way to the next state. */
async function followHints(page: Page): Promise<number> {
  let followed = 0;
  for (let left = await hints(page).count(); left > 0 && followed < 30; followed++) {
    await hints(page).first().click();
    const field = await page.waitForFunction(() => {
      const place = document.activeElement?.closest('[data-field]');
      return place?.getAttribute('data-field') ?? undefined;
    });
    const name = String(await field.jsonValue());
    const answer = ANSWERS[name];
    if (answer === undefined) await page.keyboard.press('Space');
    else if (['category', 'direction', 'component'].includes(name))
      await page.getByRole('option', { name: answer }).click();
    else {
      await page.keyboard.type(answer);
      await page.keyboard.press(name === 'description' ? 'Tab' : 'Enter');
    }
    await expect.poll(() => hints(page).count(), { message: `after ${name}` }).not.toBe(left);
    left = await hints(page).count();
  }
  return followed;
}

test('a benefit is captured in at most 8 keys and completed to Validated by the screen’s own hints', async ({
  page,
}) => {
  await newBook(page);
  const keys = await capture(page, 'Shorter waiting', 'Leila Haddad', '300');
  expect(keys).toBeLessThanOrEqual(8);
  // once more from the register itself
  expect(await capture(page, 'Fewer letters', 'Leila Haddad', '')).toBeLessThanOrEqual(8);
  await openBenefit(page, 'Shorter waiting');
  await expect(page.getByText('Identified', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move to Validated' })).toBeDisabled();
  await followHints(page);
  await page.getByRole('button', { name: 'Move to Validated' }).click();
  await expect(page.getByText('“Shorter waiting” is now Validated.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Validated', { exact: false }).first()).toBeVisible();
});

test('sixty months pasted, planned, read; the status changes and says why', async ({ page }) => {
  await newBook(page);
  await capture(page, 'Shorter waiting', 'Leila Haddad', '');
  await openBenefit(page, 'Shorter waiting');
  await followHints(page);
  await page.getByRole('button', { name: 'Move to Validated' }).click();
  await page.getByLabel('Profile starts on').fill('01/01/2025');
  await page.keyboard.press('Tab');
  await page.getByLabel('Owner’s confidence (%)').fill('70');
  await page.keyboard.press('Tab');
  await page.getByRole('tab', { name: 'Owner and attestations' }).click();
  await page.getByRole('button', { name: 'Leila Haddad accepts ownership' }).click();
  await page.getByRole('button', { name: 'Plan it by month' }).click();

  await page.getByRole('button', { name: 'Paste months' }).click();
  const months = Array.from({ length: 60 }, (_, i) => String(Math.round((40 - i / 3) * 10) / 10));
  await page.getByLabel('Paste a row or a column').fill(months.join('\n'));
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByText('60 months written into Plan from Jan 2025.')).toBeVisible();
  await expect(grid(page).getByText('63 months')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await page.keyboard.press('Control+y');

  // two columns that name their months, out of order
  await page.getByRole('button', { name: 'Paste months' }).click();
  await page.getByText('Actual', { exact: true }).first().click();
  await page.getByLabel('Paste a row or a column').fill('Mar 2025\t39.4\nJan 2025\t40\nFeb 2025\t39.7');
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByText(/3 months written into Actual from Jan 2025; they were out of order/)).toBeVisible();
  // a future month is refused with its name
  await page.getByRole('button', { name: 'Paste months' }).click();
  await page.getByText('Actual', { exact: true }).first().click();
  await page.getByLabel('Paste a row or a column').fill('Jan 2031\t20');
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByText(/Jan 2031 has not come yet/)).toBeVisible();

  await page.getByRole('link', { name: 'Shorter waiting' }).click();
  await page.getByRole('button', { name: 'Move to Planned' }).click();
  await page.getByRole('button', { name: 'Move to Realising' }).click();
  await expect(page.getByText('“Shorter waiting” is now Realising.')).toBeVisible();
  const standing = page.getByRole('button', { name: /Not reported|Off track|On track/ }).first();
  await expect(standing).toContainText('Not reported');

  // readings up to the month before last, well behind plan
  const link = page.getByRole('tab', { name: /^Measures/ });
  await link.click();
  await page.getByRole('button', { name: 'Months and chart' }).click();
  await page.getByRole('button', { name: 'Paste months' }).click();
  await page.getByText('Actual', { exact: true }).first().click();
  await page.getByLabel('First month').fill('Apr 2025');
  await page.getByLabel('Paste a row or a column').fill(Array.from({ length: 19 }, () => '39').join('\t'));
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByText('19 months written into Actual from Apr 2025.')).toBeVisible();
  await page.getByRole('link', { name: 'Shorter waiting' }).click();
  await expect(standing).toContainText('Off track');
  await standing.click();
  const why = page.getByRole('dialog');
  await expect(why).toContainText('below plan by more than its tolerance of 10 points');
  await expect(why).toContainText('Planned to the same month');
  await page.keyboard.press('Escape');
});

test('an owner attests, a verifier verifies and returns, an over-claim is settled', async ({ page }) => {
  await openSample(page);
  await page.getByRole('link', { name: 'To do' }).click();
  await page.getByRole('tab', { name: /^To verify/ }).click();
  await page.getByRole('button', { name: /^Kay Osborne/ }).click();
  const first = page.getByRole('tabpanel').getByRole('listitem').first();
  const name = (await first.getByRole('link').first().textContent()) ?? '';
  await first.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/: verified\.$/)).toBeVisible();
  const next = page.getByRole('tabpanel').getByRole('listitem').first();
  await next.getByRole('button', { name: 'Return…' }).click();
  await next.getByRole('button', { name: 'Return with this reason' }).click();
  await expect(next.getByText('A reading is returned with a reason.')).toBeVisible();
  await next.getByLabel('Reason').fill('The ledger says otherwise');
  await next.getByRole('button', { name: 'Return with this reason' }).click();
  await expect(page.getByText(/: returned to the owner\.$/)).toBeVisible();
  expect(name).not.toBe('');

  await page.getByRole('tab', { name: /^Over-claims/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: '115% of this measure is claimed' })).toBeVisible();
  await page.getByRole('button', { name: 'Scale all to 100 %' }).click();
  await expect(page.getByText('0 measures claimed for more than all of them')).toBeVisible();

  await page.getByRole('link', { name: 'People' }).click();
  await rowOf(page, 'Elif Arslan').getByRole('rowheader').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Elif Arslan' })).toBeVisible();
  const owned = page
    .getByRole('article')
    .filter({ hasText: /Not attested for \u20662023-Q4/ })
    .first();
  const title = (await owned.getAttribute('aria-label')) ?? '';
  await owned.getByRole('button', { name: 'Attest' }).click();
  const form = page.getByRole('form', { name: `Attest “${title}”` });
  await form.getByLabel('Statement for').fill('On course.');
  await form.getByLabel(/^Owner’s confidence/).fill('150');
  await form.getByRole('button', { name: 'Attest' }).click();
  await expect(form.getByText(/percentage between 0 and 100/)).toBeVisible();
  await form.getByLabel(/^Owner’s confidence/).fill('65');
  await form.getByRole('button', { name: 'Attest' }).click();
  await expect(page.getByRole('article', { name: title }).getByText(/^Attested for/)).toBeVisible();
});

test('the NPV opens its working: every year, the rate, the timing, the price base', async ({ page }) => {
  await openSample(page);
  await rowOf(page, 'Universal Credit Programme').getByRole('rowheader').click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Value' }).click();
  const figure = page.getByText('NPV', { exact: true }).first().locator('xpath=../..').getByRole('button');
  await figure.click();
  const working = page.getByRole('dialog');
  await expect(working).toContainText('Σ (benefit − cost) of year t ÷ (1 + rate)^(t + 0)');
  await expect(working).toContainText('× 0.9662');
  await expect(working).toContainText('UK public sector');
  await expect(working).toContainText('Real prices of 2023');
  await expect(working).toContainText('Society');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('table', { name: /Flows by fiscal year/ })).toBeVisible();
});

test('whoever leaves for another screen while the sample still comes stays there', async ({ page }) => {
  await firstRun(page);
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('link', { name: 'Benefits' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('183 live benefits');
  await page.waitForTimeout(1_000);
  expect(page.url()).toContain('#/benefits');
});
