// What a copy does not carry: listed beside the log, never a write, and lifted once a copy that carries it has come.
import type { ActorId, RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import { actorOf, type Change } from './model.ts';
import { partOf } from './part.ts';
import { runOf } from './run.ts';

/** How far each actor's changes are known: the milliseconds and counter of the last one. */
export type Reach = Readonly<Record<ActorId, readonly [ms: number, counter: number]>>;

/** One field whose history is not here, or a whole record (`field` null). */
export interface HiddenField {
  readonly kind: string;
  readonly record: RecordId;
  readonly field: string | null;
  /** How far its history is known all the same, beyond what the log shows. */
  readonly known: Reach;
  /** SHA-256 of frozen evidence that is withheld, so that nobody takes it for tampered with. */
  readonly hash?: string;
}

/** What stands beside the log of a copy that does not carry everything. */
export interface Holding {
  /** What the copy this one was made from knew, beyond what its log shows. */
  readonly reach: Reach;
  readonly hidden: readonly HiddenField[];
}

/** A log and what it withholds; without a holding it carries everything it knows. */
export interface Held {
  readonly changes: readonly Change[];
  readonly holding?: Holding | undefined;
}

const NOTHING: Reach = {};
const later = (a: readonly [number, number] | undefined, b: readonly [number, number]): boolean =>
  a === undefined || b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]);

/** The further of both, actor by actor. */
export function reachOfBoth(a: Reach, b: Reach): Reach {
  const both: Record<string, readonly [number, number]> = { ...a };
  for (const [actor, at] of Object.entries(b)) if (later(both[actor], at)) both[actor] = at;
  return both as Reach;
}

export const covers = (wide: Reach, narrow: Reach): boolean =>
  Object.entries(narrow).every(([actor, at]) => !later(wide[actor as ActorId], at));

/** What of `wide` is not in `narrow` already. */
const beyond = (wide: Reach, narrow: Reach): Reach =>
  Object.fromEntries(
    Object.entries(wide)
      .filter(([actor, at]) => later(narrow[actor as ActorId], at))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as Reach;

function reachIn(changes: Iterable<Change>): Reach {
  const reach: Record<string, readonly [number, number]> = {};
  for (const { at } of changes) if (later(reach[at[2]], [at[0], at[1]])) reach[at[2]] = [at[0], at[1]];
  return reach as Reach;
}

/** How far each actor's chain is here without a gap and whole: up to there nothing can be withheld. */
export function wholeReach(changes: readonly Change[]): Reach {
  const chains = new Map<ActorId, Change[]>();
  for (const change of changes) {
    const chain = chains.get(actorOf(change));
    if (chain) chain.push(change);
    else chains.set(actorOf(change), [change]);
  }
  const reach: Record<string, readonly [number, number]> = {};
  for (const [actor, chain] of chains) {
    chain.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
    const met = new Set<string>();
    for (const { id, prev, at, part } of chain) {
      if (part || (prev !== null && !met.has(prev))) break;
      met.add(id);
      reach[actor] = [at[0], at[1]];
    }
  }
  return reach as Reach;
}

/** All that a copy knows of. */
export const reachOf = ({ changes, holding }: Held): Reach =>
  holding ? reachOfBoth(reachIn(changes), holding.reach) : reachIn(changes);

/**
 * A copy that carries only the fields `keep` lets through, each with its whole history or not at all.
 * @param keep a month is asked for by its series ('forecast@')
 * @param hashOf the hash by which withheld evidence is known, if it has one
 */
export function withoutFields(
  { changes, holding }: Held,
  keep: (kind: string, record: RecordId, field: string) => boolean,
  hashOf: (kind: string, record: RecordId, field: string) => string | undefined = () => undefined,
): Held {
  const seen = new Map<string, { kind: string; record: RecordId; kept: boolean; dropped: Set<string> }>();
  const carried = changes.flatMap((change) => {
    const part = partOf(change, ({ kind, record, field: written }) => {
      const field = runOf(written)?.series ?? written;
      const key = `${kind}\n${record}`;
      const met = seen.get(key) ?? { kind, record, kept: false, dropped: new Set<string>() };
      seen.set(key, met);
      const isKept = keep(kind, record, field);
      if (isKept) met.kept = true;
      else met.dropped.add(field);
      return isKept;
    });
    return part ? [part] : [];
  });
  const [wholeBefore, whole] = [wholeReach(changes), wholeReach(carried)];
  const hidden = new Map<string, HiddenField>();
  const hide = (each: HiddenField) => hidden.set(keyOf(each.kind, each.record, each.field), each);
  // one object for all that are known alike, as in the holding they come from
  const again = new Map<Reach, Reach>();
  for (const each of holding?.hidden ?? []) {
    const known = again.get(each.known) ?? beyond(reachOfBoth(each.known, wholeBefore), whole);
    again.set(each.known, known);
    hide({ ...each, known });
  }
  for (const { kind, record, kept, dropped } of seen.values())
    for (const field of kept ? dropped : [null]) {
      const hash = field === null ? undefined : hashOf(kind, record, field);
      hide({ kind, record, field, known: NOTHING, ...(hash ? { hash } : {}) });
    }
  if (hidden.size === 0) return { changes };
  const reach = beyond(reachOf({ changes, holding }), reachIn(carried));
  return { changes: carried, holding: { reach, hidden: [...hidden.values()].sort(byKey) } };
}

const keyOf = (kind: string, record: string, field: string | null): string => `${kind}\n${record}\n${field ?? ''}`;

const byKey = (a: HiddenField, b: HiddenField): number =>
  keyOf(a.kind, a.record, a.field) < keyOf(b.kind, b.record, b.field) ? -1 : 1;

/**
 * What the union of copies withholds. Each field is known as far as the furthest copy that carries it; it is withheld
 * where that is short of what all of them know together. The order and grouping of copies do not matter.
 * @param union the changes of all copies
 */
export function holdingOf(copies: readonly Held[], union: readonly Change[]): Holding | undefined {
  if (copies.every(({ holding }) => holding === undefined)) return undefined;
  const [shown, whole] = [reachIn(union), wholeReach(union)];
  const all = copies.map((copy) => ({
    reach: reachOf(copy),
    hidden: new Map(copy.holding?.hidden.map((each) => [keyOf(each.kind, each.record, each.field), each])),
  }));
  const reach = all.reduce((sum, each) => reachOfBoth(sum, each.reach), NOTHING);
  // thousands of fields are known alike: what that makes is worked out once
  const worked: { readonly of: readonly Reach[]; readonly known: Reach | undefined }[] = [];
  const shortOf = (of: readonly Reach[]): Reach | undefined => {
    const before = worked.find((each) => each.of.every((one, i) => one === of[i]));
    if (before) return before.known;
    const sum = of.reduce(reachOfBoth, whole);
    const known = covers(sum, reach) ? undefined : beyond(sum, whole);
    worked.push({ of, known });
    return known;
  };
  const names = new Map<string, HiddenField>();
  for (const { hidden } of all) for (const [key, each] of hidden) if (!names.get(key)?.hash) names.set(key, each);
  const hidden: HiddenField[] = [];
  for (const [key, { kind, record, field, hash }] of names) {
    const known = shortOf(
      all.map((copy) => (copy.hidden.get(key) ?? copy.hidden.get(keyOf(kind, record, null)))?.known ?? copy.reach),
    );
    if (known) hidden.push({ kind, record, field, known, ...(hash ? { hash } : {}) });
  }
  // a field of a record that is withheld whole, and known no better, is told with it
  const listed = new Map(hidden.map((each) => [keyOf(each.kind, each.record, each.field), each]));
  const told = hidden.filter(({ kind, record, field, known, hash }) => {
    const wholeRecord = field === null ? undefined : listed.get(keyOf(kind, record, null));
    return !wholeRecord || hash !== undefined || canonical(wholeRecord.known) !== canonical(known);
  });
  if (told.length === 0) return undefined;
  return { reach: beyond(reach, shown), hidden: told.sort(byKey) };
}

/** What is withheld, as the book asks for it. */
export class Withheld {
  private readonly records = new Map<string, Map<string, HiddenField>>();

  constructor(readonly holding?: Holding) {
    for (const each of holding?.hidden ?? []) {
      const key = `${each.kind}\n${each.record}`;
      const fields = this.records.get(key) ?? new Map<string, HiddenField>();
      this.records.set(key, fields);
      fields.set(each.field ?? '', each);
    }
  }

  get isEmpty(): boolean {
    return this.records.size === 0;
  }

  /** The whole record is withheld: it exists, and nothing of it is here. */
  record(kind: string, record: string): boolean {
    return this.records.get(`${kind}\n${record}`)?.has('') ?? false;
  }

  /** A month or a run of a series is withheld with its series. */
  field(kind: string, record: string, field: string): boolean {
    const fields = this.records.get(`${kind}\n${record}`);
    return fields !== undefined && (fields.has('') || fields.has(runOf(field)?.series ?? field));
  }

  /** The withheld fields of a record that is here in part. */
  fieldsOf(kind: string, record: string): readonly string[] {
    return [...(this.records.get(`${kind}\n${record}`)?.keys() ?? [])].filter((field) => field !== '');
  }

  hashOf(kind: string, record: string, field: string): string | undefined {
    return this.records.get(`${kind}\n${record}`)?.get(field)?.hash;
  }

  /** Anything of it. */
  touches(kind: string, record: string): boolean {
    return this.records.has(`${kind}\n${record}`);
  }

  /** Records withheld whole, by kind, and how many fields of how many others. */
  get counts(): { readonly records: ReadonlyMap<string, number>; readonly fields: number; readonly of: number } {
    const records = new Map<string, number>();
    let [fields, of] = [0, 0];
    for (const [key, held] of this.records) {
      const kind = key.slice(0, key.indexOf('\n'));
      if (held.has('')) records.set(kind, (records.get(kind) ?? 0) + 1);
      else {
        of++;
        fields += held.size;
      }
    }
    return { records, fields, of };
  }
}
