// The book every figure is taken on: 16,000 components of twelve fields, the same ones each time.
import type { Draft } from '#shared/change/model.ts';
import { LIFE } from '#shared/change/model.ts';
import type { RecordId } from '#shared/kit/ids.ts';

export const RECORDS = 16_000;

const record = (i: number): RecordId => `record-${String(i).padStart(16, '0')}` as RecordId;

/** One record as plain data: what a database without a log would keep. */
export function plainRecord(i: number): { id: string; [field: string]: unknown } {
  return {
    id: record(i),
    [LIFE]: 'here',
    name: `Component ${i} of the portfolio`,
    level: i % 10 ? 'project' : 'programme',
    organisation: `Department ${i % 40}`,
    category: `Category ${i % 7}`,
    stage: `Stage ${i % 5}`,
    start: `20${10 + (i % 15)}-04-01`,
    end: `20${26 + (i % 15)}-03-31`,
    wholeLifeCost: { minor: (i * 7_919 * 1_000) % 100_000_000_000, currency: 'GBP' },
    costToDate: { minor: (i * 7_717 * 100) % 10_000_000_000, currency: 'GBP' },
    confidence: { rating: ['green', 'amber', 'red'][i % 3], scale: 'three' },
    sourceId: `SRC_${i}`,
  };
}

export const plainRecords = (): ReturnType<typeof plainRecord>[] =>
  Array.from({ length: RECORDS }, (_, i) => plainRecord(i));

export const wholeBook = (): Draft => ({
  act: 'act.importFile',
  writes: plainRecords().flatMap(({ id, ...fields }) =>
    Object.entries(fields).map(([field, value]) => ({ kind: 'component', record: id as RecordId, field, value })),
  ),
});

/** A thousand edits of one field each, spread over the book. */
export const thousandEdits = (round: number): Draft => ({
  act: 'act.editField',
  writes: Array.from({ length: 1_000 }, (_, i) => ({
    kind: 'component',
    record: record(i * 16),
    field: 'stage',
    value: `Stage ${round}-${i}`,
  })),
});
