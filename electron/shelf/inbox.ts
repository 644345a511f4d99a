// Files handed over from outside (double click, a second start, the dock) wait here until the page takes them.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { OPEN_KINDS, type OpenedFile } from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { hasExtension } from './names.ts';
import { readOpened } from './shelf.ts';
import type { Tokens } from './tokens.ts';

export interface Inbox {
  put(paths: readonly string[]): void;
  take(): Promise<readonly Outcome<OpenedFile>[]>;
}

export function newInbox(tokens: Tokens, onArrival: () => void): Inbox {
  let waiting: string[] = [];
  return {
    put(paths) {
      if (paths.length === 0) return;
      waiting = [...new Set([...waiting, ...paths])];
      onArrival();
    },
    async take() {
      const taken = waiting;
      waiting = [];
      const opened: Outcome<OpenedFile>[] = [];
      for (const path of taken) opened.push(await readOpened(tokens, path));
      return opened;
    },
  };
}

/** Our own files among a command line's words; switches and everything else are left alone. */
export function filesAmong(words: readonly string[], workingFolder: string): string[] {
  const ours = (word: string) =>
    !word.startsWith('-') && OPEN_KINDS.book.some((extension) => hasExtension(word, extension));
  return words
    .filter(ours)
    .map((word) => resolve(workingFolder, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}
