// A book file sealed with a passphrase: argon2id makes the key, AES-256-GCM keeps the body secret and whole.
import { gcm } from '@noble/ciphers/aes.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { isObject } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { headOf, join, openFrame, SEALED, unwrap, wrap } from './container.ts';

/*
 * Header: {"kdf":"argon2id","m":KiB,"t":passes,"p":lanes,"salt":16 bytes,"cipher":"AES-256-GCM","nonce":12 bytes}, bytes in
 * hexadecimal. The key is argon2id 1.3 of the passphrase (NFC, UTF-8), 32 bytes. Every byte before the body is the additional
 * data, so a header changed by hand opens nothing. Parameters: the second choice of RFC 9106, section 4 (64 MiB, 3 passes)
 * with one lane, since a page has one thread to give.
 */
const COST = { m: 64 * 1024, t: 3, p: 1 } as const;
/** What a file may ask of this laptop before it is refused: 256 MiB and ten passes. */
const MOST = { m: 256 * 1024, t: 10, p: 8 } as const;
const SALT = 16;
const NONCE = 12;
const TAG = 16;

/** A passphrase shorter than this, in characters, is not taken. */
export const SHORTEST_PASSPHRASE = 12;

interface Header {
  readonly m: number;
  readonly t: number;
  readonly p: number;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
}

/**
 * @param plain a book file as `writeBook` made it
 * @param random bytes no one can foresee: salt and nonce are new for every file, so no key is used twice
 */
export function sealFile(
  plain: Uint8Array,
  passphrase: string,
  random: (count: number) => Uint8Array,
): Result<Uint8Array<ArrayBuffer>> {
  if ([...passphrase].length < SHORTEST_PASSPHRASE)
    return refuse('file.shortPassphrase', { shortest: SHORTEST_PASSPHRASE });
  const body = unwrap(plain);
  if (!body.ok) return body;
  const header = { ...COST, salt: random(SALT), nonce: random(NONCE) };
  const head = headOf(
    SEALED,
    JSON.stringify({
      kdf: 'argon2id',
      ...COST,
      salt: bytesToHex(header.salt),
      cipher: 'AES-256-GCM',
      nonce: bytesToHex(header.nonce),
    }),
  );
  return done(join(head, cipherOf(header, passphrase, head).encrypt(body.value)));
}

/** @returns the book file as it was before it was sealed */
export function openSealed(bytes: Uint8Array, passphrase: string): Result<Uint8Array<ArrayBuffer>> {
  const frame = openFrame(bytes);
  if (!frame.ok) return frame;
  const header = frame.value.version === SEALED ? headerOf(frame.value.header) : undefined;
  if (!header || frame.value.body.length < TAG) return refuse('file.damaged');
  try {
    return done(wrap(cipherOf(header, passphrase, frame.value.head).decrypt(frame.value.body)));
  } catch {
    // the file is as it was written (its hash says so), so it is the passphrase that does not fit
    return refuse('file.wrongPassphrase');
  }
}

const cipherOf = ({ m, t, p, salt, nonce }: Header, passphrase: string, head: Uint8Array) =>
  gcm(argon2id(passphrase.normalize('NFC'), salt, { m, t, p, dkLen: 32 }), nonce, head);

function headerOf(text: string): Header | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(raw) || raw.kdf !== 'argon2id' || raw.cipher !== 'AES-256-GCM') return undefined;
  const { m, t, p } = raw;
  if (!isWithin(p, 1, MOST.p) || !isWithin(t, 1, MOST.t) || !isWithin(m, 8 * p, MOST.m)) return undefined;
  const salt = bytesOf(raw.salt, SALT);
  const nonce = bytesOf(raw.nonce, NONCE);
  return salt && nonce ? { m, t, p, salt, nonce } : undefined;
}

const bytesOf = (x: unknown, count: number): Uint8Array | undefined =>
  typeof x === 'string' && x.length === 2 * count && /^[0-9a-f]*$/.test(x) ? hexToBytes(x) : undefined;

const isWithin = (x: unknown, least: number, most: number): x is number =>
  typeof x === 'number' && Number.isSafeInteger(x) && x >= least && x <= most;
