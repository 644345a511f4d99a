// Two moments of one book held side by side: what stood at each, and which records moved in between.
import { stateOf } from '#shared/change/asat.ts';
import type { Change } from '#shared/change/model.ts';
import type { State } from '#shared/change/state.ts';
import type { LogRow } from '#shared/change/store.ts';
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

/** How many of the changes written up to a moment were not here yet at it: a colleague brought them later. */
export const arrivedLater = (rows: readonly LogRow[], until: number): number =>
  writtenUntil(rows, until).filter(({ arrived }) => arrived > until).length;

export function compareMoments(rows: readonly LogRow[], from: number, to: number): Compared {
  const known = writtenUntil(rows, to);
  const between = known.flatMap(({ change }) => (change.at[0] > from ? [change] : []));
  const [before, after] = [stateOf(writtenUntil(known, from)), stateOf(known)];
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
