// Named maps show what stands on them and ask the whole book; maps of two laptops merged tell the same findings either way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '#shared/acts/act.ts';
import { addRecord } from '#shared/acts/add-record.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { drawLink } from '#shared/acts/draw-link.ts';
import type { Change } from '#shared/change/model.ts';
import { Book, type Kind } from '#shared/domain/book.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { kindOf } from '#shared/map/model.ts';
import { findingsOf } from '#shared/sight/findings.ts';
import { act } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { replay } from '#test/kit/history.ts';
import { aMap, cleanChain, drawn, id, type MapMaker, made } from '#test/kit/mapBook.ts';

/** Findings without the order in which a book came to hold what they name. */
const told = (book: Book, map: string | undefined) =>
  findingsOf(book, map === undefined ? undefined : id(map)).map(({ nodes, links, remedies, ...rest }) => ({
    ...rest,
    nodes: [...nodes].sort(),
    links: [...links].sort(),
    remedies: remedies.map((remedy) => JSON.stringify(remedy)).sort(),
  }));

describe('a named map', () => {
  const maker = () => cleanChain(made()).map('map', ['change', 'benefit', 'gone']).map('aims', ['objective', 'driver']);

  test('shows the nodes that stand on it and the links between two of them, no more', () => {
    const book = maker().book();
    const graph = mapGraph(book, id('map'));
    expect([...graph.nodes.keys()].sort()).toEqual(['benefit', 'change']);
    expect(graph.links.map((link) => link.id)).toEqual(['change-benefit']);
    expect(graph.loose).toEqual([]);
    expect(mapGraph(book, id('aims')).links.map((link) => link.id)).toEqual(['objective-driver']);
  });

  test('lacks nothing that the book has: what leads out of it leads on all the same', () => {
    const book = maker().book();
    for (const map of ['map', 'aims']) expect(findingsOf(book, id(map))).toEqual([]);
  });

  test('tells what the whole book finds about its nodes, and nothing about others', () => {
    const book = maker()
      .node('enabler', 'far')
      .put('businessChange', 'change', { owner: 'nobody' })
      .link('enabler', 'change', { weight: 30 })
      .book();
    expect(findingsOf(book, id('map')).map(({ key }) => key)).toEqual(['overWeight change', 'noOwner change']);
    expect(findingsOf(book, id('aims'))).toEqual([]);
    expect(findingsOf(book, undefined).map(({ key }) => key)).toEqual([
      'overWeight change',
      'idleEnabler far',
      'noOwner change',
    ]);
  });

  test('names a link only where both its ends stand, and a loose one by the end that does', () => {
    const book = maker().link('enabler', 'benefit', { as: 'skip' }).link('change', 'nowhere', { as: 'loose' }).book();
    expect(findingsOf(book, id('map')).map(({ key }) => key)).toEqual(['looseLink loose']);
    expect(findingsOf(book, undefined).map(({ key }) => key)).toEqual(['illegalLink skip', 'looseLink loose']);
  });

  test('of problems lets a benefit answer a driver, and then so does the book; any other map names it', () => {
    const answered = () => maker().link('benefit', 'driver', { as: 'answer' });
    const rules = (book: Book, map?: string) => told(book, map).map(({ key }) => key);
    expect(rules(answered().book())).toEqual(['illegalLink answer']);
    const book = answered()
      .map('problems', ['benefit', 'driver'], { preset: 'problem' })
      .map('network', ['benefit', 'driver'], { preset: 'network' })
      .book();
    expect(rules(book, 'problems')).toEqual([]);
    expect(rules(book, 'network')).toEqual(['illegalLink answer']);
    expect(rules(book)).toEqual([]);
    const apart = answered().map('problems', ['benefit'], { preset: 'problem' }).book();
    expect(rules(apart)).toEqual(['illegalLink answer']);
  });

  test('with no node on it is empty, and so is one that is gone', () => {
    const book = maker().map('empty', []).book();
    for (const map of ['empty', 'never']) {
      expect(mapGraph(book, id(map)).nodes.size).toBe(0);
      expect(findingsOf(book, id(map))).toEqual([]);
    }
  });
});

type Step = <T>(run: <Input>(which: Act<Input>, input: Input) => Promise<T>) => Promise<T>;

/** What a laptop that has the base writes, change by change. */
async function laptop(base: MapMaker, seed: number, steps: readonly Step[]): Promise<Change[]> {
  const open = await base.open();
  const ctx = testContext(seed);
  const changes: Change[] = [];
  for (const step of steps) {
    ctx.tick(1_000);
    await step(async (which, input) => {
      const result = await act(open, ctx, which, input);
      if (result.ok && result.value.change) changes.push(result.value.change);
      return undefined as never;
    });
  }
  return changes;
}

const link =
  (from: string, to: string): Step =>
  (run) =>
    run(drawLink, { map: undefined, from: id(from), to: id(to) });
const remove =
  (kind: Kind, record: string): Step =>
  (run) =>
    run(deleteRecord, { kind, record: id(record) });

/** The book as each of the two reads it, having made its own changes first. */
async function merged(base: MapMaker, mine: readonly Step[], theirs: readonly Step[]): Promise<[Book, Book]> {
  const [a, b] = await Promise.all([laptop(base, 21, mine), laptop(base, 22, theirs)]);
  const first = base.change();
  return [new Book(replay([first, ...a, ...b])), new Book(replay([first, ...b, ...a]))];
}

describe('two laptops, merged', () => {
  test('a circle that neither saw is found on both, every link kept', async () => {
    const base = cleanChain(made()).node('businessChange', 'second', { owner: 'person' }).link('second', 'benefit');
    const [here, there] = await merged(base, [link('change', 'second')], [link('second', 'change')]);
    expect(told(here, undefined)).toMatchObject([{ key: 'circle change second', args: { count: 2 } }]);
    expect(told(here, undefined)).toEqual(told(there, undefined));
    expect(wholeGraph(here).links).toHaveLength(8);
  });

  test('a circle with two ways round is told by the same one', async () => {
    const base = made();
    for (const node of ['n0', 'n1', 'n2']) base.node('enabler', node);
    base.link('n1', 'n0').link('n2', 'n0');
    const [here, there] = await merged(base, [link('n0', 'n2')], [link('n0', 'n1')]);
    expect(told(here, undefined)[0]?.args.names).toBe('n0 → n1 → n0');
    expect(told(here, undefined)).toEqual(told(there, undefined));
  });

  test('what is said of an aim is mended by the same benefit', async () => {
    const base = cleanChain(made())
      .node('objective', 'far')
      .put('alignment', 'word', { component: 'component', objective: 'far' });
    const add =
      (record: string): Step =>
      (run) =>
        run(addRecord, { kind: 'benefit', record: id(record), values: { title: record, component: 'component' } });
    const [here, there] = await merged(base, [add('a1')], [add('a2')]);
    expect(told(here, undefined).find(({ rule }) => rule === 'decorative')?.remedies[0]).toContain('a1');
    expect(told(here, undefined)).toEqual(told(there, undefined));
  });

  test('a link to a benefit the other deleted stays, and is found loose by what is left of it', async () => {
    const base = cleanChain(made()).node('businessChange', 'second', { owner: 'person' }).link('change', 'second');
    const [here, there] = await merged(base, [link('second', 'benefit')], [remove('benefit', 'benefit')]);
    const loose = told(here, undefined).filter(({ rule }) => rule === 'looseLink');
    expect(loose).toMatchObject([{ nodes: ['second'], severity: 'error' }]);
    expect(told(here, undefined)).toEqual(told(there, undefined));
  });

  test('the same link drawn twice is a double link, both kept until one is taken out', async () => {
    const base = cleanChain(made()).node('businessChange', 'second', { owner: 'person' }).link('second', 'benefit');
    const [here, there] = await merged(base, [link('enabling', 'second')], [link('enabling', 'second')]);
    expect(told(here, undefined)).toMatchObject([{ rule: 'doubleLink', args: { times: 2 } }]);
    expect(told(here, undefined)).toEqual(told(there, undefined));
    expect(wholeGraph(here).links.filter(({ to }) => to === 'second')).toHaveLength(2);
  });

  const someSteps = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ from: fc.nat(6), to: fc.nat(6) }) },
      { weight: 1, arbitrary: fc.record({ gone: fc.nat(6) }) },
    ),
    { maxLength: 5 },
  );

  test(byChance('whatever they do, both read the same findings, on the whole and on a map'), () =>
    holds(
      fc.asyncProperty(aMap(7, 8, true), someSteps, someSteps, async (map, mine, theirs) => {
        const base = drawn(map).map(
          'map',
          map.types.map((_, i) => `n${i}`).filter((_, i) => i % 2 === 0),
        );
        const steps = (all: typeof mine) =>
          all.map((step) => {
            const at = (place: number) => place % map.types.length;
            if ('gone' in step) return remove(kindOf(map.types[at(step.gone)] as 'driver'), `n${at(step.gone)}`);
            return link(`n${at(step.from)}`, `n${at(step.to)}`);
          });
        const [here, there] = await merged(base, steps(mine), steps(theirs));
        for (const which of [undefined, 'map']) expect(told(here, which)).toEqual(told(there, which));
        const all = (book: Book) => {
          const { links, loose } = wholeGraph(book);
          return [...links.map((each) => each.id), ...loose.map((each) => each.id)].sort();
        };
        expect(all(here)).toEqual(all(there));
        expect(all(here)).toEqual([...here.all('contribution')].map((each) => each.id).sort());
        return true;
      }),
      times(120, 3_000),
    ),
  );
});
