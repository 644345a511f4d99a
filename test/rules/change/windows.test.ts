// Several windows of one book: no write is lost, no stamp comes twice, and every window tells the same story as the log.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchUp, commit, foldBook, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { Change } from '#shared/change/model.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { anEdit, anyKind, plain, replay, write } from '#test/kit/history.ts';

const windows = (store = memoryStore(), count = 3) =>
  Promise.all(
    Array.from({ length: count }, async (_, i) => ({
      ctx: testContext(100 + i),
      open: await openBook(store, anyKind, 0),
    })),
  );

const turn = fc.record({
  /** Who writes at once in this turn. */
  writers: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
  edits: fc.array(anEdit, { minLength: 1, maxLength: 3 }),
  clockMs: fc.integer({ min: -300_000_000, max: 300_000_000 }),
  look: fc.option(fc.nat(2)),
  fold: fc.option(fc.nat(2)),
});

describe(byChance('windows of one book'), () => {
  test('nothing is lost or repeated, whoever writes at once and whatever the clocks say', () =>
    holds(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 15 }), async (turns) => {
        const store = memoryStore();
        const desks = await windows(store);
        const answered: Change[] = [];
        for (const { writers, edits, clockMs, look, fold } of turns) {
          const at = (i: number) => desks[i] as (typeof desks)[number];
          at(writers[0] as number).ctx.tick(clockMs);
          const waiting: Promise<unknown>[] = writers.map((i) =>
            write(at(i).open, at(i).ctx, edits).then((result) => {
              if (result.ok && result.value.change) answered.push(result.value.change);
            }),
          );
          if (look !== null) waiting.push(catchUp(at(look).open, at(look).ctx.now()));
          await Promise.all(waiting);
          if (fold !== null) await foldBook(at(fold).open);
        }
        const log = (await store.readSince(0)).map(({ change }) => change);
        expect(log.map(({ id }) => id).sort()).toEqual(answered.map(({ id }) => id).sort());
        expect(new Set(log.map(({ at }) => at.join())).size).toBe(log.length);
        expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
        const truth = plain(replay(log));
        for (const { open, ctx } of desks) {
          await catchUp(open, ctx.now());
          expect(plain(open.state)).toEqual(truth);
        }
        expect(plain((await openBook(store, anyKind, 0)).state)).toEqual(truth);
        return true;
      }),
      times(120, 4_000),
    ));
});

describe('a clock set back by more than a day', () => {
  test('the same window writes on without repeating a stamp', async () => {
    const [desk] = await windows(memoryStore(), 1);
    if (!desk) throw new Error('no window');
    const stamps: string[] = [];
    for (const [value, tickMs] of [
      [1, 0],
      [2, -3 * 86_400_000],
      [3, 0],
      [4, 0],
      [5, 1],
    ] as const) {
      desk.ctx.tick(tickMs);
      const result = await write(desk.open, desk.ctx, [{ record: 'r0' as RecordId, field: 'a', value }]);
      if (result.ok) stamps.push(String(result.value.change?.at));
    }
    expect(new Set(stamps).size).toBe(5);
    expect(desk.open.state.row('thing', 'r0' as RecordId)?.values.a).toBe(5);
  });
});

describe('a commit', () => {
  const edit = (value: unknown) => [{ record: 'r0' as RecordId, field: 'a', value }];
  const one = async (): Promise<{ open: OpenBook; ctx: ReturnType<typeof testContext> }> => ({
    open: await openBook(memoryStore(), anyKind, 0),
    ctx: testContext(),
  });

  test('a value equal to the only head is not written; clearing what was never there neither', async () => {
    const { open, ctx } = await one();
    await write(open, ctx, edit({ x: 1, y: [2] }));
    expect(await write(open, ctx, edit({ y: [2], x: 1 }))).toEqual(done({ change: undefined, before: [] }));
    expect(await write(open, ctx, [{ record: 'r0' as RecordId, field: 'b', value: null }])).toEqual(
      done({ change: undefined, before: [] }),
    );
    expect(await open.store.readSince(0)).toHaveLength(1);
  });

  test('of two values for one field the last counts: a change writes a field once', async () => {
    const { open, ctx } = await one();
    const result = await write(open, ctx, [...edit(1), ...edit(2)]);
    expect(result.ok && result.value.change?.writes.map(({ value }) => value)).toEqual([2]);
  });

  test('a refusal, a fault of the act and a failed store leave the book and the log as they were', async () => {
    const { open, ctx } = await one();
    await write(open, ctx, edit(1));
    const before = plain(open.state);
    expect(await commit(open, ctx, () => refuse('act.recordGone'))).toMatchObject({ ok: false });
    expect(
      await commit(open, ctx, () => {
        throw new Error('a bug');
      }),
    ).toMatchObject({ ok: false });
    const full = {
      ...open.store,
      append: () => Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' })),
    };
    const result = await commit({ ...open, store: full }, ctx, () =>
      done({ act: 'x', writes: [{ kind: 'thing', ...(edit(2)[0] as never as object) }] as never }),
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'store.full' } });
    expect(plain(open.state)).toEqual(before);
    expect(await open.store.readSince(0)).toHaveLength(1);
  });

  test('an author’s name of any length is kept short enough to be read back', async () => {
    const { open, ctx } = await one();
    const result = await write(open, { ...ctx, by: 'x'.repeat(5_000) }, edit(1));
    expect(result.ok && result.value.change?.by.length).toBe(400);
  });
});
