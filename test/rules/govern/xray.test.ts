// The X-ray of a year: the same seed the same answer; gaps, doubles, vacancies, bottlenecks and unheard voices are shown.
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { DECISION_TYPES } from '#shared/domain/right.ts';
import { type Xray, xrayRights } from '#shared/govern/xray.ts';
import { loadText, officeText, xrayFindingText, xraySummaryText } from '#shared/govern/xray-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { act, must } from '#test/kit/book.ts';
import { AR, bound, EN, gbp, ON, type TemplateDesk, templateDesk } from './rights-book.ts';

/** Components with everyone named, so that nothing is found but what a test breaks. */
async function staffed(input = {}): Promise<TemplateDesk & { components: RecordId[] }> {
  const at = await templateDesk({ firstMeeting: ON, ...input });
  const [sponsor, lead, owner] = await Promise.all(['Layla', 'Omar', 'Nora'].map((name) => at.add('person', { name })));
  const components: RecordId[] = [];
  for (const name of ['Clinics', 'Roads', 'Schools']) {
    const component = await at.add('component', { name, sponsor, deliveryLead: lead, wholeLifeCost: gbp(900_000) });
    await at.add('benefit', { title: `Benefit of ${name}`, component, state: 'identified', owner });
    components.push(component);
  }
  return { ...at, components };
}

const run = (at: TemplateDesk, more: { seed?: number; requests?: number } = {}): Xray =>
  xrayRights(at.book, { on: ON, seed: 5, ...more });
const rules = (xray: Xray) => [...new Set(xray.findings.map(({ rule }) => rule))].sort();

describe('a year', () => {
  test('is the same for the same seed and book, and another for another seed', async () => {
    const at = await staffed();
    expect(run(at)).toEqual(run(at));
    expect(run(at)).toEqual(run(await staffed()));
    expect(run(at, { seed: 6 }).deciders).not.toEqual(run(at).deciders);
  });

  test('meets every type of decision and every step of the thresholds', async () => {
    const at = await staffed();
    const xray = run(at, { requests: 400 });
    expect(xray).toMatchObject({ drawn: 400, own: 0, resolved: 400, gaps: [], doubles: [], vacancies: [] });
    expect(xray.deciders.map(({ body, role }) => role ?? at.book.get('board', body)?.title).sort()).toEqual([
      'Accountable executive',
      'Portfolio manager',
      'Steering committee',
      'sponsor',
    ]);
    expect(xray.deciders.reduce((sum, { decisions }) => sum + decisions, 0)).toBeCloseTo(1, 9);
    expect(xray.deciders.reduce((sum, { money = 0 }) => sum + money, 0)).toBeCloseTo(1, 9);
  });

  test('by the template, staffed, without too much to do: nothing is found', async () => {
    const at = await staffed();
    const xray = run(at, { requests: 40 });
    expect(xray.office).toMatchObject({
      office: at.body('Value management office'),
      boss: at.body('Accountable executive'),
    });
    expect(rules(xray)).toEqual([]);
    expect(xray.waitLongest).toBeLessThanOrEqual(60);
  });

  test('runs the book’s own decisions of the last twelve months beside those drawn', async () => {
    const at = await staffed();
    const values = { type: 'fund', component: at.components[0], amount: gbp(60_000) };
    await at.add('decision', { ...values, title: 'Lately', raisedOn: '2026-09-01' });
    await at.add('decision', { ...values, title: 'Long ago', raisedOn: '2025-09-01' });
    await at.add('decision', { ...values, title: 'Without a day' });
    expect(run(at, { requests: 0 })).toMatchObject({ drawn: 0, own: 1, resolved: 1 });
  });
});

describe('shows', () => {
  test('gaps and double deciders, with one of them as an example', async () => {
    const at = await staffed();
    must(await act(at.open, at.ctx, deleteRecord, { kind: 'decisionRight', record: at.right('stop').id }));
    await at.set('decisionRight', at.right('fund').id, { to: bound(60_000, true) });
    const xray = run(at, { requests: 400 });
    expect(xray.gaps).toMatchObject([{ type: 'stop', unresolved: 'noRow' }]);
    expect(xray.doubles).toMatchObject([
      { type: 'fund', unresolved: 'double', rights: [expect.any(String), expect.any(String)] },
    ]);
    const double = xray.doubles[0]?.amount?.minor ?? 0;
    expect(double).toBeGreaterThanOrEqual(5_000_000);
    expect(double).toBeLessThanOrEqual(6_000_000);
    expect(rules(xray)).toEqual(expect.arrayContaining(['double', 'gap']));
  });

  test('vacancies: posts nobody holds, and components that name nobody', async () => {
    const at = await staffed();
    const orphan = await at.add('component', { name: 'Orphan' });
    await at.drop('seat', at.seat('Finance', 'Head of finance').id);
    const { vacancies } = run(at, { requests: 300 });
    expect(vacancies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ body: at.body('Finance'), components: [] }),
        expect.objectContaining({ role: 'sponsor', components: [orphan] }),
      ]),
    );
  });

  test('a committee with more to decide than time, and one without a calendar', async () => {
    const at = await staffed();
    const steering = at.body('Steering committee');
    await at.set('board', steering, { minutes: 30 });
    const full = run(at, { requests: 200 });
    const [load] = full.loads;
    expect(load).toMatchObject({ board: steering, slots: 24 });
    expect(load?.demand).toBeGreaterThan(100);
    expect(load?.waitLongest).toBeGreaterThan(180);
    expect(rules(full)).toContain('overloaded');
    await at.set('board', steering, { cadence: 'quarterly', firstMeeting: '2028-09-01' });
    const late = run(at, { requests: 200 });
    expect(late.loads[0]).toMatchObject({ board: steering, slots: 0 });
    expect(rules(late)).toContain('overloaded');
    expect(loadText(at.book, EN, late.loads[0] as never)).toMatch(
      /^\u2068Steering committee\u2069: \d+ decisions in the year and no meeting\./,
    );
    await at.set('board', steering, { cadence: 'asNeeded' });
    const without = run(at, { requests: 200 });
    expect(without.loads.find(({ board }) => board === steering)).toMatchObject({
      slots: undefined,
      hasNoCalendar: true,
    });
    expect(rules(without)).toContain('noCalendar');
  });

  test('who is not heard: a committee without operations', async () => {
    const at = await staffed();
    const heard = (xray: Xray) => xray.voices.find(({ voice }) => voice === 'operations')?.decisions ?? 0;
    const before = run(at, { requests: 300 });
    await at.drop('seat', at.seat('Steering committee', 'Operations').id);
    const after = run(at, { requests: 300 });
    expect(heard(before)).toBeGreaterThan(0.5);
    expect(heard(after)).toBeLessThan(0.3);
    expect(after.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'unheard', voice: expect.objectContaining({ voice: 'operations' }) }),
      ]),
    );
  });

  test('the office’s own boss in the chair of what it recommends', async () => {
    const at = await staffed({ people: undefined });
    const boss = await at.add('person', { name: 'Hala' });
    for (const [board, title] of [
      ['Accountable executive', 'Accountable executive'],
      ['Steering committee', 'Chair'],
    ] as const)
      await at.add('membership', { seat: at.seat(board, title).id, person: boss });
    const xray = run(at);
    expect(xray.office.decidedByBoss).toBe(xray.office.recommends);
    expect(rules(xray)).toContain('ownBoss');
  });

  test('all of it in words of both languages', async () => {
    const at = await staffed({ people: undefined });
    must(await act(at.open, at.ctx, deleteRecord, { kind: 'decisionRight', record: at.right('fund', 1).id }));
    await at.set('decisionRight', at.right('approve').id, { to: bound(60_000, true) });
    await at.set('board', at.body('Steering committee'), { minutes: 15 });
    const xray = run(at, { requests: 400 });
    expect(xray.findings.length).toBeGreaterThan(4);
    for (const words of [EN, AR])
      for (const text of [
        xraySummaryText(words, xray),
        officeText(at.book, words, xray),
        ...xray.loads.map((load) => loadText(at.book, words, load)),
        ...xray.findings.map((finding) => xrayFindingText(at.book, words, xray, finding)),
      ]) {
        expect(text).not.toMatch(/\{\{|xray\.|rights\.|undefined/);
        if (words === AR) expect(text).toMatch(/[\u0600-\u06ff]/);
      }
  });
});

test('an empty matrix and a book without components are run without fault', async () => {
  const at = await templateDesk();
  expect(run(at)).toMatchObject({ resolved: 60, vacancies: [] });
  for (const type of DECISION_TYPES)
    for (const right of [...at.book.all('decisionRight')].filter((each) => each.type === type))
      must(await act(at.open, at.ctx, deleteRecord, { kind: 'decisionRight', record: right.id }));
  expect(run(at)).toMatchObject({ resolved: 0, deciders: [] });
});
