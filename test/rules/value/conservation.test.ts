// The laws of value on any random book: over-claims are listed, nothing counts for more than was measured, sums agree.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIFE } from '#shared/change/model.ts';
import { decodeSnapshot, encodeSnapshot } from '#shared/change/snapshot.ts';
import { State } from '#shared/change/state.ts';
import { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, firstDay } from '#shared/kit/period.ts';
import { type BookValue, bookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { discountFactor, flatRate, UK_PUBLIC_REAL } from '#shared/value/rate.ts';
import { type Grain, rollUp } from '#shared/value/roll-up.ts';
import { riseLevel, SHAPES, spreadFlow } from '#shared/value/shapes.ts';
import { netPresentValue } from '#shared/value/worth.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aChange } from '#test/kit/history.ts';
import { month } from '#test/kit/ledger.ts';

const AS_AT = '2025-12-31' as Day;
const START = month('2024-04');
const COMPONENTS = ['c0', 'c1', 'c2'];

const aSeries = fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { nil: null }), {
  minLength: 1,
  maxLength: 30,
});
const aMeasure = fc.record({
  rollUp: fc.constantFrom('flow', 'stock', 'ratio'),
  cadence: fc.constantFrom('monthly', 'quarterly'),
  direction: fc.constantFrom(1, -1),
  startValue: fc.integer({ min: -10, max: 50 }),
  unit: fc.integer({ min: 1, max: 1_000 }).map((n) => n / 7),
  plan: aSeries,
  forecast: fc.option(aSeries, { nil: undefined }),
  actual: fc.option(aSeries, { nil: undefined }),
  category: fc.constantFrom('cashable', 'nonCashable', 'quantitative', 'qualitative', undefined),
  rank: fc.constantFrom('end', 'intermediate', undefined),
  confidence: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  claims: fc.array(
    fc.record({
      component: fc.constantFrom(...COMPONENTS),
      share: fc.integer({ min: 0, max: 100 }),
      from: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      until: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    }),
    { maxLength: 4 },
  ),
});
type Made = typeof aMeasure extends fc.Arbitrary<infer M> ? M : never;

function bookOf(measures: readonly Made[], offset = 0): Book {
  const state = new State();
  const writes: { kind: string; record: RecordId; field: string; value: unknown }[] = [];
  const put = (kind: string, record: string, values: Record<string, unknown>) => {
    for (const [field, value] of Object.entries({ [LIFE]: 'here', ...values }))
      if (value !== undefined) writes.push({ kind, record: record as RecordId, field, value });
  };
  const run = (series: string, from: number, values: readonly unknown[] | undefined) =>
    values && {
      [values.length === 1 ? `${series}${from}` : `${series}${from}+${values.length}`]:
        values.length === 1 ? values[0] : values,
    };
  put('office', 'office', { currency: 'GBP', fiscalYearStart: 4 });
  put('milestone', 'm', { title: 'Go-live', plan: '2024-04-01', forecast: firstDay(START + offset) });
  for (const id of COMPONENTS) put('component', id, { name: id });
  for (const [i, made] of measures.entries()) {
    put('benefit', `b${i}`, {
      title: `B${i}`,
      component: COMPONENTS[i % 3],
      category: made.category,
      rank: made.rank,
      confidence: made.confidence,
      startMilestone: 'm',
      ...(i % 2 === 0 && { budgetLine: `L${i}`, budgetReduced: '2024-04-01' }),
    });
    put('measure', `m${i}`, {
      name: `M${i}`,
      benefit: `b${i}`,
      unit: 'calls',
      direction: made.direction,
      startValue: made.startValue,
      rollUp: made.rollUp,
      cadence: made.cadence,
      'unitValue/2024-04': { amount: made.unit, currency: 'GBP' },
      'version/1': { on: '2024-04-01', reason: '', anchor: START },
      ...run('plan1@', 0, made.plan),
      ...run('forecast@', 0, made.forecast),
      ...run('actual@', START, made.actual),
    });
    for (const [c, claim] of made.claims.entries())
      put('claim', `k${i}-${c}`, {
        measure: `m${i}`,
        component: claim.component,
        share: claim.share,
        from: claim.from === undefined ? undefined : firstDay(START + claim.from),
        until: claim.until === undefined ? undefined : firstDay(START + claim.until),
      });
  }
  state.apply(aChange('change', writes), 8e15);
  return new Book(state);
}

const NAME_OF = {
  milestone: () => 'm',
  component: (i: number) => `c${i % COMPONENTS.length}`,
  benefit: (i: number) => `b${i}`,
  measure: (i: number) => `m${i}`,
  claim: (i: number) => `k${i}-0`,
};
/** One field of one record of the book above is written, a record is taken away or comes back, or moves elsewhere. */
const anEdit = fc.oneof(
  ...(
    [
      ['milestone', 'forecast', fc.constantFrom('2024-04-01', '2024-09-01', '2025-06-01', null)],
      ['component', LIFE, fc.constantFrom('deleted', 'here')],
      ['component', 'name', fc.constantFrom('one', 'other')],
      ['benefit', 'confidence', fc.constantFrom(0, 50, 100, null)],
      ['benefit', 'component', fc.constantFrom(...COMPONENTS, null)],
      ['benefit', 'state', fc.constantFrom('realising', 'rejected', 'closed')],
      ['benefit', LIFE, fc.constantFrom('deleted', 'here')],
      ['measure', 'forecast@3', fc.integer({ min: -99, max: 99 })],
      ['measure', `actual@${START + 2}`, fc.integer({ min: -99, max: 99 })],
      ['measure', 'direction', fc.constantFrom(1, -1, null)],
      ['measure', 'benefit', fc.constantFrom('b0', 'b1', null)],
      ['measure', LIFE, fc.constantFrom('deleted', 'here')],
      ['claim', 'share', fc.integer({ min: 0, max: 100 })],
      ['claim', 'component', fc.constantFrom(...COMPONENTS)],
      ['claim', LIFE, fc.constantFrom('deleted', 'here')],
    ] as const
  ).map(([kind, field, value]) =>
    fc.record({
      kind: fc.constant(kind),
      field: fc.constant(field),
      which: fc.nat(9),
      value: value as fc.Arbitrary<unknown>,
    }),
  ),
);

const readAfresh = (state: State): State => decodeSnapshot(encodeSnapshot(state, 1, 0));

/** All that a value says, without what it was made of. */
const told = (value: BookValue) => ({
  ...value,
  measures: [...value.measures].map(([id, { madeOf: _, ...each }]) => [
    id,
    { ...each, measure: id, benefit: undefined },
  ]),
  benefits: [...value.benefits].map(([id, each]) => [id, each.status, each.worth, each.lead?.measure.id]),
  components: [...value.components].map(([id, each]) => [
    id,
    each.status,
    each.worth,
    each.claims,
    each.benefits.map(({ benefit }) => benefit.id),
  ]),
});

const someMeasures = fc.array(aMeasure, { minLength: 1, maxLength: 5 });

describe(byChance('conservation'), () => {
  test('every over-claim is listed, and only those', () =>
    holds(
      fc.property(someMeasures, (measures) => {
        const value = bookValue(bookOf(measures), AS_AT);
        for (const [i, made] of measures.entries()) {
          const ledger = value.measures.get(`m${i}` as RecordId)?.ledger as NonNullable<
            ReturnType<typeof value.measures.get>
          >['ledger'];
          const listed = value.overClaims.filter(({ measure }) => measure === `m${i}`);
          for (let m = ledger.from; m < ledger.from + ledger.months; m++) {
            const claimed = made.claims
              .filter(
                ({ from, until }) =>
                  (from === undefined || m >= START + from) && (until === undefined || m <= START + until),
              )
              .reduce((sum, { share }) => sum + share, 0);
            expect(listed.some(({ from, until }) => m >= from && m <= until)).toBe(claimed > 100);
          }
        }
        return true;
      }),
      times(200, 5_000),
    ));

  test('no total counts more than was measured: what components have of a measure is at most its whole', () =>
    holds(
      fc.property(someMeasures, (measures) => {
        const value = bookValue(bookOf(measures), AS_AT);
        for (const { claims, priced, ledger } of value.measures.values()) {
          if (!('money' in priced)) continue;
          const { expected } = priced.money;
          const verified = expected.filter((_, i) => !Number.isNaN(ledger.verified[i]));
          // every month holds by itself; measure it at the sums of one sign, where signs cannot hide an excess
          const most = (series: Float64Array) => [...series].reduce((sum, each) => sum + Math.abs(each), 0);
          expect(Math.abs(claims.reduce((sum, claim) => sum + claim.attributed, 0))).toBeLessThanOrEqual(
            most(expected),
          );
          expect(Math.abs(claims.reduce((sum, claim) => sum + claim.verified, 0))).toBeLessThanOrEqual(most(verified));
          const oneSign = expected.every((each) => each >= 0);
          const gross = [...expected].reduce((sum, each) => sum + each, 0);
          if (oneSign) expect(claims.reduce((sum, claim) => sum + claim.attributed, 0)).toBeLessThanOrEqual(gross);
        }
        return true;
      }),
      times(200, 5_000),
    ));

  test('totals are the sum of what they show: components, benefits and fiscal years add up to the minor unit', () =>
    holds(
      fc.property(someMeasures, (measures) => {
        const value = bookValue(bookOf(measures), AS_AT);
        for (const group of MONEY_CLASSES) {
          const attributed = value.total[group].attributed;
          expect([...value.components.values()].reduce((sum, { worth }) => sum + worth[group].attributed, 0)).toBe(
            attributed,
          );
          expect([...value.benefits.values()].reduce((sum, { worth }) => sum + worth[group].attributed, 0)).toBe(
            attributed,
          );
          const claims = [...value.measures.values()]
            .flatMap((each) => each.claims)
            .filter((claim) => claim.class === group);
          const byYear = claims.flatMap(({ years }) => [...years.attributed]).reduce((sum, each) => sum + each, 0);
          expect(byYear).toBe(attributed);
          const likely = claims.flatMap(({ years }) => [...years.riskAdjusted]).reduce((sum, each) => sum + each, 0);
          expect(likely).toBe(value.total[group].riskAdjusted);
        }
        return true;
      }),
      times(200, 5_000),
    ));

  test('a shifted milestone shifts the forecast and nothing else', () =>
    holds(
      fc.property(someMeasures, fc.integer({ min: -12, max: 24 }), (measures, offset) => {
        const [before, after] = [bookValue(bookOf(measures), AS_AT), bookValue(bookOf(measures, offset), AS_AT)];
        const laid = (ledger: { from: number }, series: Float64Array, shift = 0) =>
          [...series].flatMap((each, i) => (Number.isNaN(each) ? [] : [[ledger.from + i + shift, each]]));
        for (const [id, { ledger }] of before.measures) {
          const moved = after.measures.get(id)?.ledger as typeof ledger;
          expect(laid(moved, moved.forecast)).toEqual(laid(ledger, ledger.forecast, offset));
          for (const series of ['plan', 'first', 'actual', 'verified'] as const)
            expect(laid(moved, moved[series])).toEqual(laid(ledger, ledger[series]));
        }
        return true;
      }),
      times(150, 3_000),
    ));

  test('after any edits, what is worked out again is what a book read afresh says; what no edit touched stays itself', () =>
    holds(
      fc.property(someMeasures, fc.array(anEdit, { minLength: 1, maxLength: 6 }), (measures, edits) => {
        const { state } = bookOf(measures);
        let before = bookValue(new Book(state), AS_AT);
        for (const [i, { kind, which, field, value }] of edits.entries()) {
          const record = NAME_OF[kind](which % measures.length) as RecordId;
          const replaces = state.headIds(kind, record, field);
          state.apply(aChange(`edit ${i}`, [{ kind, record, field, value, replaces }]), 8e15);
          const after = bookValue(new Book(state), AS_AT);
          expect(told(after)).toEqual(told(bookValue(new Book(readAfresh(state)), AS_AT)));
          for (const [id, each] of after.measures)
            if (each.measure === before.measures.get(id)?.measure && kind === 'measure')
              expect(each).toBe(before.measures.get(id));
          before = after;
        }
        return true;
      }),
      times(150, 3_000),
    ));
});

describe(byChance('roll-ups'), () => {
  test('months, quarters, fiscal years and the total agree', () =>
    holds(
      fc.property(
        aSeries,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 24_000, max: 24_400 }),
        (values, start, from) => {
          const series = Float64Array.from(values, (value) => value ?? Number.NaN);
          const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
          const last = values.filter((value) => value !== null).at(-1);
          for (const grain of ['month', 'quarter', 'year'] as Grain[]) {
            const flow = rollUp(series, from, 'flow', grain, start);
            expect(flow.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total);
            for (const how of ['stock', 'ratio'] as const)
              expect(
                rollUp(series, from, how, grain, start)
                  .filter(({ value }) => value !== undefined)
                  .at(-1)?.value,
              ).toBe(last ?? undefined);
          }
          return true;
        },
      ),
      times(200, 5_000),
    ));

  test('a spread flow adds up to its amount exactly; a level is at its target in the end', () =>
    holds(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...SHAPES),
        (amount, months, shape) => {
          const flow = spreadFlow(amount / 100, { shape, months, stepAt: Math.floor(months / 2) });
          expect(flow.reduce((sum, each) => sum + Math.round(each * 100), 0)).toBe(amount);
          expect(flow).toHaveLength(months);
          if (shape !== 'seasonal') expect(riseLevel(40, 20, { shape, months, stepAt: 0 }).at(-1)).toBe(20);
          return true;
        },
      ),
      times(200, 5_000),
    ));
});

describe(byChance('discounting'), () => {
  const flows = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 40 });

  test('NPV is linear', () =>
    holds(
      fc.property(
        flows,
        flows,
        fc.integer({ min: -5, max: 5 }),
        fc.constantFrom('start', 'mid', 'end'),
        (a, b, k, timing) => {
          const length = Math.max(a.length, b.length);
          const sum = Array.from({ length }, (_, t) => (a[t] ?? 0) + k * (b[t] ?? 0));
          const npv = (list: number[]) => netPresentValue(list, UK_PUBLIC_REAL, timing as 'start');
          expect(npv(sum)).toBeCloseTo(npv(a) + k * npv(b), 5);
          return true;
        },
      ),
      times(200, 5_000),
    ));

  test('factors chain: the factor of a + b years is the factor of a years and then of b at the same rate', () =>
    holds(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 200 }),
        (a, b, permille) => {
          const schedule = flatRate(permille / 1_000);
          expect(discountFactor(schedule, a + b)).toBeCloseTo(
            discountFactor(schedule, a) * discountFactor(schedule, b),
            10,
          );
          expect(discountFactor(UK_PUBLIC_REAL, a + 1)).toBeLessThan(discountFactor(UK_PUBLIC_REAL, a));
          return true;
        },
      ),
      times(200, 5_000),
    ));
});
