// Bytes of a text file to text: the encoding is found out, never assumed.
import { done, type Result, refuse } from '#shared/kit/result.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Beginnings of files that are something else, whatever their name says. */
const FOREIGN: readonly (readonly [label: string, start: readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['program', [0x4d, 0x5a, 0x90]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
];

export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
/** The old binary Office container, also used by password-protected workbooks. */
export const isOldOffice = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length === 0) return refuse('intake.emptyFile');
  const foreign = FOREIGN.find(([, start]) => startsWith(bytes, start));
  if (foreign) return refuse('intake.notASheet', { what: foreign[0] });
  const encoding = sniff(bytes);
  if (!encoding) return refuse('intake.notText');
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') return refuse('intake.emptyFile');
  return done({ text, encoding });
}

function sniff(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const zeros = zeroShare(bytes);
  if (zeros.even > 0.3 && zeros.odd < 0.02) return 'utf-16be';
  if (zeros.odd > 0.3 && zeros.even < 0.02) return 'utf-16le';
  if (zeros.even + zeros.odd > 0.001) return undefined;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return controls(bytes) ? undefined : looksArabic(bytes) ? 'windows-1256' : 'windows-1252';
  }
}

function zeroShare(bytes: Uint8Array): { even: number; odd: number } {
  const sample = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) i % 2 ? odd++ : even++;
  return { even: (2 * even) / sample, odd: (2 * odd) / sample };
}

/** Control characters a text has no use for: more than a few mean that it is no text. */
function controls(bytes: Uint8Array): boolean {
  let strange = 0;
  const sample = Math.min(bytes.length, 65_536);
  for (let i = 0; i < sample; i++) {
    const byte = bytes[i] as number;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) strange++;
  }
  return strange > 4;
}

/** In windows-1256 Arabic is runs of bytes from 0xC0 up; in Western text such bytes stand alone among ASCII letters. */
function looksArabic(bytes: Uint8Array): boolean {
  let runs = 0;
  let alone = 0;
  const sample = Math.min(bytes.length, 65_536);
  for (let i = 0; i < sample; ) {
    let end = i;
    while (end < sample && (bytes[end] as number) >= 0xc0) end++;
    if (end - i >= 3) runs++;
    else if (end > i) alone++;
    i = end + 1;
  }
  return runs > 2 && runs > 3 * alone;
}
