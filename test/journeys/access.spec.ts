// Every screen in both languages without a serious fault of access, and the main job by keyboard alone.
import { expect, test } from '@playwright/test';
import { LONG } from '#test/kit/chance.ts';
import { expectAccessible, firstRun, grid, openSample } from './kit.ts';

for (const language of ['en', 'ar'] as const) {
  // each language and each theme once; all four in a long run
  for (const theme of LONG ? (['light', 'dark'] as const) : ([language === 'en' ? 'light' : 'dark'] as const)) {
    test(`axe finds no serious fault on any screen (${language}, ${theme})`, async ({ page }) => {
      test.slow();
      await page.addInitScript(
        ([l, t]) => {
          if (window.top === window) localStorage.setItem('mizan-prefs', JSON.stringify({ language: l, theme: t }));
        },
        [language, theme] as const,
      );
      await firstRun(page, language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await expectAccessible(page, 'first run');
      await page.getByRole('button', { name: language === 'en' ? 'Open the sample' : 'افتح العيّنة' }).click();
      await expect(grid(page)).toBeVisible();
      await grid(page).getByRole('rowheader').first().click();
      await page.keyboard.press('Space');
      await expect(page.getByRole('complementary')).toBeVisible();
      await expectAccessible(page, 'portfolio with inspector');
      await grid(page).focus();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('tablist')).toBeVisible();
      await expectAccessible(page, 'component');
      for (const tab of [1, 2, 3, 4]) {
        await page.getByRole('tab').nth(tab).click();
        await expect(page.getByRole('tabpanel')).toBeVisible();
        await expectAccessible(page, `component, tab ${tab}`);
      }
      for (const screen of ['import', 'settings', 'history', 'objectives', 'people', 'pack']) {
        await page.goto(`/#/${screen}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (screen === 'pack') await expect(page.locator('iframe')).toBeVisible();
        await expectAccessible(page, screen);
      }
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'palette');
    });

    test(`axe finds no serious fault where decisions are made (${language}, ${theme})`, async ({ page }) => {
      test.slow();
      await page.addInitScript(
        ([l, t]) => {
          if (window.top === window) localStorage.setItem('mizan-prefs', JSON.stringify({ language: l, theme: t }));
        },
        [language, theme] as const,
      );
      await openSample(page, language);
      const places = ['decisions', 'boards', 'boards/meetings', 'boards/office', 'work', 'risks'];
      for (const screen of [...places, 'rights/matrix', 'rights/who', 'rights/lint', 'rights/xray']) {
        await page.goto(`/#/${screen}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page, screen);
      }
      for (const [list, kind] of [
        ['decisions', 'decision'],
        ['boards', 'boards'],
        ['boards/meetings', 'meeting'],
        ['work', 'component'],
      ] as const) {
        await page.goto(`/#/${list}`);
        await page.locator(`main a[href^="#/${kind}/"]`).first().click();
        await expect(page.locator('main a[href]').first()).toBeVisible();
        await expectAccessible(page, `one of ${kind}`);
      }
      await page.getByRole('tab').nth(3).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await expectAccessible(page, 'what is decided about a component');
    });

    test(`axe finds no serious fault in the ledger's screens (${language}, ${theme})`, async ({ page }) => {
      test.slow();
      await page.addInitScript(
        ([l, t]) => {
          if (window.top === window) localStorage.setItem('mizan-prefs', JSON.stringify({ language: l, theme: t }));
        },
        [language, theme] as const,
      );
      await openSample(page, language);
      for (const screen of ['benefits', 'todo/missing', 'todo/verify', 'todo/claims', 'todo/watch', 'rounds']) {
        await page.goto(`/#/${screen}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page, screen);
      }
      await page.goto('/#/maps');
      await expect(page.getByRole('table')).toBeVisible();
      await expectAccessible(page, 'maps');
      await page.getByRole('table').getByRole('link').first().click();
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      await expectAccessible(page, 'map');
      for (const view of [1, 2, 3]) {
        await page.locator('.mantine-SegmentedControl-label').nth(view).click();
        await expectAccessible(page, `map, view ${view}`);
      }
      await page.goto('/#/people');
      await grid(page).getByRole('rowheader').first().click();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('article').first()).toBeVisible();
      await expectAccessible(page, 'owner');
      await page.goto('/#/benefits');
      await grid(page).getByRole('rowheader').first().click();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('tablist')).toBeVisible();
      for (const tab of [0, 1, 2, 3, 4, 5]) {
        await page.getByRole('tab').nth(tab).click();
        await expect(page.getByRole('tabpanel')).toBeVisible();
        await expectAccessible(page, `benefit, tab ${tab}`);
      }
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('tabpanel').getByRole('button').first().click();
      await expect(grid(page)).toBeVisible();
      await expectAccessible(page, 'measure');
    });
  }
}

test('the main job by keyboard alone', async ({ page }) => {
  await openSample(page);
  await grid(page).focus();
  // walk to the cost of the second row and edit it
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('F2');
  await page.keyboard.type('30000');
  await page.keyboard.press('Enter');
  await expect(
    grid(page)
      .getByRole('row', { name: /Farming and Countryside/ })
      .getByRole('gridcell')
      .nth(2),
  ).toHaveText('30,000');
  await page.keyboard.press('Control+z');
  await expect(
    grid(page)
      .getByRole('row', { name: /Farming and Countryside/ })
      .getByRole('gridcell')
      .nth(2),
  ).toHaveText('24,875');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('universal cre');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Universal Credit Programme' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pack');
  await page.keyboard.press('Enter');
  await expect(page.locator('iframe')).toBeVisible();
  const button = page.getByRole('button', { name: 'PowerPoint' });
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.pptx$/);
});

test('copy from the grid, paste a block, fill a selection: as in a spreadsheet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await grid(page).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'DREADNOUGHT\nFarming and Countryside Programme',
  );
  await page.evaluate(() => navigator.clipboard.writeText('First\t\nSecond'));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+v');
  await expect(grid(page).getByRole('rowheader', { name: 'First', exact: true })).toBeVisible();
  await expect(grid(page).getByRole('rowheader', { name: 'Second', exact: true })).toBeVisible();
});
