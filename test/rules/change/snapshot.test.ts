// A folded book opens without its log: snapshot and tail must always tell what the whole log tells.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchUp, foldBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { decodeSnapshot, encodeSnapshot } from '#shared/change/snapshot.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { anyKind, aStep, changesOf, plain, replay, write } from '#test/kit/history.ts';

const record = (i: number) => `record${i}` as RecordId;

describe(byChance('a snapshot'), () => {
  test('reads back as the state it was made of, heads that disagree included', () =>
    holds(
      fc.asyncProperty(fc.array(aStep(3), { minLength: 1, maxLength: 20 }), async (steps) => {
        const changes = await changesOf(3, steps);
        // backwards, so that some replacements are still waiting for what they replace
        const state = replay([...changes].reverse().slice(0, Math.ceil(changes.length * 0.7)));
        const back = decodeSnapshot(encodeSnapshot(state, changes.length, 0));
        expect(plain(back)).toEqual(plain(state));
        expect(back.lastStamp).toEqual(state.lastStamp);
        for (const change of changes) {
          back.apply(change, 8e15);
          state.apply(change, 8e15);
        }
        expect(plain(back)).toEqual(plain(state));
        return true;
      }),
      times(100, 3_000),
    ));

  const foldedBy = fc.record({
    who: fc.nat(2),
    writes: fc.array(fc.record({ record: fc.nat(1_250), value: fc.nat(9) }), { minLength: 1, maxLength: 6 }),
    looks: fc.boolean(),
    folds: fc.boolean(),
    reopens: fc.boolean(),
  });

  test('windows that fold in turn, each only what it touched, leave one that opens as the whole log', () =>
    holds(
      fc.asyncProperty(fc.array(foldedBy, { minLength: 1, maxLength: 12 }), async (turns) => {
        const store = memoryStore();
        const desks = await Promise.all(
          [1, 2, 3].map(async (seed) => ({ ctx: testContext(seed), open: await openBook(store, anyKind, 0) })),
        );
        const first = desks[0] as (typeof desks)[number];
        // three chunks of records in one change
        await write(
          first.open,
          first.ctx,
          Array.from({ length: 1_200 }, (_, i) => ({ record: record(i), field: 'a', value: i })),
        );
        for (const { who, writes, looks, folds, reopens } of turns) {
          const desk = desks[who] as (typeof desks)[number];
          if (reopens) desk.open = await openBook(store, anyKind, desk.ctx.now());
          for (const { record: at, value } of writes)
            await write(desk.open, desk.ctx, [{ record: record(at), field: 'a', value }]);
          if (folds) await foldBook(desk.open);
          if (looks) await catchUp(desk.open, desk.ctx.now());
        }
        const log = (await store.readSince(0)).map(({ change }) => change);
        const opened = await openBook(store, anyKind, first.ctx.now());
        expect(plain(opened.state)).toEqual(plain(replay(log)));
        return true;
      }),
      times(12, 400),
    ));
});

test('more changes than one chunk holds are folded in parts and found again', async () => {
  const store = memoryStore();
  const open = await openBook(store, anyKind, 0);
  const ctx = testContext();
  for (let i = 0; i < 2_105; i++) {
    await write(open, ctx, [{ record: record(i % 7), field: 'a', value: i }]);
    if (i === 1_990 || i === 2_050) await foldBook(open);
  }
  await foldBook(open);
  const snapshot = await store.snapshot();
  expect([...(snapshot?.chunks.keys() ?? [])].sort()).toEqual(['changes/0', 'changes/1', 'meta', 'rows/0']);
  const opened = await openBook(store, anyKind, ctx.now());
  expect(plain(opened.state)).toEqual(plain(open.state));
  expect(opened.state.row('thing', record(0))?.values.a).toBe(2_100);
});

test('a fold that fails is made up for by the next', async () => {
  const store = memoryStore();
  const ctx = testContext();
  let broken = true;
  const open = await openBook(
    { ...store, fold: (snapshot) => (broken ? Promise.reject(new Error('full')) : store.fold(snapshot)) },
    anyKind,
    0,
  );
  await write(open, ctx, [{ record: record(1), field: 'a', value: 1 }]);
  await expect(foldBook(open)).rejects.toThrow('full');
  broken = false;
  await write(open, ctx, [{ record: record(2), field: 'a', value: 2 }]);
  await foldBook(open);
  expect(plain((await openBook(store, anyKind, 0)).state)).toEqual(plain(open.state));
});
