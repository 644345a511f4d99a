// A change as text: what is written reads back the same, and no text from outside can do more than be refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFrom, decodeChange, encodeChange, sameChange } from '#shared/change/codec.ts';
import type { Change, Write } from '#shared/change/model.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aChange, replay } from '#test/kit/history.ts';

const anId = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/);
const aName = fc.stringMatching(/^[A-Za-z$][A-Za-z0-9/]{0,20}$/).filter((name) => !(name in {}));
const someWrites = fc.uniqueArray(
  fc.record({
    kind: aName,
    record: anId,
    field: aName,
    value: fc.jsonValue({ maxDepth: 3 }),
    replaces: fc.array(anId, { maxLength: 3 }),
  }),
  { maxLength: 8, selector: ({ kind, record, field }) => `${kind} ${record} ${field}` },
) as fc.Arbitrary<unknown> as fc.Arbitrary<Write[]>;

const anyChange: fc.Arbitrary<Change> = fc
  .record({
    id: anId,
    prev: fc.option(anId),
    at: fc.tuple(fc.nat(2 ** 31 - 1), fc.nat(), anId),
    by: fc.string({ unit: 'binary', maxLength: 50 }),
    schema: fc.integer({ min: 1, max: 99 }),
    writes: someWrites,
  })
  .map((parts) => aChange('x', [], parts as unknown as Partial<Change>));

/** JSON has no −0: what goes through it once is what can be told apart. */
const asStored = (change: Change): Change => JSON.parse(JSON.stringify(change)) as Change;

describe(byChance('the text of a change'), () => {
  test('reads back as the change', () =>
    holds(
      fc.property(anyChange, (change) => {
        const back = decodeChange(encodeChange(change));
        return (
          back.ok &&
          sameChange(back.value, asStored(change)) &&
          encodeChange(back.value) === encodeChange(asStored(change))
        );
      }),
      times(300, 20_000),
    ));

  test('damaged by a character, it is read as something well formed or refused, never thrown at', () =>
    holds(
      fc.property(
        anyChange,
        fc.nat(),
        fc.constantFrom('', '"', '[', ']', '{', ',', '0', '-', '\\', 'e', 'null'),
        (change, place, put) => {
          const text = encodeChange(change);
          const at = place % text.length;
          const result = decodeChange(text.slice(0, at) + put + text.slice(at + 1));
          if (result.ok) replay([result.value]);
          else expect(result.problem.code).toMatch(/^change\./);
          return true;
        },
      ),
      times(500, 50_000),
    ));

  test('any value in the place of any part: the same', () =>
    holds(
      fc.property(anyChange, fc.nat(), fc.jsonValue({ maxDepth: 4 }), (change, place, strange) => {
        const raw = JSON.parse(encodeChange(change)) as Record<string, unknown>;
        put(raw, place, strange);
        const result = changeFrom(raw);
        if (result.ok) replay([result.value]);
        return true;
      }),
      times(500, 50_000),
    ));
});

/** Sets the nth node of a tree, counted depth first. */
function put(tree: unknown, nth: number, value: unknown): void {
  const places: { in: Record<string, unknown>; key: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push({ in: node as Record<string, unknown>, key });
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(tree);
  const place = places[nth % places.length];
  if (place) place.in[place.key] = value;
}

describe('refused', () => {
  const sound = () =>
    JSON.parse(encodeChange(aChange('x', [{ field: 'a' }, { field: 'b' }]))) as Record<string, unknown>;
  const fields = (list: unknown[]) => ({ ...sound(), count: list.length, writes: [['thing', 'r', list]] });
  test.each<[string, unknown, string]>([
    [
      'a field written twice',
      fields([
        ['a', 1],
        ['a', 2],
      ]),
      'writes/0/1',
    ],
    [
      'a field written twice in two groups',
      {
        ...sound(),
        count: 2,
        writes: [
          ['thing', 'r', [['a', 1]]],
          ['thing', 'r', [['a', 2]]],
        ],
      },
      'writes/1/0',
    ],
    ['a count that is not the number of writes', { ...sound(), count: 3 }, 'count'],
    ['a field named as every object’s own', fields([['constructor', 1]]), 'writes/0/0'],
    ['a field named __proto__', fields([['__proto__', { $life: 'here' }]]), 'writes/0/0'],
    ['a line break in a name', fields([['a\nb', 1]]), 'writes/0/0'],
    ['an id that is no id', { ...sound(), id: '../x' }, 'id'],
    ['an id that is a trap', { ...sound(), id: { toString: 1, valueOf: 1 } }, 'id'],
    ['a moment no calendar names', { ...sound(), at: [9e15, 0, 'a'] }, 'at'],
    ['a negative counter', { ...sound(), at: [1, -1, 'a'] }, 'at'],
    ['a day that is none', { ...sound(), asAt: '2023-02-29' }, 'asAt'],
    ['a schema below one', { ...sound(), schema: 0 }, 'schema'],
    ['a replaced id that is no id', fields([['a', 1, 7]]), 'writes/0/0'],
    ['a value deeper than any', fields([['a', JSON.parse('['.repeat(90_000) + ']'.repeat(90_000))]]), 'writes/0/0'],
  ])('%s', (_, raw, path) => {
    const result = changeFrom(raw);
    expect(result).toMatchObject({ ok: false, problem: { code: 'change.badShape', path } });
  });

  test('what is not JSON, or not an object', () => {
    expect(decodeChange('{')).toMatchObject({ ok: false, problem: { code: 'change.notJson' } });
    for (const text of ['null', '1', '"x"', '[]']) expect(decodeChange(text).ok).toBe(false);
  });
});

test('kinds and fields of a newer version are kept and carried', () => {
  const newer = aChange('n', [{ kind: 'ballot', field: 'futureField', value: { deep: [1, { x: 'y' }] } }], {
    schema: 7,
  });
  const back = decodeChange(encodeChange(newer));
  expect(back.ok && back.value).toEqual(newer);
  expect(replay([newer]).row('ballot', 'r0' as never)?.values.futureField).toEqual({ deep: [1, { x: 'y' }] });
});
