// Folding a map up: a collapsed node hides what feeds it and nothing else that is shown.
import type { RecordId } from '#shared/kit/ids.ts';
import { adjacency, linksOutOf } from './graph.ts';
import type { MapGraph } from './model.ts';
import { orderOf, reach } from './reach.ts';

export interface Folded {
  readonly graph: MapGraph;
  /** How many nodes each collapsed node hides. */
  readonly hides: ReadonlyMap<RecordId, number>;
}

export function fold(graph: MapGraph, collapsed: ReadonlySet<RecordId>): Folded {
  if (collapsed.size === 0) return { graph, hides: new Map() };
  const upstream = new Map([...collapsed].map((id) => [id, reach(graph, [id], 'up')] as const));
  const near = new Set([...upstream.values()].flatMap((ids) => [...ids]));
  const hidden = new Set<RecordId>();
  // ends first: a node is hidden once all it leads to is hidden or collapsed
  const { order, circleOf } = orderOf(graph);
  for (const id of [...order].reverse()) {
    // round a circle everything leads to itself: what was collapsed there stays, or nothing could open it again
    if (!near.has(id) || (collapsed.has(id) && circleOf.has(id))) continue;
    const links = linksOutOf(graph, id);
    if (links.length > 0 && links.every(({ to }) => hidden.has(to) || collapsed.has(to))) hidden.add(id);
  }
  const links = graph.links.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to));
  const nodes = new Map([...graph.nodes].filter(([id]) => !hidden.has(id)));
  const hides = new Map(
    [...upstream].map(([id, ids]) => [id, [...ids].filter((each) => hidden.has(each)).length] as const),
  );
  return { graph: { ...graph, nodes, links, ...adjacency(links) }, hides };
}
