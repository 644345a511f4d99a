// Claim: the share of a measure's improvement that a component says is its doing. And Contribution: what feeds what.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { day, type Fields, flag, link, percent, text } from './field.ts';

export interface Claim {
  readonly component: RecordId;
  readonly measure: RecordId;
  /** Per cent of the improvement, 0 to 100. */
  readonly share: number;
  /** The first and last day it holds for; open where unsaid. */
  readonly from?: Day;
  readonly until?: Day;
  readonly note?: string;
}

export const claimFields: Fields = {
  component: link,
  measure: link,
  share: percent,
  from: day,
  until: day,
  note: text,
};

/** A link in the direction of contribution: a business change feeds a benefit, a benefit serves an objective. */
export interface Contribution {
  readonly from: RecordId;
  readonly to: RecordId;
  /** Per cent of what the target gets, 0 to 100; what no link has is other factors'. */
  readonly weight?: number;
  /** The target comes only if the source does. */
  readonly necessary?: boolean;
  /** Why the source should bring the target about, and what shows that it does. */
  readonly rationale?: string;
  readonly evidence?: string;
}

export const contributionFields: Fields = {
  from: link,
  to: link,
  weight: percent,
  necessary: flag,
  rationale: text,
  evidence: text,
};

/** Two benefits that were suspected of counting one thing twice, and why they do not. */
export interface Cleared {
  /** The suspicion's own name, made from what is suspected. */
  readonly suspicion: string;
  readonly reason: string;
}

export const clearedFields: Fields = { suspicion: text, reason: text };
