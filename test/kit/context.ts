// A repeatable context for tests: a clock that counts and chance that follows a seed.
import type { Context } from '#shared/kit/context.ts';
import { type ActorId, idFromBytes } from '#shared/kit/ids.ts';

/** mulberry32: a small seeded generator, good enough to make ids differ. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function testContext(seed = 1, startMs = Date.UTC(2026, 10, 23, 9)): Context & { tick: (ms: number) => void } {
  const next = seeded(seed);
  const random = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256));
  let now = startMs;
  return {
    now: () => now,
    random,
    actor: idFromBytes(random(16)) as ActorId,
    by: 'Tester',
    tick: (ms) => {
      now += ms;
    },
  };
}
