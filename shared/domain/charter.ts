// Charter: where the office itself sits, and what was answered about the organisation to find it.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { choice, day, type Fields, text } from './field.ts';

export const CHARTER = 'charter' as RecordId;

export const PLACEMENTS = ['enterprise', 'strategy', 'finance', 'operations', 'compromise'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Asked of the organisation, each answered yes, partly or no. */
export const PLACEMENT_QUESTIONS = [
  'moneyMoves',
  'strategyGap',
  'costPressure',
  'adoptionWeak',
  'politics',
  'financeData',
  'operationsTable',
  'sponsorAtTop',
  'customerOutcomes',
  'runningPressure',
] as const;
export type PlacementQuestion = (typeof PLACEMENT_QUESTIONS)[number];

export type PlacementAnswer = 'yes' | 'partly' | 'no';

export type Charter = {
  readonly placement?: Placement;
  readonly reason?: string;
  readonly mandate?: string;
  readonly on?: Day;
} & { readonly [question in PlacementQuestion]?: PlacementAnswer };

const answer = choice(['yes', 'partly', 'no']);

export const charterFields: Fields = {
  placement: choice(PLACEMENTS),
  reason: text,
  mandate: text,
  on: day,
  ...Object.fromEntries(PLACEMENT_QUESTIONS.map((question) => [question, answer])),
};
