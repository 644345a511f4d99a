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
import { quorumOf, type SeatNow, seatsOn } from './bodies.ts';

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
  /** Who sat in a seat without being its member or a delegate in time: they do not count. */
  readonly expired: readonly string[];
  /** Who sat in several seats: counted once. */
  readonly again?: readonly string[];
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
    /** It was taken, but not here: at another meeting, or outside one where `meeting` is empty. */
    readonly elsewhere?: { readonly number: string; readonly on: Day; readonly meeting: string };
    readonly withdrawn?: { readonly on: Day; readonly reason: string };
  };
}

export interface MinutedAction {
  readonly title: string;
  readonly person: string;
  readonly due?: Day;
}

/** A seat of the body on the day of the meeting, what was noted of it, and who sat there: the member or whoever came. */
interface SeatNoted extends SeatNow {
  readonly note: Entry<'attendance'> | undefined;
  readonly sitter: RecordId | undefined;
}

const isThere = ({ presence }: Pick<Entry<'attendance'>, 'presence'>): boolean =>
  presence === 'present' || presence === 'delegate';

function seatsNoted(book: Book, meeting: Entry<'meeting'>): SeatNoted[] {
  const noted = where(book, 'attendance', 'meeting', meeting.id);
  return seatsOn(book, meeting.board, meeting.on).map((seat) => {
    const note = noted.find((each) => each.seat === seat.seat.id);
    return { ...seat, note, sitter: note && sitterOf(note, seat.membership?.person) };
  });
}

/** A delegate is always named; where a member is noted without a name, it is the member of the day. */
const sitterOf = (note: Entry<'attendance'>, member: RecordId | undefined): RecordId | undefined =>
  note.presence === 'present' ? (note.person ?? member) : note.presence === 'delegate' ? note.person : undefined;

const guestsNoted = (book: Book, meeting: RecordId): Entry<'attendance'>[] =>
  where(book, 'attendance', 'meeting', meeting).filter(({ seat }) => seat === undefined);

/** Who really was there, by id: members and delegates who sat, and guests; not who sent apologies. */
export function peopleThere(book: Book, meeting: RecordId): ReadonlySet<RecordId> {
  const held = book.get('meeting', meeting);
  if (!held) return new Set();
  const sat = seatsNoted(book, held).map(({ sitter }) => sitter);
  const came = guestsNoted(book, meeting).filter(isThere);
  return new Set(
    [...sat, ...came.map(({ person }) => person)].filter((id): id is RecordId => book.get('person', id) !== undefined),
  );
}

/** Seats of the body on the day with who sat in each, then guests. */
export function attendanceOf(book: Book, meeting: Entry<'meeting'>): Attended[] {
  const nameOf = (id: RecordId | undefined) => book.get('person', id)?.name ?? '';
  const seated = seatsNoted(book, meeting).map(({ seat, membership, note, sitter }): Attended => {
    const presence = membership ? (note?.presence ?? 'absent') : 'vacant';
    const [member, sat] = [nameOf(membership?.person), nameOf(sitter)];
    return { seat: seat.title, role: seat.role, votes: isVoting(seat), member, sat, presence };
  });
  const guests = guestsNoted(book, meeting.id).map((note): Attended => {
    const [member, sat] = isThere(note) ? ['', nameOf(note.person)] : [nameOf(note.person), ''];
    return { seat: '', role: 'guest', votes: false, member, sat, presence: note.presence };
  });
  return [...seated, ...guests];
}

/**
 * Voting seats filled at the meeting against what the body asks. Only the member or a delegate in time fills a seat, and
 * nobody fills two.
 */
export function quorumAt(book: Book, meeting: Entry<'meeting'>): Quorum {
  const voting = seatsNoted(book, meeting).filter(({ seat }) => isVoting(seat));
  const nameOf = (id: RecordId, seat: Entry<'seat'>) => book.get('person', id)?.name ?? seat.title;
  const filling = new Set<RecordId>();
  const [expired, again] = [new Set<string>(), new Set<string>()];
  for (const { seat, membership, delegate, note, sitter } of voting) {
    if (!membership) continue;
    if (note?.presence === 'delegate' && !sitter) expired.add(seat.title);
    if (!sitter) continue;
    if (sitter !== membership.person && sitter !== delegate) expired.add(nameOf(sitter, seat));
    else if (filling.has(sitter)) again.add(nameOf(sitter, seat));
    else filling.add(sitter);
  }
  const board = book.get('board', meeting.board);
  const needed = quorumOf(board ?? {}, voting.length);
  const present = filling.size;
  return {
    voting: voting.length,
    needed,
    present,
    isMet: present >= needed,
    expired: [...expired],
    ...(again.size > 0 && { again: [...again] }),
  };
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
  const settled = taken ? {} : settledApart(book, decision);
  // what was settled elsewhere is no draft of this meeting any more
  const isOurs = Object.keys(settled).length === 0;
  return {
    ...(taken && { number: taken.number, outcome: taken.outcome }),
    resolution: isOurs ? (taken?.resolution ?? decision.resolution ?? '') : '',
    rationale: taken?.rationale ?? '',
    dissent: taken?.dissent ?? '',
    conditions: taken?.conditions ?? '',
    ...(taken?.reviewOn && { reviewOn: taken.reviewOn }),
    exceptions: taken?.exceptions ?? [],
    evidence: isOurs ? (decision.frozen?.hash ?? '') : '',
    ...(deferral?.until && { deferredUntil: deferral.until }),
    ...(deferral && { deferredBecause: deferral.reason }),
    ...settled,
  };
}

/** Where else a decision on the agenda came to its end; empty: it is open. */
function settledApart(
  book: Book,
  { taken, withdrawn }: Entry<'decision'>,
): Pick<NonNullable<MinutedItem['decision']>, 'elsewhere' | 'withdrawn'> {
  if (taken) {
    const meeting = book.get('meeting', taken.meeting)?.title ?? '';
    return { elsewhere: { number: taken.number, on: taken.on, meeting } };
  }
  return withdrawn ? { withdrawn: { on: withdrawn.on, reason: withdrawn.reason } } : {};
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
