// Notes what a party with a part in a decision said of it, on the terms the paper had that day.
import { termsOf } from '#shared/counsel/terms.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Voiced } from '#shared/domain/decision.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { done } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { closedFault } from './raise-decision.ts';
import { born } from './record-writes.ts';

/** Refused where the decision was taken or withdrawn. A later word takes the place of an earlier one; both are kept. */
export const hearParty: Act<Omit<Voiced, 'terms'>> = {
  name: 'act.hearParty',
  allowed: always,
  run: (book, said, ctx) => {
    const fault = closedFault(book, said.decision);
    if (fault) return { ok: false, problem: fault };
    const terms = termsOf(book, book.get('decision', said.decision) as Entry<'decision'>);
    return done({ act: hearParty.name, writes: born('voiced', newRecordId(ctx), { ...said, terms }) });
  },
};
