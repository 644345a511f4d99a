// Files made to harm and laptops gone wrong: refused in words or kept in the open; memory bounded, the open book untouched.
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { stateOfChanges } from '#shared/change/asat.ts';
import { encodeChange } from '#shared/change/codec.ts';
import { catchUp, commit, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { Change } from '#shared/change/model.ts';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import { wrap } from '#shared/file/container.ts';
import { openSealed, sealFile } from '#shared/file/seal.ts';
import { sha256, sha256Bytes } from '#shared/kit/hash.ts';
import { type ActorId, type BookId, type ChangeId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import type { Problem, Result } from '#shared/kit/result.ts';
import { done } from '#shared/kit/result.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { unionOf } from '#shared/merge/union.ts';
import { createWords } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { goldenBook } from '#test/kit/golden.ts';
import { aChange, anyKind, plain, replay } from '#test/kit/history.ts';

const MB = 1024 * 1024;
const HOUR = 3_600_000;
const languages = (['en', 'ar'] as const).map((language) => createWords({ language }));
const id = (n: number) => idFromBytes(new Uint8Array(16).fill(n));

let book: BookFile;
let bytes: Uint8Array;
beforeAll(async () => {
  book = await goldenBook();
  bytes = writeBook(book);
});

const problemOf = (read: Result<unknown>): Problem | undefined => (read.ok ? undefined : read.problem);

/** Refused in a sentence of either language, soon, without much memory, and the open book is as it was. */
function expectRefused(read: () => Result<unknown>, code: string, mostBytes = 32 * MB): void {
  const [before, memory, started] = [JSON.stringify(book), process.memoryUsage(), performance.now()];
  const problem = problemOf(read());
  const after = process.memoryUsage();
  expect(problem?.code).toBe(code);
  for (const words of languages) expect(words.problem(problem as Problem)).toMatch(/\S \S/);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(after.arrayBuffers - memory.arrayBuffers).toBeLessThan(mostBytes);
  expect(JSON.stringify(book)).toBe(before);
}

const part = (content: Uint8Array) => ({ bytes: content.length, sha256: sha256(content) });

/** A book file by hand: entries as given, a manifest that vouches for them, the right hash over all of it. */
function forged(log: Uint8Array, more: Record<string, Uint8Array> = {}, changes = 0): Uint8Array {
  const parts = { 'log/0.jsonl': log, ...more };
  const named = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, part(content)]));
  const manifest = { book: id(9), schema: 1, changes, parts: named };
  return wrap(zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...parts }));
}
const forgedLog = (changes: readonly Change[]) =>
  forged(strToU8(changes.map((change) => `${encodeChange(change)}\n`).join('')), {}, changes.length);

describe('the file', () => {
  test('one bit of each byte bent: seen, each of them', () => {
    for (let at = 0; at < bytes.length; at++) {
      const bent = Uint8Array.from(bytes);
      bent[at] = (bent[at] as number) ^ (1 << (at % 8));
      expect(readBook(bent).ok, `byte ${at}`).toBe(false);
    }
  });

  test('a bomb that says what it unpacks to is refused before it is unpacked', () => {
    const bomb = forged(new Uint8Array(64 * MB));
    expectRefused(() => readBook(bomb), 'file.tooMuchInside');
  });

  test('a bomb that says it is small unpacks to no more than it said', () => {
    const log = new Uint8Array(200 * MB);
    const zip = zipSync({ 'manifest.json': strToU8('{}'), 'log/0.jsonl': log });
    const view = new DataView(zip.buffer);
    // the size unpacked, in both places a zip states it
    for (let at = 0; at + 4 <= zip.length; at++)
      if (view.getUint32(at, true) === log.length) view.setUint32(at, 100, true);
    expectRefused(() => readBook(wrap(zip)), 'file.damaged');
  });

  test.each([
    '../outside.txt',
    'log/../../outside.txt',
    '/etc/passwd',
    'C:\\Windows\\x',
    '..\\outside',
    'log//x',
    './x',
    'a\u0000b',
    '',
  ])('a part named %j leads nowhere', (name) =>
    expectRefused(() => readBook(forged(strToU8(''), { [name]: strToU8('x') })), 'file.damaged'),
  );

  test.each(['constructor', 'toString', '__proto__'])(
    'a part named %s, as every object has one, changes no object',
    (name) => {
      const log = strToU8('');
      const more = JSON.parse(`{"${name}":${JSON.stringify(part(log))}}`) as Record<string, unknown>;
      const manifest = { book: id(9), schema: 1, changes: 0, parts: { 'log/0.jsonl': part(log), ...more } };
      const zip = zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), 'log/0.jsonl': log });
      expectRefused(() => readBook(wrap(zip)), 'file.damaged');
      expect(({} as { bytes?: number }).bytes).toBeUndefined();
    },
  );

  test('ten thousand tiny entries', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`part/${i}`, strToU8('x')]));
    const file = forged(strToU8(''), many);
    expectRefused(() => readBook(file), 'file.tooMuchInside');
  });

  test('a wrong passphrase is told from damage, and neither opens anything', () => {
    const sealed = must(sealFile(bytes, 'a passphrase of ours', (count) => new Uint8Array(count).fill(7)));
    const opened = (file: Uint8Array, passphrase: string) => () => openSealed(file, passphrase);
    // a key is made in 64 MiB, and let go
    expectRefused(opened(sealed, 'a passphrase of others'), 'file.wrongPassphrase', 160 * MB);
    const bent = Uint8Array.from(sealed);
    bent[bent.length - 60] = (bent[bent.length - 60] as number) ^ 4;
    expectRefused(opened(bent, 'a passphrase of ours'), 'file.damaged', 160 * MB);
  });

  test('months a thousand years apart, in one file or in two that are each well', () => {
    const month = (n: number, at: string, record = 'r') =>
      aChange(id(n), [{ record: record as RecordId, field: at }], { at: [n, 0, id(n) as ActorId] });
    const record = id(77) as RecordId;
    const far = [month(1, 'm@-99999', record), month(2, 'm@99999', record)].map((change) => ({
      ...change,
      at: [1, 0, id(1) as ActorId] as const,
    }));
    expectRefused(() => readBook(forgedLog(far)), 'file.tooMuchInside');
    const [mine, theirs] = far.map((change) => must(readBook(forgedLog([change]))));
    expectRefused(() => planMerge(mine as BookFile, [theirs as BookFile], 0), 'file.tooMuchInside');
    // and many records each a little less far
    const writes = Array.from({ length: 2_000 }, (_, i) => {
      const each = idFromBytes(
        new Uint8Array(16).map((_, k) => (k === 0 ? i & 255 : k === 1 ? i >> 8 : 1)),
      ) as RecordId;
      return [0, 11_999].map((at) => ({ record: each, field: `m@${at}` }));
    }).flat();
    expectRefused(
      () => readBook(forgedLog([aChange(id(3), writes, { at: [1, 0, id(1) as ActorId] })])),
      'file.tooMuchInside',
    );
  });

  test('a field that would stand where a series is kept', () => {
    const change = aChange(id(1), [{ record: id(2) as RecordId, field: 'm@', value: 5 }], {
      at: [1, 0, id(1) as ActorId],
    });
    expectRefused(() => readBook(forgedLog([change])), 'file.badChange');
  });

  test('ten thousand months of one series, each its own write, are read in time', () => {
    const writes = Array.from({ length: 10_000 }, (_, i) => ({ record: id(2) as RecordId, field: `m@${i}`, value: i }));
    const started = performance.now();
    const { changes } = must(readBook(forgedLog([aChange(id(1), writes, { at: [1, 0, id(1) as ActorId] })])));
    const state = stateOfChanges(changes, 2);
    expect(state.row('thing', id(2) as RecordId)?.values['m@']).toMatchObject({ from: 0 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('the book', () => {
  const theirs = (changes: readonly Change[], of: BookId = book.book): BookFile => ({ book: of, changes });

  test('another organisation’s book, though it holds the very same changes', () =>
    expectRefused(() => planMerge(book, [theirs(book.changes, id(5) as BookId)], 0), 'merge.otherBook'));

  test('one id with two contents is refused by name, and either side stays as it was', () => {
    const [first, ...rest] = book.changes;
    const forgedChange = { ...(first as Change), by: 'Mallory' };
    const read = planMerge(book, [theirs([forgedChange, ...rest])], 0);
    expectRefused(() => read, 'merge.twoContents');
    expect(problemOf(read)?.args).toMatchObject({ id: first?.id });
    expect(languages[0]?.problem(problemOf(read) as Problem)).toContain(first?.id);
  });
});

const BOOK = id(4) as BookId;
const NOW = 1_700_000_000_000;
const TEN_YEARS = 10 * 365 * 24 * HOUR;
const said = (n: number, value: unknown, at: Change['at'], more: Partial<Change> = {}): Change =>
  aChange(id(n), [{ value, replaces: [id(1) as ChangeId] }], { at, ...more });
const first = aChange(id(1), [{ value: 'first' }], { at: [NOW - HOUR, 0, id(90) as ActorId] });

describe('a clock ten years fast', () => {
  const fast = said(2, 'from tomorrow', [NOW + TEN_YEARS, 0, id(91) as ActorId], { by: 'Faisal' });

  test('what it wrote is kept and named', () => {
    const plan = must(planMerge({ book: BOOK, changes: [first] }, [{ book: BOOK, changes: [first, fast] }], NOW));
    expect(plan.fresh).toEqual([fast]);
    expect(plan.ahead).toEqual([fast]);
    expect(plan.merged.row('thing', 'r0' as RecordId)?.values.a).toBe('from tomorrow');
  });

  test('this laptop writes on by its own clock, and is heard by whoever has seen both', async () => {
    const ctx = testContext(5, NOW);
    const open = await openBook(memoryStore(), anyKind, NOW);
    await open.store.append(0, () => [first, fast], NOW);
    await catchUp(open, NOW);
    const draft = {
      act: 'act.test',
      writes: [{ kind: 'thing', record: 'r0' as RecordId, field: 'a', value: 'today' }],
    };
    const { change } = must(await commit(open, ctx, () => done(draft)));
    expect(change?.at[0]).toBeLessThan(NOW + HOUR);
    // it had seen the fast one and writes over it, whatever the stamps say
    for (const order of [
      [first, fast, change],
      [change, fast, first],
    ] as Change[][]) {
      const state = replay(order);
      expect(state.row('thing', 'r0' as RecordId)?.values.a).toBe('today');
      expect(clashesOf(state, order)).toEqual([]);
    }
  });

  test('against an edit it did not see it is one side of a clash and not the winner for ever', () => {
    const slow = said(3, 'unseen', [NOW, 0, id(92) as ActorId], { by: 'Sara' });
    const changes = [first, fast, slow];
    const [clash] = clashesOf(replay(changes), changes);
    expect(clash?.sides.map(({ by }) => by)).toEqual(['Faisal', 'Sara']);
  });
});

describe('a laptop restored from an old backup writes the same stamps again', () => {
  const stamp = [NOW, 3, id(93) as ActorId] as const;
  const lost = said(20, 'before the backup was put back', stamp, { prev: id(1) as ChangeId });
  const again = said(10, 'after it', stamp, { prev: id(1) as ChangeId });
  const later = aChange(id(11), [{ field: 'b', value: 1 }], { at: [NOW + 1, 0, id(93) as ActorId], prev: again.id });

  test('both are kept; every laptop orders them alike, whoever came first', () => {
    const logs = [
      [first, lost, again],
      [again, first, lost],
      [lost, again, first],
    ];
    const [one, ...others] = logs.map((log) => must(unionOf([log])).map(({ id: each }) => each));
    for (const other of others) expect(other).toEqual(one);
    expect(
      must(
        unionOf([
          [first, lost],
          [first, again, later],
        ]),
      ),
    ).toHaveLength(4);
    const states = logs.map((log) => replay(log));
    for (const state of states) {
      expect(plain(state)).toEqual(plain(states[0] as never));
      expect(clashesOf(state, logs[0] as Change[])).toMatchObject([
        { sides: [{ change: lost.id }, { change: again.id }] },
      ]);
    }
  });

  test('the chain goes on from one of them on every laptop, and what was written on it stands', () => {
    const tips = [
      [first, lost, again, later],
      [later, again, lost, first],
    ].map((log) => replay(log).tips.get(id(93) as ActorId));
    expect(tips).toEqual([later.id, later.id]);
    const forked = [
      [first, lost, again],
      [again, lost, first],
    ].map((log) => replay(log).tips.get(id(93) as ActorId));
    expect(new Set(forked).size).toBe(1);
  });

  test('the restored laptop itself merges what it had forgotten', () => {
    const plan = must(
      planMerge({ book: BOOK, changes: [first, again, later] }, [{ book: BOOK, changes: [first, lost] }], NOW + HOUR),
    );
    expect(plan.fresh).toEqual([lost]);
    expect(plan.clashes).toHaveLength(1);
    expect(sha256Bytes(writeBook({ book: BOOK, changes: plan.changes }))).toEqual(
      sha256Bytes(
        writeBook({
          book: BOOK,
          changes: must(
            unionOf([
              [lost, first],
              [later, again],
            ]),
          ),
        }),
      ),
    );
  });

  test('the same id with other content is no second change: refused by name', () => {
    const twin = { ...again, id: lost.id };
    const read = planMerge({ book: BOOK, changes: [first, lost] }, [{ book: BOOK, changes: [first, twin] }], NOW);
    expect(problemOf(read)).toMatchObject({ code: 'merge.twoContents', args: { id: lost.id } });
  });
});
