// The log read as an audit trail: who set which field to what, when, and speaking of which date.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
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

/** Everything ever written to one record, oldest first, each value with the one it followed. */
export function historyOf(rows: readonly LogRow[], kind: string, record: RecordId): HistoryEntry[] {
  const last = new Map<string, unknown>();
  const entries: HistoryEntry[] = [];
  for (const { seq, change } of rows) {
    const fields = [];
    for (const write of change.writes) {
      if (write.record !== record || write.kind !== kind) continue;
      fields.push({ field: write.field, value: write.value, before: follow(last, write) });
    }
    if (fields.length > 0)
      entries.push({ seq, act: change.act, by: change.by, at: change.at[0], asAt: change.asAt, fields });
  }
  return entries;
}
