// Captures a benefit in one go: a title, and if at hand its owner by name, a guess of its worth and its component.
import { LIFE } from '#shared/change/model.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { foldText } from '#shared/kit/order.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface Captured {
  /** Made by the caller, so that it can go to the benefit afterwards. */
  readonly record: RecordId;
  readonly title: string;
  /** A person of the book by name, or a new one. */
  readonly owner?: string;
  readonly guess?: Money;
  readonly component?: RecordId;
}

export const captureBenefit: Act<Captured> = {
  name: 'act.captureBenefit',
  allowed: always,
  run: (book, { record, title, owner, guess, component }, ctx) => {
    if (title.trim() === '') return refuse('field.empty', { field: 'title' }, 'title');
    const name = owner?.trim();
    const known = name ? [...book.all('person')].find((person) => foldText(person.name) === foldText(name)) : undefined;
    const person = name ? (known?.id ?? newRecordId(ctx)) : undefined;
    const values = {
      [LIFE]: 'here',
      title: title.trim(),
      state: 'identified',
      ...(person && { owner: person }),
      ...(guess && { value: guess }),
      ...(component && { component }),
    };
    return done({
      act: captureBenefit.name,
      writes: [
        ...(person && !known
          ? Object.entries({ [LIFE]: 'here', name }).map(([field, value]) => ({
              kind: 'person',
              record: person,
              field,
              value,
            }))
          : []),
        ...Object.entries(values).map(([field, value]) => ({ kind: 'benefit', record, field, value })),
      ],
    });
  },
};
