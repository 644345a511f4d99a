// What the whole book is worth and whether it comes: every measure, benefit, component and total, from one pass.
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { OverClaim } from './claims.ts';
import { converterOf } from './convert.ts';
import { type ClaimValue, type MeasureValue, measureValue } from './measure-value.ts';
import { MONEY_CLASSES, type MoneyClass, type Unpriced } from './money-of.ts';
import { type RolledStatus, rollStatus, type StatusOf, statusOf } from './status.ts';

/** Three honest figures in whole minor units. */
export interface Worth {
  readonly gross: number;
  readonly attributed: number;
  readonly riskAdjusted: number;
  readonly verified: number;
  readonly actual: number;
  readonly plan: number;
}
export type WorthByClass = Readonly<Record<MoneyClass, Worth>>;

export interface BenefitValue {
  readonly benefit: Entry<'benefit'>;
  readonly measures: readonly MeasureValue[];
  readonly lead: MeasureValue | undefined;
  readonly status: StatusOf;
  readonly worth: WorthByClass;
}

export interface ComponentValue {
  readonly id: RecordId;
  readonly claims: readonly ClaimValue[];
  readonly benefits: readonly BenefitValue[];
  readonly status: RolledStatus;
  readonly worth: WorthByClass;
}

export interface BookValue {
  readonly asAt: Day;
  readonly currency: string;
  readonly measures: ReadonlyMap<RecordId, MeasureValue>;
  readonly benefits: ReadonlyMap<RecordId, BenefitValue>;
  readonly components: ReadonlyMap<RecordId, ComponentValue>;
  readonly total: WorthByClass;
  readonly status: RolledStatus;
  readonly overClaims: readonly OverClaim[];
  /** Measures that enter no money total, by why; a problem (a missing rate) by its code. */
  readonly left: ReadonlyMap<Unpriced | string, readonly RecordId[]>;
  /** Of money that is expected but not verified, how many measures have no confidence stated. */
  readonly withoutConfidence: number;
}

const NONE: readonly never[] = [];

/** @param asAt the reporting date: what was read after it counts nothing */
export function bookValue(book: Book, asAt: Day): BookValue {
  const converter = converterOf(book);
  const claims = groupBy(book.all('claim'), (claim) => claim.measure);
  const measures = new Map<RecordId, MeasureValue>();
  const byBenefit = new Map<RecordId, MeasureValue[]>();
  const left = new Map<string, RecordId[]>();
  const overClaims: OverClaim[] = [];
  for (const measure of book.all('measure')) {
    const benefit = book.get('benefit', measure.benefit);
    const milestone = book.get('milestone', benefit?.startMilestone);
    const value = measureValue(measure, {
      benefit,
      milestone,
      claims: claims.get(measure.id) ?? NONE,
      converter,
      asAt,
    });
    measures.set(measure.id, value);
    if (benefit) push(byBenefit, benefit.id, value);
    for (const over of value.overClaims) overClaims.push(over);
    if ('why' in value.priced) push(left, value.priced.why, measure.id);
    else if ('problem' in value.priced) push(left, value.priced.problem.code, measure.id);
  }
  const benefits = new Map<RecordId, BenefitValue>();
  for (const benefit of book.all('benefit'))
    benefits.set(benefit.id, benefitValue(benefit, byBenefit.get(benefit.id) ?? NONE));
  const components = componentValues(book, benefits);
  let withoutConfidence = 0;
  for (const { benefit, gross } of measures.values())
    if (gross && benefit?.confidence === undefined && gross.expected !== gross.verified) withoutConfidence++;
  return {
    asAt,
    currency: converter.currency,
    measures,
    benefits,
    components,
    total: addWorth([...benefits.values()].map(({ worth }) => worth)),
    status: rollStatus([...benefits.values()].filter(isLive).map((each) => part(each, planToDateOf(each)))),
    overClaims,
    left,
    withoutConfidence,
  };
}

const isLive = ({ benefit }: BenefitValue): boolean => benefit.state === undefined || !GONE.has(benefit.state);
const GONE: ReadonlySet<string> = new Set(['rejected', 'notRealised', 'merged', 'closed']);

const keptBenefits = new WeakMap<
  Entry<'benefit'>,
  { readonly measures: readonly MeasureValue[]; readonly value: BenefitValue }
>();

/** The lead measure is the one that is named, else the first outcome measure. */
function benefitValue(benefit: Entry<'benefit'>, measures: readonly MeasureValue[]): BenefitValue {
  const held = keptBenefits.get(benefit);
  if (held && held.measures.length === measures.length && held.measures.every((each, i) => each === measures[i]))
    return held.value;
  const lead =
    measures.find(({ measure }) => measure.id === benefit.leadMeasure) ??
    measures.find(({ measure }) => measure.role !== 'leading') ??
    measures[0];
  const value: BenefitValue = { benefit, measures, lead, status: statusOf(benefit, lead), worth: worthOf(measures) };
  keptBenefits.set(benefit, { measures, value });
  return value;
}

function worthOf(measures: readonly MeasureValue[]): WorthByClass {
  const worth = emptyWorth();
  for (const { gross, priced, claims } of measures) {
    if (!gross || !('money' in priced)) continue;
    const own = worth[priced.money.class];
    own.gross += gross.expected;
    for (const claim of claims) addClaim(own, claim);
  }
  return worth;
}

type Open = { -readonly [K in keyof Worth]: Worth[K] };
export const emptyWorth = (): Record<MoneyClass, Open> => {
  const zero = (): Open => ({ gross: 0, attributed: 0, riskAdjusted: 0, verified: 0, actual: 0, plan: 0 });
  return { cashable: zero(), nonCashable: zero(), social: zero() };
};

function addClaim(worth: Open, claim: ClaimValue): void {
  worth.attributed += claim.attributed;
  worth.riskAdjusted += claim.riskAdjusted;
  worth.verified += claim.verified;
  worth.actual += claim.actual;
  worth.plan += claim.plan;
}

function addWorth(all: readonly WorthByClass[]): WorthByClass {
  const worth = emptyWorth();
  for (const each of all)
    for (const group of MONEY_CLASSES)
      for (const figure of Object.keys(worth[group]) as (keyof Worth)[]) worth[group][figure] += each[group][figure];
  return worth;
}

const part = ({ benefit, status }: BenefitValue, weight: number | undefined) => ({
  status,
  weight,
  critical: benefit.critical === true,
});

const planToDateOf = ({ lead }: BenefitValue): number | undefined =>
  lead && 'money' in lead.priced ? lead.claims.reduce((sum, claim) => sum + claim.planToDate, 0) : undefined;

const keptComponents = new WeakMap<
  Entry<'component'>,
  { readonly claims: readonly ClaimValue[]; readonly benefits: readonly BenefitValue[]; readonly value: ComponentValue }
>();

function componentValues(book: Book, benefits: ReadonlyMap<RecordId, BenefitValue>): Map<RecordId, ComponentValue> {
  const claims = new Map<RecordId, ClaimValue[]>();
  const touching = new Map<RecordId, Set<BenefitValue>>();
  for (const value of benefits.values()) {
    if (value.benefit.component) add(touching, value.benefit.component, value);
    for (const { shares, claims: own } of value.measures) {
      for (const share of shares) add(touching, share.component, value);
      for (const claim of own) push(claims, claim.share.component, claim);
    }
  }
  const out = new Map<RecordId, ComponentValue>();
  for (const component of book.all('component'))
    out.set(
      component.id,
      componentValue(component, claims.get(component.id) ?? NONE, [...(touching.get(component.id) ?? NONE)]),
    );
  return out;
}

function componentValue(
  component: Entry<'component'>,
  claims: readonly ClaimValue[],
  benefits: readonly BenefitValue[],
): ComponentValue {
  const held = keptComponents.get(component);
  if (held && same(held.claims, claims) && same(held.benefits, benefits)) return held.value;
  const worth = emptyWorth();
  for (const claim of claims) {
    worth[claim.class].gross += claim.gross;
    addClaim(worth[claim.class], claim);
  }
  const parts = benefits.filter(isLive).map((each) => {
    const own = claims.filter((claim) => claim.measure === each.lead?.measure.id);
    return part(each, own.length === 0 ? undefined : own.reduce((sum, claim) => sum + claim.planToDate, 0));
  });
  const value: ComponentValue = { id: component.id, claims, benefits, status: rollStatus(parts), worth };
  keptComponents.set(component, { claims, benefits, value });
  return value;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function groupBy<K, V>(items: Iterable<V>, key: (item: V) => K): Map<K, V[]> {
  const map = new Map<K, V[]>();
  for (const item of items) push(map, key(item), item);
  return map;
}
