// What a map is drawn from: a column for every node, folds that give everything back, outlines that tell all, labels that cover nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/kit/ids.ts';
import { fold } from '#shared/map/collapse.ts';
import { columnsOf } from '#shared/map/columns.ts';
import { drawScene, type MapPicture, type Metrics, prepare } from '#shared/map/draw.ts';
import { layOut } from '#shared/map/layout.ts';
import { verdictOf } from '#shared/map/matrix.ts';
import type { MapGraph, MapLink } from '#shared/map/model.ts';
import { outlineOf } from '#shared/map/outline.ts';
import type { Rect, Scene } from '#shared/map/scene.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aMap, type Drawn, drawn, id, made } from '#test/kit/mapBook.ts';

const RUNS = times(200, 4_000);
const aTangle = aMap(10, 18, true);
const some = fc.array(fc.nat(9), { maxLength: 4 });
const picked = (map: Drawn, places: readonly number[]) =>
  new Set(places.map((place) => id(`n${place % map.types.length}`)));

/** What leads to each node, by any number of links. */
function upstreamOf(graph: MapGraph, to: RecordId): Set<RecordId> {
  const met = new Set<RecordId>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const link of graph.links)
      if ((link.to === to || met.has(link.to)) && !met.has(link.from)) {
        met.add(link.from);
        grown = true;
      }
  }
  return met;
}
const inCircle = (graph: MapGraph, link: MapLink) => link.from === link.to || upstreamOf(graph, link.from).has(link.to);

describe(byChance('columns'), () => {
  test('every node has one of its own type; an allowed link runs forward, but for circles', () =>
    holds(
      fc.property(aTangle, (map) => {
        const graph = drawn(map).graph();
        const { of, types } = columnsOf(graph);
        for (const { id: node, type } of graph.nodes.values())
          expect(types[of.get(node) as number]).toBe(type === 'disbenefit' ? 'benefit' : type);
        expect(new Set(of.values()).size).toBe(types.length);
        for (const link of graph.links) {
          const [from, to] = [graph.nodes.get(link.from), graph.nodes.get(link.to)];
          if (!from || !to || verdictOf(from.type, to.type) === 'error' || inCircle(graph, link)) continue;
          expect(of.get(link.from)).toBeLessThan(of.get(link.to) as number);
        }
        return true;
      }),
      RUNS,
    ));

  test('types that are kept have a column though nothing stands in it', () => {
    const { types } = columnsOf(made().node('benefit', 'a').graph(), ['enabler', 'driver']);
    expect(types).toEqual(['enabler', 'benefit', 'driver']);
  });
});

describe(byChance('folding'), () => {
  test('hides only what leads to folded nodes and to nothing else that is shown; what is folded can be opened', () =>
    holds(
      fc.property(aTangle, some, (map, places) => {
        const graph = drawn(map).graph();
        const collapsed = picked(map, places);
        const { graph: shown, hides } = fold(graph, collapsed);
        const hidden = [...graph.nodes.keys()].filter((node) => !shown.nodes.has(node));
        for (const node of hidden) {
          expect([...collapsed].some((each) => upstreamOf(graph, each).has(node))).toBe(true);
          for (const link of graph.links.filter(({ from }) => from === node))
            expect(!shown.nodes.has(link.to) || collapsed.has(link.to)).toBe(true);
        }
        // nothing vanishes into itself: each hidden node is hidden by a folded one that shows
        for (const node of hidden)
          expect([...collapsed].some((each) => shown.nodes.has(each) && upstreamOf(graph, each).has(node))).toBe(true);
        expect(shown.links).toEqual(graph.links.filter(({ from, to }) => shown.nodes.has(from) && shown.nodes.has(to)));
        for (const [each, count] of hides)
          expect(count).toBe(hidden.filter((node) => upstreamOf(graph, each).has(node)).length);
        return true;
      }),
      RUNS,
    ));

  test('on maps without circles hides all that leads to folded nodes alone; unfolding gives everything back', () =>
    holds(
      fc.property(aMap(10, 18, false), some, (map, places) => {
        const graph = drawn(map).graph();
        const collapsed = picked(map, places);
        const shown = fold(graph, collapsed).graph;
        const stays = (node: RecordId): boolean => {
          const out = graph.links.filter(({ from }) => from === node);
          return out.length === 0 || out.some(({ to }) => !collapsed.has(to) && stays(to));
        };
        for (const node of graph.nodes.keys()) expect(shown.nodes.has(node), node).toBe(stays(node));
        expect(fold(graph, new Set())).toEqual({ graph, hides: new Map() });
        return true;
      }),
      RUNS,
    ));
});

describe(byChance('the outline'), () => {
  test('lists every node, each link once, each node opened once, in no more rows than nodes and links', () =>
    holds(
      fc.property(aTangle, (map) => {
        const graph = drawn(map).graph();
        const rows = outlineOf(graph);
        expect(new Set(rows.map(({ node }) => node.id))).toEqual(new Set(graph.nodes.keys()));
        expect(rows.flatMap(({ link }) => link?.id ?? []).sort()).toEqual(graph.links.map((link) => link.id).sort());
        expect(rows.filter(({ isAgain }) => !isAgain)).toHaveLength(graph.nodes.size);
        expect(rows.length).toBeLessThanOrEqual(graph.nodes.size + graph.links.length);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const [i, { link, depth, node }] of rows.entries()) {
          const above = rows.slice(0, i).findLast((row) => row.depth === depth - 1);
          if (link) expect([link.from, link.to]).toEqual([node.id, above?.node.id]);
          else expect(depth).toBe(0);
        }
        return true;
      }),
      RUNS,
    ));

  test('closed nodes hide what feeds them, and never themselves: what is closed can be opened', () =>
    holds(
      fc.property(aTangle, some, (map, places) => {
        const graph = drawn(map).graph();
        const closed = picked(map, places);
        const rows = outlineOf(graph, closed);
        const listed = new Set(rows.map(({ node }) => node.id));
        expect(rows.some(({ node, isOpen }) => isOpen && closed.has(node.id))).toBe(false);
        for (const node of graph.nodes.keys()) {
          if (listed.has(node)) continue;
          expect(
            [...closed].some((each) => listed.has(each) && upstreamOf(graph, each).has(node)),
            node,
          ).toBe(true);
        }
        return true;
      }),
      RUNS,
    ));

  test('of a chain a thousand long, and of one closed into a circle, is made at once', () => {
    const chain = (closing: boolean) => {
      const maker = made();
      for (let i = 0; i < 1_000; i++) maker.node('businessChange', `n${i}`);
      for (let i = 0; i < (closing ? 1_000 : 999); i++) maker.link(`n${i}`, `n${(i + 1) % 1_000}`);
      return maker.graph();
    };
    expect(outlineOf(chain(false))).toHaveLength(1_000);
    expect(outlineOf(chain(true))).toHaveLength(1_001);
  });
});

const METRICS: Metrics = {
  perInch: 96,
  nodeWidth: 170,
  columnGap: 80,
  rowGap: 16,
  padding: 8,
  titleSize: 11,
  captionSize: 9,
  labelSize: 9,
  maxLines: 3,
  leading: 1.25,
  spread: true,
};

const pictureOf = (graph: MapGraph, more: Partial<MapPicture> = {}): MapPicture => ({
  graph,
  metrics: METRICS,
  reading: 'ltr',
  isReversed: false,
  keep: [],
  places: new Map(),
  stood: new Map(),
  laneOf: undefined,
  marks: new Map(),
  hides: new Map(),
  caption: ({ type }) => type,
  columnLabel: (type) => type,
  weightText: (weight) => `${weight} %`,
  restarts: 2,
  ...more,
});

function sceneOf(picture: MapPicture): Scene {
  const prepared = prepare(picture);
  return drawScene(picture, prepared, layOut(prepared.wish));
}

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe(byChance('the picture'), () => {
  const aPlace = fc.record({ x: fc.integer({ min: -100, max: 200 }), y: fc.integer({ min: 0, max: 600 }) });

  test('weights cover no node and no other weight, each on its link as stated; nodes cover no node', () =>
    holds(
      fc.property(aTangle, fc.boolean(), fc.boolean(), (map, rtl, isReversed) => {
        const graph = drawn(map).graph();
        const { nodes, links } = sceneOf(pictureOf(graph, { reading: rtl ? 'rtl' : 'ltr', isReversed }));
        expect(nodes).toHaveLength(graph.nodes.size);
        expect(links).toHaveLength(graph.links.length);
        const labels = links.flatMap(({ label }) => label ?? []);
        for (const [i, label] of labels.entries()) {
          for (const node of nodes) expect(overlap(label, node)).toBe(false);
          for (const other of labels.slice(i + 1)) expect(overlap(label, other)).toBe(false);
        }
        for (const [i, node] of nodes.entries())
          for (const other of nodes.slice(i + 1)) expect(overlap(node, other)).toBe(false);
        for (const [i, { label }] of links.entries()) {
          const { weight } = graph.links[i] as MapLink;
          if (label) expect(label.text).toBe(`${weight} %`);
        }
        return true;
      }),
      times(100, 2_000),
    ));

  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

  test('read the other way it is its mirror image; reversed, arrows are drawn from the other end', () =>
    holds(
      fc.property(aTangle, fc.array(fc.tuple(fc.nat(9), aPlace), { maxLength: 3 }), (map, placed) => {
        const graph = drawn(map).graph();
        const places = new Map(placed.map(([place, at]) => [id(`n${place % map.types.length}`), at]));
        const scene = (reading: 'ltr' | 'rtl', isReversed: boolean) =>
          sceneOf(pictureOf(graph, { reading, isReversed, places }));
        const plain = scene('ltr', false);
        const mirror = scene('rtl', false);
        const turned = scene('ltr', true);
        const across = (rect: Rect) => plain.width - rect.x - rect.width;
        expect([mirror.width, mirror.height, mirror.reading]).toEqual([plain.width, plain.height, 'rtl']);
        for (const [i, node] of plain.nodes.entries())
          for (const other of [mirror.nodes[i], turned.nodes[i]]) {
            expect(other && near(other.x, across(node)) && near(other.y, node.y)).toBe(true);
            expect(other?.id).toBe(node.id);
          }
        for (const [i, link] of plain.links.entries()) {
          const [there, back] = [mirror.links[i], turned.links[i]];
          expect([there?.from, there?.to]).toEqual([link.from, link.to]);
          expect([back?.from, back?.to]).toEqual([link.to, link.from]);
          for (const [p, point] of link.path.entries()) {
            const x = plain.width - point.x;
            expect(near(there?.path[p]?.x ?? Number.NaN, x)).toBe(true);
            expect(near(back?.path.at(-1 - p)?.x ?? Number.NaN, x)).toBe(true);
            expect(near(back?.path.at(-1 - p)?.y ?? Number.NaN, point.y)).toBe(true);
          }
          if (link.label) expect(there?.label && near(there.label.x, across(link.label))).toBe(true);
        }
        // both at once: read from the right, and drawn from the other end
        const both = scene('rtl', true);
        expect(both.nodes.map(({ x }) => x)).toEqual(plain.nodes.map(({ x }) => x));
        return true;
      }),
      times(80, 2_000),
    ));
});
