// The three writes every act is made of: a record comes into being with its fields, leaves the book, or is sealed for ever.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Kind } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';

const lives = (kind: Kind, record: RecordId, value: 'here' | 'deleted' | 'sealed'): DraftWrite => ({
  kind,
  record,
  field: LIFE,
  value,
});

/** A field whose value is undefined is left unsaid. */
export const born = (kind: Kind, record: RecordId, values: object): DraftWrite[] => [
  lives(kind, record, 'here'),
  ...Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ kind, record, field, value })),
];

export const gone = (kind: Kind, record: RecordId): DraftWrite => lives(kind, record, 'deleted');
export const sealed = (kind: Kind, record: RecordId): DraftWrite => lives(kind, record, 'sealed');
