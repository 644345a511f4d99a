// What a finding says is so: circles by a way round that is there, claims against the lead measure's paths, aims that are served.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeGraph } from '#shared/map/graph.ts';
import { findingsOf } from '#shared/sight/findings.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aMap, cleanChain, drawn, type MapMaker, made } from '#test/kit/mapBook.ts';

test(byChance('each circle is told by a way round that is there, and is one finding by its nodes'), () =>
  holds(
    fc.property(aMap(8, 16, true), (map) => {
      const book = drawn(map).book();
      const links = new Set(wholeGraph(book).links.map(({ from, to }) => `${from} ${to}`));
      const leads = (from: string, to: string, met = new Set<string>()): boolean =>
        [...links].some((link) => {
          const [start, end = ''] = link.split(' ');
          if (start !== from || met.has(end)) return false;
          met.add(end);
          return end === to || leads(end, to, met);
        });
      const circles = findingsOf(book, undefined).filter(({ rule }) => rule === 'circle');
      for (const { args, nodes } of circles) {
        const names = String(args.names).split(' → ');
        expect(names.at(-1)).toBe(names[0]);
        expect(new Set(names).size).toBe(names.length - 1);
        for (const [i, name] of names.slice(0, -1).entries()) expect(links).toContain(`${name} ${names[i + 1]}`);
        for (const name of names) expect(nodes).toContain(name);
      }
      const round = map.types.flatMap((_, i) => (leads(`n${i}`, `n${i}`) ? [`n${i}`] : []));
      expect(circles.flatMap(({ nodes }) => [...nodes]).sort()).toEqual(round);
      return true;
    }),
    times(200, 4_000),
  ),
);

describe('a claim against its paths', () => {
  const gap = (claim: number | undefined, weight: number | undefined, more: (maker: MapMaker) => unknown = () => 0) => {
    const maker = cleanChain(made()).put('contribution', 'change-benefit', { weight: weight ?? null });
    maker.put('component', 'other', { name: 'Other' });
    if (claim !== undefined) maker.put('claim', 'claim', { component: 'component', measure: 'measure', share: claim });
    else maker.put('claim', 'claim', { component: 'other', measure: 'measure', share: 10 });
    more(maker);
    return findingsOf(maker.book(), undefined).filter(({ rule }) => rule === 'claimGap');
  };

  test('exactly five points apart is no gap, whatever the weights; a hair more is one', () => {
    for (let weight = 0; weight <= 100; weight++)
      for (const off of [-5, 5]) {
        const claim = weight + off;
        if (claim < 0 || claim > 100) continue;
        expect(gap(claim, weight), `${claim} ${weight}`).toEqual([]);
        const wider = claim + Math.sign(off) * 0.01;
        if (wider >= 0 && wider <= 100) expect(gap(wider, weight), `${wider} ${weight}`).toHaveLength(1);
      }
  });

  test('names both figures; a path without a claim is one, a weight nobody stated is none', () => {
    expect(gap(80, 40)[0]?.args).toMatchObject({ claim: 80, path: 40 });
    expect(gap(undefined, 40)[0]?.args).toMatchObject({ claim: 0, path: 40 });
    expect(gap(80, undefined)).toEqual([]);
  });

  test('is the one that was made last, not the sum of what was claimed at one time and another', () => {
    const dated = (last: number) => (maker: MapMaker) =>
      maker
        .put('claim', 'claim', { until: '2025-12-31' })
        .put('claim', 'next', { component: 'component', measure: 'measure', share: last, from: '2026-01-01' });
    expect(gap(30, 40, dated(40))).toEqual([]);
    expect(gap(40, 40, dated(70))).toMatchObject([{ args: { claim: 70, path: 40 } }]);
  });

  test('is asked of the lead measure, wherever it stands among the others', () => {
    const lead = (measure: string) => (maker: MapMaker) =>
      maker
        .put('measure', 'second', { name: 'Second', benefit: 'benefit' })
        .put('claim', 'claim2', { component: 'component', measure: 'second', share: 90 })
        .put('benefit', 'benefit', { leadMeasure: measure });
    expect(gap(40, 40, lead('measure'))).toEqual([]);
    expect(gap(40, 40, lead('second'))).toMatchObject([{ args: { claim: 90, path: 40 } }]);
  });
});

describe('what is asked of a line of sight', () => {
  const rules = (maker: MapMaker) => findingsOf(maker.book(), undefined).map(({ key }) => key);

  test('doing an aim harm is not serving it', () => {
    const maker = cleanChain(made())
      .node('objective', 'harmed')
      .node('disbenefit', 'harm', {
        owner: 'person',
        component: 'component',
        treatment: { how: 'accepted', by: 'A', on: '2026-01-01', reason: 'R' },
      });
    maker.link('benefit', 'harm').link('harm', 'harmed', { weight: 10 });
    maker.put('alignment', 'word', { component: 'component', objective: 'harmed' });
    expect(rules(maker)).toEqual(['unservedObjective harmed', 'decorative component harmed']);
  });

  test.each(['rejected', 'notRealised', 'merged'])('a benefit that is %s serves nothing, and is no reason', (state) => {
    const maker = cleanChain(made()).put('benefit', 'benefit', { state });
    expect(rules(maker)).toEqual([
      'unservedObjective objective',
      'idleEnabler enabler',
      'decorative component objective',
    ]);
  });

  test('a benefit that was closed did serve; nothing is expected of it itself', () => {
    const maker = cleanChain(made()).put('benefit', 'benefit', { state: 'closed', owner: 'gone' });
    expect(rules(maker).filter((key) => !key.startsWith('decorative'))).toEqual([]);
  });

  test('what a part shows, the whole shows', () => {
    const maker = cleanChain(made())
      .put('component', 'programme', { name: 'Programme' })
      .put('component', 'component', { parent: 'programme' })
      .put('alignment', 'word', { component: 'programme', objective: 'objective' });
    expect(rules(maker)).toEqual([]);
  });

  test('parts that lie in a circle hang nothing', () => {
    const maker = cleanChain(made())
      .put('component', 'programme', { name: 'Programme', parent: 'component' })
      .put('component', 'component', { parent: 'programme' })
      .put('alignment', 'word', { component: 'programme', objective: 'objective' });
    expect(rules(maker)).toEqual([]);
  });
});
