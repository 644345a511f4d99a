// What a newer version brought, in one sentence and in lines: the same in the preview, under History and at the command line.

import { isHere, type Row } from '#shared/change/state.ts';
import { isNone, type Newer, newerOf } from '#shared/domain/newer.ts';
import { listed } from '#shared/govern/right-text.ts';
import type { Words } from '#shared/words/words.ts';
import type { MergePlan } from './plan.ts';

/** Of the records a merge moves, what comes from a newer version. */
export const newerIn = ({ merged, fresh }: Pick<MergePlan, 'merged' | 'fresh'>): Newer => {
  const touched = new Set<Row>();
  for (const { writes } of fresh)
    for (const { kind, record } of writes) {
      const row = merged.row(kind, record);
      if (isHere(row)) touched.add(row);
    }
  return newerOf(touched);
};

/** Undefined: nothing of the kind. */
export function newerText(words: Words, newer: Newer): string | undefined {
  if (isNone(newer)) return undefined;
  const records = newer.kinds.reduce((sum, { count }) => sum + count, 0);
  const values = newer.values.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    records > 0 && words.say('newer.records', { count: records }),
    newer.fields.length > 0 && words.say('newer.fields', { count: newer.fields.length }),
    values > 0 && words.say('newer.values', { count: values }),
  ];
  return words.say('newer.sentence', {
    what: listed(
      words,
      parts.filter((part) => part !== false),
    ),
  });
}

export function newerLines(words: Words, { kinds, fields, values }: Newer): string[] {
  const what = (count: number) => words.say('newer.records', { count });
  return [
    ...kinds.map(({ kind, count }) => words.say('newer.kindLine', { kind, what: what(count) })),
    ...fields.map(({ kind, field, count }) =>
      words.say('newer.fieldLine', { kind: words.kind(kind), field, what: what(count) }),
    ),
    ...values.map(({ kind, field, count }) =>
      words.say('newer.valueLine', { kind: words.kind(kind), field: words.field(field, kind), what: what(count) }),
    ),
  ];
}
