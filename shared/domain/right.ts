// DecisionRight: which decision, on what, of which size, belongs to whom; and RightParty: each one's part in it.
import type { RecordId } from '#shared/kit/ids.ts';
import { isMoney, type Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { LEVELS, type Level } from './component.ts';
import { choice, day, type Fields, link, shape, text, title, whole } from './field.ts';

export const DECISION_TYPES = [
  'approve',
  'fund',
  'rebaseline',
  'stop',
  'pivot',
  'scale',
  'continue',
  'pause',
  'reallocate',
  'acceptDisbenefit',
  'waiveGate',
  'acceptTransition',
  'closeBenefit',
  'changeOwner',
] as const;
export type DecisionType = (typeof DECISION_TYPES)[number];

/** Decisions that commit money: their right hangs on the amount, and they ask for an objective. */
export const FUNDING: ReadonlySet<DecisionType> = new Set(['approve', 'fund']);

/** Work a law demands is regulatory: it names its law instead of an objective. */
export const LANES = ['any', 'ordinary', 'regulatory'] as const;
export type Lane = (typeof LANES)[number];

/** One end of a range of amounts: the amount itself belongs to it or not. */
export interface Bound {
  readonly money: Money;
  readonly inclusive: boolean;
}

export interface DecisionRight {
  readonly type: DecisionType;
  /** A name where the type alone does not say it. */
  readonly title?: string;
  /** Whole-life commitment, parts added up. Unsaid: from nothing, and without an upper end. */
  readonly from?: Bound;
  readonly to?: Bound;
  /** Holds for this component and its parts; unsaid: for all. */
  readonly component?: RecordId;
  readonly category?: string;
  readonly level?: Level;
  readonly lane?: Lane;
  /** What must be so besides, in words. */
  readonly conditions?: string;
  /** Days to answer in. */
  readonly responseDays?: number;
  /** The body it goes to when no answer comes, or when it is beyond the decider. */
  readonly escalatesTo?: RecordId;
  /** A body or post that decides in the decider's place for a time. */
  readonly delegate?: RecordId;
  readonly delegateFrom?: Day;
  /** The last day of the delegation. */
  readonly delegateUntil?: Day;
}

const isBound = shape((x) => isMoney(x.money) && typeof x.inclusive === 'boolean');

export const decisionRightFields: Fields = {
  type: choice(DECISION_TYPES),
  title,
  from: isBound,
  to: isBound,
  component: link,
  category: text,
  level: choice(LEVELS),
  lane: choice(LANES),
  conditions: text,
  responseDays: whole,
  escalatesTo: link,
  delegate: link,
  delegateFrom: day,
  delegateUntil: day,
};

/** Recommends, Agrees (a veto), gives Input, Decides (exactly one), Performs. */
export const PARTS = ['recommend', 'agree', 'input', 'decide', 'perform'] as const;
export type Part = (typeof PARTS)[number];

/** People known from the component or benefit in question; everyone else is a body. */
export const ROLES = ['sponsor', 'deliveryLead', 'benefitOwner', 'accountable'] as const;
export type Role = (typeof ROLES)[number];

/** Exactly one of `body` and `role`. */
export interface RightParty {
  readonly right: RecordId;
  readonly part: Part;
  readonly body?: RecordId;
  readonly role?: Role;
}

export const rightPartyFields: Fields = { right: link, part: choice(PARTS), body: link, role: choice(ROLES) };
