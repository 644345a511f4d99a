// The synthetic layer of the sample: owners, measures, months, states, claims and costs by year, none of them real.
import { runName } from '#shared/change/run.ts';
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Act } from '#shared/acts/act.ts';
import type { Book, Entry, Kind } from '#shared/domain/book.ts';
import { OFFICE } from '#shared/domain/office.ts';
import { known } from '#shared/kit/absent.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addMonths, type Day, firstDay, lastDay, monthIndex } from '#shared/kit/period.ts';
import { done } from '#shared/kit/result.ts';
import { SAMPLE_BENEFITS, SAMPLE_FINANCE, SAMPLE_OWNERS, SAMPLE_VERIFIERS, type SampleBenefit } from './kinds.ts';
import { addNetwork, addObjectives, type MadeBenefit, objectiveOf } from './network.ts';
import { forecastOf, planOf, readingsOf } from './series.ts';

/** The date the sample speaks of: the publication's own. */
export const SAMPLE_AS_AT = '2023-03-31' as Day;
const COMPONENTS = 24;
const MONTHS = 96;
const RAMP = 30;

/** Paces of the made-up benefits, in turn: good, fair, poor. */
const PACES = [1.03, 0.97, 0.93, 1, 0.78, 1.06, 0.88, 0.99] as const;
const STATES = ['realising', 'realising', 'realising', 'planned', 'sustaining', 'realising', 'validated', 'realised'] as const;

export const addSampleLedger: Act<undefined> = {
  name: 'act.addSampleLedger',
  allowed: () => undefined,
  run: (book, _input, ctx) => done({ act: addSampleLedger.name, asAt: SAMPLE_AS_AT, writes: new Layer(book, ctx).writes() }),
};

class Layer {
  private readonly out: DraftWrite[] = [];
  private count = 0;
  private made = 0;
  private round: RecordId | undefined;
  /** Owners who attested something. */
  private readonly heard = new Set<RecordId>();
  private readonly met = new Map<string, number>();
  private owners: RecordId[] = [];
  private verifiers: RecordId[] = [];
  private finance: RecordId | undefined;
  private objectives: ReadonlyMap<string, RecordId> = new Map();
  private readonly benefits: MadeBenefit[] = [];

  constructor(
    private readonly book: Book,
    private readonly ctx: Context,
  ) {}

  writes(): DraftWrite[] {
    this.set('office', OFFICE, { reportingDate: SAMPLE_AS_AT, fiscalYearStart: 4, priceBase: { kind: 'real', year: 2023 } });
    const person = (name: string, role: string) => this.add('person', { name, role, organisation: 'Synthetic' });
    this.owners = SAMPLE_OWNERS.map(({ name, role }) => person(name, role));
    this.verifiers = SAMPLE_VERIFIERS.map((name) => person(name, 'Benefits analyst'));
    this.finance = person(SAMPLE_FINANCE, 'Finance business partner');
    this.objectives = addObjectives((kind, values) => this.add(kind, values));
    const chosen = [...this.book.all('component')]
      .filter((component) => known(component.wholeLifeCost) && known(component.start) && known(component.end))
      .sort((a, b) => (known(b.wholeLifeCost)?.minor ?? 0) - (known(a.wholeLifeCost)?.minor ?? 0))
      .slice(4, 4 + COMPONENTS);
    this.round = this.add('round', { period: '2023-Q4', opened: '2023-03-13', due: '2023-03-31', by: 'owner' });
    for (const component of chosen) this.component(component);
    this.requests();
    const disbenefit = this.extras(chosen);
    addNetwork({
      book: this.book,
      add: (kind, values) => this.add(kind, values),
      objectives: this.objectives,
      benefits: this.benefits,
      disbenefit,
    });
    return this.out;
  }

  private add(kind: Kind, values: Record<string, unknown>): RecordId {
    const record = newRecordId(this.ctx);
    this.set(kind, record, { [LIFE]: 'here', ...values });
    return record;
  }

  private set(kind: Kind, record: RecordId, values: Record<string, unknown>): void {
    for (const [field, value] of Object.entries(values)) if (value !== undefined) this.out.push({ kind, record, field, value });
  }

  /** Two or three benefits, a milestone that slipped for some, and cost by year. */
  private component(component: Entry<'component'>): void {
    const cost = known(component.wholeLifeCost)?.minor ?? 0;
    const place = this.count;
    const planned = `202${1 + (place % 2)}-04-01` as Day;
    const slip = place % 3 === 0 ? 3 : 0;
    const milestone = this.add('milestone', {
      title: 'First service live',
      component: component.id,
      plan: planned,
      forecast: slip ? addMonths(planned, slip) : undefined,
    });
    this.set('component', component.id, this.costs(cost));
    const many = 2 + (place % 2);
    for (let i = 0; i < many; i++) {
      const kind = SAMPLE_BENEFITS[(place + i * 2) % SAMPLE_BENEFITS.length] as SampleBenefit;
      this.benefit(component, kind, milestone, planned, slip, cost);
    }
    this.count++;
  }

  /** A tenth of the whole-life cost a year over ten years from 2022, and a little to run. */
  private costs(cost: number): Record<string, unknown> {
    const money = (minor: number) => ({ minor: Math.round(minor / 100) * 100, currency: 'GBP' });
    const shares = [0.14, 0.18, 0.18, 0.14, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03];
    return Object.fromEntries(
      shares.flatMap((share, i) => [
        [`costPlan/${2022 + i}`, money(cost * share)],
        ...(i > 3 ? [[`runningCost/${2022 + i}`, money(cost * 0.01)]] : []),
      ]),
    );
  }

  private benefit(component: Entry<'component'>, kind: SampleBenefit, milestone: RecordId, planned: Day, slip: number, cost: number): void {
    const n = this.made++;
    // one owner seldom holds two benefits in one unit: the sample has suspects, but few
    const rank = this.met.get(kind.unit) ?? 0;
    this.met.set(kind.unit, rank + 1);
    const owner = this.owners[(rank + kind.unit.length) % this.owners.length] as RecordId;
    const state = n % 11 === 5 ? 'identified' : (STATES[n % STATES.length] as string);
    const pace = PACES[n % PACES.length] as number;
    const begun = state === 'realising' || state === 'realised' || state === 'sustaining';
    const vacant = n % 13 === 7;
    const benefit = this.add('benefit', {
      title: `${kind.title}: ${component.name}`,
      description: kind.description,
      beneficiary: kind.beneficiary,
      component: component.id,
      category: kind.category,
      state,
      stateReason: { on: SAMPLE_AS_AT },
      owner: vacant ? undefined : owner,
      accepted: vacant || n % 7 === 3 ? undefined : { by: owner, on: '2021-06-01' },
      accountable: this.owners[(n + 3) % this.owners.length],
      inAgreement: n % 2 === 0,
      confidence: state === 'identified' ? undefined : 55 + ((n * 7) % 40),
      rank: 'end',
      recurrence: 'recurring',
      term: 'long',
      tangible: 'tangible',
      critical: n % 9 === 0 ? true : undefined,
      tolerance: n % 5 === 0 ? 5 : undefined,
      ...(state === 'sustaining' ? { start: '2019-04-01' } : { startMilestone: milestone }),
      ...(state === 'identified' ? {} : VALID),
      ...(kind.category === 'cashable' ? { budgetLine: `R-${200 + (n % 40)}`, budgetReduced: n % 4 === 1 ? undefined : '2022-04-01' } : {}),
      ...(state === 'sustaining' ? { handedOver: '2022-04-30', operationalOwner: owner, floor: this.floorOf(kind, cost), budgetAdjusted: true } : {}),
    });
    if (state === 'identified') return;
    const early = state === 'sustaining';
    const measure = this.measure(benefit, component.name, kind, n, early ? ('2019-04-01' as Day) : planned, early ? 0 : slip, cost, begun ? pace : 1, begun);
    this.set('benefit', benefit, { leadMeasure: measure });
    this.add('contribution', { from: benefit, to: this.objectives.get(objectiveOf(kind.title) ?? '') });
    this.benefits.push({ id: benefit, kind: kind.title, component, owner });
    // one owner in five stays silent
    if (begun && !vacant && this.owners.indexOf(owner) % 5 !== 3) {
      this.heard.add(owner);
      this.add('attestation', {
        benefit,
        owner,
        period: '2023-Q4',
        statement: pace < 0.9 ? 'Behind plan: adoption is slower than we assumed. Recovery actions are agreed.' : 'On course; readings are complete.',
        confidence: 55 + ((n * 7) % 40),
        evidence: 'Quarterly benefits report',
        on: '2023-03-29',
      });
    }
    if (n % 3 === 0) this.add('assumption', { benefit, text: 'Volumes stay at the level of 2021', review: n % 2 === 0 ? '2022-12-31' : '2023-09-30', state: 'open' });
    if (n % 4 === 0) {
      const change = this.add('businessChange', { title: 'Teams work to the new process', component: component.id, owner, due: '2022-09-30', done: n % 8 === 0 ? '2022-10-14' : undefined });
      this.add('contribution', { from: change, to: benefit });
    }
  }

  /** Three fifths of the way to the target, as one reading has it. */
  private floorOf(kind: SampleBenefit, cost: number): number {
    const cycle = kind.rollUp === 'flow' && kind.cadence === 'quarterly' ? 3 : 1;
    const scale = kind.unit === 'GBP' ? Math.round(cost / 100 / 150) : 1;
    return Math.round(cycle * (kind.start + (kind.target * scale - kind.start) * 0.6) * 10) / 10;
  }

  private measure(benefit: RecordId, name: string, kind: SampleBenefit, n: number, planned: Day, slip: number, cost: number, pace: number, begun: boolean): RecordId {
    // one month of the benefit in full brings about a hundredth of the whole-life cost over its ramp
    const monthly = cost / 100 / 150;
    const scale = kind.unit === 'GBP' ? Math.round(monthly) : 1;
    const start = monthIndex(planned);
    const plan = planOf(kind, MONTHS, RAMP, scale);
    const until = monthIndex(SAMPLE_AS_AT);
    const silent = begun && n % 10 === 4 ? 5 : 0;
    const read = Math.max(0, until - (start + slip) + 1 - silent);
    const course = { pace, read };
    const own = kind.unit === 'GBP' ? { ...kind, target: scale } : kind;
    const actual = begun ? readingsOf(own, plan, course, n) : [];
    const verifier = this.verifiers[n % this.verifiers.length] as RecordId;
    const run = (series: string, from: number, values: readonly unknown[]) =>
      values.length > 1 ? { [runName({ series, from, count: values.length })]: values } : {};
    const checked = actual.map((value, i) => (value === null || i > read - 4 ? null : this.verdict(verifier, value, start + slip + i)));
    const money = kind.unit === 'GBP' || kind.category === 'qualitative' ? {} : { 'unitValue/2021-04': this.unitValue(kind, monthly) };
    return this.add('measure', {
      name: `${kind.measure}: ${name}`,
      benefit,
      unit: kind.unit,
      direction: kind.direction,
      startValue: kind.start,
      startOn: '2021-03-31',
      target: kind.target * scale,
      targetOn: lastDay(start + RAMP - 1),
      source: kind.source,
      cadence: kind.cadence,
      rollUp: kind.rollUp,
      role: 'outcome',
      verifier,
      financeVerifier: kind.category === 'cashable' ? this.finance : undefined,
      ...money,
      ...run('plan1@', 0, plan),
      ...(begun || n % 8 === 3 ? { 'version/1': { on: planned, reason: '', anchor: start } } : {}),
      ...(begun && n % 12 === 0 ? this.secondPlan(own, plan, start + 3) : {}),
      ...run('forecast@', 0, begun ? forecastOf(own, plan, course) : []),
      ...run('actual@', start + slip, actual),
      ...run('check@', start + slip, checked),
      ...(kind.category === 'cashable' ? run('finance@', start + slip, checked.map((each) => each && { ...each, by: this.finance })) : {}),
    });
  }

  private verdict(by: RecordId, value: number, month: number) {
    return { verdict: 'verified', by, on: addMonths(firstDay(month), 2), value };
  }

  private secondPlan(kind: SampleBenefit, plan: readonly number[], anchor: number): Record<string, unknown> {
    const later = plan.map((value) => Math.round((kind.start + (value - kind.start) * 0.92) * 10) / 10);
    return {
      [runName({ series: 'plan2@', from: 0, count: later.length })]: later,
      'version/2': { on: '2022-07-15', reason: 'First service went live three months later', anchor },
    };
  }

  /** Chosen so that a year of the full improvement is worth about an eighth of a hundredth of the cost a month. */
  private unitValue(kind: SampleBenefit, monthly: number) {
    const improvement = Math.abs(kind.target - kind.start);
    const amount = kind.rollUp === 'flow' ? monthly / improvement : (monthly * 12) / improvement;
    return {
      amount: Number(amount.toPrecision(3)),
      currency: 'GBP',
      base: { kind: 'real', year: 2023 },
      source: 'Synthetic unit value',
      approver: SAMPLE_FINANCE,
    };
  }

  /** What every owner was asked for this period, and who answered. */
  private requests(): void {
    for (const person of this.owners)
      this.add('request', {
        round: this.round,
        person,
        sent: '2023-03-13',
        ...(this.heard.has(person) ? { returned: '2023-03-29' } : { reminded: 2, lastReminded: '2023-03-28' }),
      });
  }

  /** One over-claim, one erosion, one benefit given up: what the screens must be able to show. */
  private extras(components: readonly Entry<'component'>[]): RecordId | undefined {
    const measures = this.out.filter(({ kind, field }) => kind === 'measure' && field === 'name').map(({ record }) => record);
    const [first, second] = components;
    const claimed = measures[1];
    if (first && second && claimed) {
      this.add('claim', { component: first.id, measure: claimed, share: 70 });
      this.add('claim', { component: second.id, measure: claimed, share: 45 });
    }
    const shared = measures[4];
    const [third, fourth] = components.slice(2);
    if (third && fourth && shared) {
      this.add('claim', { component: third.id, measure: shared, share: 60 });
      this.add('claim', { component: fourth.id, measure: shared, share: 30 });
    }
    this.erode();
    if (first)
      this.add('benefit', {
        title: 'Rental income from freed space',
        component: first.id,
        category: 'cashable',
        state: 'rejected',
        owner: this.owners[1],
        stateReason: { on: '2022-11-30', reason: 'No tenant at the rent assumed', decidedBy: 'Portfolio board' },
      });
    return second && this.add('benefit', { title: 'Extra travel for staff of closed sites', disbenefit: true, component: second.id, category: 'quantitative', state: 'identified', owner: this.owners[2] });
  }

  /** The first benefit in sustainment whose readings can fall: its last two go below the floor. */
  private erode(): void {
    const floors = new Map(this.out.filter(({ field }) => field === 'floor').map(({ record, value }) => [record, value as number]));
    const of = this.out.filter(({ kind, field, value }) => kind === 'measure' && field === 'benefit' && floors.has(value as RecordId));
    const measure = of[0];
    if (!measure) return;
    const at = this.out.findIndex(({ record, field }) => record === measure.record && field.startsWith('actual@'));
    const direction = this.out.find(({ record, field }) => record === measure.record && field === 'direction')?.value as 1 | -1;
    const write = this.out[at];
    const floor = floors.get(measure.value as RecordId);
    if (!write || floor === undefined) return;
    const values = [...(write.value as (number | null)[])];
    const last = values.flatMap((value, i) => (value === null ? [] : [i])).slice(-2);
    for (const [k, i] of last.entries()) values[i] = Math.round((floor - direction * Math.abs(floor) * (0.05 + 0.04 * k)) * 10) / 10;
    this.out[at] = { ...write, value: values };
  }
}

const VALID = { 'valid.described': true, 'valid.observable': true, 'valid.attributable': true, 'valid.measurable': true };
