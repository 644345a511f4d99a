// A book as a newer version might leave it: unknown kinds and fields, and values of known fields this version cannot read.
import { stateOfChanges } from '#shared/change/asat.ts';
import { type Change, LIFE, type Write } from '#shared/change/model.ts';
import type { Column } from '#shared/change/run.ts';
import type { Row, State } from '#shared/change/state.ts';
import { KINDS, type Kind } from '#shared/domain/book.ts';
import { type ActorId, type ChangeId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';

const NEWER_SCHEMA = 99;
export const oddId = (n: number): string => idFromBytes(new Uint8Array(16).fill(n));

/** Of no form any field of this version has, but for the texts and numbers some do. */
export const ODD_VALUES: readonly unknown[] = [
  'galaxy',
  { strange: { deeply: [1, 'x'] } },
  5,
  ['list', null],
  true,
  -1e300,
];

export const newerChange = (writes: readonly Write[], n = 250): Change => ({
  id: oddId(n) as ChangeId,
  prev: null,
  at: [1_900_000_000_000, n, oddId(251) as ActorId],
  asAt: '2030-01-01' as Day,
  by: 'Zoe',
  act: 'act.ofTomorrow',
  schema: NEWER_SCHEMA,
  writes,
});

/** The name a family or a series has in this record, else one of its own. */
function fieldIn(row: Row, field: string): string {
  const held = (test: (name: string) => boolean) => Object.keys(row.values).find(test);
  if (field.endsWith('@')) {
    const series = held((name) => name.replace(/\d*@$/, '@') === field) ?? field;
    return `${series}${(row.values[series] as Column | undefined)?.from ?? 0}`;
  }
  return field.endsWith('/') ? (held((name) => name.startsWith(field)) ?? `${field}2030`) : field;
}

/**
 * One change that puts an odd value into every field of every kind: each field in some of the records, the rest of them
 * as they were; where a kind has few records, all at once. Beside them a kind and fields nobody here knows.
 */
export function oddChange(changes: readonly Change[], value: unknown): Change {
  const state = stateOfChanges(changes, 8e15);
  const writes: Write[] = [];
  const met = new Set<string>();
  const put = (row: Row, field: string, given: unknown) => {
    const key = `${row.kind} ${row.id} ${field}`;
    if (met.has(key)) return;
    met.add(key);
    const { kind, id: record } = row;
    writes.push({ kind, record, field, value: given, replaces: state.headIds(kind, record, field) });
  };
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const rows = [...state.here(kind)];
    const fields = Object.keys(KINDS[kind].fields);
    if (rows.length === 0) continue;
    for (let i = 0; i < Math.max(fields.length, rows.length / 3); i++) {
      const row = rows[(i * 3) % rows.length] as Row;
      put(row, fieldIn(row, fields[i % fields.length] as string), value);
      put(row, 'hue', value);
    }
  }
  return newerChange([...writes, ...ritual()]);
}

/** Three records of a kind of tomorrow. */
export const ritual = (): Write[] =>
  [1, 2, 3].flatMap((n) =>
    [
      [LIFE, 'here'],
      ['mood', { calm: n }],
      ['beat@3+2', [1, 2]],
    ].map(
      ([field, value]): Write => ({
        kind: 'ritual',
        record: oddId(n) as RecordId,
        field: field as string,
        value,
        replaces: [],
      }),
    ),
  );

export const writeOver = (state: State, row: Row, field: string, value: unknown): Write => ({
  kind: row.kind,
  record: row.id,
  field,
  value,
  replaces: state.headIds(row.kind, row.id, field),
});
