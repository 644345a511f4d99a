// Looks at an archive before any library does: what it says of itself, whether that is true, and whether it is in bounds.
import { Inflate } from 'fflate';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { crc32 } from './crc.ts';

export const ARCHIVE_BOUNDS = { entries: 4_096, bytes: 512 * 1024 * 1024, ratio: 200 } as const;
/** Small entries may pack better than the ratio without harm: it is asked of the sum beyond this many bytes. */
const RATIO_FROM = 1024 * 1024;

export interface ArchiveEntry {
  readonly path: string;
  readonly packed: number;
  readonly unpacked: number;
}

type Fault =
  | 'sheet.notAnArchive'
  | 'sheet.encrypted'
  | 'sheet.oldBinary'
  | 'sheet.damaged'
  | 'sheet.tooManyParts'
  | 'sheet.tooLarge'
  | 'sheet.bomb'
  | 'sheet.badPath';

interface Found extends ArchiveEntry {
  readonly flags: number;
  readonly method: number;
  readonly local: number;
  readonly sum: number;
}

/** The entries of a zip whose every claim has been checked; nothing is kept unpacked. */
export function checkArchive(bytes: Uint8Array): Result<readonly ArchiveEntry[]> {
  const kind = firstLook(bytes);
  if (kind) return refuse(kind);
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const bounds = checkBounds(directory.value, bytes.length);
  if (bounds) return refuse(bounds, boundArgs(bounds));
  const spans = checkLocals(bytes, directory.value);
  if (spans) return refuse(spans.fault, undefined, spans.path);
  for (const entry of directory.value) {
    const fault = checkContent(bytes, entry);
    if (fault) return refuse(fault, boundArgs(fault), entry.path);
  }
  return done(directory.value.map(({ path, packed, unpacked }) => ({ path, packed, unpacked })));
}

const boundArgs = (fault: Fault): Record<string, number> | undefined =>
  fault === 'sheet.tooManyParts'
    ? { most: ARCHIVE_BOUNDS.entries }
    : fault === 'sheet.tooLarge'
      ? { most: ARCHIVE_BOUNDS.bytes / 1024 / 1024 }
      : fault === 'sheet.bomb'
        ? { ratio: ARCHIVE_BOUNDS.ratio }
        : undefined;

/** OLE: an encrypted workbook or one from before 2007; anything else that does not begin as a zip is no workbook. */
function firstLook(bytes: Uint8Array): Fault | undefined {
  const at = (i: number) => bytes[i];
  if (at(0) === 0xd0 && at(1) === 0xcf && at(2) === 0x11 && at(3) === 0xe0)
    return holds(bytes, 'EncryptedPackage') ? 'sheet.encrypted' : 'sheet.oldBinary';
  return at(0) === 0x50 && at(1) === 0x4b && (at(2) === 3 || at(2) === 5) ? undefined : 'sheet.notAnArchive';
}

/** Looks for a name in UTF-16, as OLE directories hold it; near the start or the end, where directories lie. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
  const isAt = (from: number) => wanted.every((byte, i) => bytes[from + i] === byte);
  for (let from = 0; from <= bytes.length - wanted.length; from += 2)
    if (bytes[from] === wanted[0] && isAt(from)) return true;
  return false;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const damaged = (): Result<never> => refuse('sheet.damaged');

function readDirectory(bytes: Uint8Array): Result<readonly Found[]> {
  const data = view(bytes);
  const end = findEnd(data);
  if (end === undefined) return damaged();
  const count = data.getUint16(end + 10, true);
  const size = data.getUint32(end + 12, true);
  const start = data.getUint32(end + 16, true);
  // a directory that needs 64-bit fields is far beyond the bounds
  if (count === 0xffff || start === 0xffffffff) return refuse('sheet.tooManyParts', { most: ARCHIVE_BOUNDS.entries });
  if (count > ARCHIVE_BOUNDS.entries) return refuse('sheet.tooManyParts', { most: ARCHIVE_BOUNDS.entries });
  if (start + size > end || data.getUint16(end + 8, true) !== count) return damaged();
  const entries: Found[] = [];
  const names = new Set<string>();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > start + size || data.getUint32(at, true) !== 0x02014b50) return damaged();
    const nameLength = data.getUint16(at + 28, true);
    const next = at + 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
    if (next > start + size) return damaged();
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!isSafePath(path)) return refuse('sheet.badPath', undefined, path.slice(0, 120));
    if (names.has(path.toLowerCase())) return damaged();
    names.add(path.toLowerCase());
    entries.push({
      path,
      flags: data.getUint16(at + 8, true),
      method: data.getUint16(at + 10, true),
      sum: data.getUint32(at + 16, true),
      packed: data.getUint32(at + 20, true),
      unpacked: data.getUint32(at + 24, true),
      local: data.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === start + size ? done(entries) : damaged();
}

/** The end record stands in the last 64 kB; its comment must reach exactly to the end of the file. */
function findEnd(data: DataView): number | undefined {
  for (let at = data.byteLength - 22; at >= Math.max(0, data.byteLength - 22 - 0xffff); at--)
    if (data.getUint32(at, true) === 0x06054b50 && at + 22 + data.getUint16(at + 20, true) === data.byteLength)
      return at;
  return undefined;
}

const isSafePath = (path: string): boolean =>
  path !== '' && !path.startsWith('/') && !/[\\:\0]/.test(path) && !path.split('/').includes('..');

function checkBounds(entries: readonly Found[], fileSize: number): Fault | undefined {
  const sum = entries.reduce((total, entry) => total + entry.unpacked, 0);
  if (sum > ARCHIVE_BOUNDS.bytes) return 'sheet.tooLarge';
  return sum > RATIO_FROM && sum > fileSize * ARCHIVE_BOUNDS.ratio ? 'sheet.bomb' : undefined;
}

/** Each entry's own header must agree with the directory, and no two entries may share bytes. */
function checkLocals(bytes: Uint8Array, entries: readonly Found[]): { fault: Fault; path: string } | undefined {
  const data = view(bytes);
  const spans: { from: number; to: number; path: string }[] = [];
  for (const entry of entries) {
    const { path, local } = entry;
    if (entry.flags & 1) return { fault: 'sheet.encrypted', path };
    if (entry.method !== 0 && entry.method !== 8) return { fault: 'sheet.damaged', path };
    if (local + 30 > bytes.length || data.getUint32(local, true) !== 0x04034b50)
      return { fault: 'sheet.damaged', path };
    const nameLength = data.getUint16(local + 26, true);
    const name = new TextDecoder().decode(bytes.subarray(local + 30, local + 30 + nameLength));
    const to = dataStart(data, local) + entry.packed;
    const later = (entry.flags & 8) !== 0;
    const agrees =
      name === path &&
      data.getUint16(local + 8, true) === entry.method &&
      (later ||
        (data.getUint32(local + 18, true) === entry.packed && data.getUint32(local + 22, true) === entry.unpacked));
    if (!agrees || to > bytes.length) return { fault: 'sheet.damaged', path };
    spans.push({ from: local, to, path });
  }
  spans.sort((a, b) => a.from - b.from);
  const overlap = spans.find((span, at) => at > 0 && span.from < (spans[at - 1] as (typeof spans)[number]).to);
  return overlap ? { fault: 'sheet.bomb', path: overlap.path } : undefined;
}

const dataStart = (data: DataView, local: number): number =>
  local + 30 + data.getUint16(local + 26, true) + data.getUint16(local + 28, true);

const STEP = 256 * 1024;

/** Unpacks an entry piece by piece, only to count and to sum: it must be exactly as long and as summed as it says. */
function checkContent(bytes: Uint8Array, entry: Found): Fault | undefined {
  const from = dataStart(view(bytes), entry.local);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0)
    return entry.packed === entry.unpacked && crc32(packed) === entry.sum ? undefined : 'sheet.damaged';
  let length = 0;
  let sum = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length <= entry.unpacked) sum = crc32(chunk, sum);
  });
  try {
    for (let at = 0; at < packed.length && length <= entry.unpacked; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return 'sheet.damaged';
  }
  if (length > entry.unpacked) return 'sheet.bomb';
  return length === entry.unpacked && sum === entry.sum ? undefined : 'sheet.damaged';
}
