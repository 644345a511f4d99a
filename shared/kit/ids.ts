// Identities: 128 random bits, never derived from a clock or a counter, so that two laptops never name two things alike.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ChangeId = Branded<'change'>;
export type RecordId = Branded<'record'>;
export type ActorId = Branded<'actor'>;
export type BookId = Branded<'book'>;

/** 16 bytes as 22 characters that are safe in a file, an address and a spreadsheet cell. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function idFromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < 16; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let part = 0; part < 4; part++) text += ALPHABET[(three >> (18 - 6 * part)) & 63];
  }
  return text.slice(0, 22);
}

const ID_SHAPE = /^[A-Za-z0-9_-]{1,64}$/;
export const isId = (x: unknown): x is string => typeof x === 'string' && ID_SHAPE.test(x);
