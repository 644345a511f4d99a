// Merge will only be a union of changes: so a state must not depend on the order, or the number of times, they arrive in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotName } from '#shared/change/asat.ts';
import type { ChangeId } from '#shared/kit/ids.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { aChange, aStep, changesOf, headsByDefinition, plain, replay } from '#test/kit/history.ts';

const LAPTOPS = 3;
const steps = fc.array(aStep(LAPTOPS), { minLength: 1, maxLength: 25 });

describe(byChance('several laptops'), () => {
  test('any order of arrival gives equal heads, values, clashes and name', () =>
    holds(
      fc.asyncProperty(steps, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), async (played, dice) => {
        const changes = await changesOf(LAPTOPS, played);
        const mixed = changes
          .map((change, i) => ({ change, by: (dice[i % dice.length] as number) * 31 + i }))
          .sort((a, b) => a.by - b.by)
          .map(({ change }) => change);
        const states = [replay(changes), replay([...changes].reverse()), replay(mixed)];
        for (const state of states.slice(1)) {
          expect(plain(state)).toEqual(plain(states[0] as never));
          expect(snapshotName(state)).toBe(snapshotName(states[0] as never));
          expect([...state.replacedEarly.values()].every((early) => early.size === 0)).toBe(true);
        }
        return true;
      }),
      times(150, 5_000),
    ));

  test('heads are what no other change replaced, by definition; the latest of them stands', () =>
    holds(
      fc.asyncProperty(steps, async (played) => {
        const changes = await changesOf(LAPTOPS, played);
        const state = replay(changes);
        for (const [key, wanted] of Object.entries(headsByDefinition(changes))) {
          const [kind = '', record = '', field = ''] = key.split('/');
          expect([...state.headIds(kind, record as never, field)].sort()).toEqual(wanted);
        }
        return true;
      }),
      times(150, 5_000),
    ));

  test('applying a change again changes nothing', () =>
    holds(
      fc.asyncProperty(steps, async (played) => {
        const changes = await changesOf(LAPTOPS, played);
        const twice = replay([...changes, ...changes, ...changes.slice(0, 3)]);
        expect(plain(twice)).toEqual(plain(replay(changes)));
        return true;
      }),
      times(60, 2_000),
    ));

  test('no two changes share a stamp or an id, and each names its actor’s one before', () =>
    holds(
      fc.asyncProperty(steps, async (played) => {
        const changes = await changesOf(LAPTOPS, played);
        expect(new Set(changes.map(({ at }) => at.join())).size).toBe(changes.length);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        const tips = new Map<string, ChangeId>();
        for (const { at, id, prev } of changes) {
          expect(prev).toBe(tips.get(at[2]) ?? null);
          tips.set(at[2], id);
        }
        return true;
      }),
      times(150, 5_000),
    ));
});

describe('one field, step by step', () => {
  const first = aChange('first', [{ value: 1 }]);
  const left = aChange('left', [{ value: 2, replaces: ['first' as ChangeId] }], {
    at: [1_700_000_000_001, 0, 'l' as never],
  });
  const right = aChange('right', [{ value: 3, replaces: ['first' as ChangeId] }], {
    at: [1_700_000_000_002, 0, 'r' as never],
  });
  const both = aChange('both', [{ value: 4, replaces: ['left', 'right'] as ChangeId[] }], {
    at: [1_700_000_000_003, 0, 'l' as never],
  });

  test('two who did not see each other leave two heads; the later stands; one who saw both leaves one', () => {
    const state = replay([first, left, right]);
    expect(state.headIds('thing', 'r0' as never, 'a')).toEqual(['right', 'left']);
    expect(state.row('thing', 'r0' as never)?.values.a).toBe(3);
    state.apply(both, 8e15);
    expect(state.headIds('thing', 'r0' as never, 'a')).toEqual(['both']);
  });

  test('a replacement that arrives first waits for what it replaces', () => {
    const state = replay([both, left, right, first]);
    expect(state.headIds('thing', 'r0' as never, 'a')).toEqual(['both']);
    expect(state.row('thing', 'r0' as never)?.values.a).toBe(4);
  });

  test('equal heads are no clash', () => {
    const same = aChange('same', [{ value: 2, replaces: ['first' as ChangeId] }], {
      at: [1_700_000_000_004, 0, 's' as never],
    });
    const state = replay([first, left, same]);
    const row = state.row('thing', 'r0' as never);
    expect(row && state.clashes(row, 'a')).toBe(false);
    expect(state.headIds('thing', 'r0' as never, 'a')).toHaveLength(2);
  });
});
