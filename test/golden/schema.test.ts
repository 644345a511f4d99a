// The schema for years: kinds and fields that were shipped stay, under their names and with the values they took.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMA } from '#shared/change/model.ts';
import { type Kind, KINDS } from '#shared/domain/book.ts';

/*
 * schema.json: {"schema": n, "kinds": {kind: {"scope": s, "fields": {field: samples it takes}}}}. A field's
 * check is a function: what it takes is held by samples of every shape a value can have. Rewrite it with MIZAN_SCHEMA=write
 * after an addition; a line that goes or takes less is a book somebody can no longer open.
 */
const FILE = join(import.meta.dirname, 'schema.json');
const SAMPLES: Readonly<Record<string, unknown>> = {
  text: 'A text',
  empty: '',
  day: '2026-03-31',
  whole: 12,
  negative: -1,
  fraction: 0.5,
  flag: true,
  money: { minor: 100, currency: 'GBP' },
  'money below nothing': { minor: -100, currency: 'GBP' },
  absent: { absent: 'unknown' },
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
};

interface Snapshot {
  readonly schema: number;
  readonly kinds: Record<string, { readonly scope: string; readonly fields: Record<string, string> }>;
}

const now: Snapshot = {
  schema: SCHEMA,
  kinds: Object.fromEntries(
    (Object.keys(KINDS) as Kind[]).sort().map((kind) => {
      const { scope, fields } = KINDS[kind];
      const taken = Object.entries(fields).map(([field, check]) => [
        field,
        Object.keys(SAMPLES)
          .filter((name) => check(SAMPLES[name]) === undefined)
          .join(', '),
      ]);
      return [kind, { scope, fields: Object.fromEntries(taken.sort(([a], [b]) => String(a).localeCompare(String(b)))) }];
    }),
  ),
};
if (process.env.MIZAN_SCHEMA === 'write') writeFileSync(FILE, `${JSON.stringify(now, null, 1)}\n`);
const shipped = JSON.parse(readFileSync(FILE, 'utf8')) as Snapshot;

test('nothing that was shipped is gone, moved or narrower', () => {
  expect(now.schema).toBeGreaterThanOrEqual(shipped.schema);
  const lost = Object.entries(shipped.kinds).flatMap(([kind, { scope, fields }]) => {
    const here = now.kinds[kind];
    if (!here) return [kind];
    if (here.scope !== scope) return [`${kind}: ${scope} became ${here.scope}`];
    return Object.entries(fields).flatMap(([field, takes]) => {
      const still = here.fields[field];
      if (still === undefined) return [`${kind}.${field}`];
      const taken = still.split(', ');
      return takes
        .split(', ')
        .filter((sample) => sample !== '' && !taken.includes(sample))
        .map((sample) => `${kind}.${field} no longer takes ${sample}`);
    });
  });
  expect(lost).toEqual([]);
});

test('what was added is written down', () => {
  expect(now).toEqual(shipped);
});
