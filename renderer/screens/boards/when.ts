// When bodies meet next: by a meeting already in the book, else by their calendar.
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { meetingDays } from '#shared/govern/bodies.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addMonths, type Day } from '#shared/kit/period.ts';

/** Of a body's calendar, how far ahead is looked. */
const MONTHS_AHEAD = 12;

/** The next day of the body's calendar after the meetings that stand already; undefined: it has no calendar. */
export function nextFreeDay(book: Book, board: Entry<'board'>, on: Day): Day | undefined {
  const stand = where(book, 'meeting', 'board', board.id).map((meeting) => meeting.on);
  const last = stand.sort().at(-1) ?? '';
  return meetingDays(board, on, addMonths(on, MONTHS_AHEAD)).find((day) => day > last);
}

/** The earliest to come among some bodies. */
export function nextMeeting(
  book: Book,
  boards: readonly Entry<'board'>[],
  on: Day,
): { readonly board: RecordId; readonly on: Day } | undefined {
  const days = boards.flatMap((board) => {
    const planned = where(book, 'meeting', 'board', board.id)
      .filter((meeting) => !meeting.closed && meeting.on >= on)
      .map((meeting) => meeting.on);
    const [byCalendar] = meetingDays(board, on, addMonths(on, MONTHS_AHEAD));
    // a meeting in the book takes the place of the calendar's day
    const first = [...planned].sort()[0] ?? byCalendar;
    return first ? [{ board: board.id, on: first }] : [];
  });
  return days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];
}
