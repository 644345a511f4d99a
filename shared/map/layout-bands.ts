// Bands of a layout with lanes: how they stood before, and no higher at last than what stands in them.
import type { LayoutGraph } from './layout-graph.ts';
import type { Band } from './layout-runs.ts';

/** From the upper edge of the topmost item of each lane to the lower edge of the last; what has no height is left out. */
function extentsOf(graph: LayoutGraph, y: Float64Array): { first: Float64Array; last: Float64Array } {
  const first = new Float64Array(graph.lanes).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(graph.lanes).fill(Number.NEGATIVE_INFINITY);
  for (let item = 0; item < graph.items; item++) {
    const at = y[item] as number;
    if (Number.isNaN(at)) continue;
    const lane = graph.lane[item] as number;
    const half = (graph.height[item] as number) / 2;
    first[lane] = Math.min(first[lane] as number, at - half);
    last[lane] = Math.max(last[lane] as number, at + half);
  }
  return { first, last };
}

/** Where each band was by what stood in it and was not placed by hand; undefined where nothing stood anywhere. */
export function bandsStood(
  graph: LayoutGraph,
  stood: Float64Array,
  placedAt: Float64Array,
): readonly (Band | undefined)[] | undefined {
  const { first, last } = extentsOf(
    graph,
    stood.map((at, item) => (Number.isNaN(placedAt[item]) ? at : Number.NaN)),
  );
  if (!first.some(Number.isFinite)) return undefined;
  return Array.from(first, (top, lane) => (Number.isFinite(top) ? { top, bottom: last[lane] as number } : undefined));
}

/** A band that is pushed down takes along where its items stood. */
export function moveWithBands(
  graph: LayoutGraph,
  stood: Float64Array,
  before: readonly (Band | undefined)[],
  bands: readonly Band[],
): void {
  for (let item = 0; item < graph.items; item++) {
    const lane = graph.lane[item] as number;
    const was = before[lane];
    if (was) stood[item] = (stood[item] as number) + Math.max(0, (bands[lane]?.top ?? 0) - was.top);
  }
}

/** Bands no higher than what came to stand in them. */
export function tighten(graph: LayoutGraph, y: Float64Array, bands: Band[], laneGap: number): void {
  const { first, last } = extentsOf(graph, y);
  const by = new Float64Array(bands.length);
  let top = 0;
  bands.forEach((_, lane) => {
    const height = Math.max(0, (last[lane] as number) - (first[lane] as number));
    by[lane] = top - (first[lane] as number);
    bands[lane] = { top, bottom: top + height };
    top += height + laneGap;
  });
  for (let item = 0; item < graph.items; item++)
    y[item] = (y[item] as number) + (by[graph.lane[item] as number] as number);
}
