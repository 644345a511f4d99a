// An issued pack told again: from the changes it was made of, in the words of its edition, whatever was written since.
import { rowsOfTips, stateOf } from '#shared/change/asat.ts';
import type { LogRow } from '#shared/change/store.ts';
import { lastSeen } from '#shared/domain/before.ts';
import { Book } from '#shared/domain/book.ts';
import type { Edition, Pack } from '#shared/domain/pack.ts';
import { byStamp } from '#shared/merge/union.ts';
import { createWords } from '#shared/words/words.ts';
import type { Deck } from './model.ts';
import { packDeck } from './pack.ts';

/**
 * The deck of a pack, the same on every laptop: its changes are taken in one order, in whichever they arrived there.
 * @returns undefined where changes it was made of are not in this log
 */
export function issuedDeck(
  rows: readonly LogRow[],
  { tips, asAt, snapshot, number }: Pick<Pack, 'tips' | 'asAt' | 'snapshot' | 'number'>,
  { language, digits, calendar }: Pick<Edition, 'language' | 'digits' | 'calendar'>,
): Deck | undefined {
  const then = rowsOfTips(rows, tips)?.sort((a, b) => byStamp(a.change, b.change));
  if (!then) return undefined;
  const book = new Book(stateOf(then));
  const before = lastSeen(book, then);
  const words = createWords({ language, digits, calendar });
  return packDeck({ book, ...(before ? { before } : {}), words, asAt, snapshot, number });
}
