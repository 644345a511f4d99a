// Moves a card on the board of work; a move that belongs to somebody to decide opens the decision and leaves the card.
import { WORK_STATES, type WorkState } from '#shared/domain/component.ts';
import { moveOf, workStateOf } from '#shared/govern/work.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { type NewDecision, raiseDecision } from './raise-decision.ts';

export interface WorkWish {
  readonly component: RecordId;
  readonly to: WorkState;
  /** Used where a decision has to be raised. */
  readonly decision: Pick<NewDecision, 'record' | 'title' | 'optionTitles'>;
}

/** Where a decision of the kind is open already, the card waits for that one: refused, and it is named. */
export const moveWork: Act<WorkWish> = {
  name: 'act.moveWork',
  allowed: always,
  run: (book, { component: id, to, decision }, ctx) => {
    const component = book.get('component', id);
    if (!component) return refuse('act.recordGone');
    if (!WORK_STATES.includes(to)) return refuse('field.notAChoice', { field: 'work' }, 'work');
    if (workStateOf(component) === to && component.work) return done({ act: moveWork.name, writes: [] });
    const { needs, open } = moveOf(book, component, to);
    if (open) return refuse('work.waits', { title: open.title }, 'work');
    if (needs) return raiseDecision.run(book, { ...decision, type: needs, component: id }, ctx);
    return done({
      act: moveWork.name,
      writes: [
        { kind: 'component', record: id, field: 'work', value: to },
        { kind: 'component', record: id, field: 'workSince', value: today(ctx) },
      ],
    });
  },
};
