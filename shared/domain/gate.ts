// Gate: a review of evidence against four questions; and GateAnswer: where a person overrules what the book answers.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { choice, day, type Fields, link, text, title } from './field.ts';

/** Points at which a risk is known to be behind; never a document that must be handed in. */
export const RISK_MILESTONES = [
  'stakeholderVision',
  'provenArchitecture',
  'continuedViability',
  'sufficientFunctionality',
  'productionReady',
  'delightedStakeholders',
] as const;
export type RiskMilestone = (typeof RISK_MILESTONES)[number];

/** At funding the three checks of benefits management are asked besides; after transition reviews repeat. */
export const GATE_PURPOSES = ['funding', 'stage', 'transition', 'afterTransition'] as const;
export type GatePurpose = (typeof GATE_PURPOSES)[number];

export interface Gate {
  readonly title: string;
  readonly component: RecordId;
  readonly purpose?: GatePurpose;
  readonly milestone?: RiskMilestone;
  readonly due?: Day;
  /** The day it was held. */
  readonly held?: Day;
  readonly note?: string;
}

export const gateFields: Fields = {
  title,
  component: link,
  purpose: choice(GATE_PURPOSES),
  milestone: choice(RISK_MILESTONES),
  due: day,
  held: day,
  note: text,
};

export const GATE_QUESTIONS = ['defined', 'owned', 'tied', 'verified'] as const;
export type GateQuestion = (typeof GATE_QUESTIONS)[number];
/** Whether the benefits behind a request are aligned, forecast, and chosen for their impact. */
export const FUNDING_CHECKS = ['aligned', 'forecast', 'impact'] as const;
export type FundingCheck = (typeof FUNDING_CHECKS)[number];

export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface GateAnswer {
  readonly gate: RecordId;
  readonly question: GateQuestion | FundingCheck;
  readonly answer: Answer;
  readonly reason: string;
  readonly by?: string;
  readonly on: Day;
}

export const gateAnswerFields: Fields = {
  gate: link,
  question: choice([...GATE_QUESTIONS, ...FUNDING_CHECKS]),
  answer: choice(ANSWERS),
  reason: text,
  by: text,
  on: day,
};
