// Sorts a grid's rows by its columns: each value is read once, numbers by size, text as people order it.
import type { GridColumn, GridView } from './types.ts';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type Key = string | number | undefined;

/** Rows without a value stand last in both directions; rows alike keep the order they came in. Groups come first, ascending. */
export function sortRows<Row>(
  rows: readonly Row[],
  view: Pick<GridView, 'sorting' | 'grouping'>,
  columns: ReadonlyMap<string, GridColumn<Row>>,
): Row[] {
  const wanted = [...view.grouping.map((id) => ({ id, desc: false })), ...view.sorting];
  const by = wanted.flatMap(({ id, desc }) => {
    const column = columns.get(id);
    return column ? [{ keys: rows.map(column.value), sign: desc ? -1 : 1 }] : [];
  });
  const order = rows.map((_, i) => i);
  order.sort((a, b) => {
    for (const { keys, sign } of by) {
      const found = compareKeys(keys[a], keys[b], sign);
      if (found !== 0) return found;
    }
    return a - b;
  });
  return order.map((i) => rows[i] as Row);
}

function compareKeys(a: Key, b: Key, sign: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}
