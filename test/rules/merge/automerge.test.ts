// A second opinion from outside this project: on fields every laptop holds, our clashes are Automerge's conflicts of unlike values.
import { change, clone, type Doc, from, getConflicts, merge } from '@automerge/automerge';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchUp, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { LIFE } from '#shared/change/model.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { anyKind, RECORDS, write } from '#test/kit/history.ts';

const FIELDS = ['a', 'b', 'c'];
type Records = Record<string, Record<string, number>>;

const aStep = (laptops: number) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        who: fc.nat(laptops - 1),
        record: fc.constantFrom(...RECORDS),
        field: fc.constantFrom(...FIELDS),
        value: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ who: fc.nat(laptops - 1), from: fc.nat(laptops - 1) }) },
  );

const story = fc
  .integer({ min: 2, max: 5 })
  .chain((laptops) =>
    fc.record({ laptops: fc.constant(laptops), steps: fc.array(aStep(laptops), { minLength: 2, maxLength: 30 }) }),
  );

async function desks(laptops: number) {
  const first = { ctx: testContext(1), open: await openBook(memoryStore(), anyKind, 0) };
  const edits = RECORDS.flatMap((record) => [
    { record, field: LIFE, value: 'here' },
    ...FIELDS.map((field) => ({ record, field, value: 0 })),
  ]);
  await write(first.open, first.ctx, edits);
  const rows = await first.open.store.readSince(0);
  const others = Array.from({ length: laptops - 1 }, async (_, i) => {
    const open = await openBook(memoryStore(), anyKind, 0);
    await open.store.append(0, () => rows.map((row) => row.change), 0);
    await catchUp(open, 0);
    return { ctx: testContext(i + 2), open };
  });
  return [first, ...(await Promise.all(others))];
}

type Desk = Awaited<ReturnType<typeof desks>>[number];

async function hear(desk: Desk, other: Desk): Promise<void> {
  const theirs = (await other.open.store.readSince(0)).map((row) => row.change);
  await desk.open.store.append(0, () => theirs.filter(({ id }) => !desk.open.state.has(id)), desk.ctx.now());
  await catchUp(desk.open, desk.ctx.now());
}

describe(byChance('beside Automerge'), () => {
  test('the same fields are in conflict', () =>
    holds(
      fc.asyncProperty(story, async ({ laptops, steps }) => {
        const ours = await desks(laptops);
        const start: Records = Object.fromEntries(
          RECORDS.map((id) => [id, Object.fromEntries(FIELDS.map((f) => [f, 0]))]),
        );
        const origin = from<Records>(start);
        const docs: Doc<Records>[] = ours.map(() => clone(origin));
        for (const step of steps) {
          const desk = ours[step.who] as Desk;
          const doc = docs[step.who] as Doc<Records>;
          if ('value' in step) {
            const { record, field, value } = step;
            await write(desk.open, desk.ctx, [{ record, field, value }]);
            docs[step.who] = change(doc, (draft) => {
              (draft[record] as Record<string, number>)[field] = value;
            });
          } else if (step.from !== step.who) {
            await hear(desk, ours[step.from] as Desk);
            docs[step.who] = merge(doc, clone(docs[step.from] as Doc<Records>));
          }
        }
        const [mine, ...others] = ours as [Desk, ...Desk[]];
        for (const other of others) await hear(mine, other);
        const whole = docs.slice(1).reduce((all, doc) => merge(all, clone(doc)), docs[0] as Doc<Records>);
        const changes = (await mine.open.store.readSince(0)).map((row) => row.change);
        const clashes = clashesOf(mine.open.state, changes).map(({ record, field, sides }) => [
          `${record} ${field}`,
          sides.map(({ value }) => value).sort(),
        ]);
        const conflicts = RECORDS.flatMap((record: RecordId) =>
          FIELDS.flatMap((field) => {
            const said = Object.values(getConflicts(whole[record] as Doc<Record<string, number>>, field) ?? {});
            const unlike = [...new Set(said)].sort();
            return unlike.length > 1 ? [[`${record} ${field}`, unlike]] : [];
          }),
        );
        expect(Object.fromEntries(clashes)).toEqual(Object.fromEntries(conflicts));
        return true;
      }),
      times(60, 3_000),
    ));
});
