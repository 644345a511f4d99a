// Puts what owners sent back into the book, any number of workbooks as one change; what clashes stays as the book has it.
import type { DraftWrite } from '#shared/change/model.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { writesOf } from './return-writes.ts';
import { filesOf, planReturns, type Returned } from './returned.ts';

export interface TakenReturns {
  readonly returns: readonly Returned[];
  /** The date the figures speak of and the statements bear. */
  readonly on: Day;
  /** Clashes decided for the workbook, by their keys. */
  readonly chosen?: ReadonlySet<string>;
}

export const takeReturns: Act<TakenReturns> = {
  name: 'act.takeReturns',
  allowed: always,
  run: (book, { returns, on, chosen }, ctx) => {
    const writes: DraftWrite[] = [];
    // planned anew on the newest book: what was shown may be older than another window's last edit
    const plans = planReturns(book, returns, chosen);
    for (const [at, returned] of returns.entries()) {
      const request = book.get('request', returned.request);
      if (!request) return refuse('collect.otherRound', { name: returned.name }, returned.name);
      writes.push(...writesOf(book, returned.period, plans[at]?.differences ?? [], on, ctx));
      // the same file read again is no second return
      const files = filesOf(request);
      if (files.includes(returned.sha256)) continue;
      writes.push(
        { kind: 'request', record: request.id, field: 'returned', value: on },
        { kind: 'request', record: request.id, field: 'file', value: [returned.sha256, ...files].join(' ') },
      );
    }
    return done({ act: takeReturns.name, asAt: on, writes });
  },
};
