// What every log must do, wherever it lives: order, all or nothing, writers at once, and a fold that loses nothing.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldBook, openBook } from '#shared/change/commit.ts';
import { encodeSnapshot } from '#shared/change/snapshot.ts';
import type { LogStore } from '#shared/change/store.ts';
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import { testContext } from '#test/kit/context.ts';
import { aChange, anyKind, plain, replay, write } from '#test/kit/history.ts';
import { STORES } from './stores.ts';

const change = (id: string, value: unknown = 1) =>
  aChange(id, [{ record: `r-${id}` as RecordId, value }], { at: [1_700_000_000_000 + id.length, 0, 'actor' as never] });
const ids = async (store: LogStore, since = 0) => (await store.readSince(since)).map(({ change: { id } }) => id);

describe.each(STORES)('the log in $name', ({ fresh, folds }) => {
  let place: ReturnType<typeof fresh>;
  let store: LogStore;
  beforeEach(() => {
    place = fresh();
    store = place.open();
  });
  afterEach(() => {
    store.close();
    place.remove();
  });

  test('is empty at first', async () => {
    expect(await store.readSince(0)).toEqual([]);
    expect(await store.snapshot()).toBeUndefined();
  });

  test('keeps the order it was given, numbered from one without gaps', async () => {
    const first = await store.append(0, () => [change('a'), change('b')], 5);
    const second = await store.append(2, () => [change('c')], 6);
    expect([...first, ...second].map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const rows = await store.readSince(0);
    expect(rows.map(({ seq, change: { id } }) => `${seq}${id}`)).toEqual(['1a', '2b', '3c']);
    expect(rows[0]?.change).toEqual(change('a'));
    expect(await ids(store, 2)).toEqual(['c']);
    expect(await ids(store, 99)).toEqual([]);
  });

  test('hands a writer what it has not seen, and only that', async () => {
    await store.append(0, () => [change('a'), change('b')], 1);
    let unseen: readonly string[] = [];
    await store.append(
      1,
      (rows) => {
        unseen = rows.map(({ change: { id } }) => id);
        return [change('c')];
      },
      2,
    );
    expect(unseen).toEqual(['b']);
  });

  test('a decision that throws, or for nothing, leaves all as it was', async () => {
    await store.append(0, () => [change('a')], 1);
    await expect(
      store.append(
        0,
        () => {
          throw new Error('a bug');
        },
        2,
      ),
    ).rejects.toThrow('a bug');
    expect(await store.append(0, () => [], 3)).toEqual([]);
    expect(await ids(store)).toEqual(['a']);
    expect((await store.append(1, () => [change('b')], 4)).map(({ seq }) => seq)).toEqual([2]);
  });

  test('many writers at once, in two holders: each write survives under a number of its own', async () => {
    const other = place.open();
    const rows = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? store : other).append(0, () => [change(`w${i}`)], i)),
    );
    expect(new Set(rows.flat().map(({ seq }) => seq)).size).toBe(12);
    const kept = await ids(place.open());
    expect([...kept].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `w${i}`).sort());
    expect(kept).toEqual(await ids(store));
    other.close();
  });

  test('another holder of the same log reads what was written', async () => {
    await store.append(0, () => [change('a', { text: '\u2028 “é” \ud83d\ude80 قيمة' })], 1);
    const other = place.open();
    expect((await other.readSince(0))[0]?.change).toEqual((await store.readSince(0))[0]?.change);
    expect((await other.readSince(0))[0]?.change.writes[0]?.value).toEqual({ text: '\u2028 “é” \ud83d\ude80 قيمة' });
    other.close();
  });

  test('a fold opens without the log, and the whole log can still be read', async () => {
    const changes = ['a', 'b', 'c', 'd', 'e'].map((id) => change(id));
    await store.append(0, () => changes.slice(0, 3), 1);
    await store.fold(encodeSnapshot(replay(changes.slice(0, 3)), 3, 0));
    await store.append(3, () => changes.slice(3), 2);
    expect(await ids(store)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await ids(store, 1)).toEqual(['b', 'c', 'd', 'e']);
    expect(await ids(store, 3)).toEqual(['d', 'e']);
    await store.fold(encodeSnapshot(replay(changes), 5, 0));
    expect(await ids(store, 2)).toEqual(['c', 'd', 'e']);
    expect((await store.snapshot())?.foldedTo).toBe(folds ? 5 : undefined);
    expect((await store.append(5, () => [change('f')], 3)).map(({ seq }) => seq)).toEqual([6]);
    expect(plain((await openBook(place.open(), anyKind, 0)).state)).toEqual(plain(replay([...changes, change('f')])));
  });

  test('a fold behind another’s is passed over', async () => {
    const changes = ['a', 'b'].map((id) => change(id));
    await store.append(0, () => changes, 1);
    await store.fold(encodeSnapshot(replay(changes), 2, 0));
    await store.fold(encodeSnapshot(replay(changes.slice(0, 1)), 1, 0));
    expect((await store.snapshot())?.foldedTo).toBe(folds ? 2 : undefined);
    expect(plain((await openBook(store, anyKind, 0)).state)).toEqual(plain(replay(changes)));
  });

  test('two windows write, fold and open again: nothing is lost', async () => {
    const desks = await Promise.all(
      [1, 2].map(async (seed) => ({ ctx: testContext(seed), open: await openBook(place.open(), anyKind, 0) })),
    );
    const made: ChangeId[] = [];
    for (let i = 0; i < 8; i++) {
      await Promise.all(
        desks.map(async ({ open, ctx }, who) => {
          ctx.tick(1);
          const result = await write(open, ctx, [
            { record: `r${i % 3}` as RecordId, field: 'a', value: `${who}-${i}` },
          ]);
          if (result.ok && result.value.change) made.push(result.value.change.id);
        }),
      );
      if (i === 3 || i === 6) await foldBook((desks[i % 2] as (typeof desks)[number]).open);
    }
    expect([...(await ids(store))].sort()).toEqual([...made].sort());
    const again = await openBook(place.open(), anyKind, 0);
    expect(plain(again.state)).toEqual(plain(replay((await store.readSince(0)).map((row) => row.change))));
  });
});
