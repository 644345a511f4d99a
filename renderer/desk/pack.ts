// The deck of the open book, and the typeface its pages carry inside them.

import { snapshotName } from '#shared/change/asat.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDate, packDeck } from '#shared/deck/pack.ts';
import { earlierBook } from '#shared/domain/before.ts';
import type { Book } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import type { Language } from '#shared/words/format.ts';
import { createWords } from '#shared/words/words.ts';
import type { Opened } from './desk.ts';
import { usePrefs } from './prefs.ts';

export async function makeDeck(opened: Opened, book: Book, language: Language): Promise<Deck> {
  const { digits, calendar } = usePrefs.getState().prefs;
  const before = earlierBook(book, await opened.store.readSince(0));
  return packDeck({
    book,
    ...(before ? { before } : {}),
    words: createWords({ language, digits, calendar }),
    asAt: packDate(book, today(opened.ctx)),
    snapshot: snapshotName(book.state),
  });
}
