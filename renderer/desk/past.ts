// Looking back: the whole desk shows the book as it stood at a moment, and nothing can be written there.

import { rowsOfTips, stateOf } from '#shared/change/asat.ts';
import { gathered } from '#shared/change/part.ts';
import type { LogRow } from '#shared/change/store.ts';
import { Book, type Entry } from '#shared/domain/book.ts';
import { arrivedLater, type Moment, rowsAt } from '#shared/merge/moments.ts';
import { type Past, useDesk } from './desk.ts';
import { go } from './route.ts';

/** @param until milliseconds since 1970, that one included */
export const lookBack = (rows: readonly LogRow[], until: number): void => look(rows, until, until);

/** The book an issued pack was made of, change for change; false where some of it is not on this laptop. */
export function lookBackTo(rows: readonly LogRow[], pack: Entry<'pack'>): boolean {
  if (!rowsOfTips(rows, pack.tips)) return false;
  const issued = rows.find(({ change }) => change.writes.some(({ record }) => record === pack.id));
  look(rows, pack.tips, issued?.change.at[0] ?? 0, pack.number);
  return true;
}

function look(rows: readonly LogRow[], moment: Moment, until: number, pack?: string): void {
  const withheld = useDesk.getState().book?.state.withheld;
  const book = new Book(stateOf(rowsAt(rows, moment), undefined, withheld));
  const late = pack === undefined ? arrivedLater(rows, until) : 0;
  useDesk.setState({ past: { until, moment, book, late, pack } });
  go('portfolio');
}

export const backToNow = (): void => useDesk.setState({ past: undefined });

/** What the desk may know of the log, each change once: while it looks back, what was written by then. */
export const knownBy = (past: Past | undefined, rows: readonly LogRow[]): readonly LogRow[] =>
  past ? rowsAt(gathered(rows), past.moment) : gathered(rows);
