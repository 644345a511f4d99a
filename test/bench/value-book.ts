// The book value is worked out on: 1,000 components, 5,000 benefits with one measure each, the same ones each time.
import { type Change, LIFE, SCHEMA, type Write } from '#shared/change/model.ts';
import { runName } from '#shared/change/run.ts';
import { State } from '#shared/change/state.ts';
import type { Verdict } from '#shared/domain/measure.ts';
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import { type Day, firstDay, monthIndex } from '#shared/kit/period.ts';

export const COMPONENTS = 1_000;
export const BENEFITS = 5_000;
const [MONTHS, READ, VERIFIED] = [60, 30, 24];
const PEOPLE = 400;
const VERIFIER = `person-${PEOPLE - 1}` as RecordId;
export const AS_AT = '2025-12-31' as Day;
export const RATES = [
  { from: 'USD', to: 'GBP', on: '2023-01-01' as Day, rate: 0.82 },
  { from: 'USD', to: 'GBP', on: '2024-07-01' as Day, rate: 0.79 },
  { from: 'USD', to: 'GBP', on: '2025-07-01' as Day, rate: 0.74 },
];

/** A measure and all that is said of it, as plain data: both sides of the race are filled from this. */
export interface Said {
  readonly id: RecordId;
  readonly benefit: RecordId;
  readonly component: RecordId;
  readonly category: 'cashable' | 'nonCashable' | 'quantitative';
  readonly confidence: number;
  readonly flow: boolean;
  readonly direction: 1 | -1;
  readonly startValue: number;
  readonly unitValues: readonly { readonly since: string; readonly amount: number; readonly currency: string }[];
  readonly claims: readonly { readonly component: RecordId; readonly share: number; readonly until?: Day }[];
  /** The calendar month in which the plan, the forecast and the readings begin. */
  readonly planFrom: number;
  readonly forecastFrom: number;
  readonly actualFrom: number;
  readonly plan: readonly number[];
  readonly forecast: readonly number[];
  readonly actual: readonly number[];
  /** What the verifier said of each reading, and finance where it is cashable; fewer than readings. */
  readonly checks: readonly Verdict[];
  readonly finance: readonly Verdict[] | undefined;
  readonly owner: RecordId;
}

const component = (c: number) => `component-${String(c % COMPONENTS).padStart(6, '0')}` as RecordId;
const FIRST = monthIndex('2023-04-01' as Day);
/** Months of slip of a component's milestone, and the month its benefits were planned to start in. */
const slipOf = (c: number): number => (c % 4 === 0 ? c % 5 : 0);
const startOf = (c: number): number => FIRST + (c % 4);

export function saidOf(i: number): Said {
  const c = i % COMPONENTS;
  const direction = i % 3 ? 1 : -1;
  const startValue = direction === 1 ? i % 50 : 4_000;
  const rising = (count: number, pace: number) =>
    Array.from({ length: count }, (_, m) => startValue + direction * Math.round((((m + 1) * (i % 97)) / pace) * 10));
  const planFrom = startOf(c);
  const actual = rising(READ, 64);
  const verdicts = (): Verdict[] =>
    actual.slice(0, VERIFIED).map((value) => ({ verdict: 'verified', by: VERIFIER, on: AS_AT, value }));
  return {
    id: `measure-${String(i).padStart(6, '0')}` as RecordId,
    benefit: `benefit-${String(i).padStart(6, '0')}` as RecordId,
    component: component(c),
    category: (['cashable', 'nonCashable', 'quantitative'] as const)[i % 3] as Said['category'],
    confidence: 40 + (i % 60),
    flow: i % 5 > 0,
    direction,
    startValue,
    unitValues: [
      { since: '2023-04', amount: (1_000 + (i % 700)) / 7, currency: i % 10 ? 'GBP' : 'USD' },
      ...(i % 4 ? [] : [{ since: '2025-04', amount: (1_100 + (i % 700)) / 7, currency: i % 10 ? 'GBP' : 'USD' }]),
    ],
    // a third leaves all to its own component, a third shares it in two, the rest over-claims until a day
    claims: [
      [],
      [
        { component: component(c), share: 60 },
        { component: component(c + 7), share: 100 / 3 },
      ],
      [
        { component: component(c), share: 80 },
        { component: component(c + 11), share: 45, until: '2025-03-31' as Day },
      ],
    ][i % 3] as Said['claims'],
    planFrom,
    forecastFrom: planFrom + slipOf(c),
    actualFrom: planFrom,
    plan: rising(MONTHS, 60),
    forecast: rising(MONTHS, 66),
    actual,
    checks: verdicts(),
    finance: i % 3 === 0 ? verdicts() : undefined,
    owner: `person-${i % (PEOPLE - 1)}` as RecordId,
  };
}

let changes = 0;
const changeOf = (writes: readonly Write[]): Change => ({
  id: `change-${++changes}` as ChangeId,
  prev: null,
  at: [1_700_000_000_000 + changes, 0, 'bench' as ActorId],
  asAt: AS_AT,
  by: '',
  act: 'act.importFile',
  schema: SCHEMA,
  writes,
});

/** The whole book in one change. */
export function valueState(all: readonly Said[]): State {
  const writes: Write[] = [];
  const put = (kind: string, record: string, values: Record<string, unknown>) => {
    for (const [field, value] of Object.entries({ [LIFE]: 'here', ...values }))
      if (value !== undefined) writes.push({ kind, record: record as RecordId, field, value, replaces: [] });
  };
  put('office', 'office', { currency: 'GBP', fiscalYearStart: 4 });
  for (const [i, rate] of RATES.entries()) put('exchangeRate', `rate-${i}`, rate);
  for (let p = 0; p < PEOPLE; p++) put('person', `person-${p}`, { name: `Person ${p}` });
  for (let c = 0; c < COMPONENTS; c++) {
    const [planned, slipped] = [firstDay(startOf(c)), firstDay(startOf(c) + slipOf(c))];
    put('component', component(c), { name: `Component ${c}`, level: 'project', end: '2025-03-31' });
    put('milestone', `milestone-${c}`, { title: 'Go-live', component: component(c), plan: planned, forecast: slipped });
  }
  for (const [i, said] of all.entries()) {
    put('benefit', said.benefit, {
      title: `Benefit ${i}`,
      component: said.component,
      category: said.category,
      confidence: said.confidence,
      owner: said.owner,
      state: (['planned', 'realising', 'sustaining'] as const)[i % 3],
      handedOver: i % 3 === 2 ? '2024-10-01' : undefined,
      floor: i % 3 === 2 ? said.startValue : undefined,
      startMilestone: `milestone-${i % COMPONENTS}`,
      ...(said.category === 'cashable' && { budgetLine: `Line ${i % 900}`, budgetReduced: '2024-04-01' }),
    });
    put('measure', said.id, {
      name: `Measure ${i}`,
      benefit: said.benefit,
      unit: 'cases',
      direction: said.direction,
      startValue: said.startValue,
      rollUp: said.flow ? 'flow' : 'stock',
      ...Object.fromEntries(
        said.unitValues.map(({ since, amount, currency }) => [`unitValue/${since}`, { amount, currency }]),
      ),
      'version/1': { on: '2023-03-01', reason: '', anchor: said.planFrom },
      [runName({ series: 'plan1@', from: 0, count: said.plan.length })]: said.plan,
      [runName({ series: 'forecast@', from: 0, count: said.forecast.length })]: said.forecast,
      [runName({ series: 'actual@', from: said.actualFrom, count: said.actual.length })]: said.actual,
      [runName({ series: 'check@', from: said.actualFrom, count: VERIFIED })]: said.checks,
      [runName({ series: 'finance@', from: said.actualFrom, count: VERIFIED })]: said.finance,
    });
    for (const [c, claim] of said.claims.entries()) put('claim', `claim-${i}-${c}`, { measure: said.id, ...claim });
  }
  const state = new State();
  state.apply(changeOf(writes), 8e15);
  return state;
}

/** One field of one record is written, as an edit on screen does. */
export function edit(state: State, kind: string, record: string, field: string, value: unknown): void {
  const replaces = state.headIds(kind, record as RecordId, field);
  state.apply(changeOf([{ kind, record: record as RecordId, field, value, replaces }]), 8e15);
}
