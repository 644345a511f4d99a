// From an empty book: the template of governance, who decides five cases, a seat filled and delegated; by keyboard, in both languages.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, firstRun } from './kit.ts';

const SAID = {
  en: {
    newBook: /^Start a new book/,
    boards: 'Boards',
    template: 'Start from the template',
    rights: 'Decision rights',
    tabs: { matrix: 'Matrix', who: 'Who decides', lint: /^Lint/, xray: 'X-ray of a year' },
    decision: 'Decision',
    amount: 'Amount ($)',
    stop: 'Stop',
    portfolioManager: 'Portfolio manager',
    sponsor: 'the sponsor',
    steering: 'Steering committee',
    finance: 'Finance',
    agree: 'Must agree:',
    vacancy: 'nobody sits in “\u2068Head of finance\u2069”',
    seat: 'Seat somebody',
    delegate: 'Delegate',
    until: 'Delegate until',
    expired: 'Delegation ran out on',
    mayStandIn: 'May stand in',
    lintExpired: 'is named as delegate',
    openBody: 'Open the body',
    parts: 'Decides',
    cell: 'no part',
    meeting: 'New meeting',
    meetings: 'Meetings',
    office: 'Where the office sits',
    choose: /^Choose: Enterprise/,
    chosen: 'Chosen: Enterprise office, by the chief executive.',
  },
  ar: {
    newBook: /^ابدأ دفتر/,
    boards: 'اللجان',
    template: 'ابدأ من القالب',
    rights: 'مصفوفة الصلاحيات',
    tabs: { matrix: 'المصفوفة', who: 'من يقرّر', lint: /^الفحص/, xray: 'الأشعة على سنة' },
    decision: 'قرار',
    amount: 'المبلغ (دولار أمريكي)',
    stop: 'إيقاف',
    portfolioManager: 'مدير المحفظة',
    sponsor: 'الراعي',
    steering: 'اللجنة التوجيهية',
    finance: 'المالية',
    agree: 'تلزم موافقة:',
    vacancy: 'لا أحد يشغل «\u2068رئيس المالية\u2069»',
    seat: 'من يشغل المقعد',
    delegate: 'المفوَّض',
    until: 'التفويض حتى',
    expired: 'انتهى التفويض في',
    mayStandIn: 'له أن ينوب',
    lintExpired: 'وانتهى تفويضه في',
    openBody: 'افتح الجهة',
    parts: 'يقرّر',
    cell: 'لا دور',
    meeting: 'اجتماع جديد',
    meetings: 'الاجتماعات',
    office: 'موقع المكتب',
    choose: /^اختر: مكتب مؤسسي/,
    chosen: 'المختار: مكتب مؤسسي لدى الرئيس التنفيذي.',
  },
} as const;

const press = async (what: Locator): Promise<void> => {
  await what.focus();
  await what.press('Enter');
};

const openTab = (page: Page, name: string | RegExp): Promise<void> => press(page.getByRole('tab', { name }));

async function type(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

async function governed(page: Page, language: 'en' | 'ar'): Promise<string[]> {
  const said = SAID[language];
  const errors = await firstRun(page, language);
  await press(page.getByRole('button', { name: said.newBook }));
  await expect(page).toHaveURL(/#\/settings$/);
  await press(page.getByRole('link', { name: said.boards, exact: true }));
  await expect(page.getByRole('button', { name: said.template })).toBeVisible();
  await expectAccessible(page, 'no body yet');
  await press(page.getByRole('button', { name: said.template }));
  await expect(page.getByRole('link', { name: new RegExp(said.steering) }).first()).toBeVisible();
  await expectAccessible(page, 'the chart of bodies');
  return errors;
}

for (const language of ['en', 'ar'] as const) {
  const said = SAID[language];

  test(`who decides five cases of the template, by keyboard (${language})`, async ({ page }) => {
    const errors = await governed(page, language);
    await press(page.getByRole('button', { name: said.rights }));
    await expectAccessible(page, 'the matrix');
    await openTab(page, said.tabs.who);
    const answer = page.locator('output p');
    const amount = page.getByLabel(said.amount);
    const agrees = answer.filter({ hasText: said.agree });
    await type(amount, '49,999');
    await expect(answer.first()).toContainText(said.portfolioManager);
    await expect(agrees).toHaveCount(0);
    await type(amount, '50,000');
    await expect(answer.first()).toContainText(said.sponsor);
    await expect(agrees).toContainText(said.finance);
    await type(amount, '250k');
    await expect(answer.first()).toContainText(said.sponsor);
    await type(amount, '250,001');
    await expect(answer.first()).toContainText(said.steering);
    const decision = page.getByRole('combobox', { name: said.decision });
    await type(decision, said.stop);
    await decision.press('ArrowDown');
    await decision.press('Enter');
    await expect(answer.first()).toContainText(said.stop);
    await expect(answer.first()).toContainText(said.steering);
    await type(amount, 'much');
    await expect(amount).toHaveAttribute('aria-invalid', 'true');
    await type(amount, '1');
    await expectAccessible(page, 'who decides');
    await openTab(page, said.tabs.xray);
    await expect(page.getByRole('table')).toHaveCount(3);
    await expectAccessible(page, 'the X-ray');
    expect(errors).toEqual([]);
  });

  test(`a seat is filled and delegated, and the lint tells both (${language})`, async ({ page }) => {
    const errors = await governed(page, language);
    await press(page.getByRole('button', { name: said.rights }));
    await openTab(page, said.tabs.lint);
    const vacancy = page.getByRole('row').filter({ hasText: said.vacancy });
    await expect(vacancy).toHaveCount(1);
    await expectAccessible(page, 'the lint');
    await press(vacancy.getByRole('button', { name: said.openBody }));
    const seat = page.getByRole('combobox', { name: said.seat, exact: true });
    await type(seat, 'Layla Haddad');
    await seat.press('Enter');
    await expect(page.locator('strong', { hasText: 'Layla Haddad' })).toBeVisible();
    await expect(page.getByRole('article').getByText('▲')).toHaveCount(0);
    const delegate = page.getByRole('combobox', { name: said.delegate, exact: true });
    await type(delegate, 'Omar Said');
    await delegate.press('Enter');
    await expect(page.getByText(said.mayStandIn)).toBeVisible();
    const until = page.getByLabel(said.until);
    await type(until, '31/12/2019');
    await until.press('Enter');
    await expect(page.getByText(said.expired)).toBeVisible();
    await expectAccessible(page, 'the page of a body');
    await page.goBack();
    await expect(vacancy).toHaveCount(0);
    await expect(page.getByRole('row').filter({ hasText: said.lintExpired })).toHaveCount(1);
    await page.goForward();
    await type(until, '31/12/2099');
    await until.press('Enter');
    await expect(page.getByText(said.mayStandIn)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('row').filter({ hasText: said.lintExpired })).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test(`parts in the matrix, where the office sits, a meeting proposed; by keyboard (${language})`, async ({
    page,
  }) => {
    const errors = await governed(page, language);
    await openTab(page, said.office);
    await press(page.getByRole('button', { name: said.choose }));
    await expect(page.getByText(said.chosen)).toBeVisible();
    await expectAccessible(page, 'where the office sits');
    await openTab(page, said.meetings);
    await press(page.getByRole('button', { name: said.meeting }));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(said.steering);
    await press(page.getByRole('link', { name: said.boards, exact: true }).first());
    await press(page.getByRole('button', { name: said.rights }));
    const rows = page.locator('tbody tr').filter({ has: page.locator('td') });
    await rows.first().getByRole('button').first().focus();
    // the first body decides in place of the portfolio manager
    await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
    const cell = rows
      .first()
      .getByRole('button', { name: new RegExp(said.steering) })
      .last();
    await expect(cell).toBeFocused();
    await page.keyboard.press('Enter');
    const decides = page.getByRole('menuitemcheckbox', { name: said.parts });
    await expect(decides).toBeVisible();
    await expectAccessible(page, 'the parts of a cell');
    await press(decides);
    await expect(cell).toHaveAccessibleName(new RegExp(`: ${said.parts}$`));
    await expect(rows.first().getByRole('button', { name: new RegExp(said.portfolioManager) })).toHaveAccessibleName(
      new RegExp(`: ${said.cell}$`),
    );
    await expect(cell).toBeFocused();
    expect(errors).toEqual([]);
  });
}
