// What a register's row says of the benefit itself that is more than a copy: its state, its start, its sum, a new owner.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { isAbsent, known } from '#shared/kit/absent.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, firstDay, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { anchorOf } from '#shared/value/placed.ts';
import type { Mapping } from './mapping.ts';
import type { FileFacts } from './plan.ts';
import type { RegisterRow } from './register-cells.ts';
import type { People } from './register-find.ts';

/** One import while it is planned. */
export interface Planning {
  readonly book: Book;
  readonly mapping: Mapping;
  readonly asAt: Day;
  readonly file: FileFacts;
  readonly until: MonthIndex;
  readonly ctx: Context;
  readonly people: People;
  readonly writes: DraftWrite[];
  readonly problems: Problem[];
  readonly doubts: Problem[];
}

/** A state is taken over with a new benefit; one that stands is moved on its own page, with what that asks for. */
export function stateFor(
  planning: Planning,
  row: RegisterRow,
  old: Entry<'benefit'> | undefined,
): Record<string, unknown> {
  const state = known(row.values.state) as string | undefined;
  if (!old) {
    if (!state || state === 'identified') return { state: 'identified' };
    return { state, stateReason: { on: planning.asAt, reason: planning.file.name } };
  }
  if (state && state !== stateOfBenefit(old)) {
    const cell = row.cells.state ?? row.place;
    const args = { cell, name: row.title, file: `benefitState.${state}`, book: `benefitState.${stateOfBenefit(old)}` };
    planning.doubts.push({ code: 'intake.stateStands', path: cell, args });
  }
  return {};
}

/** A blank clears a stated sum that stood; it makes none. */
export function statedValue(row: RegisterRow, old: Entry<'benefit'> | undefined): Record<string, unknown> {
  const { benefitValue: value } = row.values;
  if (value === undefined) return {};
  return isAbsent(value) && value.absent === 'blank' && known(old?.value) === undefined ? {} : { value };
}

/** The month the profile counts from, and the start to write where the file gives one or the book has none. */
export function anchorFor(
  { book, doubts }: Planning,
  row: RegisterRow,
  old: Entry<'benefit'> | undefined,
): { anchor: MonthIndex | undefined; start?: Day } {
  const stated = known(row.values.benefitStart) as Day | undefined;
  const standing = old && anchorOf(book, old);
  const offset = old?.startOffset ?? 0;
  if (old?.startMilestone) {
    const cell = row.cells.benefitStart ?? row.place;
    if (stated && standing !== monthIndex(stated))
      doubts.push({ code: 'intake.startByMilestone', path: cell, args: { cell, name: row.title } });
    return { anchor: standing };
  }
  if (stated) return { anchor: monthIndex(stated) + offset, start: stated };
  if (standing !== undefined) return { anchor: standing };
  const { plan, forecast } = row.months;
  const months = [...(plan?.keys() ?? []), ...(forecast?.keys() ?? [])];
  if (months.length === 0) return { anchor: undefined };
  const anchor = Math.min(...months);
  return { anchor, start: firstDay(anchor - offset) };
}

/** The new owner has not accepted; the old one stays in the history. */
export function handOver({ writes, ctx, asAt, file }: Planning, benefit: RecordId, from: RecordId, to: RecordId): void {
  const record = newRecordId(ctx);
  for (const [field, value] of Object.entries({ [LIFE]: 'here', benefit, from, to, on: asAt, note: file.name }))
    writes.push({ kind: 'handover', record, field, value });
}
