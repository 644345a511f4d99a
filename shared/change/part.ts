// A change of which a copy carries only some writes: known as a part, completed by a fuller copy, never taken for the whole.
import { canonical } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Change, Write } from './model.ts';

/** The places of the writes a change comes with. */
export const placesOf = ({ part, writes }: Change): readonly number[] => part?.places ?? writes.map((_, i) => i);

/** The change with only those writes; undefined where none is left, the change itself where all are. */
export function partOf(change: Change, keep: (write: Write) => boolean): Change | undefined {
  const places = placesOf(change);
  const kept = change.writes.map(keep);
  if (kept.every(Boolean)) return change;
  const writes = change.writes.filter((_, i) => kept[i]);
  if (writes.length === 0) return undefined;
  const count = change.part?.count ?? change.writes.length;
  return { ...change, writes, part: { count, places: places.filter((_, i) => kept[i]) } };
}

/** What two copies of one change hold together. Refused where they disagree: one of them was edited outside the program. */
export function joined(a: Change, b: Change): Result<Change> {
  const twoContents = () => refuse('merge.twoContents', { by: a.by, id: a.id }, a.id);
  const [countA, countB] = [a, b].map(({ part, writes }) => part?.count ?? writes.length) as [number, number];
  if (countA !== countB || canonical(headOf(a)) !== canonical(headOf(b))) return twoContents();
  const all = new Map<number, Write>();
  for (const each of [a, b])
    for (const [i, place] of placesOf(each).entries()) {
      const write = each.writes[i] as Write;
      const known = all.get(place);
      if (known && canonical(known) !== canonical(write)) return twoContents();
      all.set(place, known ?? write);
    }
  const places = [...all.keys()].sort((x, y) => x - y);
  const writes = places.map((place) => all.get(place) as Write);
  const { part: _, ...head } = a;
  return done({ ...head, writes, ...(places.length < countA ? { part: { count: countA, places } } : {}) });
}

const headOf = ({ writes: _, part: __, ...head }: Change) => head;

/** A log with each change once: a fuller copy that came later completes the first. */
export function gatheredChanges(changes: readonly Change[]): readonly Change[] {
  if (!changes.some(({ part }) => part)) return changes;
  const byId = new Map<string, Change>();
  for (const change of changes) {
    const known = byId.get(change.id);
    const both = known && joined(known, change);
    byId.set(change.id, known ? (both?.ok ? both.value : known) : change);
  }
  return [...byId.values()];
}

/** The same of a store's rows; each keeps the place and the day of its first. Logs without parts come back as they are. */
export function gathered<R extends { readonly change: Change }>(rows: readonly R[]): readonly R[] {
  if (!rows.some(({ change }) => change.part)) return rows;
  const first = new Map<string, R>();
  for (const row of rows) if (!first.has(row.change.id)) first.set(row.change.id, row);
  return gatheredChanges(rows.map(({ change }) => change)).map((change) => ({
    ...(first.get(change.id) as R),
    change,
  }));
}
