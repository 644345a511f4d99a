// Made-up histories of several laptops, and a book's state as plain data, so that two states can be held side by side.
import fc from 'fast-check';
import { catchUp, commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { type Change, type KindTable, LIFE, SCHEMA, type Write } from '#shared/change/model.ts';
import { type Column, runName, singly } from '#shared/change/run.ts';
import { type Row, State } from '#shared/change/state.ts';
import type { LogStore } from '#shared/change/store.ts';
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import { done } from '#shared/kit/result.ts';
import { testContext } from './context.ts';

/** Takes every field: these tests are about changes, not about nouns. */
export const anyKind: KindTable = { fault: () => undefined, ownerKind: () => undefined };

export const RECORDS = ['r0', 'r1', 'r2'] as RecordId[];
const FIELDS = ['a', 'b', LIFE];

export interface Edit {
  readonly record: RecordId;
  readonly field: string;
  readonly value: unknown;
}

const aValue = fc.constantFrom<unknown>(1, 2, 'x', null, { deep: [1] }, 'here', 'deleted', 'sealed');

const aField: fc.Arbitrary<Edit> = fc.record({
  record: fc.constantFrom(...RECORDS),
  field: fc.constantFrom(...FIELDS),
  value: aValue,
});

/** One to four months of the series 'm@'. */
const aRun: fc.Arbitrary<Edit> = fc
  .record({
    record: fc.constantFrom(...RECORDS),
    from: fc.integer({ min: -2, max: 4 }),
    values: fc.array(fc.constantFrom<unknown>(1, 2, null), { minLength: 1, maxLength: 4 }),
  })
  .map(({ record, from, values }) => ({
    record,
    field: runName({ series: 'm@', from, count: values.length }),
    value: values.length === 1 ? values[0] : values,
  }));

export const anEdit: fc.Arbitrary<Edit> = fc.oneof({ weight: 3, arbitrary: aField }, { weight: 2, arbitrary: aRun });

/** What stands, with every series opened into its months. */
export function flat(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const months = Object.entries(values).flatMap(([field, value]): [string, unknown][] => {
    if (!field.endsWith('@')) return [[field, value]];
    const column = value as Column;
    return column.values.map((each, i): [string, unknown] => [`${field}${column.from + i}`, each]);
  });
  return Object.fromEntries(months.filter(([, value]) => value !== null));
}

/** Every field that has heads, a series by its months. */
const fieldsOf = (row: Row): string[] =>
  Object.keys(row.heads).flatMap((field) => {
    if (!field.endsWith('@')) return [field];
    const { from, values } = row.values[field] as Column;
    return values.map((_, i) => `${field}${from + i}`);
  });

/** One laptop writes, or takes in what another has. */
export const aStep = (laptops: number) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('write' as const),
      who: fc.nat(laptops - 1),
      edits: fc.array(anEdit, { minLength: 1, maxLength: 4 }),
      clockMs: fc.integer({ min: -200_000_000, max: 200_000_000 }),
    }),
    fc.record({ kind: fc.constant('hear' as const), who: fc.nat(laptops - 1), from: fc.nat(laptops - 1) }),
  );
type Step =
  fc.Arbitrary<unknown> extends never ? never : ReturnType<typeof aStep> extends fc.Arbitrary<infer S> ? S : never;

export const write = (open: OpenBook, ctx: Parameters<typeof commit>[1], edits: readonly Edit[]) =>
  commit(open, ctx, () => done({ act: 'act.test', writes: edits.map((edit) => ({ kind: 'thing', ...edit })) }));

/** Plays the steps on laptops of their own and returns every change that came of it, in the order it was made. */
export async function changesOf(laptops: number, steps: readonly Step[]): Promise<Change[]> {
  const made: Change[] = [];
  const desks = await Promise.all(
    Array.from({ length: laptops }, async (_, i) => ({
      ctx: testContext(i + 1),
      store: memoryStore() as LogStore,
      open: undefined as unknown as OpenBook,
    })),
  );
  for (const desk of desks) desk.open = await openBook(desk.store, anyKind, 0);
  for (const step of steps) {
    const desk = desks[step.who] as (typeof desks)[number];
    if (step.kind === 'write') {
      desk.ctx.tick(step.clockMs);
      const result = await write(desk.open, desk.ctx, step.edits);
      if (result.ok && result.value.change) made.push(result.value.change);
    } else {
      const theirs = await (desks[step.from] as (typeof desks)[number]).store.readSince(0);
      const fresh = theirs.map(({ change }) => change).filter(({ id }) => !desk.open.state.has(id));
      await desk.store.append(0, () => fresh, desk.ctx.now());
      await catchUp(desk.open, desk.ctx.now());
    }
  }
  return made;
}

export function replay(changes: readonly Change[], nowMs = 8e15): State {
  const state = new State();
  for (const change of changes) state.apply(change, nowMs);
  return state;
}

/** What a state says, without the order in which it came to say it. */
export function plain(state: State): unknown {
  const rows = state.order
    .map((row) => ({
      kind: row.kind,
      id: row.id,
      values: flat(row.values),
      heads: Object.fromEntries(
        fieldsOf(row)
          .map((field): [string, string[]] => [field, [...state.headIds(row.kind, row.id, field)]])
          .filter(([, ids]) => ids.length > 0),
      ),
      clashes: Object.keys(row.heads).filter((field) => state.clashes(row, field)),
    }))
    .filter((row) => Object.keys(row.heads).length > 0);
  return JSON.parse(
    canonical({
      rows: Object.fromEntries(rows.map((row) => [`${row.kind}/${row.id}`, { ...row, clashes: row.clashes.sort() }])),
      tips: Object.fromEntries(state.tips),
      changes: state.changes.map(({ id }) => id).sort(),
    }),
  );
}

/** The heads of every field by their definition: values of changes that no other change says it replaced. */
export function headsByDefinition(changes: readonly Change[]): Record<string, readonly ChangeId[]> {
  const all = new Map<string, { id: ChangeId; at: Change['at'] }[]>();
  const gone = new Set<string>();
  const key = (w: Write) => `${w.kind}/${w.record}/${w.field}`;
  for (const change of changes)
    for (const w of change.writes.flatMap((write) => [...singly(write)])) {
      all.set(key(w), [...(all.get(key(w)) ?? []), change]);
      for (const id of w.replaces) gone.add(`${key(w)} ${id}`);
    }
  return Object.fromEntries(
    [...all].map(([field, by]) => [
      field,
      by
        .map(({ id }) => id)
        .filter((id) => !gone.has(`${field} ${id}`))
        .sort(),
    ]),
  );
}

export const aChange = (id: string, writes: readonly Partial<Write>[], more: Partial<Change> = {}): Change => ({
  id: id as ChangeId,
  prev: null,
  at: [1_700_000_000_000, 0, 'actor' as ActorId],
  asAt: '2026-01-01' as Day,
  by: '',
  act: 'act.test',
  schema: SCHEMA,
  writes: writes.map((w) => ({ kind: 'thing', record: 'r0' as RecordId, field: 'a', value: 1, replaces: [], ...w })),
  ...more,
});
