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
import { backupName, momentOf, type Rolling, rolledOut } from '#shared/kit/rolling.ts';
import { DO_NOT_FOLLOW, readBounded } from './read.ts';
import { troubleWith } from './trouble.ts';

const RULE: Rolling = { newest: 10, days: 14, weeks: 8 };

const folderOf = (userData: string, book = ''): string => join(userData, 'backups', book);

export async function keepBackup(
  userData: string,
  { book, bytes }: KeepBackupRequest,
  nowMs = Date.now(),
): Promise<Outcome<Backup>> {
  const folder = folderOf(userData, book);
  try {
    await mkdir(folder, { recursive: true });
    const at = await freeMoment(folder, nowMs);
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

/** Two backups of one millisecond must not take each other's place. */
async function freeMoment(folder: string, ms: number): Promise<number> {
  const taken = new Set(await readdir(folder));
  let at = ms;
  while (taken.has(backupName(at))) at++;
  return at;
}

async function roll(folder: string, nowMs: number): Promise<void> {
  const moments = (await readdir(folder)).map(momentOf).filter((moment) => moment !== undefined);
  // the one just made stays, whatever a clock that ran ahead once wrote; one that will not go is tried next time
  for (const moment of rolledOut(moments, nowMs, RULE))
    if (moment !== nowMs) await rm(join(folder, backupName(moment)), { force: true }).catch(() => undefined);
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
