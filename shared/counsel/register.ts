// How well decisions are made: how long they take, how late they are, what is reversed, waived and followed through.
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { carriedOf } from '#shared/govern/commitment.ts';
import { ageOf, isOpen, lateness, type Standing, standingOf } from '#shared/govern/standing.ts';
import { type Day, daysBetween } from '#shared/kit/period.ts';
import { isOpenAction, reviewDue } from './agenda.ts';

export interface RegisterRow {
  readonly decision: Entry<'decision'>;
  readonly standing: Standing;
  /** Days from raised to taken, or to now. */
  readonly age: number | undefined;
  /** Days after the day it was needed by. */
  readonly late: number | undefined;
  readonly deferrals: number;
  /** Recorded with something that did not hold, or waiving a gate. */
  readonly isWaiver: boolean;
  /** It takes back what the decision it supersedes had agreed. */
  readonly isReversal: boolean;
  readonly actions: number;
  readonly actionsDone: number;
  readonly actionsLate: number;
  readonly reviewDue: Day | undefined;
}

export interface RegisterFigures {
  readonly taken: number;
  readonly open: number;
  /** Median days from raised to taken; undefined: none was. */
  readonly cycle: number | undefined;
  /** Of those with a day they were needed by, how many came after it. */
  readonly late: number;
  readonly dated: number;
  /** Open for longer than a month. */
  readonly old: number;
  readonly deferrals: number;
  readonly reversals: number;
  readonly waivers: number;
  readonly actions: number;
  readonly actionsDone: number;
  readonly actionsLate: number;
  readonly reviewsDue: number;
}

/** Days after which an open decision counts as old. */
export const OLD = 30;

/** Newest first. */
export function registerRows(book: Book, on: Day): RegisterRow[] {
  const rows = [...book.all('decision')].map((decision): RegisterRow => {
    const actions = where(book, 'action', 'decision', decision.id).filter(({ dropped }) => !dropped);
    return {
      decision,
      standing: standingOf(book, decision),
      age: ageOf(decision, on),
      late: lateness(decision, on),
      deferrals: where(book, 'deferral', 'decision', decision.id).length,
      isWaiver:
        (decision.taken?.exceptions.length ?? 0) > 0 || (decision.type === 'waiveGate' && decision.taken !== undefined),
      isReversal: isReversal(book, decision),
      actions: actions.length,
      actionsDone: actions.filter(({ done }) => done !== undefined).length,
      actionsLate: actions.filter(
        (each) => isOpenAction(each) && each.due !== undefined && daysBetween(each.due, on) > 0,
      ).length,
      reviewDue: reviewDue(book, decision.id),
    };
  });
  const day = ({ decision: { taken, raisedOn } }: RegisterRow) => taken?.on ?? raisedOn ?? '';
  return rows.sort((a, b) => day(b).localeCompare(day(a)));
}

const HALTS: ReadonlySet<DecisionType> = new Set(['stop', 'pause']);

/** Whether the work goes on by it: to stop and to refuse to fund both end it; to refuse a stop lets it go on. */
function goesOn(book: Book, decision: Entry<'decision'>): boolean {
  const carried = carriedOf(book, decision);
  return carried ? !HALTS.has(carried) : HALTS.has(decision.type);
}

/** It takes the place of a decision that let the work go on and halts it, or the other way round; more of the same is none. */
function isReversal(book: Book, decision: Entry<'decision'>): boolean {
  const before = book.get('decision', decision.supersedes);
  if (!before?.taken || carriedOf(book, decision) === undefined) return false;
  return goesOn(book, before) !== goesOn(book, decision);
}

export function registerFigures(rows: readonly RegisterRow[], on: Day): RegisterFigures {
  const taken = rows.filter(({ decision }) => decision.taken !== undefined);
  const open = rows.filter(({ decision }) => isOpen(decision));
  const dated = [...taken, ...open].filter(({ decision }) => decision.neededBy !== undefined);
  const sum = (of: (row: RegisterRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    taken: taken.length,
    open: open.length,
    cycle: median(taken.map(({ age }) => age).filter((age) => age !== undefined)),
    late: dated.filter(({ late }) => late !== undefined).length,
    dated: dated.length,
    old: open.filter(({ age }) => (age ?? 0) > OLD).length,
    deferrals: sum(({ deferrals }) => deferrals),
    reversals: rows.filter(({ isReversal: each }) => each).length,
    waivers: rows.filter(({ isWaiver }) => isWaiver).length,
    actions: sum(({ actions }) => actions),
    actionsDone: sum(({ actionsDone }) => actionsDone),
    actionsLate: sum(({ actionsLate }) => actionsLate),
    reviewsDue: rows.filter(({ reviewDue: due }) => due !== undefined && due <= on).length,
  };
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
