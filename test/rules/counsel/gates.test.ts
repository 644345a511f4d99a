// Gates answer from the book with what is missing; risks by the value they threaten; the board of work asks for its decisions.
import { describe, expect, test } from 'vitest';
import { moveWork } from '#shared/acts/move-work.ts';
import { takeDecision } from '#shared/acts/take-decision.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { answerInForce, gateReplies } from '#shared/counsel/gate.ts';
import { registerFigures, registerRows } from '#shared/counsel/register.ts';
import { openRisks } from '#shared/counsel/risk.ts';
import { gateSaid } from '#shared/counsel/said.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { WorkState } from '#shared/domain/component.ts';
import { workColumns } from '#shared/govern/work.ts';
import { newRecordId } from '#shared/kit/context.ts';
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
  words,
} from '#test/kit/govern.ts';

const answersOf = (made: Governed, gate: RecordId) =>
  Object.fromEntries(
    gateReplies(counselOf(bookOf(made), AS_AT), bookOf(made).get('gate', gate) as Entry<'gate'>).map((reply) => [
      reply.question,
      reply,
    ]),
  );

describe('a gate', () => {
  test('says what is missing until it is there, and keeps both answers where a person overrules', async () => {
    const made = await governed();
    const gate = await made.at.add('gate', { title: 'Funding', component: made.component, purpose: 'funding' });
    let found = answersOf(made, gate);
    expect(Object.keys(found)).toEqual(['defined', 'owned', 'tied', 'verified', 'aligned', 'forecast', 'impact']);
    expect(found.defined).toMatchObject({ answer: 'no' });
    expect(found.defined?.missing.map((each) => gateSaid(words, each))).toEqual([
      'Cheaper clinics is not said to be described, observable, attributable or measurable.',
    ]);
    expect(found.owned?.missing.map(({ code }) => code)).toEqual([
      'gate.notAccepted',
      'gate.noAccountable',
      'gate.notAttested',
    ]);
    expect(found.tied).toMatchObject({ answer: 'no', missing: [{ code: 'gate.noFunding' }] });
    expect(found.verified).toMatchObject({ answer: 'notDue' });
    expect(found.aligned).toMatchObject({ answer: 'no', missing: [{ code: 'gate.aimless' }] });
    expect(found.forecast).toMatchObject({ answer: 'yes', missing: [] });
    for (const test of ['described', 'observable', 'attributable', 'measurable'])
      await made.at.set('benefit', made.benefit, { [`valid.${test}`]: true });
    await made.at.set('component', made.component, { law: 'Health Act 2024' });
    await forwarded(made, 'fund', 60_000);
    found = answersOf(made, gate);
    expect(found.defined?.answer).toBe('yes');
    expect(found.tied?.answer).toBe('yes');
    expect(found.aligned).toMatchObject({ answer: 'yes', evidence: [{ code: 'gate.law' }] });
    expect(found.impact?.answer).toBe('yes');
    await made.at.add('gateAnswer', {
      gate,
      question: 'owned',
      answer: 'yes',
      reason: 'Owner named by decree',
      by: 'Chair',
      on: AS_AT,
    });
    const { owned } = answersOf(made, gate);
    expect(owned).toMatchObject({ answer: 'no', overruled: { answer: 'yes', reason: 'Owner named by decree' } });
    expect(owned && answerInForce(owned)).toBe('yes');
  });
});

describe('a risk', () => {
  test('is worth its probability times what it would take, and goes to whoever may commit as much', async () => {
    const made = await withRights(await governed());
    const risk = await made.at.add('risk', {
      title: 'Flood',
      component: made.component,
      probability: 50,
      cost: { minor: 1_000_000, currency: 'GBP', base: { kind: 'real', year: 2023 } },
    });
    await made.at.add('threat', { risk, benefit: made.benefit, share: 20, months: 6 });
    const [found] = openRisks(counselOf(bookOf(made), AS_AT));
    // half of (a fifth of 30,000 and 10,000 besides), in pence
    expect(found?.value).toMatchObject({ impact: 1_600_000, atRisk: 800_000, monthsAtRisk: 3 });
    expect(found?.to?.decides?.body).toBe(bodyNamed(made, 'Portfolio manager'));
    await made.at.set('risk', risk, {
      cost: { minor: 60_000_000, currency: 'GBP', base: { kind: 'real', year: 2023 } },
    });
    const [larger] = openRisks(counselOf(bookOf(made), AS_AT));
    expect(larger?.to?.decides?.body).toBe(bodyNamed(made, 'Steering committee'));
    await made.at.set('risk', risk, { closed: { on: AS_AT, reason: 'Dam built' } });
    expect(openRisks(counselOf(bookOf(made), AS_AT))).toEqual([]);
  });
});

describe('the board of work', () => {
  const move = (made: Governed, component: RecordId, to: WorkState) =>
    act(made.at.open, made.at.ctx, moveWork, {
      component,
      to,
      decision: {
        record: newRecordId(made.at.ctx),
        title: `Move to ${to}`,
        optionTitles: { asAsked: 'A', doNothing: 'B', stop: 'C' },
      },
    });

  test('moves what is free, opens the decision a move belongs to, and waits for the one that is open', async () => {
    const made = await withRights(await governed());
    const idea = await made.at.add('component', { name: 'Kiosk', work: 'idea', law: 'Access Act' });
    const stateOf = () => bookOf(made).get('component', idea)?.work;
    must(await move(made, idea, 'candidate'));
    expect(stateOf()).toBe('candidate');
    must(await move(made, idea, 'approved'));
    expect(stateOf()).toBe('candidate');
    const [decision] = [...bookOf(made).all('decision')].filter(({ component }) => component === idea);
    expect(decision?.type).toBe('approve');
    expect(await move(made, idea, 'approved')).toMatchObject({
      ok: false,
      problem: { code: 'work.waits', args: { title: 'Move to approved' } },
    });
    const id = decision?.id as RecordId;
    await made.at.set('decision', id, { recommended: optionIn(made, id, 'asAsked') });
    must(
      await act(made.at.open, made.at.ctx, takeDecision, {
        decision: id,
        on: '2026-11-23' as Day,
        asAt: AS_AT,
        body: bodyNamed(made, 'Steering committee'),
        outcome: 'agreed',
        option: optionIn(made, id, 'asAsked'),
        rationale: 'Needed.',
        resolution: 'Approved.',
        exceptions: {
          noMeeting: 'By circulation.',
          notAgreed: 'Finance follows.',
          noRight: 'No amount yet.',
          ownerNotHeard: 'It has no benefit yet.',
        },
      }),
    );
    expect(stateOf()).toBe('approved');
    must(await move(made, idea, 'candidate'));
    must(await move(made, idea, 'approved'));
    expect(stateOf()).toBe('approved');
  });

  test('tells a column over its limit', async () => {
    const made = await governed();
    await made.at.set('office', 'office' as RecordId, { workLimits: { delivering: 1 } });
    await made.at.add('component', { name: 'Second', work: 'delivering' });
    const columns = workColumns(bookOf(made), [...bookOf(made).all('component')]);
    expect(columns.find(({ state }) => state === 'delivering')).toMatchObject({ limit: 1, isOver: true });
  });
});

describe('the register', () => {
  test('tells days, lateness, exceptions, reversals and follow-through', async () => {
    const made = await withRights(await governed());
    const first = await forwarded(made, 'fund', 30_000);
    await made.at.set('decision', first, { raisedOn: '2025-09-01', neededBy: '2025-10-01' });
    const input = (decision: RecordId) => ({
      decision,
      on: '2025-10-15' as Day,
      asAt: AS_AT,
      body: bodyNamed(made, 'Portfolio manager'),
      person: holderIn(made, 'Portfolio manager'),
      outcome: 'agreed' as const,
      option: optionIn(made, decision, 'asAsked'),
      rationale: 'r',
      resolution: 's',
      exceptions: { aimless: 'a', ownerNotHeard: 'b', notTheDecider: 'c' },
      actions: [{ title: 'Tell the owner', due: '2025-10-20' as Day }, { title: 'Buy' }],
    });
    must(await act(made.at.open, made.at.ctx, takeDecision, input(first)));
    const second = await forwarded(made, 'stop');
    await made.at.set('decision', second, { raisedOn: '2025-10-16', supersedes: first });
    must(
      await act(made.at.open, made.at.ctx, takeDecision, { ...input(second), on: '2025-10-26' as Day, actions: [] }),
    );
    const on = '2025-11-01' as Day;
    const rows = registerRows(bookOf(made), on);
    expect(
      rows.map(({ standing, age, late, isReversal, isWaiver }) => ({ standing, age, late, isReversal, isWaiver })),
    ).toEqual([
      { standing: 'taken', age: 10, late: undefined, isReversal: true, isWaiver: true },
      { standing: 'superseded', age: 44, late: 14, isReversal: false, isWaiver: true },
    ]);
    expect(registerFigures(rows, on)).toMatchObject({
      taken: 2,
      open: 0,
      cycle: 27,
      late: 1,
      dated: 1,
      reversals: 1,
      waivers: 2,
      actions: 2,
      actionsDone: 0,
      actionsLate: 1,
    });
  });
});
