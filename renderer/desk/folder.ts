// What the desk shows of the shared folder: which one, this laptop's file in it, the others', and what is new there.
import { create } from 'zustand';
import type { ChangeId } from '#shared/kit/ids.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { Words } from '#shared/words/words.ts';

/** A file of the folder, as it is told. */
export interface ToldFile {
  readonly name: string;
  readonly modified: number;
  readonly isOwn: boolean;
  readonly state: 'read' | 'sealed' | 'unread';
  /** Changes in it this laptop does not hold. */
  readonly fresh: number;
  readonly problem?: Problem | undefined;
}

export interface SharedFolder {
  readonly token: string;
  readonly name: string;
  readonly ownName: string;
  /** When the own file was last written, by this laptop's clock. */
  readonly writtenAt?: number | undefined;
  /** Why the folder could not be used just now. */
  readonly problem?: Problem | undefined;
  /** Why the own file could not be written the last time. */
  readonly unwritten?: Problem | undefined;
  readonly files: readonly ToldFile[];
  /** Changes in the folder this laptop does not hold, whose, and in which files. */
  readonly fresh: ReadonlySet<ChangeId>;
  readonly people: readonly string[];
  /** Files that will not be read by waiting, or have not been for long: each as its name and its date, on two lines. */
  readonly stuck: readonly string[];
}

interface FolderDesk {
  readonly folder?: SharedFolder | undefined;
  /** What has been looked at, or put off: offered still, and not said again. */
  readonly hushed: ReadonlySet<string>;
}

export const useFolder = create<FolderDesk>(() => ({ hushed: new Set() }));

/** Not to be said again in this window: changes by their id, files as in `stuck`. */
export const hush = (what: Iterable<string>): void =>
  useFolder.setState(({ hushed }) => ({ hushed: new Set([...hushed, ...what]) }));

/** Why the folder cannot be used, and what to do about it. */
export function unusableText(words: Words, name: string, problem: Problem): string {
  if (problem.code === 'bridge.askAgain') return words.say('folder.asks', { name });
  if (problem.code === 'bridge.refused') return words.say('folder.forgotten', { name });
  return words.say('folder.unreachable', { name, why: words.problem(problem) });
}
