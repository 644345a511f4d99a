// Two moments of one book held side by side: what stood at each, and which records moved in between.
import { rowsOfTips, stateOf } from '#shared/change/asat.ts';
import type { Change } from '#shared/change/model.ts';
import type { State } from '#shared/change/state.ts';
import type { LogRow } from '#shared/change/store.ts';
import type { ChangeId } from '#shared/kit/ids.ts';
import { compareStamps } from '#shared/kit/stamp.ts';
import { type MergedRecord, recordsOf } from './plan.ts';

export interface Compared {
  readonly before: State;
  readonly after: State;
  /** From the earlier moment to the later. */
  readonly records: readonly MergedRecord[];
  /** How many changes were written in between. */
  readonly changes: number;
}

/** What was written up to a moment (milliseconds since 1970, that one included), whoever wrote it. */
export const writtenUntil = (rows: readonly LogRow[], until: number): readonly LogRow[] =>
  rows.filter(({ change }) => change.at[0] <= until);

/** A moment: all that was written by then (milliseconds since 1970), or all that an issued pack was made of. */
export type Moment = number | readonly ChangeId[];

/** What was known at a moment; nothing where changes of it are not in this log. */
export const rowsAt = (rows: readonly LogRow[], moment: Moment): readonly LogRow[] =>
  typeof moment === 'number' ? writtenUntil(rows, moment) : (rowsOfTips(rows, moment) ?? []);

/** How many of the changes written up to a moment were not here yet at it: a colleague brought them later. */
export const arrivedLater = (rows: readonly LogRow[], until: number): number =>
  writtenUntil(rows, until).filter(({ arrived }) => arrived > until).length;

/** Refused (undefined) where the earlier moment knew something the later one did not. */
export function compareMoments(rows: readonly LogRow[], from: Moment, to: Moment): Compared | undefined {
  const [earlier, later] = [rowsAt(rows, from), rowsAt(rows, to)];
  const [then, known] = [earlier, later].map((each) => new Set(each.map(({ change }) => change.id)));
  if (earlier.some(({ change }) => !known?.has(change.id))) return undefined;
  const between = later.flatMap(({ change }) => (then?.has(change.id) ? [] : [change]));
  const [before, after] = [stateOf(earlier), stateOf(later)];
  return { before, after, records: recordsOf(before, after, between), changes: between.length };
}

const NAMED = [
  'act.importFile',
  'act.takeReturns',
  'act.takeDecision',
  'act.closeMeeting',
  'act.rebaseline',
  'act.restore',
];

/** Changes right after which the book is worth a look, newest first: those people know by what was done, and the latest. */
export interface Moments {
  readonly named: readonly Change[];
  readonly latest: readonly Change[];
}

/** @param latest how many of the latest changes are offered, whatever they did */
export function momentsOf(rows: readonly LogRow[], latest: number): Moments {
  const all = rows.map(({ change }) => change).sort((a, b) => compareStamps(b.at, a.at));
  const isNamed = ({ act }: Change) => NAMED.includes(act);
  return { named: all.filter(isNamed), latest: all.slice(0, latest).filter((change) => !isNamed(change)) };
}
