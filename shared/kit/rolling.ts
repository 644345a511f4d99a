// Which of a row of dated copies stay: the newest, and from further back one a day and one a week.

const DAY_MS = 86_400_000;
/** The first Monday after the beginning of time, so that a week begins on one. */
const MONDAY_MS = 4 * DAY_MS;

export interface Rolling {
  /** The newest copies, whatever their dates. */
  readonly newest: number;
  /** The last copy of each of so many days, today among them, in universal time. */
  readonly days: number;
  /** The last copy of each of so many weeks, this one among them. */
  readonly weeks: number;
}

/**
 * A copy of a moment still to come was made while a clock ran ahead, and before those of today: it counts as the oldest.
 * @param nowMs the moment of the copy just made
 * @returns the moments (milliseconds since 1970) of the copies that may go; never the newest of all
 */
export function rolledOut(moments: readonly number[], nowMs: number, rule: Rolling): number[] {
  const isAhead = (ms: number) => Number(ms > nowMs);
  const newestFirst = [...moments].sort((a, b) => isAhead(a) - isAhead(b) || b - a);
  const stays = new Set(newestFirst.slice(0, Math.max(1, rule.newest)));
  const keepLastOfEach = (lengthMs: number, originMs: number, count: number) => {
    const spanOf = (ms: number) => Math.floor((ms - originMs) / lengthMs);
    const met = new Set<number>();
    for (const moment of newestFirst) {
      const span = spanOf(moment);
      if (isAhead(moment) || met.has(span) || spanOf(nowMs) - span >= count) continue;
      met.add(span);
      stays.add(moment);
    }
  };
  keepLastOfEach(DAY_MS, 0, rule.days);
  keepLastOfEach(7 * DAY_MS, MONDAY_MS, rule.weeks);
  return newestFirst.filter((moment) => !stays.has(moment));
}

/** Copies closer than this come from one clock. */
const SAME_CLOCK_MS = 1_000;

/** The moment of a new copy: now, or right after the newest where two fall into one millisecond. */
export function nextMoment(moments: readonly number[], nowMs: number): number {
  return [...moments]
    .sort((a, b) => a - b)
    .reduce((next, ms) => (ms >= next && ms < nowMs + SAME_CLOCK_MS ? ms + 1 : next), nowMs);
}

/** A moment as the name of a backup: readable, sorted by itself, and free of what a file's name may not hold. */
export const backupName = (ms: number): string => `${new Date(ms).toISOString().replaceAll(/[:.]/g, '-')}.mizan`;

const BACKUP_NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)\.mizan$/;

/** The moment a backup's name tells, or undefined where it is no such name. */
export function momentOf(name: string): number | undefined {
  const [, day, minute, second, rest] = BACKUP_NAME.exec(name) ?? [];
  const ms = Date.parse(`${day}:${minute}:${second}.${rest}`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** So many changes, or a single one and so much time, since the last copy: another is due. */
const DUE_CHANGES = 50;
const DUE_MS = 3_600_000;

/** @param sinceMs since the last copy; where there is none, since the first change */
export const isCopyDue = (changes: number, sinceMs: number): boolean =>
  changes >= DUE_CHANGES || (changes > 0 && sinceMs >= DUE_MS);
