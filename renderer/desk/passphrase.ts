// Asking for a passphrase, and sealing or opening a book file with it; it is kept in memory alone, with this window.

import { runSeal } from '#renderer/workers/run.ts';
import { isSealed } from '#shared/file/container.ts';
import { done, type Problem, type Result } from '#shared/kit/result.ts';
import { useDesk } from './desk.ts';

export interface Unsealed {
  readonly bytes: Uint8Array;
  /** What opened it, where it was sealed. */
  readonly passphrase?: string;
}

/** @returns what was typed, or undefined where it was given up */
function ask(what: 'open' | 'seal', name: string, problem?: Problem): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = (typed: string | undefined) => {
      useDesk.setState({ asking: undefined });
      resolve(typed);
    };
    useDesk.setState({ asking: { what, name, problem, answer } });
  });
}

/** The file as it was before it was sealed; asked for until it opens or is given up (undefined). */
export async function unsealed(bytes: Uint8Array, name: string): Promise<Result<Unsealed> | undefined> {
  if (!isSealed(bytes)) return done({ bytes });
  let problem: Problem | undefined;
  for (;;) {
    const passphrase = await ask('open', name, problem);
    if (passphrase === undefined) return undefined;
    const opened = await runSeal({ bytes, passphrase, what: 'open' });
    if (opened.ok) return done({ bytes: opened.value, passphrase });
    if (opened.problem.code !== 'file.wrongPassphrase') return opened;
    problem = opened.problem;
  }
}

export const newPassphrase = (name: string): Promise<string | undefined> => ask('seal', name);

export const sealed = (bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>> =>
  runSeal({ bytes, passphrase, what: 'seal' });
