// The trail tells every change of the log, newest first, each field with what stood before it.
import { describe, expect, test } from 'vitest';
import { openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { searchTrail, trailOf } from '#shared/change/trail.ts';
import { testContext } from '#test/kit/context.ts';
import { anyKind, RECORDS, write } from '#test/kit/history.ts';

const [r0, r1] = RECORDS as [(typeof RECORDS)[number], (typeof RECORDS)[number]];

async function told() {
  const store = memoryStore();
  const open = await openBook(store, anyKind, 0);
  const ctx = testContext();
  await write(open, ctx, [
    { record: r0, field: 'a', value: 1 },
    { record: r1, field: 'a', value: 'x' },
    { record: r0, field: 'b', value: 2 },
  ]);
  ctx.tick(60_000);
  await write(open, ctx, [{ record: r0, field: 'a', value: 7 }]);
  ctx.tick(60_000);
  await write(open, ctx, [{ record: r0, field: 'a', value: null }]);
  return { trail: trailOf(await store.readSince(0)), rows: await store.readSince(0) };
}

describe('the trail of a book', () => {
  test('newest first, grouped by record, with what stood before each field', async () => {
    const { trail } = await told();
    expect(trail.map(({ count, records }) => [count, records])).toEqual([
      [1, [{ kind: 'thing', record: r0, fields: [{ field: 'a', before: 7, value: null }] }]],
      [1, [{ kind: 'thing', record: r0, fields: [{ field: 'a', before: 1, value: 7 }] }]],
      [
        3,
        [
          {
            kind: 'thing',
            record: r0,
            fields: [
              { field: 'a', before: null, value: 1 },
              { field: 'b', before: null, value: 2 },
            ],
          },
          { kind: 'thing', record: r1, fields: [{ field: 'a', before: null, value: 'x' }] },
        ],
      ],
    ]);
  });

  test('every write of the log is told once, with author, act, time and the date it speaks of', async () => {
    const { trail, rows } = await told();
    const writes = rows.reduce((sum, { change }) => sum + change.writes.length, 0);
    expect(trail.reduce((sum, { count }) => sum + count, 0)).toBe(writes);
    expect(trail.flatMap(({ records }) => records.flatMap(({ fields }) => fields))).toHaveLength(writes);
    const newest = rows.at(-1)?.change;
    expect(trail[0]).toMatchObject({
      id: newest?.id,
      act: 'act.test',
      by: 'Tester',
      at: newest?.at[0],
      asAt: newest?.asAt,
    });
  });

  test('a change that arrives late stands where its time puts it', async () => {
    const { rows, trail } = await told();
    const [first, second, third] = rows as [(typeof rows)[number], (typeof rows)[number], (typeof rows)[number]];
    expect(trailOf([second, third, first]).map(({ id }) => id)).toEqual(trail.map(({ id }) => id));
  });

  test('a search for a record leaves only that record of a large change', async () => {
    const { trail } = await told();
    const found = searchTrail(
      trail,
      () => false,
      ({ record }) => record === r1,
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.records.map(({ record }) => record)).toEqual([r1]);
    expect(found[0]?.count).toBe(3);
    expect(
      searchTrail(
        trail,
        ({ by }) => by === 'Tester',
        () => false,
      ),
    ).toEqual(trail);
  });
});
