// Zips bytes the same way twice: no clock in it, no time zone, entries in the order they are handed in.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export type Files = Record<string, Uint8Array>;

/** The earliest date a zip can carry, made from local parts because zips hold local time: the same bytes everywhere. */
const noDate = (): Date => new Date(1980, 0, 1);

export function packZip(files: Files): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  // made anew each time: the laptop's time zone may have changed since the program started
  const mtime = noDate();
  for (const [path, bytes] of Object.entries(files)) entries[path] = [bytes, { mtime, level: 6 }];
  return zipSync(entries);
}

/** Only for archives made here, or checked by `checkArchive` first. */
export const unpackZip = (bytes: Uint8Array): Files => unzipSync(bytes);

export const textOf = (bytes: Uint8Array): string => strFromU8(bytes);
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => strToU8(text) as Uint8Array<ArrayBuffer>;
