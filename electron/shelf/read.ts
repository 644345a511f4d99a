// Reads a whole file within a bound that is checked before the first byte and held to the last.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { FILE_LIMIT_BYTES } from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { troubleWith } from './trouble.ts';

/** A link is followed where a person chose it, and not where only its name was given. */
export const FOLLOW = 0;
export const DO_NOT_FOLLOW = constants.O_NOFOLLOW ?? 0;

export async function readBounded(
  path: string,
  links = FOLLOW,
  limit = FILE_LIMIT_BYTES,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  let file: FileHandle | undefined;
  try {
    // without NONBLOCK a named pipe would keep the program waiting for a writer
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | links);
    const { size, isFile } = await stateOf(file);
    if (!isFile) return refuse('bridge.noAccess', { name: basename(path) });
    if (size > limit) return refuse('bridge.tooLarge', { name: basename(path), size, limit });
    return done(await readUpTo(file, size));
  } catch (fault) {
    return troubleWith(path, fault);
  } finally {
    await file?.close();
  }
}

async function stateOf(file: FileHandle): Promise<{ size: number; isFile: boolean }> {
  const state = await file.stat();
  return { size: state.size, isFile: state.isFile() };
}

/** A file that shrinks meanwhile gives what there was; one that grows gives what it had. */
async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === size ? bytes : bytes.slice(0, filled);
}
