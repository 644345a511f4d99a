// The time machine: what stood at a moment, what moved between two, and bringing back as new changes.
import { expect, test } from 'vitest';
import { restoreRecords } from '#shared/acts/restore.ts';
import { stateOf } from '#shared/change/asat.ts';
import { commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { LIFE } from '#shared/change/model.ts';
import { isHere, type State } from '#shared/change/state.ts';
import { trailOf } from '#shared/change/trail.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { arrivedLater, type Compared, compareMoments, momentsOf } from '#shared/merge/moments.ts';
import { trailSheets } from '#shared/merge/trail-sheet.ts';
import { createWords } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { forwarded, governed, withRights } from '#test/kit/govern.ts';

/** Values and life of everything that is in the book: what a reader of it sees. */
const seen = (state: State) =>
  Object.fromEntries(
    state.order
      .filter(isHere)
      .map((row) => [`${row.kind} ${row.id}`, JSON.parse(JSON.stringify(filled(row.values)))])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
  );
/** Columns begin at their first value and end at their last; fields without a value are not there. */
const filled = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]): [string, unknown][] => {
      if (value === null || value === undefined) return [];
      if (!field.endsWith('@')) return [[field, value]];
      const { from, values: months } = value as { from: number; values: readonly unknown[] };
      const told = months.flatMap((month, i) => (month === null || month === undefined ? [] : [[from + i, month]]));
      return told.length > 0 ? [[field, told]] : [];
    }),
  );

const rowsOf = (open: OpenBook) => open.store.readSince(0);
const HOUR = 3_600_000;

/** A governed book, edited in every way a record can change, with the moment before. */
async function edited() {
  const made = await withRights(await governed());
  const { open } = made.at;
  const ctx = testContext(71);
  ctx.tick(48 * HOUR);
  const moment = Math.max(...(await rowsOf(open)).map(({ change }) => change.at[0]));
  const stood = seen(open.state);
  const write = async (writes: Parameters<typeof draftOf>[0]) => {
    ctx.tick(HOUR);
    must(await commit(open, ctx, () => done(draftOf(writes))));
  };
  const { component } = made;
  const measure = 'new-measure' as RecordId;
  await write([
    { kind: 'component', record: component, field: 'name', value: 'Renamed' },
    { kind: 'component', record: component, field: 'description', value: 'Said later.' },
  ]);
  await write([
    { kind: 'measure', record: measure, field: LIFE, value: 'here' },
    { kind: 'measure', record: measure, field: 'name', value: 'Days saved' },
    { kind: 'measure', record: measure, field: 'forecast@0+3', value: [1, 2, 3] },
  ]);
  await write([{ kind: 'component', record: component, field: LIFE, value: 'deleted' }]);
  return { made, open, ctx, moment, stood, component, measure };
}
const draftOf = (writes: readonly { kind: string; record: RecordId; field: string; value: unknown }[]) => ({
  act: 'act.editField',
  writes,
});

test('what moved between two moments is told, and the earlier one stands as it stood', async () => {
  const { open, moment, stood, component, measure } = await edited();
  const compared = compareMoments(await rowsOf(open), moment, Number.MAX_SAFE_INTEGER) as Compared;
  expect(seen(compared.before)).toEqual(stood);
  expect(compared.changes).toBe(3);
  expect(compared.records.map(({ record, what }) => [record, what])).toEqual([
    [component, 'deleted'],
    [measure, 'added'],
  ]);
});

test('the whole book brought back stands as it stood, as one change more; what came since stays in the log', async () => {
  const { open, ctx, moment, stood } = await edited();
  const rows = await rowsOf(open);
  const { before, records } = compareMoments(rows, moment, Number.MAX_SAFE_INTEGER) as Compared;
  const { change } = must(
    await commit(open, ctx, (state) => restoreRecords.run(new Book(state), { stood: before, records }, ctx)),
  );
  expect(change?.act).toBe('act.restore');
  expect(seen(open.state)).toEqual(stood);
  const after = await rowsOf(open);
  expect(after.slice(0, rows.length)).toEqual(rows);
  expect(after).toHaveLength(rows.length + 1);
  // and again: nothing is left to write
  const again = must(
    await commit(open, ctx, (state) => restoreRecords.run(new Book(state), { stood: before, records }, ctx)),
  );
  expect(again.change).toBeUndefined();
  expect(momentsOf(after, 5).named[0]?.act).toBe('act.restore');
});

test('months of a series go back month by month, those that were not there yet are taken away', async () => {
  const { open, ctx, measure } = await edited();
  const rows = await rowsOf(open);
  const before = stateOf(rows);
  ctx.tick(HOUR);
  must(
    await commit(open, ctx, () =>
      done(draftOf([{ kind: 'measure', record: measure, field: 'forecast@-1+5', value: [9, 1, 8, null, 7] }])),
    ),
  );
  must(
    await commit(open, ctx, (state) =>
      restoreRecords.run(new Book(state), { stood: before, records: [{ kind: 'measure', record: measure }] }, ctx),
    ),
  );
  expect(seen(open.state)).toEqual(seen(before));
});

test('what was recorded is never taken back', async () => {
  const made = await withRights(await governed());
  const { open } = made.at;
  const before = stateOf(await rowsOf(open));
  await forwarded(made, 'stop');
  const ctx = testContext(72);
  ctx.tick(90 * HOUR);
  const decision = [...open.state.here('decision')][0]?.id as RecordId;
  must(
    await commit(open, ctx, () =>
      done(draftOf([{ kind: 'decision', record: decision, field: LIFE, value: 'sealed' }])),
    ),
  );
  const refused = restoreRecords.run(
    new Book(open.state),
    { stood: before, records: [{ kind: 'decision', record: decision }] },
    ctx,
  );
  expect(refused).toMatchObject({ ok: false, problem: { code: 'act.recordSealed' } });
});

test('what a colleague wrote by then and brought later is counted', async () => {
  const { open, moment } = await edited();
  const late = await openBook(memoryStore(), kindTable, 0);
  const changes = (await rowsOf(open)).map(({ change }) => change);
  await late.store.append(0, () => changes, moment + 1000 * HOUR);
  const rows = await rowsOf(late);
  expect(arrivedLater(rows, moment)).toBe(rows.filter(({ change }) => change.at[0] <= moment).length);
});

test('the audit trail as a sheet: a row for each field, with what stood before', async () => {
  const { open, component } = await edited();
  const rows = await rowsOf(open);
  const trail = trailOf(rows);
  const words = createWords({ language: 'en' });
  const [sheet] = trailSheets(new Book(open.state), trail, words);
  const fields = trail.flatMap(({ records }) => records.flatMap((record) => record.fields)).length;
  expect(sheet?.rows).toHaveLength(fields + 1);
  const renamed = sheet?.rows.find((row) => row[7]?.value === 'Renamed');
  const old = trail.at(-1) && stateOf(rows.slice(0, -3)).row('component', component)?.values.name;
  expect(renamed?.[6]?.value).toBe(old);
});
