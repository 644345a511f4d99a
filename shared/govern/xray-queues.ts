// How long the year's decisions wait: each body answers within its calendar, each post within its days.
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addDays, addMonths, type Day, daysBetween } from '#shared/kit/period.ts';
import { meetingDays } from './bodies.ts';
import type { Holder, WhoDecides } from './rights.ts';

const MINUTES_OF_MEETING = 90;
const MINUTES_A_DECISION = 15;
const RESPONSE_DAYS = 5;

/** What one body is asked to answer in the year, and how it keeps up. */
export interface BodyLoad {
  readonly board: RecordId;
  /** Decisions it decides or must agree to. */
  readonly demand: number;
  /** Decisions its meetings of the year have time for; undefined: it answers in days, not in meetings. */
  readonly slots: number | undefined;
  readonly waitMedian: number;
  readonly waitLongest: number;
  /** Not answered within a year of the last one raised. */
  readonly unanswered: number;
  /** A board or committee without a calendar. */
  readonly hasNoCalendar: boolean;
}

interface Queue {
  readonly meetings: { readonly on: Day; free: number }[] | undefined;
  readonly waits: number[];
  demand: number;
  unanswered: number;
}

export interface Asked {
  readonly raisedOn: Day;
  readonly who: WhoDecides;
}

export interface Waits {
  readonly loads: readonly BodyLoad[];
  /** From raised to decided, of those decided. */
  readonly median: number;
  readonly longest: number;
}

/** @param asked resolved ones only, in the order they are raised */
export function queuesOf(book: Book, asked: readonly Asked[], on: Day): Waits {
  const year = addMonths(on, 12);
  const queues = new Map<RecordId, Queue>();
  const queueOf = (board: RecordId): Queue => {
    const queue = queues.get(board) ?? newQueue(book, board, on, addMonths(year, 12));
    queues.set(board, queue);
    return queue;
  };
  const answer = (holder: Holder, from: Day, responseDays: number | undefined): Day | undefined =>
    holder.body ? answered(queueOf(holder.body), from, responseDays) : addDays(from, responseDays ?? RESPONSE_DAYS);
  // those who must agree answer first; what is agreed comes before the decider
  const agreed = asked.map(({ raisedOn, who }) => {
    const answers = who.parts.agree.map((holder) => answer(holder, raisedOn, who.right?.responseDays));
    const ready = answers.includes(undefined) ? undefined : [raisedOn, ...answers].sort().at(-1);
    return { raisedOn, who, ready };
  });
  agreed.sort((a, b) => ((a.ready ?? '') < (b.ready ?? '') ? -1 : (a.ready ?? '') > (b.ready ?? '') ? 1 : 0));
  const waits = agreed.flatMap(({ raisedOn, who, ready }) => {
    const decided = ready && who.decides ? answer(who.decides, ready, who.right?.responseDays) : undefined;
    return decided ? [daysBetween(raisedOn, decided)] : [];
  });
  return {
    loads: [...queues].map(([board, queue]) => loadOf(book, board, queue, year)),
    median: median(waits),
    longest: Math.max(0, ...waits),
  };
}

function newQueue(book: Book, board: RecordId, from: Day, until: Day): Queue {
  const body = book.get('board', board);
  const days = body ? meetingDays(body, from, until) : [];
  const free = Math.floor((body?.minutes ?? MINUTES_OF_MEETING) / MINUTES_A_DECISION);
  return {
    meetings: days.length > 0 ? days.map((on) => ({ on, free })) : undefined,
    waits: [],
    demand: 0,
    unanswered: 0,
  };
}

/** The day it answers what comes to it on a day; undefined: not in sight. */
function answered(queue: Queue, from: Day, responseDays = RESPONSE_DAYS): Day | undefined {
  queue.demand += 1;
  if (!queue.meetings) {
    queue.waits.push(responseDays);
    return addDays(from, responseDays);
  }
  const meeting = queue.meetings.find(({ on, free }) => on >= from && free > 0);
  if (!meeting) {
    queue.unanswered += 1;
    return undefined;
  }
  meeting.free -= 1;
  queue.waits.push(daysBetween(from, meeting.on));
  return meeting.on;
}

function loadOf(book: Book, board: RecordId, queue: Queue, year: Day): BodyLoad {
  const body = book.get('board', board);
  const perMeeting = Math.floor((body?.minutes ?? MINUTES_OF_MEETING) / MINUTES_A_DECISION);
  return {
    board,
    demand: queue.demand,
    slots: queue.meetings && queue.meetings.filter(({ on }) => on < year).length * perMeeting,
    waitMedian: median(queue.waits),
    waitLongest: Math.max(0, ...queue.waits),
    unanswered: queue.unanswered,
    hasNoCalendar: !queue.meetings && (body?.form === 'board' || body?.form === 'committee'),
  };
}

function median(all: readonly number[]): number {
  if (all.length === 0) return 0;
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
