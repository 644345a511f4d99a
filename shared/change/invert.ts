// Undo as a new change: what this window wrote goes back, and what others changed since is left and named.
import { type Change, type DraftWrite, LIFE } from './model.ts';
import type { State } from './state.ts';

export interface Inverse {
  readonly writes: readonly DraftWrite[];
  /** Fields someone changed since; they stay as they are. */
  readonly left: readonly { readonly kind: string; readonly record: string; readonly field: string }[];
}

/**
 * @param before the values that stood before `change`, in the order of its writes
 * A record the change brought to life is deleted again; its other fields stay in the log.
 */
export function invert(state: State, change: Change, before: readonly unknown[]): Inverse {
  const writes: DraftWrite[] = [];
  const left: { kind: string; record: string; field: string }[] = [];
  const born = new Set<string>();
  for (const [i, write] of change.writes.entries()) {
    if (write.field === LIFE && before[i] === null) born.add(`${write.kind}\n${write.record}`);
  }
  for (const [i, write] of change.writes.entries()) {
    const { kind, record, field } = write;
    const heads = state.headIds(kind, record, field);
    const mine = heads.length === 1 && heads[0] === change.id;
    if (!mine) left.push({ kind, record, field });
    else if (field === LIFE && before[i] === null) writes.push({ kind, record, field, value: 'deleted' });
    else if (!born.has(`${kind}\n${record}`)) writes.push({ kind, record, field, value: before[i] ?? null });
  }
  return { writes, left };
}
