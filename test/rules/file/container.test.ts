// The .mizan file: it reads back as it was written, and no damage, however small, goes unseen or throws.
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import { unwrap, wrap } from '#shared/file/container.ts';
import { sha256, sha256Bytes } from '#shared/kit/hash.ts';
import { must } from '#test/kit/book.ts';
import { byChance, SEED, times } from '#test/kit/chance.ts';
import { seeded } from '#test/kit/context.ts';
import { goldenBook } from '#test/kit/golden.ts';

let book: BookFile;
let bytes: Uint8Array;
beforeAll(async () => {
  book = await goldenBook();
  bytes = writeBook(book);
});

const codeOf = (damaged: Uint8Array): string => {
  const read = readBook(damaged);
  return read.ok ? 'read' : read.problem.code;
};

/** Puts the right hash at the end again: what follows was made on purpose, not by accident. */
function resealed(changed: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(changed);
  copy.set(sha256Bytes(copy.subarray(0, copy.length - 32)), copy.length - 32);
  return copy;
}

test('reads back what was written, and writes the same bytes again', () => {
  const back = must(readBook(bytes));
  expect(back).toEqual(book);
  expect(writeBook(back)).toEqual(bytes);
});

test('reads from the middle of a larger buffer', () => {
  const larger = new Uint8Array(bytes.length + 100);
  larger.set(bytes, 37);
  expect(must(readBook(larger.subarray(37, 37 + bytes.length)))).toEqual(book);
});

describe(byChance('damage'), () => {
  test('any one bit', () => {
    const chance = seeded(SEED);
    for (let i = 0; i < times(300, 20_000); i++) {
      const copy = Uint8Array.from(bytes);
      const at = Math.floor(chance() * copy.length);
      copy[at] = (copy[at] as number) ^ (1 << Math.floor(chance() * 8));
      expect(codeOf(copy), `bit in byte ${at}`).toBe(at < 5 ? 'file.notMizan' : 'file.damaged');
    }
  });

  test('an end at any byte', () => {
    for (let end = 0; end < bytes.length; end++)
      expect(codeOf(bytes.subarray(0, end)), `${end} bytes`).toBe(
        end === 0 ? 'file.empty' : end < 5 ? 'file.notMizan' : 'file.damaged',
      );
  });

  test('bytes after the end', () => expect(codeOf(Uint8Array.from([...bytes, 0]))).toBe('file.damaged'));

  test('line ends bent by a transfer', () => {
    const bent = Uint8Array.from([...bytes].filter((byte, i) => !(i === 5 && byte === 13)));
    expect(codeOf(bent)).toBe('file.damaged');
  });
});

describe('made on purpose, with the right hash', () => {
  test('a newer container is told apart from damage', () => {
    const newer = Uint8Array.from(bytes);
    newer[11] = 4;
    expect(readBook(resealed(newer))).toMatchObject({
      ok: false,
      problem: { code: 'file.newerContainer', args: { version: 4, known: 3 } },
    });
    newer[11] = 0;
    expect(codeOf(resealed(newer))).toBe('file.damaged');
  });

  test('a header longer than the file', () => {
    const long = Uint8Array.from(bytes);
    long.set([0xff, 0xff, 0xff, 0xff], 12);
    expect(codeOf(resealed(long))).toBe('file.damaged');
  });

  test('a body that is no zip, or an empty one', () => {
    expect(codeOf(wrap(strToU8('not a zip')))).toBe('file.damaged');
    expect(codeOf(wrap(new Uint8Array()))).toBe('file.damaged');
    expect(codeOf(wrap(zipSync({})))).toBe('file.damaged');
  });

  const log = strToU8('');
  const manifest = (parts: Record<string, unknown>, more: object = {}) =>
    strToU8(JSON.stringify({ book: 'b', schema: 1, changes: 0, parts, ...more }));
  const part = (content: Uint8Array) => ({ bytes: content.length, sha256: sha256(content) });

  test.each<[string, () => Record<string, Uint8Array>]>([
    ['no manifest', () => ({ 'log/0.jsonl': log })],
    ['a manifest that is no JSON', () => ({ 'manifest.json': strToU8('{'), 'log/0.jsonl': log })],
    ['a manifest without a log', () => ({ 'manifest.json': manifest({}) })],
    [
      'a part the manifest does not name',
      () => ({ 'manifest.json': manifest({ 'log/0.jsonl': part(log) }), 'log/0.jsonl': log, extra: log }),
    ],
    [
      'a named part that is missing',
      () => ({ 'manifest.json': manifest({ 'log/0.jsonl': part(log), more: part(log) }), 'log/0.jsonl': log }),
    ],
    [
      'a part with another hash',
      () => ({ 'manifest.json': manifest({ 'log/0.jsonl': { bytes: 0, sha256: 'x' } }), 'log/0.jsonl': log }),
    ],
    [
      'another number of changes',
      () => ({ 'manifest.json': manifest({ 'log/0.jsonl': part(log) }, { changes: 3 }), 'log/0.jsonl': log }),
    ],
    [
      'a book id that is none',
      () => ({ 'manifest.json': manifest({ 'log/0.jsonl': part(log) }, { book: '../x' }), 'log/0.jsonl': log }),
    ],
  ])('%s is damage', (_, parts) => expect(codeOf(wrap(zipSync(parts())))).toBe('file.damaged'));

  test('a log line that is no change is named by its number and place', () => {
    const lines = strToU8('{"id":"a"}\n');
    const made = wrap(
      zipSync({ 'manifest.json': manifest({ 'log/0.jsonl': part(lines) }, { changes: 1 }), 'log/0.jsonl': lines }),
    );
    expect(readBook(made)).toMatchObject({
      ok: false,
      problem: { code: 'file.badChange', args: { line: 1, path: 'prev' }, path: 'log/0.jsonl:1' },
    });
  });

  test('one change twice is refused', () => {
    const doubled = { ...book, changes: [...book.changes, book.changes[0] as never] };
    expect(codeOf(writeBook(doubled))).toBe('file.badChange');
  });

  test('what unpacks to far more than it holds is refused before it is unpacked', () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const bomb = zipSync({ 'manifest.json': manifest({ 'log/0.jsonl': part(log) }), 'log/0.jsonl': zeros });
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(wrap(bomb))).toBe('file.tooMuchInside');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  test('thousands of empty entries are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 4_200 }, (_, i) => [`f${i}`, log]));
    expect(codeOf(wrap(zipSync(many)))).toBe('file.tooMuchInside');
  });
});

test('the body stands where the container says', () => {
  expect(must(unwrap(wrap(strToU8('body'))))).toEqual(strToU8('body'));
  expect(must(unwrap(wrap(new Uint8Array())))).toEqual(new Uint8Array());
});

test.each(['Asia/Riyadh', 'America/St_Johns', 'Pacific/Apia'])('the bytes are the same in the time zone %s', (zone) => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    expect(writeBook(book)).toEqual(bytes);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
