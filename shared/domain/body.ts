// Board: whoever may decide or be heard (a committee, an office, one post); with its seats, who sits in them, and to whom it answers.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Check, choice, day, type Fields, flag, link, percent, text, title, whole } from './field.ts';

/** A post is held by one person and needs no quorum. */
export const BODY_FORMS = ['board', 'committee', 'office', 'post'] as const;
export type BodyForm = (typeof BODY_FORMS)[number];

export const CADENCES = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'asNeeded'] as const;
export type Cadence = (typeof CADENCES)[number];

export interface Board {
  readonly title: string;
  readonly form: BodyForm;
  /** What it is there for, in its own words. */
  readonly remit?: string;
  /** Voting seats that must be filled at a meeting, in per cent of them; half and one where unsaid. */
  readonly quorum?: number;
  readonly cadence?: Cadence;
  /** The day its calendar counts from. */
  readonly firstMeeting?: Day;
  /** Minutes a meeting has; 90 where unsaid. */
  readonly minutes?: number;
  readonly order?: number;
}

const minutes: Check = (x) =>
  whole(x) ?? ((x as number) > 0 && (x as number) <= 1_440 ? undefined : 'field.notPositive');

export const boardFields: Fields = {
  title,
  form: choice(BODY_FORMS),
  remit: text,
  quorum: percent,
  cadence: choice(CADENCES),
  firstMeeting: day,
  minutes,
  order: whole,
};

export const SEAT_ROLES = ['chair', 'member', 'secretary', 'observer'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** For whom a seat speaks: what the checks on a governance body ask for. */
export const VOICES = [
  'finance',
  'operations',
  'strategy',
  'benefitOwner',
  'delivery',
  'office',
  'customer',
  'law',
] as const;
export type Voice = (typeof VOICES)[number];

/** The chair and members vote; a secretary and observers do not. */
export interface Seat {
  readonly board: RecordId;
  readonly title: string;
  readonly role: SeatRole;
  readonly speaksFor?: Voice;
  readonly order?: number;
}

export const seatFields: Fields = {
  board: link,
  title,
  role: choice(SEAT_ROLES),
  speaksFor: choice(VOICES),
  order: whole,
};

/** One person's time in a seat; past ones stay, so that old minutes can be read. */
export interface Membership {
  readonly seat: RecordId;
  readonly person: RecordId;
  readonly from?: Day;
  /** The last day of it. */
  readonly until?: Day;
  readonly delegate?: RecordId;
  readonly delegateFrom?: Day;
  /** The last day the delegate may sit and vote. */
  readonly delegateUntil?: Day;
}

export const membershipFields: Fields = {
  seat: link,
  person: link,
  from: day,
  until: day,
  delegate: link,
  delegateFrom: day,
  delegateUntil: day,
};

/** A body answers to another: solid is the line of command, dotted is for information and advice. */
export interface ReportingLine {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly dotted?: boolean;
}

export const reportingLineFields: Fields = { from: link, to: link, dotted: flag };

export const isVoting = ({ role }: Pick<Seat, 'role'>): boolean => role === 'chair' || role === 'member';
