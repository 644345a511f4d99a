// The stretches of each column where nodes may stand: inside the band of their lane, clear of what a person placed.
import type { LayoutGraph } from './layout-graph.ts';

/** Items one below the other, all edges between `top` and `bottom`. */
export interface Run {
  readonly items: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

export interface Spacing {
  readonly gap: number;
  readonly laneGap: number;
}

/** Room beyond what the fullest column needs, so that lines can run straight; and that of two nodes more. */
const SLACK = 1.12;
/** Of the gap: between two lines that pass side by side. */
const LINES = 0.25;

export const spaceBetween = (graph: LayoutGraph, a: number, b: number, gap: number): number =>
  a >= graph.nodes && b >= graph.nodes ? gap * LINES : gap;

/** What stands still in a column, from the top. */
export type Placed = readonly (readonly number[])[];

export function placedOf(graph: LayoutGraph, placedAt: Float64Array): Placed {
  const columns: number[][] = Array.from({ length: graph.columns }, () => []);
  placedAt.forEach((at, item) => {
    if (!Number.isNaN(at)) columns[graph.column[item] as number]?.push(item);
  });
  for (const items of columns) items.sort((a, b) => topOf(graph, placedAt, a) - topOf(graph, placedAt, b) || a - b);
  return columns;
}

const topOf = (graph: LayoutGraph, y: Float64Array, item: number): number =>
  (y[item] as number) - (graph.height[item] as number) / 2;

/** The items of each lane and column that are free to move, in their order. */
export function freeOf(graph: LayoutGraph, order: Int32Array, placedAt: Float64Array): readonly number[][][] {
  const lanes: number[][][] = Array.from({ length: graph.lanes }, () =>
    Array.from({ length: graph.columns }, () => []),
  );
  for (const item of order)
    if (Number.isNaN(placedAt[item])) lanes[graph.lane[item] as number]?.[graph.column[item] as number]?.push(item);
  return lanes;
}

/**
 * Each band as high as its fullest column, what was placed in its way included, and no lower than it stood before;
 * without lanes there is one.
 */
export function bandsOf(
  graph: LayoutGraph,
  free: readonly number[][][],
  placed: Placed,
  placedAt: Float64Array,
  spacing: Spacing,
  stood?: readonly (Band | undefined)[],
): Band[] {
  const bands: Band[] = [];
  const tallest = graph.height.reduce((most, each) => Math.max(most, each), 0);
  let top = 0;
  free.forEach((columns, lane) => {
    let bottom = top;
    columns.forEach((items, column) => {
      const slots = slotsBetween(graph, placed[column] ?? [], placedAt, top, Number.POSITIVE_INFINITY, spacing.gap);
      const filled = fillFromTop(graph, items, slots, spacing.gap);
      for (const slot of filled ?? []) if (slot.items.length > 0) bottom = Math.max(bottom, slot.end);
    });
    const was = stood?.[lane];
    if (stood) bottom = Math.max(bottom, was ? was.bottom + Math.max(0, top - was.top) : 0);
    else bottom = top + (bottom - top) * SLACK + 2 * tallest;
    bands.push({ top, bottom });
    top = bottom + spacing.laneGap;
  });
  return bands;
}

/** Runs that take no notice of what was placed: where free items would like to stand. */
export const runsOf = (free: readonly number[][][], bands: readonly Band[]): Run[] =>
  free.flatMap((columns, lane) =>
    columns
      .filter((items) => items.length > 0)
      .map((items) => ({ items, top: bands[lane]?.top ?? 0, bottom: bands[lane]?.bottom ?? 0 })),
  );

/** Runs cut where something was placed: each item in the nearest room that still holds it. */
export function runsAround(
  graph: LayoutGraph,
  free: readonly number[][][],
  bands: readonly Band[],
  placed: Placed,
  y: Float64Array,
  spacing: Spacing,
): Run[] {
  const runs: Run[] = [];
  free.forEach((columns, lane) => {
    const band = bands[lane] ?? { top: 0, bottom: 0 };
    columns.forEach((items, column) => {
      if (items.length === 0) return;
      const slots = slotsBetween(graph, placed[column] ?? [], y, band.top, band.bottom, spacing.gap);
      const filled = fillNearest(graph, items, slots, y, spacing.gap) ?? fillFromTop(graph, items, slots, spacing.gap);
      for (const slot of filled ?? []) if (slot.items.length > 0) runs.push(slot);
    });
  });
  return runs;
}

/** What is left between the placed items, each with its gap around it. */
function slotsBetween(
  graph: LayoutGraph,
  placed: readonly number[],
  y: Float64Array,
  top: number,
  bottom: number,
  gap: number,
): Band[] {
  const slots: Band[] = [];
  let from = top;
  for (const item of placed) {
    const above = topOf(graph, y, item) - gap;
    if (above >= bottom) break;
    if (above >= from) slots.push({ top: from, bottom: above });
    from = Math.max(from, above + (graph.height[item] as number) + 2 * gap);
  }
  if (from <= bottom) slots.push({ top: from, bottom });
  return slots;
}

interface Filled extends Run {
  readonly items: number[];
  /** The lower edge of the last item where all stand as high as they can. */
  end: number;
}

const emptied = (slots: readonly Band[]): Filled[] => slots.map((slot) => ({ ...slot, items: [], end: slot.top }));

/** Where an item would end in a slot; not a number where it does not fit. */
function endIn(graph: LayoutGraph, slot: Filled, item: number, gap: number): number {
  const last = slot.items.at(-1);
  const end =
    slot.end + (last === undefined ? 0 : spaceBetween(graph, last, item, gap)) + (graph.height[item] as number);
  // sums of the same lengths in another order may differ in their last digits
  return end <= slot.bottom + 1e-6 ? end : Number.NaN;
}

function fillFromTop(graph: LayoutGraph, items: readonly number[], slots: readonly Band[], gap: number) {
  const filled = emptied(slots);
  let at = 0;
  for (const item of items) {
    let end = Number.NaN;
    while (at < filled.length && Number.isNaN(end)) {
      end = endIn(graph, filled[at] as Filled, item, gap);
      if (Number.isNaN(end)) at++;
    }
    const slot = filled[at];
    if (!slot) return undefined;
    slot.items.push(item);
    slot.end = end;
  }
  return filled;
}

function fillNearest(
  graph: LayoutGraph,
  items: readonly number[],
  slots: readonly Band[],
  y: Float64Array,
  gap: number,
): Filled[] | undefined {
  const filled = emptied(slots);
  for (const item of items) {
    const wish = y[item] as number;
    const half = (graph.height[item] as number) / 2;
    let best: Filled | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const slot of filled) {
      const away = Math.max(slot.top + half - wish, wish - (slot.bottom - half), 0);
      if (away < least && !Number.isNaN(endIn(graph, slot, item, gap))) {
        best = slot;
        least = away;
      }
    }
    if (!best) return undefined;
    best.end = endIn(graph, best, item, gap);
    best.items.push(item);
  }
  return filled;
}
