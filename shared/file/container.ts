// The .mizan file's outside: a mark, a version, a header, a body, and the SHA-256 of all before it, checked first.
import { sha256Bytes } from '#shared/kit/hash.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';

/*
 * offset  bytes  what
 * 0       8      the mark: 4D 49 5A 41 4E 0D 0A 1A ("MIZAN", CR, LF, SUB: a transfer that bends line ends is seen)
 * 8       4      container version, unsigned, big endian: 1
 * 12      4      length H of the header in bytes, unsigned, big endian; at most 4096
 * 16      H      header, JSON in UTF-8; version 1 writes {}
 * 16+H    …      body: a zip (see body.ts)
 * last 32        SHA-256 of every byte before
 */
export const CONTAINER_VERSION = 1;
const MARK = [0x4d, 0x49, 0x5a, 0x41, 0x4e, 0x0d, 0x0a, 0x1a] as const;
const HASH = 32;
const LONGEST_HEADER = 4096;

export function wrap(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode('{}');
  const bytes = new Uint8Array(16 + header.length + body.length + HASH);
  bytes.set(MARK, 0);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, CONTAINER_VERSION);
  view.setUint32(12, header.length);
  bytes.set(header, 16);
  bytes.set(body, 16 + header.length);
  bytes.set(sha256Bytes(bytes.subarray(0, bytes.length - HASH)), bytes.length - HASH);
  return bytes;
}

/** @returns the body; a newer version is told apart from damage, because its remedy differs */
export function unwrap(bytes: Uint8Array): Result<Uint8Array> {
  if (bytes.length === 0) return refuse('file.empty');
  if (!MARK.slice(0, 5).every((byte, i) => bytes[i] === byte)) return refuse('file.notMizan');
  if (bytes.length < 16 + HASH || !MARK.every((byte, i) => bytes[i] === byte)) return refuse('file.damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - HASH;
  const wanted = sha256Bytes(bytes.subarray(0, end));
  if (!wanted.every((byte, i) => bytes[end + i] === byte)) return refuse('file.damaged');
  const version = view.getUint32(8);
  if (version > CONTAINER_VERSION) return refuse('file.newerContainer', { version, known: CONTAINER_VERSION });
  const header = view.getUint32(12);
  if (version === 0 || header > LONGEST_HEADER || 16 + header > end) return refuse('file.damaged');
  return done(bytes.subarray(16 + header, end));
}
