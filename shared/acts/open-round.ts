// Opens a collection round: one request for everyone with something due; opened again, it adds who has come to owe since.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { debtorsOf, dueIn } from '#shared/value/due.ts';
import { requestsOf, roundFor, sameWho } from '#shared/value/rounds.ts';
import { spanNamed } from '#shared/value/span.ts';
import { type Act, always } from './act.ts';

export interface NewRound {
  /** '2027-Q1', '2027-03' or '2027'. */
  readonly period: string;
  readonly by: 'owner' | 'programme';
  readonly opened: Day;
  /** The day answers are asked for. */
  readonly due: Day;
}

export const openRound: Act<NewRound> = {
  name: 'act.openRound',
  allowed: always,
  run: (book, { period, by, opened, due }, ctx) => {
    const span = spanNamed(period, book.office.fiscalYearStart);
    if (!span.ok) return span;
    const debtors = debtorsOf(dueIn(book, span.value), by);
    const standing = roundFor(book, span.value.name, by);
    if (debtors.length === 0 && !standing) return refuse('collect.nothingDue', { period: span.value.name });
    const round = standing?.id ?? newRecordId(ctx);
    const asked = standing ? requestsOf(book, round) : [];
    const writes: DraftWrite[] = [];
    const add = (kind: 'round' | 'request', record: typeof round, values: Readonly<Record<string, unknown>>) => {
      for (const [field, value] of Object.entries({ [LIFE]: 'here', ...values }))
        writes.push({ kind, record, field, value });
    };
    if (!standing) add('round', round, { period: span.value.name, opened, due, by });
    for (const { due: _, ...who } of debtors)
      if (!asked.some((request) => sameWho(request, who))) add('request', newRecordId(ctx), { round, ...who });
    return done({ act: openRound.name, writes });
  },
};
