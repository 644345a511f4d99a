// The life of a benefit: which state may follow which, what a decision must say, and what is still lacking for each.
import type { Benefit, BenefitState } from './benefit.ts';
import { stateOfBenefit, VALIDITY } from './benefit.ts';
import type { Book, Entry } from './book.ts';
import { measuresOf, where } from './lookup.ts';
import { approvedVersion, type Measure, planInUse } from './measure.ts';

/** States that may follow. Sustaining ⇄ Eroded follows from readings below the floor and is never set by hand. */
export const NEXT: Readonly<Record<BenefitState, readonly BenefitState[]>> = {
  identified: ['validated', 'rejected', 'notRealised', 'merged'],
  validated: ['planned', 'rejected', 'notRealised', 'merged'],
  planned: ['realising', 'rejected', 'notRealised', 'merged'],
  realising: ['realised', 'rejected', 'notRealised', 'merged'],
  realised: ['sustaining'],
  sustaining: ['sustained'],
  eroded: ['closed'],
  sustained: ['closed'],
  closed: [],
  rejected: [],
  notRealised: [],
  merged: [],
};

/** States a benefit comes to only by a decision: by whom and why is asked for. */
export const DECIDED: ReadonlySet<BenefitState> = new Set(['rejected', 'notRealised', 'merged', 'closed']);

/** Where the main road leads from a state; undefined at its end. */
export const nextOf = (state: BenefitState): BenefitState | undefined => {
  const next = NEXT[state][0];
  return next && !DECIDED.has(next) ? next : undefined;
};

/** Something a state asks for that is not there: `code` a key under 'lack.', `field` where to say it. */
export interface Lack {
  readonly code: string;
  readonly on:
    | 'benefit'
    | 'measure'
    | 'series'
    | 'claims'
    | 'people'
    | 'validity'
    | 'sustainment'
    | 'reviews'
    | 'readings';
  readonly field?: string;
}

/** What is lacking before the benefit may come to a state, in the order a person would fill it. */
export function lacksFor(book: Book, benefit: Entry<'benefit'>, state: BenefitState): Lack[] {
  const measures = measuresOf(book, benefit);
  switch (state) {
    case 'validated':
      return lacksForValidated(book, benefit, measures);
    case 'planned':
      return lacksForPlanned(book, benefit, measures);
    case 'realising':
      return leadOf(benefit, measures)?.['actual@']?.values.some((value) => value !== null)
        ? []
        : [{ code: 'lack.reading', on: 'readings' }];
    case 'realised':
      return leadOf(benefit, measures)?.['check@']?.values.some((each) => each?.verdict === 'verified')
        ? []
        : [{ code: 'lack.verified', on: 'readings' }];
    case 'sustaining':
      return lacksForSustaining(benefit, measures);
    case 'sustained':
      return where(book, 'review', 'benefit', benefit.id).some((review) => review.verdict === 'kept')
        ? []
        : [{ code: 'lack.review', on: 'reviews' }];
    default:
      return [];
  }
}

/** The measure that is named as lead, else the first that is no leading indicator. */
export const leadOf = (benefit: Benefit, measures: readonly Entry<'measure'>[]): Entry<'measure'> | undefined =>
  measures.find(({ id }) => id === benefit.leadMeasure) ??
  measures.find(({ role }) => role !== 'leading') ??
  measures[0];

const blank = (text: string | undefined): boolean => !text?.trim();

function lacksForValidated(book: Book, benefit: Entry<'benefit'>, measures: readonly Entry<'measure'>[]): Lack[] {
  const lacks: Lack[] = [];
  const need = (missing: boolean, code: string, on: Lack['on'], field?: string) => {
    if (missing) lacks.push({ code, on, ...(field === undefined ? {} : { field }) });
  };
  need(blank(benefit.description), 'lack.description', 'benefit', 'description');
  need(blank(benefit.beneficiary), 'lack.beneficiary', 'benefit', 'beneficiary');
  need(benefit.category === undefined, 'lack.category', 'benefit', 'category');
  const lead = leadOf(benefit, measures);
  if (!lead) lacks.push({ code: 'lack.measure', on: 'measure' });
  else lacks.push(...lacksOfMeasure(lead, benefit.disbenefit === true));
  const claimed = lead && where(book, 'claim', 'measure', lead.id).length > 0;
  need(!benefit.component && !claimed, 'lack.component', 'benefit', 'component');
  for (const test of VALIDITY)
    need(benefit[`valid.${test}`] !== true, `lack.valid.${test}`, 'validity', `valid.${test}`);
  return lacks;
}

function lacksOfMeasure(measure: Measure, disbenefit: boolean): Lack[] {
  const lacks: Lack[] = [];
  const need = (missing: boolean, code: string, field: string) => {
    if (missing) lacks.push({ code, on: 'measure', field });
  };
  need(blank(measure.unit), 'lack.unit', 'unit');
  need(measure.direction === undefined, 'lack.direction', 'direction');
  need(measure.startValue === undefined, 'lack.startValue', 'startValue');
  need(measure.target === undefined, 'lack.target', 'target');
  need(blank(measure.source), 'lack.source', 'source');
  const { startValue, target, direction } = measure;
  if (!disbenefit && startValue !== undefined && target !== undefined && direction !== undefined)
    need(direction * (target - startValue) < 0, 'lack.wrongWay', 'direction');
  return lacks;
}

function lacksForPlanned(book: Book, benefit: Entry<'benefit'>, measures: readonly Entry<'measure'>[]): Lack[] {
  const lacks: Lack[] = [];
  const need = (missing: boolean, code: string, on: Lack['on'], field?: string) => {
    if (missing) lacks.push({ code, on, ...(field === undefined ? {} : { field }) });
  };
  need(!book.get('person', benefit.owner), 'lack.owner', 'people', 'owner');
  need(!!benefit.owner && !isAccepted(benefit), 'lack.accepted', 'people', 'accepted');
  const placed = benefit.startMilestone !== undefined || benefit.start !== undefined;
  need(!placed, 'lack.start', 'series', 'start');
  const lead = leadOf(benefit, measures);
  need(!lead || !planInUse(lead)?.values.some((value) => value !== null), 'lack.plan', 'series');
  need(benefit.confidence === undefined, 'lack.confidence', 'benefit', 'confidence');
  return lacks;
}

function lacksForSustaining(benefit: Benefit, measures: readonly Entry<'measure'>[]): Lack[] {
  const lacks: Lack[] = [];
  if (!benefit.operationalOwner)
    lacks.push({ code: 'lack.operationalOwner', on: 'sustainment', field: 'operationalOwner' });
  if (!benefit.handedOver) lacks.push({ code: 'lack.handedOver', on: 'sustainment', field: 'handedOver' });
  if (benefit.floor === undefined) lacks.push({ code: 'lack.floor', on: 'sustainment', field: 'floor' });
  if (blank(leadOf(benefit, measures)?.source)) lacks.push({ code: 'lack.source', on: 'measure', field: 'source' });
  return lacks;
}

/** Ownership holds only while the person who accepted is the owner. */
export const isAccepted = (benefit: Pick<Benefit, 'owner' | 'accepted'>): boolean =>
  benefit.owner !== undefined && benefit.accepted?.by === benefit.owner;

/** True where a measure has a plan that was approved. */
export const hasApprovedPlan = (measure: Measure): boolean => approvedVersion(measure) > 0;

/** What a live benefit lacks for the next step on its road, and which step that is. */
export function nextStep(
  book: Book,
  benefit: Entry<'benefit'>,
): { readonly to: BenefitState | undefined; readonly lacks: readonly Lack[] } {
  const to = nextOf(stateOfBenefit(benefit));
  return { to, lacks: to ? lacksFor(book, benefit, to) : [] };
}
