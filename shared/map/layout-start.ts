// What a search for few crossings begins with: an order that keeps together what is linked, or the order that was.
import type { Chance } from './layout-chance.ts';
import type { Blocks, Keeping, Ordering } from './layout-column.ts';
import type { LayoutGraph, Lists } from './layout-graph.ts';

/** With chance: one found afresh. Without: by where things stood, what is new between its neighbours. */
export function firstOrder(graph: LayoutGraph, blocks: Blocks, keeping: Keeping, chance: Chance | undefined): Ordering {
  const rank = chance ? ranksByWalk(graph, chance) : ranksAsStood(graph, keeping.stood);
  const ordering = { order: graph.members.of.slice(), position: new Int32Array(graph.items) };
  for (let column = 0; column < graph.columns; column++) {
    sortBlocks(graph, blocks, ordering, column, rank);
    keepPlaced(graph, blocks, keeping, ordering, column);
  }
  return ordering;
}

/** By the mean place of the neighbours on the wished sides; what has none keeps its place. */
export function sortByNeighbours(
  graph: LayoutGraph,
  blocks: Blocks,
  ordering: Ordering,
  column: number,
  before: boolean,
  after: boolean,
): void {
  const rank = new Float64Array(graph.items);
  const { order, position } = ordering;
  const own = columnSize(graph, column);
  const other = columnSize(graph, before ? column - 1 : column + 1);
  for (let at = graph.members.start[column] as number; at < (graph.members.start[column + 1] as number); at++) {
    const item = order[at] as number;
    let sum = 0;
    let count = 0;
    const add = ({ start, of }: Lists) => {
      for (let i = start[item] as number; i < (start[item + 1] as number); i++, count++)
        sum += position[of[i] as number] as number;
    };
    if (before) add(graph.before);
    if (after) add(graph.after);
    rank[item] = count > 0 ? sum / count : ((position[item] as number) * other) / own;
  }
  sortBlocks(graph, blocks, ordering, column, rank);
}

/** Those a person placed take the places they hold in the order in which they were placed. */
export function keepPlaced(
  graph: LayoutGraph,
  { start, ofColumn }: Blocks,
  { placed }: Keeping,
  { order, position }: Ordering,
  column: number,
): void {
  const top = graph.members.start[column] as number;
  for (let block = ofColumn[column] as number; block < (ofColumn[column + 1] as number); block++) {
    const places: number[] = [];
    for (let at = start[block] as number; at < (start[block + 1] as number); at++)
      if (!Number.isNaN(placed[order[at] as number])) places.push(at);
    if (places.length < 2) continue;
    const items = places.map((at) => order[at] as number);
    items.sort((a, b) => (placed[a] as number) - (placed[b] as number) || a - b);
    places.forEach((at, i) => {
      const item = items[i] as number;
      order[at] = item;
      position[item] = at - top;
    });
  }
}

const columnSize = ({ members }: LayoutGraph, column: number): number =>
  (members.start[column + 1] as number) - (members.start[column] as number);

function sortBlocks(
  graph: LayoutGraph,
  { start, ofColumn }: Blocks,
  { order, position }: Ordering,
  column: number,
  rank: Float64Array,
): void {
  const { lane, members } = graph;
  const top = members.start[column] as number;
  const all = order.subarray(top, members.start[column + 1] as number);
  const sorted = [...all];
  // as it stood where nothing decides: the sort is stable
  sorted.sort((a, b) => (lane[a] as number) - (lane[b] as number) || (rank[a] as number) - (rank[b] as number));
  all.set(sorted);
  for (let at = start[ofColumn[column] as number] as number; at < (members.start[column + 1] as number); at++)
    position[order[at] as number] = at - top;
}

/** The place in a walk along the links, deep first, begun at chance: what hangs together stands together. */
function ranksByWalk({ items, before, after, beside }: LayoutGraph, chance: Chance): Float64Array {
  const rank = new Float64Array(items).fill(-1);
  const begin = Int32Array.from({ length: items }, (_, i) => i);
  for (let i = items - 1; i > 0; i--) {
    const j = chance(i + 1);
    const kept = begin[i] as number;
    begin[i] = begin[j] as number;
    begin[j] = kept;
  }
  let next = 0;
  const stack: number[] = [];
  for (const root of begin) {
    stack.push(root);
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      if ((rank[item] as number) >= 0) continue;
      rank[item] = next++;
      for (const { start, of } of [before, after, beside])
        for (let at = start[item] as number; at < (start[item + 1] as number); at++) stack.push(of[at] as number);
    }
  }
  return rank;
}

/** Heights: known ones as they are, the others drawn between what they are linked with. */
function ranksAsStood(graph: LayoutGraph, stood: Float64Array): Float64Array {
  const rank = stood.slice();
  const known = [...stood].filter((at) => !Number.isNaN(at));
  const middle = known.reduce((sum, at) => sum + at, 0) / Math.max(1, known.length);
  for (let i = 0; i < rank.length; i++) if (Number.isNaN(rank[i])) rank[i] = middle;
  // points of a long link come to lie on a straight line between its ends
  for (let round = 0; round < 8; round++)
    for (let item = 0; item < graph.items; item++) {
      if (!Number.isNaN(stood[item])) continue;
      let sum = 0;
      let count = 0;
      for (const { start, of } of [graph.before, graph.after, graph.beside])
        for (let at = start[item] as number; at < (start[item + 1] as number); at++, count++)
          sum += rank[of[at] as number] as number;
      if (count > 0) rank[item] = sum / count;
    }
  return rank;
}
