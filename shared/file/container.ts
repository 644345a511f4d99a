// The .mizan file's outside: a mark, a version, a header, a body, and the SHA-256 of all before it, checked first.
import { sha256Bytes } from '#shared/kit/hash.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';

/*
 * offset  bytes  what
 * 0       8      the mark: 4D 49 5A 41 4E 0D 0A 1A ("MIZAN", CR, LF, SUB: a transfer that bends line ends is seen)
 * 8       4      container version, unsigned, big endian: 1; 2 where the body is sealed with a passphrase; 3 where
 *                the copy does not carry everything and is not sealed
 * 12      4      length H of the header in bytes, unsigned, big endian; at most 4096
 * 16      H      header, JSON in UTF-8; versions 1 and 3 write {}, version 2 how the key is made (see seal.ts)
 * 16+H    …      body: a zip (see body.ts), in version 2 sealed
 * last 32        SHA-256 of every byte before
 */
export const PLAIN = 1;
export const SEALED = 2;
/** A copy that withholds something or begins after something: whoever took it for the whole would lose what it lacks. */
export const PART = 3;
const NEWEST = PART;
const MARK = [0x4d, 0x49, 0x5a, 0x41, 0x4e, 0x0d, 0x0a, 0x1a] as const;
const HASH = 32;
const LONGEST_HEADER = 4096;

export interface Frame {
  readonly version: number;
  /** The header's text as it stands in the file. */
  readonly header: string;
  readonly body: Uint8Array;
  /** Every byte before the body. */
  readonly head: Uint8Array;
}

/** What stands before the body: the mark, the version and the header. */
export function headOf(version: number, header: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(16 + text.length);
  bytes.set(MARK, 0);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, version);
  view.setUint32(12, text.length);
  bytes.set(text, 16);
  return bytes;
}

/** @param head as `headOf` made it */
export function join(head: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(head.length + body.length + HASH);
  bytes.set(head, 0);
  bytes.set(body, head.length);
  bytes.set(sha256Bytes(bytes.subarray(0, bytes.length - HASH)), bytes.length - HASH);
  return bytes;
}

export const wrap = (body: Uint8Array, version: typeof PLAIN | typeof PART = PLAIN): Uint8Array<ArrayBuffer> =>
  join(headOf(version, '{}'), body);

/** The frame, its hash checked first; a newer version is told apart from damage, because its remedy differs. */
export function openFrame(bytes: Uint8Array): Result<Frame> {
  if (bytes.length === 0) return refuse('file.empty');
  if (!MARK.slice(0, 5).every((byte, i) => bytes[i] === byte)) return refuse('file.notMizan');
  if (bytes.length < 16 + HASH || !MARK.every((byte, i) => bytes[i] === byte)) return refuse('file.damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - HASH;
  const wanted = sha256Bytes(bytes.subarray(0, end));
  if (!wanted.every((byte, i) => bytes[end + i] === byte)) return refuse('file.damaged');
  const version = view.getUint32(8);
  if (version > NEWEST) return refuse('file.newerContainer', { version, known: NEWEST });
  const header = view.getUint32(12);
  if (version === 0 || header > LONGEST_HEADER || 16 + header > end) return refuse('file.damaged');
  return done({
    version,
    header: new TextDecoder().decode(bytes.subarray(16, 16 + header)),
    body: bytes.subarray(16 + header, end),
    head: bytes.subarray(0, 16 + header),
  });
}

/** Whether the file asks for a passphrase. A file that is no book, or damaged, does not. */
export const isSealed = (bytes: Uint8Array): boolean => {
  // most books are not: their hash is left to whoever opens them
  if (bytes[11] !== SEALED) return false;
  const frame = openFrame(bytes);
  return frame.ok && frame.value.version === SEALED;
};

/** @returns the body of a file that is not sealed; of a sealed one, that a passphrase is needed */
export function unwrap(bytes: Uint8Array): Result<Uint8Array> {
  const frame = openFrame(bytes);
  if (!frame.ok) return frame;
  return frame.value.version === SEALED ? refuse('file.sealed') : done(frame.value.body);
}
