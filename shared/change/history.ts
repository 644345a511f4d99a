// The log read as an audit trail: who set which field to what, when, and speaking of which date.
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import { compareStamps } from '#shared/kit/stamp.ts';
import { type Change, LIFE, type Write } from './model.ts';
import { follow, singly } from './run.ts';
import type { LogRow } from './store.ts';

export interface HistoryEntry {
  readonly seq: number;
  readonly act: string;
  readonly by: string;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
  /** The date it speaks of. */
  readonly asAt: Day;
  readonly fields: readonly { readonly field: string; readonly value: unknown; readonly before: unknown }[];
}

/** A seal says its whole record again: what it leaves as it stood is no edit. */
export const isRepeated = (change: Change, { kind, record, field, value }: Write, before: unknown): boolean =>
  field !== LIFE &&
  sameValue(before ?? null, value ?? null) &&
  change.writes.some(
    (each) => each.record === record && each.kind === kind && each.field === LIFE && each.value === 'sealed',
  );

/** Everything ever written to one record, oldest first, each value with the one it followed. */
export function historyOf(rows: readonly LogRow[], kind: string, record: RecordId): HistoryEntry[] {
  const last = new Map<string, unknown>();
  const entries: HistoryEntry[] = [];
  for (const { seq, change } of rows) {
    const fields = [];
    for (const write of change.writes) {
      if (write.record !== record || write.kind !== kind) continue;
      const before = follow(last, write);
      if (!isRepeated(change, write, before)) fields.push({ field: write.field, value: write.value, before });
    }
    if (fields.length > 0)
      entries.push({ seq, act: change.act, by: change.by, at: change.at[0], asAt: change.asAt, fields });
  }
  return entries;
}

/** One value somebody saved in a field. */
export interface Saved {
  readonly change: ChangeId;
  readonly value: unknown;
  readonly by: string;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
  readonly asAt: Day;
  readonly act: string;
}

/** Every value anyone saved in one field, or in one month of a series, newest first. */
export function savedOf(rows: readonly LogRow[], kind: string, record: RecordId, field: string): Saved[] {
  const found: { readonly change: Change; readonly value: unknown }[] = [];
  const series = field.slice(0, field.indexOf('@') + 1);
  let last: unknown = null;
  for (const { change } of rows)
    for (const write of change.writes) {
      if (write.record !== record || write.kind !== kind || !write.field.startsWith(series || field)) continue;
      for (const each of singly(write)) {
        if (each.field !== field) continue;
        if (!isRepeated(change, each, last)) found.push({ change, value: each.value ?? null });
        last = each.value;
      }
    }
  return found
    .sort((a, b) => compareStamps(b.change.at, a.change.at) || (a.change.id < b.change.id ? 1 : -1))
    .map(({ change: { id, by, at, asAt, act }, value }) => ({ change: id, value, by, at: at[0], asAt, act }));
}
