// A merge before it is done: what is new and from whom, what it changes by record, and what it leaves to be decided.
import { stateOfChanges } from '#shared/change/asat.ts';
import { forked, withhold } from '#shared/change/fork.ts';
import { type Change, LIFE } from '#shared/change/model.ts';
import { runOf } from '#shared/change/run.ts';
import { spansTooFar } from '#shared/change/span.ts';
import { isHere, type Row, type State } from '#shared/change/state.ts';
import {
  covers,
  type Held,
  type Holding,
  holdingOf,
  type Reach,
  Withheld,
  wholeReach,
} from '#shared/change/withheld.ts';
import type { BookId, RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { MAX_AHEAD_MS } from '#shared/kit/stamp.ts';
import { type Clash, clashesOf, clashKey } from './clashes.ts';
import { type Finding, findingsOf, newFindings } from './findings.ts';
import { unionOf } from './union.ts';

export interface Copy extends Held {
  readonly book: BookId;
  readonly changes: readonly Change[];
  /** Present in a file of later changes alone: what its receiver must have. */
  readonly base?: Reach | undefined;
}

/** A field as it stands before and after the merge. */
export interface MergedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface MergedRecord {
  readonly kind: string;
  readonly record: RecordId;
  readonly what: 'added' | 'changed' | 'deleted';
  /** Who wrote to it in the changes that are new here. */
  readonly by: readonly string[];
  readonly fields: readonly MergedField[];
}

export interface MergePlan {
  readonly book: BookId;
  /** All changes of both, in `byStamp` order. */
  readonly changes: readonly Change[];
  /** Those this copy did not have, or not all of, in `byStamp` order. */
  readonly fresh: readonly Change[];
  readonly merged: State;
  /** What the book withholds afterwards; undefined where nothing is. */
  readonly holding: Holding | undefined;
  readonly records: readonly MergedRecord[];
  readonly people: readonly { readonly by: string; readonly changes: number }[];
  /** Clashes the merge brings; those that stood here before are not told again. */
  readonly clashes: readonly Clash[];
  /** What no single copy could see. */
  readonly findings: readonly Finding[];
  /** New changes whose clock is more than a day ahead of this laptop's. */
  readonly ahead: readonly Change[];
}

/** Refused: another book, or one change with two contents. Nothing is applied: the caller's book is not touched. */
export function planMerge(mine: Copy, theirs: readonly Copy[], nowMs: number): Result<MergePlan> {
  if (theirs.some(({ book }) => book !== mine.book)) return refuse('merge.otherBook');
  const union = unionOf([mine.changes, ...theirs.map(({ changes }) => changes)]);
  if (!union.ok) return union;
  if ([mine, ...theirs].some(({ base }) => base && !covers(wholeReach(union.value), base)))
    return refuse('merge.deltaBase');
  const known = new Map(mine.changes.map((change) => [change.id, change.writes.length]));
  const fresh = union.value.filter(({ id, writes }) => known.get(id) !== writes.length);
  // each copy was measured when it was read: only months that are new here can lie too far from those that are
  if (fresh.some(({ writes }) => writes.some(({ field }) => runOf(field))) && spansTooFar([union.value]))
    return refuse('file.tooMuchInside');
  // what all copies begin with is put together once; each goes on from there
  const common = commonStart(mine, theirs);
  const began = stateOfChanges(mine.changes.slice(0, common), nowMs);
  const grown = (from: State, changes: Iterable<Change>): State => {
    const state = forked(from);
    for (const change of changes) state.apply(change, nowMs);
    return state;
  };
  const before = grown(began, mine.changes.slice(common));
  const merged = grown(before, fresh);
  // a row nobody touched is the same row in both, and so are its clashes
  const moved = merged.order.filter((row, place) => before.order[place] !== row);
  const was = moved.flatMap(({ place }) => before.order[place] ?? []);
  const stood = new Set(clashesOf(before, mine.changes, was).map(clashKey));
  const found = findingsOf(merged);
  // where the merged book has none there is none to ask the copies about
  const apart = found.length > 0 ? theirs.map(({ changes }) => findingsOf(grown(began, changes))) : [];
  const holding = holdingOf([mine, ...theirs], union.value);
  const clashes = clashesOf(merged, union.value, moved).filter((clash) => !stood.has(clashKey(clash)));
  // only now: what is withheld makes every row another
  withhold(before, new Withheld(mine.holding));
  withhold(merged, new Withheld(holding));
  return done({
    book: mine.book,
    changes: union.value,
    fresh,
    merged,
    holding,
    records: recordsOf(before, merged, fresh),
    people: peopleIn(fresh),
    clashes,
    findings: newFindings(found, found.length > 0 ? [findingsOf(before), ...apart] : []),
    ahead: fresh.filter(({ at }) => at[0] > nowMs + MAX_AHEAD_MS),
  });
}

/** How many of the first changes of this copy every other copy holds too. */
function commonStart(mine: Copy, theirs: readonly Copy[]): number {
  const held = theirs.map(({ changes }) => new Set(changes.map(({ id }) => id)));
  const at = mine.changes.findIndex(({ id }) => held.some((ids) => !ids.has(id)));
  return at < 0 ? mine.changes.length : at;
}

function peopleIn(fresh: readonly Change[]): MergePlan['people'] {
  const counts = new Map<string, number>();
  for (const { by } of fresh) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts].map(([by, changes]) => ({ by, changes })).sort((a, b) => b.changes - a.changes);
}

/** A record that was recorded, and in which nothing else moved. */
export const isOnlySealed = ({ what, fields }: MergedRecord): boolean => what === 'changed' && fields.length === 0;

/** Records whose standing values the merge moves; what a change wrote and another had said already is no difference. */
export function recordsOf(before: State, after: State, fresh: readonly Change[]): MergedRecord[] {
  const authors = new Map<string, { kind: string; record: RecordId; by: Set<string> }>();
  for (const change of fresh)
    for (const { kind, record } of change.writes) {
      const key = `${kind}\n${record}`;
      const told = authors.get(key) ?? { kind, record, by: new Set() };
      authors.set(key, told);
      told.by.add(change.by);
    }
  const moved: MergedRecord[] = [];
  for (const { kind, record, by } of authors.values()) {
    const [was, is] = [before.row(kind, record), after.row(kind, record)];
    const what = isHere(is) ? (isHere(was) ? 'changed' : 'added') : isHere(was) ? 'deleted' : undefined;
    if (!what) continue;
    const [old, now] = [was?.values ?? {}, is?.values ?? {}];
    const fields = fieldsMoved(old, now);
    if (what === 'changed' && fields.length === 0 && old[LIFE] === now[LIFE]) continue;
    moved.push({ kind, record, what, by: [...by].sort(), fields });
  }
  return moved;
}

function fieldsMoved(old: Row['values'], now: Row['values']): MergedField[] {
  const fields: MergedField[] = [];
  const tell = (field: string) => {
    if (field !== LIFE && old[field] !== now[field] && !sameValue(old[field] ?? null, now[field] ?? null))
      fields.push({ field, before: old[field] ?? null, after: now[field] ?? null });
  };
  for (const field in old) tell(field);
  for (const field in now) if (!(field in old)) tell(field);
  return fields;
}
