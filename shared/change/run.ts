// A run of months: fields of one series written together, read as one field per month and held as a column.

/**
 * Names: 'forecast@12' is the month 12 of the series 'forecast@', 'forecast@12+5' the five months from 12 on,
 * written as a list. What a month's number counts (months after a milestone, months of the calendar) the domain says.
 */
export interface Run {
  /** The series, with its mark: 'forecast@'. */
  readonly series: string;
  readonly from: number;
  readonly count: number;
}

/** Ends the name of every series. */
export const SERIES_MARK = '@';

/** Longest run one write may hold, in months: a hundred years. */
export const LONGEST_RUN = 1_200;

const RUN = /^([A-Za-z][A-Za-z0-9.]*@)(0|-?[1-9]\d{0,4})(?:\+([1-9]\d{0,3}))?$/;

/** Undefined for a field that is no month of a series. A run of one is always written without its count. */
export function runOf(field: string): Run | undefined {
  // almost every field of a book is none: the expression is asked only where a mark is
  if (!field.includes('@')) return undefined;
  const parts = RUN.exec(field);
  if (!parts) return undefined;
  const count = parts[3] === undefined ? 1 : Number(parts[3]);
  if (count > LONGEST_RUN || parts[3] === '1') return undefined;
  return { series: parts[1] as string, from: Number(parts[2]), count };
}

export const runName = ({ series, from, count }: Run): string => `${series}${from}${count === 1 ? '' : `+${count}`}`;

/** The value of each month of a write: a run holds a list, a single month the value itself; null clears every month. */
export const runValues = (run: Run, value: unknown): readonly unknown[] =>
  run.count === 1 ? [value] : Array.isArray(value) ? value : new Array(run.count).fill(null);

/** A series as it stands: `values[i]` is the value of month `from + i`, null where none stands. */
export interface Column<T = unknown> {
  readonly from: number;
  readonly values: readonly (T | null)[];
}

export const valueAt = <T>(column: Column<T> | undefined, month: number): T | null =>
  column?.values[month - column.from] ?? null;

/** One write as writes of single fields: itself, or one for each month of its run. */
export function* singly<T extends { readonly field: string; readonly value?: unknown }>(write: T): Iterable<T> {
  const run = runOf(write.field);
  if (!run || run.count === 1) {
    yield write;
    return;
  }
  const values = runValues(run, write.value);
  for (let i = 0; i < run.count; i++)
    yield { ...write, field: `${run.series}${run.from + i}`, value: values[i] ?? null };
}

/** A write of one field, as far as joining needs it. */
interface Joinable {
  readonly kind: string;
  readonly record: string;
  readonly field: string;
  readonly value: unknown;
  readonly replaces: readonly string[];
}

/** Neighbouring months of one series that replace the same changes become one write; `before` follows along. */
export function joinRuns<W extends Joinable>(
  writes: readonly W[],
  before: readonly unknown[],
): { writes: W[]; before: unknown[] } {
  const joined: { writes: W[]; before: unknown[] } = { writes: [], before: [] };
  const months = new Map<string, { write: W; run: Run; was: unknown }[]>();
  for (const [i, write] of writes.entries()) {
    const run = runOf(write.field);
    if (!run) {
      joined.writes.push(write);
      joined.before.push(before[i]);
      continue;
    }
    const key = `${write.kind}\n${write.record}\n${run.series}`;
    const list = months.get(key);
    if (list) list.push({ write, run, was: before[i] });
    else months.set(key, [{ write, run, was: before[i] }]);
  }
  for (const list of months.values()) {
    list.sort((a, b) => a.run.from - b.run.from);
    for (let start = 0, end = 1; start < list.length; start = end++) {
      const first = list[start] as (typeof list)[number];
      while (end < list.length && end - start < LONGEST_RUN && follows(list[end - 1], list[end])) end++;
      const part = list.slice(start, end);
      const one = part.length === 1;
      joined.writes.push({
        ...first.write,
        field: runName({ ...first.run, count: part.length }),
        value: one ? first.write.value : part.map(({ write }) => write.value ?? null),
      });
      joined.before.push(one ? first.was : part.map(({ was }) => was ?? null));
    }
  }
  return joined;
}

function follows(a: { write: Joinable; run: Run } | undefined, b: { write: Joinable; run: Run } | undefined): boolean {
  if (!a || !b || b.run.from !== a.run.from + 1 || a.write.replaces.length !== b.write.replaces.length) return false;
  return a.write.replaces.every((id, i) => id === b.write.replaces[i]);
}

/** Reading a log: what stood before a write, by month where it is a run; `last` then holds the write's own values. */
export function follow(
  last: Map<string, unknown>,
  write: { readonly field: string; readonly value: unknown },
): unknown {
  const before: unknown[] = [];
  for (const { field, value } of singly(write)) {
    before.push(last.get(field) ?? null);
    last.set(field, value);
  }
  return before.length === 1 ? before[0] : before;
}
