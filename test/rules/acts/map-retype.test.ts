// Naming a node before knowing what it is: another type keeps what was said of it, or says what would be lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { scaleWeights } from '#shared/acts/draw-link.ts';
import { retypeNode } from '#shared/acts/retype-node.ts';
import { commit, type OpenBook } from '#shared/change/commit.ts';
import { invert } from '#shared/change/invert.ts';
import { Book } from '#shared/domain/book.ts';
import { done } from '#shared/kit/result.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { act, must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { id, type MapMaker, made } from '#test/kit/mapBook.ts';

const ctx = testContext(12);

const around = (maker: MapMaker) =>
  maker
    .put('person', 'ada', { name: 'Ada' })
    .put('component', 'clinics', { name: 'Clinics' })
    .node('enabler', 'before')
    .node('objective', 'after')
    .link('before', 'node', { weight: 30, necessary: true })
    .link('node', 'after', { weight: 20 })
    .map('one', ['before', 'node'])
    .map('two', ['node']);

const retyped = async (open: OpenBook, type: NodeType) => {
  const result = await act(open, ctx, retypeNode, { node: id('node'), type });
  return result.ok ? '' : result.problem.code;
};

const told = (open: OpenBook) => {
  const graph = wholeGraph(new Book(open.state));
  return {
    nodes: [...graph.nodes.values()].map(({ title, type, owner, component }) => ({ title, type, owner, component })),
    links: graph.links.map(({ id: link, weight, necessary, from, to }) => ({
      link,
      weight,
      necessary,
      from: graph.nodes.get(from)?.title,
      to: graph.nodes.get(to)?.title,
    })),
    maps: ['one', 'two'].map((map) =>
      [...mapGraph(new Book(open.state), id(map)).nodes.values()].map(({ title }) => title).sort(),
    ),
    loose: graph.loose,
  };
};

describe('another type', () => {
  const pairs = NODE_TYPES.flatMap((from) => NODE_TYPES.filter((to) => to !== from).map((to) => ({ from, to })));

  test.each(pairs)('$from → $to keeps title, links and places; undo brings the old one back', async ({ from, to }) => {
    const open = await around(made().node(from, 'node')).open();
    const before = told(open);
    const step = must(await act(open, ctx, retypeNode, { node: id('node'), type: to }));
    const after = told(open);
    const inOrder = (nodes: typeof before.nodes) => nodes.toSorted((a, b) => (a.title < b.title ? -1 : 1));
    expect(inOrder(after.nodes)).toEqual(
      inOrder(before.nodes.map((node) => (node.title === 'node' ? { ...node, type: to } : node))),
    );
    expect({ ...after, nodes: [] }).toEqual({ ...before, nodes: [] });
    must(
      await commit(open, ctx, (state) => {
        const inverse = invert(state, step.change as NonNullable<typeof step.change>, step.before);
        return done({ act: 'act.undo', writes: inverse.writes });
      }),
    );
    expect(told(open)).toEqual(before);
  });

  test('keeps owner, component, due day and note where the new kind knows them', async () => {
    const said = { owner: 'ada', component: 'clinics', due: '2026-01-01', done: '2026-02-01', note: 'By hand' };
    const open = await around(made().node('enabler', 'node', said)).open();
    expect(await retyped(open, 'businessChange')).toBe('');
    expect([...new Book(open.state).all('businessChange')]).toMatchObject([{ title: 'node', ...said }]);
    expect([...new Book(open.state).all('enabler')].map(({ title }) => title)).toEqual(['before']);
  });

  test('to the type it has changes nothing', async () => {
    const open = await around(made().node('driver', 'node')).open();
    const step = must(await act(open, ctx, retypeNode, { node: id('node'), type: 'driver' }));
    expect(step.change).toBeUndefined();
    expect((await act(open, ctx, retypeNode, { node: id('gone'), type: 'driver' })).ok).toBe(false);
  });
});

describe('another type is refused by name', () => {
  const cases: readonly [string, (maker: MapMaker) => MapMaker, NodeType, string][] = [
    ['a due day no benefit has', (m) => m.node('enabler', 'node', { due: '2026-01-01' }), 'benefit', 'map.wouldLose'],
    ['an owner no driver has', (m) => m.node('benefit', 'node', { owner: 'ada' }), 'driver', 'map.wouldLose'],
    ['a description no enabler has', (m) => m.node('driver', 'node', { description: 'x' }), 'enabler', 'map.wouldLose'],
    ['a category', (m) => m.node('benefit', 'node', { category: 'cashable' }), 'businessChange', 'map.wouldLose'],
    [
      'a measure',
      (m) => m.node('benefit', 'node').put('measure', 'm', { name: 'M', benefit: 'node' }),
      'businessChange',
      'map.benefitHasLedger',
    ],
    [
      'an assumption',
      (m) => m.node('benefit', 'node').put('assumption', 'a', { text: 'A', benefit: 'node' }),
      'businessChange',
      'map.benefitHasLedger',
    ],
    [
      'an attestation',
      (m) =>
        m
          .node('benefit', 'node')
          .put('attestation', 'a', { benefit: 'node', owner: 'ada', period: '2026-Q1', on: '2026-04-01' }),
      'objective',
      'map.benefitHasLedger',
    ],
    ['a state', (m) => m.node('benefit', 'node', { state: 'validated' }), 'businessChange', 'map.benefitHasLedger'],
    [
      'an alignment',
      (m) => m.node('objective', 'node').put('alignment', 'a', { component: 'clinics', objective: 'node' }),
      'driver',
      'map.objectiveInUse',
    ],
    [
      'parts of an objective',
      (m) => m.node('objective', 'node').node('objective', 'part', { parent: 'node' }),
      'driver',
      'map.objectiveInUse',
    ],
    ['its strategy', (m) => m.node('objective', 'node', { strategy: 'Vision' }), 'driver', 'map.wouldLose'],
  ];
  test.each(cases)('where it holds %s', async (_, make, type, code) => {
    const open = await around(make(made())).open();
    const before = told(open);
    expect(await retyped(open, type)).toBe(code);
    expect(told(open)).toEqual(before);
  });

  test('what is only identified, and holds nothing, is not', async () => {
    const open = await around(made().node('benefit', 'node', { state: 'identified' })).open();
    expect(await retyped(open, 'businessChange')).toBe('');
    expect((await act(open, ctx, deleteRecord, { kind: 'benefit', record: id('node') })).ok).toBe(false);
  });
});

describe(byChance('weights brought back'), () => {
  const weights = fc.array(
    fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10),
    { minLength: 2, maxLength: 14 },
  );

  test('add up to exactly 100, each within a tenth of its proportion, and say nothing where nobody did', () =>
    holds(
      fc.asyncProperty(weights, async (all) => {
        const sum = all.reduce((total, weight) => total + weight, 0);
        const maker = made().node('objective', 'aim').node('benefit', 'silent').node('disbenefit', 'harm');
        maker.node('objective', 'part', { parent: 'aim' }).link('silent', 'aim').link('harm', 'aim', { weight: 70 });
        for (const [i, weight] of all.entries())
          maker.node('benefit', `b${i}`).link(`b${i}`, 'aim', { weight, as: `l${i}` });
        const open = await maker.open();
        const result = await act(open, ctx, scaleWeights, { node: id('aim') });
        if (sum <= 100) {
          expect(result.ok ? '' : result.problem.code).toBe('map.nothingToScale');
          return true;
        }
        must(result);
        const book = new Book(open.state);
        const scaled = all.map((_, i) => book.get('contribution', id(`l${i}`))?.weight as number);
        // in tenths, which a number holds exactly
        expect(scaled.reduce((total, weight) => total + Math.round(weight * 10), 0)).toBe(1_000);
        for (const [i, weight] of scaled.entries()) {
          expect(weight).toBe(Math.round(weight * 10) / 10);
          expect(Math.abs(weight - ((all[i] as number) * 100) / sum)).toBeLessThan(0.1 + 1e-9);
          if (all[i] === 0) expect(weight).toBe(0);
        }
        expect(book.get('contribution', id('silent-aim'))?.weight).toBeUndefined();
        expect(book.get('contribution', id('harm-aim'))?.weight).toBe(70);
        return true;
      }),
      times(150, 3_000),
    ));
});
