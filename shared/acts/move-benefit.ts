// Moves a benefit to another state of its life, where that is legal and nothing is lacking; a plan is approved on the way.
import type { DraftWrite } from '#shared/change/model.ts';
import type { BenefitState } from '#shared/domain/benefit.ts';
import { DECIDED, lacksFor, leadOf, NEXT } from '#shared/domain/benefit-steps.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { approvedVersion } from '#shared/domain/measure.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { anchorOf } from '#shared/value/placed.ts';
import { standingState } from '#shared/value/sustainment.ts';
import { type Act, always } from './act.ts';

export interface BenefitMove {
  readonly benefit: RecordId;
  readonly to: BenefitState;
  /** Asked for where the state is come to by decision. */
  readonly reason?: string;
  readonly decidedBy?: string;
  readonly mergedInto?: RecordId;
  readonly on?: Day;
}

export const moveBenefit: Act<BenefitMove> = {
  name: 'act.moveBenefit',
  allowed: always,
  run: (book, { benefit: id, to, reason, decidedBy, mergedInto, on }, ctx) => {
    const benefit = book.get('benefit', id);
    if (!benefit) return refuse('act.recordGone');
    const from = standingState(
      benefit,
      leadOf(benefit, measuresOf(book, benefit)),
      on ?? book.office.reportingDate ?? today(ctx),
    );
    if (!NEXT[from].includes(to))
      return refuse('benefit.noSuchStep', { from: `benefitState.${from}`, to: `benefitState.${to}` }, 'state');
    const [lack, ...more] = lacksFor(book, benefit, to);
    if (lack)
      return refuse(
        'benefit.lacks',
        { first: lack.code, count: more.length + 1, to: `benefitState.${to}` },
        lack.field ?? lack.on,
      );
    const why = reason?.trim();
    const who = decidedBy?.trim();
    if (DECIDED.has(to) && (!why || !who))
      return refuse('benefit.needsDecision', { to: `benefitState.${to}` }, why ? 'decidedBy' : 'reason');
    if (to === 'merged' && (!book.get('benefit', mergedInto) || mergedInto === id))
      return refuse('benefit.mergedWhere', {}, 'mergedInto');
    // a milestone without a date starts nothing: its plan would stand at no month and could not be approved
    if (to === 'planned' && anchorOf(book, benefit) === undefined) return refuse('series.noStart', {}, 'start');
    const day = on ?? today(ctx);
    const set = (field: string, value: unknown): DraftWrite => ({ kind: 'benefit', record: id, field, value });
    return done({
      act: moveBenefit.name,
      writes: [
        set('state', to),
        set('stateReason', { on: day, ...(why && { reason: why }), ...(who && { decidedBy: who }) }),
        ...(to === 'merged' ? [set('mergedInto', mergedInto)] : []),
        ...(to === 'planned' ? approvals(book, benefit, day, ctx.by) : []),
      ],
    });
  },
};

/** Version 1 of every plan that was drafted, at the months it stands in today. */
function approvals(book: Book, benefit: Entry<'benefit'>, on: Day, by: string): DraftWrite[] {
  const anchor = anchorOf(book, benefit);
  if (anchor === undefined) return [];
  return measuresOf(book, benefit)
    .filter((measure) => approvedVersion(measure) === 0 && measure['plan1@'])
    .map(({ id }) => ({
      kind: 'measure',
      record: id,
      field: 'version/1',
      value: { on, reason: '', anchor, ...(by && { by }) },
    }));
}
