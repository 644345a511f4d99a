// The clock of changes: only forward, never twice the same, and not to be spoiled by one laptop's bad clock.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActorId } from '#shared/kit/ids.ts';
import { advance, compareStamps, MAX_AHEAD_MS, nextStamp, type Stamp } from '#shared/kit/stamp.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const MINE = 'mine' as ActorId;
const THEIRS = 'theirs' as ActorId;
const NOW = 1_700_000_000_000;

describe(byChance('stamps by chance'), () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), jump: fc.integer({ min: -100_000, max: 100_000 }) }),
    fc.record({
      kind: fc.constant('hear' as const),
      ahead: fc.integer({ min: -2 * MAX_AHEAD_MS, max: 2 * MAX_AHEAD_MS }),
      counter: fc.nat(1_000),
    }),
  );

  test('each is later than all before it, however the clock jumps and whoever is heard', () =>
    holds(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = NOW;
        let last: Stamp | undefined;
        const made: Stamp[] = [];
        for (const each of steps) {
          if (each.kind === 'hear') last = advance(last, [now + each.ahead, each.counter, THEIRS], now);
          else {
            now += each.jump;
            last = nextStamp(last, now, MINE);
            made.push(last);
          }
        }
        return made.every((stamp, i) => i === 0 || compareStamps(made[i - 1] as Stamp, stamp) < 0);
      }),
      times(300, 30_000),
    ));

  test('their order is total: sorting in any order gives one row', () =>
    holds(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(MINE, THEIRS)), { maxLength: 12 }),
        (stamps) => {
          const text = (list: readonly Stamp[]) => JSON.stringify([...list].sort(compareStamps));
          return text(stamps) === text([...stamps].reverse());
        },
      ),
      times(200, 5_000),
    ));
});

test('a stamp more than a day ahead does not move the clock; one within a day does', () => {
  const before: Stamp = [NOW, 0, MINE];
  expect(advance(before, [NOW + MAX_AHEAD_MS + 1, 0, THEIRS], NOW)).toBe(before);
  expect(advance(before, [NOW + MAX_AHEAD_MS, 0, THEIRS], NOW)).toEqual([NOW + MAX_AHEAD_MS, 0, THEIRS]);
  expect(advance(undefined, [NOW + MAX_AHEAD_MS + 1, 0, THEIRS], NOW)).toBeUndefined();
});

test('a foreign counter at the end of what a number holds exactly is passed by', () => {
  const heard = advance(undefined, [NOW, Number.MAX_SAFE_INTEGER, THEIRS], NOW);
  const next = nextStamp(heard, NOW, MINE);
  expect(Number.isSafeInteger(next[1])).toBe(true);
  expect(compareStamps(next, heard as Stamp)).toBeGreaterThan(0);
});
