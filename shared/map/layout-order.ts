// Finds an order of every column with few crossings: sweeps and insertions first, then tries that shake the best so far.
import { drawTogether } from './layout-beside.ts';
import { type Chance, chanceOf } from './layout-chance.ts';
import { type Blocks, ColumnOrder, type Keeping, type Ordering } from './layout-column.ts';
import { crossingsIn } from './layout-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { firstOrder, keepPlaced, sortByNeighbours } from './layout-start.ts';

export interface Found extends Ordering {
  readonly crossings: number;
  /** The order as it was, improved: not one that was found afresh. */
  readonly asItWas: boolean;
}

/** Changing places with one that stood beside it before must save more crossings than this. */
const KEEP_COST = 2;
const SWEEPS = 60;
/** Sweeps without a better order after which a start gives up. */
const PATIENCE = 8;
/** The longest stretch that is shaken at once. */
const SHAKEN = 24;
/** How much worse a try may be, of the crossings, and still be the one to go on from. */
const SLIP = 0.002;
const MOST_STARTS = 10;

export function findOrder(graph: LayoutGraph, keeping: Keeping, restarts: number, seed: number): Found {
  const found = new Search(graph, keeping, seed).run(restarts);
  if (graph.beside.of.length === 0 || found.asItWas) return found;
  drawTogether(graph, found, (item) => !Number.isNaN(keeping.placed[item]));
  return { ...found, crossings: crossingsIn(graph, found.order, found.position) };
}

export const keepingOf = (stood: Float64Array, placed: Float64Array): Keeping => ({ stood, placed, cost: KEEP_COST });

class Search {
  private readonly blocks: Blocks;
  private readonly free: ColumnOrder;
  private readonly chance: Chance;
  private readonly warm: boolean;
  private readonly anyPlaced: boolean;
  private readonly open: number[];

  constructor(
    private readonly graph: LayoutGraph,
    private readonly keeping: Keeping,
    seed: number,
  ) {
    this.blocks = blocksOf(graph);
    this.chance = chanceOf(seed);
    this.anyPlaced = keeping.placed.some((at) => !Number.isNaN(at));
    this.warm = keeping.stood.some((at) => !Number.isNaN(at));
    const stood = new Float64Array(graph.items).fill(Number.NaN);
    this.free = new ColumnOrder(graph, this.blocks, this.anyPlaced ? { ...keeping, stood } : undefined);
    this.open = [];
    for (let block = 0; block + 1 < this.blocks.start.length; block++)
      if ((this.blocks.start[block + 1] as number) - (this.blocks.start[block] as number) > 1) this.open.push(block);
  }

  run(restarts: number): Found {
    let best = this.warm ? this.found(this.asItWas(), true) : this.firstOf(this.startsFor(0));
    if (this.open.length === 0 || best.crossings === 0) return best;
    const starts = Math.min(restarts, this.startsFor(restarts));
    let current = best;
    if (starts > 0) {
      current = this.firstOf(starts);
      if (current.crossings < best.crossings) best = current;
      else if (!this.warm) current = best;
    }
    for (let attempt = starts; attempt < restarts && best.crossings > 0; attempt++) {
      const next = this.found(this.shaken(current), false);
      if (next.crossings < best.crossings) best = next;
      if (next.crossings <= current.crossings * (1 + SLIP)) current = next;
    }
    return best;
  }

  /** A start costs as much as many a shake, and pays most where it is cheap or shaking is dear. */
  private startsFor(restarts: number): number {
    const { items } = this.graph;
    if (restarts === 0) return Math.max(1, Math.min(5, Math.floor(400 / Math.max(1, items))));
    return Math.min(MOST_STARTS, Math.ceil(restarts / (items > 1500 ? 1 : 60)));
  }

  private firstOf(starts: number): Found {
    let best = this.found(this.fresh(), false);
    for (let start = 1; start < starts; start++) {
      const next = this.found(this.fresh(), false);
      if (next.crossings < best.crossings) best = next;
    }
    return best;
  }

  private found(ordering: Ordering, asItWas: boolean): Found {
    return { ...ordering, crossings: this.count(ordering), asItWas };
  }

  private fresh(): Ordering {
    const ordering = firstOrder(this.graph, this.blocks, this.keeping, this.chance);
    const { columns } = this.graph;
    let best = copyOf(ordering);
    let least = Number.POSITIVE_INFINITY;
    for (let sweep = 0, since = 0; sweep < SWEEPS && since < PATIENCE; sweep++, since++) {
      for (let column = 1; column < columns; column++) this.settleOn(ordering, column, true, false);
      for (let column = columns - 2; column >= 0; column--) this.settleOn(ordering, column, false, true);
      const crossings = this.count(ordering);
      if (crossings >= least) continue;
      least = crossings;
      best = copyOf(ordering);
      since = 0;
    }
    this.settle(best, undefined);
    return best;
  }

  /** By one side alone, sorted by the middle of the neighbours: cheap, so done often. */
  private settleOn(ordering: Ordering, column: number, before: boolean, after: boolean): void {
    sortByNeighbours(this.graph, this.blocks, ordering, column, before, after);
    if (this.anyPlaced) keepPlaced(this.graph, this.blocks, this.keeping, ordering, column);
  }

  private asItWas(): Ordering {
    const ordering = firstOrder(this.graph, this.blocks, this.keeping, undefined);
    this.settle(ordering, new ColumnOrder(this.graph, this.blocks, this.keeping));
    return ordering;
  }

  /** Goes on as long as a column gains by both its sides; a change wakes the columns beside it. */
  private settle(ordering: Ordering, by: ColumnOrder | undefined, awake = new Uint8Array(this.graph.columns).fill(1)) {
    const { columns } = this.graph;
    const order = by ?? this.free;
    for (let any = true; any; ) {
      any = false;
      for (let column = 0; column < columns; column++) {
        if (!awake[column]) continue;
        awake[column] = 0;
        if (order.improve(ordering, column, true, true) === 0) continue;
        any = true;
        if (column > 0) awake[column - 1] = 1;
        if (column + 1 < columns) awake[column + 1] = 1;
      }
    }
  }

  /** A stretch of one column in another order, and everything around it settled again. */
  private shaken(from: Ordering): Ordering {
    const ordering = copyOf(from);
    const { start } = this.blocks;
    const block = this.open[this.chance(this.open.length)] as number;
    const size = (start[block + 1] as number) - (start[block] as number);
    const length = Math.min(size, 2 + this.chance(Math.max(2, Math.min(size, SHAKEN))));
    const first = (start[block] as number) + this.chance(size - length + 1);
    const { order, position } = ordering;
    const base = (position[order[first] as number] as number) - first;
    for (let i = length - 1; i > 0; i--) {
      const j = this.chance(i + 1);
      const item = order[first + i] as number;
      order[first + i] = order[first + j] as number;
      order[first + j] = item;
    }
    for (let i = first; i < first + length; i++) position[order[i] as number] = base + i;
    const column = this.graph.column[order[first] as number] as number;
    if (this.anyPlaced) keepPlaced(this.graph, this.blocks, this.keeping, ordering, column);
    const awake = new Uint8Array(this.graph.columns);
    // its neighbours first: if it settled first, it would only go back
    if (column > 0) awake[column - 1] = 1;
    if (column + 1 < this.graph.columns) awake[column + 1] = 1;
    this.settle(ordering, undefined, awake);
    awake[column] = 1;
    this.settle(ordering, undefined, awake);
    return ordering;
  }

  private count({ order, position }: Ordering): number {
    return crossingsIn(this.graph, order, position);
  }
}

const copyOf = ({ order, position }: Ordering): Ordering => ({ order: order.slice(), position: position.slice() });

/** The lanes of each column, one below the other. */
function blocksOf({ columns, lanes, members, lane }: LayoutGraph): Blocks {
  const start = new Int32Array(columns * lanes + 1);
  const ofColumn = new Int32Array(columns + 1);
  for (let column = 0; column < columns; column++) {
    ofColumn[column + 1] = (column + 1) * lanes;
    for (let at = members.start[column] as number; at < (members.start[column + 1] as number); at++) {
      const block = column * lanes + (lane[members.of[at] as number] as number) + 1;
      start[block] = (start[block] as number) + 1;
    }
  }
  for (let block = 1; block < start.length; block++)
    start[block] = (start[block] as number) + (start[block - 1] as number);
  return { start, ofColumn };
}
