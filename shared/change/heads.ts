// The heads of a field or of a month: the values no later change has replaced, and how a series holds them as a column.

import { type Column, type Run, runOf, valueAt } from './run.ts';

/** A head: the value a change gave the field. `change` is the change's place in `State.changes`. */
export interface Head {
  readonly change: number;
  readonly value: unknown;
}

/** The heads of a series by month, beside its column: null where a month was never written. */
export interface HeadColumn {
  readonly from: number;
  readonly heads: readonly (number | readonly Head[] | null)[];
}

/** A change's place where its value stands alone (for a series: in every month of its column), else the heads. */
export type Heads = number | readonly Head[] | HeadColumn;

export const isHeadColumn = (heads: Heads | undefined): heads is HeadColumn =>
  typeof heads === 'object' && !Array.isArray(heads);

/** The heads of a plain field. */
export function headsOf(heads: Heads | undefined, standing: unknown): readonly Head[] {
  if (heads === undefined || isHeadColumn(heads)) return [];
  return typeof heads === 'number' ? [{ change: heads, value: standing ?? null }] : heads;
}

/** The heads of one month of a series. */
export function headsAt(column: Column | undefined, heads: Heads | undefined, month: number): readonly Head[] {
  const place = column ? month - column.from : -1;
  if (!column || heads === undefined || place < 0 || place >= column.values.length) return [];
  const own = isHeadColumn(heads) ? heads.heads[place] : heads;
  return own === null || own === undefined ? [] : headsOf(own as number | readonly Head[], column.values[place]);
}

/** A record, as far as its heads are asked for. */
interface Held {
  readonly values: Readonly<Record<string, unknown>>;
  readonly heads: Readonly<Record<string, Heads>>;
}

/** The heads of a field by its name, be it a month of a series. */
export function standingHeads(row: Held | undefined, field: string): readonly Head[] {
  const run = runOf(field);
  return run
    ? headsAt(row?.values[run.series] as Column | undefined, row?.heads[run.series], run.from)
    : headsOf(row?.heads[field], row?.values[field]);
}

/** What stands in a field by its name, be it a month of a series. */
export function standingValue(row: Held | undefined, field: string): unknown {
  const run = runOf(field);
  return run ? valueAt(row?.values[run.series] as Column | undefined, run.from) : row?.values[field];
}

/** Copies of a series' values and heads, wide enough for a run that is about to be written. */
export function widen(column: Column | undefined, heads: Heads | undefined, run: Run) {
  const from = Math.min(column?.from ?? run.from, run.from);
  const end = Math.max(column ? column.from + column.values.length : run.from, run.from + run.count);
  const values: unknown[] = new Array(end - from).fill(null);
  const kept: (number | readonly Head[] | null)[] = new Array(end - from).fill(null);
  for (let i = 0; column && i < column.values.length; i++) {
    const place = column.from + i - from;
    values[place] = column.values[i];
    kept[place] = isHeadColumn(heads) ? (heads.heads[i] ?? null) : ((heads as number | undefined) ?? null);
  }
  return { from, values, heads: kept };
}
