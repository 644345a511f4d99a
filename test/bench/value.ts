// What a book is worth: from scratch beside the same sums over plain objects, after one edit, and what watches it.
import { strict as assert } from 'node:assert';
import { decodeSnapshot, encodeSnapshot } from '#shared/change/snapshot.ts';
import { Book } from '#shared/domain/book.ts';
import { type BookValue, bookValue } from '#shared/value/book-value.ts';
import { suspicions } from '#shared/value/double-count.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { watchList } from '#shared/value/sustainment.ts';
import { AS_AT, BENEFITS, edit, saidOf, valueState } from './value-book.ts';
import { groupPoints, type PlainTotals, pointsOf, sumsOfGroups, sumsOfPoints } from './value-plain.ts';

type Times = Readonly<Record<string, number[]>>;

export function measureValue(rounds: number): Times {
  const times: Record<string, number[]> = {};
  const timed = <T>(name: string, work: () => T): T => {
    globalThis.gc?.();
    const from = performance.now();
    const result = work();
    times[name] = [...(times[name] ?? []), performance.now() - from];
    return result;
  };
  const all = Array.from({ length: BENEFITS }, (_, i) => saidOf(i));
  const points = pointsOf(all);
  const groups = groupPoints(points);
  const snapshot = encodeSnapshot(valueState(all), 1, 0);
  for (let round = 0; round < rounds; round++) {
    // a state read afresh, so that nothing of what it is worth is kept; its records are objects, as the plain ones are
    const state = timed('open', () => decodeSnapshot(snapshot));
    timed('records', () => readAll(new Book(state)));
    const value = timed('scratch', () => bookValue(new Book(state), AS_AT));
    const plain = timed('points', () => sumsOfPoints(all, points));
    timed('groups', () => sumsOfGroups(all, groups));
    mustAgree(value, plain);
    timed('month', () => {
      edit(state, 'measure', 'measure-000123', 'forecast@40', 5_000 + round);
      return bookValue(new Book(state), AS_AT);
    });
    timed('milestone', () => {
      edit(state, 'milestone', 'milestone-77', 'forecast', `2024-0${(round % 9) + 1}-01`);
      return bookValue(new Book(state), AS_AT);
    });
    const after = bookValue(new Book(state), AS_AT);
    timed('suspicions', () => suspicions(new Book(state), after));
    timed('watchList', () => watchList(new Book(state), AS_AT));
  }
  return times;
}

function readAll(book: Book): void {
  for (const kind of ['component', 'benefit', 'measure', 'claim', 'milestone'] as const)
    for (const _ of book.all(kind));
}

/** A race counts only where both come in with the same figures, to the minor unit. */
function mustAgree(value: BookValue, plain: PlainTotals): void {
  for (const group of MONEY_CLASSES) {
    const { actual: _, ...own } = value.total[group];
    assert.deepEqual(own, plain.byClass[group]);
  }
  for (const [id, { worth }] of value.components)
    for (const figure of ['gross', 'attributed', 'riskAdjusted', 'verified', 'plan'] as const)
      assert.equal(
        MONEY_CLASSES.reduce((sum, group) => sum + worth[group][figure], 0),
        plain.byComponent[id]?.[figure] ?? 0,
      );
  for (const [id, { progress }] of value.measures)
    for (const figure of ['actual', 'planToDate', 'planWhole', 'outturn'] as const)
      assert.equal(progress[figure], plain.byMeasure[id]?.[figure]);
  const byYear: Record<string, number> = {};
  for (const { claims } of value.measures.values())
    for (const { class: group, years } of claims)
      years.attributed.forEach((minor, i) => {
        const key = `${group} ${years.firstYear + i}`;
        byYear[key] = (byYear[key] ?? 0) + minor;
      });
  assert.deepEqual(new Map(Object.entries(byYear).sort()), new Map(Object.entries(plain.byYear).sort()));
  assert.equal(new Set(value.overClaims.map(({ measure }) => measure)).size, plain.overClaimed);
}
