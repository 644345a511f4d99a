// What a component commits: its own whole-life cost, else that of its parts, however a merge has left the tree.
import { expect, test } from 'vitest';
import { withParts } from '#shared/domain/tree.ts';
import { commitmentOf, isSuperseded, wholeLifeOf } from '#shared/govern/commitment.ts';
import { moveOf } from '#shared/govern/work.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { bookOf, type Fields, millions } from '#test/kit/books.ts';

const id = (name: string) => name as RecordId;
const component = (name: string, fields: Fields) => ({ kind: 'component', id: name, fields: { name, ...fields } });

test('its own cost where it states one, else the sum of its parts in one currency', () => {
  const book = bookOf([
    component('whole', {}),
    component('near', { parent: 'whole', wholeLifeCost: millions(2) }),
    component('far', { parent: 'whole' }),
    component('deep', { parent: 'far', wholeLifeCost: millions(3) }),
  ]);
  expect(wholeLifeOf(book, id('whole'))).toEqual(millions(5));
  expect(wholeLifeOf(book, id('near'))).toEqual(millions(2));
  expect(withParts(book, id('whole')).toSorted()).toEqual(['deep', 'far', 'near', 'whole']);
});

test('two units of money are not added', () => {
  const book = bookOf([
    component('whole', {}),
    component('near', { parent: 'whole', wholeLifeCost: millions(2) }),
    component('far', { parent: 'whole', wholeLifeCost: millions(3, 'SAR') }),
  ]);
  expect(wholeLifeOf(book, id('whole'))).toBeUndefined();
});

test('where a merge closed a circle the answer still comes, each part counted once', () => {
  const book = bookOf([
    component('one', { parent: 'two' }),
    component('two', { parent: 'one' }),
    component('leaf', { parent: 'two', wholeLifeCost: millions(4) }),
  ]);
  expect(wholeLifeOf(book, id('one'))).toEqual(millions(4));
  expect(withParts(book, id('one')).toSorted()).toEqual(['leaf', 'one', 'two']);
});

test('a part whose cost is not known, or a cost that is withheld, leaves the whole unknown', () => {
  const withheld = { absent: 'exempt', said: 'Exempt under section 43' };
  const book = bookOf([
    component('whole', {}),
    component('near', { parent: 'whole', wholeLifeCost: millions(2) }),
    component('far', { parent: 'whole' }),
    component('shut', { wholeLifeCost: withheld }),
    component('leaf', { parent: 'shut', wholeLifeCost: millions(1) }),
  ]);
  expect(wholeLifeOf(book, id('whole'))).toBeUndefined();
  expect(wholeLifeOf(book, id('shut'))).toBeUndefined();
});

const decision = (name: string, fields: Fields) => ({
  kind: 'decision',
  id: name,
  fields: { title: name, type: 'fund', component: 'one', ...fields },
});
const option = (name: string, of: string, form: string) => ({
  kind: 'decisionOption',
  id: name,
  fields: { decision: of, title: form, form },
});
const taken = (outcome: string, chosen?: string, on = '2026-01-01', number = '2026-001') => ({
  taken: { outcome, option: chosen, on, number, rationale: '', resolution: '', exceptions: [], seal: '' },
});

test.each([
  ['one already agreed', { amount: millions(4), ...taken('agreed') }, 7],
  ['one refused', { amount: millions(4), ...taken('refused') }, 3],
  ['one that settled on doing nothing', { amount: millions(4), ...taken('agreed', 'nothing') }, 3],
  ['one below nothing', { amount: millions(-200) }, 3],
  ['one asked for a benefit of it', { component: null, benefit: 'b', amount: millions(4) }, 7],
  ['one without an amount: all the component costs', {}, 53],
  ['one in other money', { amount: millions(4, 'USD') }, undefined],
])('beside a request of 3 m, %s', (_, other, expected) => {
  const book = bookOf([
    component('one', { wholeLifeCost: millions(50) }),
    { kind: 'benefit', id: 'b', fields: { title: 'b', component: 'one' } },
    decision('other', other),
    option('nothing', 'other', 'doNothing'),
    decision('now', { amount: millions(3) }),
  ]);
  const { amount } = commitmentOf(book, id('one'), 'fund', millions(3), id('now'));
  expect(amount).toEqual(expected === undefined ? undefined : millions(expected));
});

test('what it takes the place of is not counted beside it; a successor that was refused replaces nothing', () => {
  const book = (successor: Fields) =>
    bookOf([
      component('one', {}),
      decision('first', { amount: millions(4), ...taken('agreed') }),
      decision('second', { amount: millions(5), supersedes: 'first', ...successor }),
    ]);
  expect(commitmentOf(book({}), id('one'), 'fund', millions(5), id('second')).amount).toEqual(millions(5));
  expect(isSuperseded(book(taken('refused')), id('first'))).toBe(false);
  expect(isSuperseded(book(taken('agreed')), id('first'))).toBe(true);
  expect(commitmentOf(book(taken('refused')), id('one'), 'fund', millions(3)).amount).toEqual(millions(7));
});

test('the board of work: doing nothing funds nothing, and out of stopped all is asked for again', () => {
  const needs = (work: string, to: string, ...records: Parameters<typeof bookOf>[0]) => {
    const book = bookOf([component('one', { work }), ...records]);
    return moveOf(book, book.get('component', id('one')) as never, to as never).needs;
  };
  const fund = decision('f', taken('agreed'));
  const stop = decision('s', { type: 'stop', ...taken('agreed', undefined, '2026-02-01', '2026-002') });
  const again = decision('a', taken('agreed', undefined, '2026-03-01', '2026-003'));
  expect(needs('approved', 'delivering')).toBe('fund');
  expect(needs('approved', 'delivering', fund)).toBeUndefined();
  expect(needs('approved', 'delivering', decision('f', taken('agreed', 'o')), option('o', 'f', 'doNothing'))).toBe(
    'fund',
  );
  expect(needs('delivering', 'stopped', decision('f', taken('agreed', 'o')), option('o', 'f', 'stop'))).toBeUndefined();
  expect(needs('stopped', 'delivering', fund, stop)).toBe('approve');
  expect(needs('stopped', 'delivering', fund, stop, again)).toBeUndefined();
  expect(needs('delivering', 'stopped', fund, stop, again)).toBe('stop');
  expect(needs('stopped', 'sustained')).toBe('approve');
  expect(needs('stopped', 'candidate')).toBeUndefined();
});
