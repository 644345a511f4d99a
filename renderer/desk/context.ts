// The page's clock, chance and author: the one place they enter.
import type { Context } from '#shared/kit/context.ts';
import { type ActorId, idFromBytes } from '#shared/kit/ids.ts';
import { usePrefs } from './prefs.ts';

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** A new actor each time a window opens a book; never restored with a file. */
export function newContext(): Context {
  const actor = idFromBytes(random(16)) as ActorId;
  return {
    now: () => Date.now(),
    random,
    actor,
    get by() {
      return usePrefs.getState().prefs.person;
    },
  };
}
