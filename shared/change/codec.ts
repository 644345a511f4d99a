// A change as text and back. The text is what is stored, carried and hashed; it is never rewritten once made.

import { type ActorId, type ChangeId, isId, type RecordId } from '#shared/kit/ids.ts';
import { canonical, isObject } from '#shared/kit/json.ts';
import { isDay } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Change, Write } from './model.ts';
import { runOf, singly } from './run.ts';

/** Longest name of an author, in characters. */
export const LONGEST_NAME = 400;
/** The last moment a calendar can name. */
const LAST_MS = 8.64e15;
const DEEPEST = 32;

/*
 * Shape: {"id","prev","at":[ms,counter,actor],"asAt","by","act","schema","count","part":[place, …],
 *         "writes":[[kind, record, [[field, value, replaces…], …]], …]}
 * Writes of one record stand together, so that ids are not repeated; `count` is the number of fields written. `part` is
 * there only in a copy that has some of them: the place of each among all.
 */
export function encodeChange(change: Change): string {
  const groups: [string, string, unknown[][]][] = [];
  let last: [string, string, unknown[][]] | undefined;
  for (const write of change.writes) {
    if (!last || last[0] !== write.kind || last[1] !== write.record) {
      last = [write.kind, write.record, []];
      groups.push(last);
    }
    last[2].push([write.field, write.value ?? null, ...write.replaces]);
  }
  const { id, prev, at, asAt, by, act, schema, part } = change;
  const count = part?.count ?? change.writes.length;
  return JSON.stringify({ id, prev, at, asAt, by, act, schema, count, part: part?.places, writes: groups });
}

/** Reads a change from text nobody vouches for; the problem names the path to the fault. */
export function decodeChange(text: string): Result<Change> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse('change.notJson');
  }
  return changeFrom(raw);
}

export function changeFrom(raw: unknown): Result<Change> {
  if (!isObject(raw)) return refuse('change.badShape', undefined, 'change');
  const bad = (path: string) => refuse('change.badShape', { id: isId(raw.id) ? raw.id : '?' }, path);
  const { id, prev, at, asAt, by, act, schema, count, part, writes } = raw;
  if (!isId(id)) return bad('id');
  if (prev !== null && !isId(prev)) return bad('prev');
  if (!Array.isArray(at) || at.length !== 3 || !isCount(at[0]) || at[0] > LAST_MS || !isCount(at[1]) || !isId(at[2]))
    return bad('at');
  if (!isDay(asAt)) return bad('asAt');
  if (typeof by !== 'string' || by.length > LONGEST_NAME) return bad('by');
  if (typeof act !== 'string' || act.length > 100) return bad('act');
  if (!isCount(schema) || schema < 1) return bad('schema');
  if (!Array.isArray(writes) || !isCount(count)) return bad('writes');
  const read = writesFrom(writes);
  if (typeof read === 'string') return bad(read);
  if (part === undefined ? read.length !== count : read.length >= count) return bad('count');
  if (part !== undefined && !arePlaces(part, read.length, count)) return bad('part');
  return done({
    id: id as ChangeId,
    prev: prev as ChangeId | null,
    at: [at[0], at[1], at[2] as ActorId],
    asAt,
    by,
    act,
    schema,
    writes: read,
    ...(part === undefined ? {} : { part: { count, places: part as number[] } }),
  });
}

/** A place for each write, rising, below the count of all. */
const arePlaces = (part: unknown, writes: number, count: number): boolean =>
  Array.isArray(part) &&
  part.length === writes &&
  writes > 0 &&
  part.every((place, i) => isCount(place) && place < count && (i === 0 || place > part[i - 1]));

const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;
/** A name no object has by itself ("constructor"), on one line. */
function isName(x: unknown): x is string {
  if (typeof x !== 'string') return false;
  if (goodNames.has(x)) return true;
  const good = x.length > 0 && x.length <= 100 && !(x in {}) && !/\p{Cc}/u.test(x);
  if (good && goodNames.size < MOST_NAMES) goodNames.add(x);
  return good;
}
/** A log says the same few hundred names over and over. */
const goodNames = new Set<string>();
const MOST_NAMES = 2_000;

/** Deeper values than any kind has would exhaust the stack of whoever compares them. */
function isTooDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

/** A run of months comes with as many values as it names; the name of a whole series is no field. */
function fits(field: string, value: unknown): boolean {
  if (field.endsWith('@')) return false;
  const run = runOf(field);
  return !run || run.count === 1 || (Array.isArray(value) && value.length === run.count);
}

/** The writes, or the path to the first fault. */
function writesFrom(groups: unknown[]): Write[] | string {
  const writes: Write[] = [];
  const met = new Map<string, Set<string>>();
  for (const [g, group] of groups.entries()) {
    if (!Array.isArray(group) || group.length !== 3) return `writes/${g}`;
    const [kind, record, fields] = group as unknown[];
    if (!isName(kind) || !isId(record) || !Array.isArray(fields)) return `writes/${g}`;
    const key = `${kind}\n${record}`;
    const own = met.get(key) ?? new Set();
    met.set(key, own);
    for (const [f, entry] of fields.entries()) {
      if (!Array.isArray(entry) || entry.length < 2 || !isName(entry[0])) return `writes/${g}/${f}`;
      const [field, value, ...replaces] = entry as [string, unknown, ...unknown[]];
      if (!replaces.every(isId) || isTooDeep(value) || !fits(field, value)) return `writes/${g}/${f}`;
      for (const each of field.includes('@') ? singly({ field, value }) : [{ field }]) {
        if (own.has(each.field)) return `writes/${g}/${f}`;
        own.add(each.field);
      }
      writes.push({ kind, record: record as RecordId, field, value, replaces: replaces as ChangeId[] });
    }
  }
  return writes;
}

/** Equal content, whatever the order of object keys: the test for "the same id with other content". */
export const sameChange = (a: Change, b: Change): boolean => canonical(a) === canonical(b);

/** Equal letter by letter once written down: the order of object keys counts. Far cheaper than writing both down. */
export function sameText(a: Change, b: Change): boolean {
  if (a === b) return true;
  const { writes } = b;
  return (
    a.id === b.id &&
    a.prev === b.prev &&
    a.at[0] === b.at[0] &&
    a.at[1] === b.at[1] &&
    a.at[2] === b.at[2] &&
    a.asAt === b.asAt &&
    a.by === b.by &&
    a.act === b.act &&
    a.schema === b.schema &&
    a.writes.length === writes.length &&
    a.writes.every((write, i) => sameWrite(write, writes[i] as Write))
  );
}

const sameWrite = (a: Write, b: Write): boolean =>
  a.kind === b.kind &&
  a.record === b.record &&
  a.field === b.field &&
  a.replaces.length === b.replaces.length &&
  a.replaces.every((id, i) => id === b.replaces[i]) &&
  sameJson(a.value ?? null, b.value ?? null);

/** Plain data alike in content and in the order of keys. */
function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.keys(a), Object.keys(b)];
  return (
    left.length === right.length &&
    left.every(
      (key, i) =>
        key === right[i] && sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
