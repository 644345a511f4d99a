// One writer at a time for a book's file, among programs that do not know of each other.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A lock older than this was left by a program that is gone, even where its laptop cannot be asked. */
const STALE_MS = 30_000;
const WAIT_MS = 10_000;
/** A mark is named in the moment it is made: one that stays nameless was left by a program killed in that moment. */
const NAMELESS_MS = 1_000;
const AGAIN_AFTER_MS = 20;

export interface Lock {
  /** Throws where another program has taken the lock for stale meanwhile: then nothing may be written. */
  readonly check: () => void;
  readonly release: () => void;
}

/** Waits for the lock beside `path`; throws "locked" where another program holds on to it. */
export async function lockFile(path: string): Promise<Lock> {
  const mark = `${path}.lock`;
  const mine = `${process.pid} ${randomBytes(8).toString('hex')} ${hostname()}`;
  const until = Date.now() + WAIT_MS;
  while (!take(mark, mine)) {
    if (isStale(mark)) removeStale(mark);
    else if (Date.now() > until) throw locked();
    else await new Promise((later) => setTimeout(later, AGAIN_AFTER_MS));
  }
  return {
    check: () => {
      if (holderOf(mark) !== mine) throw locked();
    },
    release: () => {
      if (holderOf(mark) === mine) rmSync(mark, { force: true });
    },
  };
}

const locked = () => new Error('EBUSY: locked by another program');

function take(mark: string, mine: string): boolean {
  try {
    writeFileSync(mark, mine, { flag: 'wx' });
    return true;
  } catch (fault) {
    if (isCode(fault, 'EEXIST')) return false;
    throw fault;
  }
}

function holderOf(mark: string): string | undefined {
  try {
    return readFileSync(mark, 'utf8');
  } catch {
    return undefined;
  }
}

/** Left by a program of this laptop that has ended, or very old. A mark that is gone by now is not stale: it is free. */
function isStale(mark: string): boolean {
  const stat = statSync(mark, { throwIfNoEntry: false });
  if (!stat) return false;
  const age = Date.now() - stat.mtimeMs;
  if (age > STALE_MS) return true;
  const [pid, , host] = (holderOf(mark) ?? '').split(' ');
  if (!host) return age > NAMELESS_MS;
  return host === hostname() && Number(pid) !== process.pid && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return !isCode(fault, 'ESRCH');
  }
}

/** Moves the mark aside before it is deleted: of two who found it stale, only one moves it, and a fresh one goes back. */
function removeStale(mark: string): void {
  const aside = `${mark}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(mark, aside);
    if (!isStale(aside)) linkSync(aside, mark);
  } catch (fault) {
    if (!isCode(fault, 'ENOENT') && !isCode(fault, 'EEXIST')) throw fault;
  } finally {
    rmSync(aside, { force: true });
  }
}

const isCode = (fault: unknown, code: string): boolean => (fault as NodeJS.ErrnoException).code === code;
