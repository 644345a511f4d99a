// A book folded into chunks of rows: opens in one read, and a later fold rewrites only the chunks that changed.
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Stamp } from '#shared/kit/stamp.ts';
import type { Heads } from './heads.ts';
import { type Row, type SeenChange, State } from './state.ts';
import type { Snapshot } from './store.ts';

const ROWS_A_CHUNK = 400;
const CHANGES_A_CHUNK = 2_000;

type RowText = [kind: string, id: string, values: Record<string, unknown>, heads: Record<string, Heads> | number];
interface MetaText {
  tips: [ActorId, ChangeId][];
  early: [string, ChangeId[]][];
  last: Stamp | null;
  /** Left out by versions whose seals did not say their record again. */
  readonly seals?: readonly number[];
  /** Left out where every change is here whole: place, count of its writes, places of those that are here. */
  readonly parts?: readonly (readonly [number, number, readonly number[]])[];
}

/** The chunks that changed since `foldedBefore` changes were folded (all of them where that is 0). */
export function encodeSnapshot(state: State, foldedTo: number, foldedBefore: number): Snapshot {
  const chunks = new Map<string, string>();
  const dirty = new Set<number>();
  if (foldedBefore === 0) for (let c = 0; c * ROWS_A_CHUNK < state.order.length; c++) dirty.add(c);
  else for (const place of state.touched) dirty.add(Math.floor(place / ROWS_A_CHUNK));
  for (const c of dirty) {
    const rows = state.order.slice(c * ROWS_A_CHUNK, (c + 1) * ROWS_A_CHUNK);
    chunks.set(`rows/${c}`, JSON.stringify(rows.map(rowText)));
  }
  for (let c = Math.floor(foldedBefore / CHANGES_A_CHUNK); c * CHANGES_A_CHUNK < state.changes.length; c++) {
    const part = state.changes.slice(c * CHANGES_A_CHUNK, (c + 1) * CHANGES_A_CHUNK);
    chunks.set(`changes/${c}`, JSON.stringify(part.map((x) => [x.id, ...x.at])));
  }
  const early = [...state.replacedEarly]
    .filter(([, ids]) => ids.size > 0)
    .map(([key, ids]): [string, ChangeId[]] => [key, [...ids]]);
  const meta: MetaText = {
    tips: [...state.tips],
    early,
    last: state.lastStamp ?? null,
    seals: [...state.wholeSeals],
    ...(state.parts.size > 0
      ? { parts: [...state.parts].map(([place, { count, places }]) => [place, count, [...places]] as const) }
      : {}),
  };
  chunks.set('meta', JSON.stringify(meta));
  return { foldedTo, chunks };
}

/** Heads that all came from one change (a whole imported record) are written as that one number. */
function rowText(row: Row): RowText {
  const places = Object.values(row.heads);
  const one = places[0];
  const fields = Object.keys(row.heads);
  const alike = typeof one === 'number' && places.every((p) => p === one) && fields.every((f) => f in row.values);
  return [row.kind, row.id, row.values, alike ? one : row.heads];
}

export function decodeSnapshot(snapshot: Snapshot): State {
  const state = new State();
  for (const text of inOrder(snapshot, 'changes/')) {
    for (const [id, ms, counter, actor] of JSON.parse(text) as [ChangeId, number, number, ActorId][]) {
      state.placeOf.set(id, state.changes.length);
      const seen: SeenChange = { id, at: [ms, counter, actor] };
      state.changes.push(seen);
    }
  }
  for (const text of inOrder(snapshot, 'rows/')) {
    for (const [kind, id, values, heads] of JSON.parse(text) as RowText[]) {
      const spread = typeof heads === 'number' ? allFrom(values, heads) : heads;
      const place = state.order.length;
      const row: Row = { id: id as RecordId, kind, place, values, heads: spread, read: undefined };
      state.order.push(row);
      const rows = state.kinds.get(kind);
      if (rows) rows.set(row.id, row);
      else state.kinds.set(kind, new Map([[row.id, row]]));
    }
  }
  const meta = JSON.parse(snapshot.chunks.get('meta') ?? '{"tips":[],"early":[],"last":null}') as MetaText;
  for (const [actor, tip] of meta.tips) state.tips.set(actor, tip);
  for (const [key, ids] of meta.early) state.replacedEarly.set(key, new Set(ids));
  for (const place of meta.seals ?? []) state.wholeSeals.add(place);
  for (const [place, count, places] of meta.parts ?? []) state.parts.set(place, { count, places: new Set(places) });
  state.lastStamp = meta.last ?? undefined;
  return state;
}

/** Every field of the row given by one change. A loop, because this runs for each row of a book that opens. */
function allFrom(values: Record<string, unknown>, change: number): Record<string, number> {
  const heads: Record<string, number> = {};
  for (const field in values) heads[field] = change;
  return heads;
}

function inOrder(snapshot: Snapshot, prefix: string): string[] {
  return [...snapshot.chunks]
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))
    .map(([, text]) => text);
}
