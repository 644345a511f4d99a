// Collection round: a period, everyone with something due in it, and what became of the workbook each was sent.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { choice, day, type Fields, link, text, title, whole } from './field.ts';

export interface Round {
  /** '2027-Q1', the fiscal year by its end. */
  readonly period: string;
  readonly opened: Day;
  readonly due: Day;
  readonly by?: 'owner' | 'programme';
}

export const roundFields: Fields = { period: title, opened: day, due: day, by: choice(['owner', 'programme']) };

/** What was asked of one owner (or of one programme) in a round. */
export interface Request {
  readonly round: RecordId;
  readonly person?: RecordId;
  readonly component?: RecordId;
  readonly sent?: Day;
  readonly returned?: Day;
  /** SHA-256 of the workbook that came back. */
  readonly file?: string;
  readonly reminded?: number;
  readonly lastReminded?: Day;
}

export const requestFields: Fields = {
  round: link,
  person: link,
  component: link,
  sent: day,
  returned: day,
  file: text,
  reminded: whole,
  lastReminded: day,
};
