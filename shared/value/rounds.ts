// A collection round as it stands: who was asked, who answered, who is late, and the silent owners by name.

import { isLive } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import type { Day } from '#shared/kit/period.ts';
import { type DueBenefit, debtorsOf, dueIn } from './due.ts';
import { spanNamed } from './span.ts';

/** open: nothing went out yet · sent · overdue: sent or not, the day has passed without an answer · returned. */
export type RequestState = 'open' | 'sent' | 'overdue' | 'returned';

export interface RequestStanding {
  readonly request: Entry<'request'>;
  /** The owner's or the programme's name; empty where the record is gone. */
  readonly name: string;
  readonly state: RequestState;
  readonly reminded: number;
  /** What was asked and is still asked now. */
  readonly due: readonly DueBenefit[];
}

/** How long owners have to answer, where nobody says otherwise. */
export const DAYS_TO_ANSWER = 14;

/** The round that asks about a span in one way; the latest, should laptops have opened two. */
export function roundFor(book: Book, span: string, by: 'owner' | 'programme'): Entry<'round'> | undefined {
  let found: Entry<'round'> | undefined;
  for (const round of book.all('round'))
    if (round.period === span && (round.by ?? 'owner') === by && (!found || round.opened > found.opened)) found = round;
  return found;
}

/** The round opened last. */
export function latestRound(book: Book): Entry<'round'> | undefined {
  let found: Entry<'round'> | undefined;
  for (const round of book.all('round')) if (!found || round.opened > found.opened) found = round;
  return found;
}

export const requestsOf = (book: Book, round: RecordId): readonly Entry<'request'>[] =>
  where(book, 'request', 'round', round);

/** Live benefits that nobody owns: nobody can be asked about them. */
export const vacancies = (book: Book): Entry<'benefit'>[] =>
  [...book.all('benefit')].filter((benefit) => isLive(benefit) && !book.get('person', benefit.owner));

/** Every request of a round, by name. */
export function roundStanding(book: Book, roundId: RecordId, on: Day): RequestStanding[] {
  const round = book.get('round', roundId);
  if (!round) return [];
  const span = spanNamed(round.period, book.office.fiscalYearStart);
  const debtors = span.ok ? debtorsOf(dueIn(book, span.value), round.by ?? 'owner') : [];
  return requestsOf(book, roundId)
    .map((request) => ({
      request,
      name: nameOf(book, request),
      state: stateOf(request, round.due, on),
      reminded: request.reminded ?? 0,
      due: debtors.find((debtor) => sameWho(debtor, request))?.due ?? [],
    }))
    .sort((a, b) => compareText(a.name, b.name));
}

export const nameOf = (book: Book, request: { person?: RecordId; component?: RecordId }): string =>
  book.get('component', request.component)?.name ?? book.get('person', request.person)?.name ?? '';

export const sameWho = (
  a: { readonly person?: RecordId; readonly component?: RecordId },
  b: { readonly person?: RecordId; readonly component?: RecordId },
): boolean => a.person === b.person && a.component === b.component;

function stateOf(request: Entry<'request'>, due: Day, on: Day): RequestState {
  if (request.returned) return 'returned';
  return on > due ? 'overdue' : request.sent ? 'sent' : 'open';
}

/** One who was asked and has not answered. */
export interface SilentOwner {
  readonly request: RecordId;
  readonly person?: RecordId;
  readonly component?: RecordId;
  readonly name: string;
  readonly reminded: number;
  readonly lastReminded: Day | undefined;
  /** How much is still asked of them. */
  readonly readings: number;
  readonly attestations: number;
  readonly benefits: readonly string[];
}

/** Those whose workbook has not come back, by name: for the committee's pack. */
export function silentOwners(book: Book, round: RecordId, on: Day): SilentOwner[] {
  return roundStanding(book, round, on)
    .filter(({ state }) => state !== 'returned')
    .map(({ request, name, reminded, due }) => ({
      request: request.id,
      ...(request.person ? { person: request.person } : {}),
      ...(request.component ? { component: request.component } : {}),
      name,
      reminded,
      lastReminded: request.lastReminded,
      readings: due.reduce((sum, each) => sum + each.readings.length, 0),
      attestations: due.filter((each) => each.attestation).length,
      benefits: due.map(({ benefit }) => benefit.title),
    }));
}
