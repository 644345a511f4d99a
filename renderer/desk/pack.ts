// The deck of the open book, and the typeface its pages carry inside them.

import { snapshotName } from '#shared/change/asat.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDate, packDeck } from '#shared/deck/pack.ts';
import { lastSeen } from '#shared/domain/before.ts';
import type { Book } from '#shared/domain/book.ts';
import { dayOfMs, today } from '#shared/kit/context.ts';
import type { Language } from '#shared/words/format.ts';
import { createWords } from '#shared/words/words.ts';
import { type Opened, useDesk } from './desk.ts';
import { knownBy } from './past.ts';
import { usePrefs } from './prefs.ts';

export async function makeDeck(opened: Opened, book: Book, language: Language): Promise<Deck> {
  const { digits, calendar } = usePrefs.getState().prefs;
  const { past } = useDesk.getState();
  const before = lastSeen(book, knownBy(past, await opened.store.readSince(0)));
  return packDeck({
    book,
    ...(before ? { before } : {}),
    words: createWords({ language, digits, calendar }),
    asAt: packDate(book, past ? dayOfMs(past.until) : today(opened.ctx)),
    snapshot: snapshotName(book.state),
  });
}
