// Draws nodes that are linked inside their column together, where that costs no crossing.
import type { Ordering } from './layout-column.ts';
import { crossingsIn } from './layout-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';

/** Each is tried by counting afresh: a map with more such links than this has other troubles. */
const MOST = 100;

/** Changes the ordering in place; `stays` says which items keep their place. */
export function drawTogether(graph: LayoutGraph, ordering: Ordering, stays: (item: number) => boolean): void {
  const { start, of } = graph.beside;
  let tried = 0;
  for (let item = 0; item < graph.nodes; item++) {
    if (stays(item)) continue;
    for (let at = start[item] as number; at < (start[item + 1] as number) && tried < MOST; at++) {
      const partner = of[at] as number;
      if (graph.lane[item] !== graph.lane[partner]) continue;
      const from = ordering.position[item] as number;
      const to = ordering.position[partner] as number;
      if (Math.abs(from - to) < 2) continue;
      tried++;
      const before = crossingsIn(graph, ordering.order, ordering.position);
      const beside = from < to ? to - 1 : to + 1;
      move(graph, ordering, item, beside);
      if (crossingsIn(graph, ordering.order, ordering.position) > before) move(graph, ordering, item, from);
    }
  }
}

/** Takes an item out of its column and puts it in again at another place. */
function move(graph: LayoutGraph, { order, position }: Ordering, item: number, to: number): void {
  const top = graph.members.start[graph.column[item] as number] as number;
  const step = to > (position[item] as number) ? 1 : -1;
  for (let place = position[item] as number; place !== to; place += step) {
    const other = order[top + place + step] as number;
    order[top + place] = other;
    position[other] = place;
  }
  order[top + to] = item;
  position[item] = to;
}
