// The whole log as one audit trail: every change of the book, newest first, with each field before and after.
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { compareStamps } from '#shared/kit/stamp.ts';
import { isRepeated } from './history.ts';
import { follow } from './run.ts';
import type { LogRow } from './store.ts';

export interface TrailField {
  readonly field: string;
  /** What stood before: null where the field had no value. */
  readonly before: unknown;
  readonly value: unknown;
}

/** What one change wrote to one record. */
export interface TrailRecord {
  readonly kind: string;
  readonly record: RecordId;
  readonly fields: readonly TrailField[];
}

export interface TrailChange {
  readonly id: ChangeId;
  readonly act: string;
  readonly by: string;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
  /** The date it speaks of. */
  readonly asAt: Day;
  /** How many fields it wrote, over all its records. */
  readonly count: number;
  /** In the order they were written. */
  readonly records: readonly TrailRecord[];
}

/** Newest first by stamp; what stood before a field is what reached this laptop before it. */
export function trailOf(rows: readonly LogRow[]): TrailChange[] {
  const last = new Map<string, Map<string, unknown>>();
  const trail = rows.map(({ change }) => {
    let repeated = 0;
    const records = new Map<string, { kind: string; record: RecordId; fields: TrailField[] }>();
    for (const write of change.writes) {
      const { kind, record, field, value } = write;
      const key = `${kind}\n${record}`;
      const standing = last.get(key) ?? new Map<string, unknown>();
      last.set(key, standing);
      const before = follow(standing, { field, value });
      if (isRepeated(change, write, before)) {
        repeated++;
        continue;
      }
      const told = records.get(key) ?? { kind, record, fields: [] };
      records.set(key, told);
      told.fields.push({ field, before, value });
    }
    const { id, act, by, at, asAt, writes } = change;
    return {
      stamp: at,
      told: { id, act, by, at: at[0], asAt, count: writes.length - repeated, records: [...records.values()] },
    };
  });
  return trail.sort((a, b) => compareStamps(b.stamp, a.stamp)).map(({ told }) => told);
}

/**
 * The changes a person asks for by a word, with only the records that are asked for where it is a record that matched:
 * a change found by its act or author is shown whole.
 */
export function searchTrail(
  trail: readonly TrailChange[],
  saysChange: (change: TrailChange) => boolean,
  saysRecord: (record: TrailRecord) => boolean,
): TrailChange[] {
  return trail.flatMap((change) => {
    if (saysChange(change)) return [change];
    const records = change.records.filter(saysRecord);
    return records.length > 0 ? [{ ...change, records }] : [];
  });
}
