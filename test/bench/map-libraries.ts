// The layout libraries beside which our own is measured, each told the columns, each answering in the same form.
import { strict as assert } from 'node:assert';
import dagre from '@dagrejs/dagre';
import {
  aggMean,
  coordGreedy,
  coordSimplex,
  decrossTwoLayer,
  type Graph,
  type GraphNode,
  graphStratify,
  sugiyama,
  twolayerAgg,
} from 'd3-dag';
import ELK, { type ElkExtendedEdge } from 'elkjs/lib/elk.bundled.js';
import { type BenchMap, COLUMNS, type Drawn, GAP, HEIGHT } from './map-graphs.ts';

const WIDTH = 180;
const APART = 300;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Library {
  readonly name: string;
  /** At 2,000 nodes it takes more than 150 seconds. */
  readonly slow: boolean;
  readonly layOut: (map: BenchMap) => Promise<Drawn>;
}

const elk = new ELK();

async function byElk({ columns, links }: BenchMap): Promise<Drawn> {
  const { children = [], edges = [] } = await elk.layout({
    id: 'map',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.layering.strategy': 'INTERACTIVE',
      'elk.separateConnectedComponents': 'false',
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': String(GAP),
    },
    children: columns.map((column, i) => ({ id: `n${i}`, width: WIDTH, height: HEIGHT, x: column * APART, y: 0 })),
    edges: links.map(
      ({ from, to }, i): ElkExtendedEdge => ({ id: `l${i}`, sources: [`n${from}`], targets: [`n${to}`] }),
    ),
  });
  const lines = edges.map(({ sections }) => {
    const section = sections?.[0];
    return section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
  });
  const middles = children.map(({ x = 0, y = 0 }) => ({ x: x + WIDTH / 2, y: y + HEIGHT / 2 }));
  return drawnOf({ columns, links }, middles, lines);
}

async function byDagre({ columns, links }: BenchMap): Promise<Drawn> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  // two ranks a column: it always keeps one between for the names of links, and fails without
  const ranker = (ranked: { nodes(): string[]; node(id: string): { rank?: number } }) => {
    for (const id of ranked.nodes()) ranked.node(id).rank = 2 * (columns[Number(id)] ?? 0);
  };
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, edgesep: GAP / 4, ranksep: APART - WIDTH, ranker } as object);
  columns.forEach((_, i) => {
    graph.setNode(String(i), { width: WIDTH, height: HEIGHT });
  });
  links.forEach(({ from, to }, i) => {
    graph.setEdge(String(from), String(to), {}, String(i));
  });
  dagre.layout(graph);
  const pointOf = ({ x = 0, y = 0 }: Partial<Point>): Point => ({ x, y });
  const middles = columns.map((_, i) => pointOf(graph.node(String(i)) as Partial<Point>));
  const lines = links.map(({ from, to }, i) => {
    const edge = graph.edge({ v: String(from), w: String(to), name: String(i) }) as { points?: Point[] };
    return edge.points ?? [];
  });
  return drawnOf({ columns, links }, middles, lines);
}

interface Datum {
  readonly id: string;
  readonly parentData: [string, number][];
}

function byD3(fast: boolean): (map: BenchMap) => Promise<Drawn> {
  return async ({ columns, links }) => {
    const parents: [string, number][][] = columns.map(() => []);
    links.forEach(({ from, to }, i) => {
      parents[to]?.push([String(from), i]);
    });
    const data: Datum[] = columns.map((_, i) => ({ id: String(i), parentData: parents[i] ?? [] }));
    const graph: Graph<Datum, number> = graphStratify().parentData(({ parentData }: Datum) => parentData)(data);
    const columnOf = (node: GraphNode<Datum, number>): number => columns[Number(node.data.id)] ?? 0;
    const layering = (layered: Graph<Datum, number>): number => {
      for (const node of layered.nodes()) node.y = columnOf(node);
      return COLUMNS - 1;
    };
    const base = sugiyama()
      .layering(layering as never)
      .nodeSize([HEIGHT, WIDTH])
      .gap([GAP, APART - WIDTH]);
    const layout = fast
      ? base.decross(decrossTwoLayer().order(twolayerAgg().aggregator(aggMean))).coord(coordGreedy())
      : base.decross(decrossTwoLayer()).coord(coordSimplex());
    (layout as unknown as (wished: typeof graph) => void)(graph);
    const middles: Point[] = columns.map(() => ({ x: 0, y: 0 }));
    const lines: Point[][] = links.map(() => []);
    // it lays out from top to bottom
    for (const { data: node, x, y } of graph.nodes()) middles[Number(node.id)] = { x: y, y: x };
    for (const { data: link, points } of graph.links()) lines[link] = points.map(([x, y]) => ({ x: y, y: x }));
    return drawnOf({ columns, links }, middles, lines);
  };
}

export const LIBRARIES: readonly Library[] = [
  { name: 'elkjs, INTERACTIVE layering', slow: false, layOut: byElk },
  { name: '@dagrejs/dagre, ranks given', slow: true, layOut: byDagre },
  { name: 'd3-dag, two-layer and simplex', slow: true, layOut: byD3(false) },
  { name: 'd3-dag, mean and greedy', slow: false, layOut: byD3(true) },
];

/** A layout counts only where every node stands in its column. */
function drawnOf({ columns, links }: BenchMap, middles: readonly Point[], lines: readonly (readonly Point[])[]): Drawn {
  const across: number[] = [];
  columns.forEach((column, i) => {
    const x = middles[i]?.x ?? Number.NaN;
    across[column] ??= x;
    assert.ok(Math.abs((across[column] ?? 0) - x) < 1, `node ${i} stands at ${x}, its column at ${across[column]}`);
  });
  for (let column = 1; column < across.length; column++)
    assert.ok((across[column] ?? 0) > (across[column - 1] ?? 0), `column ${column} is not after the one before`);
  const y = middles.map((middle) => middle.y);
  const paths = links.map(({ from, to }, i) => {
    const inner = across.slice((columns[from] ?? 0) + 1, columns[to] ?? 0);
    return [y[from] ?? 0, ...inner.map((x) => heightAt(lines[i] ?? [], x)), y[to] ?? 0];
  });
  return { y, paths };
}

/** Of a line that runs on, its height at a place across. */
function heightAt(line: readonly Point[], x: number): number {
  const after = line.findIndex((point) => point.x >= x);
  const b = line[after];
  const a = line[after - 1] ?? b;
  assert.ok(a && b, 'a line ends before its node');
  return b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}
