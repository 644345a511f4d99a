// Counts the pairs of links that cross between two columns, in the time it takes to sort them.
import type { LayoutGraph } from './layout-graph.ts';

/** Where one link leaves its left column and where it meets the right one, counted from the top. */
export type Crossable = readonly [left: number, right: number];

/** Links that share an end do not cross there. */
export function countCrossings(links: readonly Crossable[]): number {
  const sorted = [...links].sort(([leftA, rightA], [leftB, rightB]) => leftA - leftB || rightA - rightB);
  const rows = sorted.reduce((most, [, right]) => Math.max(most, right + 1), 0);
  return crossingsOf(
    Int32Array.from(sorted, ([, right]) => right),
    sorted.length,
    new Int32Array(rows + 1),
    rows,
  );
}

/** Of an order of all columns: `position` is each item's place in its column. */
export function crossingsIn(graph: LayoutGraph, order: Int32Array, position: Int32Array): number {
  const { start, of } = graph.after;
  const rights = new Int32Array(of.length);
  const tree = new Int32Array(graph.items + 1);
  let crossings = 0;
  for (let column = 0; column + 1 < graph.columns; column++) {
    const from = graph.members.start[column] as number;
    const to = graph.members.start[column + 1] as number;
    let count = 0;
    for (let place = from; place < to; place++) {
      const item = order[place] as number;
      const first = count;
      for (let at = start[item] as number; at < (start[item + 1] as number); at++) {
        // inserted in order: an item has few links
        const right = position[of[at] as number] as number;
        let hole = count++;
        while (hole > first && (rights[hole - 1] as number) > right) {
          rights[hole] = rights[hole - 1] as number;
          hole--;
        }
        rights[hole] = right;
      }
    }
    crossings += crossingsOf(rights, count, tree, (graph.members.start[column + 2] as number) - to);
  }
  return crossings;
}

/** Inversions of the right ends, links sorted by their left: a tree of sums says how many before ended further down. */
function crossingsOf(rights: Int32Array, count: number, tree: Int32Array, rows: number): number {
  tree.fill(0, 0, rows + 1);
  let crossings = 0;
  for (let i = 0; i < count; i++) {
    const right = rights[i] as number;
    let above = 0;
    for (let at = right + 1; at > 0; at -= at & -at) above += tree[at] as number;
    crossings += i - above;
    for (let at = right + 1; at <= rows; at += at & -at) tree[at] = (tree[at] as number) + 1;
  }
  return crossings;
}
