// Governance in the pack: what is asked stands first, figures are those that were frozen, resolutions are whole and last.
import { beforeAll, describe, expect, test } from 'vitest';
import { takeDecision } from '#shared/acts/take-decision.ts';
import type { Deck, TableBlock } from '#shared/deck/model.ts';
import { packDeck } from '#shared/deck/pack.ts';
import { CHARTER } from '#shared/domain/charter.ts';
import type { Frozen } from '#shared/domain/decision.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { misfits } from '#test/kit/fits.ts';
import {
  AS_AT,
  bodyNamed,
  bookOf,
  forwarded,
  type Governed,
  governed,
  holderIn,
  optionIn,
  raised,
  withRights,
} from '#test/kit/govern.ts';

const pack = (made: Governed, language: 'en' | 'ar' = 'en', asAt: Day = AS_AT): Deck =>
  packDeck({ book: bookOf(made), words: createWords({ language }), asAt, snapshot: 'abc123' });
const ids = (deck: Deck) => deck.slides.map(({ id }) => id);
const slide = (deck: Deck, id: string) => {
  const found = deck.slides.find((one) => one.id === id);
  if (!found) throw new Error(`no slide ${id} among ${ids(deck).join(', ')}`);
  return found;
};
const cells = (deck: Deck, id: string) =>
  slide(deck, id)
    .blocks.filter((block): block is TableBlock => block.kind === 'table')
    .flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
const plain = (text: string) => text.replace(/[\u2060\u2066-\u2069\u200e]/g, '');
const title = (deck: Deck, id: string) => plain(slide(deck, id).title);
const said = (deck: Deck, id: string) => plain(JSON.stringify(slide(deck, id)));

const GBP = (thousands: number) => ({
  minor: thousands * 100_000,
  currency: 'GBP',
  base: { kind: 'real', year: 2023 },
});

async function take(made: Governed, decision: RecordId, on: string): Promise<void> {
  const input = {
    decision,
    on: on as Day,
    asAt: AS_AT,
    outcome: 'agreed' as const,
    option: optionIn(made, decision, 'asAsked'),
    rationale: 'It pays back.',
    resolution: 'Agreed.',
    body: bodyNamed(made, 'Portfolio manager'),
    person: holderIn(made, 'Portfolio manager'),
    exceptions: { aimless: 'Aim follows.', ownerNotHeard: 'Away.' },
    actions: [
      { title: 'Hire', person: made.owner, due: '2025-09-20' as Day },
      { title: 'Train', person: made.sponsor, due: '2026-01-31' as Day },
    ],
  };
  must(await act(made.at.open, made.at.ctx, takeDecision, input));
}

interface Office {
  readonly made: Governed;
  readonly fund: RecordId;
  readonly stop: RecordId;
  readonly pivot: RecordId;
}

/** Three put forward, one prepared, two recorded. */
async function office(): Promise<Office> {
  const made = await withRights(await governed());
  await take(made, await forwarded(made, 'fund', 20_000), '2025-09-01');
  const changed = await forwarded(made, 'fund', 10_000);
  await take(made, changed, '2025-09-15');
  const fund = await forwarded(made, 'fund', 300_000);
  const stop = await forwarded(made, 'stop');
  const pivot = await forwarded(made, 'pivot');
  await raised(made, 'pause');
  const day = (decision: RecordId, neededBy: string, more: object = {}) =>
    made.at.set('decision', decision, { neededBy, ...more });
  await day(fund, '2025-12-31', {
    because: 'It pays back.',
    deferring: 'A winter more.',
    resolution: 'The clinics get it.',
  });
  await day(stop, '2025-09-10');
  await day(pivot, '2026-02-01');
  const [action] = [...bookOf(made).all('action')].filter(({ title: name }) => name === 'Train');
  if (action) await made.at.set('action', action.id, { done: '2025-09-28' });
  return { made, fund, stop, pivot };
}

let all: Office;
beforeAll(async () => {
  all = await office();
});

describe('the order of the pack', () => {
  test('requested first, then earlier decisions; health, then resolutions, before the appendix', () => {
    const own = ids(pack(all.made));
    expect(own.slice(0, 5)).toEqual(['decision-1', 'decision-2', 'decision-3', 'earlier-1', 'portfolio']);
    expect(own.slice(own.indexOf('governance'))).toEqual(['governance', 'resolutions-1', 'method']);
  });

  test('a book without rights or decisions is told of none of it', async () => {
    const deck = pack(await governed());
    expect(ids(deck).filter((id) => /^(decision|earlier|slate|governance|resolutions|charter)/.test(id))).toEqual([]);
    expect(JSON.stringify(deck.slides)).not.toContain('decisions requested');
    expect(deck.sheets.map(({ name }) => name)).not.toContain('Decisions');
  });

  test('a book with rights alone says what it has none of', async () => {
    const deck = pack(await withRights(await governed()));
    expect(ids(deck)[0]).toBe('portfolio');
    for (const part of ['decisions requested', 'earlier decisions', 'stop, pivot and scale', 'draft resolutions'])
      expect(said(deck, 'method')).toContain(`Left out: ${part}`);
    expect(title(deck, 'governance')).toMatch(/^Governance health: no decision is recorded yet; /);
  });
});

describe('decisions requested', () => {
  test('each says what is asked, its size, who decides and by when; the earliest needed first', () => {
    const deck = pack(all.made);
    expect([1, 2, 3].map((at) => title(deck, `decision-${at}`))).toEqual([
      'Stop Clinics (value −£30 k, cost −£15 k): Steering committee was to decide by 10 Sept 2025',
      'Fund Clinics with £300 k: Steering committee decides by 31 Dec 2025',
      'Pivot Clinics: Steering committee decides by 1 Feb 2026',
    ]);
  });

  test('options with doing nothing, the recommended one by sign and word; why, who, what waiting costs', () => {
    const deck = pack(all.made);
    expect(cells(deck, 'decision-2').map(([name]) => name)).toEqual([
      '▸ As asked · recommended',
      'Do nothing',
      'Stop it',
    ]);
    for (const part of ['It pays back.', 'Waiting costs: A winter more.', 'Finance must agree and has not said so'])
      expect(said(deck, 'decision-2')).toContain(part);
    expect(said(deck, 'decision-1')).toContain('Was needed by 10 Sept 2025: 20 days late.');
  });

  test('what is being prepared is named in the notes and shown nowhere', () => {
    const deck = pack(all.made);
    expect(plain(slide(deck, 'decision-1').notes.join(' '))).toContain(
      'Still being prepared and not shown: “pause the clinics”',
    );
    expect(ids(deck)).not.toContain('decision-4');
  });

  test('its figures are those that were frozen, whatever the book says today', async () => {
    const { made } = await office();
    const before = [1, 2, 3].map((at) => cells(pack(made), `decision-${at}`));
    await made.at.set('component', made.component, { exitCost: GBP(900), 'costPlan/2026': GBP(700) });
    const after = pack(made);
    expect([1, 2, 3].map((at) => cells(after, `decision-${at}`))).toEqual(before);
    expect(title(after, 'decision-1')).toContain('cost −£15 k');
  });

  test('one changed letter of the evidence: said plainly, without a figure', async () => {
    const { made, stop } = await office();
    const { frozen } = bookOf(made).get('decision', stop) as { frozen: Frozen };
    const bent = { ...frozen, evidence: frozen.evidence.replace('Clinics', 'Clinicz') };
    await made.at.set('decision', stop, { frozen: bent });
    const deck = pack(made);
    expect(cells(deck, 'decision-1')).toEqual([]);
    expect(title(deck, 'decision-1')).toBe('Stop Clinics: Steering committee was to decide by 10 Sept 2025');
    expect(said(deck, 'decision-1')).toContain('The evidence is not as it was frozen');
    expect(said(deck, 'decision-1')).not.toContain('£15 k');
  });

  test('from the seventh on they share a table', async () => {
    const { made } = await office();
    for (let i = 0; i < 5; i++) {
      const decision = await forwarded(made, 'scale');
      await made.at.set('decision', decision, { neededBy: `2026-03-0${i + 1}` });
    }
    const deck = pack(made);
    expect(ids(deck).filter((id) => id.startsWith('decision'))).toHaveLength(7);
    expect(title(deck, 'decisions-later-1')).toBe('2 more decisions are requested, needed later');
    expect(cells(deck, 'decisions-later-1').map((row) => row.at(-1))).toEqual(['4 Mar 2026', '5 Mar 2026']);
  });
});

test('earlier decisions: late with how long, who, since when; done last', () => {
  const deck = pack(all.made);
  expect(title(deck, 'earlier-1')).toBe('Earlier decisions: 1 done, 2 late, 1 not begun');
  expect(cells(deck, 'earlier-1').map((row) => row.slice(2))).toEqual([
    ['Hire', 'Bea Owner', '■ Late by 10 days, not begun', '20 Sept 2025'],
    ['Hire', 'Bea Owner', '■ Late by 10 days, not begun', '20 Sept 2025'],
    ['Train', 'Sam Sponsor', '▲ Not begun', expect.any(String)],
    ['Train', 'Sam Sponsor', '● Done', '28 Sept 2025'],
  ]);
});

describe('the slate', () => {
  test('counts what it proposes, sums what could be freed, sunk cost stands apart', async () => {
    const { made } = await office();
    expect(ids(pack(made))).not.toContain('slate-1');
    await made.at.set('component', made.component, { committedCost: GBP(0) });
    const deck = pack(made);
    expect(title(deck, 'slate-1')).toBe(
      'Proposed, looking forward only: stop 1, pivot 0, scale 0; stopping would free £55 k',
    );
    const [row, total] = cells(deck, 'slate-1');
    expect(row).toEqual(['Clinics', '■ Stop', '−25', '30', '60', '55', '1 benefit: cashable 30', 'Bea Owner', '500']);
    expect(total).toEqual(['Freed by stopping the one', '', '', '', '', '55', '', '', '']);
    await made.at.set('component', made.component, { costToDate: GBP(99_000) });
    expect(title(pack(made), 'slate-1')).toBe(title(deck, 'slate-1'));
  });
});

describe('draft resolutions', () => {
  test('number by number, each with a line for its outcome; one without a draft says what is asked', () => {
    const text = cells(pack(all.made), 'resolutions-1').map(([number, what]) => [number, plain(what ?? '')]);
    expect(text.map(([number]) => number).filter(Boolean)).toEqual(['1', '2', '3']);
    expect(text).toContainEqual(['', 'The clinics get it.']);
    expect(text.filter(([, what]) => what?.includes('Refused'))).toHaveLength(3);
    expect(JSON.stringify(text)).toContain('No resolution is drafted. Asked is: Pivot Clinics.');
  });

  test('a long text goes on over the next slides, whole', async () => {
    const { made, fund } = await office();
    const words = Array.from({ length: 1500 }, (_, i) => `word${i}`);
    await made.at.set('decision', fund, { resolution: words.join(' ') });
    const deck = pack(made);
    const pages = ids(deck).filter((id) => id.startsWith('resolutions'));
    expect(pages.length).toBeGreaterThan(1);
    const read = pages.flatMap((id) => cells(deck, id).map((row) => row[1])).join(' ');
    expect(words.filter((word) => !read.includes(word))).toEqual([]);
    expect(misfits(deck)).toEqual([]);
  });
});

test('health says median days, exceptions, actions; approved against realised by year', () => {
  const deck = pack(all.made);
  expect(title(deck, 'governance')).toMatch(/^Governance health: 2 decisions recorded, /);
  expect(said(deck, 'governance')).toContain('"value":"1 of 4","label":"Actions done"');
  expect(cells(deck, 'governance')).toHaveLength(1);
});

test('the charter is one page of the appendix, where the office has a place', async () => {
  const { made } = await office();
  await made.at.set('charter', CHARTER, { placement: 'strategy', reason: 'Close the gap.', mandate: 'It recommends.' });
  const deck = pack(made);
  expect(ids(deck).slice(-2)).toEqual(['charter', 'method']);
  expect(title(deck, 'charter')).toMatch(/^Where the office sits: Strategy office; \d of 6 checks hold$/);
  expect(cells(deck, 'charter')).toHaveLength(6);
  for (const part of ['Close the gap.', 'It recommends.', 'Closes the gap between strategy and delivery.'])
    expect(said(deck, 'charter')).toContain(part);
});

describe('in every length and both languages', () => {
  const long = 'A very long sentence about clinics, owners and winters that never quite ends. '.repeat(40);
  test.each(['en', 'ar'] as const)('%s: everything fits', async (language) => {
    const { made, fund } = await office();
    await made.at.set('decision', fund, { question: long, because: long, deferring: long, resolution: long });
    await made.at.set('component', made.component, { name: long.slice(0, 400), committedCost: GBP(0) });
    await made.at.set('charter', CHARTER, { placement: 'compromise', reason: long, mandate: long });
    expect(misfits(pack(made, language))).toEqual([]);
  });

  test('Arabic: its own words, right to left', () => {
    const deck = pack(all.made, 'ar');
    expect(deck.direction).toBe('rtl');
    expect(title(deck, 'decision-2')).toMatch(/^تمويل Clinics بمبلغ .*: القرار لدى Steering committee في موعد أقصاه/);
    expect(title(deck, 'earlier-1')).toMatch(/^القرارات السابقة/);
    expect(cells(deck, 'decision-2')[0]?.[0]).toBe('◂ As asked · موصى به');
    expect(JSON.stringify(deck.slides)).not.toMatch(/decisionDeck\./);
  });
});

test('the workbook holds register, options, actions and risks', () => {
  const { sheets } = pack(all.made);
  const sheet = (name: string) => sheets.find((each) => each.name === name);
  expect(sheet('Decisions')?.rows).toHaveLength(2 + 6 + 1);
  expect(sheet('Decisions')?.rows.at(-1)?.[1]).toMatchObject({ formula: 'COUNTA(B3:B8)', value: 6 });
  expect(sheet('Options')?.rows.length).toBeGreaterThan(10);
  expect(sheet('Actions')?.rows).toHaveLength(2 + 4);
  expect(sheet('Risks')?.rows).toHaveLength(2 + 1);
});
