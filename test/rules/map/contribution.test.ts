// Path contribution against every path written out: the product along each, summed over all, and what is not known said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/kit/ids.ts';
import {
  contributionsFrom,
  contributionsTo,
  inflowOf,
  needing,
  type PathShare,
  shareThrough,
} from '#shared/map/contribution.ts';
import type { MapGraph, MapLink } from '#shared/map/model.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aMap, drawn, id, made } from '#test/kit/mapBook.ts';

const RUNS = times(200, 5_000);
const NONE: PathShare = { share: 0, isPartial: false, isStated: false };

/** Every path from one node to another that passes none of `shut` on its way; for maps without circles. */
function pathsOf(graph: MapGraph, from: RecordId, to: RecordId, shut: ReadonlySet<RecordId> = new Set()): MapLink[][] {
  return graph.links
    .filter((link) => link.from === from)
    .flatMap((link) => [
      ...(link.to === to ? [[link]] : []),
      ...(link.to !== to && !shut.has(link.to) ? pathsOf(graph, link.to, to, shut).map((rest) => [link, ...rest]) : []),
    ]);
}

function shareBy(graph: MapGraph, paths: readonly MapLink[][]): PathShare {
  const stated = paths.filter((path) => path.every(({ weight }) => weight !== undefined));
  const sign = ({ from, to }: MapLink) =>
    graph.nodes.get(from)?.type === 'disbenefit' && graph.nodes.get(to)?.type === 'objective' ? -1 : 1;
  const product = (path: readonly MapLink[]) =>
    path.reduce((share, link) => (share * sign(link) * (link.weight as number)) / 100, 1);
  return {
    share: stated.reduce((sum, path) => sum + product(path), 0),
    isPartial: stated.length < paths.length,
    isStated: stated.length > 0,
  };
}

function same(found: PathShare | undefined, wanted: PathShare): void {
  const { share, ...rest } = found ?? NONE;
  expect(share).toBeCloseTo(wanted.share, 10);
  expect(rest).toEqual({ isPartial: wanted.isPartial, isStated: wanted.isStated });
}

describe(byChance('on maps without circles'), () => {
  test('what comes from a node, and what comes to it, is the sum over all paths', () =>
    holds(
      fc.property(aMap(9, 18, false), (map) => {
        const graph = drawn(map).graph();
        for (const from of graph.nodes.keys()) {
          const down = contributionsFrom(graph, from);
          expect(down.has(from)).toBe(false);
          for (const to of graph.nodes.keys()) {
            if (to === from) continue;
            const paths = pathsOf(graph, from, to);
            expect(down.has(to)).toBe(paths.length > 0);
            const wanted = shareBy(graph, paths);
            same(down.get(to), wanted);
            same(contributionsTo(graph, to).get(from), wanted);
            same(shareThrough(graph, new Set([from]), to), wanted);
          }
        }
        return true;
      }),
      RUNS,
    ));

  test('by way of several nodes each path counts once, from the last of them it passes', () =>
    holds(
      fc.property(aMap(9, 18, false), fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }), (map, picked) => {
        const graph = drawn(map).graph();
        const sources = new Set(picked.map((place) => id(`n${place % map.types.length}`)));
        for (const to of graph.nodes.keys()) {
          const paths = [...sources].filter((from) => from !== to).flatMap((from) => pathsOf(graph, from, to, sources));
          same(shareThrough(graph, sources, to), shareBy(graph, paths));
        }
        return true;
      }),
      RUNS,
    ));

  test('sums are linear: halving the weights into a node halves what comes to it', () =>
    holds(
      fc.property(aMap(8, 14, false), fc.nat(7), (map, picked) => {
        const to = picked % map.types.length;
        const halved = {
          ...map,
          links: map.links.map((link) =>
            link.to === to && link.weight !== undefined ? { ...link, weight: link.weight / 2 } : link,
          ),
        };
        const [whole, half] = [drawn(map), drawn(halved)].map((each) => contributionsTo(each.graph(), id(`n${to}`)));
        for (const [from, { share, ...rest }] of whole ?? []) same(half?.get(from), { share: share / 2, ...rest });
        return true;
      }),
      RUNS,
    ));

  test('weights into a node and what is left are its links’, without the tree and without a disbenefit’s pull', () =>
    holds(
      fc.property(aMap(9, 18, false), (map) => {
        const graph = drawn(map).graph();
        for (const [place, type] of map.types.entries()) {
          const into = map.links.filter(
            ({ from, to }) => to === place && !(type === 'objective' && map.types[from] === 'disbenefit'),
          );
          const stated = into.reduce((sum, { weight = 0 }) => sum + weight, 0);
          expect(inflowOf(graph, id(`n${place}`))).toEqual({
            stated,
            unstated: into.filter(({ weight }) => weight === undefined).length,
            other: Math.max(0, 100 - stated),
          });
        }
        return true;
      }),
      RUNS,
    ));
});

describe(byChance('on maps with circles'), () => {
  /** What can be reached by any number of links. */
  const beyond = (graph: MapGraph, from: RecordId): Set<RecordId> => {
    const met = new Set<RecordId>();
    for (let grown = true; grown; ) {
      grown = false;
      for (const link of graph.links)
        if ((link.from === from || met.has(link.from)) && !met.has(link.to)) {
          met.add(link.to);
          grown = true;
        }
    }
    return met;
  };

  test('nothing hangs; a share that a circle touches is partial, any other is as if the circle were not there', () =>
    holds(
      fc.property(aMap(8, 16, true), (map) => {
        const graph = drawn(map).graph();
        const after = new Map([...graph.nodes.keys()].map((node) => [node, beyond(graph, node)] as const));
        const leads = (a: RecordId, b: RecordId) => a === b || after.get(a)?.has(b) === true;
        const inCircle = (link: MapLink) => leads(link.to, link.from);
        const straight = graph.links.filter((link) => !inCircle(link));
        for (const from of graph.nodes.keys())
          for (const to of graph.nodes.keys()) {
            if (from === to) continue;
            const found = contributionsFrom(graph, from).get(to);
            expect(found !== undefined).toBe(after.get(from)?.has(to) === true);
            const own = shareBy(graph, pathsOf({ ...graph, links: straight }, from, to));
            const touched = graph.links.some((link) => inCircle(link) && leads(from, link.from) && leads(link.to, to));
            const wanted = { ...own, isPartial: own.isPartial || touched };
            same(found, wanted);
            same(contributionsTo(graph, to).get(from), wanted);
            same(shareThrough(graph, new Set([from]), to), wanted);
          }
        return true;
      }),
      RUNS,
    ));
});

describe('by hand', () => {
  test('60 % of 50 %, and 20 % straight, is half', () => {
    const graph = made()
      .node('enabler', 'a')
      .node('businessChange', 'b')
      .node('businessChange', 'c')
      .link('a', 'b', { weight: 50 })
      .link('b', 'c', { weight: 60 })
      .link('a', 'c', { weight: 20 })
      .graph();
    same(contributionsFrom(graph, id('a')).get(id('c')), { share: 0.5, isPartial: false, isStated: true });
  });

  test('a disbenefit takes away from an objective, outside its 100 %; a part of an objective has no weight', () => {
    const graph = made()
      .node('benefit', 'good')
      .node('disbenefit', 'bad')
      .node('objective', 'part', { parent: 'aim' })
      .node('objective', 'aim')
      .link('good', 'aim', { weight: 100 })
      .link('bad', 'aim', { weight: 30 })
      .graph();
    expect(contributionsFrom(graph, id('bad')).get(id('aim'))?.share).toBeCloseTo(-0.3, 12);
    expect(inflowOf(graph, id('aim'))).toEqual({ stated: 100, unstated: 0, other: 0 });
    expect(contributionsFrom(graph, id('part')).get(id('aim'))).toEqual({ share: 0, isPartial: true, isStated: false });
  });

  test('need runs by links marked necessary alone', () => {
    const graph = drawn({
      types: ['enabler', 'enablingChange', 'businessChange', 'benefit'],
      links: [
        { from: 0, to: 1, weight: 10, necessary: true },
        { from: 1, to: 2, weight: 10, necessary: true },
        { from: 2, to: 3, weight: 10, necessary: false },
      ],
    }).graph();
    expect([...needing(graph, [id('n0')])].sort()).toEqual(['n1', 'n2']);
  });
});
