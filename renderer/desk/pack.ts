// The deck of the open book, and the typeface its pages carry inside them.

import { snapshotName } from '#shared/change/asat.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDeck } from '#shared/deck/pack.ts';
import { earlierBook, latestAsAt } from '#shared/domain/before.ts';
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
    asAt: latestAsAt(book) ?? today(opened.ctx),
    snapshot: snapshotName(book.state),
  });
}

let faces: Promise<string> | undefined;

/** The fonts as style text with the files inside: the pages are shown and printed where nothing may be fetched. */
export function fontFaces(): Promise<string> {
  faces ??= loadFaces();
  return faces;
}

async function loadFaces(): Promise<string> {
  const files = await Promise.all([
    import('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?inline'),
    import('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?inline'),
    import('@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?inline'),
    import('@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?inline'),
  ]);
  const named = [
    ['IBM Plex Sans', 400],
    ['IBM Plex Sans', 600],
    ['IBM Plex Sans Arabic', 400],
    ['IBM Plex Sans Arabic', 600],
  ] as const;
  return named
    .map(
      ([family, weight], i) =>
        `@font-face{font-family:'${family}';font-weight:${weight};src:url(${files[i]?.default}) format('woff2')}`,
    )
    .join('\n');
}
