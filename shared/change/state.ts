// A book in memory: for every field the value that stands, and every head (a value no later change has replaced).

import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import { advance, compareStamps, type Stamp } from '#shared/kit/stamp.ts';
import { type Head, type HeadColumn, type Heads, headsAt, headsOf, isHeadColumn, widen } from './heads.ts';
import { actorOf, type Change, LIFE, WHOLE_SEALS, type Write } from './model.ts';
import { placesOf } from './part.ts';
import { type Column, type Run, runOf, runValues } from './run.ts';
import { Withheld } from './withheld.ts';

/**
 * One record. `values` holds what stands; `heads` a change's place, or several heads where laptops disagreed.
 * A series stands under its name ('forecast@') as one column of months, its heads likewise.
 */
export interface Row {
  readonly id: RecordId;
  readonly kind: string;
  /** Place in `State.order`; decides the snapshot chunk. */
  readonly place: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly heads: Readonly<Record<string, Heads>>;
  /** What a reader made of this row, kept as long as the row is: a changed record is another row. */
  read: unknown;
}

/** A record while a change is put into it. */
interface OpenRow {
  readonly values: Record<string, unknown>;
  readonly heads: Record<string, Heads>;
  /** Series this change has a copy of: the months it goes on to write go into that. */
  readonly own: Map<string, ReturnType<typeof widen>>;
}

export interface SeenChange {
  readonly id: ChangeId;
  readonly at: Stamp;
}

export class State {
  readonly kinds = new Map<string, Map<RecordId, Row>>();
  readonly order: Row[] = [];
  readonly changes: SeenChange[] = [];
  readonly placeOf = new Map<ChangeId, number>();
  /** Changes that sealed records and said them again, by their place. */
  readonly wholeSeals = new Set<number>();
  /** Changes that were replaced before they arrived, by field. */
  readonly replacedEarly = new Map<string, Set<ChangeId>>();
  readonly tips = new Map<ActorId, ChangeId>();
  /** For each write by which this window took one back: the change whose value it restored, by field and change. */
  readonly standsFor = new Map<string, ChangeId>();
  /** Changes of which only some writes are here, by their place. */
  readonly parts = new Map<number, { readonly count: number; readonly places: Set<number> }>();
  /** What this copy does not carry. */
  withheld = new Withheld();
  lastStamp: Stamp | undefined;
  /** Counts up with every change applied; screens compare it. */
  version = 0;
  /** Records touched since the last fold, by their place. */
  readonly touched = new Set<number>();

  row(kind: string, id: RecordId): Row | undefined {
    return this.kinds.get(kind)?.get(id);
  }

  has(id: ChangeId): boolean {
    return this.placeOf.has(id);
  }

  /** Whether every write of this copy of the change is in. */
  holds(change: Change): boolean {
    const place = this.placeOf.get(change.id);
    const part = place === undefined ? undefined : this.parts.get(place);
    return place !== undefined && (!part || placesOf(change).every((each) => part.places.has(each)));
  }

  /** Puts a change in. A change already in is passed over: applying twice is applying once; a part takes what it lacked. */
  apply(change: Change, nowMs: number): void {
    const known = this.placeOf.get(change.id);
    if (known !== undefined) {
      const part = this.parts.get(known);
      if (part) this.complete(change, known, part);
      return;
    }
    const place = this.changes.length;
    this.changes.push({ id: change.id, at: change.at });
    this.placeOf.set(change.id, place);
    this.moveTip(change);
    this.lastStamp = advance(this.lastStamp, change.at, nowMs);
    if (change.part) this.parts.set(place, { count: change.part.count, places: new Set(change.part.places) });
    this.applyWrites(change, place);
  }

  private complete(
    change: Change,
    place: number,
    part: { readonly count: number; readonly places: Set<number> },
  ): void {
    const places = placesOf(change);
    const writes = change.writes.filter((_, i) => !part.places.has(places[i] as number));
    if (writes.length === 0) return;
    for (const each of places) part.places.add(each);
    if (part.places.size === part.count) this.parts.delete(place);
    this.applyWrites({ ...change, writes }, place);
  }

  private applyWrites(change: Change, place: number): void {
    const fresh = new Map<string, OpenRow>();
    let last: Write | undefined;
    let open: OpenRow | undefined;
    for (const write of change.writes) {
      // the writes of one record stand together
      if (!open || last?.record !== write.record || last.kind !== write.kind) {
        const key = `${write.kind}\n${write.record}`;
        open = fresh.get(key) ?? this.open(write);
        fresh.set(key, open);
      }
      last = write;
      this.applyWrite(open, write, place);
      if (write.field === LIFE && write.value === 'sealed' && change.schema >= WHOLE_SEALS) this.wholeSeals.add(place);
    }
    // a delete lists every head of its record: of a change that gave it something else than its life nothing is left to wait for
    if (this.replacedEarly.size > 0 && !this.parts.has(place))
      for (const key of fresh.keys()) this.replacedEarly.get(`${key}\n${LIFE}`)?.delete(change.id);
    if (this.wholeSeals.size > 0) for (const open of fresh.values()) this.settleSealed(open);
    this.version++;
  }

  /** The last change of each actor, in whatever order its changes arrive. */
  private moveTip(change: Change): void {
    const actor = actorOf(change);
    const tip = this.stampOfTip(actor);
    const order = tip ? compareStamps(change.at, tip) : 1;
    if (order > 0 || (order === 0 && change.id > (this.tips.get(actor) as ChangeId))) this.tips.set(actor, change.id);
  }

  /** When an actor last wrote, as far as this state knows. */
  stampOfTip(actor: ActorId): Stamp | undefined {
    const tip = this.tips.get(actor);
    return tip === undefined ? undefined : this.changes[this.placeOf.get(tip) as number]?.at;
  }

  /** A new row object for the record, so that whoever holds the old one sees that it changed. */
  private open(write: Write): OpenRow {
    let rows = this.kinds.get(write.kind);
    if (!rows) {
      rows = new Map();
      this.kinds.set(write.kind, rows);
    }
    const old = rows.get(write.record);
    const values = { ...old?.values };
    const heads = { ...old?.heads };
    const place = old?.place ?? this.order.length;
    const row: Row = { id: write.record, kind: write.kind, place, values, heads, read: undefined };
    rows.set(write.record, row);
    this.order[row.place] = row;
    this.touched.add(row.place);
    return { values, heads, own: new Map() };
  }

  private applyWrite(open: OpenRow, write: Write, place: number): void {
    const run = runOf(write.field);
    if (run) {
      this.applyRun(open, write, run, place);
      return;
    }
    if (this.replacedEarly.size === 0 && this.isAlone(open.heads[write.field], write.replaces)) {
      open.heads[write.field] = place;
      if (write.value === null || write.value === undefined) delete open.values[write.field];
      else open.values[write.field] = write.value;
      return;
    }
    const heads = this.headsAfter(
      write,
      write.field,
      headsOf(open.heads[write.field], open.values[write.field]),
      place,
      write.value,
    );
    const first = heads[0];
    if (!first) return;
    open.heads[write.field] = heads.length === 1 ? first.change : heads;
    if (first.value === null || first.value === undefined) delete open.values[write.field];
    else open.values[write.field] = first.value;
  }

  /** A first value, or one over the only head there was: what nearly every write is. */
  private isAlone(standing: Heads | undefined, replaces: readonly ChangeId[]): boolean {
    if (replaces.length === 0) return standing === undefined;
    return replaces.length === 1 && typeof standing === 'number' && this.changes[standing]?.id === replaces[0];
  }

  /** Month by month as single fields are, into a new column, so that whoever holds the old one sees that it changed. */
  private applyRun(open: OpenRow, write: Write, run: Run, place: number): void {
    const { series } = run;
    const known = open.own.get(series);
    const goesOn = known && run.from >= known.from && run.from <= known.from + known.values.length;
    const copy = goesOn ? known : widen(open.values[series] as Column | undefined, open.heads[series], run);
    const { values, heads, from } = copy;
    open.own.set(series, copy);
    const given = runValues(run, write.value);
    for (let i = 0; i < run.count; i++) {
      const month = run.from + i;
      const before = headsAt(open.values[series] as Column | undefined, open.heads[series], month);
      const after = this.headsAfter(write, `${series}${month}`, before, place, given[i] ?? null);
      // a month that goes on where the copy ends: only now, for until here the column had none
      if (month - from === values.length) {
        values.push(null);
        heads.push(null);
      }
      const first = after[0];
      if (!first) continue;
      heads[month - from] = after.length === 1 ? first.change : after;
      values[month - from] = first.value ?? null;
    }
    const one = heads[0];
    open.values[series] = { from, values } satisfies Column;
    open.heads[series] =
      typeof one === 'number' && heads.every((each) => each === one) ? one : ({ from, heads } satisfies HeadColumn);
  }

  /** The heads of one field once a write has replaced those it saw, newest first. */
  private headsAfter(write: Write, field: string, before: readonly Head[], place: number, value: unknown): Head[] {
    const key = `${write.kind}\n${write.record}\n${field}`;
    const replaced = new Set<number>();
    for (const id of write.replaces) {
      const at = this.placeOf.get(id);
      // of a change that is here in part, what is replaced may still come
      if (at === undefined || this.parts.has(at)) this.markEarly(key, id);
      if (at !== undefined) replaced.add(at);
    }
    const heads = before.filter((head) => !replaced.has(head.change));
    const early = this.replacedEarly.get(key);
    const id = this.changes[place]?.id as ChangeId;
    if (early?.has(id)) early.delete(id);
    else heads.push({ change: place, value });
    return heads.sort((a, b) => this.newerFirst(a, b));
  }

  /** By stamp, and by id where a clock set back repeats one: the same head stands on every laptop. */
  private newerFirst(a: Head, b: Head): number {
    const [left, right] = [this.changes[a.change] as SeenChange, this.changes[b.change] as SeenChange];
    return compareStamps(right.at, left.at) || (left.id < right.id ? 1 : -1);
  }

  /**
   * A seal says the whole record again, so that what was recorded stands whatever arrives: a value of another change
   * stays a head beside it, kept and never shown as the record. The newest seal where two laptops sealed it apart.
   */
  private settleSealed({ values, heads }: OpenRow): void {
    const seal = headsOf(heads[LIFE], values[LIFE]).find(({ value }) => value === 'sealed');
    if (!seal || !this.wholeSeals.has(seal.change)) return;
    for (const [field, standing] of Object.entries(heads)) {
      // months stand as they are: no record that is sealed has a series
      if (field.endsWith('@') || isHeadColumn(standing) || standing === seal.change) continue;
      const all = headsOf(standing, values[field]);
      const own = all.find(({ change }) => change === seal.change)?.value;
      heads[field] = [...all];
      if (own === null || own === undefined) delete values[field];
      else values[field] = own;
    }
  }

  private markEarly(key: string, id: ChangeId): void {
    const early = this.replacedEarly.get(key);
    if (early) early.add(id);
    else this.replacedEarly.set(key, new Set([id]));
  }

  /** The changes whose values stand anywhere in a record: what a delete or a seal has seen. */
  headIdsOf(row: Row): ChangeId[] {
    const places = new Set<number>();
    const note = (heads: Heads | readonly Head[] | null): void => {
      if (typeof heads === 'number') places.add(heads);
      else if (isHeadColumn(heads ?? undefined)) for (const each of (heads as HeadColumn).heads) note(each);
      else for (const { change } of (heads as readonly Head[] | null) ?? []) places.add(change);
    };
    for (const heads of Object.values(row.heads)) note(heads);
    return [...places].map((place) => (this.changes[place] as SeenChange).id);
  }

  /** The changes whose values of this field stand now: what a new write replaces. */
  headIds(kind: string, record: RecordId, field: string): ChangeId[] {
    const run = runOf(field);
    if (!run) return this.idsOf(this.row(kind, record), field);
    const ids = new Set<ChangeId>();
    const row = this.row(kind, record);
    for (let i = 0; i < run.count; i++)
      for (const head of headsAt(row?.values[run.series] as Column | undefined, row?.heads[run.series], run.from + i))
        ids.add((this.changes[head.change] as SeenChange).id);
    return [...ids];
  }

  private idsOf(row: Row | undefined, field: string): ChangeId[] {
    return headsOf(row?.heads[field], row?.values[field]).map((head) => (this.changes[head.change] as SeenChange).id);
  }

  /** True where heads differ in value: equal heads are no clash. */
  clashes(row: Row, field: string): boolean {
    const standing = row.heads[field];
    if (isHeadColumn(standing)) return standing.heads.some((heads) => typeof heads === 'object' && differ(heads ?? []));
    return differ(headsOf(standing, row.values[field]));
  }

  /** Records of a kind that are there (not deleted). */
  *here(kind: string): Iterable<Row> {
    for (const row of this.kinds.get(kind)?.values() ?? []) if (isHere(row)) yield row;
  }
}

export const isHere = (row: Row | undefined): row is Row =>
  row !== undefined && row.values[LIFE] !== 'deleted' && LIFE in row.values;

/** A recorded row stays as it was recorded: no act writes to it. */
export const isSealedRow = (row: Row | undefined): boolean => row?.values[LIFE] === 'sealed';

const differ = (heads: readonly Head[]): boolean => heads.some((head) => !sameValue(head.value, heads[0]?.value));
