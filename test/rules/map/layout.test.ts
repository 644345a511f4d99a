// Where nodes of a map stand: no two in each other's way, bands and placed nodes kept, the same for the same wish.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effortFor, type LayoutWish, layOut } from '#shared/map/layout.ts';
import { countCrossings } from '#shared/map/layout-crossings.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { crossingsByPairs, stepsOf, tooNear, wishes } from './layout-maps.ts';

const RUNS = times(150, 3000);
const plain = wishes({ nodes: 30, links: 50 });
const laned = wishes({ nodes: 30, links: 50, lanes: true });
const placed = wishes({ nodes: 25, links: 40, placed: true, stood: true });
const all = wishes({ nodes: 25, links: 40, lanes: true, placed: true, stood: true });

const wishOf = (nodes: LayoutWish['nodes'], links: LayoutWish['links'] = []): LayoutWish => ({
  nodes,
  links,
  gap: 10,
  laneGap: 30,
  restarts: 4,
  seed: 1,
});
const box = (column: number) => ({ column, height: 20 });

describe(byChance('every layout'), () => {
  test.each([
    ['plain', plain],
    ['in lanes', laned],
    ['with placed nodes', placed],
    ['with lanes and placed nodes', all],
  ])('%s: keeps every node clear of the others in its column', async (_, wish) => {
    await holds(
      fc.property(wish, (one) => tooNear(one, layOut(one)).length === 0),
      RUNS,
    );
  });

  test('leaves placed nodes where they are', async () => {
    await holds(
      fc.property(all, (wish) => {
        const { y } = layOut(wish);
        return wish.nodes.every(({ placedAt }, i) => placedAt === undefined || y[i] === placedAt);
      }),
      RUNS,
    );
  });

  test.each([
    ['free nodes', laned],
    ['free beside placed nodes', all],
  ])('keeps %s inside the band of their lane, bands apart and in order', async (_, wish) => {
    await holds(
      fc.property(wish, (one) => {
        const { y, lanes } = layOut(one);
        const inside = one.nodes.every(({ lane = 0, height, placedAt }, i) => {
          const band = lanes[lane];
          if (placedAt !== undefined) return true;
          const at = y[i] ?? Number.NaN;
          return band !== undefined && at - height / 2 >= band.top - 1e-6 && at + height / 2 <= band.bottom + 1e-6;
        });
        return (
          inside &&
          lanes.every(({ top, bottom }, i) => {
            const above = lanes[i - 1];
            return (
              bottom >= top && (!above || Math.abs(top - above.bottom - Math.max(one.gap, one.laneGap ?? 0)) < 1e-6)
            );
          })
        );
      }),
      RUNS,
    );
  });

  test('begins at the top', async () => {
    await holds(
      fc.property(plain, (wish) => {
        const tops = layOut(wish).y.map((at, i) => at - (wish.nodes[i]?.height ?? 0) / 2);
        return tops.length === 0 || Math.abs(Math.min(...tops)) < 1e-6;
      }),
      RUNS,
    );
  });

  test('counts the crossings that are drawn', async () => {
    await holds(
      fc.property(fc.oneof(plain, laned, placed), (wish) => {
        const layout = layOut(wish);
        return layout.crossings >= crossingsByPairs(stepsOf(wish, layout));
      }),
      RUNS,
    );
    await holds(
      fc.property(
        plain.map((wish) => ({ ...wish, gap: wish.gap + 1 })),
        (wish) => {
          const layout = layOut(wish);
          return layout.crossings === crossingsByPairs(stepsOf(wish, layout));
        },
      ),
      RUNS,
    );
  });

  test('gives a link a height in each column between its ends', async () => {
    await holds(
      fc.property(all, (wish) => {
        const { passes } = layOut(wish);
        return wish.links.every(({ from, to }, i) => {
          const span = Math.abs((wish.nodes[from]?.column ?? 0) - (wish.nodes[to]?.column ?? 0));
          return passes[i]?.length === Math.max(0, span - 1) && passes[i].every(Number.isFinite);
        });
      }),
      RUNS,
    );
  });

  test('is the same for the same wish', async () => {
    await holds(
      fc.property(all, (wish) => JSON.stringify(layOut(wish)) === JSON.stringify(layOut(structuredClone(wish)))),
      RUNS,
    );
  });

  test('has no more crossings for more tries', async () => {
    await holds(
      fc.property(
        plain,
        (wish) => layOut({ ...wish, restarts: 30 }).crossings <= layOut({ ...wish, restarts: 3 }).crossings,
      ),
      times(40, 800),
    );
  });
});

describe('small and odd maps', () => {
  test('an empty map', () => {
    expect(layOut(wishOf([]))).toEqual({ y: [], passes: [], crossings: 0, lanes: [] });
  });

  test('one node, also alone in a far column', () => {
    expect(layOut(wishOf([box(0)])).y).toEqual([10]);
    expect(layOut(wishOf([box(4)])).y).toEqual([10]);
  });

  test('a link to itself, twice the same link, a circle', () => {
    const { y, crossings, passes } = layOut(
      wishOf(
        [box(0), box(1), box(2)],
        [
          { from: 0, to: 0 },
          { from: 0, to: 1 },
          { from: 0, to: 1 },
          { from: 1, to: 2 },
          { from: 2, to: 0 },
        ],
      ),
    );
    expect(crossings).toBe(0);
    expect(y.map(Math.round)).toHaveLength(3);
    expect(passes.map((heights) => heights.length)).toEqual([0, 0, 0, 0, 1]);
  });

  test('two links that cross in the order given are uncrossed', () => {
    const nodes = [box(0), box(0), box(1), box(1)];
    const links = [
      { from: 0, to: 3 },
      { from: 1, to: 2 },
    ];
    const { y, crossings } = layOut(wishOf(nodes, links));
    expect(crossings).toBe(0);
    expect(Math.abs((y[0] ?? 0) - (y[3] ?? 0))).toBeLessThan(1e-6);
    expect(Math.abs((y[1] ?? 0) - (y[2] ?? 0))).toBeLessThan(1e-6);
  });

  test('a long link runs straight', () => {
    const { y, passes } = layOut(wishOf([box(0), box(4), box(1), box(2), box(3)], [{ from: 0, to: 1 }]));
    expect(Math.abs((y[0] ?? 0) - (y[1] ?? 0))).toBeLessThan(1);
    for (const at of passes[0] ?? []) expect(Math.abs(at - (y[0] ?? 0))).toBeLessThan(1);
  });

  test('two linked inside their column stand together where that crosses nothing', () => {
    const nodes = Array.from({ length: 12 }, () => box(0));
    const { y, crossings } = layOut({ ...wishOf(nodes, [{ from: 0, to: 11 }]), seed: 5 });
    expect(crossings).toBe(0);
    expect(Math.abs((y[0] ?? 0) - (y[11] ?? 0))).toBeLessThan(31);
  });

  test('a placed node keeps its place and the others make room', () => {
    const nodes = [
      { ...box(0), placedAt: 100 },
      { ...box(0), stoodAt: 100 },
      { ...box(0), stoodAt: 130 },
    ];
    const { y } = layOut({ ...wishOf(nodes), restarts: 0 });
    expect(y[0]).toBe(100);
    expect(tooNear(wishOf(nodes), { y, passes: [], crossings: 0, lanes: [] })).toEqual([]);
    expect(Math.max(...y.map((at) => Math.abs(at - 100)))).toBeLessThan(100);
  });

  test('a thousand lines through one column', () => {
    const nodes = Array.from({ length: 2000 }, (_, i) => box(i < 1000 ? 0 : 2));
    const links = Array.from({ length: 1000 }, (_, i) => ({ from: i, to: 1000 + ((i * 7) % 1000) }));
    const { passes, crossings } = layOut({ ...wishOf(nodes, links), restarts: 0 });
    expect(passes).toHaveLength(1000);
    expect(crossings).toBe(0);
  });
});

describe(byChance('crossings'), () => {
  test('are the same as found by looking at every pair', async () => {
    const links = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 60 });
    await holds(
      fc.property(links, (pairs) => {
        const steps = pairs.map(([left, right]) => ({ column: 0, left, right }));
        return countCrossings(pairs) === crossingsByPairs(steps);
      }),
      times(500, 10_000),
    );
  });

  test('the effort shrinks as the map grows', () => {
    expect(effortFor(50, 75)).toBeGreaterThan(effortFor(300, 450) - 1);
    expect(effortFor(300, 450)).toBeGreaterThan(effortFor(2000, 3000));
    expect(effortFor(0, 0)).toBeGreaterThan(0);
  });
});
