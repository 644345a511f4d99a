// How far the months of series lie apart in a log: a column holds every month between, so a few bytes could ask for all memory.
import type { Change } from './model.ts';
import { runOf } from './run.ts';

/** Months between the first and the last of one series: a thousand years. */
const LONGEST_SPAN = 12_000;
/** Months nobody wrote that the columns of one book may hold in all, beyond ten for each that was written. */
const MOST_EMPTY = 5_000_000;

interface Span {
  from: number;
  end: number;
  written: number;
}

/** Whether some series span more than any book's do. The same for every order of the changes. */
export function spansTooFar(logs: readonly Iterable<Change>[]): boolean {
  const spans = new Map<string, Span>();
  for (const log of logs)
    for (const { writes } of log)
      for (const { kind, record, field } of writes) {
        const run = runOf(field);
        if (!run) continue;
        const key = `${kind}\n${record}\n${run.series}`;
        const span = spans.get(key);
        const end = run.from + run.count;
        if (!span) spans.set(key, { from: run.from, end, written: run.count });
        else {
          span.from = Math.min(span.from, run.from);
          span.end = Math.max(span.end, end);
          span.written += run.count;
        }
      }
  let empty = 0;
  for (const { from, end, written } of spans.values()) {
    if (end - from > LONGEST_SPAN) return true;
    empty += Math.max(0, end - from - 10 * written);
  }
  return empty > MOST_EMPTY;
}
