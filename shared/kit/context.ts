// Everything that would make a run unrepeatable (clock, chance, who sits here) comes in through this one door.
import { type ActorId, type ChangeId, idFromBytes, type RecordId } from './ids.ts';
import type { Day } from './period.ts';

export interface Context {
  /** Milliseconds since 1970, as this laptop's clock says. */
  readonly now: () => number;
  /** Cryptographically random bytes. */
  readonly random: (count: number) => Uint8Array;
  /** This window's own identity in the log: random, new each time a window opens a book. */
  readonly actor: ActorId;
  /** The person at the desk, as named in settings; empty when nobody said. */
  readonly by: string;
}

export const newRecordId = (ctx: Context): RecordId => idFromBytes(ctx.random(16)) as RecordId;
export const newChangeId = (ctx: Context): ChangeId => idFromBytes(ctx.random(16)) as ChangeId;

/** Today in UTC, as the desk's clock says. */
export const today = (ctx: Context): Day => dayOfMs(ctx.now());

/** The day a moment (milliseconds since 1970) falls on, in universal time. */
export const dayOfMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

/** The last millisecond of a day, in universal time. */
export const endOfDay = (day: Day): number => Date.parse(day) + 86_399_999;
