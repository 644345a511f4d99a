// A verifier's word on one reading: verified, or returned with a reason. Never the owner's own.
import { valueAt } from '#shared/change/run.ts';
import { readingValue, type Verdict } from '#shared/domain/measure.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay, type MonthIndex } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface Judgement {
  readonly measure: RecordId;
  readonly month: MonthIndex;
  readonly verdict: Verdict['verdict'];
  readonly by: RecordId;
  readonly reason?: string;
}

export const judgeReading: Act<Judgement> = {
  name: 'act.judgeReading',
  allowed: always,
  run: (book, { measure: id, month, verdict, by, reason }, ctx) => {
    const measure = book.get('measure', id);
    const value = measure && readingValue(valueAt(measure['actual@'], month));
    if (!measure || value === null || value === undefined) return refuse('act.recordGone');
    const benefit = book.get('benefit', measure.benefit);
    const name = book.get('person', by)?.name ?? '';
    if (benefit?.owner === by) return refuse('verify.ownReading', { name }, 'by');
    const mayCheck = measure.verifier === undefined || measure.verifier === by;
    const mayFinance =
      benefit?.category === 'cashable' && (measure.financeVerifier === undefined || measure.financeVerifier === by);
    if (!mayCheck && !mayFinance) return refuse('verify.notVerifier', { name }, 'by');
    const why = reason?.trim();
    if (verdict === 'returned' && !why) return refuse('verify.needsReason', { month: firstDay(month) }, 'reason');
    const given = { verdict, by, on: today(ctx), value, ...(why && { reason: why }) };
    return done({
      act: judgeReading.name,
      writes: [
        ...(mayCheck ? [{ kind: 'measure', record: id, field: `check@${month}`, value: given }] : []),
        ...(mayFinance ? [{ kind: 'measure', record: id, field: `finance@${month}`, value: given }] : []),
      ],
    });
  },
};
