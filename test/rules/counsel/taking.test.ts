// What a decision must not slip past: an empty seat, a date of convenience, closed minutes, a paper that moved, a seal.
import { describe, expect, test } from 'vitest';
import { hearParty } from '#shared/acts/hear-party.ts';
import { deferDecision, putForward } from '#shared/acts/raise-decision.ts';
import { type Taking, takeDecision } from '#shared/acts/take-decision.ts';
import { breachSaid } from '#shared/counsel/said.ts';
import { where } from '#shared/domain/lookup.ts';
import { agendaOf } from '#shared/govern/minutes.ts';
import { recordHolds } from '#shared/govern/standing.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
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

const ON = '2025-10-15' as Day;
const REASONS = { aimless: 'Aim follows.', ownerNotHeard: 'Away.' };

const take = (made: Governed, decision: RecordId, more: Partial<Taking> = {}) =>
  act(made.at.open, made.at.ctx, takeDecision, {
    decision,
    on: ON,
    asAt: AS_AT,
    outcome: 'agreed',
    option: optionIn(made, decision, 'asAsked'),
    rationale: 'It pays back.',
    resolution: 'Agreed.',
    exceptions: REASONS,
    ...more,
  });

const manager = (made: Governed) => ({
  body: bodyNamed(made, 'Portfolio manager'),
  person: holderIn(made, 'Portfolio manager'),
});
const refused = (code: string) => ({ ok: false, problem: { code } });
const yes = (made: Governed, decision: RecordId, on: string, says: 'yes' | 'no' = 'yes') =>
  act(made.at.open, made.at.ctx, hearParty, {
    decision,
    part: 'agree',
    body: bodyNamed(made, 'Finance'),
    on: on as Day,
    says,
  });

async function convened(made: Governed, on = ON): Promise<RecordId> {
  const board = bodyNamed(made, 'Steering committee');
  return made.at.add('meeting', { board, title: 'October', on });
}

describe('who takes it', () => {
  test('an empty post decides nothing without saying so', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const { person, ...post } = manager(made);
    expect(await take(made, decision, post)).toMatchObject(refused('exception.nobodyNamed'));
    const [held] = [...bookOf(made).all('membership')].filter((each) => each.person === person);
    await made.at.set('membership', held?.id as RecordId, { until: '2025-02-01' });
    expect(await take(made, decision, post)).toMatchObject(refused('exception.vacant'));
    expect(await take(made, decision, { ...post, person })).toMatchObject(refused('exception.notTheDecider'));
    must(
      await take(made, decision, { ...post, exceptions: { ...REASONS, vacant: 'The minister asked for it today.' } }),
    );
    expect(
      bookOf(made)
        .get('decision', decision)
        ?.taken?.exceptions.map(({ code }) => code),
    ).toContain('vacant');
  });

  test('a sponsor nobody named is a vacancy too', async () => {
    const made = await withRights(await governed());
    await made.at.set('component', made.component, { sponsor: null });
    const decision = await forwarded(made, 'fund', 60_000);
    must(await yes(made, decision, '2025-10-01'));
    expect(await take(made, decision, { role: 'sponsor' })).toMatchObject(refused('exception.vacant'));
  });

  test('the lender of a right may still take it in person', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const right = [...bookOf(made).all('decisionRight')].find(({ type, from }) => type === 'fund' && !from);
    const [low] = [...bookOf(made).all('decisionRight')].filter(
      ({ id, type, lane }) => type === 'fund' && lane !== 'regulatory' && id === right?.id,
    );
    await made.at.set('decisionRight', low?.id as RecordId, { delegate: bodyNamed(made, 'Finance') });
    must(await take(made, decision, manager(made)));
  });

  test('a delegate of a member who left is no delegate; a delegation to come is not over', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const deputy = await made.at.add('person', { name: 'Dee Puty' });
    const { body, person } = manager(made);
    const [held] = [...bookOf(made).all('membership')].filter((each) => each.person === person);
    const set = (fields: Record<string, unknown>) => made.at.set('membership', held?.id as RecordId, fields);
    await set({ delegate: deputy, delegateFrom: '2025-12-01' });
    expect(await take(made, decision, { body, person: deputy })).toMatchObject(refused('exception.notTheDecider'));
    await set({ delegateFrom: null, delegateUntil: '2025-09-01' });
    expect(await take(made, decision, { body, person: deputy })).toMatchObject(refused('exception.delegateExpired'));
    await set({ delegateUntil: null });
    must(await take(made, decision, { body, person: deputy }));
  });
});

describe('when and where', () => {
  test('no day to come, and none before it was raised without a reason', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    expect(await take(made, decision, { ...manager(made), on: '2099-01-01' as Day })).toMatchObject(
      refused('decision.notYet'),
    );
    expect(await take(made, decision, { ...manager(made), on: '2025-07-31' as Day })).toMatchObject(
      refused('exception.backdated'),
    );
  });

  test('at a meeting: on its day, while its minutes are open; and it stands in them', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'stop');
    const meeting = await convened(made);
    const reasons = { ...REASONS, noQuorum: 'By telephone.' };
    expect(await take(made, decision, { meeting: 'nope' as RecordId })).toMatchObject(refused('act.recordGone'));
    expect(await take(made, decision, { meeting, on: '2025-10-16' as Day })).toMatchObject(
      refused('decision.notThatDay'),
    );
    must(await take(made, decision, { meeting, exceptions: reasons }));
    expect(agendaOf(bookOf(made), meeting).map(({ subject }) => subject)).toEqual([decision]);
  });

  test('nothing is laid to closed minutes or to a recorded decision', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    must(await take(made, decision, manager(made)));
    const other = await forwarded(made, 'fund', 10_000);
    await expect(made.at.add('decisionOption', { decision, title: 'Late', form: 'other' })).rejects.toThrow('Sealed');
    await expect(made.at.add('deferral', { decision, on: ON, reason: 'x' })).rejects.toThrow('Sealed');
    expect(await yes(made, decision, '2025-10-20')).toMatchObject(refused('decision.takenAlready'));
    await expect(made.at.set('decisionOption', optionIn(made, other, 'asAsked'), { decision })).rejects.toThrow(
      'act.recordSealed',
    );
    expect(recordHolds(bookOf(made), bookOf(made).get('decision', decision) as never)).toBe(true);
    expect(await act(made.at.open, made.at.ctx, deferDecision, { decision, reason: 'Later.' })).toMatchObject(
      refused('decision.takenAlready'),
    );
  });
});

describe('the paper', () => {
  test('an option or an amount changed after the evidence was frozen is told; put forward anew it holds', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const sneaked = await made.at.add('decisionOption', { decision, title: 'Sneaked in', form: 'other', order: 9 });
    expect(await take(made, decision, { ...manager(made), option: sneaked })).toMatchObject(
      refused('exception.paperMoved'),
    );
    must(await act(made.at.open, made.at.ctx, putForward, { decision, asAt: AS_AT }));
    must(await take(made, decision, { ...manager(made), option: sneaked }));
  });

  test('without doing nothing, or without a recommendation, it is not ready', async () => {
    const made = await withRights(await governed());
    const decision = await raised(made, 'fund', 30_000);
    expect(await take(made, decision, manager(made))).toMatchObject(refused('exception.paperUnready'));
  });

  test('a yes holds for what was asked; the latest day counts, not the latest typed; a no stays', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 60_000);
    const go = () => take(made, decision, { role: 'sponsor', person: made.sponsor });
    must(await yes(made, decision, '2025-10-10', 'no'));
    must(await yes(made, decision, '2025-10-01'));
    expect(await go()).toMatchObject(refused('exception.vetoed'));
    must(await yes(made, decision, '2025-10-12'));
    await made.at.set('decision', decision, { amount: { minor: 10_000_000, currency: 'GBP' } });
    must(await act(made.at.open, made.at.ctx, putForward, { decision, asAt: AS_AT }));
    expect(await go()).toMatchObject(refused('exception.vetoed'));
    must(await yes(made, decision, '2025-10-13'));
    must(await go());
  });

  test('money asked for nothing in the book serves no objective', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    await made.at.set('decision', decision, { component: null });
    must(await act(made.at.open, made.at.ctx, putForward, { decision, asAt: AS_AT }));
    expect(await take(made, decision, { ...manager(made), exceptions: { ownerNotHeard: 'x' } })).toMatchObject(
      refused('exception.aimless'),
    );
  });
});

test('each is said in both languages with its names and days filled', () => {
  const breaches = [
    { code: 'vacant', args: { taker: 'Finance' } },
    { code: 'nobodyNamed', args: { taker: 'Finance' } },
    { code: 'backdated', args: { on: '2025-07-31', raised: '2025-08-01' } },
    { code: 'paperMoved', args: { on: '2025-08-01' } },
    { code: 'paperUnready', args: {} },
  ] as const;
  for (const language of ['en', 'ar'] as const) {
    const words = createWords({ language, digits: 'latn', calendar: 'gregory' });
    for (const breach of breaches) {
      const said = breachSaid(words, breach);
      expect(said).not.toMatch(/\{\{|undefined|exception\.|\d{4}-\d{2}/);
      expect(said.length).toBeGreaterThan(20);
    }
  }
});

test('what a party said is kept with the terms it was said on', async () => {
  const made = await withRights(await governed());
  const decision = await forwarded(made, 'fund', 60_000);
  must(await yes(made, decision, '2025-10-01'));
  expect(where(bookOf(made), 'voiced', 'decision', decision)[0]?.terms).toMatch(/^[0-9a-f]{64}$/);
});
