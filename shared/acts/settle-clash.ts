// Settles what laptops said apart: one value is written over all that stand, and the choice travels like any other.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface Settled {
  readonly kind: string;
  readonly record: RecordId;
  /** A field, a month of a series, or the record's life. */
  readonly field: string;
  readonly value: unknown;
}

/** One clash or many in one step; undo brings the values back that stood. */
export const settleClashes: Act<{ readonly choices: readonly Settled[] }> = {
  name: 'act.settleClashes',
  allowed: always,
  run: (book, { choices }) => {
    if (choices.some(({ kind, record }) => !book.state.row(kind, record))) return refuse('act.recordGone');
    return done({
      act: settleClashes.name,
      writes: choices.map(
        (each): DraftWrite => ({
          ...each,
          // a delete that had not seen an edit is said anew by whoever has
          ...(each.field === LIFE && each.value === 'deleted' && { again: true }),
        }),
      ),
    });
  },
};
