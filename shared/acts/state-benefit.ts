// States what a component is expected to return, where it has one benefit or none: the figure behind one cell of the grid.

import { LIFE } from '#shared/change/model.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface StatedBenefit {
  readonly component: RecordId;
  /** Money, a typed null, or null to clear it. */
  readonly value: unknown;
  /** The title of a benefit that is made for it. */
  readonly title: string;
}

export const stateBenefit: Act<StatedBenefit> = {
  name: 'act.stateBenefit',
  allowed: always,
  run: (book, { component, value, title }, ctx) => {
    if (!book.get('component', component)) return refuse('act.recordGone');
    const benefits = [...book.all('benefit')].filter((benefit) => benefit.component === component);
    const [only, second] = benefits;
    if (second) return refuse('act.manyBenefits', { count: benefits.length }, 'benefit');
    const record = only?.id ?? newRecordId(ctx);
    const born = { title, component, [LIFE]: 'here' };
    const values = only ? { value } : value === null ? {} : { ...born, value };
    return done({
      act: stateBenefit.name,
      writes: Object.entries(values).map(([field, given]) => ({ kind: 'benefit', record, field, value: given })),
    });
  },
};
