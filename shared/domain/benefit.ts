// Benefit: a measurable improvement that some beneficiary sees as an advantage and that serves an objective.
import type { Known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import {
  choice,
  day,
  type Fields,
  flag,
  link,
  maybe,
  money,
  number,
  percent,
  shape,
  text,
  title,
  whole,
} from './field.ts';

export const BENEFIT_CATEGORIES = ['cashable', 'nonCashable', 'quantitative', 'qualitative'] as const;
export type BenefitCategory = (typeof BENEFIT_CATEGORIES)[number];

export const BENEFIT_STATES = [
  'identified',
  'validated',
  'planned',
  'realising',
  'realised',
  'sustaining',
  'eroded',
  'sustained',
  'closed',
  'rejected',
  'notRealised',
  'merged',
] as const;
export type BenefitState = (typeof BENEFIT_STATES)[number];

export const TANGIBLE = ['tangible', 'intangible'] as const;
export const TERMS = ['short', 'long'] as const;
export const RECURRENCES = ['oneOff', 'recurring'] as const;
export const RANKS = ['intermediate', 'end'] as const;
/** The four tests a benefit passes before it is Validated. */
export const VALIDITY = ['described', 'observable', 'attributable', 'measurable'] as const;

/** Value status, as computed or as overridden. */
export const VALUE_STATUSES = ['onTrack', 'watch', 'offTrack', 'notDue', 'notReported'] as const;
export type ValueStatus = (typeof VALUE_STATUSES)[number];

/** Who took a benefit on, and when; it holds only while that person is the owner. */
export interface Accepted {
  readonly by: RecordId;
  readonly on: Day;
}

/** Why a benefit stands in its state: when it came to it and, where somebody decided, who and why. */
export interface StateReason {
  readonly on: Day;
  readonly reason?: string;
  readonly decidedBy?: string;
}

/** A status set by hand; the computed one is shown beside it. */
export interface Override {
  readonly status: ValueStatus;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
}

/** What was done about a disbenefit: taken knowingly, or softened. */
export const TREATMENTS = ['accepted', 'mitigated'] as const;
export interface Treatment {
  readonly how: (typeof TREATMENTS)[number];
  /** Who took the decision, as named. */
  readonly by: string;
  readonly on: Day;
  readonly reason: string;
}

export interface Benefit {
  readonly title: string;
  readonly description?: string;
  /** The component it was stated by; it claims the whole of each measure that has no claims of its own. */
  readonly component?: RecordId;
  readonly category?: BenefitCategory;
  readonly disbenefit?: boolean;
  /** Of a disbenefit: that it was accepted or mitigated, by whom and why. */
  readonly treatment?: Treatment;
  readonly beneficiary?: string;
  readonly tangible?: (typeof TANGIBLE)[number];
  readonly term?: (typeof TERMS)[number];
  readonly recurrence?: (typeof RECURRENCES)[number];
  readonly rank?: (typeof RANKS)[number];
  readonly owner?: RecordId;
  readonly accountable?: RecordId;
  readonly accepted?: Accepted;
  /** The target stands in the owner's performance agreement. */
  readonly inAgreement?: boolean;
  readonly state?: BenefitState;
  readonly stateReason?: StateReason;
  /** The benefit it was merged into. */
  readonly mergedInto?: RecordId;
  /** The four validity tests, each said by a person. */
  readonly 'valid.described'?: boolean;
  readonly 'valid.observable'?: boolean;
  readonly 'valid.attributable'?: boolean;
  readonly 'valid.measurable'?: boolean;
  readonly leadMeasure?: RecordId;
  /** How sure its owner is of what is not yet verified, 0 to 100 %. */
  readonly confidence?: number;
  /** How far below plan it may run before it is off track, in points of per cent; 10 where unsaid. */
  readonly tolerance?: number;
  /** A red one turns what it belongs to red. */
  readonly critical?: boolean;
  readonly override?: Override;
  readonly startMilestone?: RecordId;
  /** Months from the milestone (or from `start`) to the first month of its profile. */
  readonly startOffset?: number;
  /** Where its profile starts when no milestone says so. */
  readonly start?: Day;
  /** The line of the budget it reduces, and the day the line was really reduced: only then is it cashable. */
  readonly budgetLine?: string;
  readonly budgetReduced?: Day;
  /** Full-time equivalents it frees, for finding one sold twice. */
  readonly establishment?: string;
  /** Text or a link; never a required document. */
  readonly evidence?: string;
  /** Sustainment: who holds it in operation since when, at least at which level, and who comes next. */
  readonly handedOver?: Day;
  readonly operationalOwner?: RecordId;
  readonly floor?: number;
  readonly budgetAdjusted?: boolean;
  readonly successor?: RecordId;
  /** Monetised benefit over its whole life, as stated; gross. */
  readonly value?: Known<Money>;
  readonly sourceId?: string;
}

export const benefitFields: Fields = {
  title,
  description: text,
  component: link,
  category: choice(BENEFIT_CATEGORIES),
  disbenefit: flag,
  treatment: shape(
    (x) =>
      (TREATMENTS as readonly unknown[]).includes(x.how) &&
      isDay(x.on) &&
      typeof x.by === 'string' &&
      typeof x.reason === 'string' &&
      x.reason.trim() !== '',
  ),
  beneficiary: text,
  tangible: choice(TANGIBLE),
  term: choice(TERMS),
  recurrence: choice(RECURRENCES),
  rank: choice(RANKS),
  owner: link,
  accountable: link,
  accepted: shape((x) => link(x.by) === undefined && isDay(x.on)),
  inAgreement: flag,
  state: choice(BENEFIT_STATES),
  stateReason: shape((x) => isDay(x.on)),
  mergedInto: link,
  'valid.described': flag,
  'valid.observable': flag,
  'valid.attributable': flag,
  'valid.measurable': flag,
  leadMeasure: link,
  confidence: percent,
  tolerance: percent,
  critical: flag,
  override: shape(
    (x) =>
      (VALUE_STATUSES as readonly unknown[]).includes(x.status) &&
      typeof x.reason === 'string' &&
      x.reason.trim() !== '' &&
      isDay(x.on),
  ),
  startMilestone: link,
  startOffset: whole,
  start: day,
  budgetLine: text,
  budgetReduced: day,
  establishment: text,
  evidence: text,
  handedOver: day,
  operationalOwner: link,
  floor: number,
  budgetAdjusted: flag,
  successor: link,
  value: maybe(money),
  sourceId: text,
};

/** The state it stands in; one that never said so was only identified. */
export const stateOfBenefit = (benefit: Pick<Benefit, 'state'>): BenefitState => benefit.state ?? 'identified';
/** States in which nothing is expected of it any more. */
export const ENDED: ReadonlySet<BenefitState> = new Set(['closed', 'rejected', 'notRealised', 'merged']);
export const isLive = (benefit: Pick<Benefit, 'state'>): boolean => !ENDED.has(stateOfBenefit(benefit));
/** States in which an owner states once a period that the benefit still stands. */
export const ATTESTED: ReadonlySet<BenefitState> = new Set([
  'validated',
  'planned',
  'realising',
  'realised',
  'sustaining',
  'eroded',
]);
