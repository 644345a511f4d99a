// What a body has before it: decisions it holds, then gates, exceptions, risks, reviews and follow-ups, each with its time.

import { isLive } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { AgendaKind } from '#shared/domain/meeting.ts';
import { isSuperseded, wholeLifeOf } from '#shared/govern/commitment.ts';
import { whoDecides } from '#shared/govern/rights.ts';
import { isOpen, isPutOff, lastDeferral } from '#shared/govern/standing.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addDays, type Day } from '#shared/kit/period.ts';
import type { Counsel } from './counsel.ts';
import { decisionRight } from './evidence.ts';
import { openRisks } from './risk.ts';

export interface Proposed {
  readonly kind: AgendaKind;
  readonly title: string;
  readonly subject: RecordId;
  /** Minutes it is given. */
  readonly minutes: number;
  /** The day it is due; the earliest first within its kind. */
  readonly due: Day | undefined;
}

/** Decisions first. */
const ORDER: readonly AgendaKind[] = ['decision', 'gate', 'exception', 'risk', 'review', 'followUp'];
const MINUTES: Readonly<Record<AgendaKind, number>> = {
  decision: 15,
  gate: 10,
  exception: 5,
  risk: 5,
  review: 5,
  followUp: 3,
  topic: 10,
};
/** How far ahead a meeting looks. */
const AHEAD = 45;
/** Exceptions and risks beyond these stay in the pack. */
const MOST = 5;

export const minutesFor = (kind: AgendaKind): number => MINUTES[kind];

/** What the meeting should take up and has not on its agenda yet. */
export function proposedAgenda(counsel: Counsel, meeting: Entry<'meeting'>): Proposed[] {
  const { book } = counsel;
  const taken = new Set(where(book, 'agendaItem', 'meeting', meeting.id).map(({ subject }) => subject));
  const found = [
    ...decisions(counsel, meeting),
    ...gates(counsel, meeting),
    ...exceptions(counsel),
    ...risks(counsel, meeting),
    ...reviews(counsel, meeting),
    ...followUps(counsel, meeting),
  ].filter(({ subject }) => !taken.has(subject));
  const rank = ({ kind }: Proposed) => ORDER.indexOf(kind);
  return found.sort((a, b) => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9'));
}

const propose = (kind: AgendaKind, subject: RecordId, title: string, due: Day | undefined): Proposed => ({
  kind,
  subject,
  title,
  due,
  minutes: MINUTES[kind],
});

/** Open decisions that are this body's by right, put forward or still prepared; one put off waits for its day. */
function decisions(counsel: Counsel, { board, on }: Entry<'meeting'>): Proposed[] {
  const { book } = counsel;
  const waits = (id: RecordId) => isPutOff(book, id) && (lastDeferral(book, id)?.until ?? on) > on;
  return [...book.all('decision')]
    .filter((each) => isOpen(each) && !waits(each.id) && decisionRight(counsel, each, on).decides?.body === board)
    .map(({ id, title, neededBy }) => propose('decision', id, title, neededBy));
}

/** Gates due, to the body that decides on such a component; to any where nobody is named. Stopped work has none. */
const gates = ({ book }: Counsel, { board, on }: Entry<'meeting'>): Proposed[] =>
  [...book.all('gate')]
    .filter(({ held, due }) => held === undefined && due !== undefined && due <= addDays(on, AHEAD))
    .filter(({ component, purpose }) => {
      if (book.get('component', component)?.work === 'stopped') return false;
      const amount = wholeLifeOf(book, component);
      const { decides } = whoDecides(
        book,
        { type: purpose === 'funding' ? 'fund' : 'continue', component, amount },
        on,
      );
      return decides?.body === undefined || decides.body === board;
    })
    .map(({ id, title, component, due }) =>
      propose('gate', id, [book.get('component', component)?.name, title].filter(Boolean).join(': '), due),
    );

/** Benefits off track, the critical and the worthiest first. */
function exceptions({ value }: Counsel): Proposed[] {
  const size = (id: RecordId) => {
    const worth = value.benefits.get(id)?.worth;
    return worth ? worth.cashable.gross + worth.nonCashable.gross + worth.social.gross : 0;
  };
  return [...value.benefits.values()]
    .filter(({ benefit, status }) => isLive(benefit) && status.status === 'offTrack')
    .map(({ benefit }) => benefit)
    .sort((a, b) => Number(b.critical ?? false) - Number(a.critical ?? false) || size(b.id) - size(a.id))
    .slice(0, MOST)
    .map(({ id, title }) => propose('exception', id, title, undefined));
}

const risks = (counsel: Counsel, { board }: Entry<'meeting'>): Proposed[] =>
  openRisks(counsel)
    .filter(({ to }) => to?.decides?.body === board)
    .slice(0, MOST)
    .map(({ value: { risk } }) => propose('risk', risk.id, risk.title, risk.review));

/** Decisions this body took that are to be looked at again. */
const reviews = ({ book }: Counsel, { board, on }: Entry<'meeting'>): Proposed[] =>
  [...book.all('decision')].flatMap(({ id, title, taken }) => {
    const due = taken?.body === board ? reviewDue(book, id) : undefined;
    return due && due <= addDays(on, AHEAD) ? [propose('review', id, title, due)] : [];
  });

/** When a decision is to be looked at again; undefined: it was, and nobody set another day, or it is not in force. */
export function reviewDue(book: Counsel['book'], id: RecordId): Day | undefined {
  if (isSuperseded(book, id)) return undefined;
  const reviews = [...where(book, 'hindsight', 'decision', id)].sort((a, b) => a.on.localeCompare(b.on));
  const last = reviews.at(-1);
  return last ? last.next : book.get('decision', id)?.taken?.reviewOn;
}

export const isOpenAction = ({ done, dropped }: Pick<Entry<'action'>, 'done' | 'dropped'>): boolean =>
  done === undefined && dropped === undefined;

/** What earlier decisions and meetings of this body asked for and is due. */
const followUps = ({ book }: Counsel, { board, on }: Entry<'meeting'>): Proposed[] =>
  [...book.all('action')].flatMap((action) => {
    const { id, title, due } = action;
    const from = book.get('decision', action.decision)?.taken?.body ?? book.get('meeting', action.meeting)?.board;
    return isOpenAction(action) && from === board && due !== undefined && due <= on
      ? [propose('followUp', id, title, due)]
      : [];
  });
