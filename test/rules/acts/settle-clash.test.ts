// A clash that is settled is gone for whoever hears of it, in whatever order; a delete said anew has seen what it deletes.
import { expect, test } from 'vitest';
import { settleClashes } from '#shared/acts/settle-clash.ts';
import { catchUp, commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { type Change, LIFE } from '#shared/change/model.ts';
import { kindTable } from '#shared/domain/book.ts';
import type { Context } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { act, must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { replay } from '#test/kit/history.ts';
import { desk } from '#test/kit/ledger.ts';

const logOf = async (open: OpenBook): Promise<Change[]> => (await open.store.readSince(0)).map(({ change }) => change);

async function hear(open: OpenBook, ctx: Context, changes: readonly Change[]): Promise<void> {
  await open.store.append(0, () => changes.filter(({ id }) => !open.state.has(id)), ctx.now());
  await catchUp(open, ctx.now());
}

async function twoLaptops() {
  const at = await desk();
  const component = await at.add('component', { name: 'Clinics' });
  const ctx = testContext(99);
  const open = await openBook(memoryStore(), kindTable, 0);
  await hear(open, ctx, await logOf(at.open));
  const set = async (on: OpenBook, by: Context, field: string, value: unknown) =>
    must(
      await commit(on, by, () =>
        done({ act: 'act.editField', writes: [{ kind: 'component', record: component, field, value }] }),
      ),
    );
  return { at, component, other: { open, ctx }, set };
}

const clashesIn = async (open: OpenBook) => clashesOf(open.state, await logOf(open));
const choose = (record: RecordId, field: string, value: unknown) => ({
  choices: [{ kind: 'component', record, field, value }],
});

test('the value chosen stands on both, be it the one that stood or the other', async () => {
  for (const chosen of ['North', 'South']) {
    const { at, component, other, set } = await twoLaptops();
    await set(at.open, at.ctx, 'name', 'North');
    await set(other.open, other.ctx, 'name', 'South');
    await hear(at.open, at.ctx, await logOf(other.open));
    expect(await clashesIn(at.open)).toMatchObject([{ what: 'field', field: 'name' }]);
    must(await act(at.open, at.ctx, settleClashes, choose(component, 'name', chosen)));
    expect(await clashesIn(at.open)).toEqual([]);
    const changes = await logOf(at.open);
    for (const order of [changes, [...changes].reverse()]) {
      const state = replay(order);
      expect(clashesOf(state, order)).toEqual([]);
      expect(state.row('component', component)?.values.name).toBe(chosen);
    }
  }
});

test('a record deleted beside an edit is left deleted, or brought back with the edit; both are final', async () => {
  for (const [life, name] of [
    ['deleted', undefined],
    ['here', 'South'],
  ] as const) {
    const { at, component, other, set } = await twoLaptops();
    await set(at.open, at.ctx, LIFE, 'deleted');
    await set(other.open, other.ctx, 'name', 'South');
    await hear(at.open, at.ctx, await logOf(other.open));
    expect(await clashesIn(at.open)).toMatchObject([{ what: 'deleted', field: 'name' }]);
    must(await act(at.open, at.ctx, settleClashes, choose(component, LIFE, life)));
    expect(await clashesIn(at.open)).toEqual([]);
    expect(at.book.get('component', component)?.name).toBe(name);
  }
});

test('a record nobody has is refused', async () => {
  const { at, other } = await twoLaptops();
  const gone = choose('nothing' as RecordId, 'name', 'x');
  expect(await act(at.open, at.ctx, settleClashes, gone)).toMatchObject({ problem: { code: 'act.recordGone' } });
  expect(await logOf(other.open)).toEqual(await logOf(at.open));
});
