// Mutated book files: cut, bent, doubled, with the checksum left or mended. Each is refused in words or read; none hangs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBook } from '#shared/file/body.ts';
import { sha256Bytes } from '#shared/kit/hash.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { createWords } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';

const GOLDEN = ['container-1', 'ledger-2', 'map-3', 'govern-4', 'govern-5'].map(
  (name) => new Uint8Array(readFileSync(join(import.meta.dirname, '../golden', `${name}.mizan`))),
);
const words = createWords({ language: 'en' });
/** A reader that takes longer than this hangs, in milliseconds. */
const LONGEST_MS = 2_000;

const aMutation = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ how: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ how: fc.constant('double' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ how: fc.constant('fill' as const), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
);
type Mutation = typeof aMutation extends fc.Arbitrary<infer M> ? M : never;

function mutated(bytes: Uint8Array, mutation: Mutation): Uint8Array {
  const at = mutation.at % bytes.length;
  if (mutation.how === 'flip') {
    const bent = bytes.slice();
    bent[at] = (bent[at] as number) ^ (1 << mutation.bit);
    return bent;
  }
  if (mutation.how === 'fill') {
    const bent = bytes.slice();
    bent.set(mutation.bytes.subarray(0, bytes.length - at), at);
    return bent;
  }
  const end = Math.min(bytes.length, at + mutation.length);
  const rest = bytes.subarray(mutation.how === 'cut' ? end : at);
  const joined = new Uint8Array((mutation.how === 'cut' ? at : end) + rest.length);
  joined.set(bytes.subarray(0, mutation.how === 'cut' ? at : end));
  joined.set(rest, joined.length - rest.length);
  return joined;
}

/** With the checksum over what is there now: the damage must be caught further in, or be none. */
function mended(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 33) return bytes;
  const whole = bytes.slice();
  whole.set(sha256Bytes(whole.subarray(0, whole.length - 32)), whole.length - 32);
  return whole;
}

function readInTime(bytes: Uint8Array) {
  const before = performance.now();
  const read = readBook(bytes);
  expect(performance.now() - before).toBeLessThan(LONGEST_MS);
  if (!read.ok) expect(words.problem(read.problem)).toMatch(/\s/);
  return read;
}

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

describe(byChance('damaged files'), () => {
  test('cut at every byte: refused, each in a sentence', () => {
    const [bytes = new Uint8Array()] = GOLDEN;
    for (let end = 0; end < bytes.length; end++) expect(readInTime(bytes.subarray(0, end)).ok).toBe(false);
  });

  test('no change of a byte passes for the file it was', () =>
    holds(
      fc.property(fc.constantFrom(...GOLDEN), aMutation, (bytes, mutation) => {
        const bent = mutated(bytes, mutation);
        expect(readInTime(bent).ok).toBe(same(bent, bytes));
      }),
      times(300, 5_000),
    ));

  test('with the checksum mended by whoever bent it: refused or read, and a merge plan leaves the open book alone', () =>
    holds(
      fc.property(fc.constantFrom(...GOLDEN), aMutation, (bytes, mutation) => {
        const mine = must(readBook(bytes));
        const before = JSON.stringify(mine.changes);
        const read = readInTime(mended(mutated(bytes, mutation)));
        if (read.ok) planMerge(mine, [read.value], 0);
        expect(JSON.stringify(mine.changes)).toBe(before);
      }),
      times(300, 5_000),
    ));
});
