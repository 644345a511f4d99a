// A map split over slides: each link once, each node at least once, nothing over its room, the same each time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnFill, type SplitRoom, splitMap } from '#shared/deck/mapSplit.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { columnsOf } from '#shared/map/columns.ts';
import { adjacency } from '#shared/map/graph.ts';
import { kindOf, type MapGraph, type MapLink, type MapNode, NODE_TYPES, type NodeType } from '#shared/map/model.ts';

const ROOM: SplitRoom = { height: 4.6, columns: 7, gap: 0.12, heightOf: () => 0.8 };

function graphOf(types: readonly NodeType[], ends: readonly (readonly [number, number])[]): MapGraph {
  const nodes = new Map(
    types.map((type, at): [RecordId, MapNode] => {
      const id = `n${at}` as RecordId;
      return [id, { id, type, kind: kindOf(type), title: `Node ${at}`, owner: undefined, component: undefined }];
    }),
  );
  const links = ends.map(
    ([from, to], at): MapLink => ({
      id: `l${at}` as RecordId,
      from: `n${from}` as RecordId,
      to: `n${to}` as RecordId,
      weight: undefined,
      necessary: false,
      rationale: undefined,
      evidence: undefined,
      tree: types[from] === 'objective' && types[to] === 'objective',
    }),
  );
  return { nodes, links, ...adjacency(links), loose: [], twins: new Map() };
}

/** Any links at all: forbidden ones, doubles and circles come in files too. */
const graphs = fc
  .array(fc.constantFrom(...NODE_TYPES), { minLength: 1, maxLength: 60 })
  .chain((types) =>
    fc
      .array(fc.tuple(fc.nat(types.length - 1), fc.nat(types.length - 1)), { maxLength: 120 })
      .map((ends) => graphOf(types, ends)),
  );

describe('any map', () => {
  test('has each link on one slide, and each node on one at least, with both ends of every link', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const parts = splitMap(graph, ROOM);
        const links = parts.flatMap((part) => part.links.map(({ id }) => id));
        expect([...links].sort()).toEqual(graph.links.map(({ id }) => id).sort());
        expect(new Set(parts.flatMap(({ nodes }) => [...nodes.keys()]))).toEqual(new Set(graph.nodes.keys()));
        for (const part of parts)
          for (const { from, to } of part.links) expect(part.nodes.has(from) && part.nodes.has(to)).toBe(true);
      }),
    );
  });

  test('has no column over its room, and no more columns than a slide is wide', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        for (const part of splitMap(graph, ROOM)) {
          expect(columnFill(part, ROOM)).toBeLessThanOrEqual(ROOM.height);
          expect(columnsOf(part).types.length).toBeLessThanOrEqual(ROOM.columns);
        }
      }),
    );
  });

  test('is split the same way each time', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const shape = () =>
          splitMap(graph, ROOM).map(({ nodes, links }) => [[...nodes.keys()], links.map(({ id }) => id)]);
        expect(shape()).toEqual(shape());
      }),
    );
  });

  test('that a slide holds is one slide', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const held = columnFill(graph, ROOM) <= ROOM.height && columnsOf(graph).types.length <= ROOM.columns;
        fc.pre(held);
        expect(splitMap(graph, ROOM)).toHaveLength(1);
      }),
    );
  });
});

describe('bands', () => {
  test('each have their own rows', () => {
    const laned: SplitRoom = { ...ROOM, laneOf: ({ id }) => String(Number(id.slice(1)) % 3), laneGap: 0.45 };
    fc.assert(
      fc.property(graphs, (graph) => {
        const parts = splitMap(graph, laned);
        for (const part of parts) expect(columnFill(part, laned)).toBeLessThanOrEqual(laned.height);
        expect(parts.reduce((sum, { links }) => sum + links.length, 0)).toBe(graph.links.length);
      }),
    );
  });
});

describe('chains', () => {
  /** An objective with six benefits, each with a change, an enabling change and an enabler of its own. */
  const wide = (() => {
    const types: NodeType[] = ['objective'];
    const ends: [number, number][] = [];
    for (let chain = 0; chain < 12; chain++) {
      const first = types.length;
      types.push('benefit', 'businessChange', 'enablingChange', 'enabler');
      ends.push([first, 0], [first + 1, first], [first + 2, first + 1], [first + 3, first + 2]);
    }
    return graphOf(types, ends);
  })();

  test('are read to their end on one slide, under their objective', () => {
    const parts = splitMap(wide, ROOM);
    expect(parts.map(({ links }) => links.length)).toEqual([20, 20, 8]);
    for (const part of parts) {
      expect(part.nodes.has('n0' as RecordId)).toBe(true);
      expect(part.links.length).toBe(part.nodes.size - 1);
    }
  });

  test('a thousand links deep are split too', () => {
    const deep = graphOf(
      Array.from({ length: 1000 }, () => 'benefit' as const),
      Array.from({ length: 999 }, (_, at) => [at, at + 1] as const),
    );
    const parts = splitMap(deep, ROOM);
    expect(parts.reduce((sum, { links }) => sum + links.length, 0)).toBe(999);
  });

  test('nodes without links come last', () => {
    const loners = graphOf(['objective', 'benefit', ...Array.from({ length: 12 }, () => 'driver' as const)], [[1, 0]]);
    const parts = splitMap(loners, ROOM);
    expect(parts[0]?.links).toHaveLength(1);
    expect(parts.at(-1)?.links).toHaveLength(0);
  });
});
