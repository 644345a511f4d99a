// Copies for a programme, a person, or without money: what they carry, what they withhold, and that no figure of them lies.
import { beforeAll, describe, expect, test } from 'vitest';
import { stateOfChanges } from '#shared/change/asat.ts';
import { commit, openBook } from '#shared/change/commit.ts';
import { withhold } from '#shared/change/fork.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { isHere, type State } from '#shared/change/state.ts';
import { type Held, Withheld } from '#shared/change/withheld.ts';
import { Book, KINDS, kindTable } from '#shared/domain/book.ts';
import { portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import { recordHolds, recordWithheld, standingOf } from '#shared/govern/standing.ts';
import { isAbsent, known } from '#shared/kit/absent.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import { done } from '#shared/kit/result.ts';
import { laterThan } from '#shared/merge/later.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { copyFor, type Redaction } from '#shared/merge/redaction.ts';
import { withheldText } from '#shared/merge/said.ts';
import { SCOPE_RULES, type Scope } from '#shared/merge/scope.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { createWords } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { openSample } from '#test/kit/sample.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
const NOW = 8e15;
let whole: BookFile;
let state: State;
let book: Book;
beforeAll(async () => {
  const { open } = await openSample();
  whole = { book: BOOK, changes: (await open.store.readSince(0)).map(({ change }) => change) };
  state = open.state;
  book = new Book(state);
});

const named = (kind: 'component' | 'person', name: string): RecordId =>
  [...book.all(kind)].find((each) => each.name === name)?.id as RecordId;
const copy = (scope: Scope, without: readonly Redaction[] = []): Held => copyFor(state, whole, { scope, without });
function opened({ changes, holding }: Held): Book {
  const read = stateOfChanges(changes, NOW);
  withhold(read, new Withheld(holding));
  return new Book(read);
}
const mergedWith = (held: Held) => must(planMerge({ book: BOOK, ...held }, [whole], NOW));

test('every kind says whose it is', () => {
  expect(Object.keys(SCOPE_RULES).sort()).toEqual(Object.keys(KINDS).sort());
});

describe('for a programme', () => {
  const held = () => copy({ of: 'component', id: named('component', 'Universal Credit Programme') });

  test('what is its own is carried with what its figures need; of the rest nothing but that it exists', () => {
    const part = opened(held());
    const id = named('component', 'Universal Credit Programme');
    const own = [...book.all('benefit')].filter(({ component }) => component === id).map((each) => each.title);
    const titles = [...part.all('benefit')].map(({ title }) => title);
    expect(own.length).toBeGreaterThan(2);
    expect(titles).toEqual(expect.arrayContaining(own));
    const stranger = [...book.all('component')].find(({ name }) => name === 'Lower Thames Crossing') as {
      id: RecordId;
    };
    expect(part.get('component', stranger.id)).toBeUndefined();
    expect(part.state.withheld.record('component', stranger.id)).toBe(true);
    expect(JSON.stringify(held())).not.toContain('Lower Thames');
    expect([...part.all('person')].length).toBe([...book.all('person')].length);
    expect([...part.all('meeting')]).toEqual([]);
  });

  test('its own value is what it is in the whole book, to the penny', () => {
    const id = named('component', 'Universal Credit Programme');
    const on = reportingDate(book, '2023-03-31' as never);
    const [mine, theirs] = [book, opened(held())].map((each) => bookValue(each, on).components.get(id)?.worth);
    expect(mine?.social.gross).toBeGreaterThan(0);
    expect(theirs).toEqual(mine);
  });

  test('comes back as the whole once the whole is there, and the whole is not changed by it', () => {
    const plan = mergedWith(held());
    expect(plan.holding).toBeUndefined();
    expect(plan.changes).toEqual(must(planMerge(whole, [], NOW)).changes);
    const back = must(planMerge(whole, [{ book: BOOK, ...held() }], NOW));
    expect([back.fresh.length, back.holding]).toEqual([0, undefined]);
  });

  test('what is written in it comes back; what it withholds cannot be written, deleted or recorded there', async () => {
    const { changes, holding } = held();
    const ctx = testContext(7, NOW / 5000);
    const open = await openBook(memoryStore(), kindTable, NOW);
    await open.store.append(0, () => changes, NOW, { now: holding });
    const desk = await openBook(open.store, kindTable, NOW);
    const id = named('component', 'Universal Credit Programme');
    const outline = holding?.hidden.find(({ kind, field }) => kind === 'component' && field === 'wholeLifeCost');
    const write = (kind: string, record: RecordId, field: string, value: unknown) =>
      commit(desk, ctx, () => done({ act: 'act.test', writes: [{ kind, record, field, value }] }));
    const codeOf = async (result: ReturnType<typeof write>) => await result.then((r) => (r.ok ? '' : r.problem.code));
    expect(outline).toBeDefined();
    const hidden = outline?.record as RecordId;
    expect(await codeOf(write('component', hidden, 'wholeLifeCost', null))).toBe('withheld.field');
    expect(await codeOf(write('component', hidden, '$life', 'deleted'))).toBe('withheld.noDelete');
    expect(await codeOf(write('component', id, '$life', 'sealed'))).toBe('withheld.noRecord');
    expect(await codeOf(write('component', id, 'stage', 'Delivery'))).toBe('');
    const theirs = { book: BOOK, changes: (await desk.store.readSince(0)).map(({ change }) => change), holding };
    const plan = must(planMerge(whole, [must(readBook(writeBook(theirs)))], NOW));
    expect(plan.fresh).toHaveLength(1);
    expect(plan.records.map(({ record }) => record)).toEqual([id]);
    expect([plan.holding, plan.clashes]).toEqual([undefined, []]);
  });
});

test('for a person: what they answer for, and components by name alone', () => {
  const owner = [...book.all('benefit')].find(({ owner }) => owner)?.owner as RecordId;
  const part = opened(copy({ of: 'person', id: owner }));
  const own = [...book.all('benefit')].filter((each) => each.owner === owner);
  expect([...part.all('benefit')].map(({ id }) => id)).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
  const under = own.map(({ component }) => component).find((id) => id && book.get('component', id)?.sponsor !== owner);
  const outline = part.get('component', under);
  expect(outline?.name).toBe(book.get('component', under)?.name);
  expect(isAbsent(outline?.wholeLifeCost) && outline.wholeLifeCost.absent).toBe('withheld');
});

describe('without money', () => {
  const part = () => opened(copy({ of: 'book' }, ['money']));

  test('no amount is in the file, and every total says that it is withheld', () => {
    const held = copy({ of: 'book' }, ['money']);
    // thresholds of decision rights are rules of the office, not its money
    const withMoney = held.changes
      .flatMap(({ writes }) => writes)
      .filter(({ value }) => canonical(value).includes('"minor":'))
      .map(({ kind, field }) => `${kind}.${field}`);
    expect([...new Set(withMoney)].sort()).toEqual(['decisionRight.from', 'decisionRight.to']);
    const rows = portfolioRows(part());
    const { cost } = portfolioTotals(rows);
    expect([cost.count, cost.sums]).toEqual([0, []]);
    expect(cost.missing.withheld).toBe(portfolioTotals(portfolioRows(book)).cost.count + (exempt() ?? 0));
    const value = bookValue(part(), reportingDate(book, '2023-03-31' as never));
    expect(value.left.get('withheld')?.length).toBeGreaterThan(0);
    expect(value.left.get('noUnitValue')).toBeUndefined();
  });
  /** Cells that stated why there is no cost are amounts too, and withheld with them. */
  const exempt = () =>
    [...book.all('component')].filter(({ wholeLifeCost }) => wholeLifeCost && known(wholeLifeCost) === undefined)
      .length;

  test('a recorded decision is withheld in part, not tampered with; its evidence travels as its hash', () => {
    const taken = [...book.all('decision')].filter(({ taken }) => taken);
    expect(taken.length).toBeGreaterThan(0);
    for (const { id, frozen } of taken) {
      const there = part().get('decision', id) as (typeof taken)[number];
      expect(there.frozen).toBeUndefined();
      expect([recordHolds(part(), there), recordWithheld(part(), there)]).toEqual([true, true]);
      expect(part().state.withheld.hashOf('decision', id, 'frozen')).toBe(frozen?.hash);
    }
    for (const decision of part().all('decision'))
      expect(standingOf(part(), decision)).toBe(standingOf(book, book.get('decision', decision.id) as never));
  });

  test('measures counted in money keep their names and lose their figures', () => {
    const counted = [...book.all('measure')].find(({ unit }) => unit === 'GBP');
    if (!counted) return;
    const there = part().get('measure', counted.id);
    expect([there?.name, there?.['actual@']]).toEqual([counted.name, undefined]);
  });
});

test('without deliberation no decision or meeting is there; without remarks no reason in people’s words', () => {
  const quiet = opened(copy({ of: 'book' }, ['deliberation']));
  expect([...quiet.all('decision'), ...quiet.all('meeting')]).toEqual([]);
  const bare = opened(copy({ of: 'book' }, ['remarks']));
  expect(new Set([...bare.all('attestation')].map(({ statement }) => statement ?? '[…]'))).toEqual(new Set(['[…]']));
  expect([...bare.all('attestation')].length).toBe([...book.all('attestation')].length);
});

test('two copies that withhold different things make the whole of both', () => {
  const plan = must(
    planMerge(
      { book: BOOK, ...copy({ of: 'book' }, ['money']) },
      [{ book: BOOK, ...copy({ of: 'book' }, ['remarks']) }],
      NOW,
    ),
  );
  const left = new Set(plan.holding?.hidden.map(({ field }) => field));
  // the evidence of decisions was frozen in both, the cells that could not be read in neither
  expect([...left].sort()).toEqual(['closed', 'frozen', 'unread']);
  expect(plan.merged.order.filter(isHere).length).toBe(state.order.filter(isHere).length);
});

test('what is withheld is said in both languages', () => {
  const { withheld } = opened(copy({ of: 'component', id: named('component', 'Universal Credit Programme') })).state;
  expect(withheldText(withheld, createWords({ language: 'en' }))).toMatch(
    /^This copy does not carry the whole book\. Withheld: \d+ records?, \d+ fields? in records shown: \d+\./,
  );
  expect(withheldText(withheld, createWords({ language: 'ar' }))).toMatch(/^لا تحمل هذه النسخة/);
});

describe('what a colleague lacks', () => {
  const theirs = () => ({ book: BOOK, changes: whole.changes.slice(0, 10) });

  test('later changes alone make their copy whole; on their own they are refused', () => {
    const later = must(readBook(writeBook(must(laterThan(whole, theirs(), 'theirs')))));
    expect(later.changes).toHaveLength(whole.changes.length - 10);
    const plan = must(planMerge(theirs(), [later], NOW));
    expect(plan.changes).toEqual(must(planMerge(whole, [], NOW)).changes);
    const early = planMerge({ book: BOOK, changes: whole.changes.slice(0, 5) }, [later], NOW);
    expect(early.ok ? '' : early.problem.code).toBe('merge.deltaBase');
  });

  test('a copy of a part confirms nothing; who has it all lacks nothing', () => {
    const part = { book: BOOK, ...copy({ of: 'book' }, ['money']) };
    const codeOf = (result: ReturnType<typeof laterThan>) => (result.ok ? '' : result.problem.code);
    expect(codeOf(laterThan(whole, part, 'part'))).toBe('since.part');
    expect(codeOf(laterThan(whole, whole, 'whole'))).toBe('since.none');
    expect(codeOf(laterThan(whole, { ...whole, book: idFromBytes(new Uint8Array(16).fill(1)) as BookId }, 'x'))).toBe(
      'merge.otherBook',
    );
  });
});
