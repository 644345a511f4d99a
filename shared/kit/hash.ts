// SHA-256 as lowercase hex, from an audited library: files, segments and evidence are named by it.
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export const sha256 = (bytes: Uint8Array): string => bytesToHex(digest(bytes));
export const sha256Bytes = (bytes: Uint8Array): Uint8Array => digest(bytes);

/** Of a text as UTF-8. */
export const sha256Text = (text: string): string => sha256(new TextEncoder().encode(text));
