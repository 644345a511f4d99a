// A map typed by keyboard alone in both languages, what it is found to lack, what stops with what, and the outline without a pointer.
import { expect, type Page, test } from '@playwright/test';
import { firstRun } from './kit.ts';

/** Counts every key that is not a letter of a name. */
class Keyboard {
  pressed = 0;
  constructor(readonly page: Page) {}
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
  async press(key: string): Promise<void> {
    this.pressed += key.split('+').length;
    await this.page.keyboard.press(key);
  }
}

const CHAINS = 8;
const WORDS = {
  en: {
    start: 'Start a new book',
    maps: 'Maps',
    name: 'Name of a new map',
    steps: ['Booking system', 'Staff trained', 'Visits booked online', 'Shorter waits', 'Care on time'],
    sentence: /40 nodes · 50 links/,
    told: /Linked “.*” and “.*”/,
  },
  ar: {
    start: 'ابدأ دفتراً جديداً',
    maps: 'الخرائط',
    name: 'اسم خريطة جديدة',
    steps: ['نظام الحجز', 'تدريب الموظفين', 'حجز الزيارات إلكترونيًا', 'انتظار أقصر', 'رعاية في وقتها'],
    sentence: /40 عقدة · 50 رابطًا/,
    told: /رُبط «.*» و«.*»/,
  },
} as const;

async function emptyMap(page: Page, language: 'en' | 'ar'): Promise<void> {
  const words = WORDS[language];
  await firstRun(page, language);
  await page.getByRole('button', { name: words.start }).click();
  await page.goto('/#/maps');
  const name = page.getByRole('textbox', { name: words.name });
  await name.fill('Clinics');
  await name.press('Enter');
  await expect(page.getByRole('combobox')).toBeFocused();
}

/** 8 chains of 5 nodes, and 18 links across them. */
async function typeMap(page: Page, language: 'en' | 'ar'): Promise<Keyboard> {
  const keys = new Keyboard(page);
  const { steps } = WORDS[language];
  const name = (step: number, chain: number) => `${steps[step]} ${chain + 1}`;
  for (let chain = 0; chain < CHAINS; chain++) {
    for (let step = 0; step < steps.length; step++) {
      await keys.type(name(step, chain));
      await keys.press(step < steps.length - 1 ? 'Tab' : 'Enter');
    }
    for (let back = 0; back < steps.length - 1; back++) await keys.press('Shift+Tab');
  }
  let links = 0;
  for (let chain = 0; links < 18; chain = (chain + 1) % CHAINS) {
    const step = 1 + (links % 3);
    await keys.type(name(step, chain));
    await keys.press('Tab');
    await keys.type(`${name(step + 1, (chain + 1 + Math.floor(links / CHAINS)) % CHAINS)} 20%`);
    await keys.press('Enter');
    await keys.press('Shift+Tab');
    links++;
  }
  return keys;
}

for (const language of ['en', 'ar'] as const)
  test(`a map of 40 nodes and 50 links by keyboard alone (${language})`, async ({ page }) => {
    test.slow();
    await emptyMap(page, language);
    const keys = await typeMap(page, language);
    await expect(page.getByText(WORDS[language].sentence)).toBeVisible({ timeout: 30_000 });
    expect(keys.pressed).toBeLessThanOrEqual(40 * 2 + 50 * 4);
    // nodes stand in the columns as the language reads
    await page.getByRole('button', { name: language === 'en' ? 'Fit' : 'اعرض الكل' }).click();
    const [first, last] = [0, 4].map((step) =>
      page
        .locator('.react-flow__node')
        .filter({ hasText: `${WORDS[language].steps[step]} 1` })
        .first(),
    );
    const [from, to] = [await first?.boundingBox(), await last?.boundingBox()];
    expect((to?.x ?? 0) > (from?.x ?? 0)).toBe(language === 'en');
  });
