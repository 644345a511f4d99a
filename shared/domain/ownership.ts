// What owners say and how ownership moves: attestations, handovers, assumptions they stand on, reviews after transition.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { choice, day, type Fields, link, percent, text } from './field.ts';

/** An owner's statement on one benefit for one period ('2027-Q1', the fiscal year by its end). */
export interface Attestation {
  readonly benefit: RecordId;
  readonly owner: RecordId;
  readonly period: string;
  readonly statement: string;
  /** Per cent, 0 to 100. */
  readonly confidence?: number;
  readonly evidence?: string;
  readonly on: Day;
}

export const attestationFields: Fields = {
  benefit: link,
  owner: link,
  period: text,
  statement: text,
  confidence: percent,
  evidence: text,
  on: day,
};

/** Ownership moved from one person to another. */
export interface Handover {
  readonly benefit: RecordId;
  readonly from?: RecordId;
  readonly to: RecordId;
  readonly on: Day;
  readonly note?: string;
}

export const handoverFields: Fields = { benefit: link, from: link, to: link, on: day, note: text };

export const ASSUMPTION_STATES = ['open', 'holds', 'broken'] as const;

export interface Assumption {
  readonly benefit: RecordId;
  readonly text: string;
  readonly review?: Day;
  readonly state?: (typeof ASSUMPTION_STATES)[number];
}

export const assumptionFields: Fields = { benefit: link, text, review: day, state: choice(ASSUMPTION_STATES) };

export const REVIEW_VERDICTS = ['kept', 'slipping', 'lost'] as const;

/** A review of a benefit after its transition, for the review that was due on a date. */
export interface Review {
  readonly benefit: RecordId;
  readonly due: Day;
  readonly on: Day;
  readonly verdict: (typeof REVIEW_VERDICTS)[number];
  readonly note?: string;
}

export const reviewFields: Fields = {
  benefit: link,
  due: day,
  on: day,
  verdict: choice(REVIEW_VERDICTS),
  note: text,
};
