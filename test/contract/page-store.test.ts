// What only the page's log does: a summary that is never older than the book, segments whose damage is seen.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { bookDatabaseName, openPageStore, salvage } from '#renderer/store/log-store.ts';
import { encodeSnapshot } from '#shared/change/snapshot.ts';
import { aChange, replay } from '#test/kit/history.ts';

test('a summary is handed out only while it was written for the newest change', async () => {
  const store = openPageStore('summary');
  expect(await store.summary()).toBeUndefined();
  await store.append(0, () => [aChange('a', [{}])], 1);
  await store.keepSummary(1, 'one');
  expect(await store.summary()).toBe('one');
  await store.append(1, () => [aChange('b', [{}])], 2);
  expect(await store.summary()).toBeUndefined();
  await store.keepSummary(2, 'two');
  await store.fold(encodeSnapshot(replay([aChange('a', [{}]), aChange('b', [{}])]), 2, 0));
  expect(await store.summary()).toBe('two');
});

test('a summary of an earlier moment does not replace a later one', async () => {
  const store = openPageStore('late-summary');
  await store.append(0, () => [aChange('a', [{}]), aChange('b', [{}])], 1);
  await store.keepSummary(2, 'new');
  await store.keepSummary(1, 'old');
  expect(await store.summary()).not.toBe('old');
});

test('a segment that was damaged on disk is not read as a log', async () => {
  const store = openPageStore('damaged');
  await store.append(0, () => [aChange('a', [{ value: 'x'.repeat(500) }])], 1);
  await store.fold(encodeSnapshot(replay([aChange('a', [{}])]), 1, 0));
  const db = await new Dexie(bookDatabaseName('damaged')).open();
  const [segment] = await db.table('segments').toArray();
  segment.bytes[segment.bytes.length >> 1] ^= 4;
  await db.table('segments').put(segment);
  db.close();
  await expect(store.readSince(0)).rejects.toThrow();
});

test('what a damaged log still gives: rows that decode; a bent segment is passed over whole, and all is counted', async () => {
  const name = bookDatabaseName('salvage');
  const store = openPageStore('salvage');
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => aChange(id, [{ value: id.repeat(300) }]));
  if (!a || !b || !c || !d) throw new Error('four changes');
  await store.append(0, () => [a, b], 1);
  await store.fold(encodeSnapshot(replay([a, b]), 2, 0));
  await store.append(2, () => [c, d], 2);
  store.close();
  expect(await salvage(name)).toEqual({ changes: [a, b, c, d], lost: 0 });
  const db = await new Dexie(name).open();
  await db.table('log').put({ seq: 3, text: '{"half', arrived: 2 });
  db.close();
  expect(await salvage(name)).toEqual({ changes: [a, b, d], lost: 1 });
  const again = await new Dexie(name).open();
  const [segment] = await again.table('segments').toArray();
  segment.bytes[segment.bytes.length >> 1] ^= 4;
  await again.table('segments').put(segment);
  again.close();
  expect(await salvage(name)).toEqual({ changes: [d], lost: 3 });
  // it was only read
  const after = await new Dexie(name).open();
  expect((await after.table('log').get(3)).text).toBe('{"half');
  after.close();
});

test('a book restored beside its damaged database leaves that one as it is', async () => {
  const first = openPageStore('beside');
  await first.append(0, () => [aChange('a', [{}])], 1);
  const second = openPageStore('beside', `${bookDatabaseName('beside')}-2`);
  await second.append(0, () => [aChange('b', [{}])], 1);
  expect((await first.readSince(0)).map(({ change }) => change.id)).toEqual([aChange('a', [{}]).id]);
  expect((await second.readSince(0)).map(({ change }) => change.id)).toEqual([aChange('b', [{}]).id]);
});
