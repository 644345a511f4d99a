// A small office that can decide: one programme with value and cost still to come, the rights' template, people in every seat.
import { putForward, raiseDecision } from '#shared/acts/raise-decision.ts';
import { TEMPLATE_SEATS, templateTitles } from '#shared/acts/rights-template.ts';
import { type StartRights, startRights } from '#shared/acts/start-rights.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import { Book } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { sittersOf } from '#shared/govern/bodies.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from './book.ts';
import { type Desk, desk, month } from './ledger.ts';

export const AS_AT = '2025-09-30' as Day;
export const words = createWords({ language: 'en', digits: 'latn', calendar: 'gregory' });
const OPTION_TITLES = { asAsked: 'As asked', doNothing: 'Do nothing', stop: 'Stop it' };

export interface Governed {
  readonly at: Desk;
  readonly component: RecordId;
  readonly benefit: RecordId;
  readonly measure: RecordId;
  readonly sponsor: RecordId;
  readonly owner: RecordId;
}

/** DOMAIN's vector: value to go 30, cost to go 60 of which 40 is owed anyway, exit 5, in thousands; flat 0 %, year 0. */
export async function governed(): Promise<Governed> {
  const at = await desk(11, { discount: { preset: 'flat', rate: 0, kind: 'real' }, reportingDate: AS_AT });
  const sponsor = await at.add('person', { name: 'Sam Sponsor' });
  const owner = await at.add('person', { name: 'Bea Owner' });
  const money = (thousands: number) => ({
    minor: thousands * 100_000,
    currency: 'GBP',
    base: { kind: 'real', year: 2023 },
  });
  const component = await at.add('component', {
    name: 'Clinics',
    level: 'programme',
    sponsor,
    deliveryLead: await at.add('person', { name: 'Dee Lead' }),
    work: 'delivering',
    costToDate: money(500),
    'costPlan/2026': money(60),
    committedCost: money(40),
    exitCost: money(5),
  });
  const benefit = await at.add('benefit', {
    title: 'Cheaper clinics',
    component,
    owner,
    category: 'cashable',
    budgetLine: 'Clinics',
    budgetReduced: '2025-04-01',
    start: '2025-04-01',
    state: 'planned',
  });
  const measure = await at.add('measure', {
    name: 'Saved',
    benefit,
    unit: 'visits',
    direction: 1,
    startValue: 0,
    rollUp: 'flow',
    'unitValue/2025-04': { amount: 1000, currency: 'GBP', base: { kind: 'real', year: 2023 } },
  });
  must(
    await act(at.open, at.ctx, writeSeries, {
      measure,
      series: 'plan',
      from: month('2025-10'),
      values: [5, 5, 5, 5, 5, 5],
    }),
  );
  await at.set('measure', measure, { 'version/1': { on: '2025-04-01', reason: '', anchor: month('2025-04') } });
  return { at, component, benefit, measure, sponsor, owner };
}

/** The rights' template with somebody in every seat since January 2025. */
export async function withRights(made: Governed): Promise<Governed> {
  const { at } = made;
  const people: Record<string, RecordId> = {};
  for (const seat of TEMPLATE_SEATS) people[seat] = await at.add('person', { name: `Holder of ${seat}` });
  const input: StartRights = { titles: templateTitles(words), people };
  must(await act(at.open, at.ctx, startRights, input));
  for (const { id } of bookOf(made).all('membership')) await at.set('membership', id, { from: '2025-01-01' });
  return made;
}

export const bookOf = ({ at }: Pick<Governed, 'at'>): Book => new Book(at.open.state);

export const bodyNamed = (made: Governed, title: string): RecordId => {
  const body = where(bookOf(made), 'board', 'title', title)[0];
  if (!body) throw new Error(`no body called ${title}`);
  return body.id;
};

/** The person who holds a post. */
export function holderIn(made: Governed, title: string): RecordId {
  const [person] = sittersOf(bookOf(made), bodyNamed(made, title), AS_AT);
  if (!person) throw new Error(`nobody holds ${title}`);
  return person;
}

/** Raised on 1 August 2025. */
export async function raised(made: Governed, type: DecisionType, amount?: number): Promise<RecordId> {
  const { at, component } = made;
  const record = newRecordId(at.ctx);
  must(
    await act(at.open, at.ctx, raiseDecision, {
      record,
      title: `${type} the clinics`,
      type,
      component,
      ...(amount === undefined ? {} : { amount: { minor: amount * 100, currency: 'GBP' } }),
      optionTitles: OPTION_TITLES,
    }),
  );
  await at.set('decision', record, { raisedOn: '2025-08-01' });
  return record;
}

export const optionIn = (made: Governed, decision: RecordId, form: string): RecordId => {
  const option = where(bookOf(made), 'decisionOption', 'decision', decision).find((each) => each.form === form);
  if (!option) throw new Error(`no option ${form}`);
  return option.id;
};

/** Raised, its asked option recommended, put before its body. */
export async function forwarded(made: Governed, type: DecisionType, amount?: number): Promise<RecordId> {
  const decision = await raised(made, type, amount);
  await made.at.set('decision', decision, { recommended: optionIn(made, decision, 'asAsked') });
  must(await act(made.at.open, made.at.ctx, putForward, { decision, asAt: AS_AT }));
  return decision;
}
