// Which backups stay: never fewer than the newest, and far enough back without growing for ever.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupName, isCopyDue, momentOf, nextMoment, rolledOut } from '#shared/kit/rolling.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const RULE = { newest: 10, days: 14, weeks: 8 };
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25, 15);
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** As the desk does: a backup is added, then those that may go are taken away. */
function after(moments: readonly number[]): number[] {
  let kept: number[] = [];
  for (const moment of moments) {
    kept.push(moment);
    const gone = new Set(rolledOut(kept, moment, RULE));
    kept = kept.filter((each) => !gone.has(each));
  }
  return kept;
}

describe('rolling', () => {
  test('ten of one hour stay, the eleventh takes the oldest away', () => {
    const ten = Array.from({ length: 10 }, (_, i) => NOW + i * 60_000);
    expect(rolledOut(ten, NOW + DAY / 24, RULE)).toEqual([]);
    expect(rolledOut([...ten, NOW + 600_000], NOW + DAY / 24, RULE)).toEqual([NOW]);
  });

  test('after half a year of a backup an hour: ten, the last of each of fourteen days, and of each of eight weeks', () => {
    const hourly = Array.from(
      { length: 182 * 8 },
      (_, i) => NOW - 182 * DAY + Math.floor(i / 8) * DAY + (i % 8) * 3_600_000,
    );
    const kept = after(hourly);
    const last = hourly.at(-1) as number;
    const days = new Set(kept.map(day));
    for (let back = 0; back < 14; back++) expect(days).toContain(day(last - back * DAY));
    const oldest = Math.min(...kept);
    expect(last - oldest).toBeGreaterThan(42 * DAY);
    expect(last - oldest).toBeLessThan(56 * DAY);
    // of a day long past, the last backup is the one that stayed
    expect(
      kept.filter((each) => day(each) === day(last - 13 * DAY)).map((each) => new Date(each).getUTCHours()),
    ).toEqual([new Date(last).getUTCHours()]);
    expect(kept.length).toBeLessThanOrEqual(10 + 14 + 8);
  });

  test(byChance('whatever the dates: the newest stays, and no more than the rule allows'), async () => {
    await holds(
      fc.property(fc.uniqueArray(fc.integer({ min: NOW - 400 * DAY, max: NOW }), { maxLength: 120 }), (moments) => {
        const gone = new Set(rolledOut(moments, NOW, RULE));
        const kept = moments.filter((moment) => !gone.has(moment));
        const newest = [...moments].sort((a, b) => b - a).slice(0, 10);
        return newest.every((moment) => kept.includes(moment)) && kept.length <= 32;
      }),
      times(100, 5_000),
    );
  });

  test('copies of a clock that ran ahead count as the oldest, and go first', () => {
    const ahead = Array.from({ length: 12 }, (_, i) => NOW + (i + 1) * DAY);
    const today = Array.from({ length: 10 }, (_, i) => NOW - i * 60_000);
    expect(rolledOut([...ahead, NOW], NOW, RULE)).not.toContain(NOW);
    expect(rolledOut([...ahead, ...today], NOW, RULE).sort()).toEqual(ahead);
  });

  test('two copies of one millisecond follow each other; a clock set back is not followed ahead', () => {
    expect(nextMoment([], NOW)).toBe(NOW);
    expect(nextMoment([NOW - 5, NOW, NOW + 1], NOW)).toBe(NOW + 2);
    expect(nextMoment([NOW + 1, NOW], NOW)).toBe(NOW + 2);
    expect(nextMoment([NOW + DAY], NOW)).toBe(NOW);
  });
});

test('a moment reads back from its name, and no other name does', () => {
  expect(backupName(NOW + 7)).toBe('2026-11-25T15-00-00-007Z.mizan');
  expect(momentOf(backupName(NOW + 7))).toBe(NOW + 7);
  for (const name of ['', 'x.mizan', '../2026-11-25T15-00-00-007Z.mizan', '2026-13-45T15-00-00-007Z.mizan'])
    expect(momentOf(name)).toBeUndefined();
});

test.each([
  [0, 100 * 3_600_000, false],
  [1, 3_599_999, false],
  [1, 3_600_000, true],
  [49, 0, false],
  [50, 0, true],
])('%i changes, %i ms after the last copy: due %s', (changes, since, due) =>
  expect(isCopyDue(changes, since)).toBe(due),
);
