// A book sealed with a passphrase: it opens with that one alone, tells damage apart, and its header says nothing of the content.
import { createDecipheriv } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { beforeAll, expect, test } from 'vitest';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import { headOf, isSealed, join, openFrame, SEALED } from '#shared/file/container.ts';
import { openSealed, sealFile } from '#shared/file/seal.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { must } from '#test/kit/book.ts';
import { aChange } from '#test/kit/history.ts';

const PASSPHRASE = 'four words قصر ٢٠٣٠';
const book: BookFile = { book: 'a-sealed-book' as BookId, changes: [aChange('one', [{ value: 'Hospital Alpha' }])] };
let next = 7;
const random = (count: number) => Uint8Array.from({ length: count }, () => (next = (next * 73 + 11) % 251));
let plain: Uint8Array;
let sealed: Uint8Array;
beforeAll(() => {
  plain = writeBook(book);
  sealed = must(sealFile(plain, PASSPHRASE, random));
});
const codeOf = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code);

test('opens with its passphrase to the very bytes it was, however the letters were composed', () => {
  expect(must(openSealed(sealed, PASSPHRASE))).toEqual(plain);
  expect(must(readBook(must(openSealed(must(sealFile(plain, 'é'.repeat(12), random)), 'e\u0301'.repeat(12)))))).toEqual(
    book,
  );
});

test('another passphrase is said to be wrong; damage is said to be damage, before any passphrase is asked', () => {
  expect(codeOf(openSealed(sealed, `${PASSPHRASE}.`))).toBe('file.wrongPassphrase');
  expect(isSealed(sealed)).toBe(true);
  expect(isSealed(plain)).toBe(false);
  expect(codeOf(readBook(sealed))).toBe('file.sealed');
  for (const at of [3, 9, 14, 20, 60, sealed.length >> 1, sealed.length - 1]) {
    const bent = Uint8Array.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(isSealed(bent)).toBe(false);
    expect(['file.damaged', 'file.notMizan']).toContain(codeOf(openSealed(bent, PASSPHRASE)));
    expect(['file.damaged', 'file.notMizan']).toContain(codeOf(readBook(bent)));
  }
});

test('two copies of one book under one passphrase share no byte of body; the header speaks of the key alone', () => {
  const other = must(sealFile(plain, PASSPHRASE, random));
  const [a, b] = [must(openFrame(sealed)), must(openFrame(other))];
  expect(a.header).not.toBe(b.header);
  expect(a.body.filter((byte, i) => byte === b.body[i]).length).toBeLessThan(a.body.length / 16);
  expect(Object.keys(JSON.parse(a.header))).toEqual(['kdf', 'm', 't', 'p', 'salt', 'cipher', 'nonce']);
  const text = new TextDecoder('latin1').decode(sealed);
  for (const word of ['Hospital', 'manifest', 'a-sealed-book', 'jsonl']) expect(text).not.toContain(word);
});

test('a header changed by hand, its hash made right, opens nothing and cannot ask for the whole memory', () => {
  const { header, body } = must(openFrame(sealed));
  const with_ = (change: object) => join(headOf(SEALED, JSON.stringify({ ...JSON.parse(header), ...change })), body);
  expect(codeOf(openSealed(with_({ t: 4 }), PASSPHRASE))).toBe('file.wrongPassphrase');
  for (const change of [
    { m: 4_194_304 },
    { t: 1e9 },
    { p: 0 },
    { m: '65536' },
    { kdf: 'none' },
    { salt: 'ff' },
    { nonce: null },
  ])
    expect(codeOf(openSealed(with_(change), PASSPHRASE))).toBe('file.damaged');
  expect(codeOf(openSealed(join(headOf(SEALED, '{'), body), PASSPHRASE))).toBe('file.damaged');
});

test('too short a passphrase is not taken', () => {
  expect(codeOf(sealFile(plain, 'short', random))).toBe('file.shortPassphrase');
});

test('opened by others: argon2id and AES of other makers read it by what FORMAT.md says', async () => {
  const { header, body, head } = must(openFrame(sealed));
  const { m, t, p, salt, nonce } = JSON.parse(header);
  const key = await argon2id({
    password: PASSPHRASE.normalize('NFC'),
    salt: Buffer.from(salt, 'hex'),
    parallelism: p,
    iterations: t,
    memorySize: m,
    hashLength: 32,
    outputType: 'binary',
  });
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'));
  decipher.setAAD(head);
  decipher.setAuthTag(body.subarray(body.length - 16));
  const opened = Buffer.concat([decipher.update(body.subarray(0, body.length - 16)), decipher.final()]);
  expect(new Uint8Array(opened)).toEqual(must(openFrame(plain)).body);
});
