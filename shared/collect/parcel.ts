// One request made ready to go out: whose it is, what is due, in which words; what workbook and letter are made from.
import type { Book, Entry } from '#shared/domain/book.ts';
import { type Day, firstDay } from '#shared/kit/period.ts';
import type { DueBenefit } from '#shared/value/due.ts';
import type { Span } from '#shared/value/span.ts';
import type { Words } from '#shared/words/words.ts';

export interface Asking {
  readonly book: Book;
  readonly bookId: string;
  readonly round: Entry<'round'>;
  readonly request: Entry<'request'>;
  readonly span: Span;
  readonly due: readonly DueBenefit[];
  /** The owner's or the programme's name. */
  readonly who: string;
  /** The owner's language. */
  readonly words: Words;
  /** The day it is made. */
  readonly on: Day;
}

/** "Q1 2026/27 (Apr 2026 – Jun 2026)", "Mar 2027", "2026/27". */
export function spanText(words: Words, span: Span, startMonth: number): string {
  if (span.kind === 'month') return words.month(firstDay(span.from));
  const year = words.fiscalYear(span.year, startMonth);
  const args = { year, from: words.month(firstDay(span.from)), to: words.month(firstDay(span.to)) };
  return span.kind === 'year'
    ? words.say('collect.yearSpan', args)
    : words.say('collect.quarterSpan', { ...args, quarter: span.quarter });
}

/** How much is asked: readings, forecasts, statements. */
export function countsOf(due: readonly DueBenefit[]) {
  return {
    readings: due.reduce((sum, each) => sum + each.readings.length, 0),
    forecasts: due.reduce((sum, each) => sum + each.forecasts.length, 0),
    attestations: due.filter((each) => each.attestation).length,
    acceptances: due.filter((each) => each.acceptance).length,
  };
}

/** A name as every system takes it in a file's name. */
export const plainName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|.\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
