// Issues a pack: its number, the changes it was made of and the hashes of its files, recorded for good.
import { snapshotName } from '#shared/change/asat.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Edition } from '#shared/domain/pack.ts';
import { newRecordId, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, fiscalYear } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { born, sealed } from './record-writes.ts';

export interface IssuedPack {
  /** As it stands in the files: another may have been issued under it meanwhile. */
  readonly number: string;
  readonly title: string;
  readonly asAt: Day;
  /** The name of the book the files were made from. */
  readonly snapshot: string;
  readonly editions: readonly Edition[];
  readonly supersedes?: RecordId | undefined;
  readonly reason?: string | undefined;
}

/** The next number of the fiscal year a pack speaks of: "2027-03". Two laptops may take the same one: a merge finds it. */
export function nextPackNumber(book: Book, asAt: Day): string {
  const year = fiscalYear(asAt, book.office.fiscalYearStart);
  let last = 0;
  for (const { number } of book.all('pack')) {
    const [of, count] = number.split('-');
    if (of === String(year)) last = Math.max(last, Number(count) || 0);
  }
  return `${year}-${String(last + 1).padStart(2, '0')}`;
}

export const issuePack: Act<IssuedPack> = {
  name: 'act.issuePack',
  allowed: always,
  run: (book, { number, title, asAt, snapshot, editions, supersedes, reason }, ctx) => {
    // what was pressed must be what is recorded: a change that came in between is not in the files
    if (snapshotName(book.state) !== snapshot || number !== nextPackNumber(book, asAt)) return refuse('pack.moved');
    if (editions.length === 0) return refuse('pack.nothingToIssue');
    if (supersedes && !reason?.trim()) return refuse('pack.whySuperseded', {}, 'reason');
    const record = newRecordId(ctx);
    const tips = [...book.state.tips.values()].sort();
    return done({
      act: issuePack.name,
      asAt,
      writes: [
        ...born('pack', record, {
          number,
          title,
          asAt,
          on: today(ctx),
          ...(ctx.by ? { by: ctx.by } : {}),
          tips,
          snapshot,
          editions,
          ...(supersedes ? { supersedes, reason: reason?.trim() } : {}),
        }).filter(({ field }) => field !== '$life'),
        sealed('pack', record),
      ],
    });
  },
};
