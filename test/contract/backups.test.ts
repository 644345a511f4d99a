// Backups in a browser: five of a book, apart from the books' own databases, told by the same codes as the desktop's.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { backupCalls } from '#renderer/store/backups.ts';
import { must } from '#test/kit/book.ts';

let now = 1_800_000_000_000;
const calls = backupCalls(() => now);
const bytes = (text: string) => new TextEncoder().encode(text);
const listed = async (book?: string) => must(await calls.listBackups(book === undefined ? {} : { book }));

test('what is kept is listed newest first, and read back', async () => {
  const first = must(await calls.keepBackup({ book: 'a', bytes: bytes('one') }));
  now += 1_000;
  const second = must(await calls.keepBackup({ book: 'a', bytes: bytes('three') }));
  expect(await listed('a')).toEqual([second, first]);
  expect(second).toEqual({ book: 'a', name: second.name, at: now, size: 5 });
  expect(new TextDecoder().decode(must(await calls.readBackup({ book: 'a', name: first.name })).bytes)).toBe('one');
  expect(await calls.readBackup({ book: 'b', name: first.name })).toMatchObject({
    problem: { code: 'bridge.fileGone' },
  });
});

test('five of each book stay, the newest; two of one moment do not take each other’s place', async () => {
  for (let i = 0; i < 7; i++) must(await calls.keepBackup({ book: 'b', bytes: bytes(`${i}`) }));
  const kept = await listed('b');
  expect(kept).toHaveLength(5);
  const [newest] = kept;
  expect(new TextDecoder().decode(must(await calls.readBackup({ book: 'b', name: newest?.name ?? '' })).bytes)).toBe(
    '6',
  );
  expect(await listed('a')).toHaveLength(2);
  expect(await listed()).toHaveLength(7);
});

test('a full disk is told as one, and leaves the others', async () => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const full = await calls.keepBackup({ book: 'a', bytes: bytes('x') });
  IDBObjectStore.prototype.put = put;
  expect(full).toMatchObject({ ok: false, problem: { code: 'bridge.diskFull' } });
  expect(await listed('a')).toHaveLength(2);
});

test('they lie in a database of their own', async () => {
  expect(await Dexie.getDatabaseNames()).toEqual(['mizan-backups']);
});
