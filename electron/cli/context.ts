// What comes in from outside at the command line: the clock, chance, who calls, and where words go.
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Context } from '#shared/kit/context.ts';
import { type ActorId, idFromBytes } from '#shared/kit/ids.ts';
import type { Problem } from '#shared/kit/result.ts';
import { createWords } from '#shared/words/words.ts';

export function newContext(): Context {
  const random = (count: number) => new Uint8Array(randomBytes(count));
  return { now: () => Date.now(), random, actor: idFromBytes(random(16)) as ActorId, by: userName() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

export const words = createWords({ language: 'en' });

/** Ends a command with one sentence; `--json` callers get the problem as data too. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(words.problem(problem));
  }
}

export function must<T>(result: { ok: true; value: T } | { ok: false; problem: Problem }): T {
  if (!result.ok) throw new Refusal(result.problem);
  return result.value;
}
