// Puts bytes in a file's place so that a crash leaves the old file or the new one, never half of either.
import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { copyFile, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Virus scanners and sync tools hold a file for a moment after it changes: five tries, three seconds in all. */
const RETRY_AFTER_MS = [50, 150, 400, 900, 1500];
const BUSY_CODES = ['EBUSY', 'EPERM', 'EACCES'];
const DEFAULT_MODE = 0o666;

/** The system's code of a fault, as 'ENOENT'. */
export const codeOf = (fault: unknown): string | undefined =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;

export interface SaveOptions {
  /** Keep the file that is replaced beside the new one, as `<name>.bak`. */
  readonly backup: boolean;
}

export async function saveAtomically(
  path: string,
  bytes: Uint8Array | string,
  { backup }: SaveOptions = { backup: false },
): Promise<void> {
  const target = await followLink(path);
  const replaced = await stat(target).catch(ignoreMissing);
  if (replaced?.isDirectory()) throw Object.assign(new Error('a folder is in the way'), { code: 'EISDIR' });
  const fresh = temporaryBeside(target);
  try {
    await writeFlushed(fresh, bytes, replaced);
    if (backup && replaced) await keepBackup(target);
    await renamePatiently(fresh, target);
  } catch (fault) {
    await rm(fresh, { force: true });
    throw fault;
  }
  await flushFolder(dirname(target));
}

/** A link is written through, not replaced by a file. */
const followLink = (path: string): Promise<string> =>
  realpath(path).catch((fault: unknown) => {
    if (codeOf(fault) === 'ENOENT') return path;
    throw fault;
  });

function ignoreMissing(fault: unknown): undefined {
  if (codeOf(fault) !== 'ENOENT') throw fault;
}

const temporaryBeside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);

async function writeFlushed(path: string, bytes: Uint8Array | string, replaced: Stats | undefined): Promise<void> {
  const file = await open(path, 'wx', DEFAULT_MODE);
  try {
    if (replaced) await keepMode(file, replaced);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some disks (FAT, shares) know no mode; the bytes matter more. */
async function keepMode(file: FileHandle, replaced: Stats): Promise<void> {
  await file.chmod(replaced.mode & 0o777).catch(() => undefined);
}

async function keepBackup(target: string): Promise<void> {
  const copy = temporaryBeside(`${target}.bak`);
  try {
    await copyFile(target, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await renamePatiently(copy, `${target}.bak`);
  } catch (fault) {
    await rm(copy, { force: true });
    throw fault;
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of RETRY_AFTER_MS) {
    try {
      return await rename(from, to);
    } catch (fault) {
      if (!BUSY_CODES.includes(codeOf(fault) ?? '')) throw fault;
      await pause(wait);
    }
  }
  await rename(from, to);
}

/** The new name is only safe once the folder is on the disk too; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
