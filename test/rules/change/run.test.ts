// A series is one field a month: written as a run, kept as a column, merged, undone and read month by month.
import { describe, expect, test } from 'vitest';
import { decodeChange, encodeChange } from '#shared/change/codec.ts';
import { commit, openBook } from '#shared/change/commit.ts';
import { historyOf } from '#shared/change/history.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { runName, runOf, valueAt } from '#shared/change/run.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { testContext } from '#test/kit/context.ts';
import { aChange, anyKind, flat, replay } from '#test/kit/history.ts';

const record = 'r0' as RecordId;
const draft = (field: string, value: unknown) =>
  done({ act: 'act.test', writes: [{ kind: 'thing', record, field, value }] });

describe('names', () => {
  test('a month and a run have one name each', () => {
    expect(runOf('forecast@12')).toEqual({ series: 'forecast@', from: 12, count: 1 });
    expect(runOf('forecast@-3+60')).toEqual({ series: 'forecast@', from: -3, count: 60 });
    for (const field of [
      'forecast@+2',
      'forecast@01',
      'forecast@1+1',
      'forecast@1+0',
      'forecast',
      'forecast@',
      '@1',
      'f@1+1201',
    ])
      expect(runOf(field), field).toBeUndefined();
    expect(runName({ series: 'a@', from: 1, count: 1 })).toBe('a@1');
  });
});

describe('a run', () => {
  test('is one write; an edit of one of its months is one write of that month', async () => {
    const store = memoryStore();
    const open = await openBook(store, anyKind, 0);
    const ctx = testContext();
    const first = await commit(open, ctx, () =>
      draft(
        'm@0+60',
        Array.from({ length: 60 }, (_, i) => i),
      ),
    );
    expect(first.ok && first.value.change?.writes.map(({ field }) => field)).toEqual(['m@0+60']);
    const again = await commit(open, ctx, () =>
      draft(
        'm@0+60',
        Array.from({ length: 60 }, (_, i) => (i === 7 ? -1 : i)),
      ),
    );
    expect(again.ok && again.value.change?.writes.map(({ field, value }) => [field, value])).toEqual([['m@7', -1]]);
    const column = open.state.row('thing', record)?.values['m@'] as never;
    expect([valueAt(column, 6), valueAt(column, 7), valueAt(column, 60)]).toEqual([6, -1, null]);
    const entries = historyOf(await store.readSince(0), 'thing', record);
    expect(entries.at(-1)?.fields).toEqual([{ field: 'm@7', value: -1, before: 7 }]);
  });

  test('two laptops that change different months of one run disagree about nothing', () => {
    const base = aChange('base', [{ field: 'm@0+3', value: [1, 1, 1] }]);
    const left = aChange('left', [{ field: 'm@0', value: 5, replaces: ['base' as never] }]);
    const right = aChange('right', [{ field: 'm@2', value: 7, replaces: ['base' as never] }]);
    const state = replay([right, left, base]);
    const row = state.row('thing', record);
    expect(row && flat(row.values)).toEqual({ 'm@0': 5, 'm@1': 1, 'm@2': 7 });
    expect(row && state.clashes(row, 'm@')).toBe(false);
  });

  test('two laptops that change the same month clash, and both values are kept', () => {
    const base = aChange('base', [{ field: 'm@0+3', value: [1, 1, 1] }]);
    const left = aChange('left', [{ field: 'm@0+2', value: [5, 5], replaces: ['base' as never] }]);
    const right = aChange('right', [{ field: 'm@1+2', value: [6, 6], replaces: ['base' as never] }]);
    const state = replay([base, left, right]);
    const row = state.row('thing', record);
    expect(row && state.clashes(row, 'm@')).toBe(true);
    expect(state.headIds('thing', record, 'm@1').sort()).toEqual(['left', 'right']);
    expect(state.headIds('thing', record, 'm@0')).toEqual(['left']);
  });

  test('a run that does not hold what its name says, or writes a month twice, is refused', () => {
    for (const writes of [
      [{ field: 'm@0+3', value: [1, 2] }],
      [{ field: 'm@0+3', value: 1 }],
      [
        { field: 'm@0+3', value: [1, 2, 3] },
        { field: 'm@2', value: 3 },
      ],
    ])
      expect(decodeChange(encodeChange(aChange('a'.repeat(22), writes))).ok).toBe(false);
  });
});
