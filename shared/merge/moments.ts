// Two moments of one book held side by side: what stood at each, and which records moved in between.
import { stateOf } from '#shared/change/asat.ts';
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
  /** How many changes of the later moment reached this copy only after it. */
  readonly late: number;
}

/** What was written up to a moment (milliseconds since 1970, that one included), whoever wrote it. */
export const writtenUntil = (rows: readonly LogRow[], until: number): readonly LogRow[] =>
  rows.filter(({ change }) => change.at[0] <= until);

/** How many of the changes written up to a moment were not here yet at it: a colleague brought them later. */
export const arrivedLater = (rows: readonly LogRow[], until: number): number =>
  rows.filter(({ change, arrived }) => change.at[0] <= until && arrived > until).length;

export function compareMoments(rows: readonly LogRow[], from: number, to: number): Compared {
  const isBetween = ({ at }: Change) => at[0] > from && at[0] <= to;
  const [before, after] = [from, to].map((until) => stateOf(rows, ({ at }) => at[0] <= until)) as [State, State];
  const between = rows.map(({ change }) => change).filter(isBetween);
  return {
    before,
    after,
    records: recordsOf(before, after, between),
    changes: between.length,
    late: arrivedLater(rows, to),
  };
}

/** A moment that has a name: the book right after a change people know by what it did. */
export interface Moment {
  readonly id: ChangeId;
  readonly act: string;
  readonly by: string;
  /** Milliseconds since 1970: the changes up to here, this one included. */
  readonly at: number;
  readonly change: Change;
}

const NAMED = [
  'act.importFile',
  'act.takeReturns',
  'act.takeDecision',
  'act.closeMeeting',
  'act.rebaseline',
  'act.restore',
];

/** Newest first: those people know by what was done, and the latest changes whatever they did. */
export function momentsOf(rows: readonly LogRow[], latest: number): { named: Moment[]; latest: Moment[] } {
  const all = rows
    .map(({ change }) => ({ id: change.id, act: change.act, by: change.by, at: change.at[0], change }))
    .sort((a, b) => compareStamps(b.change.at, a.change.at));
  const named = all.filter(({ act }) => NAMED.includes(act));
  return { named, latest: all.slice(0, latest).filter(({ act }) => !NAMED.includes(act)) };
}
