// Ids, canonical text and word order: what equality and search rest on.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idFromBytes, isId } from '#shared/kit/ids.ts';
import { canonical, sameValue } from '#shared/kit/json.ts';
import { compareText, foldText } from '#shared/kit/order.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const BYTES = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe(byChance('ids'), () => {
  test('16 bytes are 22 characters that are safe anywhere', () =>
    holds(
      fc.property(BYTES, (bytes) => /^[A-Za-z0-9_-]{22}$/.test(idFromBytes(bytes)) && isId(idFromBytes(bytes))),
      times(200, 20_000),
    ));

  test('one bit more or less is another id', () =>
    holds(
      fc.property(BYTES, fc.nat(127), (bytes, bit) => {
        const other = Uint8Array.from(bytes);
        other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
        return idFromBytes(bytes) !== idFromBytes(other);
      }),
      times(500, 20_000),
    ));
});

const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, shuffled(inner)]),
        )
      : value;

describe(byChance('canonical text'), () => {
  test('is one for one value, whatever the order of its keys', () =>
    holds(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        (value) => canonical(value) === canonical(shuffled(value)) && sameValue(value, shuffled(value)),
      ),
      times(300, 10_000),
    ));

  test('reads back as the value', () =>
    holds(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        (value) => canonical(JSON.parse(canonical(value))) === canonical(value),
      ),
      times(300, 10_000),
    ));

  test('leaves out what is undefined and tells null from nothing only where it matters', () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}');
    expect(sameValue(undefined, null)).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameValue('1', 1)).toBe(false);
  });
});

describe('words', () => {
  test.each([
    ['Élan VITAL', 'elan vital'],
    ['مَشْرُوعُ الأَمَل', 'مشروع الامل'],
    ['المبادرة', 'المبادره'],
    ['مصطفى', 'مصطفي'],
    ['تـــطويـــر', 'تطوير'],
    ['ﬁnance', 'finance'],
    ['ISO ①', 'iso 1'],
  ])('%s is searched as %s', (text, wanted) => expect(foldText(text)).toBe(wanted));

  test('folding twice is folding once', () =>
    holds(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text) => foldText(foldText(text)) === foldText(text),
      ),
      times(1_000, 100_000),
    ));

  test('names with numbers stand in the order of the numbers', () => {
    expect(['Phase 10', 'phase 9', 'Phase 1'].sort((a, b) => compareText(a, b))).toEqual([
      'Phase 1',
      'phase 9',
      'Phase 10',
    ]);
    expect(compareText('a', 'A')).not.toBe(0);
  });
});
