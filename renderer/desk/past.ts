// Looking back: the whole desk shows the book as it stood at a moment, and nothing can be written there.

import { stateOf } from '#shared/change/asat.ts';
import { gathered } from '#shared/change/part.ts';
import type { LogRow } from '#shared/change/store.ts';
import { Book } from '#shared/domain/book.ts';
import { arrivedLater, writtenUntil } from '#shared/merge/moments.ts';
import { type Past, useDesk } from './desk.ts';
import { go } from './route.ts';

/** @param until milliseconds since 1970, that one included */
export function lookBack(rows: readonly LogRow[], until: number): void {
  const withheld = useDesk.getState().book?.state.withheld;
  const book = new Book(stateOf(writtenUntil(rows, until), undefined, withheld));
  useDesk.setState({ past: { until, book, late: arrivedLater(rows, until) } });
  go('portfolio');
}

export const backToNow = (): void => useDesk.setState({ past: undefined });

/** What the desk may know of the log, each change once: while it looks back, what was written by then. */
export const knownBy = (past: Past | undefined, rows: readonly LogRow[]): readonly LogRow[] =>
  past ? writtenUntil(gathered(rows), past.until) : gathered(rows);
