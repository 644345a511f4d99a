// Brings records back to how they stood at a moment, as new changes: nothing of what came since leaves the history.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import { type Column, LONGEST_RUN, runName, valueAt } from '#shared/change/run.ts';
import { isHere, isSealedRow, type Row, type State } from '#shared/change/state.ts';
import { KINDS } from '#shared/domain/book.ts';
import { isNewer } from '#shared/domain/newer.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface RestoreInput {
  /** The book as it stood. */
  readonly stood: State;
  readonly records: readonly { readonly kind: string; readonly record: RecordId }[];
}

/** Sealed records stay as they were recorded, and those of a newer version's kinds as they are. */
export const mayGoBack = (stood: State, now: State, { kind, record }: RestoreInput['records'][number]): boolean =>
  Object.hasOwn(KINDS, kind) && !isSealedRow(now.row(kind, record)) && !isSealedRow(stood.row(kind, record));

export const restoreRecords: Act<RestoreInput> = {
  name: 'act.restore',
  allowed: always,
  run: (book, { stood, records }) => {
    const { state } = book;
    const free = records.filter((each) => mayGoBack(stood, state, each));
    if (free.length === 0) return refuse('act.recordSealed');
    return done({
      act: restoreRecords.name,
      writes: free.flatMap(({ kind, record }) =>
        backTo(kind, record, stood.row(kind, record), state.row(kind, record)),
      ),
    });
  },
};

/** What must be written for a record to stand as it stood; equal values are left out when the change is made. */
function backTo(kind: string, record: RecordId, then: Row | undefined, now: Row | undefined): DraftWrite[] {
  const write = (field: string, value: unknown): DraftWrite => ({ kind, record, field, value });
  if (!isHere(then)) return isHere(now) ? [write(LIFE, 'deleted')] : [];
  const writes = isHere(now) ? [] : [write(LIFE, 'here')];
  const fields = new Set([...Object.keys(then.values), ...Object.keys(now?.values ?? {})]);
  for (const field of fields) {
    if (field === LIFE) continue;
    const [old, standing] = [then.values[field], now?.values[field]];
    // what a newer version wrote is not this one's to move
    if (isNewer(kind, field, old) || isNewer(kind, field, standing)) continue;
    if (field.endsWith('@'))
      writes.push(...months(field, old as Column, standing as Column).map(([run, list]) => write(run, list)));
    else writes.push(write(field, old ?? null));
  }
  return writes;
}

/** Every month either moment has a value for, in runs a change may hold. */
function months(series: string, then: Column | undefined, now: Column | undefined): [string, unknown][] {
  const columns = [then, now].filter((column) => column !== undefined);
  const from = Math.min(...columns.map((column) => column.from));
  const end = Math.max(...columns.map((column) => column.from + column.values.length));
  const runs: [string, unknown][] = [];
  for (let at = from; at < end; at += LONGEST_RUN) {
    const count = Math.min(LONGEST_RUN, end - at);
    const list = Array.from({ length: count }, (_, i) => valueAt(then, at + i));
    runs.push([runName({ series, from: at, count }), count === 1 ? list[0] : list]);
  }
  return runs;
}
