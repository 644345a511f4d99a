// How much of a node comes from another: the product of weights along each path, summed over all paths.
import type { RecordId } from '#shared/kit/ids.ts';
import { linksInto, linksOutOf } from './graph.ts';
import type { MapGraph, MapLink } from './model.ts';
import { isInCircle, orderOf, reach } from './reach.ts';

/** What is known of a path contribution. */
export interface PathShare {
  /** As a fraction of the whole, over the paths whose every weight is stated. A disbenefit takes away from an objective. */
  readonly share: number;
  /** Paths with a weight nobody stated, or that run into a circle, are not in the share. */
  readonly isPartial: boolean;
  /** True where at least one path is in the share. */
  readonly isStated: boolean;
}

/** A disbenefit's pull on an objective is negative, and stands outside the 100 %. */
export const isNegative = (graph: MapGraph, link: MapLink): boolean =>
  graph.nodes.get(link.from)?.type === 'disbenefit' && graph.nodes.get(link.to)?.type === 'objective';

/** For walks along what serves: doing an aim harm is no way to serve it. */
export const serving =
  (graph: MapGraph) =>
  (link: MapLink): boolean =>
    !isNegative(graph, link);

const factor = (graph: MapGraph, link: MapLink): number | undefined =>
  link.weight === undefined ? undefined : ((isNegative(graph, link) ? -1 : 1) * link.weight) / 100;

const NONE: PathShare = { share: 0, isPartial: false, isStated: false };
const WHOLE: PathShare = { share: 1, isPartial: false, isStated: true };

/** How much of everything downstream comes from the source; nodes it does not lead to are absent. */
export const contributionsFrom = (graph: MapGraph, source: RecordId): Map<RecordId, PathShare> =>
  walk(graph, source, 'down');

/** How much of the target comes from everything upstream; nodes that do not lead to it are absent. */
export const contributionsTo = (graph: MapGraph, target: RecordId): Map<RecordId, PathShare> =>
  walk(graph, target, 'up');

function walk(graph: MapGraph, start: RecordId, way: 'down' | 'up'): Map<RecordId, PathShare> {
  const met = reach(graph, [start], way);
  met.delete(start);
  const { order } = orderOf(graph);
  const shares = new Map<RecordId, PathShare>([[start, wholeAt(graph, start)]]);
  for (const id of way === 'down' ? order : [...order].reverse()) {
    if (!met.has(id)) continue;
    const open = emptyAt(graph, id);
    for (const link of way === 'down' ? linksInto(graph, id) : linksOutOf(graph, id))
      add(open, graph, link, shares.get(way === 'down' ? link.from : link.to));
    shares.set(id, open);
  }
  shares.delete(start);
  return shares;
}

type OpenShare = { -readonly [K in keyof PathShare]: PathShare[K] };

const isOnCircle = (graph: MapGraph, id: RecordId): boolean => orderOf(graph).circleOf.has(id);

/** What passes a circle might go round it: whatever is known of it, is known in part. */
const wholeAt = (graph: MapGraph, id: RecordId): PathShare =>
  isOnCircle(graph, id) ? { ...WHOLE, isPartial: true } : WHOLE;
const emptyAt = (graph: MapGraph, id: RecordId): OpenShare => ({ ...NONE, isPartial: isOnCircle(graph, id) });

function add(into: OpenShare, graph: MapGraph, link: MapLink, before: PathShare | undefined): void {
  if (!before || isInCircle(graph, link)) return;
  const part = factor(graph, link);
  if (before.isPartial || part === undefined) into.isPartial = true;
  if (part === undefined || !before.isStated) return;
  into.share += before.share * part;
  into.isStated = true;
}

/**
 * How much of a target comes by way of any of these nodes: each path counts once, at the last of them it passes. What a
 * component contributes is the share of all it puts out and changes, never their sum.
 */
export function shareThrough(graph: MapGraph, sources: ReadonlySet<RecordId>, target: RecordId): PathShare {
  const upstream = reach(graph, [target], 'up');
  const starts = [...sources].filter((id) => id !== target && upstream.has(id));
  const met = reach(graph, starts, 'down', ({ to }) => to === target || (upstream.has(to) && !sources.has(to)));
  const shares = new Map<RecordId, PathShare>(starts.map((id) => [id, wholeAt(graph, id)]));
  for (const id of orderOf(graph).order) {
    if (!met.has(id)) continue;
    const open = emptyAt(graph, id);
    for (const link of linksInto(graph, id)) add(open, graph, link, shares.get(link.from));
    shares.set(id, open);
  }
  return shares.get(target) ?? NONE;
}

/** What links say of a node: their sum in per cent, how many say nothing, and what is left to other factors. */
export interface Inflow {
  readonly stated: number;
  readonly unstated: number;
  /** Per cent left; 0 where links ask for 100 or more. */
  readonly other: number;
}

/** A hair above 100 % is rounding of typed thirds. */
export const WEIGHT_SLACK = 1e-6;

export function inflowOf(graph: MapGraph, id: RecordId): Inflow {
  let [stated, unstated] = [0, 0];
  for (const link of linksInto(graph, id)) {
    if (link.tree || isNegative(graph, link)) continue;
    if (link.weight === undefined) unstated++;
    else stated += link.weight;
  }
  return { stated, unstated, other: Math.max(0, 100 - stated) };
}

/** All one comes to by links marked necessary alone: without the sources, none of these comes. */
export const needing = (graph: MapGraph, sources: Iterable<RecordId>): Set<RecordId> =>
  reach(graph, sources, 'down', (link) => link.necessary);
