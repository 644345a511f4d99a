// What counts when decisions are judged: a reversal, a review, a return by year, a risk whose cost has no rate, a matter put off.
import { describe, expect, test } from 'vitest';
import { assembleAgenda, closeMeeting, notePresence, orderAgenda } from '#shared/acts/hold-meeting.ts';
import { judgeReading } from '#shared/acts/judge-reading.ts';
import { deferDecision, putForward } from '#shared/acts/raise-decision.ts';
import { takeDecision } from '#shared/acts/take-decision.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import { roiByYear } from '#shared/counsel/afterwards.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { registerRows } from '#shared/counsel/register.ts';
import { openRisks } from '#shared/counsel/risk.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { seatsOf } from '#shared/govern/bodies.ts';
import { agendaOf } from '#shared/govern/minutes.ts';
import { standingOf } from '#shared/govern/standing.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
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
  withRights,
} from '#test/kit/govern.ts';
import { month } from '#test/kit/ledger.ts';

interface Taken {
  readonly on: Day;
  readonly amount?: number;
  readonly supersedes?: RecordId;
  readonly outcome?: 'agreed' | 'refused';
  readonly form?: string;
}

/** By the portfolio manager, with every exception given a reason. */
async function taken(made: Governed, type: DecisionType, how: Taken): Promise<RecordId> {
  const decision = await forwarded(made, type, how.amount ?? (type === 'fund' ? 30_000 : undefined));
  if (how.supersedes) await made.at.set('decision', decision, { supersedes: how.supersedes });
  const codes = ['aimless', 'ownerNotHeard', 'notTheDecider', 'partyNotHeard', 'vacant', 'paperMoved', 'paperUnready'];
  must(
    await act(made.at.open, made.at.ctx, takeDecision, {
      decision,
      on: how.on,
      asAt: AS_AT,
      body: bodyNamed(made, 'Portfolio manager'),
      person: holderIn(made, 'Portfolio manager'),
      outcome: how.outcome ?? 'agreed',
      option: optionIn(made, decision, how.form ?? 'asAsked'),
      rationale: 'r',
      resolution: 's',
      exceptions: Object.fromEntries(codes.map((code) => [code, 'Said aloud.'])),
      actions: [],
      reviewOn: '2027-01-31' as Day,
    }),
  );
  return decision;
}

const rowOf = (made: Governed, decision: RecordId) =>
  registerRows(bookOf(made), '2026-03-01' as Day).find((row) => row.decision.id === decision);

describe('a decision that takes the place of another', () => {
  test.each([
    ['fund', 'asAsked', 'scale', 'asAsked', false],
    ['fund', 'asAsked', 'stop', 'asAsked', true],
    ['fund', 'asAsked', 'fund', 'stop', true],
    ['fund', 'doNothing', 'stop', 'asAsked', false],
    ['stop', 'doNothing', 'stop', 'asAsked', true],
    ['pause', 'asAsked', 'continue', 'asAsked', true],
    ['pause', 'asAsked', 'stop', 'asAsked', false],
  ] as const)('%s (%s), then %s (%s): a reversal is %s', async (first, was, second, form, isReversal) => {
    const made = await withRights(await governed());
    const before = await taken(made, first, { on: '2025-10-10' as Day, form: was });
    expect(rowOf(made, before)?.reviewDue).toBe('2027-01-31');
    const after = await taken(made, second, { on: '2025-10-20' as Day, form, supersedes: before });
    expect(rowOf(made, after)?.isReversal).toBe(isReversal);
    expect(rowOf(made, before)).toMatchObject({ standing: 'superseded', reviewDue: undefined });
  });

  test('refused, or to do nothing, takes nothing back', async () => {
    const made = await withRights(await governed());
    const before = await taken(made, 'fund', { on: '2025-10-10' as Day, amount: 30_000 });
    const after = await taken(made, 'stop', { on: '2025-10-20' as Day, outcome: 'refused', supersedes: before });
    expect(rowOf(made, after)?.isReversal).toBe(false);
    expect(rowOf(made, before)).toMatchObject({ standing: 'taken', reviewDue: '2027-01-31' });
  });
});

describe('returns by year of decision', () => {
  test('nothing verified is no loss, and a second tranche does not count the same figures again', async () => {
    const made = await withRights(await governed());
    const { at, measure } = made;
    await taken(made, 'fund', { on: '2025-10-10' as Day, amount: 30_000 });
    const returns = () => roiByYear(counselOf(bookOf(made), AS_AT));
    must(await act(at.open, at.ctx, writeSeries, { measure, series: 'actual', from: month('2025-06'), values: [9] }));
    expect(returns()).toMatchObject([{ decisions: 0, without: 1, realised: { value: 0, cost: 0 } }]);
    const by = await at.add('person', { name: 'Vera Verifier' });
    await at.set('measure', measure, { verifier: by, financeVerifier: by });
    must(await act(at.open, at.ctx, judgeReading, { measure, month: month('2025-06'), verdict: 'verified', by }));
    const [first] = returns();
    expect(first).toMatchObject({ decisions: 1, without: 0, realised: { cost: 50_000_000 } });
    expect(first?.realised.value).toBeGreaterThan(0);
    await taken(made, 'fund', { on: '2026-10-10' as Day, amount: 10_000 });
    expect(returns()).toEqual([
      first,
      {
        year: (first?.year ?? 0) + 1,
        decisions: 0,
        without: 1,
        approved: { value: 0, cost: 0 },
        realised: { value: 0, cost: 0 },
      },
    ]);
  });
});

test('a risk whose cost has no rate is not valued, and goes to nobody on half a sum', async () => {
  const made = await withRights(await governed());
  const risk = await made.at.add('risk', { title: 'Late', component: made.component, probability: 50 });
  await made.at.add('threat', { risk, benefit: made.benefit, share: 10 });
  const found = () => openRisks(counselOf(bookOf(made), AS_AT))[0];
  expect(found()).toMatchObject({ value: { withoutRate: undefined }, to: { decides: {} } });
  expect(found()?.value.atRisk).toBeGreaterThan(0);
  await made.at.set('risk', risk, { cost: { minor: 900_000_000, currency: 'USD' } });
  expect(found()).toMatchObject({ value: { withoutRate: 'USD', impact: undefined, atRisk: undefined }, to: undefined });
});

describe('a matter put off', () => {
  test('waits for its day, and stands before its body again once it is put forward anew', async () => {
    const made = await withRights(await governed());
    const { at } = made;
    const decision = await forwarded(made, 'fund', 900_000);
    const standing = () => standingOf(bookOf(made), bookOf(made).get('decision', decision) as never);
    const today = new Date(at.ctx.now()).toISOString().slice(0, 10) as Day;
    const put = (until: Day) => act(at.open, at.ctx, deferDecision, { decision, reason: 'Later.', until });
    expect(await put(today)).toMatchObject({ problem: { code: 'decision.untilPast' } });
    must(await put('2027-02-01' as Day));
    expect(standing()).toBe('deferred');
    const agendaOn = async (on: string) => {
      const meeting = await at.add('meeting', { board: bodyNamed(made, 'Steering committee'), title: on, on });
      must(await act(at.open, at.ctx, assembleAgenda, { meeting, asAt: AS_AT }));
      return agendaOf(bookOf(made), meeting).map(({ subject }) => subject);
    };
    expect(await agendaOn('2027-01-15')).not.toContain(decision);
    expect(await agendaOn('2027-02-01')).toContain(decision);
    must(await act(at.open, at.ctx, putForward, { decision, asAt: AS_AT }));
    expect(standing()).toBe('before');
    expect(await agendaOn('2027-01-16')).toContain(decision);
  });

  test('not at a meeting whose minutes are closed', async () => {
    const made = await withRights(await governed());
    const { at } = made;
    const decision = await forwarded(made, 'fund', 900_000);
    const board = bodyNamed(made, 'Steering committee');
    const meeting = await at.add('meeting', { board, title: 'Held', on: AS_AT });
    const [seat] = seatsOf(bookOf(made), board);
    must(await act(at.open, at.ctx, notePresence, { meeting, seat: seat?.id as RecordId, presence: 'present' }));
    must(await act(at.open, at.ctx, closeMeeting, { meeting }));
    const put = await act(at.open, at.ctx, deferDecision, { decision, meeting, reason: 'Later.' });
    expect(put).toMatchObject({ problem: { code: 'meeting.closedAlready' } });
  });
});

test('an order set by hand stays when the agenda is assembled again; gates go to the body that decides', async () => {
  const made = await withRights(await governed());
  const { at } = made;
  const board = bodyNamed(made, 'Steering committee');
  const meeting = await at.add('meeting', { board, title: 'March', on: '2027-03-15' });
  const topic = await at.add('agendaItem', { meeting, kind: 'topic', title: 'Welcome', minutes: 5 });
  const assemble = async () => must(await act(at.open, at.ctx, assembleAgenda, { meeting, asAt: AS_AT }));
  const first = await forwarded(made, 'fund', 900_000);
  await assemble();
  must(await act(at.open, at.ctx, orderAgenda, { item: topic, to: 0 }));
  const order = () => agendaOf(bookOf(made), meeting).map(({ id, subject }) => subject ?? id);
  expect(order().slice(0, 2)).toEqual([topic, first]);
  const second = await forwarded(made, 'scale');
  await assemble();
  const found = order();
  expect(found.slice(0, 2)).toEqual([topic, first]);
  expect(found[2]).toBe(second);
});
