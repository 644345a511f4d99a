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
    agreed: /Agreed · 2024-001/,
    raise: 'Raise a decision',
    component: 'Component',
    question: 'What is asked',
    amount: /^Amount/,
    neededBy: 'Needed by',
    newGate: 'New gate',
    due: 'Due',
    overrule: 'Overrule with a reason',
    reasonField: 'Reason',
    assemble: 'Assemble the agenda',
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
    agreed: /موافقة · 2024-001/,
    raise: 'ارفع قرارًا',
    component: 'مكوّن',
    question: 'المطلوب',
    amount: /^المبلغ/,
    neededBy: 'مطلوب قبل',
    newGate: 'بوابة جديدة',
    due: 'الاستحقاق',
    overrule: 'انقض مع ذكر السبب',
    reasonField: 'السبب',
    assemble: 'اجمع جدول الأعمال',
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

/** Typed and left, as a field keeps what it holds. */
async function type(field: Locator, text: string): Promise<void> {
  await fill(field, text);
  await field.press('Tab');
}

/** From a list by the keys alone: its first letters or the arrow, then Enter. */
async function choose(list: Locator, name: string): Promise<void> {
  await list.focus();
  if (await list.isEditable()) await list.fill(name);
  else await list.press('Enter');
  // the options of this list: the one chosen from before may still be folding away
  const options = () => list.getAttribute('aria-controls');
  await expect.poll(options).toBeTruthy();
  const option = list
    .page()
    .locator(`[id="${await options()}"]`)
    .getByRole('option', { name })
    .first();
  await expect(option).toBeVisible();
  for (let i = 0; i < 8; i++) {
    await list.press('ArrowDown');
    const at = await list.getAttribute('aria-activedescendant');
    if (at !== null && (await option.getAttribute('id')) === at) break;
  }
  await list.press('Enter');
  await expect(list).toHaveValue(new RegExp(name));
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

  test(`a paper prepared, its gate, the agenda, decided in the room, minutes, the pack, by keyboard (${language})`, async ({
    page,
  }) => {
    test.slow();
    const errors = await openSample(page, language);
    // the paper
    await page.goto('/#/decisions');
    const raise = page.getByRole('form', { name: w.raise });
    await choose(raise.getByRole('combobox', { name: w.component }), 'Mechanised Infantry');
    await press(raise.getByRole('button', { name: w.raise }));
    await expect(page.getByRole('heading', { level: 1, name: /Mechanised Infantry Programme/ })).toBeVisible();
    await type(page.getByLabel(w.question), 'Should the next vehicles be bought?');
    await type(page.getByLabel(w.resolution, { exact: true }), 'The next vehicles are bought.');
    await type(page.getByLabel(w.amount), '250000000');
    await type(page.getByLabel(w.neededBy), '20/04/2023');
    await press(button(page, w.recommend).first());
    await expect(page.getByText(`▸ ${w.recommended}`)).toBeVisible();
    await press(button(page, w.forward));
    await expect(page.getByText(w.isForward)).toBeVisible();
    // its gate: answered from the book, overruled with a reason, both shown
    await press(page.getByRole('link', { name: 'Mechanised Infantry Programme' }).first());
    const tab = page.getByRole('tab', { name: w.decide, exact: true });
    await tab.focus();
    await tab.press('Enter');
    await fill(page.getByPlaceholder(w.newGate), 'Crews ready');
    await page.keyboard.press('Enter');
    const gate = page.getByRole('article', { name: 'Crews ready' });
    await type(gate.getByLabel(w.due), '20/04/2023');
    const owned = gate.locator('details').nth(1);
    await owned.locator('summary').press('Enter');
    await press(owned.getByRole('button', { name: w.overrule }));
    await type(owned.getByLabel(w.reasonField), 'Owner named by decree');
    await press(owned.getByRole('button', { name: w.overrule }));
    await expect(owned.locator('summary')).toContainText('Owner named by decree');
    // the agenda
    await page.goto('/#/boards/meetings');
    await press(page.getByRole('link', { name: w.april }).first());
    await press(button(page, w.assemble));
    await expect(page.getByRole('link', { name: /Mechanised Infantry/ })).toBeVisible();
    await expect(page.getByText(/Crews ready/)).toBeVisible();
    const seats = page.getByRole('combobox', { name: w.presence });
    for (let i = 0; i < (await seats.count()); i++) await choose(seats.nth(i), w.present);
    await expect(page.getByText(w.quorum).first()).toBeVisible();
    await expectAccessible(page, 'meeting');
    // the room
    await press(button(page, w.room));
    const asked = page.getByRole('heading', { level: 1, name: 'Should the next vehicles be bought?' });
    for (let i = 0; i < 6 && !(await asked.isVisible()); i++) await page.keyboard.press('PageDown');
    await expect(asked).toBeVisible();
    await press(button(page, w.take));
    const form = page.getByRole('form', { name: w.take });
    await fill(form.getByLabel(w.resolution), 'The next vehicles are bought once crews are trained.');
    await fill(form.getByLabel(w.rationale), 'Crews come first.');
    await giveReasons(page, w.reason);
    await press(form.getByRole('button', { name: w.record }));
    await expect(page.getByText(w.agreed)).toBeVisible();
    await page.keyboard.press('Escape');
    // the minutes
    await press(button(page, w.close));
    await expect(page.getByText(w.isClosed)).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), press(button(page, w.docx))]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const document = unpackZip(new Uint8Array(readFileSync(await download.path())))['word/document.xml'];
    const text = textOf(document as Uint8Array);
    expect(text).toContain('The next vehicles are bought once crews are trained.');
    expect(text).toContain('2024-001');
    // the pack: what is still asked first, no longer what was decided
    await page.goto('/#/pack');
    const slides = page.locator('iframe').first().contentFrame();
    await expect(slides.locator('h1, h2').first()).toContainText('Social Housing Decarbonisation');
    await expect(slides.getByText('Should the next vehicles be bought?')).toHaveCount(0);
    await expect(
      slides.getByText('The committee funds wave 3 with £800 m over its whole life.').first(),
    ).toBeAttached();
    expect(errors).toEqual([]);
  });
}
