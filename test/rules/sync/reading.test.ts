// The shared folder without a folder: which files are read, what is offered, what is said, when the own file is written.
import { describe, expect, test } from 'vitest';
import {
  freshIn,
  isToWrite,
  noted,
  offerOf,
  ownFileName,
  type SeenFile,
  type Sent,
  stuckIn,
  toRead,
} from '#renderer/sync/reading.ts';
import { planTogether } from '#renderer/sync/together.ts';
import type { BookId, ChangeId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { aChange } from '#test/kit/history.ts';

const BOOK = 'book';
const NOW = 1_800_000_000_000;
const at = (name: string, size = 10, modified = 5) => ({ name, size, modified });
const sent = (by: string, ...ids: string[]): Sent[] => ids.map((id) => [id as ChangeId, by]);
const content = (...changes: Sent[]) => done({ book: BOOK, changes });
const seen = (...files: SeenFile[]) => new Map(files.map((file) => [file.name, file]));
const read = (name: string, ...changes: Sent[]) => noted(undefined, at(name), content(...changes), BOOK, NOW);
const holding =
  (...ids: string[]) =>
  (id: ChangeId) =>
    ids.includes(id);

describe('which files are read', () => {
  test('new ones and changed ones, and no others', () => {
    const known = seen(read('a.mizan'), read('b.mizan'), read('c.mizan'));
    const listed = [at('a.mizan'), at('b.mizan', 11), at('c.mizan', 10, 6), at('d.mizan')];
    expect(toRead(listed, known, NOW).map(({ name }) => name)).toEqual(['b.mizan', 'c.mizan', 'd.mizan']);
  });

  test('one that could not be read is tried again in a while, though size and date stay', () => {
    const half = noted(undefined, at('half.mizan'), refuse('file.damaged'), BOOK, NOW);
    expect(toRead([at('half.mizan')], seen(half), NOW + 2_000)).toEqual([]);
    expect(toRead([at('half.mizan')], seen(half), NOW + 12_000)).toHaveLength(1);
    const whole = noted(half, at('half.mizan'), content(...sent('Sara', 'x')), BOOK, NOW + 12_000);
    expect(whole.state).toBe('read');
    expect(whole.problem).toBeUndefined();
    expect(toRead([at('half.mizan')], seen(whole), NOW + 60_000)).toEqual([]);
  });

  test('a sealed one is not tried again until it changes', () => {
    const sealed = noted(undefined, at('s.mizan'), refuse('file.sealed'), BOOK, NOW);
    expect(sealed.state).toBe('sealed');
    expect(toRead([at('s.mizan')], seen(sealed), NOW + 600_000)).toEqual([]);
  });
});

describe('what is offered', () => {
  test('the union: conflicted copies and duplicates count a change once, another book counts nothing', () => {
    const files = seen(
      read('Sara.mizan', ...sent('Sara', 'a', 'b')),
      read('Sara (conflicted copy).mizan', ...sent('Sara', 'a', 'c')),
      read('Copy of Sara.mizan', ...sent('Sara', 'a', 'b')),
      read('Omar.mizan', ...sent('Omar', 'd'), ...sent('Sara', 'a')),
      noted(undefined, at('other.mizan'), done({ book: 'another', changes: sent('X', 'z') }), BOOK, NOW),
    );
    const offer = offerOf(files, holding());
    expect([...offer.ids].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(offer.people).toEqual(['Sara', 'Omar']);
    expect(offer.files).toEqual(['Copy of Sara.mizan', 'Omar.mizan', 'Sara (conflicted copy).mizan', 'Sara.mizan']);
  });

  test('what is here already is not new: the same file twice brings nothing', () => {
    const files = seen(read('Sara.mizan', ...sent('Sara', 'a', 'b')));
    expect([...offerOf(files, holding('a')).ids]).toEqual(['b']);
    expect(offerOf(files, holding('a', 'b'))).toEqual({ ids: new Set(), people: [], files: [] });
    expect(freshIn(read('x', ...sent('S', 'a')), holding('a'))).toEqual([]);
  });

  test('a file that contradicts the book is left out of the plan and told, the others are planned', () => {
    const [mine, good] = [aChange('a', [{}]), aChange('b', [{}])];
    const bent = aChange('a', [{ value: 'other' }]);
    const copy = (...changes: ReturnType<typeof aChange>[]) => ({ book: BOOK as BookId, changes });
    const all = planTogether(
      copy(mine),
      [
        { name: 'bent.mizan', copy: copy(bent) },
        { name: 'good.mizan', copy: copy(mine, good) },
      ],
      NOW,
    );
    expect(all.files).toEqual(['good.mizan']);
    expect(all.plan?.fresh.map(({ id }) => id)).toEqual([good.id]);
    expect(all.refused.map(({ code }) => code)).toEqual(['merge.twoContents']);
  });
});

describe('what is said of files that cannot be read', () => {
  const half = noted(undefined, at('half.mizan'), refuse('file.damaged'), BOOK, NOW);
  test('nothing at first, the file’s name after a while, and never again once it is whole', () => {
    expect(stuckIn(seen(half), NOW + 60_000)).toEqual([]);
    const later = noted(
      half,
      at('half.mizan', 12),
      refuse('bridge.fileBusy', { name: 'half.mizan' }),
      BOOK,
      NOW + 100_000,
    );
    expect(stuckIn(seen(later), NOW + 121_000).map(({ name }) => name)).toEqual(['half.mizan']);
    expect(stuckIn(seen(noted(later, at('half.mizan', 20), content(), BOOK, NOW + 130_000)), NOW + 999_000)).toEqual(
      [],
    );
  });
  test('what waiting will not help is said at once: a newer format, a passphrase', () => {
    const newer = noted(undefined, at('n.mizan'), refuse('file.newerContainer', { version: 9, known: 2 }), BOOK, NOW);
    const sealed = noted(undefined, at('s.mizan'), refuse('file.sealed'), BOOK, NOW);
    expect(stuckIn(seen(newer, sealed), NOW).map(({ name }) => name)).toEqual(['n.mizan', 's.mizan']);
  });
});

describe('when the own file is written', () => {
  const base = { changes: 3, held: 2, changedAt: NOW, writtenAt: NOW - 5_000 };
  test('when it lacks something and hands rest; not while it holds everything', () => {
    expect(isToWrite(base, NOW + 100)).toBe(false);
    expect(isToWrite(base, NOW + 2_500)).toBe(true);
    expect(isToWrite({ ...base, changes: 2 }, NOW + 2_500)).toBe(false);
    expect(isToWrite({ ...base, held: undefined, changes: 2 }, NOW + 2_500)).toBe(true);
  });
  test('in steady work it is written now and then all the same', () => {
    expect(isToWrite({ ...base, changedAt: NOW, writtenAt: NOW - 40_000 }, NOW + 100)).toBe(true);
  });
  test('after a write that did not arrive it is tried again, and not at once', () => {
    const tried = { ...base, changedAt: NOW - 10_000, writtenAt: NOW };
    expect(isToWrite(tried, NOW + 5_000)).toBe(false);
    expect(isToWrite(tried, NOW + 30_000)).toBe(true);
  });
});

describe('the own file’s name', () => {
  test('says book, person and laptop', () => {
    expect(ownFileName('Value office', 'Sara', '4f2a')).toBe('Value office – Sara – 4f2a.mizan');
    expect(ownFileName('Value office', '', '4f2a')).toBe('Value office – 4f2a.mizan');
  });
  test('stands on every system, whatever is typed', () => {
    const long = ownFileName('مكتب إدارة القيمة '.repeat(9), 'سارة بنت عبد العزيز '.repeat(9), '4f2a');
    expect(new TextEncoder().encode(long).length).toBeLessThan(130);
    expect(new TextEncoder().encode(ownFileName('م'.repeat(200), '😀'.repeat(99), '4f2a')).length).toBeLessThan(130);
    // cut between words: half a year would be another year
    expect(ownFileName(`${'Value '.repeat(10)}years2026`, '', '4f2a')).toBe(`${'Value '.repeat(10)}– 4f2a.mizan`);
    expect(ownFileName('../../a:b*?', 'C\\D|"<>\u202e', '4f2a')).toBe('a b – C D – 4f2a.mizan');
  });
});
