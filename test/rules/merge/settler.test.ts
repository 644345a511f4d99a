// Beside a clash: who holds the decision by the matrix, who answers for the record, and all that was ever saved in the field.
import { expect, test } from 'vitest';
import { commit, type OpenBook } from '#shared/change/commit.ts';
import { savedOf } from '#shared/change/history.ts';
import { LIFE } from '#shared/change/model.ts';
import { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES } from '#shared/domain/right.ts';
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done } from '#shared/kit/result.ts';
import type { Clash } from '#shared/merge/clashes.ts';
import { clashText, fieldText, settlerTexts } from '#shared/merge/said.ts';
import { settlerOf } from '#shared/merge/settler.ts';
import { must } from '#test/kit/book.ts';
import { AS_AT, bookOf, type Governed, governed, raised, withRights, words } from '#test/kit/govern.ts';

const clash = (kind: string, record: RecordId, field: string, values: readonly unknown[] = ['a', 'b']): Clash => ({
  what: 'field',
  kind,
  record,
  field,
  sides: values.map((value, i) => ({
    value,
    change: String(i) as ChangeId,
    by: 'Ann',
    at: 0,
    asAt: AS_AT,
    act: 'act.editField',
  })),
});

const typeOf = (made: Governed, of: Clash) => settlerOf(bookOf(made), of, AS_AT).who?.matter.type;
const told = (made: Governed, of: Clash) => settlerTexts(bookOf(made), words, settlerOf(bookOf(made), of, AS_AT));

test('a field is decided as the matrix decides what it stands for', async () => {
  const made = await withRights(await governed());
  const { component, benefit, measure } = made;
  expect(typeOf(made, clash('benefit', benefit, 'owner'))).toBe('changeOwner');
  expect(typeOf(made, clash('measure', measure, 'plan1@3'))).toBe('rebaseline');
  expect(typeOf(made, clash('measure', measure, 'forecast@3'))).toBe('rebaseline');
  expect(typeOf(made, clash('measure', measure, 'target'))).toBe('rebaseline');
  expect(typeOf(made, clash('component', component, 'costPlan/2026'))).toBe('fund');
  expect(typeOf(made, clash('component', component, 'work', ['delivering', 'stopped']))).toBe('fund');
  expect(typeOf(made, clash('component', component, 'work', ['idea', 'stopped']))).toBe('stop');
  expect(typeOf(made, clash('benefit', benefit, 'state', ['planned', 'closed']))).toBe('closeBenefit');
  expect(typeOf(made, { ...clash('benefit', benefit, 'title'), what: 'deleted' })).toBe('closeBenefit');
  expect(typeOf(made, clash('component', component, LIFE))).toBe('stop');
});

test('what is only reported is nobody’s to decide, and is said so in words', async () => {
  const made = await withRights(await governed());
  const reading = clash('measure', made.measure, 'actual@24300');
  expect(settlerOf(bookOf(made), reading, AS_AT).who).toBeUndefined();
  expect(told(made, reading)).toEqual([
    'No decision right speaks of this field: whoever keeps it settles it.',
    'Answers for it: \u2068Bea Owner\u2069 (Owner).',
  ]);
  expect(settlerOf(bookOf(made), clash('constructor', made.measure, 'name'), AS_AT)).toEqual({
    who: undefined,
    answering: [],
  });
});

test('who decides is named with the people who hold it; without rights it says that nobody does', async () => {
  const bare = await governed();
  expect(told(bare, clash('benefit', bare.benefit, 'owner'))[0]).toContain('nobody decides');
  const made = await withRights(bare);
  const [first] = told(made, clash('benefit', made.benefit, 'value'));
  expect(first).toContain('decided by');
  expect(first).toContain('Holder of');
});

test('the owner answers, the sponsor where there is none; a name in dispute is not asked', async () => {
  const made = await withRights(await governed());
  const roles = (of: Clash) => settlerOf(bookOf(made), of, AS_AT).answering.map(({ role }) => role);
  expect(roles(clash('benefit', made.benefit, 'value'))).toEqual(['owner']);
  expect(roles(clash('measure', made.measure, 'target'))).toEqual(['owner']);
  expect(roles(clash('component', made.component, 'name'))).toEqual(['sponsor']);
  expect(roles(clash('benefit', made.benefit, 'owner'))).toEqual(['sponsor']);
  expect(roles(clash('component', made.component, 'sponsor'))).toEqual([]);
  expect(told(made, clash('component', made.component, 'sponsor'))[1]).toBe('Nobody is named as answering for it.');
});

test('of two costs the larger says whose decision it is', async () => {
  const made = await withRights(await governed());
  const cost = (pounds: number) => ({ minor: pounds * 100, currency: 'GBP' });
  const holder = (...costs: unknown[]) =>
    settlerOf(bookOf(made), clash('component', made.component, 'wholeLifeCost', costs), AS_AT).who;
  expect(holder(cost(1000), cost(2_000_000_000))?.matter.amount).toEqual(cost(2_000_000_000));
  expect(holder(cost(2_000_000_000), cost(1000))?.right?.id).toBe(holder(cost(2_000_000_000))?.right?.id);
  expect(holder(cost(1000))?.right?.id).not.toBe(holder(cost(2_000_000_000))?.right?.id);
});

test('a clash in an open decision belongs to whoever takes that decision', async () => {
  const made = await withRights(await governed());
  for (const type of DECISION_TYPES) {
    const decision = await raised(made, type, 1000);
    expect(typeOf(made, clash('decision', decision, 'question'))).toBe(type);
  }
});

const set = async (open: OpenBook, made: Governed, kind: string, record: RecordId, field: string, value: unknown) =>
  must(await commit(open, made.at.ctx, () => done({ act: 'act.editField', writes: [{ kind, record, field, value }] })));

test('everything saved in a field is told newest first, a month of a run for itself', async () => {
  const made = await governed();
  const { at, component, measure } = made;
  await set(at.open, made, 'component', component, 'name', 'North');
  await set(at.open, made, 'component', component, 'name', null);
  await set(at.open, made, 'measure', measure, 'plan1@7', 9);
  const rows = await at.open.store.readSince(0);
  expect(savedOf(rows, 'component', component, 'name').map(({ value }) => value)).toEqual([null, 'North', 'Clinics']);
  // a run of six months wrote it first
  expect(savedOf(rows, 'measure', measure, 'plan1@7').map(({ value }) => value)).toEqual([9, 5]);
  expect(savedOf(rows, 'measure', measure, 'plan1@99')).toEqual([]);
  // told by when it was written, not by when it came
  expect(savedOf([...rows].reverse(), 'component', component, 'name').map(({ value }) => value)).toEqual([
    null,
    'North',
    'Clinics',
  ]);
});

test('a month is called by the calendar where it is known', async () => {
  const made = await governed();
  const book = new Book(made.at.open.state);
  const name = (field: string) => fieldText(book, words, 'measure', made.measure, field);
  const october = 2025 * 12 + 9;
  expect(name(`actual@${october}`)).toBe('Actual, Oct 2025');
  expect(name('plan1@6')).toBe(`${words.field('plan1@')}, Oct 2025`);
  expect(name('forecast@6')).toBe(`${words.field('forecast@')}, month 7 from the start`);
  // no year of four figures: counted, whatever another program wrote
  for (const odd of ['actual@99999999', 'actual@0', 'actual@-5']) expect(name(odd)).toContain('month');
  expect(clashText(book, words, clash('measure', made.measure, `actual@${october}`, [1, 2]))).toContain('Oct 2025');
  expect(settlerOf(book, clash('measure', made.measure, 'target'), '2030-01-01' as Day).who?.on).toBe('2030-01-01');
});
