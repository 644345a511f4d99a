// Roll-up of value status, and sustainment: weighted, worst, critical; floors, erosion and reviews that fall due.
import { describe, expect, test } from 'vitest';
import { moveBenefit } from '#shared/acts/move-benefit.ts';
import type { Day } from '#shared/kit/period.ts';
import { judge, type Part, rollStatus, type StatusOf } from '#shared/value/status.ts';
import { erodedBy, reviewDays, watchList } from '#shared/value/sustainment.ts';
import { act, must } from '#test/kit/book.ts';
import { desk, month } from '#test/kit/ledger.ts';

const part = (
  status: StatusOf['status'],
  ratio: number | undefined,
  weight: number | undefined,
  critical = false,
): Part => ({
  status: {
    status,
    computed: status,
    ratio,
    why: 'onPlan',
    tolerance: 10,
    first: undefined,
    override: undefined,
    asksNarrative: false,
  },
  weight,
  critical,
});

describe('one benefit', () => {
  test.each([
    [1.2, 10, 'onTrack'],
    [1, 10, 'onTrack'],
    [0.999_999_999_99, 10, 'onTrack'],
    [0.95, 10, 'watch'],
    [0.9, 10, 'watch'],
    [0.89, 10, 'offTrack'],
    [0.95, 0, 'offTrack'],
  ])('%d with a tolerance of %d points is %s', (ratio, tolerance, wanted) =>
    expect(judge(ratio, tolerance)).toBe(wanted),
  );
});

describe('rolled up', () => {
  test('on-track is weighted by attributed plan to date', () => {
    const rolled = rollStatus([part('onTrack', 1.1, 300), part('offTrack', 0.5, 100)]);
    expect(rolled).toMatchObject({ status: 'watch', why: 'weighted' });
    expect(rolled.ratio).toBeCloseTo(0.95, 12);
    expect(rolled.counts).toEqual({ onTrack: 1, watch: 0, offTrack: 1, notDue: 0, notReported: 0 });
  });

  test('without money values the worst counts', () => {
    expect(rollStatus([part('onTrack', 1, undefined), part('notReported', undefined, undefined)])).toMatchObject({
      status: 'notReported',
      why: 'worst',
    });
    expect(rollStatus([])).toMatchObject({ status: 'notDue', why: 'none' });
  });

  test('a red on a critical benefit is red, whatever the weights say', () => {
    expect(rollStatus([part('onTrack', 1.1, 1_000), part('offTrack', 0.5, 1, true)])).toMatchObject({
      status: 'offTrack',
      why: 'critical',
    });
  });
});

describe('sustainment', () => {
  const measure = (values: (number | null)[], direction: 1 | -1 = 1) => ({
    name: 'M',
    direction,
    'actual@': { from: month('2025-01'), values },
  });
  const benefit = { title: 'B', handedOver: '2024-12-31' as Day, floor: 50 };
  const asAt = '2025-12-31' as Day;

  test('two due readings below the floor in a row erode; one at it mends', () => {
    expect(erodedBy(measure([60, 49, 48]), benefit, asAt)).toBe(true);
    expect(erodedBy(measure([60, 49, 50]), benefit, asAt)).toBe(false);
    expect(erodedBy(measure([49, null, 48]), benefit, asAt)).toBe(true);
    expect(erodedBy(measure([49]), benefit, asAt)).toBe(false);
    expect(erodedBy(measure([51, 52], -1), benefit, asAt)).toBe(true);
    expect(erodedBy(measure([49, 48, 60]), benefit, '2025-02-28' as Day)).toBe(true);
  });

  test('readings before the transition do not count', () => {
    expect(erodedBy(measure([10, 10, 60]), { ...benefit, handedOver: '2025-03-01' as Day }, asAt)).toBe(false);
  });

  test('reviews fall due after 6 and 12 months, then every year', () => {
    const days = [...reviewDays('2025-08-31' as Day)].slice(0, 4);
    expect(days).toEqual(['2026-02-28', '2026-08-31', '2027-08-31', '2028-08-31']);
  });

  test('an eroded benefit is watched, and closed only by decision', async () => {
    const at = await desk();
    const component = await at.add('component', { name: 'C', end: '2025-01-31' });
    const id = await at.add('benefit', {
      title: 'B',
      component,
      state: 'sustaining',
      handedOver: '2024-12-31',
      floor: 50,
    });
    const lead = await at.add('measure', { name: 'M', benefit: id, direction: 1, startValue: 0 });
    await at.set('measure', lead, { [`actual@${month('2025-02')}+2`]: [40, 41] });
    expect(watchList(at.book, asAt)).toMatchObject([
      { eroded: true, below: 2, afterClosure: true, review: { due: '2025-06-30', overdue: true } },
    ]);
    const bare = await act(at.open, at.ctx, moveBenefit, { benefit: id, to: 'closed' });
    expect(bare.ok ? '' : bare.problem.code).toBe('benefit.needsDecision');
    must(await act(at.open, at.ctx, moveBenefit, { benefit: id, to: 'closed', reason: 'Gone', decidedBy: 'Board' }));
    expect(watchList(at.book, asAt)).toEqual([]);
  });
});
