// The book of the moment a decision was put forward: re-opened from the changes it was made of, never from a date.
import { rowsOfTips, stateOf } from '#shared/change/asat.ts';
import type { LogRow } from '#shared/change/store.ts';
import { Book, type Entry } from '#shared/domain/book.ts';
import type { Frozen } from '#shared/domain/decision.ts';
import type { ChangeId } from '#shared/kit/ids.ts';
import { counselOf } from './counsel.ts';
import { evidenceOf, frozenText, readEvidence } from './evidence.ts';

/** Every change at or before the tip of its own chain; undefined where a tip is not in this log. */
export function bookOfTips(rows: readonly LogRow[], tips: readonly ChangeId[]): Book | undefined {
  const then = rowsOfTips(rows, tips);
  return then && new Book(stateOf(then));
}

/**
 * `asFrozen`: the book of that moment gives the same evidence, letter for letter. `changed`: what is kept is not what was
 * hashed, or the hash is not of what that book says. `elsewhere`: changes it was made of are not in this log.
 */
export type Reopened = 'asFrozen' | 'changed' | 'elsewhere';

export function reopen(
  rows: readonly LogRow[],
  decision: Entry<'decision'> & { readonly frozen: Frozen },
): { readonly found: Reopened; readonly book: Book | undefined } {
  const { frozen } = decision;
  const kept = readEvidence(frozen);
  const book = bookOfTips(rows, frozen.tips);
  if (!kept) return { found: 'changed', book };
  const then = book?.get('decision', decision.id);
  if (!book || !then) return { found: 'elsewhere', book };
  const again = frozenText(evidenceOf(counselOf(book, kept.asAt), then));
  return { found: again.hash === frozen.hash ? 'asFrozen' : 'changed', book };
}
