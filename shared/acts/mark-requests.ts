// Notes that workbooks of a round went out, or that their owners were reminded.
import type { DraftWrite } from '#shared/change/model.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface MarkedRequests {
  readonly requests: readonly RecordId[];
  readonly on: Day;
}

export const markSent: Act<MarkedRequests> = {
  name: 'act.markSent',
  allowed: always,
  run: (book, { requests, on }) => {
    if (requests.some((id) => !book.get('request', id))) return refuse('act.recordGone');
    const writes = requests.map((record): DraftWrite => ({ kind: 'request', record, field: 'sent', value: on }));
    return done({ act: markSent.name, writes });
  },
};

export const remindOwners: Act<MarkedRequests> = {
  name: 'act.remindOwners',
  allowed: always,
  run: (book, { requests, on }) => {
    const writes: DraftWrite[] = [];
    for (const record of requests) {
      const request = book.get('request', record);
      if (!request) return refuse('act.recordGone');
      // nobody is reminded of what came back meanwhile
      if (request.returned) continue;
      writes.push(
        { kind: 'request', record, field: 'reminded', value: (request.reminded ?? 0) + 1 },
        { kind: 'request', record, field: 'lastReminded', value: on },
      );
    }
    return done({ act: remindOwners.name, writes });
  },
};
