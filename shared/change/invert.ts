// Undo as a new change: what this window wrote goes back, and what others changed since is left and named.
import type { ChangeId } from '#shared/kit/ids.ts';
import { type Change, type DraftWrite, LIFE, type Write } from './model.ts';
import { type Column, singly } from './run.ts';
import type { State } from './state.ts';

type Field = Pick<Write, 'kind' | 'record' | 'field'>;

export interface Inverse {
  readonly writes: readonly DraftWrite[];
  /** Fields someone changed since; they stay as they are. */
  readonly left: readonly Field[];
}

/**
 * @param before the values that stood before `change`, in the order of its writes
 * A record the change brought to life is deleted again, unless someone has written to it since: then it stays whole.
 */
export function invert(state: State, change: Change, before: readonly unknown[]): Inverse {
  const writes: DraftWrite[] = [];
  const left: Field[] = [];
  const kept = new Set<string>();
  for (const [i, write] of change.writes.entries()) {
    if (write.field !== LIFE || before[i] !== null || !othersWroteTo(state, write, change)) continue;
    kept.add(`${write.kind}\n${write.record}`);
    left.push(fieldOf(write));
  }
  for (const [i, write] of change.writes.entries()) {
    if (kept.has(`${write.kind}\n${write.record}`)) continue;
    // month by month: a month someone changed since stays, its neighbours go back
    for (const { value, ...field } of singly({ ...fieldOf(write), value: before[i] ?? null })) {
      if (!isOurs(state, field, change)) left.push(field);
      else writes.push({ ...field, value: value ?? (field.field === LIFE ? 'deleted' : null) });
    }
  }
  return { writes, left };
}

const fieldOf = ({ kind, record, field }: Field): Field => ({ kind, record, field });

/** True where the only value that stands is the change's own, be it brought back by an undo. */
function isOurs(state: State, field: Field, change: Change): boolean {
  const [head, ...others] = state.headIds(field.kind, field.record, field.field);
  return head !== undefined && others.length === 0 && origin(state, field, head) === origin(state, field, change.id);
}

const isColumn = (field: string, _value: unknown): _value is Column => field.endsWith('@');

/** True where the record holds a value that this change did not give it. */
function othersWroteTo(state: State, { kind, record }: Field, change: Change): boolean {
  const values = state.row(kind, record)?.values ?? {};
  return Object.entries(values).some(([field, value]) =>
    isColumn(field, value)
      ? value.values.some(
          (each, i) => each !== null && !isOurs(state, { kind, record, field: `${field}${value.from + i}` }, change),
        )
      : !isOurs(state, { kind, record, field }, change),
  );
}

const keyOf = ({ kind, record, field }: Field, id: ChangeId): string => `${id}\n${kind}\n${record}\n${field}`;

/** The change that first gave a value: an undo that brought it back only stands for that change. */
const origin = (state: State, field: Field, head: ChangeId): ChangeId =>
  state.standsFor.get(keyOf(field, head)) ?? head;

/** Remembers what `inverse` brought back: what `undone` had replaced, where that was one value. */
export function noteUndone(state: State, undone: Change, inverse: Change): void {
  const name = ({ kind, record, field }: Field) => `${kind}\n${record}\n${field}`;
  const replaced = new Map<string, readonly ChangeId[]>();
  for (const write of undone.writes) for (const each of singly(write)) replaced.set(name(each), each.replaces);
  for (const write of inverse.writes) {
    for (const each of singly(write)) {
      const [before, ...others] = replaced.get(name(each)) ?? [];
      // a delete lists every head of its record, the one of its life first
      if (before && (others.length === 0 || each.field === LIFE))
        state.standsFor.set(keyOf(each, inverse.id), origin(state, each, before));
    }
  }
}
