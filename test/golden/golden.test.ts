// Every format that ever shipped is read for ever: its golden file lies here and is never made anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { Change } from '#shared/change/model.ts';
import { Book, type Entry, type Kind, kindTable } from '#shared/domain/book.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import { evidenceHolds, recordHolds } from '#shared/govern/standing.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import { Withheld } from '#shared/change/withheld.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { must } from '#test/kit/book.ts';
import { goldenBook, goldenLedger, goldenMap } from '#test/kit/golden.ts';
import { goldenGovern } from '#test/kit/golden-govern.ts';
import { goldenPack } from '#test/kit/golden-pack.ts';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, name)));
const bookOf = async (changes: readonly Change[]): Promise<Book> => {
  const rows = changes.map((change, i) => ({ seq: i + 1, change, arrived: change.at[0] }));
  return new Book((await openBook(memoryStore(rows), kindTable, 0)).state);
};

describe('container 1', () => {
  const bytes = golden('container-1.mizan');

  test('is made today as it was made then', async () => {
    const { book, changes } = await goldenBook();
    // the program writes a later schema today; the container is the same
    expect(writeBook({ book, changes: changes.map((change) => ({ ...change, schema: 1 })) })).toEqual(bytes);
  });

  test('reads back and writes to the same bytes', () => {
    expect(writeBook(must(readBook(bytes)))).toEqual(bytes);
  });

  test('holds what it held', async () => {
    const { changes } = must(readBook(bytes));
    expect(changes.map(({ act, asAt, by, schema }) => [act, asAt, by, schema])).toEqual([
      ['act.editField', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.deleteRecord', '2026-11-23', 'Tester', 1],
    ]);
    const book = await bookOf(changes);
    expect(book.office).toMatchObject({ name: 'Golden book · الدفتر الذهبي', currency: 'SAR', fiscalYearStart: 4 });
    expect([...book.all('person')]).toEqual([]);
    const [programme, project] = [...book.all('component')];
    expect(programme).toMatchObject({ name: 'Clinics', level: 'programme', start: '2024-02-29' });
    expect(project).toMatchObject({
      name: 'Booking “online”',
      parent: programme?.id,
      wholeLifeCost: { minor: 106_590, currency: 'SAR', base: { kind: 'real', year: 2024 } },
      'costPlan/2025': { minor: -3_069, currency: 'SAR' },
      end: { absent: 'exempt', text: 'Exempt under Section 43' },
      confidence: { rating: 'amberRed', scale: 'five' },
    });
    expect([...book.all('benefit')]).toMatchObject([{ title: 'Waiting 40 → 20 days', component: project?.id, category: 'quantitative' }]);
  });
});

describe('schema 2, the value ledger', () => {
  const bytes = golden('ledger-2.mizan');

  test('is made today as it was made then', async () => {
    const { book, changes } = await goldenLedger();
    expect(writeBook({ book, changes: changes.map((change) => ({ ...change, schema: 2 })) })).toEqual(bytes);
  });

  test('reads back and writes to the same bytes', () => {
    expect(writeBook(must(readBook(bytes)))).toEqual(bytes);
  });

  test('a run of months is one write; a month inside it, and one taken away, are writes of their own', () => {
    const { changes } = must(readBook(bytes));
    expect(changes.map(({ schema }) => schema)).toEqual(changes.map(() => 2));
    const series = changes.flatMap(({ writes }) => writes).filter(({ field }) => field.includes('@'));
    expect(series.map(({ field, value }) => [field, Array.isArray(value) ? value.length : value])).toMatchObject([
      ['plan1@0+8', 8],
      ['forecast@0+3', 3],
      ['forecast@4+4', 4],
      ['actual@24315+4', 4],
      ['forecast@2', 35.25],
      ['forecast@7', null],
      ['check@24316', { verdict: 'verified', value: 38, on: '2026-11-23' }],
    ]);
  });

  test('holds what it held', async () => {
    const book = await bookOf(must(readBook(bytes)).changes);
    const [clinics] = [...book.all('component')];
    const [owner, verifier] = [...book.all('person')];
    const [benefit] = [...book.all('benefit')];
    const [measure] = [...book.all('measure')];
    const reading = (value: number) => ({ value, evidence: 'Clinic system' });
    expect(measure).toMatchObject({
      benefit: benefit?.id,
      startValue: 40,
      direction: -1,
      verifier: verifier?.id,
      'unitValue/2026-04': { amount: 1_200.5, currency: 'GBP', base: { kind: 'real', year: 2026 } },
      'version/1': { on: '2026-11-23', reason: 'Approved by the board', anchor: 24_315, by: 'Tester' },
      'plan1@': { from: 0, values: [38, 36, 34, 32, 30, 28, 24, 20] },
      'forecast@': { from: 0, values: [39, 37.5, 35.25, null, 33, 30, 26, null] },
      'actual@': { from: 24_315, values: [reading(39), reading(38), reading(36), reading(35)] },
      'check@': { from: 24_316, values: [{ verdict: 'verified', by: verifier?.id, value: 38 }] },
    });
    expect([...book.all('milestone')]).toMatchObject([{ plan: '2026-04-01', forecast: '2026-06-01' }]);
    expect([...book.all('claim')]).toMatchObject([
      { measure: measure?.id, component: clinics?.id, share: 60, until: '2027-03-31' },
    ]);
    expect([...book.all('attestation')]).toMatchObject([
      { benefit: benefit?.id, owner: owner?.id, period: '2027-Q2', statement: 'On its way: الموعد أقرب.', confidence: 70 },
    ]);
    const [round] = [...book.all('round')];
    expect(round).toMatchObject({ period: '2027-Q2', opened: '2026-10-01', due: '2026-10-14', by: 'owner' });
    expect([...book.all('request')]).toMatchObject([
      { round: round?.id, person: owner?.id, sent: '2026-10-01', reminded: 1, lastReminded: '2026-10-12' },
    ]);
  });
});

describe('schema 3, benefit maps', () => {
  const bytes = golden('map-3.mizan');

  test('is made today as it was made then', async () => {
    const { book, changes } = await goldenMap();
    expect(writeBook({ book, changes: changes.map((change) => ({ ...change, schema: 3 })) })).toEqual(bytes);
  });

  test('reads back and writes to the same bytes', () => {
    expect(writeBook(must(readBook(bytes)))).toEqual(bytes);
  });

  test('holds what it held', async () => {
    const { changes } = must(readBook(bytes));
    expect(new Set(changes.map(({ schema }) => schema))).toEqual(new Set([3]));
    const book = await bookOf(changes);
    const one = <K extends Kind>(kind: K) => [...book.all(kind)][0] as Entry<K>;
    const [enabler, training, change, objective, driver] = [
      one('enabler'),
      one('enablingChange'),
      one('businessChange'),
      one('objective'),
      one('driver'),
    ];
    const [benefit, harm] = [...book.all('benefit')];
    expect(one('benefitMap')).toMatchObject({ title: 'Clinics · العيادات', preset: 'network', group: 'owner', reading: 'rtl', inPack: true });
    expect([enabler.title, training.title, change.title, objective.name, driver.title]).toEqual([
      'Booking system',
      'Staff trained',
      'Visits booked online',
      'Care on time',
      'An ageing country',
    ]);
    expect(harm).toMatchObject({
      title: 'Fewer desks',
      disbenefit: true,
      treatment: { how: 'accepted', by: 'Steering committee', on: '2026-11-20', reason: 'Few are left' },
    });
    expect([...book.all('contribution')]).toMatchObject([
      { from: enabler.id, to: training.id, weight: 40, necessary: true },
      { from: training.id, to: change.id, weight: 62.5 },
      { from: change.id, to: benefit?.id },
      { from: change.id, to: harm?.id },
      { from: benefit?.id, to: objective.id, weight: 30 },
      { from: objective.id, to: driver.id },
    ]);
    const places = [...book.all('mapPlace')];
    expect(places.map(({ node }) => node)).not.toContain(driver.id);
    expect(places.length).toBe(6);
    expect(places.find(({ node }) => node === benefit?.id)?.at).toEqual({ x: 24, y: -130 });
  });
});

describe('schema 5, seals that say their record again', () => {
  test('is made today as it was made then', async () => {
    const { book, changes } = await goldenGovern();
    const then = changes.map((change) => ({ ...change, schema: 5 }));
    expect(writeBook({ book, changes: then })).toEqual(golden('govern-5.mizan'));
  });

  test('a seal lists every head of its record and writes every field of it', () => {
    const { changes } = must(readBook(golden('govern-5.mizan')));
    const sealing = changes.findLast(({ writes }) => writes.some(({ value }) => value === 'sealed'));
    const seals = sealing?.writes.filter(({ field, value }) => field === '$life' && value === 'sealed') ?? [];
    expect(seals.length).toBeGreaterThan(0);
    for (const { record, replaces } of seals) {
      const seen = changes.filter(({ id, writes }) => id !== sealing?.id && writes.some((each) => each.record === record));
      expect(new Set(replaces).size).toBeGreaterThan(0);
      expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([...replaces]));
      const fields = new Set(seen.flatMap(({ writes }) => writes.filter((each) => each.record === record)).map(({ field }) => field));
      const said = new Set(sealing?.writes.filter((each) => each.record === record).map(({ field }) => field));
      expect([...fields].filter((field) => !said.has(field))).toEqual([]);
    }
  });
});

describe.each([4, 5])('schema %i, boards and decisions', (schema) => {
  const bytes = golden(`govern-${schema}.mizan`);

  test('reads back and writes to the same bytes', () => {
    expect(writeBook(must(readBook(bytes)))).toEqual(bytes);
  });

  test('holds what it held, every kind of it', async () => {
    const { changes } = must(readBook(bytes));
    expect(new Set(changes.map(({ schema }) => schema))).toEqual(new Set([schema]));
    const book = await bookOf(changes);
    const one = <K extends Kind>(kind: K) => [...book.all(kind)][0] as Entry<K>;
    const [ada, ben, dee] = [...book.all('person')];
    const [top, board] = [...book.all('board')];
    const clinics = one('component');
    expect(book.office).toMatchObject({ name: 'Boards · اللجان', workLimits: { delivering: 12, transition: 3 } });
    expect(clinics).toMatchObject({ work: 'delivering', workSince: '2026-04-01', law: 'Health Act', sponsor: ada?.id });
    expect(one('charter')).toMatchObject({ placement: 'compromise', moneyMoves: 'no', operationsTable: 'partly' });
    expect([top?.form, board?.quorum, board?.cadence, board?.minutes]).toEqual(['post', 50, 'monthly', 90]);
    expect([...book.all('reportingLine')]).toMatchObject([
      { from: board?.id, to: top?.id },
      { from: top?.id, to: board?.id, dotted: true },
    ]);
    const seat = one('seat');
    expect(seat).toMatchObject({ board: board?.id, role: 'member', speaksFor: 'finance' });
    expect(one('membership')).toMatchObject({ seat: seat.id, person: ada?.id, until: '2027-12-31', delegate: dee?.id });
    const right = one('decisionRight');
    expect(right).toMatchObject({
      type: 'fund',
      from: { money: { minor: 5_000_000, currency: 'GBP' }, inclusive: true },
      to: { inclusive: false },
      lane: 'ordinary',
      escalatesTo: top?.id,
      delegateUntil: '2026-08-31',
    });
    expect([...book.all('rightParty')]).toMatchObject([
      { right: right.id, part: 'decide', body: board?.id },
      { right: right.id, part: 'input', role: 'benefitOwner' },
    ]);
    expect(one('risk')).toMatchObject({ probability: 30, response: 'reduce', closed: { reason: 'Pay settled' } });
    expect(one('threat')).toMatchObject({ risk: one('risk').id, benefit: one('benefit').id, share: 40, months: 3 });
    expect(one('gate')).toMatchObject({ purpose: 'funding', milestone: 'continuedViability', held: '2026-11-20' });
    expect(one('gateAnswer')).toMatchObject({ question: 'owned', answer: 'yes', reason: 'By decree' });
    expect([...book.all('action')].map(({ done, dropped }) => done ?? dropped?.on)).toEqual(['2027-04-01', '2026-12-01']);
    expect(one('hindsight')).toMatchObject({ finding: 'worse', next: '2028-05-20' });
    expect([...book.all('voiced')].map(({ says, person }) => [says, person])).toEqual([
      ['yes', ada?.id],
      ['noted', ben?.id],
    ]);
    expect(one('deferral')).toMatchObject({ until: '2026-11-20', reason: 'Figures follow' });
    expect([...book.all('attendance')].map(({ presence }) => presence)).toEqual(['delegate', 'present']);
    expect(one('agendaItem')).toMatchObject({ kind: 'decision', minutes: 15, said: 'Agreed after a question on supply.' });
  });

  test('its seals hold, and one letter more breaks them', async () => {
    const book = await bookOf(must(readBook(bytes)).changes);
    const [decision, successor] = [...book.all('decision')] as [Entry<'decision'>, Entry<'decision'>];
    const { closed } = [...book.all('meeting')][0] as Entry<'meeting'>;
    expect(successor.supersedes).toBe(decision.id);
    expect(decision.taken).toMatchObject({ number: '2027-001', outcome: 'agreedWithConditions' });
    expect([evidenceHolds(decision), recordHolds(book, decision)]).toEqual([true, true]);
    expect(recordHolds(book, { ...decision, question: `${decision.question}.` })).toBe(false);
    expect(sha256Text(closed?.minutes ?? '')).toBe(closed?.hash);
  });
});

describe('container 3: a copy of a part', () => {
  const bytes = golden('part-5.mizan');

  test('reads back and writes to the same bytes', () => {
    expect(new DataView(bytes.buffer).getUint32(8)).toBe(3);
    expect(writeBook(must(readBook(bytes)))).toEqual(bytes);
  });

  test('withholds what it withheld, and the whole book lifts it', () => {
    const [part, whole] = [must(readBook(bytes)), must(readBook(golden('govern-5.mizan')))];
    const withheld = new Withheld(part.holding);
    expect([...withheld.counts.records]).toEqual([
      ['agendaItem', 1],
      ['attendance', 2],
      ['decision', 1],
      ['meeting', 1],
    ]);
    expect([withheld.counts.fields, withheld.counts.of]).toEqual([5, 3]);
    expect(part.holding?.hidden.find(({ field }) => field === 'frozen')?.hash).toMatch(/^808994fd9f2d7985/);
    const plan = must(planMerge(part, [whole], 8e15));
    expect(plan.holding).toBeUndefined();
    expect(plan.changes).toEqual(must(planMerge(whole, [], 8e15)).changes);
  });
});

describe('schema 6, issued packs', () => {
  test('is made today as it was made then', async () => {
    expect(writeBook(await goldenPack())).toEqual(golden('pack-6.mizan'));
  });

  test('holds the pack with its number, its tips and the hashes of its files', async () => {
    const { changes } = must(readBook(golden('pack-6.mizan')));
    const [pack] = [...(await bookOf(changes)).all('pack')];
    expect(pack).toMatchObject({
      number: '2026-01',
      asAt: '2026-11-30',
      editions: [{ language: 'ar', calendar: 'both', files: [{ kind: 'pptx', sha256: '0f'.repeat(32) }] }],
      $life: 'sealed',
    });
    expect(pack?.tips.every((tip) => changes.some(({ id }) => id === tip))).toBe(true);
  });
});
