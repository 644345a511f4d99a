// Adds a record by its first fields and answers with its id: what every "add" button of a screen does.
import { addRecord } from '#shared/acts/add-record.ts';
import type { Kind } from '#shared/domain/book.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { perform } from './act.ts';
import { useDesk } from './desk.ts';

export async function addNew(kind: Kind, values: Readonly<Record<string, unknown>>): Promise<Result<RecordId>> {
  const { opened } = useDesk.getState();
  if (!opened) return refuse('store.failed', { detail: '—' });
  const record = newRecordId(opened.ctx);
  const result = await perform(addRecord, { kind, record, values });
  return result.ok ? done(record) : result;
}
