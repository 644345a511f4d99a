// Undo gives back exactly what stood before, and never takes from others what they wrote since.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Committed, catchUp, commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { invert } from '#shared/change/invert.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { LIFE } from '#shared/change/model.ts';
import { singly } from '#shared/change/run.ts';
import { isHere } from '#shared/change/state.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result } from '#shared/kit/result.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { anEdit, anyKind, type Edit, flat, RECORDS, write } from '#test/kit/history.ts';

type Ctx = ReturnType<typeof testContext>;

async function undo(open: OpenBook, ctx: Ctx, step: Committed): Promise<{ step: Committed; left: string[] }> {
  let left: string[] = [];
  const result: Result<Committed> = await commit(open, ctx, (state) => {
    const inverse = invert(state, step.change as never, step.before);
    left = inverse.left.map(({ record, field }) => `${record}/${field}`);
    return done({ act: 'act.undo', writes: inverse.writes, undoes: step.change as never });
  });
  if (!result.ok) throw new Error(result.problem.code);
  return { step: result.value, left };
}

/** What a person sees: the fields of records that are there. */
const seen = (open: OpenBook) =>
  RECORDS.map((id) => {
    const row = open.state.row('thing', id);
    return isHere(row) ? flat(row.values) : undefined;
  });

/** As acts write: a record is brought to life with its first field, and lives or is deleted ever after. */
const lively = (open: OpenBook, edit: Edit): Edit[] => {
  const life = { ...edit, field: LIFE, value: edit.value === 'deleted' ? 'deleted' : 'here' };
  if (edit.field === LIFE) return [life];
  return open.state.row('thing', edit.record) ? [edit] : [edit, { ...life, value: 'here' }];
};

const values = anEdit.filter(({ field }) => field !== LIFE);
const set = async (open: OpenBook, ctx: Ctx, edits: Parameters<typeof write>[2]): Promise<Committed> => {
  const result = await write(open, ctx, edits);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
/** Every month of a series the made-up edits may write. */
const MONTHS = Array.from({ length: 12 }, (_, i) => `m@${i - 2}`);
const born = RECORDS.map((record) => ({ record, field: LIFE, value: 'here' }));

describe(byChance('undo'), () => {
  test('alone: all the way back and all the way forward again', () =>
    holds(
      fc.asyncProperty(
        fc.array(fc.array(anEdit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (acts) => {
          const open = await openBook(memoryStore(), anyKind, 0);
          const ctx = testContext();
          const pictures = [seen(open)];
          const steps: Committed[] = [];
          for (const edits of acts) {
            const step = await set(
              open,
              ctx,
              edits.flatMap((edit) => lively(open, edit)),
            );
            if (!step.change) continue;
            steps.push(step);
            pictures.push(seen(open));
          }
          const undone: Committed[] = [];
          for (let i = steps.length - 1; i >= 0; i--) {
            const { step, left } = await undo(open, ctx, steps[i] as Committed);
            expect(left).toEqual([]);
            expect(seen(open)).toEqual(pictures[i]);
            undone.unshift(step);
          }
          for (const [i, step] of undone.entries()) {
            if (step.change) await undo(open, ctx, step);
            expect(seen(open)).toEqual(pictures[i + 1]);
          }
          return true;
        },
      ),
      times(100, 3_000),
    ));

  test('with others: what they changed since is left and named, the rest goes back', () =>
    holds(
      fc.asyncProperty(
        fc.array(values, { minLength: 1, maxLength: 5 }),
        fc.array(values, { minLength: 1, maxLength: 5 }),
        fc.array(values, { minLength: 0, maxLength: 5 }),
        async (before, mine, theirs) => {
          const store = memoryStore();
          const me = { open: await openBook(store, anyKind, 0), ctx: testContext(1) };
          const other = { open: await openBook(store, anyKind, 0), ctx: testContext(2) };
          await set(me.open, me.ctx, [...born, ...before]);
          const standing = (open: OpenBook) => RECORDS.map((id) => flat(open.state.row('thing', id)?.values ?? {}));
          const picture = standing(me.open);
          const step = await set(me.open, me.ctx, mine);
          const since = await set(other.open, other.ctx, theirs);
          await catchUp(me.open, me.ctx.now());
          const singles = (done: Committed) =>
            (done.change?.writes ?? [])
              .flatMap((each) => [...singly(each)])
              .map(({ record, field }) => `${record}/${field}`);
          const touched = new Set(singles(since));
          const written = singles(step);
          if (!step.change) return true;
          const { left } = await undo(me.open, me.ctx, step);
          expect(left.sort()).toEqual(written.filter((field) => touched.has(field)).sort());
          await catchUp(other.open, other.ctx.now());
          for (const [i, record] of RECORDS.entries()) {
            const [now, theirs] = [standing(me.open)[i] ?? {}, standing(other.open)[i] ?? {}];
            for (const field of ['a', 'b', ...MONTHS])
              expect(now[field]).toEqual(touched.has(`${record}/${field}`) ? theirs[field] : picture[i]?.[field]);
          }
          return true;
        },
      ),
      times(150, 5_000),
    ));
});

test('a new record undone is gone, redone is back with all it held', async () => {
  const open = await openBook(memoryStore(), anyKind, 0);
  const ctx = testContext();
  const record = 'new' as RecordId;
  const made = await set(open, ctx, [
    { record, field: LIFE, value: 'here' },
    { record, field: 'a', value: 'name' },
  ]);
  const { step } = await undo(open, ctx, made);
  expect(isHere(open.state.row('thing', record))).toBe(false);
  await undo(open, ctx, step);
  expect(isHere(open.state.row('thing', record))).toBe(true);
  expect(open.state.row('thing', record)?.values.a).toBe('name');
});

test('a new record that someone else has written to since stays, whole, and is named', async () => {
  const store = memoryStore();
  const me = { open: await openBook(store, anyKind, 0), ctx: testContext(1) };
  const other = { open: await openBook(store, anyKind, 0), ctx: testContext(2) };
  const record = 'new' as RecordId;
  const made = await set(me.open, me.ctx, [
    { record, field: LIFE, value: 'here' },
    { record, field: 'a', value: 'name' },
  ]);
  await set(other.open, other.ctx, [{ record, field: 'b', value: 'note' }]);
  const { left } = await undo(me.open, me.ctx, made);
  expect(left).toEqual([`new/${LIFE}`]);
  expect(me.open.state.row('thing', record)?.values).toMatchObject({ [LIFE]: 'here', a: 'name', b: 'note' });
});

test('one field edited several times goes back step by step', async () => {
  const open = await openBook(memoryStore(), anyKind, 0);
  const ctx = testContext();
  const steps: Committed[] = [];
  for (const value of [1, 2, 3]) steps.push(await set(open, ctx, [{ record: 'r0' as RecordId, field: 'a', value }]));
  for (const wanted of [2, 1, undefined]) {
    await undo(open, ctx, steps.pop() as Committed);
    expect(open.state.row('thing', 'r0' as RecordId)?.values.a).toBe(wanted);
  }
});
