// The edge matrix, cell by cell as the domain's table has it, in the rule itself and as found on a book with that one link.
import { describe, expect, test } from 'vitest';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { between, verdictOf } from '#shared/map/matrix.ts';
import { NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { findingsOf } from '#shared/sight/findings.ts';
import { id, made } from '#test/kit/mapBook.ts';

const COLUMNS = [
  'enabler',
  'enablingChange',
  'businessChange',
  'benefit',
  'disbenefit',
  'objective',
  'driver',
] as const satisfies readonly NodeType[];

/** Typed from the domain's table: row feeds column. */
const TABLE = `
  enabler         ok     ok     ok     error  ok     error  error
  enablingChange  error  ok     ok     warn   ok     error  error
  businessChange  error  error  ok     ok     ok     warn   error
  benefit         error  error  error  ok     ok     ok     error
  disbenefit      error  error  error  error  ok     ok     error
  objective       error  error  error  error  error  ok     ok
  driver          error  error  error  error  error  error  error`;

const CELLS = TABLE.trim()
  .split('\n')
  .flatMap((row) => {
    const [from, ...cells] = row.trim().split(/ +/);
    return cells.map((cell, at) => ({ from: from as NodeType, to: COLUMNS[at] as NodeType, cell }));
  });

const VERDICTS: Readonly<Record<string, string>> = { ok: 'ok', warn: 'warning', error: 'error' };
const RULES: Readonly<Record<string, readonly string[]>> = { ok: [], warn: ['unusualLink'], error: ['illegalLink'] };

const linkRules = (from: NodeType, to: NodeType, preset: MapPreset | undefined) => {
  const book = made()
    .node(from, 'from')
    .node(to, 'to')
    .link('from', 'to')
    .map('map', ['from', 'to'], { preset })
    .book();
  const rules = (map: string | undefined) =>
    findingsOf(book, map === undefined ? undefined : id(map)).filter(({ rule }) =>
      ['illegalLink', 'unusualLink'].includes(rule),
    );
  return { onMap: rules('map'), inBook: rules(undefined) };
};

test('the table has all forty-nine cells, by the types there are', () => {
  expect(CELLS).toHaveLength(49);
  expect(new Set(CELLS.map(({ from, to }) => `${from} ${to}`)).size).toBe(49);
  expect([...NODE_TYPES].sort()).toEqual([...COLUMNS].sort());
});

describe.each(['network', 'capability', undefined] as const)('preset %s', (preset) => {
  test.each(CELLS)('$from → $to: $cell', ({ from, to, cell }) => {
    expect(verdictOf(from, to, preset)).toBe(VERDICTS[cell]);
    const { onMap, inBook } = linkRules(from, to, preset);
    for (const found of [onMap, inBook]) {
      expect(found.map(({ rule }) => rule)).toEqual(RULES[cell]);
      for (const { severity, nodes, links, remedies } of found) {
        expect(severity).toBe(VERDICTS[cell]);
        expect([nodes, links]).toEqual([['from', 'to'], ['from-to']]);
        expect(remedies.at(-1)).toEqual({ step: 'removeLink', link: 'from-to' });
      }
    }
  });
});

describe('a map of problems', () => {
  test.each(CELLS)('$from → $to is as elsewhere, but a benefit answers a driver', ({ from, to, cell }) => {
    const own = from === 'benefit' && to === 'driver' ? 'ok' : cell;
    expect(verdictOf(from, to, 'problem')).toBe(VERDICTS[own]);
    expect(linkRules(from, to, 'problem').onMap.map(({ rule }) => rule)).toEqual(RULES[own]);
  });
});

describe('what belongs between', () => {
  const okIn = (from: NodeType, to: NodeType, preset: MapPreset) =>
    (preset === 'problem' && from === 'benefit' && to === 'driver') ||
    CELLS.some((each) => each.from === from && each.to === to && each.cell === 'ok');

  test.each(['network', 'problem'] as const)(
    'in a %s map: makes both halves ok, and is named wherever a step of another type would do, that of a disbenefit aside',
    (preset) => {
      for (const { from, to, cell } of CELLS) {
        if (cell === 'ok') continue;
        const type = between(from, to, preset);
        if (type) expect([okIn(from, type, preset), okIn(type, to, preset)], `${from} ${to}`).toEqual([true, true]);
        else
          expect(
            COLUMNS.filter(
              (each) =>
                each !== from &&
                each !== to &&
                each !== 'disbenefit' &&
                okIn(from, each, preset) &&
                okIn(each, to, preset),
            ),
            `${from} ${to}`,
          ).toEqual([]);
      }
    },
  );

  test('technology alone wants a business change, an enabling change too, a change before an aim wants a benefit', () => {
    expect(between('enabler', 'benefit')).toBe('businessChange');
    expect(between('enablingChange', 'benefit')).toBe('businessChange');
    expect(between('businessChange', 'objective')).toBe('benefit');
    expect(between('benefit', 'driver')).toBe('objective');
  });
});
