// A returned cell in words: what it speaks of, what stood there and what stands there now.
import type { Difference, Held } from '#shared/acts/returned.ts';
import type { Book } from '#shared/domain/book.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';

export interface SaidDifference {
  readonly sheet: string;
  readonly cell: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export const differenceText = (words: Words, book: Book, difference: Difference): SaidDifference => ({
  sheet: difference.sheet,
  cell: difference.cell,
  what: whatText(words, book, difference),
  before: heldText(words, difference.before),
  after: heldText(words, difference.after),
});

function whatText(words: Words, book: Book, { target }: Difference): string {
  if ('measure' in target) {
    const measure = book.get('measure', target.measure);
    const benefit = book.get('benefit', measure?.benefit);
    const of = [benefit?.title, measure?.name].filter(Boolean).join(' · ');
    return words.sayAny(`collect.what.${target.kind}`, { of, month: words.month(firstDay(target.month)) });
  }
  const benefit = book.get('benefit', target.benefit)?.title ?? '';
  return words.sayAny(`collect.what.${target.kind}`, { of: benefit });
}

function heldText(words: Words, held: Held): string {
  if (held === null) return '—';
  if (typeof held === 'boolean') return words.say(held ? 'collect.yes' : 'collect.no');
  return typeof held === 'number' ? words.number(held, 10) : held;
}
