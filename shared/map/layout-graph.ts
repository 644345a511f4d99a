// A map as the layout works on it: nodes and the points where links pass columns, in flat arrays by number.

/** What of a wish the graph is made from. */
interface Drawing {
  readonly nodes: readonly { readonly column: number; readonly height: number; readonly lane?: number }[];
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

/** Lists of numbers side by side: what belongs to `i` stands from `start[i]` to `start[i + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly of: Int32Array;
}

/** Items are the nodes, in the order of the wish, then the points where links pass a column. */
export interface LayoutGraph {
  readonly nodes: number;
  readonly items: number;
  readonly columns: number;
  readonly lanes: number;
  readonly column: Int32Array;
  readonly lane: Int32Array;
  readonly height: Float64Array;
  /** The items of each column. */
  readonly members: Lists;
  /** Neighbours in the column before and in the one after: a link of two columns or more goes over its points. */
  readonly before: Lists;
  readonly after: Lists;
  /** Partners in the same column. */
  readonly beside: Lists;
  /** The points of each link, in the direction of the columns; `backward` says which links run against it. */
  readonly points: Lists;
  readonly backward: Uint8Array;
}

export function graphOf({ nodes, links }: Drawing): LayoutGraph {
  const columnOf = (node: number): number => nodes[node]?.column ?? 0;
  const laneOf = (node: number): number => nodes[node]?.lane ?? 0;
  const column = nodes.map((node) => node.column);
  const lane = nodes.map((node) => node.lane ?? 0);
  const backward = new Uint8Array(links.length);
  const steps: [number, number][] = [];
  const beside: [number, number][] = [];
  const points: [number, number][] = [];
  links.forEach((link, i) => {
    const runsBack = columnOf(link.to) < columnOf(link.from);
    const [from, to] = runsBack ? [link.to, link.from] : [link.from, link.to];
    backward[i] = runsBack ? 1 : 0;
    if (columnOf(from) === columnOf(to)) {
      if (from !== to) beside.push([from, to], [to, from]);
      return;
    }
    const span = columnOf(to) - columnOf(from);
    let last = from;
    for (let step = 1; step < span; step++) {
      const point = column.length;
      column.push(columnOf(from) + step);
      lane.push(Math.round(laneOf(from) + ((laneOf(to) - laneOf(from)) * step) / span));
      points.push([i, point]);
      steps.push([last, point]);
      last = point;
    }
    steps.push([last, to]);
  });
  const items = column.length;
  const height = new Float64Array(items);
  nodes.forEach((node, i) => {
    height[i] = node.height;
  });
  const columns = column.reduce((most, each) => Math.max(most, each + 1), 0);
  return {
    nodes: nodes.length,
    items,
    columns,
    lanes: lane.reduce((most, each) => Math.max(most, each + 1), 0),
    column: Int32Array.from(column),
    lane: Int32Array.from(lane),
    height,
    members: listsOf(
      columns,
      column.map((each, item) => [each, item]),
    ),
    before: listsOf(
      items,
      steps.map(([left, right]) => [right, left]),
    ),
    after: listsOf(items, steps),
    beside: listsOf(items, beside),
    points: listsOf(links.length, points),
    backward,
  };
}

function listsOf(count: number, pairs: readonly (readonly [number, number])[]): Lists {
  const start = new Int32Array(count + 1);
  for (const [owner] of pairs) start[owner + 1] = (start[owner + 1] as number) + 1;
  for (let i = 0; i < count; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const free = start.slice();
  const of = new Int32Array(pairs.length);
  for (const [owner, owned] of pairs) {
    of[free[owner] as number] = owned;
    free[owner] = (free[owner] as number) + 1;
  }
  return { start, of };
}
