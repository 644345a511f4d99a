// The laws of merge: any order and grouping, any number of times, one book; and no value anyone saved is ever gone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeChange } from '#shared/change/codec.ts';
import { type Change, LIFE } from '#shared/change/model.ts';
import { singly } from '#shared/change/run.ts';
import type { State } from '#shared/change/state.ts';
import { writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import { clashesOf, clashKey } from '#shared/merge/clashes.ts';
import { findingsOf, newFindings } from '#shared/merge/findings.ts';
import { planMerge, recordsOf } from '#shared/merge/plan.ts';
import { byStamp, unionOf } from '#shared/merge/union.ts';
import { must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aStep, changesOf, headsByDefinition, plain, RECORDS, replay } from '#test/kit/history.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
const NOW = 8e15;
/** A record is sealed: what it says then stands, whatever else arrives. */
const aSeal = (laptops: number) =>
  fc.record({
    kind: fc.constant('write' as const),
    who: fc.nat(laptops - 1),
    edits: fc
      .record({ record: fc.constantFrom(...RECORDS), value: fc.constant('sealed') })
      .map(({ record, value }) => [{ record, field: LIFE, value }]),
    clockMs: fc.integer({ min: -200_000_000, max: 200_000_000 }),
  });

/** 2 to 5 laptops, and what each did, heard and kept to itself. */
const story = fc.integer({ min: 2, max: 5 }).chain((laptops) =>
  fc.record({
    laptops: fc.constant(laptops),
    steps: fc.array(fc.oneof({ weight: 7, arbitrary: aStep(laptops) }, { weight: 1, arbitrary: aSeal(laptops) }), {
      minLength: 1,
      maxLength: 25,
    }),
  }),
);
const shuffles = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
const shuffled = <T>(all: readonly T[], dice: readonly number[]): T[] =>
  all
    .map((each, i) => ({ each, by: ((dice[i % dice.length] as number) * 31 + i * 7) % 1009 }))
    .sort((a, b) => a.by - b.by)
    .map(({ each }) => each);

/** The logs the laptops would hand over: parts of the whole, overlapping as they like. */
const partsOf = (changes: readonly Change[], dice: readonly number[]): Change[][] =>
  [0, 1, 2].map((part) => changes.filter((_, i) => ((dice[i % dice.length] as number) + i) % 3 !== part));

describe(byChance('merge'), () => {
  test('in any order and grouping, and again, gives the same bytes', () =>
    holds(
      fc.asyncProperty(story, shuffles, async ({ laptops, steps }, dice) => {
        const changes = await changesOf(laptops, steps);
        const [a = [], b = [], c = []] = partsOf(changes, dice);
        const whole = (...logs: Change[][]) => must(unionOf(logs));
        const bytes = (all: readonly Change[]) => writeBook({ book: BOOK, changes: all });
        const one = bytes(whole(a, b, c));
        expect(bytes(whole(c, b, a))).toEqual(one);
        expect(bytes(whole(whole(a, b), c))).toEqual(one);
        expect(bytes(whole(a, whole(c, b)))).toEqual(one);
        expect(bytes(whole(shuffled(a, dice), b, c, b, a))).toEqual(one);
        const [left, right] = [replay(whole(a, b, c)), replay(shuffled(changes, dice))];
        expect(plain(left)).toEqual(plain(right));
        expect(clashesOf(left, changes)).toEqual(clashesOf(right, shuffled(changes, dice)));
        return true;
      }),
      times(120, 5_000),
    ));

  test('every value saved stands, is a side of a clash, or lies in the log replaced by someone who saw it', () =>
    holds(
      fc.asyncProperty(story, async ({ laptops, steps }) => {
        const changes = await changesOf(laptops, steps);
        const state = replay(changes);
        const shown = new Set(
          clashesOf(state, changes).flatMap(({ record, field, sides }) =>
            sides.map(({ value }) => canonical([record, field, value])),
          ),
        );
        const heads = headsByDefinition(changes);
        for (const { id, writes } of changes)
          for (const write of writes.flatMap((each) => [...singly(each)])) {
            const { record, field, value } = write;
            if (!heads[`thing/${record}/${field}`]?.includes(id)) continue;
            const stands = canonical(standing(state, record, field)) === canonical(value ?? null);
            expect(stands || shown.has(canonical([record, field, value ?? null]))).toBe(true);
          }
        return true;
      }),
      times(120, 5_000),
    ));

  test('the clashes are those of a naive second model: heads by definition, unlike in value, and edits a delete did not see', () =>
    holds(
      fc.asyncProperty(story, async ({ laptops, steps }) => {
        const changes = await changesOf(laptops, steps);
        const state = replay(changes);
        const found = clashesOf(state, changes).map(({ what, record, field }) => `${what} ${record} ${field}`);
        expect(found.sort()).toEqual(naive(changes, state).sort());
        return true;
      }),
      times(120, 5_000),
    ));

  test('a plan tells what is new and touches nothing; what is taken twice is nothing new', () =>
    holds(
      fc.asyncProperty(story, shuffles, async ({ laptops, steps }, dice) => {
        const changes = await changesOf(laptops, steps);
        const [mine = [], theirs = []] = partsOf(changes, dice);
        const before = mine.map(encodeChange);
        const plan = must(planMerge({ book: BOOK, changes: mine }, [{ book: BOOK, changes: theirs }], NOW));
        expect(mine.map(encodeChange)).toEqual(before);
        expect(new Set([...mine, ...plan.fresh].map(({ id }) => id))).toEqual(
          new Set([...mine, ...theirs].map(({ id }) => id)),
        );
        expect(plain(plan.merged)).toEqual(plain(replay(plan.changes)));
        // as though every state were built from nothing and looked through from end to end
        const [old, merged] = [replay(mine), replay([...mine, ...plan.fresh])];
        expect(plan.merged.order.map(({ id }) => id)).toEqual(merged.order.map(({ id }) => id));
        const stood = new Set(clashesOf(old, mine).map(clashKey));
        expect(plan.clashes).toEqual(clashesOf(merged, plan.changes).filter((clash) => !stood.has(clashKey(clash))));
        const apart = [findingsOf(old), findingsOf(replay(theirs))];
        expect(plan.findings).toEqual(newFindings(findingsOf(merged), apart));
        expect(plan.records).toEqual(recordsOf(old, merged, plan.fresh));
        const again = must(planMerge({ book: BOOK, changes: plan.changes }, [{ book: BOOK, changes: theirs }], NOW));
        expect([again.fresh, again.records, again.clashes, again.findings]).toEqual([[], [], [], []]);
        return true;
      }),
      times(80, 3_000),
    ));
});

function standing(state: State, record: string, field: string): unknown {
  const values = state.row('thing', record as never)?.values ?? {};
  const at = field.indexOf('@');
  if (at < 0) return values[field] ?? null;
  const column = values[field.slice(0, at + 1)] as { from: number; values: unknown[] } | undefined;
  return column?.values[Number(field.slice(at + 1)) - column.from] ?? null;
}

/** All writes in a list, heads by definition; what a delete saw is what it lists. */
function naive(changes: readonly Change[], state: State): string[] {
  const valueBy = new Map<string, unknown>();
  const byId = new Map(changes.map((change) => [change.id, change]));
  for (const { id, writes } of changes)
    for (const { record, field, value } of writes.flatMap((each) => [...singly(each)]))
      valueBy.set(`${record}/${field}/${id}`, value ?? null);
  const found: string[] = [];
  const sealOf = (record: string) =>
    (headsByDefinition(changes)[`thing/${record}/${LIFE}`] ?? [])
      .flatMap((id) => (valueBy.get(`${record}/${LIFE}/${id}`) === 'sealed' ? (byId.get(id) ?? []) : []))
      .sort(byStamp)
      .at(-1);
  const all = Object.entries(headsByDefinition(changes));
  for (const [key, heads] of all) {
    const [, record = '', field = ''] = key.split('/');
    const said = new Set(heads.map((id) => canonical(valueBy.get(`${record}/${field}/${id}`))));
    const seal = sealOf(record);
    const alone = seal && field !== LIFE && !field.includes('@') && !heads.includes(seal.id);
    const says = heads.some((id) => valueBy.get(`${record}/${field}/${id}`) !== null);
    if (said.size > 1) found.push(`${seal ? 'besideSeal' : 'field'} ${record} ${field}`);
    else if (alone && says) found.push(`besideSeal ${record} ${field}`);
    if (seal) continue;
    if (field === LIFE || state.row('thing', record as never)?.values[LIFE] !== 'deleted') continue;
    const deletes = (Object.fromEntries(all)[`thing/${record}/${LIFE}`] ?? []).filter(
      (id) => valueBy.get(`${record}/${LIFE}/${id}`) === 'deleted',
    );
    const seen = new Set<string>(deletes);
    for (const id of deletes)
      for (const write of byId.get(id)?.writes ?? [])
        if (write.record === record && write.field === LIFE) for (const each of write.replaces) seen.add(each);
    if (heads.some((id) => !seen.has(id))) found.push(`deleted ${record} ${field}`);
  }
  return found;
}
