// The order of one column while those beside it stand still: what each pair costs either way round, then insertions.
import type { LayoutGraph, Lists } from './layout-graph.ts';

/** An order of all columns: `order` holds the items of each column from its start on, `position` is its inverse. */
export interface Ordering {
  readonly order: Int32Array;
  readonly position: Int32Array;
}

export interface Blocks {
  /** Where items may change places: from `start[i]` up to `start[i + 1]` of the order, never across. */
  readonly start: Int32Array;
  /** The first block of each column. */
  readonly ofColumn: Int32Array;
}

/** What an order should keep beside having few crossings. */
export interface Keeping {
  /** Where an item stood before; NaN where it is new. Standing the other way round costs `cost` crossings a pair. */
  readonly stood: Float64Array;
  readonly cost: number;
  /** Where a person placed it, or NaN: these never change places with each other. */
  readonly placed: Float64Array;
}

const NEVER = 1e6;
/** The largest stretch ordered at once: its table of pairs is the square of it. */
const LONGEST = 1200;
const TILE = 32;

export class ColumnOrder {
  private readonly prefer: Int32Array;
  private readonly sums: Int32Array;
  private readonly row: Int32Array;

  constructor(
    private readonly graph: LayoutGraph,
    private readonly blocks: Blocks,
    private readonly keeping: Keeping | undefined,
  ) {
    let longest = 0;
    let rows = 0;
    const { start } = blocks;
    for (let block = 0; block + 1 < start.length; block++)
      longest = Math.max(longest, (start[block + 1] as number) - (start[block] as number));
    for (let column = 0; column < graph.columns; column++)
      rows = Math.max(rows, (graph.members.start[column + 1] as number) - (graph.members.start[column] as number));
    longest = Math.min(longest, LONGEST);
    this.prefer = new Int32Array(longest * longest);
    this.row = new Int32Array(longest);
    this.sums = new Int32Array(rows + 1);
  }

  /** Improves a column by its neighbours on the wished sides until no item gains by moving; says what was gained. */
  improve(ordering: Ordering, column: number, before: boolean, after: boolean): number {
    const { start, ofColumn } = this.blocks;
    let gained = 0;
    for (let block = ofColumn[column] as number; block < (ofColumn[column + 1] as number); block++) {
      const from = start[block] as number;
      const to = start[block + 1] as number;
      if (to - from <= LONGEST) gained += this.improveStretch(ordering, from, to, before, after);
      else
        for (let first = from; first + 1 < to; first += LONGEST >> 1)
          gained += this.improveStretch(ordering, first, Math.min(first + LONGEST, to), before, after);
    }
    return gained;
  }

  private improveStretch(ordering: Ordering, from: number, to: number, before: boolean, after: boolean): number {
    if (to - from < 2) return 0;
    const { order, position } = ordering;
    const first = position[order[from] as number] as number;
    this.weigh(ordering, from, to, before, after);
    const items = order.slice(from, to);
    const gained = this.insert(to - from);
    if (gained === 0) return 0;
    for (let i = 0; i < to - from; i++) {
      const item = items[this.row[i] as number] as number;
      order[from + i] = item;
      position[item] = first + i;
    }
    return gained;
  }

  /** `prefer[u][v]`: how many crossings more there are with u before v than with v before u. */
  private weigh(ordering: Ordering, from: number, to: number, before: boolean, after: boolean): void {
    const size = to - from;
    this.prefer.fill(0, 0, size * size);
    if (before) this.addSide(ordering, from, to, this.graph.before, -1);
    if (after) this.addSide(ordering, from, to, this.graph.after, 1);
    if (this.keeping) this.addKept(ordering.order, from, to, this.keeping);
    this.mirror(size);
  }

  /** What is one way round is the other way round its opposite; in tiles, which the nearest memory holds. */
  private mirror(size: number): void {
    const { prefer } = this;
    for (let top = 0; top < size; top += TILE)
      for (let left = 0; left <= top; left += TILE)
        for (let v = top; v < Math.min(size, top + TILE); v++)
          for (let u = left; u < Math.min(v, left + TILE); u++)
            prefer[u * size + v] = -(prefer[v * size + u] as number);
  }

  private addSide({ order, position }: Ordering, from: number, to: number, side: Lists, step: number): void {
    const { prefer, sums } = this;
    const size = to - from;
    const column = (this.graph.column[order[from] as number] as number) + step;
    if (column < 0 || column >= this.graph.columns) return;
    const rows = (this.graph.members.start[column + 1] as number) - (this.graph.members.start[column] as number);
    for (let v = 1; v < size; v++) {
      const item = order[from + v] as number;
      const begin = side.start[item] as number;
      const end = side.start[item + 1] as number;
      if (begin === end) continue;
      // at each height: how many ends of v stand above it, less how many stand below
      sums.fill(0, 0, rows);
      for (let at = begin; at < end; at++) {
        const p = position[side.of[at] as number] as number;
        sums[p] = (sums[p] as number) + 1;
      }
      let above = 0;
      for (let p = 0; p < rows; p++) {
        const here = sums[p] as number;
        sums[p] = 2 * above + here - (end - begin);
        above += here;
      }
      for (let u = 0; u < v; u++) {
        const other = order[from + u] as number;
        let sum = 0;
        for (let at = side.start[other] as number, last = side.start[other + 1] as number; at < last; at++)
          sum += sums[position[side.of[at] as number] as number] as number;
        prefer[v * size + u] = (prefer[v * size + u] as number) - sum;
      }
    }
  }

  private addKept(order: Int32Array, from: number, to: number, { stood, placed, cost }: Keeping): void {
    const size = to - from;
    for (let u = 0; u < size; u++)
      for (let v = u + 1; v < size; v++) {
        const a = order[from + u] as number;
        const b = order[from + v] as number;
        const was = (stood[a] as number) - (stood[b] as number);
        const fixed = (placed[a] as number) - (placed[b] as number);
        let extra = 0;
        if (was < 0) extra = -cost;
        else if (was > 0) extra = cost;
        if (fixed < 0) extra -= NEVER;
        else if (fixed > 0) extra += NEVER;
        if (extra !== 0) this.prefer[v * size + u] = (this.prefer[v * size + u] as number) - extra;
      }
  }

  /** Takes each item in turn to where it costs least, until all stand; `row` is the order found. */
  private insert(size: number): number {
    const { prefer, row } = this;
    for (let i = 0; i < size; i++) row[i] = i;
    let gained = 0;
    let still = 0;
    for (let i = 0; still < size; i = i + 1 < size ? i + 1 : 0) {
      const item = row[i] as number;
      const base = item * size;
      let best = 0;
      let target = i;
      let sum = 0;
      for (let j = i + 1; j < size; j++) {
        sum -= prefer[base + (row[j] as number)] as number;
        if (sum < best) {
          best = sum;
          target = j;
        }
      }
      sum = 0;
      for (let j = i - 1; j >= 0; j--) {
        sum += prefer[base + (row[j] as number)] as number;
        if (sum < best) {
          best = sum;
          target = j;
        }
      }
      if (target === i) {
        still++;
        continue;
      }
      if (target > i) row.copyWithin(i, i + 1, target + 1);
      else row.copyWithin(target + 1, target, i);
      row[target] = item;
      gained -= best;
      still = 0;
    }
    return gained;
  }
}
