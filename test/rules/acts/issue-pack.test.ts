// Issued packs: numbered, sealed, told again from their changes whatever came since, on this laptop or another.
import { describe, expect, test } from 'vitest';
import { issuePack, nextPackNumber } from '#shared/acts/issue-pack.ts';
import { rowsOfTips, snapshotName } from '#shared/change/asat.ts';
import { commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { issuedDeck } from '#shared/deck/issued.ts';
import type { Deck } from '#shared/deck/model.ts';
import { lastSeen } from '#shared/domain/before.ts';
import { Book, type Entry, kindTable } from '#shared/domain/book.ts';
import type { Edition } from '#shared/domain/pack.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import { known } from '#shared/kit/absent.ts';
import { sha256 } from '#shared/kit/hash.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import type { Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { done } from '#shared/kit/result.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { pressPptx } from '#shared/press/pptx.ts';
import { act, must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { openSample } from '#test/kit/sample.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
const AS_AT = '2023-03-31' as Day;
const edition = (language: 'en' | 'ar', hash: string): Edition => ({
  language,
  digits: 'latn',
  calendar: 'gregory',
  slides: 38,
  files: [{ kind: 'pptx', sha256: hash, bytes: 1 }],
});
const HASH = 'ab'.repeat(32);
const rowsOf = (open: OpenBook) => open.store.readSince(0);
const input = (open: OpenBook, more: object = {}) => ({
  number: nextPackNumber(new Book(open.state), AS_AT),
  title: 'Portfolio pack',
  asAt: AS_AT,
  snapshot: snapshotName(open.state),
  editions: [edition('en', HASH)],
  ...more,
});
const packsIn = (open: OpenBook): Entry<'pack'>[] => [...new Book(open.state).all('pack')];
const edit = async (open: OpenBook, ctx: ReturnType<typeof testContext>, name: string) => {
  const component = [...new Book(open.state).all('component')][0]?.id as never;
  const writes = [{ kind: 'component', record: component, field: 'name', value: name }];
  must(await commit(open, ctx, () => done({ act: 'act.editField', writes })));
};

test('numbers count up within the fiscal year the pack speaks of', async () => {
  const { open, ctx } = await openSample();
  must(await act(open, ctx, issuePack, input(open)));
  must(await act(open, ctx, issuePack, input(open)));
  expect(packsIn(open).map(({ number }) => number)).toEqual(['2023-01', '2023-02']);
  expect(nextPackNumber(new Book(open.state), '2023-04-01' as Day)).toBe('2024-01');
});

test('is refused where the book moved meanwhile, where nothing is issued, and where nobody says why it supersedes', async () => {
  const { open, ctx } = await openSample();
  const codeOf = async (more: object) => {
    const result = await act(open, ctx, issuePack, input(open, more));
    return result.ok ? '' : result.problem.code;
  };
  expect(await codeOf({ snapshot: '00000000' })).toBe('pack.moved');
  expect(await codeOf({ number: '2023-07' })).toBe('pack.moved');
  expect(await codeOf({ editions: [] })).toBe('pack.nothingToIssue');
  expect(await codeOf({ supersedes: idFromBytes(new Uint8Array(16)) })).toBe('pack.whySuperseded');
  expect(packsIn(open)).toEqual([]);
});

describe('what was issued', () => {
  const issued = async () => {
    const { open, ctx } = await openSample();
    const made = input(open);
    const tips = [...open.state.tips.values()];
    const deck = issuedDeck(await rowsOf(open), { ...made, tips }, edition('ar', HASH)) as Deck;
    const bytes = await pressPptx(deck);
    must(await act(open, ctx, issuePack, { ...made, editions: [edition('ar', sha256(bytes))] }));
    return { open, ctx, deck, bytes };
  };

  test('cannot be edited, and stands in every foot', async () => {
    const { open, ctx, deck } = await issued();
    expect(deck.footer.snapshot).toContain('2023-01');
    const [pack] = packsIn(open) as [Entry<'pack'>];
    const writes = [{ kind: 'pack', record: pack.id, field: 'title', value: 'Another' }];
    const result = await commit(open, ctx, () => done({ act: 'act.editField', writes }));
    expect(result.ok ? '' : result.problem.code).toBe('act.recordSealed');
  });

  test('is told again to the last byte after a thousand edits, here and on a laptop that only got the file', async () => {
    const { open, ctx, deck, bytes } = await issued();
    for (let i = 0; i < 1_000; i++) await edit(open, ctx, `Renamed ${i}`);
    const [pack] = packsIn(open) as [Entry<'pack'>];
    const [own] = pack.editions as [Edition];
    const again = issuedDeck(await rowsOf(open), pack, own);
    expect(canonical(again)).toBe(canonical(deck));
    const changes = (await rowsOf(open)).map(({ change }) => change);
    // another laptop holds the same changes in another order
    const file = must(readBook(writeBook({ book: BOOK, changes: [...changes].reverse() })));
    const there = await openBook(
      memoryStore(file.changes.map((change, i) => ({ seq: i + 1, change, arrived: 0 }))),
      kindTable,
      8e15,
    );
    const elsewhere = issuedDeck(await rowsOf(there), packsIn(there)[0] as Entry<'pack'>, own);
    expect(canonical(elsewhere)).toBe(canonical(deck));
    expect(sha256(await pressPptx(elsewhere as NonNullable<typeof elsewhere>))).toBe(sha256(bytes));
    expect(own.files[0]?.sha256).toBe(sha256(bytes));
  }, 60_000);

  test('opens the book it was made of, not what was written by that moment', async () => {
    const { open, ctx } = await issued();
    await edit(open, ctx, 'Renamed since');
    const [pack] = packsIn(open) as [Entry<'pack'>];
    const rows = await rowsOf(open);
    const then = rowsOfTips(rows, pack.tips) ?? [];
    expect(then).toHaveLength(rows.length - 2);
    expect(rowsOfTips(rows.slice(0, 3), pack.tips)).toBeUndefined();
  });

  test('is what the next pack tells movement against', async () => {
    const { open, ctx } = await issued();
    const component = [...new Book(open.state).all('component')].find(({ wholeLifeCost }) => known(wholeLifeCost));
    const cost = known(component?.wholeLifeCost) as Money;
    const writes = [
      {
        kind: 'component',
        record: component?.id as never,
        field: 'wholeLifeCost',
        value: { ...cost, minor: cost.minor + 100_000_000_00 },
      },
    ];
    must(await commit(open, ctx, () => done({ act: 'act.editField', writes })));
    const rows = await rowsOf(open);
    const book = new Book(open.state);
    const before = lastSeen(book, rows);
    expect([before?.pack, before?.asAt]).toEqual(['2023-01', AS_AT]);
    const next = {
      tips: [...open.state.tips.values()],
      asAt: AS_AT,
      snapshot: snapshotName(open.state),
      number: '2023-02',
    };
    const deck = issuedDeck(rows, next, edition('en', HASH)) as Deck;
    const movement = deck.slides.find(({ id }) => id === 'movement');
    expect(movement?.title).toMatch(/^Since pack 2023-01 \(31 Mar(ch)? 2023\):.*cost up £100 m/);
  });

  test('twice under one number on two laptops is found by a merge', async () => {
    const { open } = await openSample();
    const changes = (await rowsOf(open)).map(({ change }) => change);
    const copies = await Promise.all(
      [51, 52].map(async (seed) => {
        const ctx = testContext(seed, 60_000);
        const store = memoryStore(changes.map((change, i) => ({ seq: i + 1, change, arrived: 0 })));
        const desk = await openBook(store, kindTable, 8e15);
        must(await act(desk, ctx, issuePack, input(desk)));
        return { book: BOOK, changes: (await rowsOf(desk)).map(({ change }) => change) };
      }),
    );
    const [ann, ben] = copies as [(typeof copies)[0], (typeof copies)[0]];
    const plan = must(planMerge(ann, [ben], 8e15));
    expect(plan.findings.map(({ rule, kind, number }) => [rule, kind, number])).toEqual([
      ['numberTwice', 'pack', '2023-01'],
    ]);
    expect(plan.clashes).toEqual([]);
  });
});
