// The one write path: read what is new, run the act on that book, stamp, append, and only then show it as saved.
import { type Context, newChangeId, today } from '#shared/kit/context.ts';
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import { canonical, sameValue } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { compareStamps, nextStamp, type Stamp } from '#shared/kit/stamp.ts';
import { LONGEST_NAME } from './codec.ts';
import { withhold } from './fork.ts';
import { standingHeads, standingValue } from './heads.ts';
import { noteUndone } from './invert.ts';
import { type Change, type Draft, type DraftWrite, type KindTable, LIFE, SCHEMA, type Write } from './model.ts';
import { joinRuns, singly } from './run.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';
import { State } from './state.ts';
import type { LogStore } from './store.ts';
import { Withheld } from './withheld.ts';

export interface OpenBook {
  readonly state: State;
  readonly store: LogStore;
  readonly kinds: KindTable;
  /** The last row of the store this window has applied. */
  seen: number;
  /** How many of the state's changes the store's snapshot holds. */
  folded: number;
}

/** Opens a store: snapshot first, then the log's tail. */
export async function openBook(store: LogStore, kinds: KindTable, nowMs: number): Promise<OpenBook> {
  const snapshot = await store.snapshot();
  const state = snapshot ? decodeSnapshot(snapshot) : new State();
  const book: OpenBook = { state, store, kinds, seen: snapshot?.foldedTo ?? 0, folded: state.changes.length };
  await catchUp(book, nowMs);
  return book;
}

/** Applies what other windows appended meanwhile. True where there was anything. */
export async function catchUp(book: OpenBook, nowMs: number): Promise<boolean> {
  const [rows, holding] = await Promise.all([book.store.readSince(book.seen), book.store.holding()]);
  const moved = canonical(holding ?? null) !== canonical(book.state.withheld.holding ?? null);
  if (moved) withhold(book.state, new Withheld(holding));
  return applyRows(book, rows, nowMs) || moved;
}

function applyRows(book: OpenBook, rows: readonly { seq: number; change: Change }[], nowMs: number): boolean {
  let any = false;
  for (const row of rows) {
    if (row.seq <= book.seen) continue;
    book.state.apply(row.change, nowMs);
    book.seen = row.seq;
    any = true;
  }
  return any;
}

/** Folds what this window has applied into the store's snapshot. Callers hold the book's fold lock. */
export async function foldBook(book: OpenBook): Promise<void> {
  const { state, seen } = book;
  if (state.changes.length === book.folded) return;
  const changes = state.changes.length;
  const snapshot = encodeSnapshot(state, seen, book.folded);
  const touched = [...state.touched];
  state.touched.clear();
  try {
    await book.store.fold(snapshot);
    book.folded = changes;
  } catch (fault) {
    for (const place of touched) state.touched.add(place);
    throw fault;
  }
}

/** What a commit did: the change (undefined where the act changed nothing), and the values it wrote over. */
export interface Committed {
  readonly change: Change | undefined;
  /** The values that stood before, in the order of `change.writes`. */
  readonly before: readonly unknown[];
}

/**
 * Runs `act` on the newest book inside the store's transaction and appends the change it drafts.
 * The answer comes when the change is durable; a refusal or a failed store leaves the book as it was.
 */
export async function commit(
  book: OpenBook,
  ctx: Context,
  act: (state: State) => Result<Draft>,
): Promise<Result<Committed>> {
  let refused: Result<never> | undefined;
  let before: unknown[] = [];
  let undone: Change | undefined;
  const nowMs = ctx.now();
  let rows: Awaited<ReturnType<LogStore['append']>>;
  try {
    rows = await book.store.append(
      book.seen,
      (unseen) => {
        applyRows(book, unseen, nowMs);
        const drafted = act(book.state);
        if (!drafted.ok) {
          refused = drafted;
          return [];
        }
        const made = stampDraft(book.state, book.kinds, ctx, drafted.value);
        if (!made.ok) {
          refused = made;
          return [];
        }
        before = made.value?.before ?? [];
        undone = drafted.value.undoes;
        return made.value ? [made.value.change] : [];
      },
      nowMs,
    );
  } catch (fault) {
    return refuse(storeFault(fault), { detail: fault instanceof Error ? fault.name : 'unknown' });
  }
  if (refused) return refused;
  applyRows(book, rows, nowMs);
  const change = rows.at(-1)?.change;
  if (change && undone) noteUndone(book.state, undone, change);
  return done({ change, before });
}

/** The sentence for a store that failed: a full disk, or anything else. */
export function storeFault(fault: unknown): string {
  const names =
    fault instanceof Error ? `${fault.name} ${(fault as { inner?: Error }).inner?.name ?? ''} ${fault.message}` : '';
  if (/quota|ENOSPC/i.test(names)) return 'store.full';
  if (/EACCES|EPERM|EROFS/.test(names)) return 'store.noAccess';
  if (/locked/i.test(names)) return 'store.locked';
  return 'store.failed';
}

/** Turns a draft into a change against this state; undefined where every value stands already. */
export function stampDraft(
  state: State,
  kinds: KindTable,
  ctx: Context,
  draft: Draft,
): Result<{ change: Change; before: unknown[] } | undefined> {
  const writes: Write[] = [];
  const before: unknown[] = [];
  const drafts = lastOfEach(draft.writes);
  const sealing = sealedBy(state, drafts);
  for (const wanted of [...drafts, ...sealing.rest]) {
    const code = wanted.value === null ? undefined : kinds.fault(wanted.kind, wanted.field, wanted.value);
    if (code) return refuse(code, { field: wanted.field }, `${wanted.kind}/${wanted.field}`);
    const row = state.row(wanted.kind, wanted.record);
    const hidden = hiddenFault(state, wanted);
    if (hidden) return refuse(hidden, { field: wanted.field }, `${wanted.kind}/${wanted.field}`);
    const standing = standingValue(row, wanted.field);
    if (kinds.isNewer?.(wanted.kind, wanted.field, standing))
      return refuse('field.newerVersion', { field: wanted.field }, `${wanted.kind}/${wanted.field}`);
    // whatever act asks: a recorded decision and closed minutes are superseded, never edited
    if (row?.values[LIFE] === 'sealed' && !(wanted.field === LIFE && wanted.value === 'sealed'))
      return refuse('act.recordSealed');
    const owner = kinds.ownerKind(wanted.kind, wanted.field);
    if (
      owner &&
      typeof wanted.value === 'string' &&
      state.row(owner, wanted.value as RecordId)?.values[LIFE] === 'sealed'
    )
      return refuse('act.recordSealed');
    const heads = standingHeads(row, wanted.field);
    if (heads.length === 0 && (wanted.value === null || wanted.value === undefined)) continue;
    const isSealed = sealing.records.has(recordKey(wanted));
    const { again, ...write } = wanted;
    if (!isSealed && !again && heads.length === 1 && sameValue(heads[0]?.value, wanted.value)) continue;
    writes.push({ ...write, replaces: seenBy(state, wanted) });
    before.push(standing ?? null);
  }
  const joined = joinRuns(writes, before);
  if (joined.writes.length === 0) return done(undefined);
  return done({
    before: joined.before,
    change: {
      id: newChangeId(ctx),
      prev: state.tips.get(ctx.actor as ActorId) ?? (null as ChangeId | null),
      at: nextStamp(lastStampFor(state, ctx.actor), ctx.now(), ctx.actor),
      asAt: draft.asAt ?? today(ctx),
      by: ctx.by.slice(0, LONGEST_NAME),
      act: draft.act,
      schema: SCHEMA,
      writes: joined.writes,
    },
  });
}

/** What is not here cannot be written over; a record of which something is not here is neither deleted nor recorded. */
function hiddenFault({ withheld }: State, { kind, record, field, value }: DraftWrite): string | undefined {
  if (withheld.isEmpty) return undefined;
  if (withheld.field(kind, record, field)) return 'withheld.field';
  if (field !== LIFE) return undefined;
  if (value === 'sealed') return 'withheld.noRecord';
  return value === 'deleted' && withheld.touches(kind, record) ? 'withheld.noDelete' : undefined;
}

const recordKey = ({ kind, record }: DraftWrite): string => `${kind}\n${record}`;

/** What a write replaces: the heads of its field. A delete and a seal speak of the whole record: they list every head. */
function seenBy(state: State, { kind, record, field, value }: DraftWrite): ChangeId[] {
  const row = state.row(kind, record);
  const own = state.headIds(kind, record, field);
  // those of its life first: an undo asks for them
  return row && field === LIFE && value !== 'here' ? [...new Set([...own, ...state.headIdsOf(row)])] : own;
}

/** Records a draft seals, and what else they hold: a seal says it all again, so that no merge can move it. */
function sealedBy(state: State, drafts: readonly DraftWrite[]) {
  const records = new Set<string>();
  const rest: DraftWrite[] = [];
  const drafted = new Set(drafts.map((each) => `${recordKey(each)}\n${each.field}`));
  for (const seal of drafts) {
    const row = state.row(seal.kind, seal.record);
    if (seal.field !== LIFE || seal.value !== 'sealed' || row?.values[LIFE] === 'sealed') continue;
    records.add(recordKey(seal));
    for (const field of Object.keys(row?.heads ?? {}))
      if (!field.endsWith('@') && !drafted.has(`${recordKey(seal)}\n${field}`))
        rest.push({ kind: seal.kind, record: seal.record, field, value: row?.values[field] ?? null });
  }
  return { records, rest };
}

/** The later of what this laptop has seen and what this window wrote: a clock set back must not repeat a stamp. */
function lastStampFor(state: State, actor: ActorId): Stamp | undefined {
  const own = state.stampOfTip(actor);
  return own && (!state.lastStamp || compareStamps(own, state.lastStamp) > 0) ? own : state.lastStamp;
}

/** A change writes a field once: of several drafts for one field the last counts. Runs are taken month by month. */
function lastOfEach(writes: readonly DraftWrite[]): DraftWrite[] {
  const byField = new Map<string, DraftWrite>();
  for (const write of writes)
    for (const each of singly(write)) byField.set(`${each.kind}\n${each.record}\n${each.field}`, each);
  return [...byField.values()];
}
