// Looking forward with the parts that stop with it; and every figure the sum has to do without, said by name.
import { describe, expect, test } from 'vitest';
import { writeSeries } from '#shared/acts/write-series.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { type Stopping, stoppingOf } from '#shared/counsel/stopping.ts';
import { together } from '#shared/counsel/whole.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { impactOf } from '#shared/sight/impact.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { AS_AT, bookOf, type Governed, governed, words } from '#test/kit/govern.ts';
import { month } from '#test/kit/ledger.ts';

const base = { kind: 'real', year: 2023 } as const;
const money = (thousands: number, currency = 'GBP') => ({ minor: thousands * 100_000, currency, base });
const found = (made: Governed, id: RecordId = made.component): Stopping => {
  const stopping = stoppingOf(counselOf(bookOf(made), AS_AT), id);
  if (!stopping) throw new Error('no such component');
  return stopping;
};
const codes = (made: Governed, id?: RecordId) => found(made, id).gaps.map(({ code }) => code);

/** As a file from elsewhere brings it, past what an act refuses. */
function bring({ at, component }: Governed, values: Record<string, unknown>): void {
  const change = {
    id: 'brought' as ChangeId,
    prev: null,
    at: [at.ctx.now() + 1_000_000, 0, 'elsewhere' as ActorId] as const,
    asAt: AS_AT,
    by: 'Elsewhere',
    act: 'test',
    schema: 1,
    writes: Object.entries(values).map(([field, value]) => ({
      kind: 'component',
      record: component,
      field,
      value,
      replaces: [],
    })),
  };
  at.open.state.apply(change, 0);
}

/** DOMAIN's vector as one part of a programme with an office of its own. */
async function inProgramme(fields: Record<string, unknown> = { 'runningCost/2026': money(10) }) {
  const made = await governed();
  const parent = await made.at.add('component', {
    name: 'Programme',
    committedCost: money(0),
    exitCost: money(0),
    ...fields,
  });
  await made.at.set('component', made.component, { parent });
  return { made, parent };
}

describe('a component with its parts', () => {
  test('what stops with it counts with it: an office of 10 beside a part worth +15 is worth +5', async () => {
    const { made, parent } = await inProgramme();
    const stopping = found(made, parent);
    expect(stopping.outlook).toEqual({
      valueToGo: 3_000_000,
      valueAnyway: 0,
      costToGo: 7_000_000,
      unavoidableCost: 4_000_000,
      exitCost: 500_000,
      continuing: 500_000,
    });
    expect(stopping.proposal).toBe('continue');
    expect(stopping.reasons.map(({ code }) => code)).not.toContain('stopping.nothingToGo');
    expect(stopping.sunk).toBe(50_000_000);
    expect(stopping.parts).toEqual([made.component]);
    expect(codes(made, parent)).toContain('stopping.ownBeside');
    const book = bookOf(made);
    expect(stopping.impact).toEqual(impactOf(book, bookValue(book, AS_AT), wholeGraph(book), parent));
    expect(found(made).outlook?.continuing).toBe(1_500_000);
  });

  test('sunk cost of any part changes nothing but its own figure', async () => {
    const { made, parent } = await inProgramme();
    const { sunk: before, component: _a, impact: _b, ...rest } = found(made, parent);
    await made.at.set('component', made.component, { costToDate: money(99_000) });
    const { sunk: after, component: _c, impact: _d, ...again } = found(made, parent);
    expect(after).not.toBe(before);
    expect(again).toEqual(rest);
  });

  test('what is stated for the whole stands before the sum of its parts', async () => {
    const { made, parent } = await inProgramme({ 'costPlan/2026': money(80), costToDate: money(700) });
    const stopping = found(made, parent);
    expect(stopping.outlook).toMatchObject({ costToGo: 8_000_000, unavoidableCost: 4_000_000, exitCost: 500_000 });
    expect(stopping.sunk).toBe(70_000_000);
    expect(codes(made, parent)).toContain('stopping.ownIncludes');
  });

  test('a part below a part counts once, and once where a merge closed a circle', async () => {
    const { made, parent } = await inProgramme({});
    const top = await made.at.add('component', { name: 'Portfolio' });
    await made.at.set('component', parent, { parent: top });
    expect(found(made, top).outlook).toEqual(found(made).outlook);
    const before = found(made).outlook;
    bring(made, { parent: await made.at.add('component', { name: 'Ward', parent: made.component }) });
    expect(found(made).outlook).toEqual(before);
    expect(together(undefined, [undefined, 3])).toEqual({ sum: 3, includes: undefined });
    expect(together(3, [])).toEqual({ sum: 3, includes: undefined });
    expect(together(3, [2, 1])).toEqual({ sum: 3, includes: true });
    expect(together(0, [-5])).toEqual({ sum: -5, includes: false });
  });

  test('a part is no use for what stopping the whole frees, and a law of a part is a law', async () => {
    const { made, parent } = await inProgramme({ 'runningCost/2026': money(40) });
    await made.at.set('component', made.component, { work: 'candidate' });
    expect(found(made, parent)).toMatchObject({ proposal: 'stop', uses: [] });
    await made.at.set('component', made.component, { law: 'Health Act' });
    expect(found(made, parent).proposal).toBe('pivot');
  });
});

describe('what the sum has to do without', () => {
  test.each(['committedCost', 'exitCost'])(
    '%s in money without a rate: no sum, and which figure it is',
    async (field) => {
      const made = await governed();
      await made.at.set('component', made.component, { [field]: { minor: 9_000, currency: 'JPY', base } });
      const { outlook, proposal, gaps } = found(made);
      expect([outlook, proposal]).toEqual([undefined, undefined]);
      expect(gaps[0]).toEqual({ code: `stopping.unlike.${field}`, args: { name: 'Clinics', currency: 'JPY' } });
    },
  );

  test('cost by year and cost to date in money without a rate', async () => {
    const made = await governed();
    await made.at.set('component', made.component, { costToDate: { minor: 9_000, currency: 'JPY', base } });
    expect(found(made)).toMatchObject({ sunk: undefined, outlook: { continuing: 1_500_000 } });
    expect(codes(made)).toContain('stopping.unlike.costToDate');
    await made.at.set('component', made.component, { 'runningCost/2027': { minor: 9_000, currency: 'JPY', base } });
    expect(found(made).outlook).toBeUndefined();
    expect(codes(made)[0]).toBe('stopping.unlike.costByYear');
  });

  test('a year withheld, and a spend withheld, are no zero', async () => {
    const made = await governed();
    const exempt = { absent: 'exempt', text: 'Section 43' };
    await made.at.set('component', made.component, {
      'costPlan/2027': exempt,
      'costForecast/2027': exempt,
      'costForecast/2026': exempt,
      'costPlan/2020': exempt,
      costToDate: exempt,
    });
    expect(found(made).gaps).toContainEqual({ code: 'stopping.withheldYears', args: { name: 'Clinics', count: 1 } });
    expect(codes(made)).toContain('stopping.withheldSpent');
  });

  test('what is owed, or leaving, cannot cost less than nothing: typed it is refused, brought by a file it is said', async () => {
    const made = await governed();
    bring(made, { committedCost: money(-40), exitCost: money(-5) });
    expect(found(made).outlook).toMatchObject({ unavoidableCost: 0, exitCost: 0, continuing: -3_000_000 });
    expect(codes(made)).toEqual(
      expect.arrayContaining(['stopping.negative.committedCost', 'stopping.negative.exitCost']),
    );
  });

  test('a benefit without a money value, or of a kind the perspective leaves out, is counted beside', async () => {
    const made = await governed();
    await made.at.set('office', OFFICE, { perspective: 'entity' });
    await made.at.add('benefit', { title: 'Calmer visits', component: made.component });
    const other = await made.at.add('benefit', {
      title: 'Hours',
      component: made.component,
      category: 'nonCashable',
      start: '2025-04-01',
    });
    const measure = await made.at.add('measure', {
      name: 'Hours',
      benefit: other,
      unit: 'hours',
      direction: 1,
      startValue: 0,
      rollUp: 'flow',
      'unitValue/2025-04': { amount: 10, currency: 'GBP', base },
    });
    must(
      await act(made.at.open, made.at.ctx, writeSeries, {
        measure,
        series: 'plan',
        from: month('2025-10'),
        values: [5],
      }),
    );
    expect(found(made).gaps).toEqual(
      expect.arrayContaining([
        { code: 'stopping.unpriced', args: { count: 1 } },
        { code: 'stopping.otherValue', args: { count: 1 } },
      ]),
    );
    await made.at.set('measure', measure, { 'unitValue/2025-04': { amount: 10, currency: 'JPY', base } });
    expect(codes(made)).toContain('stopping.unlikeBenefits');
  });

  test('each is a sentence in both languages', async () => {
    const { made, parent } = await inProgramme();
    bring(made, { committedCost: { minor: -9_000, currency: 'JPY', base }, 'costPlan/2027': { absent: 'exempt' } });
    const arabic = createWords({ language: 'ar', digits: 'arab', calendar: 'gregory' });
    for (const gap of found(made, parent).gaps) {
      expect(words.problem(gap)).not.toMatch(/\{\{|stopping\./);
      expect(arabic.problem(gap)).toMatch(/[\u0600-\u06ff]/);
    }
  });
});
