// A book's log in one .mizan file: the same port as in the page, each append an atomic rewrite under a lock.

import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import type { Change } from '#shared/change/model.ts';
import { gatheredChanges } from '#shared/change/part.ts';
import type { LogRow, LogStore } from '#shared/change/store.ts';
import type { Holding } from '#shared/change/withheld.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { Refusal } from './context.ts';
import { lockFile } from './lock.ts';
import { readBookFile, writeBookFile } from './sealed.ts';

export interface FileStore extends LogStore {
  readonly book: BookId;
  /** Whether the file is sealed with a passphrase; undefined while there is none. */
  readonly sealed: boolean | undefined;
}

/** @param create make a new, empty book where there is no file; it is written with its first change */
export function openFileStore(path: string, create: boolean): Result<FileStore> {
  let held: { stamp: string; changes: readonly Change[]; holding?: Holding | undefined } = { stamp: '', changes: [] };
  // a book is written as it was found; a new one sealed where a passphrase was given
  let sealed: boolean | undefined;
  let book = idFromBytes(randomBytes(16)) as BookId;
  const load = (): Result<readonly Change[]> => {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      return held.stamp === '' && create ? done([]) : refuse('cli.noSuchFile', { file: path });
    const { mtimeMs, size, ino } = statSync(path);
    const stamp = `${mtimeMs}/${size}/${ino}`;
    if (stamp === held.stamp) return done(held.changes);
    const read = readBookFile(readFileSync(path));
    if (!read.ok)
      return { ok: false, problem: { ...read.problem, args: { ...read.problem.args, file: basename(path) } } };
    book = read.value.book;
    sealed = read.value.sealed;
    if (read.value.base) return refuse('file.deltaAlone', { file: basename(path) });
    held = { stamp, changes: read.value.changes, holding: read.value.holding };
    return done(held.changes);
  };
  const first = load();
  if (!first.ok) return first;
  const rowsAfter = (changes: readonly Change[], seq: number): LogRow[] =>
    changes.slice(seq).map((change, i) => ({ seq: seq + i + 1, change, arrived: change.at[0] }));
  const loaded = (): readonly Change[] => {
    const read = load();
    if (!read.ok) throw new Error(read.problem.code);
    return read.value;
  };
  return done({
    get book() {
      return book;
    },
    get sealed() {
      return sealed;
    },
    snapshot: async () => undefined,
    readSince: async (seq) => rowsAfter(loaded(), seq),
    holding: async () => {
      loaded();
      return held.holding;
    },
    append: async (seq, decide, _nowMs, given) => {
      const lock = await lockFile(path);
      try {
        const changes = loaded();
        const added = decide(rowsAfter(changes, seq));
        if (added.length === 0 && !given) return [];
        lock.check();
        const holding = given ? given.now : held.holding;
        const all = gatheredChanges([...changes, ...added]);
        await saveAtomically(path, writeBookFile({ book, changes: all, holding }, sealed));
        return rowsAfter([...changes, ...added], changes.length);
      } finally {
        lock.release();
      }
    },
    // the file is its own fold: it is small, and read whole
    fold: async () => undefined,
    close: () => undefined,
  });
}

/** Refuses early, with a sentence, a place that cannot take a file. */
export function mustHaveFolder(path: string): void {
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal({ code: 'cli.noFolder', args: { folder } });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal({ code: 'cli.isFolder', args: { file: path } });
}
