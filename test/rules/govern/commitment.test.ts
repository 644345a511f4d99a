// What a component commits: its own whole-life cost, else that of its parts, however a merge has left the tree.
import { expect, test } from 'vitest';
import { withParts } from '#shared/domain/tree.ts';
import { wholeLifeOf } from '#shared/govern/commitment.ts';
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
