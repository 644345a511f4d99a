// A map that was laid out once stays as a reader remembers it when one node, one link or nothing is added.
import { describe, expect, test } from 'vitest';
import { type LayoutNode, type LayoutWish, layOut } from '#shared/map/layout.ts';
import { chanceOf } from '#shared/map/layout-chance.ts';
import { byChance, SEED, times } from '#test/kit/chance.ts';

const COLUMNS = 6;
const HEIGHT = 40;

/** A map as offices draw them: links to the next column for the most part. */
function mapOf(nodes: number, links: number, seed: number, lanes: number): LayoutWish {
  const chance = chanceOf(seed);
  const list: LayoutNode[] = Array.from({ length: nodes }, (_, i) => ({
    column: i % COLUMNS,
    height: HEIGHT,
    ...(lanes > 0 ? { lane: chance(lanes) } : {}),
  }));
  const found = Array.from({ length: links }, () => {
    const from = chance(nodes);
    const column = Math.min(COLUMNS - 1, (from % COLUMNS) + 1 + (chance(5) === 0 ? 1 : 0));
    const to = column + COLUMNS * chance(Math.floor((nodes - 1 - column) / COLUMNS) + 1);
    return { from, to };
  });
  return { nodes: list, links: found, gap: 16, laneGap: 40, restarts: 60, seed };
}

const asItStands = (wish: LayoutWish, y: readonly number[]): LayoutWish => ({
  ...wish,
  restarts: 0,
  nodes: wish.nodes.map((node, i) => {
    const at = y[i];
    return at === undefined ? node : { ...node, stoodAt: at };
  }),
});

function withOneMore(wish: LayoutWish, seed: number): LayoutWish {
  const chance = chanceOf(seed);
  const column = 1 + chance(COLUMNS - 2);
  const node = wish.nodes.length;
  const anyIn = (wished: number): number => {
    const all = wish.nodes.flatMap((each, i) => (each.column === wished ? [i] : []));
    return all[chance(all.length)] ?? 0;
  };
  const lane = wish.nodes[0]?.lane;
  return {
    ...wish,
    nodes: [...wish.nodes, { column, height: HEIGHT, ...(lane === undefined ? {} : { lane }) }],
    links: [...wish.links, { from: anyIn(column - 1), to: node }, { from: node, to: anyIn(column + 1) }],
  };
}

/** Of the pairs in one column, the share that stands the same way round, and how far each moved on average. */
function changeOf({ nodes }: LayoutWish, before: readonly number[], after: readonly number[]) {
  let pairs = 0;
  let kept = 0;
  before.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      if (nodes[i]?.column !== nodes[j]?.column) continue;
      pairs++;
      if ((a - (before[j] ?? 0)) * ((after[i] ?? 0) - (after[j] ?? 0)) > 0) kept++;
    }
  });
  const moved = before.reduce((sum, at, i) => sum + Math.abs(at - (after[i] ?? 0)), 0);
  return { kept: kept / pairs, moved: moved / before.length };
}

describe(byChance('a map laid out before'), () => {
  const seeds = Array.from({ length: times(12, 100) }, (_, i) => (SEED % 1000) + i);

  test.each([
    ['without lanes', 0],
    ['in lanes', 3],
  ])('%s: one node more leaves the order of the others', (_, lanes) => {
    for (const seed of seeds) {
      const wish = mapOf(120, 180, seed, lanes);
      const { y } = layOut(wish);
      const more = withOneMore(asItStands(wish, y), seed);
      const after = layOut(more);
      const { kept, moved } = changeOf(wish, y, after.y);
      expect(kept, `seed ${seed}`).toBeGreaterThanOrEqual(0.98);
      // a band that has to grow moves those below it by a node and its gap
      expect(moved, `seed ${seed}`).toBeLessThan(lanes > 0 ? HEIGHT + wish.gap : HEIGHT);
      // what stays as it was costs few crossings: no more than the new node's own links bring
      const afresh = layOut({ ...more, nodes: more.nodes.map(({ stoodAt: _was, ...node }) => node) });
      expect(after.crossings).toBeLessThanOrEqual(afresh.crossings * 1.25 + 20);
    }
  });

  test('nothing more leaves it as it is', () => {
    for (const seed of seeds) {
      const wish = mapOf(60, 90, seed, 0);
      const { y } = layOut(wish);
      const { kept, moved } = changeOf(wish, y, layOut(asItStands(wish, y)).y);
      expect(kept, `seed ${seed}`).toBe(1);
      expect(moved, `seed ${seed}`).toBeLessThan(HEIGHT / 2);
    }
  });

  test.each([
    ['without lanes', 0],
    ['in lanes', 3],
  ])('%s: a node put elsewhere by hand leaves the others, but for making room', (_, lanes) => {
    for (const seed of seeds) {
      const wish = asItStands(mapOf(60, 90, seed, lanes), layOut(mapOf(60, 90, seed, lanes)).y);
      const { y } = layOut(wish);
      const moved = 12;
      const placedAt = (y[moved] ?? 0) + 150;
      const nodes = wish.nodes.map((node, i) =>
        i === moved ? { ...node, placedAt } : { ...node, stoodAt: y[i] ?? 0 },
      );
      const after = layOut({ ...wish, nodes });
      expect(after.y[moved]).toBe(placedAt);
      const without = (list: readonly number[]) => list.filter((_, i) => i !== moved);
      const others = { ...wish, nodes: wish.nodes.filter((_, i) => i !== moved) };
      const change = changeOf(others, without(y), without(after.y));
      expect(change.kept, `seed ${seed}`).toBeGreaterThanOrEqual(0.98);
      // in a full band it may cut a column in two: room for two nodes is made, and the bands below are moved
      expect(change.moved, `seed ${seed}`).toBeLessThan(lanes > 0 ? 2 * (HEIGHT + wish.gap) : HEIGHT);
    }
  });
});
