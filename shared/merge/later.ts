// What a colleague's file lacks: the changes since, with what they build on, so that nobody takes them for the whole.
import { wholeReach } from '#shared/change/withheld.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Copy } from './plan.ts';

/** Refused: another book; a copy of a part, which cannot say what its owner has; a colleague who lacks nothing. */
export function laterThan(mine: Copy, theirs: Copy, theirName: string): Result<Copy> {
  if (theirs.book !== mine.book) return refuse('merge.otherBook');
  if (theirs.holding || theirs.base) return refuse('since.part', { name: theirName });
  const known = new Set(theirs.changes.map(({ id }) => id));
  const changes = mine.changes.filter(({ id }) => !known.has(id));
  if (changes.length === 0) return refuse('since.none', { name: theirName });
  return done({ book: mine.book, changes, holding: mine.holding, base: wholeReach(theirs.changes) });
}
