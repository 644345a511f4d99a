// The time machine: a book as it stood by some of its changes, rebuilt from the log.
import { sha256Text } from '#shared/kit/hash.ts';
import type { ActorId, ChangeId } from '#shared/kit/ids.ts';
import { compareStamps, type Stamp } from '#shared/kit/stamp.ts';
import { withhold } from './fork.ts';
import { actorOf, type Change } from './model.ts';
import { State } from './state.ts';
import type { LogRow } from './store.ts';
import type { Withheld } from './withheld.ts';

/** A state of these changes alone, in whatever order they come. */
export function stateOfChanges(changes: Iterable<Change>, nowMs: number): State {
  const state = new State();
  for (const change of changes) state.apply(change, nowMs);
  return state;
}

/**
 * Replays the changes `keep` lets through, in the order they arrived; all where it is left out.
 * @param withheld what this copy does not carry now, it did not carry then
 */
export function stateOf(
  rows: readonly LogRow[],
  keep: (change: Change) => boolean = () => true,
  withheld?: Withheld,
): State {
  const state = new State();
  for (const { change, arrived } of rows) if (keep(change)) state.apply(change, arrived);
  if (withheld) withhold(state, withheld);
  return state;
}

/** The rows at or before the tip of their own chain; undefined where a tip is not in this log. */
export function rowsOfTips(rows: readonly LogRow[], tips: readonly ChangeId[]): LogRow[] | undefined {
  const wanted = new Set(tips);
  const until = new Map<ActorId, Stamp>();
  for (const { change } of rows) if (wanted.delete(change.id)) until.set(actorOf(change), change.at);
  if (wanted.size > 0) return undefined;
  return rows.filter(({ change }) => {
    const tip = until.get(actorOf(change));
    return tip !== undefined && compareStamps(change.at, tip) <= 0;
  });
}

/** Eight hex digits that name exactly this content of the log: a hash over the tips of every actor's chain. */
export const snapshotName = (state: State): string =>
  sha256Text([...state.tips.values()].sort().join('\n')).slice(0, 8);
