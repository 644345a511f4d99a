// What the whole book is worth and whether it comes: every measure, benefit, component and total, from one pass.

import type { State } from '#shared/change/state.ts';
import { isLive } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { changedRows, type ValueRows, valueRows } from './changed-rows.ts';
import type { ClaimValue } from './claim-values.ts';
import type { OverClaim } from './claims.ts';
import { type Converter, converterOf } from './convert.ts';
import { type MeasureValue, measureValue } from './measure-value.ts';
import type { Unpriced } from './money-of.ts';
import { type Part, type RolledStatus, rollStatus, type StatusOf, statusOf } from './status.ts';
import { addClaim, addGross, addWorth, emptyWorth, type WorthByClass } from './worth-sums.ts';

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

/** The last value of a book and what it was made of, so that an edit works out again only what it touched. */
interface Held {
  readonly asAt: Day;
  readonly converter: Converter;
  readonly rows: ValueRows;
  readonly claims: ReadonlyMap<RecordId, readonly Entry<'claim'>[]>;
  readonly value: BookValue;
}
const kept = new WeakMap<State, Held>();

/** @param asAt the reporting date: what was read after it counts nothing */
export function bookValue(book: Book, asAt: Day): BookValue {
  const converter = converterOf(book);
  const rows = valueRows(book.state);
  const last = kept.get(book.state);
  const held = last?.asAt === asAt && last.converter === converter ? last : undefined;
  const changed = held && changedRows(held.rows, rows);
  const { value, claims } = held && changed ? afterEdit(book, held, changed) : wholeBook(book, asAt, converter, held);
  kept.set(book.state, { asAt, converter, rows, claims, value });
  return value;
}

/** Every record read; what is as it was for the `held` value stays the same object. */
function wholeBook(
  book: Book,
  asAt: Day,
  converter: Converter,
  held: Held | undefined,
): Pick<Held, 'value' | 'claims'> {
  const claims = new Map<RecordId, Entry<'claim'>[]>();
  for (const claim of book.all('claim')) push(claims, claim.measure, claim);
  const measures = new Map<RecordId, MeasureValue>();
  const byBenefit = new Map<RecordId, MeasureValue[]>();
  for (const measure of book.all('measure')) {
    const needs = needsOf(book, measure, claims, converter, asAt);
    const value = measureValue(measure, needs, held?.value.measures.get(measure.id));
    measures.set(measure.id, value);
    if (needs.benefit) push(byBenefit, needs.benefit.id, value);
  }
  const benefits = new Map<RecordId, BenefitValue>();
  const touching = new Map<RecordId, BenefitValue[]>();
  for (const benefit of book.all('benefit')) {
    const value = benefitValue(benefit, byBenefit.get(benefit.id) ?? NONE, held?.value.benefits.get(benefit.id));
    benefits.set(benefit.id, value);
    for (const component of componentsOf(value)) push(touching, component, value);
  }
  const components = new Map<RecordId, ComponentValue>();
  for (const { id } of book.all('component'))
    components.set(id, componentValue(id, touching.get(id) ?? NONE, held?.value.components.get(id)));
  return { claims, value: totalsOf(asAt, converter.currency, measures, benefits, components) };
}

/** An edit that left every record where it belongs: only what it touches is worked out again. */
function afterEdit(book: Book, held: Held, changed: ValueRows): Pick<Held, 'value' | 'claims'> {
  const { asAt, converter, value } = held;
  const [measures, benefits] = [new Map(value.measures), new Map(value.benefits)];
  const claims = new Map(held.claims);
  for (const { id, values } of changed.claim) {
    const measure = values.measure as RecordId;
    const others = claims.get(measure) ?? NONE;
    claims.set(
      measure,
      others.map((claim) => (claim.id === id ? (book.get('claim', id) ?? claim) : claim)),
    );
  }
  const edited = new Set(changed.benefit.map(({ id }) => id));
  const touched = measuresTouched(value, changed, edited);
  if (touched.size === 0 && edited.size === 0) return held;
  for (const id of touched) {
    const measure = book.get('measure', id);
    if (!measure) continue;
    const again = measureValue(measure, needsOf(book, measure, claims, converter, asAt), measures.get(id));
    measures.set(id, again);
    if (again.benefit) edited.add(again.benefit.id);
  }
  const near = new Set<RecordId>();
  for (const id of edited) {
    const before = benefits.get(id) as BenefitValue;
    const own = before.measures.map(({ measure }) => measures.get(measure.id) as MeasureValue);
    const again = benefitValue(book.get('benefit', id) as Entry<'benefit'>, own, before);
    benefits.set(id, again);
    for (const component of componentsOf(again)) near.add(component);
  }
  const components = new Map(value.components);
  for (const id of near) {
    const before = components.get(id);
    if (!before) continue;
    const own = before.benefits.map(({ benefit }) => benefits.get(benefit.id) as BenefitValue);
    components.set(id, componentValue(id, own, before));
  }
  return { claims, value: totalsOf(asAt, converter.currency, measures, benefits, components) };
}

/** Measures that changed, or their claims, their benefit or the milestone they start from. */
function measuresTouched(value: BookValue, changed: ValueRows, benefits: ReadonlySet<RecordId>): Set<RecordId> {
  const touched = new Set(changed.measure.map(({ id }) => id));
  for (const { values } of changed.claim) touched.add(values.measure as RecordId);
  const milestones = new Set<RecordId | undefined>(changed.milestone.map(({ id }) => id));
  if (benefits.size === 0 && milestones.size === 0) return touched;
  for (const { measure, benefit } of value.measures.values())
    if (benefit && (benefits.has(benefit.id) || milestones.has(benefit.startMilestone))) touched.add(measure.id);
  return touched;
}

function needsOf(
  book: Book,
  measure: Entry<'measure'>,
  claims: Held['claims'],
  converter: Converter,
  asAt: Day,
): MeasureValue['madeOf'] {
  const benefit = book.get('benefit', measure.benefit);
  const milestone = book.get('milestone', benefit?.startMilestone);
  return { benefit, milestone, claims: claims.get(measure.id) ?? NONE, converter, asAt };
}

function totalsOf(
  asAt: Day,
  currency: string,
  measures: ReadonlyMap<RecordId, MeasureValue>,
  benefits: ReadonlyMap<RecordId, BenefitValue>,
  components: ReadonlyMap<RecordId, ComponentValue>,
): BookValue {
  const total = emptyWorth();
  const parts: Part[] = [];
  for (const value of benefits.values()) {
    addWorth(total, value.worth);
    if (isLive(value.benefit)) parts.push(partOf(value, planToDateOf(value)));
  }
  const left = new Map<string, RecordId[]>();
  const overClaims: OverClaim[] = [];
  let withoutConfidence = 0;
  for (const { measure, benefit, gross, priced, overClaims: over } of measures.values()) {
    if (over.length > 0) overClaims.push(...over);
    if ('why' in priced) push(left, priced.why, measure.id);
    else if ('problem' in priced) push(left, priced.problem.code, measure.id);
    if (gross && benefit?.confidence === undefined && gross.expected !== gross.verified) withoutConfidence++;
  }
  const status = rollStatus(parts);
  return { asAt, currency, measures, benefits, components, total, status, overClaims, left, withoutConfidence };
}

/** The lead measure is the one that is named, else the first outcome measure. */
function benefitValue(
  benefit: Entry<'benefit'>,
  measures: readonly MeasureValue[],
  before: BenefitValue | undefined,
): BenefitValue {
  if (before?.benefit === benefit && same(before.measures, measures)) return before;
  const lead =
    (benefit.leadMeasure && measures.find(({ measure }) => measure.id === benefit.leadMeasure)) ||
    (measures.find(({ measure }) => measure.role !== 'leading') ?? measures[0]);
  const worth = emptyWorth();
  for (const { gross, priced, claims } of measures) {
    if (!gross || !('money' in priced)) continue;
    addGross(worth, priced.money.class, gross.expected);
    for (const claim of claims) addClaim(worth, claim);
  }
  return { benefit, measures, lead, status: statusOf(benefit, lead), worth };
}

/** The component it was stated by and all that claim of its measures, each once. */
function componentsOf({ benefit, measures }: BenefitValue): RecordId[] {
  const ids = benefit.component ? [benefit.component] : [];
  for (const { shares } of measures)
    for (const { component } of shares) if (!ids.includes(component)) ids.push(component);
  return ids;
}

const partOf = ({ benefit, status }: BenefitValue, weight: number | undefined): Part => ({
  status,
  weight,
  critical: benefit.critical === true,
});

const planToDateOf = ({ lead }: BenefitValue): number | undefined =>
  lead && 'money' in lead.priced ? lead.claims.reduce((sum, claim) => sum + claim.planToDate, 0) : undefined;

function componentValue(
  id: RecordId,
  benefits: readonly BenefitValue[],
  before: ComponentValue | undefined,
): ComponentValue {
  if (before && same(before.benefits, benefits)) return before;
  const claims: ClaimValue[] = [];
  const worth = emptyWorth();
  const parts: Part[] = [];
  for (const each of benefits) {
    let weight: number | undefined;
    for (const { measure, claims: all } of each.measures)
      for (const claim of all) {
        if (claim.share.component !== id) continue;
        claims.push(claim);
        addGross(worth, claim.class, claim.gross);
        addClaim(worth, claim);
        if (measure === each.lead?.measure) weight = (weight ?? 0) + claim.planToDate;
      }
    if (isLive(each.benefit)) parts.push(partOf(each, weight));
  }
  return { id, claims, benefits, status: rollStatus(parts), worth };
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
