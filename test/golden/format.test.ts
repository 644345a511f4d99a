// FORMAT.md is enough: a reader in another language, made from that page alone, reads what this program reads.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isHere } from '#shared/change/state.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { must } from '#test/kit/book.ts';
import { flat, replay } from '#test/kit/history.ts';
import { openSample } from '#test/kit/sample.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('no python3 here: the reader made from FORMAT.md is not run');
const folder = mkdtempSync(join(tmpdir(), 'mizan-format-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readElsewhere(bytes: Uint8Array) {
  const file = join(folder, 'book.mizan');
  writeFileSync(file, bytes);
  const ran = spawnSync('python3', [join(import.meta.dirname, 'reader.py'), file], { maxBuffer: 2 ** 28 });
  return { code: ran.status, out: ran.stdout.toString(), err: ran.stderr.toString() };
}

function readHere(bytes: Uint8Array) {
  const { book, changes } = must(readBook(bytes));
  const rows = replay(changes).order.filter(isHere);
  const records = Object.fromEntries(rows.map(({ kind, id, values }) => [`${kind}/${id}`, flat(values)]));
  return { book, changes: changes.length, records: JSON.parse(JSON.stringify(records)) };
}

describe.skipIf(!hasPython)('a reader of 60 lines', () => {
  test.each(['container-1', 'ledger-2', 'map-3', 'govern-4', 'govern-5', 'part-5', 'pack-6'])('reads %s', (name) => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, `${name}.mizan`)));
    expect(JSON.parse(readElsewhere(bytes).out)).toEqual(readHere(bytes));
    const bent = bytes.slice();
    bent[200] = (bent[200] ?? 0) ^ 1;
    expect(readElsewhere(bent)).toMatchObject({ code: 1, err: expect.stringContaining('not a sound') });
  });

  test('reads the sample', async () => {
    const { open } = await openSample();
    const changes = (await open.store.readSince(0)).map(({ change }) => change);
    const bytes = writeBook({ book: idFromBytes(new Uint8Array(16)) as BookId, changes });
    const elsewhere = JSON.parse(readElsewhere(bytes).out);
    expect(elsewhere).toEqual(readHere(bytes));
    expect(Object.keys(elsewhere.records).length).toBeGreaterThan(500);
  });

  test('is no longer than it says', () => {
    expect(readFileSync(join(import.meta.dirname, 'reader.py'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(62);
  });
});
