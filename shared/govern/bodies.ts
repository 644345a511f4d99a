// Who sits where on a day: seats with their sitters and delegates, what a quorum asks, and the days a body meets.
import { type Board, type Cadence, isVoting, type Voice } from '#shared/domain/body.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { Role } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addDays, addMonths, type Day, daysBetween } from '#shared/kit/period.ts';

export interface SeatNow {
  readonly seat: Entry<'seat'>;
  /** Whose time it is; undefined: the seat is vacant. */
  readonly membership: Entry<'membership'> | undefined;
  /** Who may sit for the member today. */
  readonly delegate: RecordId | undefined;
  /** A delegate is named whose time is over. */
  readonly delegateExpired: boolean;
}

/** Both ends included; an end nobody stated is open. */
export const isWithin = (on: Day, from: Day | undefined, until: Day | undefined): boolean =>
  (from === undefined || from <= on) && (until === undefined || on <= until);

export const isSitting = ({ from, until }: Entry<'membership'>, on: Day): boolean => isWithin(on, from, until);

const byId = (a: { readonly id: RecordId }, b: { readonly id: RecordId }): number => (a.id < b.id ? -1 : 1);

/** The seats of a body in its own order, the chair first where no order was set; the same on every laptop. */
export function seatsOf(book: Book, board: RecordId): readonly Entry<'seat'>[] {
  const rank = ({ role, order }: Entry<'seat'>) => order ?? (role === 'chair' ? -1 : role === 'member' ? 0 : 1);
  return [...where(book, 'seat', 'board', board)].sort((a, b) => rank(a) - rank(b) || byId(a, b));
}

export const seatsOn = (book: Book, board: RecordId, on: Day): SeatNow[] =>
  seatsOf(book, board).map((seat) => seatOn(book, seat, on));

export function seatOn(book: Book, seat: Entry<'seat'>, on: Day): SeatNow {
  // the latest appointed where two overlap
  const membership = where(book, 'membership', 'seat', seat.id)
    .filter((each) => isSitting(each, on) && book.get('person', each.person))
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || byId(a, b))
    .at(-1);
  const named = membership?.delegate;
  const may = named !== undefined && isWithin(on, membership?.delegateFrom, membership?.delegateUntil);
  const delegateExpired =
    named !== undefined && membership?.delegateUntil !== undefined && membership.delegateUntil < on;
  return { seat, membership, delegate: may ? named : undefined, delegateExpired };
}

/** People who act for a body on a day, the chair or holder first; empty: nobody. */
export function sittersOf(book: Book, board: RecordId, on: Day): RecordId[] {
  const voting = seatsOn(book, board, on).filter(({ seat }) => isVoting(seat));
  return voting.flatMap(({ membership }) => (membership ? [membership.person] : []));
}

export const votingSeats = (book: Book, board: RecordId): readonly Entry<'seat'>[] =>
  seatsOf(book, board).filter(isVoting);

/** Voting seats that must be filled: the body's own share of them rounded up, else half and one. */
export function quorumOf(board: Pick<Board, 'quorum'>, voting: number): number {
  if (voting === 0) return 1;
  return board.quorum === undefined
    ? Math.floor(voting / 2) + 1
    : Math.max(1, Math.ceil((board.quorum / 100) * voting));
}

/** Voices a body has on a day, by its filled seats. */
export function voicesOf(book: Book, board: RecordId, on: Day): Set<Voice> {
  const voices = new Set<Voice>();
  for (const { seat, membership } of seatsOn(book, board, on))
    if (membership && seat.speaksFor) voices.add(seat.speaksFor);
  return voices;
}

const DAYS: Partial<Record<Cadence, number>> = { weekly: 7, fortnightly: 14 };
const MONTHS: Partial<Record<Cadence, number>> = { monthly: 1, quarterly: 3 };

/** Days a body meets between two days, both included, counted from its first meeting; empty where it has no calendar. */
export function meetingDays(board: Pick<Board, 'cadence' | 'firstMeeting'>, from: Day, until: Day): Day[] {
  const { cadence = 'asNeeded', firstMeeting } = board;
  const [days, months] = [DAYS[cadence], MONTHS[cadence]];
  if (!firstMeeting || (!days && !months)) return [];
  const met: Day[] = [];
  // months counted from the first, so that the 31st does not wander
  const start = days ? Math.max(0, Math.floor(daysBetween(firstMeeting, from) / days)) : 0;
  for (let i = start; ; i++) {
    const on = days ? addDays(firstMeeting, i * days) : addMonths(firstMeeting, i * (months as number));
    if (on > until) return met;
    if (on >= from) met.push(on);
  }
}

/** People a role stands for in a component or benefit; empty: nobody is named. */
export function roleHolders(
  book: Book,
  role: Role,
  about: { readonly component?: RecordId | undefined; readonly benefit?: RecordId | undefined },
): RecordId[] {
  const component = book.get('component', about.component);
  const named = book.get('benefit', about.benefit);
  const benefits = named ? [named] : benefitsOf(book, component?.id);
  const unique = (ids: readonly (RecordId | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];
  switch (role) {
    case 'sponsor':
      return unique([component?.sponsor]);
    case 'deliveryLead':
      return unique([component?.deliveryLead]);
    case 'benefitOwner':
      return unique(benefits.map(({ owner }) => owner));
    case 'accountable':
      return unique(benefits.map(({ accountable }) => accountable));
  }
}

/** Benefits stated by a component, and those it claims a share of. */
export function benefitsOf(book: Book, component: RecordId | undefined): Entry<'benefit'>[] {
  if (!component) return [];
  const benefits = new Map(where(book, 'benefit', 'component', component).map((each) => [each.id, each]));
  for (const { measure } of where(book, 'claim', 'component', component)) {
    const benefit = book.get('benefit', book.get('measure', measure)?.benefit);
    if (benefit) benefits.set(benefit.id, benefit);
  }
  return [...benefits.values()];
}
