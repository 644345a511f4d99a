// Hybrid logical clock as pure functions (Kulkarni et al. 2014): orders changes of many laptops without a server.
import type { ActorId } from './ids.ts';

/** (milliseconds, counter within that millisecond, actor). Stamps only decide which head stands provisionally. */
export type Stamp = readonly [ms: number, counter: number, actor: ActorId];

/** A foreign stamp further ahead than this does not advance the local clock: one bad clock must not spoil all. */
export const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

export function compareStamps(a: Stamp, b: Stamp): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}

/** A counter beyond this makes way for the next millisecond, so that it stays exact whatever a foreign log says. */
const MOST_IN_A_MS = 2 ** 40;

/** The next stamp of `actor`: later than all it has seen, and never equal to another. */
export function nextStamp(lastSeen: Stamp | undefined, nowMs: number, actor: ActorId): Stamp {
  if (!lastSeen || nowMs > lastSeen[0]) return [nowMs, 0, actor];
  return lastSeen[1] < MOST_IN_A_MS ? [lastSeen[0], lastSeen[1] + 1, actor] : [lastSeen[0] + 1, 0, actor];
}

/** The later of two stamps, unless the foreign one is too far ahead of this laptop's clock. */
export function advance(lastSeen: Stamp | undefined, foreign: Stamp, nowMs: number): Stamp | undefined {
  if (foreign[0] > nowMs + MAX_AHEAD_MS) return lastSeen;
  return !lastSeen || compareStamps(foreign, lastSeen) > 0 ? foreign : lastSeen;
}
