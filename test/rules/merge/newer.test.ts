// A newer version's book merges: what this one has no word for is kept, carried, said, left alone, and harms nobody.
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { restoreRecords } from '#shared/acts/restore.ts';
import { snapshotName, stateOfChanges } from '#shared/change/asat.ts';
import { encodeChange } from '#shared/change/codec.ts';
import { catchUp, commit } from '#shared/change/commit.ts';
import { type Change, LIFE } from '#shared/change/model.ts';
import type { Row } from '#shared/change/state.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { packDate, packDeck } from '#shared/deck/pack.ts';
import { Book, KINDS, type Kind } from '#shared/domain/book.ts';
import { newerOf } from '#shared/domain/newer.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import { recordHolds } from '#shared/govern/standing.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done } from '#shared/kit/result.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { newerIn, newerLines, newerText } from '#shared/merge/newer-said.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { clashText, settlerTexts } from '#shared/merge/said.ts';
import { settlerOf } from '#shared/merge/settler.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { byChance, times } from '#test/kit/chance.ts';
import { desk } from '#test/kit/ledger.ts';
import { newerChange, ODD_VALUES, oddChange, ritual, writeOver } from '#test/kit/odd.ts';
import { openSample } from '#test/kit/sample.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
const [english, arabic] = [createWords({ language: 'en' }), createWords({ language: 'ar' })];

async function ahead() {
  const at = await desk();
  const component = await at.add('component', { name: 'Clinics', level: 'project', organisation: 'Health' });
  const other = await at.add('component', { name: 'Schools', level: 'programme' });
  const mine = (await at.open.store.readSince(0)).map(({ change }) => change);
  const { state } = at.open;
  const row = state.row('component', component) as Row;
  const tomorrow = newerChange([
    ...ritual(),
    writeOver(state, row, 'level', 'galaxy'),
    writeOver(state, row, 'hue', 'blue'),
    writeOver(state, state.row('component', other) as Row, 'hue', 'red'),
  ]);
  return { at, component, other, mine, tomorrow };
}

const hear = async ({ at }: Awaited<ReturnType<typeof ahead>>, change: Change) => {
  await at.open.store.append(0, () => [change], at.ctx.now());
  await catchUp(at.open, at.ctx.now());
};

test('it is kept word for word, carried on, and said with its kinds and fields', async () => {
  const made = await ahead();
  const theirs = must(readBook(writeBook({ book: BOOK, changes: [...made.mine, made.tomorrow] })));
  const plan = must(planMerge({ book: BOOK, changes: made.mine }, [theirs], made.at.ctx.now()));
  expect(plan.changes.map(encodeChange)).toContain(encodeChange(made.tomorrow));
  const onward = must(readBook(writeBook({ book: BOOK, changes: plan.changes })));
  expect(onward.changes.map(encodeChange)).toContain(encodeChange(made.tomorrow));
  const newer = newerIn(plan);
  expect(newer).toEqual(newerOf(plan.merged.order));
  expect(newerText(english, newer)).toBe(
    'From a newer version of Mizan, kept and carried and not shown: 3 records, 1 field, 1 value.',
  );
  expect(newerText(arabic, newer)).toContain('3 سجلات، حقل واحد، قيمة واحدة');
  expect(newerLines(english, newer).map((line) => line.replace(/[\u2068\u2069]/g, ''))).toEqual([
    'Records of the kind “ritual”: 3 records',
    'Component, the field “hue”: in 2 records',
    'Component, Level: a value this version does not know, in 1 record',
  ]);
  expect(newerText(english, newerOf(stateOfChanges(made.mine, 0).order))).toBeUndefined();
});

test('a value this version cannot read is not shown, the rest of its record is; acts on it are refused', async () => {
  const made = await ahead();
  await hear(made, made.tomorrow);
  const { at, component } = made;
  expect(at.book.get('component', component)).toMatchObject({ name: 'Clinics', organisation: 'Health' });
  expect(at.book.get('component', component)?.level).toBeUndefined();
  const edit = (field: string, value: unknown) =>
    act(at.open, at.ctx, editField, { kind: 'component', record: component, values: { [field]: value } });
  for (const refused of [await edit('level', 'project'), await edit('level', null), await edit('hue', null)])
    expect(refused).toMatchObject({ ok: false, problem: { code: 'field.newerVersion' } });
  must(await edit('organisation', 'Health and care'));
  const ofTomorrow = ritual()[0]?.record as RecordId;
  expect(await act(at.open, at.ctx, deleteRecord, { kind: 'ritual' as Kind, record: ofTomorrow })).toMatchObject({
    ok: false,
  });
});

test('the time machine brings back the rest and leaves it', async () => {
  const made = await ahead();
  const { at, component, mine, tomorrow } = made;
  await hear(made, tomorrow);
  must(
    await act(at.open, at.ctx, editField, {
      kind: 'component',
      record: component,
      values: { name: 'Clinics two' },
    }),
  );
  const records = [
    { kind: 'component', record: component },
    { kind: 'ritual', record: ritual()[0]?.record as RecordId },
  ];
  must(await act(at.open, at.ctx, restoreRecords, { stood: stateOfChanges(mine, 0), records }));
  expect(at.open.state.row('component', component)?.values).toMatchObject({
    name: 'Clinics',
    level: 'galaxy',
    hue: 'blue',
  });
  expect(at.open.state.row('ritual', ritual()[0]?.record as RecordId)?.values[LIFE]).toBe('here');
});

test('a series keeps the months that can be read', async () => {
  const at = await desk();
  const measure = await at.add('measure', { name: 'Saved', 'forecast@0+3': [1, 2, 3] });
  const row = at.open.state.row('measure', measure) as Row;
  const change = newerChange([writeOver(at.open.state, row, 'forecast@1', 'dusk')]);
  await at.open.store.append(0, () => [change], at.ctx.now());
  await catchUp(at.open, at.ctx.now());
  expect(at.book.get('measure', measure)?.['forecast@']).toEqual({ from: 0, values: [1, null, 3] });
  expect(newerOf(at.open.state.order).values).toEqual([{ kind: 'measure', field: 'forecast@', count: 1 }]);
  const over = (field: string) =>
    commit(at.open, at.ctx, () =>
      done({ act: 'act.x', writes: [{ kind: 'measure', record: measure, field, value: 9 }] }),
    );
  expect(await over('forecast@1')).toMatchObject({ ok: false, problem: { code: 'field.newerVersion' } });
  must(await over('forecast@2'));
});

describe(byChance('odd values in every field of every kind'), () => {
  const values = ODD_VALUES.slice(0, times(3, ODD_VALUES.length));
  test.each(values.map((value) => [JSON.stringify(value), value]))(
    '%s: the pack, the decisions and what a merge says stand on what can be read',
    async (_, value) => {
      const { open } = await openSample();
      const changes = (await open.store.readSince(0)).map(({ change }) => change);
      const odd = oddChange(changes, value);
      expect(new Set(odd.writes.map(({ kind }) => kind)).size).toBeGreaterThan(30);
      const plan = must(planMerge({ book: BOOK, changes }, [{ book: BOOK, changes: [...changes, odd] }], 2e12));
      const book = new Book(plan.merged);
      const asAt = packDate(book, '2025-01-01' as Day);
      for (const kind of Object.keys(KINDS) as Kind[])
        for (const entry of book.all(kind)) expect(entry.id).toBeTruthy();
      for (const words of [english, arabic]) {
        const deck = packDeck({ book, words, asAt, snapshot: snapshotName(plan.merged) });
        expect(deck.slides.length).toBeGreaterThan(3);
        expect(newerText(words, newerIn(plan))).toMatch(/\d/);
        for (const clash of clashesOf(plan.merged, plan.changes).slice(0, 50)) {
          expect(clashText(book, words, clash)).toBeTruthy();
          expect(settlerTexts(book, words, settlerOf(book, clash, asAt))[0]).toBeTruthy();
        }
      }
      const counsel = counselOf(book, asAt);
      expect(counsel.asAt).toBe(asAt);
      for (const decision of book.all('decision')) expect([true, false]).toContain(recordHolds(book, decision));
    },
    times(60_000, 300_000),
  );
});
