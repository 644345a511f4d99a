// The minutes of a meeting as data: what closes with it, word for word, and is signed.

import { isVoting, type SeatRole } from '#shared/domain/body.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { DecisionException, Outcome } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import type { AgendaKind, Presence } from '#shared/domain/meeting.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import { quorumOf, seatsOn } from './bodies.ts';

export interface Minutes {
  readonly organisation: string;
  readonly board: string;
  readonly title: string;
  readonly on: Day;
  readonly at: string;
  readonly place: string;
  readonly attendance: readonly Attended[];
  readonly quorum: Quorum;
  readonly items: readonly MinutedItem[];
  readonly actions: readonly MinutedAction[];
}

export interface Attended {
  /** The seat's title; empty for a guest. */
  readonly seat: string;
  readonly role: SeatRole | 'guest';
  readonly votes: boolean;
  /** Whose seat it is; empty: vacant. */
  readonly member: string;
  /** Who sat in it: the member, or the delegate. */
  readonly sat: string;
  readonly presence: Presence | 'vacant';
}

export interface Quorum {
  readonly voting: number;
  readonly needed: number;
  readonly present: number;
  readonly isMet: boolean;
  /** Delegates who sat after their time was over: they do not count. */
  readonly expired: readonly string[];
}

export interface MinutedItem {
  readonly kind: AgendaKind;
  readonly title: string;
  readonly said: string;
  readonly decision?: {
    /** Undefined: not taken at this meeting. */
    readonly number?: string;
    readonly outcome?: Outcome;
    readonly resolution: string;
    readonly rationale: string;
    readonly dissent: string;
    readonly conditions: string;
    readonly reviewOn?: Day;
    readonly exceptions: readonly DecisionException[];
    /** SHA-256 of the evidence it was taken on. */
    readonly evidence: string;
    readonly deferredUntil?: Day;
    readonly deferredBecause?: string;
  };
}

export interface MinutedAction {
  readonly title: string;
  readonly person: string;
  readonly due?: Day;
}

/** Seats of the body on the day with who sat in each, then guests. */
export function attendanceOf(book: Book, meeting: Entry<'meeting'>): Attended[] {
  const noted = where(book, 'attendance', 'meeting', meeting.id);
  const nameOf = (id: RecordId | undefined) => book.get('person', id)?.name ?? '';
  const seated = seatsOn(book, meeting.board, meeting.on).map(({ seat, membership }): Attended => {
    const note = noted.find((each) => each.seat === seat.id);
    const member = nameOf(membership?.person);
    const sat = note?.presence === 'delegate' ? nameOf(note.person) : note?.presence === 'present' ? member : '';
    const presence = membership ? (note?.presence ?? 'absent') : 'vacant';
    return { seat: seat.title, role: seat.role, votes: isVoting(seat), member, sat, presence };
  });
  const guests = noted.filter(({ seat }) => seat === undefined);
  return [
    ...seated,
    ...guests.map(
      ({ person }): Attended => ({
        seat: '',
        role: 'guest',
        votes: false,
        member: '',
        sat: nameOf(person),
        presence: 'present',
      }),
    ),
  ];
}

/** Voting seats filled at the meeting against what the body asks; a delegate out of time does not count. */
export function quorumAt(book: Book, meeting: Entry<'meeting'>): Quorum {
  const noted = where(book, 'attendance', 'meeting', meeting.id);
  const voting = seatsOn(book, meeting.board, meeting.on).filter(({ seat }) => isVoting(seat));
  const expired: string[] = [];
  let present = 0;
  for (const { seat, membership, delegate } of voting) {
    const note = noted.find((each) => each.seat === seat.id);
    if (!membership || !note) continue;
    if (note.presence === 'present') present++;
    if (note.presence !== 'delegate') continue;
    if (note.person !== undefined && note.person === delegate) present++;
    else expired.push(book.get('person', note.person)?.name ?? seat.title);
  }
  const board = book.get('board', meeting.board);
  const needed = quorumOf(board ?? {}, voting.length);
  return { voting: voting.length, needed, present, isMet: present >= needed, expired };
}

export const agendaOf = (book: Book, meeting: RecordId): readonly Entry<'agendaItem'>[] =>
  [...where(book, 'agendaItem', 'meeting', meeting)].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));

export function minutesOf(book: Book, meeting: Entry<'meeting'>): Minutes {
  const items = agendaOf(book, meeting.id).map((item): MinutedItem => {
    const decision = item.kind === 'decision' ? book.get('decision', item.subject) : undefined;
    return {
      kind: item.kind,
      title: decision?.title ?? item.title,
      said: item.said ?? '',
      ...(decision && { decision: decisionSaid(book, decision, meeting.id) }),
    };
  });
  const actions = where(book, 'action', 'meeting', meeting.id).map(
    ({ title, person, due }): MinutedAction => ({
      title,
      person: book.get('person', person)?.name ?? '',
      ...(due && { due }),
    }),
  );
  return {
    organisation: book.office.organisation ?? book.office.name ?? '',
    board: book.get('board', meeting.board)?.title ?? '',
    title: meeting.title,
    on: meeting.on,
    at: meeting.at ?? '',
    place: meeting.place ?? '',
    attendance: attendanceOf(book, meeting),
    quorum: quorumAt(book, meeting),
    items,
    actions,
  };
}

function decisionSaid(
  book: Book,
  decision: Entry<'decision'>,
  meeting: RecordId,
): NonNullable<MinutedItem['decision']> {
  const taken = decision.taken?.meeting === meeting ? decision.taken : undefined;
  const deferral = where(book, 'deferral', 'decision', decision.id).find((each) => each.meeting === meeting);
  return {
    ...(taken && { number: taken.number, outcome: taken.outcome }),
    resolution: taken?.resolution ?? decision.resolution ?? '',
    rationale: taken?.rationale ?? '',
    dissent: taken?.dissent ?? '',
    conditions: taken?.conditions ?? '',
    ...(taken?.reviewOn && { reviewOn: taken.reviewOn }),
    exceptions: taken?.exceptions ?? [],
    evidence: decision.frozen?.hash ?? '',
    ...(deferral?.until && { deferredUntil: deferral.until }),
    ...(deferral && { deferredBecause: deferral.reason }),
  };
}

/** The words that are kept, and the hash that tells whether one letter of them changed. */
export function closedText(minutes: Minutes): { readonly minutes: string; readonly hash: string } {
  const text = canonical(minutes);
  return { minutes: text, hash: sha256Text(text) };
}

/** The minutes as closed; undefined where a letter of them is not as it was. */
export function readMinutes(closed: { readonly minutes: string; readonly hash: string }): Minutes | undefined {
  return sha256Text(closed.minutes) === closed.hash ? (JSON.parse(closed.minutes) as Minutes) : undefined;
}
