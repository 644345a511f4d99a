// Meeting: a body in session, with its agenda, who was there, and the minutes as they were closed.
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { choice, day, type Fields, link, shape, text, title, whole } from './field.ts';

export interface Meeting {
  readonly board: RecordId;
  readonly title: string;
  readonly on: Day;
  /** "09:30" */
  readonly at?: string;
  readonly place?: string;
  /** Minutes it has; as its body says where unsaid. */
  readonly minutes?: number;
  readonly opened?: Day;
  readonly closed?: Closed;
  readonly note?: string;
}

/** What the minutes were made of, word for word, and their SHA-256. */
export interface Closed {
  readonly on: Day;
  readonly by: string;
  readonly minutes: string;
  readonly hash: string;
}

export const meetingFields: Fields = {
  board: link,
  title,
  on: day,
  at: (x) => (typeof x === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(x) ? undefined : 'field.badShape'),
  place: text,
  minutes: whole,
  opened: day,
  closed: shape(
    (x) => isDay(x.on) && typeof x.by === 'string' && typeof x.minutes === 'string' && typeof x.hash === 'string',
  ),
  note: text,
};

export const AGENDA_KINDS = ['decision', 'gate', 'exception', 'risk', 'followUp', 'review', 'topic'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export interface AgendaItem {
  readonly meeting: RecordId;
  readonly kind: AgendaKind;
  readonly title: string;
  /** The decision, gate, benefit, risk or action it is about. */
  readonly subject?: RecordId;
  readonly minutes?: number;
  readonly order?: number;
  /** What was said and settled, as written in the room. */
  readonly said?: string;
}

export const agendaItemFields: Fields = {
  meeting: link,
  kind: choice(AGENDA_KINDS),
  title,
  subject: link,
  minutes: whole,
  order: whole,
  said: text,
};

export const PRESENCES = ['present', 'delegate', 'apology', 'absent'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Who sat in a seat at a meeting; with a guest, `seat` is unsaid. */
export interface Attendance {
  readonly meeting: RecordId;
  readonly seat?: RecordId;
  readonly person?: RecordId;
  readonly presence: Presence;
}

export const attendanceFields: Fields = { meeting: link, seat: link, person: link, presence: choice(PRESENCES) };
