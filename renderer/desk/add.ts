// Adds a record by its first fields and answers with its id: what every "add" button of a screen does.
import { useCallback } from 'react';
import { addRecord } from '#shared/acts/add-record.ts';
import type { Kind } from '#shared/domain/book.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { useAct } from './act.ts';
import { useDesk } from './desk.ts';

export type AddRecord = (kind: Kind, values: Readonly<Record<string, unknown>>) => Promise<Result<RecordId>>;

export function useAdd(): AddRecord {
  const act = useAct();
  return useCallback<AddRecord>(
    async (kind, values) => {
      const { opened } = useDesk.getState();
      if (!opened) return refuse('store.failed', { detail: '—' });
      const record = newRecordId(opened.ctx);
      const result = await act(addRecord, { kind, record, values });
      return result.ok ? done(record) : result;
    },
    [act],
  );
}
