// Maps by chance on five fixed columns, and the one counter of crossings all layouts are held to.
import type { LayoutWish } from '#shared/map/layout.ts';
import { chanceOf } from '#shared/map/layout-chance.ts';

export const COLUMNS = 5;
export const HEIGHT = 40;
export const GAP = 16;

export interface BenchMap {
  readonly columns: readonly number[];
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

/** Of each link its height in every column from its first to its last; of each node its own. */
export interface Drawn {
  readonly y: readonly number[];
  readonly paths: readonly (readonly number[])[];
}

/** Four links of five go to the next column, the others pass one or two; no link is there twice. */
export function mapOf(nodes: number, links: number, seed: number): BenchMap {
  const chance = chanceOf(seed * 7919);
  const each = nodes / COLUMNS;
  const columns = Array.from({ length: nodes }, (_, i) => Math.floor(i / each));
  const seen = new Set<number>();
  const found: { from: number; to: number }[] = [];
  while (found.length < links) {
    const from = chance(nodes - each);
    const dice = chance(100);
    const column = (columns[from] ?? 0) + (dice < 80 ? 1 : dice < 95 ? 2 : 3);
    if (column >= COLUMNS) continue;
    const to = column * each + chance(each);
    if (seen.has(from * nodes + to)) continue;
    seen.add(from * nodes + to);
    found.push({ from, to });
  }
  return { columns, links: found };
}

/** The map with one node more, in a column, linked once to each side. */
export function withOneMore({ columns, links }: BenchMap, seed: number): BenchMap {
  const chance = chanceOf(seed * 104_729);
  const column = 1 + chance(COLUMNS - 2);
  const node = columns.length;
  const anyIn = (wished: number): number => {
    const all = columns.flatMap((each, i) => (each === wished ? [i] : []));
    return all[chance(all.length)] ?? 0;
  };
  return {
    columns: [...columns, column],
    links: [...links, { from: anyIn(column - 1), to: node }, { from: node, to: anyIn(column + 1) }],
  };
}

export const wishFor = ({ columns, links }: BenchMap, restarts: number, stoodAt?: readonly number[]): LayoutWish => ({
  nodes: columns.map((column, i) => {
    const at = stoodAt?.[i];
    return { column, height: HEIGHT, ...(at === undefined ? {} : { stoodAt: at }) };
  }),
  links,
  gap: GAP,
  restarts,
  seed: 1,
});

/** Every pair of links, drawn straight from column to column: how often they cross. */
export function crossingsDrawn({ columns, links }: BenchMap, { paths }: Drawn): number {
  const steps: [number, number][][] = Array.from({ length: COLUMNS }, () => []);
  links.forEach(({ from }, i) => {
    const heights = paths[i] ?? [];
    for (let step = 0; step + 1 < heights.length; step++)
      steps[(columns[from] ?? 0) + step]?.push([heights[step] ?? 0, heights[step + 1] ?? 0]);
  });
  let crossings = 0;
  for (const list of steps)
    list.forEach(([left, right], i) => {
      for (let j = i + 1; j < list.length; j++) {
        const other = list[j] as [number, number];
        if ((left - other[0]) * (right - other[1]) < 0) crossings++;
      }
    });
  return crossings;
}
