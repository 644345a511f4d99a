// Brings a new record into the book.

import { LIFE } from '#shared/change/model.ts';
import type { Kind } from '#shared/domain/book.ts';
import type { Measure } from '#shared/domain/measure.ts';
import { measureFault } from '#shared/domain/measure-fault.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface NewRecord {
  readonly kind: Kind;
  /** Made by the caller with `newRecordId`, so that it can go to the record afterwards. */
  readonly record: RecordId;
  readonly values: Readonly<Record<string, unknown>>;
}

export const addRecord: Act<NewRecord> = {
  name: 'act.addRecord',
  allowed: always,
  run: (_book, { kind, record, values }) => {
    const fault =
      kind === 'measure' ? measureFault(values as Partial<Measure>, new Set(Object.keys(values))) : undefined;
    if (fault) return { ok: false, problem: fault };
    return done({
      act: addRecord.name,
      writes: [
        { kind, record, field: LIFE, value: 'here' },
        ...Object.entries(values).map(([field, value]) => ({ kind, record, field, value })),
      ],
    });
  },
};
