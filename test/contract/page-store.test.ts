// What only the page's log does: a summary that is never older than the book, segments whose damage is seen.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { bookDatabaseName, openPageStore } from '#renderer/store/log-store.ts';
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
