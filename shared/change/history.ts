// The log read as an audit trail: who set which field to what, when, and speaking of which date.
import type { RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Change, LIFE, type Write } from './model.ts';
import { follow } from './run.ts';
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
