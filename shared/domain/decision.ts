// Decision: what is asked, the options, the evidence as it was known, and what was decided; never edited, only superseded.
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import type { Money } from '#shared/kit/money.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { choice, day, type Fields, link, money, moneyUp, number, shape, text, title, whole } from './field.ts';
import { DECISION_TYPES, type DecisionType, PARTS, type Part, ROLES, type Role } from './right.ts';

export interface Decision {
  readonly title: string;
  readonly type: DecisionType;
  readonly component?: RecordId;
  /** The benefit in question, where it is about one. */
  readonly benefit?: RecordId;
  /** The gate it answers or waives. */
  readonly gate?: RecordId;
  /** What it commits over the whole life. */
  readonly amount?: Money;
  /** What is asked, as the body reads it. */
  readonly question?: string;
  readonly raisedOn?: Day;
  readonly raisedBy?: string;
  /** The body must have answered by then. */
  readonly neededBy?: Day;
  readonly recommended?: RecordId;
  readonly because?: string;
  /** What waiting costs, in words. */
  readonly deferring?: string;
  /** As drafted, and as edited in the room until it is taken. */
  readonly resolution?: string;
  /** The recorded decision this one takes the place of. */
  readonly supersedes?: RecordId;
  readonly frozen?: Frozen;
  readonly taken?: Taken;
  readonly withdrawn?: Withdrawn;
}

/**
 * What was known: the evidence word for word (canonical JSON of `Evidence`), its SHA-256, and the changes the book was
 * made of, so that the whole book of that moment re-opens.
 */
export interface Frozen {
  readonly on: Day;
  readonly by: string;
  readonly tips: readonly ChangeId[];
  readonly evidence: string;
  readonly hash: string;
}

export const OUTCOMES = ['agreed', 'agreedWithConditions', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A right, a quorum or a check that did not hold, and why it was decided all the same. */
export interface DecisionException {
  /** A key of `shared/words` under 'exception.'. */
  readonly code: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly reason: string;
}

export interface Taken {
  /** "2027-014": the fiscal year and a count within it. */
  readonly number: string;
  readonly outcome: Outcome;
  readonly option?: RecordId;
  readonly on: Day;
  /** Unsaid: taken outside a meeting. */
  readonly meeting?: RecordId;
  /** The body or post that decided, or the role in person. */
  readonly body?: RecordId;
  readonly role?: Role;
  readonly person?: RecordId;
  readonly rationale: string;
  readonly dissent?: string;
  readonly conditions?: string;
  readonly resolution: string;
  readonly reviewOn?: Day;
  readonly exceptions: readonly DecisionException[];
  /** SHA-256 over all that was recorded, options and evidence included. */
  readonly seal: string;
}

export interface Withdrawn {
  readonly on: Day;
  readonly reason: string;
}

const isText = (x: unknown): boolean => typeof x === 'string' && x.length <= 2_000_000;

const isFrozen = shape(
  (x) =>
    isDay(x.on) &&
    isText(x.by) &&
    Array.isArray(x.tips) &&
    x.tips.every(isText) &&
    isText(x.evidence) &&
    isText(x.hash),
);

const isException = (x: unknown): boolean => isObject(x) && isText(x.code) && isText(x.reason);

const isTaken = shape(
  (x) =>
    isText(x.number) &&
    (OUTCOMES as readonly unknown[]).includes(x.outcome) &&
    isDay(x.on) &&
    isText(x.rationale) &&
    isText(x.resolution) &&
    isText(x.seal) &&
    (x.reviewOn === undefined || isDay(x.reviewOn)) &&
    Array.isArray(x.exceptions) &&
    x.exceptions.every(isException),
);

export const decisionFields: Fields = {
  title,
  type: choice(DECISION_TYPES),
  component: link,
  benefit: link,
  gate: link,
  amount: moneyUp,
  question: text,
  raisedOn: day,
  raisedBy: text,
  neededBy: day,
  recommended: link,
  because: text,
  deferring: text,
  resolution: text,
  supersedes: link,
  frozen: isFrozen,
  taken: isTaken,
  withdrawn: shape((x) => isDay(x.on) && isText(x.reason)),
};

/** Every decision offers doing nothing; where something runs, stopping it too. */
export const OPTION_FORMS = ['asAsked', 'doNothing', 'stop', 'other'] as const;
export type OptionForm = (typeof OPTION_FORMS)[number];

/** What is stated stands before what the book works out, and is marked as stated. All beside doing nothing. */
export interface DecisionOption {
  readonly decision: RecordId;
  readonly title: string;
  readonly form: OptionForm;
  readonly order?: number;
  /** Change in value, present value over the life. */
  readonly value?: Money;
  readonly cost?: Money;
  /** Months later than planned; below zero: earlier. */
  readonly months?: number;
  readonly risk?: string;
  readonly note?: string;
}

export const decisionOptionFields: Fields = {
  decision: link,
  title,
  form: choice(OPTION_FORMS),
  order: whole,
  value: money,
  cost: money,
  months: number,
  risk: text,
  note: text,
};

export const SAYINGS = ['yes', 'no', 'noted'] as const;
export type Saying = (typeof SAYINGS)[number];

/** What a party with a part in the decision said before it was taken. */
export interface Voiced {
  readonly decision: RecordId;
  readonly part: Part;
  readonly body?: RecordId;
  readonly role?: Role;
  readonly person?: RecordId;
  readonly on: Day;
  readonly says: Saying;
  readonly note?: string;
  /** Hash of what the paper asked when it was said; see `termsOf`. */
  readonly terms?: string;
}

export const voicedFields: Fields = {
  decision: link,
  part: choice(PARTS),
  body: link,
  role: choice(ROLES),
  person: link,
  on: day,
  says: choice(SAYINGS),
  note: text,
  terms: text,
};

/** Put off by the body it was before. */
export interface Deferral {
  readonly decision: RecordId;
  readonly meeting?: RecordId;
  readonly on: Day;
  readonly until?: Day;
  readonly reason: string;
  /** The day it was put forward anew. */
  readonly lifted?: Day;
}

export const deferralFields: Fields = {
  decision: link,
  meeting: link,
  on: day,
  until: day,
  reason: text,
  lifted: day,
};

export const HINDSIGHTS = ['asExpected', 'better', 'worse', 'tooEarly'] as const;

/** What was found when a decision came up for review. */
export interface Hindsight {
  readonly decision: RecordId;
  readonly on: Day;
  readonly finding: (typeof HINDSIGHTS)[number];
  readonly note: string;
  readonly by?: string;
  /** When to look again. */
  readonly next?: Day;
}

export const hindsightFields: Fields = {
  decision: link,
  on: day,
  finding: choice(HINDSIGHTS),
  note: text,
  by: text,
  next: day,
};

/** What somebody is to do, by when, because of a decision or a meeting. */
export interface Action {
  readonly title: string;
  readonly person?: RecordId;
  readonly due?: Day;
  readonly decision?: RecordId;
  readonly meeting?: RecordId;
  readonly risk?: RecordId;
  readonly begun?: Day;
  readonly done?: Day;
  readonly dropped?: Withdrawn;
  readonly note?: string;
}

export const actionFields: Fields = {
  title,
  person: link,
  due: day,
  decision: link,
  meeting: link,
  risk: link,
  begun: day,
  done: day,
  dropped: shape((x) => isDay(x.on) && isText(x.reason)),
  note: text,
};
