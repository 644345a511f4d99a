// Decisions by keyboard in both languages: a stop from first doubt to its actions; and a paper to the room, the minutes and the pack.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { textOf, unpackZip } from '#shared/sheet/zip.ts';
import { expectAccessible, openSample } from './kit.ts';

const WORDS = {
  en: {
    decide: 'Decide',
    raiseStop: 'Raise: Stop',
    proposes: /the book proposes: Stop/,
    recommend: 'Recommend',
    recommended: 'Recommended',
    forward: 'Put forward',
    isForward: /evidence is frozen/,
    take: 'Record the decision',
    resolution: 'Resolution',
    rationale: 'Why it was decided so',
    record: 'Record and seal',
    reason: 'Why it is decided all the same',
    addAction: 'Add an action',
    action: 'Action',
    recorded: /As recorded: number/,
    check: 'Check against the book of that day',
    asFrozen: /letter for letter/,
    stopped: 'Stopped',
    work: 'Work',
    find: 'Find on the board',
    boards: 'Boards',
    april: 'Steering committee, April 2023',
    room: 'Show in the room',
    presence: /^Presence of/,
    present: 'Present',
    close: 'Close and freeze the minutes',
    isClosed: /minutes are frozen/,
    docx: 'English, DOCX',
    next: 'Next',
    agreed: /Agreed · 2024-001/,
    fund: 'Should wave 3 be funded with £800 m?',
    quorum: /quorum: 5 of 3 needed/,
  },
  ar: {
    decide: 'القرار',
    raiseStop: 'ارفع: إيقاف',
    proposes: /يقترح الدفتر: الإيقاف/,
    recommend: 'أوصِ به',
    recommended: 'موصى به',
    forward: 'اعرضه على الجهة',
    isForward: /أدلته مجمّدة/,
    take: 'سجّل القرار',
    resolution: 'نص القرار',
    rationale: 'مبررات القرار',
    record: 'سجّل وأقفل',
    reason: 'لماذا يُتخذ القرار مع ذلك',
    addAction: 'أضف إجراءً',
    action: 'إجراء',
    recorded: /كما سُجّل: رقم/,
    check: 'طابق مع دفتر ذلك اليوم',
    asFrozen: /حرفًا بحرف/,
    stopped: 'موقوف',
    work: 'العمل',
    find: 'ابحث في اللوحة',
    boards: 'اللجان',
    april: 'Steering committee, April 2023',
    room: 'اعرض في القاعة',
    presence: /^حضور/,
    present: 'حاضر',
    close: 'أقفل وجمّد المحضر',
    isClosed: /المحضر مجمّد/,
    docx: 'العربية، DOCX',
    next: 'التالي',
    agreed: /موافقة · 2024-001/,
    fund: 'Should wave 3 be funded with £800 m?',
    quorum: /النصاب مكتمل: 5 والمطلوب 3/,
  },
} as const;

/** As with a keyboard: what has the focus is pressed. */
async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function fill(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.fill(text);
}

/** A reason for each thing that does not hold. */
async function giveReasons(page: Page, placeholder: string): Promise<void> {
  const reasons = page.getByPlaceholder(placeholder);
  for (let i = 0; i < (await reasons.count()); i++) await fill(reasons.nth(i), `Reason ${i + 1}`);
}

for (const language of ['en', 'ar'] as const) {
  const w = WORDS[language];

  test(`a stop from first doubt to its actions, by keyboard (${language})`, async ({ page }) => {
    const errors = await openSample(page, language);
    await page.goto('/#/work');
    await fill(page.getByPlaceholder(w.find), 'Housing Programme');
    await fill(page.getByPlaceholder(w.find), 'Affordable Homes');
    await press(page.getByRole('link', { name: /Affordable Homes Programme/ }).first());
    const tab = page.getByRole('tab', { name: w.decide, exact: true });
    await tab.focus();
    await tab.press('Enter');
    await expect(page.getByText(w.proposes)).toBeVisible();
    await press(button(page, w.raiseStop));
    await expect(page.getByRole('heading', { level: 1, name: /Affordable Homes Programme/ })).toBeVisible();
    await press(button(page, w.recommend).first());
    await expect(page.getByText(`▸ ${w.recommended}`)).toBeVisible();
    await fill(page.getByLabel(w.resolution, { exact: true }), 'The programme stops.');
    await page.getByLabel(w.resolution, { exact: true }).press('Tab');
    await press(button(page, w.forward));
    await expect(page.getByText(w.isForward)).toBeVisible();
    await press(button(page, w.take));
    const form = page.getByRole('form', { name: w.take });
    await fill(form.getByLabel(w.resolution), 'The programme stops and its homes are handed to councils.');
    await fill(form.getByLabel(w.rationale), 'Looking forward it costs more than it brings.');
    await press(form.getByRole('button', { name: w.addAction }));
    await fill(form.getByLabel(w.action, { exact: true }), 'Tell the councils');
    // nothing is recorded while a rule that does not hold has no reason
    await press(form.getByRole('button', { name: w.record }));
    await expect(form.getByRole('alert')).toBeVisible();
    await giveReasons(page, w.reason);
    await press(form.getByRole('button', { name: w.record }));
    await expect(page.getByRole('heading', { name: w.recorded })).toBeVisible();
    await expect(page.getByText('Reason 1')).toBeVisible();
    await expect(page.locator('input[value="Tell the councils"]')).toBeVisible();
    await press(button(page, w.check));
    await expect(page.getByText(w.asFrozen)).toBeVisible();
    await expectAccessible(page, 'decision');
    await page.goto('/#/work');
    await fill(page.getByPlaceholder(w.find), 'Affordable Homes');
    const column = page.getByRole('region', { name: w.stopped, exact: true });
    await expect(column.getByRole('link', { name: /Affordable Homes/ })).toBeVisible();
    expect(errors).toEqual([]);
  });

  test(`agenda, quorum, a decision in the room, minutes, by keyboard (${language})`, async ({ page }) => {
    const errors = await openSample(page, language);
    await page.goto('/#/boards/meetings');
    await press(page.getByRole('link', { name: w.april }).first());
    await expect(page.getByRole('heading', { level: 1, name: w.april })).toBeVisible();
    const seats = page.getByRole('combobox', { name: w.presence });
    for (let i = 0; i < (await seats.count()); i++) {
      await seats.nth(i).focus();
      await seats.nth(i).press('Enter');
      await page.getByRole('option', { name: w.present, exact: true }).click();
    }
    await expect(page.getByText(w.quorum).first()).toBeVisible();
    await expectAccessible(page, 'meeting');
    await press(button(page, w.room));
    await expect(page.getByRole('heading', { level: 1, name: w.fund })).toBeVisible();
    await press(button(page, w.take));
    const form = page.getByRole('form', { name: w.take });
    await fill(form.getByLabel(w.resolution), 'Wave 3 is funded with £800 m over its whole life.');
    await giveReasons(page, w.reason);
    await press(form.getByRole('button', { name: w.record }));
    await expect(page.getByText(w.agreed)).toBeVisible();
    await press(button(page, w.next));
    await expect(page.getByRole('heading', { level: 1, name: w.fund })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await press(button(page, w.close));
    await expect(page.getByText(w.isClosed)).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), press(button(page, w.docx))]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const text = textOf(
      unpackZip(new Uint8Array(readFileSync(await download.path())))['word/document.xml'] as Uint8Array,
    );
    expect(text).toContain('Wave 3 is funded with £800 m over its whole life.');
    expect(text).toContain('2024-001');
    expect(errors).toEqual([]);
  });
}
