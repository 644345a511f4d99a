// Gives ordered items their height: long lines straight, each node near the middle of what it is linked with, no overlap.
import type { LayoutGraph, Lists } from './layout-graph.ts';
import { type Run, spaceBetween } from './layout-runs.ts';

/** Pull of a stretch of line by how many of its ends are points: a long line bends least. */
const PULLS = [1, 2, 8] as const;
/** Pull of the partner in the same column. */
const BESIDE = 0.25;
/** Pull of where it stood, against one link. */
const STOOD = 6;

/** Goes over all runs, each time moving each to where its items' neighbours are, as near as the others in it let them. */
export function settleHeights(
  graph: LayoutGraph,
  runs: readonly Run[],
  y: Float64Array,
  stood: Float64Array,
  gap: number,
  rounds: number,
): void {
  const byColumn = [...runs].sort(
    (a, b) => (graph.column[a.items[0] as number] as number) - (graph.column[b.items[0] as number] as number),
  );
  const longest = runs.reduce((most, run) => Math.max(most, run.items.length), 0);
  const fit = new Fit(longest);
  const place = (run: Run) => {
    const { items } = run;
    let offset = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as number;
      const half = (graph.height[item] as number) / 2;
      if (i > 0) {
        const above = items[i - 1] as number;
        offset += (graph.height[above] as number) / 2 + spaceBetween(graph, above, item, gap) + half;
      } else offset = half;
      fit.offset[i] = offset;
      wishOf(graph, item, y, stood, fit, i);
    }
    const last = items.at(-1) as number;
    fit.solve(items.length, run.top, run.bottom - offset - (graph.height[last] as number) / 2);
    for (let i = 0; i < items.length; i++) y[items[i] as number] = fit.found[i] as number;
  };
  for (let round = 0; round < rounds; round++) {
    for (const run of byColumn) place(run);
    for (let i = byColumn.length - 1; i >= 0; i--) place(byColumn[i] as Run);
  }
}

/** Where an item would stand by itself, and how much that matters. */
function wishOf(graph: LayoutGraph, item: number, y: Float64Array, stood: Float64Array, fit: Fit, i: number): void {
  const self = item >= graph.nodes ? 1 : 0;
  let sum = 0;
  let weight = 0;
  const add = ({ start, of }: Lists, pull: number) => {
    for (let at = start[item] as number; at < (start[item + 1] as number); at++) {
      const other = of[at] as number;
      const strength = pull * (PULLS[self + (other >= graph.nodes ? 1 : 0)] as number);
      sum += strength * (y[other] as number);
      weight += strength;
    }
  };
  add(graph.before, 1);
  add(graph.after, 1);
  add(graph.beside, BESIDE);
  const before = stood[item] as number;
  if (!Number.isNaN(before)) {
    const pull = STOOD * (1 + weight);
    sum += pull * before;
    weight += pull;
  }
  if (weight === 0) {
    // it hangs on nothing: it stays where it is and gives way to all that does
    sum = 0.05 * (y[item] as number);
    weight = 0.05;
  }
  fit.wish[i] = sum / weight;
  fit.weight[i] = weight;
}

/** Least squares under a fixed order (pool adjacent violators): exact, in one pass. */
class Fit {
  readonly offset: Float64Array;
  readonly wish: Float64Array;
  readonly weight: Float64Array;
  readonly found: Float64Array;
  private readonly mean: Float64Array;
  private readonly mass: Float64Array;
  private readonly count: Int32Array;

  constructor(size: number) {
    this.offset = new Float64Array(size);
    this.wish = new Float64Array(size);
    this.weight = new Float64Array(size);
    this.found = new Float64Array(size);
    this.mean = new Float64Array(size);
    this.mass = new Float64Array(size);
    this.count = new Int32Array(size);
  }

  /** `least` and `most` bound the height of the upper edge of the first item as if all stood tight below each other. */
  solve(size: number, least: number, most: number): void {
    const { mean, mass, count, offset } = this;
    let pools = 0;
    for (let i = 0; i < size; i++) {
      let at = (this.wish[i] as number) - (offset[i] as number);
      let weight = this.weight[i] as number;
      let members = 1;
      while (pools > 0 && (mean[pools - 1] as number) >= at) {
        pools--;
        const other = mass[pools] as number;
        at = ((mean[pools] as number) * other + at * weight) / (other + weight);
        weight += other;
        members += count[pools] as number;
      }
      mean[pools] = at;
      mass[pools] = weight;
      count[pools++] = members;
    }
    let i = 0;
    for (let pool = 0; pool < pools; pool++) {
      const at = Math.max(least, Math.min(Math.max(least, most), mean[pool] as number));
      for (let n = 0; n < (count[pool] as number); n++, i++) this.found[i] = at + (offset[i] as number);
    }
  }
}
