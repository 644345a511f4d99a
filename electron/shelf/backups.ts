// Backups this laptop keeps by itself, beside nothing a person sees: written whole, read back, compared, rolled.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, saveAtomically } from '#electron/host/save.ts';
import type {
  Backup,
  FileBytes,
  KeepBackupRequest,
  ListBackupsRequest,
  ReadBackupRequest,
} from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { isId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { backupName, momentOf, nextMoment, type Rolling, rolledOut } from '#shared/kit/rolling.ts';
import { DO_NOT_FOLLOW, readBounded } from './read.ts';
import { troubleWith } from './trouble.ts';

const RULE: Rolling = { newest: 10, days: 14, weeks: 8 };

const folderOf = (userData: string, book = ''): string => join(userData, 'backups', book);

let last: Promise<unknown> = Promise.resolve();

/** One after the other: two at once must not take each other's name. */
export function keepBackup(userData: string, request: KeepBackupRequest): Promise<Outcome<Backup>> {
  const next = last.then(() => keepOne(userData, request, Date.now()));
  last = next.catch(() => undefined);
  return next;
}

async function keepOne(userData: string, { book, bytes }: KeepBackupRequest, nowMs: number): Promise<Outcome<Backup>> {
  const folder = folderOf(userData, book);
  try {
    await mkdir(folder, { recursive: true });
    const at = nextMoment(await momentsIn(folder), nowMs);
    const path = join(folder, backupName(at));
    await saveAtomically(path, bytes);
    const back = await readBounded(path, DO_NOT_FOLLOW);
    if (!back.ok || Buffer.compare(back.value, bytes) !== 0) {
      await rm(path, { force: true });
      return refuse('bridge.notVerified');
    }
    // older ones go only when the new one is known to be good
    await roll(folder, at);
    return done({ book, name: backupName(at), at, size: bytes.byteLength });
  } catch (fault) {
    return troubleWith(folder, fault);
  }
}

const momentsIn = async (folder: string): Promise<number[]> =>
  (await readdir(folder)).map(momentOf).filter((moment) => moment !== undefined);

async function roll(folder: string, nowMs: number): Promise<void> {
  // one that will not go is tried next time
  for (const moment of rolledOut(await momentsIn(folder), nowMs, RULE))
    await rm(join(folder, backupName(moment)), { force: true }).catch(() => undefined);
}

export async function listBackups(userData: string, { book }: ListBackupsRequest): Promise<Outcome<readonly Backup[]>> {
  const books = book === undefined ? (await namesIn(folderOf(userData))).filter(isId) : [book];
  const found: Backup[] = [];
  try {
    for (const id of books)
      for (const name of await namesIn(folderOf(userData, id))) {
        const at = momentOf(name);
        const state = at === undefined ? undefined : await stat(join(folderOf(userData, id), name));
        if (at !== undefined && state?.isFile()) found.push({ book: id, name, at, size: state.size });
      }
  } catch (fault) {
    return troubleWith(folderOf(userData), fault);
  }
  return done(found.sort((a, b) => b.at - a.at));
}

/** No folder yet: nothing was kept yet. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((fault: unknown) => {
    if (codeOf(fault) === 'ENOENT' || codeOf(fault) === 'ENOTDIR') return [];
    throw fault;
  });

export async function readBackup(userData: string, { book, name }: ReadBackupRequest): Promise<Outcome<FileBytes>> {
  const bytes = await readBounded(join(folderOf(userData, book), name), DO_NOT_FOLLOW);
  return bytes.ok ? done({ bytes: bytes.value }) : bytes;
}
