// Copies that carry only some fields: in any order and grouping one book, completed by fuller copies, and never silent about a gap.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeChange, encodeChange } from '#shared/change/codec.ts';
import type { Change } from '#shared/change/model.ts';
import { gathered, joined, partOf } from '#shared/change/part.ts';
import { runOf } from '#shared/change/run.ts';
import { decodeSnapshot, encodeSnapshot } from '#shared/change/snapshot.ts';
import { State } from '#shared/change/state.ts';
import { type Held, holdingOf, Withheld, withoutFields } from '#shared/change/withheld.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import { PART, PLAIN } from '#shared/file/container.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { unionOf } from '#shared/merge/union.ts';
import { must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aChange, aStep, changesOf, headsByDefinition, plain, RECORDS, replay } from '#test/kit/history.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
const LAPTOPS = 3;
const FIELDS = ['a', 'b', '$life', 'm@'];
const NAMES = RECORDS.flatMap((record) => FIELDS.map((field) => `${record}/${field}`));

/** A history, and copies of it: each as far as its sender knew (a beginning of the whole), and without some fields. */
const story = fc.record({
  steps: fc.array(aStep(LAPTOPS), { minLength: 3, maxLength: 25 }),
  copies: fc.array(fc.record({ until: fc.nat(30), drop: fc.subarray(NAMES) }), { minLength: 2, maxLength: 4 }),
});
const seriesOf = (field: string): string => runOf(field)?.series ?? field;

function copyOf(changes: readonly Change[], drop: readonly string[]): Held {
  return withoutFields({ changes }, (_, record, field) => !drop.includes(`${record}/${field}`));
}
function together(...copies: Held[]): Held {
  const changes = must(unionOf(copies.map((copy) => copy.changes)));
  const holding = holdingOf(copies, changes);
  return { changes, ...(holding ? { holding } : {}) };
}
const bytes = (held: Held) => writeBook({ book: BOOK, ...held });

describe(byChance('parts'), () => {
  test('parts in any order and grouping, and again, give the same bytes', () =>
    holds(
      fc.asyncProperty(story, async ({ steps, copies }) => {
        const made = await changesOf(LAPTOPS, steps);
        const [a, b, c = a, d = b] = copies.map(({ until, drop }) => copyOf(made.slice(0, until), drop)) as [
          Held,
          Held,
          Held?,
          Held?,
        ];
        const one = bytes(together(a, b, c, d));
        expect(bytes(together(d, c, b, a))).toEqual(one);
        expect(bytes(together(together(a, b), together(c, d)))).toEqual(one);
        expect(bytes(together(together(together(d, a), c), b, a))).toEqual(one);
        const back = must(readBook(one));
        expect(bytes({ changes: back.changes, ...(back.holding ? { holding: back.holding } : {}) })).toEqual(one);
        return true;
      }),
      times(150, 5_000),
    ));

  test('what is not said to be withheld is all there; what one copy carries as far as all know is not withheld', () =>
    holds(
      fc.asyncProperty(story, async ({ steps, copies }) => {
        const made = await changesOf(LAPTOPS, steps);
        const held = copies.map(({ until, drop }) => copyOf(made.slice(0, until), drop));
        const all = together(...held);
        const withheld = new Withheld(all.holding);
        const furthest = Math.max(...copies.map(({ until }) => Math.min(until, made.length)));
        for (const name of NAMES) {
          const [record = '', field = ''] = name.split('/');
          // a naive second model: all that was written to the field by then, and what of it is here
          const ofField = (changes: readonly Change[]) =>
            changes.flatMap(({ id, writes }) =>
              writes
                .filter((write) => write.record === record && seriesOf(write.field) === field)
                .map((write) => `${id} ${write.field}`),
            );
          const here = ofField(all.changes).sort();
          const written = ofField(made.slice(0, furthest)).sort();
          const isHidden = withheld.field('thing', record, field);
          if (!isHidden) expect(here).toEqual(written);
          // a record nothing of which is here is withheld whole, fields it never had included
          if (written.length > 0 && copies.some(({ until, drop }) => until >= furthest && !drop.includes(name)))
            expect(isHidden).toBe(false);
        }
        return true;
      }),
      times(150, 5_000),
    ));

  test('a state takes parts and what completes them, in any order, as the whole', () =>
    holds(
      fc.asyncProperty(story, fc.boolean(), async ({ steps, copies }, turned) => {
        const made = await changesOf(LAPTOPS, steps);
        const held = copies.map(({ until, drop }) => copyOf(made.slice(0, until), drop).changes);
        const parts = turned ? held.flat().reverse() : held.flat();
        const union = must(unionOf(held));
        const state = new State();
        for (const change of [...parts, ...parts]) state.apply(change, 8e15);
        expect(plain(state)).toEqual(plain(replay(union)));
        // and the heads are those by definition, of what is here
        const heads = headsByDefinition(union);
        for (const row of state.order)
          for (const field of Object.keys(row.heads).filter((name) => !name.endsWith('@')))
            expect([...state.headIds(row.kind, row.id, field)].sort()).toEqual(heads[`thing/${row.id}/${field}`] ?? []);
        for (const change of made) state.apply(change, 8e15);
        expect(plain(state)).toEqual(plain(replay(made)));
        expect(state.parts.size).toBe(0);
        return true;
      }),
      times(150, 5_000),
    ));
});

const whole = aChange('c1', [{ field: 'a' }, { field: 'b', value: 2 }, { field: 'm@3+2', value: [1, 2] }]);
const part = partOf(whole, ({ field }) => field !== 'b') as Change;

test('a part keeps the places of its writes through text and back', () => {
  expect(part.part).toEqual({ count: 3, places: [0, 2] });
  expect(must(decodeChange(encodeChange(part)))).toEqual(part);
  expect(JSON.parse(encodeChange(part))).toMatchObject({ count: 3, part: [0, 2] });
  expect(encodeChange(must(joined(part, partOf(whole, ({ field }) => field === 'b') as Change)))).toBe(
    encodeChange(whole),
  );
});

test.each([
  [{ part: [0] }, 'part'],
  [{ part: [2, 0] }, 'part'],
  [{ part: [0, 3] }, 'part'],
  [{ part: [0, 2], count: 2 }, 'count'],
  [{ part: undefined }, 'count'],
])('a part that does not add up is refused: %j', (bent, path) => {
  const read = decodeChange(JSON.stringify({ ...JSON.parse(encodeChange(part)), ...bent }));
  expect(read.ok ? '' : read.problem.path).toBe(path);
});

test('two parts that disagree are refused, naming the change', () => {
  const other = { ...part, writes: part.writes.map((write) => ({ ...write, value: 9 })) };
  const both = unionOf([[part], [other]]);
  expect(both.ok ? '' : both.problem.code).toBe('merge.twoContents');
  expect(unionOf([[part], [{ ...whole, by: 'someone else' }]]).ok).toBe(false);
});

test('a log that was completed later shows each change once', () => {
  const rows = [part, aChange('c2', [{ field: 'z' }]), whole].map((change, i) => ({ seq: i + 1, change, arrived: i }));
  expect(gathered(rows).map(({ change }) => change)).toEqual([whole, rows[1]?.change]);
  const unbroken = rows.slice(1);
  expect(gathered(unbroken)).toBe(unbroken);
});

test('parts survive a fold', () => {
  const state = replay([part]);
  const again = decodeSnapshot(encodeSnapshot(state, 1, 0));
  again.apply(whole, 8e15);
  expect(plain(again)).toEqual(plain(replay([whole])));
});

test('a file that withholds something says so by its version, so that an older program refuses it kindly', () => {
  const scoped = withoutFields({ changes: [whole] }, (_, __, field) => field !== 'b');
  const versionOf = (held: Held) => new DataView(bytes(held).buffer).getUint32(8);
  expect(versionOf(scoped)).toBe(PART);
  expect(versionOf({ changes: [whole] })).toBe(PLAIN);
  expect(scoped.holding?.hidden).toEqual([{ kind: 'thing', record: 'r0', field: 'b', known: {} }]);
});
