// What was recorded does not move by merge, whatever arrives and in whatever order; deletes beside edits are told.
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { takeDecision } from '#shared/acts/take-decision.ts';
import { catchUp, commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { Change } from '#shared/change/model.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { recordHolds } from '#shared/govern/standing.ts';
import type { Context } from '#shared/kit/context.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done } from '#shared/kit/result.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { act, must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import {
  AS_AT,
  bodyNamed,
  forwarded,
  type Governed,
  governed,
  holderIn,
  optionIn,
  withRights,
} from '#test/kit/govern.ts';
import { replay } from '#test/kit/history.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
const logOf = async ({ at }: Governed): Promise<Change[]> =>
  (await at.open.store.readSince(0)).map(({ change }) => change);

/** The same book on another laptop. */
async function copyOf(made: Governed, seed: number) {
  const ctx = testContext(seed);
  const open = await openBook(memoryStore(), kindTable, ctx.now());
  const changes = await logOf(made);
  await open.store.append(0, () => changes, ctx.now());
  await catchUp(open, ctx.now());
  return { ctx, open, log: async () => (await open.store.readSince(0)).map(({ change }) => change) };
}

const taking = (made: Governed, decision: RecordId) => ({
  decision,
  on: '2025-10-15' as Day,
  asAt: AS_AT,
  body: bodyNamed(made, 'Portfolio manager'),
  person: holderIn(made, 'Portfolio manager'),
  outcome: 'agreed' as const,
  option: optionIn(made, decision, 'asAsked'),
  rationale: 'It pays back.',
  resolution: 'Agreed.',
  exceptions: { aimless: 'a', ownerNotHeard: 'b' },
  actions: [],
});

/** Writes one field as any act would. */
const set = async (open: OpenBook, ctx: Context, kind: string, record: RecordId, field: string, value: unknown) =>
  must(await commit(open, ctx, () => done({ act: 'act.editField', writes: [{ kind, record, field, value }] })));

const orders = (mine: readonly Change[], theirs: readonly Change[]) => [
  [...mine, ...theirs],
  [...theirs, ...mine],
  [...theirs, ...mine].reverse(),
];

describe('a decision recorded on one laptop', () => {
  test('and edited on the other: the record stands and holds, the edit lies beside it', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const other = await copyOf(made, 77);
    must(await act(made.at.open, made.at.ctx, takeDecision, taking(made, decision)));
    await set(other.open, other.ctx, 'decision', decision, 'title', 'Give it all');
    await set(other.open, other.ctx, 'decision', decision, 'question', 'Why not all?');
    await set(other.open, other.ctx, 'decisionOption', optionIn(made, decision, 'asAsked'), 'title', 'All of it');
    const [mine, theirs] = [await logOf(made), await other.log()];
    const recorded = new Book(made.at.open.state).get('decision', decision);
    for (const order of orders(mine, theirs)) {
      const state = replay(order);
      const book = new Book(state);
      expect(book.get('decision', decision)).toEqual(recorded);
      expect(recordHolds(book, book.get('decision', decision) as never)).toBe(true);
      const beside = clashesOf(state, order).filter(({ record }) => record === decision);
      expect(beside.map(({ what, field }) => [what, field])).toEqual([
        ['besideSeal', 'question'],
        ['besideSeal', 'title'],
      ]);
      expect(beside.flatMap(({ sides }) => sides.map(({ value }) => value))).toContain('Give it all');
    }
  });

  test('on both: both records are kept, one number and two seals are told', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const second = await forwarded(made, 'fund', 10_000);
    const [other, third] = [await copyOf(made, 78), await copyOf(made, 79)];
    must(await act(made.at.open, made.at.ctx, takeDecision, taking(made, decision)));
    const apart = { ...taking(made, decision), rationale: 'Because we said so.' };
    must(await act(other.open, other.ctx, takeDecision, apart));
    must(
      await act(third.open, third.ctx, takeDecision, {
        ...taking(made, second),
        exceptions: { ...taking(made, second).exceptions, notTheDecider: 'c' },
      }),
    );
    const copies = [
      { book: BOOK, changes: await other.log() },
      { book: BOOK, changes: await third.log() },
    ];
    const plan = must(planMerge({ book: BOOK, changes: await logOf(made) }, copies, made.at.ctx.now()));
    expect(plan.findings.map(({ rule }) => rule)).toEqual(['numberTwice', 'sealedTwice']);
    const rationales = plan.clashes.find(({ field }) => field === 'taken')?.sides.map(({ value }) => value);
    expect(rationales).toMatchObject([{ rationale: expect.any(String) }, { rationale: expect.any(String) }]);
    const book = new Book(plan.merged);
    expect(recordHolds(book, book.get('decision', decision) as never)).toBe(true);
  });
});

describe('two sound copies', () => {
  test('a delete beside an edit it did not see, a link to what is gone, and a circle are told', async () => {
    const made = await governed();
    const { at, component } = made;
    const part = await at.add('component', { name: 'Part', parent: component });
    const lone = await at.add('component', { name: 'Lone' });
    const other = await copyOf(made, 80);
    must(await act(at.open, at.ctx, deleteRecord, { kind: 'component', record: lone }));
    await set(other.open, other.ctx, 'component', lone, 'name', 'Lone no more');
    await set(other.open, other.ctx, 'component', part, 'parent', lone);
    const copy = [{ book: BOOK, changes: await other.log() }];
    const plan = must(planMerge({ book: BOOK, changes: await logOf(made) }, copy, at.ctx.now()));
    expect(plan.clashes).toMatchObject([
      { what: 'deleted', record: lone, field: 'name', sides: [{ value: null }, { value: 'Lone no more' }] },
    ]);
    expect(plan.findings).toMatchObject([
      { rule: 'linkToDeleted', record: part, field: 'parent', others: [{ record: lone }] },
    ]);
    const [x, y] = [await at.add('component', { name: 'X' }), await at.add('component', { name: 'Y' })];
    const third = await copyOf(made, 81);
    await set(at.open, at.ctx, 'component', x, 'parent', y);
    await set(third.open, third.ctx, 'component', y, 'parent', x);
    const round = must(
      planMerge({ book: BOOK, changes: await logOf(made) }, [{ book: BOOK, changes: await third.log() }], at.ctx.now()),
    );
    expect(round.findings).toMatchObject([{ rule: 'circle', field: 'parent' }]);
    expect([round.findings[0]?.record, round.findings[0]?.others[0]?.record].sort()).toEqual([x, y].sort());
  });

  test('another book, and one change with two contents, are refused', async () => {
    const made = await governed();
    const changes = await logOf(made);
    const elsewhere = idFromBytes(new Uint8Array(16).fill(7)) as BookId;
    expect(planMerge({ book: BOOK, changes }, [{ book: elsewhere, changes }], 0)).toMatchObject({
      problem: { code: 'merge.otherBook' },
    });
    const bent = changes.map((change, i) => (i === 3 ? { ...change, by: 'Mallory' } : change));
    expect(planMerge({ book: BOOK, changes }, [{ book: BOOK, changes: bent }], 0)).toMatchObject({
      problem: { code: 'merge.twoContents', args: { id: changes[3]?.id } },
    });
  });
});
