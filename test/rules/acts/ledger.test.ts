// The acts of the ledger: what each keeps, and what each refuses at its place with nothing half-applied.
import { describe, expect, test } from 'vitest';
import { addRecord } from '#shared/acts/add-record.ts';
import { captureBenefit } from '#shared/acts/capture-benefit.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { editMany } from '#shared/acts/edit-many.ts';
import { moveBenefit } from '#shared/acts/move-benefit.ts';
import { acceptOwnership, attest, handOver } from '#shared/acts/ownership.ts';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import { BENEFIT_STATES, type BenefitState } from '#shared/domain/benefit.ts';
import { isAccepted, NEXT, nextStep } from '#shared/domain/benefit-steps.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Result } from '#shared/kit/result.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { act, must } from '#test/kit/book.ts';
import { type Desk, desk, month } from '#test/kit/ledger.ts';

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
const placeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.problem.path);

describe('capturing', () => {
  test('a title is enough; an owner by name is found however it is written, or made', async () => {
    const at = await desk();
    const ada = await at.add('person', { name: 'Ada Løvelace' });
    const capture = async (title: string, owner?: string) => {
      const record = newRecordId(at.ctx);
      must(await act(at.open, at.ctx, captureBenefit, { record, title, ...(owner && { owner }) }));
      return at.book.get('benefit', record);
    };
    expect(await capture('Only a title')).toMatchObject({ title: 'Only a title', state: 'identified' });
    expect((await capture('With Ada', ' ada løvelace '))?.owner).toBe(ada);
    expect(at.book.get('person', (await capture('With Bo', 'Bo'))?.owner)?.name).toBe('Bo');
    const refused = await act(at.open, at.ctx, captureBenefit, { record: newRecordId(at.ctx), title: '  ' });
    expect([codeOf(refused), placeOf(refused)]).toEqual(['field.empty', 'title']);
  });
});

describe('what cannot be true of a measure', () => {
  test.each([
    [{ startValue: 40, target: 40 }, 'measure.startIsTarget', 'target'],
    [{ startOn: '2025-04-01', targetOn: '2024-04-01' }, 'measure.targetBeforeStart', 'targetOn'],
    [{ unit: '%', rollUp: 'flow' }, 'measure.ratioSummed', 'rollUp'],
    [{ unit: 'نسبة مئوية', rollUp: 'flow' }, 'measure.ratioSummed', 'rollUp'],
  ])('%j: %s', async (values, code, place) => {
    const at = await desk();
    const added = await act(at.open, at.ctx, addRecord, {
      kind: 'measure',
      record: newRecordId(at.ctx),
      values: { name: 'M', ...values },
    });
    expect([codeOf(added), placeOf(added)]).toEqual([code, place]);
    const measure = await at.add('measure', { name: 'M' });
    const edited = await act(at.open, at.ctx, editField, { kind: 'measure', record: measure, values });
    expect([codeOf(edited), placeOf(edited)]).toEqual([code, place]);
    expect(Object.keys(at.book.get('measure', measure) ?? {}).sort()).toEqual(['$life', 'id', 'name']);
  });

  test('one field after the other is held against what stands', async () => {
    const at = await desk();
    const measure = await at.add('measure', { name: 'M', startValue: 5 });
    expect(
      codeOf(await act(at.open, at.ctx, editField, { kind: 'measure', record: measure, values: { target: 5 } })),
    ).toBe('measure.startIsTarget');
    must(await act(at.open, at.ctx, editField, { kind: 'measure', record: measure, values: { target: 6 } }));
  });
});

async function benefitIn(at: Desk, state: BenefitState) {
  const owner = await at.add('person', { name: 'Ada' });
  const component = await at.add('component', { name: 'C' });
  const benefit = await at.add('benefit', {
    title: 'B',
    state,
    owner,
    component,
    accepted: { by: owner, on: '2025-01-01' },
    description: 'd',
    beneficiary: 'b',
    category: 'quantitative',
    confidence: 50,
    start: '2025-04-01',
    operationalOwner: owner,
    handedOver: '2025-06-01',
    floor: 30,
    'valid.described': true,
    'valid.observable': true,
    'valid.attributable': true,
    'valid.measurable': true,
  });
  const measure = await at.add('measure', {
    name: 'M',
    benefit,
    unit: 'days',
    direction: -1,
    startValue: 40,
    target: 20,
    source: 's',
    rollUp: 'stock',
  });
  must(await act(at.open, at.ctx, writeSeries, { measure, series: 'plan', from: month('2025-04'), values: [35, 30] }));
  must(await act(at.open, at.ctx, writeSeries, { measure, series: 'actual', from: month('2025-07'), values: [25] }));
  await at.set('measure', measure, {
    [`check@${month('2025-07')}`]: { verdict: 'verified', by: component, on: '2025-08-01', value: 25 },
  });
  await at.add('review', { benefit, due: '2025-12-01', on: '2025-12-02', verdict: 'kept' });
  return { owner, component, benefit, measure };
}

describe('states', () => {
  test('only legal steps are taken, decisions say who and why', async () => {
    for (const from of BENEFIT_STATES.filter((state) => state !== 'eroded')) {
      for (const to of BENEFIT_STATES) {
        const at = await desk();
        const { benefit } = await benefitIn(at, from);
        const other = await at.add('benefit', { title: 'Other' });
        const bare = await act(at.open, at.ctx, moveBenefit, { benefit, to });
        if (!NEXT[from].includes(to)) {
          expect(codeOf(bare), `${from} → ${to}`).toBe('benefit.noSuchStep');
          continue;
        }
        const decided = ['rejected', 'notRealised', 'merged', 'closed'].includes(to);
        expect(codeOf(bare), `${from} → ${to}`).toBe(decided ? 'benefit.needsDecision' : 'ok');
        if (!decided) continue;
        must(
          await act(at.open, at.ctx, moveBenefit, { benefit, to, reason: 'r', decidedBy: 'Board', mergedInto: other }),
        );
        expect(at.book.get('benefit', benefit)).toMatchObject({
          state: to,
          stateReason: { reason: 'r', decidedBy: 'Board' },
        });
      }
    }
  });

  test('what is lacking is named first to last, and nothing moves until it is there', async () => {
    const at = await desk();
    const benefit = await at.add('benefit', { title: 'B' });
    const entry = () => at.book.get('benefit', benefit) as NonNullable<ReturnType<typeof at.book.get<'benefit'>>>;
    const step = nextStep(at.book, entry());
    expect(step.to).toBe('validated');
    expect(step.lacks.map(({ code }) => code)).toEqual([
      'lack.description',
      'lack.beneficiary',
      'lack.category',
      'lack.measure',
      'lack.component',
      'lack.valid.described',
      'lack.valid.observable',
      'lack.valid.attributable',
      'lack.valid.measurable',
    ]);
    const refused = await act(at.open, at.ctx, moveBenefit, { benefit, to: 'validated' });
    expect(refused.ok ? undefined : refused.problem).toMatchObject({
      code: 'benefit.lacks',
      path: 'description',
      args: { count: 9 },
    });
    expect(entry().state).toBeUndefined();
  });

  test('moving to Planned approves the plan where it stands; a slip afterwards does not move it', async () => {
    const at = await desk();
    const { benefit, measure } = await benefitIn(at, 'validated');
    must(await act(at.open, at.ctx, moveBenefit, { benefit, to: 'planned' }));
    expect(at.book.get('measure', measure)?.['version/1']?.anchor).toBe(month('2025-04'));
    await at.set('benefit', benefit, { start: '2025-10-01' });
    const ledger = bookValue(at.book, '2026-01-31' as never).measures.get(measure)?.ledger;
    expect(ledger && ledger.plan[month('2025-04') - ledger.from]).toBe(5);
  });

  test('a plan that follows a milestone without a date is not approved at no month', async () => {
    const at = await desk();
    const { benefit, measure } = await benefitIn(at, 'validated');
    const startMilestone = await at.add('milestone', { title: 'Go-live' });
    await at.set('benefit', benefit, { startMilestone });
    const refused = await act(at.open, at.ctx, moveBenefit, { benefit, to: 'planned' });
    expect(refused.ok ? undefined : refused.problem).toMatchObject({ code: 'series.noStart', path: 'start' });
    await at.set('milestone', startMilestone, { plan: '2025-06-15' });
    must(await act(at.open, at.ctx, moveBenefit, { benefit, to: 'planned' }));
    expect(at.book.get('measure', measure)?.['version/1']?.anchor).toBe(month('2025-06'));
  });

  test('closing a component leaves its benefits alone', async () => {
    const at = await desk();
    const { benefit, component } = await benefitIn(at, 'sustaining');
    must(await act(at.open, at.ctx, deleteRecord, { kind: 'component', record: component }));
    expect(at.book.get('benefit', benefit)?.state).toBe('sustaining');
  });
});

describe('series', () => {
  test('a reading in the future, a plan without a start, an approved plan: each refused at its place', async () => {
    const at = await desk();
    const benefit = await at.add('benefit', { title: 'B' });
    const measure = await at.add('measure', { name: 'M', benefit });
    const write = (series: 'plan' | 'actual', from: string) =>
      act(at.open, at.ctx, writeSeries, { measure, series, from: month(from), values: [1] });
    const future = await write('actual', '2027-01');
    expect(future.ok ? undefined : future.problem).toMatchObject({
      code: 'series.inFuture',
      args: { month: '2027-01-01' },
    });
    expect(codeOf(await write('plan', '2025-04'))).toBe('series.noStart');
    await at.set('benefit', benefit, { start: '2025-04-01' });
    must(await write('plan', '2025-04'));
    expect(
      codeOf(await act(at.open, at.ctx, rebaseline, { measure, reason: ' ', from: month('2025-04'), values: [1] })),
    ).toBe('series.needsReason');
    must(await act(at.open, at.ctx, rebaseline, { measure, reason: 'r', from: month('2025-05'), values: [2] }));
    expect(codeOf(await write('plan', '2025-04'))).toBe('series.planApproved');
  });

  test('a reading that stays the same keeps its evidence', async () => {
    const at = await desk();
    const measure = await at.add('measure', { name: 'M' });
    const write = (values: number[], evidence?: string) =>
      act(at.open, at.ctx, writeSeries, {
        measure,
        series: 'actual',
        from: month('2025-01'),
        values,
        ...(evidence && { evidence }),
      });
    must(await write([1], 'ledger line 7'));
    must(await write([1, 2]));
    expect(at.book.get('measure', measure)?.['actual@']?.values).toEqual([{ value: 1, evidence: 'ledger line 7' }, 2]);
  });
});

describe('ownership', () => {
  test('a handover keeps who had it, and waits for the new owner to accept', async () => {
    const at = await desk();
    const { benefit, owner } = await benefitIn(at, 'planned');
    const bo = await at.add('person', { name: 'Bo' });
    must(await act(at.open, at.ctx, handOver, { benefit, to: bo, note: 'new post' }));
    const entry = () => at.book.get('benefit', benefit) as { owner: RecordId };
    expect([entry().owner, isAccepted(entry())]).toEqual([bo, false]);
    expect([...at.book.all('handover')]).toMatchObject([{ benefit, from: owner, to: bo, note: 'new post' }]);
    must(await act(at.open, at.ctx, acceptOwnership, { benefit }));
    expect(isAccepted(entry())).toBe(true);
    expect(codeOf(await act(at.open, at.ctx, handOver, { benefit, to: bo }))).toBe('owner.same');
  });

  test('a second statement for a period takes the place of the first, and its confidence counts', async () => {
    const at = await desk();
    const { benefit } = await benefitIn(at, 'realising');
    for (const [statement, confidence] of [
      ['First', 60],
      ['Second', 80],
    ] as const)
      must(await act(at.open, at.ctx, attest, { benefit, period: '2026-Q1', statement, confidence }));
    expect([...at.book.all('attestation')]).toMatchObject([{ statement: 'Second', confidence: 80, period: '2026-Q1' }]);
    expect(at.book.get('benefit', benefit)?.confidence).toBe(80);
    expect(codeOf(await act(at.open, at.ctx, attest, { benefit, period: '2026-Q1', statement: ' ' }))).toBe(
      'owner.noStatement',
    );
  });
});

describe('many at once', () => {
  test('one refusal refuses them all', async () => {
    const at = await desk();
    const ids = [await at.add('benefit', { title: 'A' }), await at.add('benefit', { title: 'B' })];
    const edits = (confidence: number) =>
      ids.map((record) => ({ kind: 'benefit' as const, record, values: { confidence } }));
    expect(codeOf(await act(at.open, at.ctx, editMany, edits(150)))).toBe('field.notAPercent');
    expect(at.book.get('benefit', ids[0])?.confidence).toBeUndefined();
    must(await act(at.open, at.ctx, editMany, edits(50)));
    expect(ids.map((id) => at.book.get('benefit', id)?.confidence)).toEqual([50, 50]);
  });
});

describe('deleting', () => {
  test('a milestone leaves the profile where it stood', async () => {
    const at = await desk();
    const milestone = await at.add('milestone', { title: 'Go-live', plan: '2025-04-01', forecast: '2025-07-01' });
    const benefit = await at.add('benefit', { title: 'B', startMilestone: milestone });
    must(await act(at.open, at.ctx, deleteRecord, { kind: 'milestone', record: milestone }));
    expect(at.book.get('benefit', benefit)).toMatchObject({ start: '2025-07-01' });
  });

  test('a measure takes its claims along', async () => {
    const at = await desk();
    const component = await at.add('component', { name: 'C' });
    const measure = await at.add('measure', { name: 'M' });
    await at.add('claim', { component, measure, share: 50 });
    must(await act(at.open, at.ctx, deleteRecord, { kind: 'measure', record: measure }));
    expect([...at.book.all('claim')]).toEqual([]);
  });
});
