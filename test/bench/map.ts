// Layout of maps: our own at once, at the effort of every day and for two seconds, beside three libraries.
import { effortFor, type Layout, layOut } from '#shared/map/layout.ts';
import { type BenchMap, crossingsDrawn, type Drawn, HEIGHT, mapOf, wishFor, withOneMore } from './map-graphs.ts';
import { LIBRARIES } from './map-libraries.ts';

export const SIZES = [
  { nodes: 50, links: 75, rounds: 5 },
  { nodes: 300, links: 450, rounds: 3 },
  { nodes: 2000, links: 3000, rounds: 1 },
] as const;
const SEEDS = [1, 2, 3];
const LONG_MS = 2000;

type Lists = Record<string, number[]>;

/** Times belong together by their place, one a round and seed; crossings one a seed. */
export interface Measured {
  readonly ms: Lists;
  readonly crossings: Lists;
  /** What adding one node does to the others, one a seed and addition. */
  readonly kept: Lists;
  readonly moved: Lists;
}

export async function measureMaps(
  { nodes, links, rounds }: (typeof SIZES)[number],
  say: (line: string) => void,
): Promise<Measured> {
  const found: Measured = { ms: {}, crossings: {}, kept: {}, moved: {} };
  const big = nodes > 1000;
  const libraries = LIBRARIES.filter(({ slow }) => !(slow && big));
  const own = (map: BenchMap, restarts: number) => drawnBy(map, layOut(wishFor(map, restarts)));
  for (const seed of SEEDS) {
    const map = mapOf(nodes, links, seed);
    const effort = effortFor(nodes, links);
    for (let round = 0; round < rounds; round++) {
      const last = round === rounds - 1;
      const timed = async (name: string, work: () => Drawn | Promise<Drawn>) => {
        globalThis.gc?.();
        const from = performance.now();
        const drawn = await work();
        const ms = performance.now() - from;
        add(found.ms, name, ms);
        if (last) add(found.crossings, name, crossingsDrawn(map, drawn));
        say(`${nodes} nodes, seed ${seed}: ${name} ${ms.toFixed(0)} ms`);
        return ms;
      };
      const once = await timed('once', () => own(map, 0));
      const effortMs = await timed('effort', () => own(map, effort));
      for (const { name, layOut: work } of libraries) await timed(name, () => work(map));
      if (last) {
        const perTry = Math.max(0.005, (effortMs - once) / Math.max(1, effort));
        await timed('long', () => own(map, Math.round(Math.max(0, LONG_MS - once) / perTry)));
      }
    }
    if (!big) await addOne(map, seed, found);
  }
  const counts = libraries.map(({ name }) => found.crossings[name] ?? []);
  found.crossings['best library'] = SEEDS.map((_, i) => Math.min(...counts.map((each) => each[i] ?? Number.NaN)));
  return found;
}

/** Five nodes added one at a time, each to the map as it was. */
async function addOne(map: BenchMap, seed: number, { kept, moved }: Measured): Promise<void> {
  const old = drawnBy(map, layOut(wishFor(map, effortFor(map.columns.length, map.links.length))));
  const before: Record<string, Drawn> = {};
  for (const { name, layOut: work } of LIBRARIES) before[name] = await work(map);
  for (let nth = 0; nth < 5; nth++) {
    const more = withOneMore(map, seed * 100 + nth);
    note('own', map, old, drawnBy(more, layOut(wishFor(more, 0, old.y))));
    for (const { name, layOut: work } of LIBRARIES) note(name, map, before[name] ?? old, await work(more));
  }
  function note(name: string, { columns }: BenchMap, a: Drawn, b: Drawn): void {
    add(kept, name, 100 * orderKept(columns, a.y, b.y));
    add(
      moved,
      name,
      columns.reduce((sum, _, i) => sum + Math.abs((a.y[i] ?? 0) - (b.y[i] ?? 0)), 0) / columns.length / HEIGHT,
    );
  }
}

/** Of the pairs in one column, the share that stands the same way round. */
function orderKept(columns: readonly number[], a: readonly number[], b: readonly number[]): number {
  let pairs = 0;
  let same = 0;
  columns.forEach((column, i) => {
    for (let j = 0; j < i; j++) {
      if (columns[j] !== column) continue;
      pairs++;
      if (((a[i] ?? 0) - (a[j] ?? 0)) * ((b[i] ?? 0) - (b[j] ?? 0)) > 0) same++;
    }
  });
  return same / pairs;
}

const drawnBy = ({ links }: BenchMap, { y, passes }: Layout): Drawn => ({
  y,
  paths: links.map(({ from, to }, i) => [y[from] ?? 0, ...(passes[i] ?? []), y[to] ?? 0]),
});

function add(lists: Lists, name: string, value: number): void {
  lists[name] = [...(lists[name] ?? []), value];
}
