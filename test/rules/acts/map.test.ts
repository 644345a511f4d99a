// Acts on maps: what they write, what they refuse and why, and that undo gives back what stood before.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '#shared/acts/act.ts';
import { arrangeMap } from '#shared/acts/arrange-map.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { drawLink, insertBetween } from '#shared/acts/draw-link.ts';
import { drawNode, showOnMap, takeOffMap } from '#shared/acts/draw-node.ts';
import { commit, type OpenBook } from '#shared/change/commit.ts';
import { invert } from '#shared/change/invert.ts';
import { isHere } from '#shared/change/state.ts';
import { Book, KINDS, type Kind } from '#shared/domain/book.ts';
import { done } from '#shared/kit/result.ts';
import { needing } from '#shared/map/contribution.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { act, must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { cleanChain, id, made } from '#test/kit/mapBook.ts';

let open: OpenBook;
const ctx = testContext(11);
beforeEach(async () => {
  open = await cleanChain(made())
    .node('enabler', 'spare')
    .map('map', ['enabler', 'enabling', 'benefit'])
    .map('other', ['enabler', 'change'])
    .open();
});

const book = () => new Book(open.state);
const on = (map: string) => [...mapGraph(book(), id(map)).nodes.keys()].sort();
const links = () =>
  wholeGraph(book())
    .links.map(({ from, to, weight }) => `${from} ${to}${weight === undefined ? '' : ` ${weight}`}`)
    .sort();
const refusal = async <Input>(which: Act<Input>, input: Input) => {
  const result = await act(open, ctx, which, input);
  return result.ok ? '' : result.problem.code;
};

/** Everything that is there, as plain data. */
const seen = () =>
  (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    [...(open.state.kinds.get(kind)?.values() ?? [])]
      .filter((row) => isHere(row))
      .map(({ id: record, values }) => ({ kind, record, values: { ...values } })),
  );

/** Runs an act, undoes it, redoes it: gives back what was, and again what came of it. */
async function thereAndBack<Input>(which: Act<Input>, input: Input): Promise<void> {
  const before = seen();
  const did = must(await act(open, ctx, which, input));
  const after = seen();
  const undo = async (step: typeof did) =>
    must(
      await commit(open, ctx, (state) => {
        if (!step.change) throw new Error('nothing was done');
        const inverse = invert(state, step.change, step.before);
        expect(inverse.left).toEqual([]);
        return done({ act: 'act.undo', writes: inverse.writes, undoes: step.change });
      }),
    );
  const undone = await undo(did);
  expect(seen()).toEqual(before);
  await undo(undone);
  expect(seen()).toEqual(after);
}

describe('drawing a node', () => {
  test('a new one, with the link it was typed with, stands on the map with both its ends; undo takes all of it', async () => {
    const input = {
      map: id('map'),
      record: id('new'),
      type: 'businessChange',
      title: '  Clinics book online ',
      link: { from: id('new'), to: id('benefit'), weight: 0 },
    } as const;
    await thereAndBack(drawNode, input);
    expect(book().get('businessChange', id('new'))?.title).toBe('Clinics book online');
    expect(on('map')).toEqual(['benefit', 'enabler', 'enabling', 'new']);
    expect(links()).toContain('new benefit 0');
  });

  test('each type is a record of its kind: a disbenefit a benefit that says so, an objective by its name', async () => {
    for (const type of [
      'enabler',
      'enablingChange',
      'businessChange',
      'benefit',
      'disbenefit',
      'objective',
      'driver',
    ] as const) {
      must(await act(open, ctx, drawNode, { map: undefined, record: id(`new-${type}`), type, title: `A ${type}` }));
      expect(wholeGraph(book()).nodes.get(id(`new-${type}`))).toMatchObject({ type, title: `A ${type}` });
    }
    expect(book().get('benefit', id('new-benefit'))?.state).toBe('identified');
  });

  test('one of the book is put on the map once, its record untouched', async () => {
    const before = book().get('businessChange', id('change'));
    await thereAndBack(drawNode, { map: id('map'), record: id('change') });
    must(await act(open, ctx, drawNode, { map: id('map'), record: id('change'), title: 'Other' }));
    expect(on('map')).toEqual(['benefit', 'change', 'enabler', 'enabling']);
    expect([...book().all('mapPlace')].filter(({ map, node }) => map === 'map' && node === 'change')).toHaveLength(1);
    expect(book().get('businessChange', id('change'))).toEqual(before);
  });

  test.each(['', '  '])('without a name (%j) it is refused at its title', async (title) => {
    expect(await refusal(drawNode, { map: id('map'), record: id('new'), type: 'enabler', title })).toBe('field.empty');
  });

  test('is refused on a map that is gone, of a record that is gone, with a link whose end is gone', async () => {
    expect(await refusal(drawNode, { map: id('gone'), record: id('change') })).toBe('act.recordGone');
    expect(await refusal(drawNode, { map: id('map'), record: id('gone') })).toBe('act.recordGone');
    const link = { from: id('new'), to: id('gone') };
    expect(await refusal(drawNode, { map: id('map'), record: id('new'), type: 'enabler', title: 'New', link })).toBe(
      'map.endGone',
    );
    expect(on('map')).toEqual(['benefit', 'enabler', 'enabling']);
  });
});

describe('what stands on a map', () => {
  test('is put on it and taken off it in one step each; records, links and other maps stay', async () => {
    const before = links();
    await thereAndBack(showOnMap, { map: id('map'), nodes: [id('change'), id('driver'), id('enabler')] });
    expect(on('map')).toEqual(['benefit', 'change', 'driver', 'enabler', 'enabling']);
    await thereAndBack(takeOffMap, { map: id('map'), nodes: [id('enabler'), id('driver'), id('spare')] });
    expect(on('map')).toEqual(['benefit', 'change', 'enabling']);
    expect(on('other')).toEqual(['change', 'enabler']);
    expect(links()).toEqual(before);
  });

  test('is nothing that is not in the book, and on no map that is gone', async () => {
    expect(await refusal(showOnMap, { map: id('map'), nodes: [id('gone')] })).toBe('act.recordGone');
    expect(await refusal(showOnMap, { map: id('gone'), nodes: [id('change')] })).toBe('act.recordGone');
    expect(await refusal(drawLink, { map: id('gone'), from: id('spare'), to: id('change') })).toBe('act.recordGone');
    expect([...book().all('mapPlace')]).toHaveLength(5);
  });

  test('keeps where a person put it, in whole pixels, and lets go of it again', async () => {
    const at = () => [...book().all('mapPlace')].map((place) => place.at).filter((place) => place !== undefined);
    const moved = { node: id('enabler'), at: { x: 3.4, y: -17.6 } };
    await thereAndBack(arrangeMap, { map: id('map'), at: [moved, { node: id('driver'), at: { x: 1, y: 1 } }] });
    expect(at()).toEqual([{ x: 3, y: -18 }]);
    await thereAndBack(arrangeMap, { map: id('map'), at: [{ node: id('enabler'), at: null }] });
    expect(at()).toEqual([]);
    expect(await refusal(arrangeMap, { map: id('gone'), at: [moved] })).toBe('act.recordGone');
  });
});

describe('drawing a link', () => {
  test('states it with its weight and need, and puts both ends on the map', async () => {
    const said = { from: id('spare'), to: id('change'), weight: 40, necessary: true };
    await thereAndBack(drawLink, { map: id('map'), ...said });
    expect(on('map')).toEqual(['benefit', 'change', 'enabler', 'enabling', 'spare']);
    expect(wholeGraph(book()).links.find(({ from }) => from === 'spare')).toMatchObject(said);
  });

  test('said again with a weight it is the same link, weighed; without, it is refused', async () => {
    expect(await refusal(drawLink, { map: undefined, from: id('enabler'), to: id('enabling') })).toBe(
      'map.linkedAlready',
    );
    await thereAndBack(drawLink, { map: undefined, from: id('enabler'), to: id('enabling'), weight: 55 });
    expect(links().filter((link) => link.startsWith('enabler enabling'))).toEqual(['enabler enabling 55']);
  });

  test('that can mean nothing is refused: to itself, to what is gone, more than all', async () => {
    expect(await refusal(drawLink, { map: undefined, from: id('spare'), to: id('spare') })).toBe('map.linkToItself');
    expect(await refusal(drawLink, { map: undefined, from: id('spare'), to: id('gone') })).toBe('map.endGone');
    expect(await refusal(drawLink, { map: undefined, from: id('gone'), to: id('spare') })).toBe('map.endGone');
    expect(await refusal(drawLink, { map: undefined, from: id('spare'), to: id('change'), weight: 101 })).toBe(
      'field.notAPercent',
    );
  });

  test('that the rules forbid is drawn: whoever draws it is thinking aloud', async () => {
    await thereAndBack(drawLink, { map: undefined, from: id('driver'), to: id('enabler') });
    expect(links()).toContain('driver enabler');
  });

  test('a node set between is needed where the link was: the chain of need still runs from end to end', async () => {
    const need = () => [...needing(wholeGraph(book()), [id('change')])].sort();
    must(await act(open, ctx, drawLink, { map: undefined, from: id('change'), to: id('benefit'), necessary: true }));
    expect(need()).toEqual(['benefit']);
    const input = { map: undefined, link: id('change-benefit'), record: id('new'), type: 'businessChange' } as const;
    await thereAndBack(insertBetween, { ...input, title: 'New' });
    expect(need()).toEqual(['benefit', 'new']);
  });

  test('a node set between keeps what was said with the second half', async () => {
    const before = links();
    const input = {
      map: id('map'),
      link: id('change-benefit'),
      record: id('new'),
      type: 'businessChange',
      title: 'New',
    } as const;
    await thereAndBack(insertBetween, input);
    expect(links()).toEqual(
      [...before.filter((link) => link !== 'change benefit 100'), 'change new', 'new benefit 100'].sort(),
    );
    expect(on('map')).toContain('new');
    expect(await refusal(insertBetween, { ...input, record: id('again'), title: ' ' })).toBe('field.empty');
    expect(await refusal(insertBetween, { ...input, record: id('again'), link: id('gone') })).toBe('act.recordGone');
    expect(await refusal(insertBetween, { ...input, record: id('again'), map: id('gone') })).toBe('act.recordGone');
  });
});

describe('deleting', () => {
  test('a node takes its links and its places on every map along, and undo brings them back', async () => {
    await thereAndBack(deleteRecord, { kind: 'enabler', record: id('enabler') });
    expect([on('map'), on('other')]).toEqual([['benefit', 'enabling'], ['change']]);
    expect(links().some((link) => link.includes('enabler '))).toBe(false);
    expect([...book().all('mapPlace')].some(({ node }) => node === 'enabler')).toBe(false);
    expect([...book().all('contribution')]).toHaveLength(4);
  });

  test('one of two records that share an id leaves links and places to the other', async () => {
    const twin = await cleanChain(made()).put('driver', 'enabler', { title: 'Twin' }).map('map', ['enabler']).open();
    must(await act(twin, ctx, deleteRecord, { kind: 'driver', record: id('enabler') }));
    const left = new Book(twin.state);
    expect(wholeGraph(left).twins.size).toBe(0);
    expect(wholeGraph(left).nodes.get(id('enabler'))?.type).toBe('enabler');
    expect([...left.all('contribution')]).toHaveLength(5);
    expect([...mapGraph(left, id('map')).nodes.keys()]).toEqual(['enabler']);
    must(await act(twin, ctx, deleteRecord, { kind: 'enabler', record: id('enabler') }));
    expect([...left.all('contribution')]).toHaveLength(4);
    expect([...left.all('mapPlace')]).toEqual([]);
  });

  test('a map takes its places along, and no node', async () => {
    const before = links();
    await thereAndBack(deleteRecord, { kind: 'benefitMap', record: id('map') });
    expect([...book().all('mapPlace')].every(({ map }) => map === 'other')).toBe(true);
    expect(wholeGraph(book()).nodes.size).toBe(7);
    expect(links()).toEqual(before);
  });

  test('an objective leaves its parts standing, as part of nothing', async () => {
    must(await act(open, ctx, drawNode, { map: undefined, record: id('part'), type: 'objective', title: 'Part' }));
    must(
      await commit(open, ctx, () =>
        done({
          act: 'act.editField',
          writes: [{ kind: 'objective', record: id('part'), field: 'parent', value: id('objective') }],
        }),
      ),
    );
    expect(wholeGraph(book()).links.filter(({ tree }) => tree)).toHaveLength(1);
    await thereAndBack(deleteRecord, { kind: 'objective', record: id('objective') });
    expect(book().get('objective', id('part'))?.parent).toBeUndefined();
    expect(wholeGraph(book()).loose).toEqual([]);
  });
});
