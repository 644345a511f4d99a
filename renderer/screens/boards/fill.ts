// How full a body is: its seats and how many of them nobody sits in on a day.
import type { Book, Entry } from '#shared/domain/book.ts';
import { seatsOn } from '#shared/govern/bodies.ts';
import type { Day } from '#shared/kit/period.ts';

export function fillOf(book: Book, board: Entry<'board'>, on: Day): { seats: number; vacant: number } {
  const seats = seatsOn(book, board.id, on);
  return { seats: seats.length, vacant: seats.filter(({ membership }) => !membership).length };
}
