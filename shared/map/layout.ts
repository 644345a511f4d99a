// Where the nodes of a layered map stand: columns are given, rows are found so that few links cross.
import { bandsStood, moveWithBands, tighten } from './layout-bands.ts';
import type { Ordering } from './layout-column.ts';
import { crossingsIn } from './layout-crossings.ts';
import { graphOf, type LayoutGraph } from './layout-graph.ts';
import { findOrder, keepingOf } from './layout-order.ts';
import { settleHeights } from './layout-place.ts';
import { type Band, bandsOf, freeOf, placedOf, runsAround, runsOf, spaceBetween } from './layout-runs.ts';

export interface LayoutNode {
  /** 0 is the first column in the direction of contribution. */
  readonly column: number;
  readonly height: number;
  /** The band it belongs to where nodes are grouped; bands stand below each other in this order. */
  readonly lane?: number;
  /** Middle, where a person placed it: it stays there, and what else is in the column keeps clear of it. */
  readonly placedAt?: number;
  /** Middle, where it stood before: where nothing else decides, the order stays as it was. */
  readonly stoodAt?: number;
}

/** Places of nodes in the list. A link may run backwards or inside a column: it is drawn, and decides no order. */
export interface LayoutLink {
  readonly from: number;
  readonly to: number;
}

export interface LayoutWish {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  /** Clear height between two nodes of a column, and between a node and a line that passes it. */
  readonly gap: number;
  /** Clear height between two bands, which also holds the name of the lower; no less than the gap. */
  readonly laneGap?: number;
  /** Tries beyond the first; the best result counts. */
  readonly restarts: number;
  readonly seed: number;
}

export interface Layout {
  /** Middle of each node, in the order of the wish; the topmost edge of all is at 0. */
  readonly y: readonly number[];
  /** Of each link that passes columns: the height at which it crosses each column between its ends, in its direction. */
  readonly passes: readonly (readonly number[])[];
  /** Pairs of links that cross between two columns. */
  readonly crossings: number;
  readonly lanes: readonly { readonly top: number; readonly bottom: number }[];
}

const ROUNDS = 12;
const UNKNOWN = Number.NaN;

export function layOut(wish: LayoutWish): Layout {
  const graph = graphOf(wish);
  const placedAt = new Float64Array(graph.items).fill(UNKNOWN);
  const stoodAt = new Float64Array(graph.items).fill(UNKNOWN);
  wish.nodes.forEach(({ placedAt: placed, stoodAt: stood }, i) => {
    placedAt[i] = placed ?? UNKNOWN;
    stoodAt[i] = placed ?? stood ?? UNKNOWN;
  });
  const warm = wish.nodes.some(({ stoodAt: stood }) => stood !== undefined);
  const found = findOrder(
    graph,
    keepingOf(warm ? stoodAt : stoodAt.map(() => UNKNOWN), placedAt),
    wish.restarts,
    wish.seed,
  );
  const anchors = found.asItWas ? stoodAt.slice() : stoodAt.map(() => UNKNOWN);
  return placeAll(wish, graph, found, placedAt, anchors);
}

function placeAll(
  { nodes, links, gap, ...wish }: LayoutWish,
  graph: LayoutGraph,
  found: Ordering & { readonly crossings: number },
  placedAt: Float64Array,
  anchors: Float64Array,
): Layout {
  const laneGap = Math.max(gap, wish.laneGap ?? 0);
  const spacing = { gap, laneGap };
  const free = freeOf(graph, found.order, placedAt);
  const placed = placedOf(graph, placedAt);
  const anyPlaced = placed.some((items) => items.length > 0);
  const laned = nodes.some(({ lane }) => lane !== undefined);
  const stood = laned ? bandsStood(graph, anchors, placedAt) : undefined;
  const bands = bandsOf(graph, free, placed, placedAt, spacing, stood);
  if (!laned && bands[0]) bands[0] = { top: 0, bottom: openEnd(graph, bands[0], anchors, anyPlaced) };
  if (stood) moveWithBands(graph, anchors, stood, bands);
  const y = startOf(graph, found.order, bands, anchors, placedAt, gap);
  settleHeights(graph, runsOf(free, bands), y, anchors, gap, ROUNDS);
  let crossings = found.crossings;
  if (anyPlaced) {
    settleHeights(graph, runsAround(graph, free, bands, placed, y, spacing), y, anchors, gap, ROUNDS);
    crossings = crossingsAsPlaced(graph, y);
  } else if (laned) tighten(graph, y, bands, laneGap);
  else shift(graph, y, -topEdge(graph, y));
  return {
    y: [...y.subarray(0, nodes.length)],
    passes: links.map((_, link) => passesOf(graph, y, link)),
    crossings,
    lanes: laned ? bands.map(({ top, bottom }) => ({ top, bottom })) : [],
  };
}

/** Without lanes nothing has to end anywhere, but a map no higher than it must be is read more easily. */
function openEnd(graph: LayoutGraph, { bottom }: Band, anchors: Float64Array, anyPlaced: boolean): number {
  if (anyPlaced) return Number.POSITIVE_INFINITY;
  return anchors.reduce(
    (most, at, item) => (Number.isNaN(at) ? most : Math.max(most, at + (graph.height[item] as number))),
    bottom,
  );
}

/** Each column one below the other, around the middle of its band; known heights as they are. */
function startOf(
  graph: LayoutGraph,
  order: Int32Array,
  bands: readonly Band[],
  anchors: Float64Array,
  placedAt: Float64Array,
  gap: number,
): Float64Array {
  const y = new Float64Array(graph.items);
  for (let column = 0; column < graph.columns; column++) {
    const items = order.subarray(graph.members.start[column] as number, graph.members.start[column + 1] as number);
    let at = 0;
    items.forEach((item, i) => {
      const half = (graph.height[item] as number) / 2;
      if (i > 0) at += spaceBetween(graph, items[i - 1] as number, item, gap);
      y[item] = at + half;
      at += 2 * half;
    });
    const { top, bottom } = bands[0] ?? { top: 0, bottom: 0 };
    const extra = Number.isFinite(bottom) && bands.length === 1 ? (bottom - top - at) / 2 : 0;
    for (const item of items) y[item] = (y[item] as number) + extra;
  }
  for (const known of [anchors, placedAt])
    known.forEach((at, item) => {
      if (!Number.isNaN(at)) y[item] = at;
    });
  return y;
}

function topEdge(graph: LayoutGraph, y: Float64Array): number {
  let top = Number.POSITIVE_INFINITY;
  for (let node = 0; node < graph.nodes; node++)
    top = Math.min(top, (y[node] as number) - (graph.height[node] as number) / 2);
  return graph.nodes > 0 ? top : 0;
}

function shift(graph: LayoutGraph, y: Float64Array, by: number): void {
  for (let item = 0; item < graph.items; item++) y[item] = (y[item] as number) + by;
}

/** What a person placed stands where it was put, whatever the order was: so the crossings are counted afresh. */
function crossingsAsPlaced(graph: LayoutGraph, y: Float64Array): number {
  const order = graph.members.of.slice();
  const position = new Int32Array(graph.items);
  for (let column = 0; column < graph.columns; column++) {
    const items = order.subarray(graph.members.start[column] as number, graph.members.start[column + 1] as number);
    items.sort((a, b) => (y[a] as number) - (y[b] as number) || a - b);
    items.forEach((item, i) => {
      position[item] = i;
    });
  }
  return crossingsIn(graph, order, position);
}

function passesOf({ points, backward }: LayoutGraph, y: Float64Array, link: number): readonly number[] {
  const heights = [...points.of.subarray(points.start[link] as number, points.start[link + 1] as number)].map(
    (point) => y[point] as number,
  );
  return backward[link] ? heights.reverse() : heights;
}

/** Tries that take about a quarter of a second: what is worth waiting for, off the page's own thread. */
export function effortFor(nodes: number, links: number): number {
  return Math.round(Math.min(1500, 350 * (750 / Math.max(1, nodes + links)) ** 2.4));
}
