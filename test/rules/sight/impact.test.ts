// "If this stops" by the domain's vectors, in whole minor units of a ledger whose months are written out here.
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/kit/period.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { type Impact, impactOf, singlePoints } from '#shared/sight/impact.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { month } from '#test/kit/ledger.ts';
import { id, type MapMaker, made } from '#test/kit/mapBook.ts';

const AS_AT = '2025-06-30' as Day;
/** Pence; odd, so that a half has to be rounded. */
const MONTHLY = 1_003;
const MONTHS = 13;
const WHOLE = MONTHLY * MONTHS;

/** A benefit with money: thirteen months of plan, and as many readings as are said, all verified. */
function worth(maker: MapMaker, benefit: string, values: Record<string, unknown> = {}, verified = 0): MapMaker {
  maker
    .node('benefit', benefit, { category: 'nonCashable', start: '2025-01-01', ...values })
    .put('measure', `${benefit}-m`, {
      name: 'Saved',
      benefit,
      unit: 'hours',
      direction: 1,
      startValue: 0,
      verifier: 'val',
      'unitValue/2025-01': { amount: MONTHLY / 100, currency: 'GBP' },
      [`plan1@0+${MONTHS}`]: new Array(MONTHS).fill(1),
      'version/1': { on: '2025-01-01', reason: '', anchor: month('2025-01') },
    });
  for (let i = 0; i < verified; i++)
    maker.put('measure', `${benefit}-m`, {
      [`actual@${month('2025-01') + i}`]: 1,
      [`check@${month('2025-01') + i}`]: { verdict: 'verified', by: 'val', on: '2025-06-01', value: 1 },
    });
  return maker;
}

const begun = () =>
  made()
    .put('office', 'office', { name: 'Test', currency: 'GBP', fiscalYearStart: 4 })
    .put('person', 'val', { name: 'Val' })
    .put('person', 'ada', { name: 'Ada' })
    .put('component', 'first', { name: 'First' })
    .put('component', 'second', { name: 'Second' });

function stop(maker: MapMaker, stopped: string): Impact {
  const book = maker.book();
  return impactOf(book, bookValue(book, AS_AT), wholeGraph(book), id(stopped));
}

/** Two enablers at 50 % each into one change that brings the whole benefit. */
const vector = (necessary: boolean, verified = 0, rank?: string) =>
  worth(begun(), 'benefit', { rank, owner: 'ada' }, verified)
    .node('enabler', 'one', { component: 'first' })
    .node('enabler', 'two', { component: 'second' })
    .node('businessChange', 'change')
    .node('objective', 'aim')
    .link('one', 'change', { weight: 50, necessary })
    .link('two', 'change', { weight: 50, necessary })
    .link('change', 'benefit', { weight: 100, necessary })
    .link('benefit', 'aim', { weight: 40 });

describe('two enablers at 50 %', () => {
  test.each(['one', 'two'])('both necessary: stopping %s loses all of it', (stopped) => {
    const { losses, lost } = stop(vector(true), stopped);
    expect(losses).toMatchObject([{ basis: 'necessary', share: 1, isAtLeast: false }]);
    expect(lost).toEqual({ cashable: 0, nonCashable: WHOLE, social: 0 });
  });

  test.each(['one', 'two'])('neither: stopping %s loses half of it, to the penny', (stopped) => {
    const { losses, lost } = stop(vector(false), stopped);
    expect(losses).toMatchObject([{ basis: 'path', share: 0.5, isAtLeast: false }]);
    expect(lost.nonCashable).toBe(Math.round(WHOLE / 2));
    expect(losses[0]?.unverified.nonCashable).toBe(WHOLE);
  });

  test('what is verified is never lost, by whichever reason', () => {
    const left = WHOLE - 4 * MONTHLY;
    expect(stop(vector(true, 4), 'one').lost.nonCashable).toBe(left);
    expect(stop(vector(false, 4), 'one').lost.nonCashable).toBe(Math.round(left / 2));
    expect(stop(vector(false, 4), 'benefit').lost.nonCashable).toBe(left);
    expect(stop(vector(true, 4), 'first').lost.nonCashable).toBe(left);
  });

  test('a chain that is necessary but for one link is no chain', () => {
    const maker = vector(true).link('change', 'benefit', { weight: 100, necessary: false });
    expect(stop(maker, 'one').losses).toMatchObject([{ basis: 'path', share: 0.5 }]);
  });

  test('an intermediate benefit is lost without money, the end benefit behind it with all of its own', () => {
    const maker = worth(vector(true, 0, 'intermediate'), 'end').link('benefit', 'end', {
      weight: 100,
      necessary: true,
    });
    const { losses, lost } = stop(maker, 'one');
    expect(losses.map(({ benefit, lost: own }) => [benefit.id, own.nonCashable])).toEqual([
      ['benefit', 0],
      ['end', WHOLE],
    ]);
    expect(lost.nonCashable).toBe(WHOLE);
  });

  test('money is lost in its own class', () => {
    const social = worth(begun(), 'benefit', { category: 'quantitative' })
      .node('businessChange', 'change')
      .link('change', 'benefit', { weight: 25 });
    expect(stop(social, 'change').lost).toEqual({ cashable: 0, nonCashable: 0, social: Math.round(WHOLE / 4) });
    const cash = worth(begun(), 'benefit', { category: 'cashable', budgetLine: 'L1', budgetReduced: '2025-01-01' })
      .node('businessChange', 'change')
      .link('change', 'benefit', { weight: 25 });
    expect(stop(cash, 'change').lost).toEqual({ cashable: Math.round(WHOLE / 4), nonCashable: 0, social: 0 });
  });

  test.each(['rejected', 'notRealised', 'merged', 'closed'])('a benefit that is %s has nothing to lose', (state) => {
    const maker = vector(true).put('benefit', 'benefit', { state });
    expect(stop(maker, 'one').losses).toEqual([]);
  });
});

describe('a component', () => {
  const claimed = (verified = 0) =>
    vector(false, verified)
      .put('claim', 'c1', { component: 'first', measure: 'benefit-m', share: 30 })
      .put('claim', 'c2', { component: 'second', measure: 'benefit-m', share: 70 });

  test('loses its claim, as the ledger has it: month by month to the penny, less what is verified of it', () => {
    const book = claimed(3).book();
    const value = bookValue(book, AS_AT);
    const [claim] = value.measures.get(id('benefit-m'))?.claims ?? [];
    const { losses, lost } = impactOf(book, value, wholeGraph(book), id('first'));
    expect(losses).toMatchObject([{ basis: 'claim', share: 0.3 }]);
    expect(lost.nonCashable).toBe((claim?.attributed ?? 0) - (claim?.verified ?? 0));
    // 30 % of each of the ten months that are left, each rounded as the ledger rounds it
    expect(lost.nonCashable).toBe(Math.round(MONTHLY * 0.3) * 10);
  });

  test('claims add up: what two components lose apart is all that is not verified', () => {
    const [first, second] = ['first', 'second'].map((each) => stop(claimed(3), each).lost.nonCashable);
    expect((first ?? 0) + (second ?? 0)).toBe(WHOLE - 3 * MONTHLY);
  });

  test('stops with all its parts: a programme loses what its projects claim, and what they are necessary for', () => {
    const whole = claimed().put('component', 'programme', { name: 'Programme' });
    for (const part of ['first', 'second']) whole.put('component', part, { parent: 'programme' });
    expect(stop(whole, 'programme').losses).toMatchObject([{ basis: 'claim', share: 1, lost: { nonCashable: WHOLE } }]);
    const needed = vector(true)
      .put('component', 'programme', { name: 'Programme' })
      .put('component', 'first', { parent: 'programme' });
    expect(stop(needed, 'programme').losses).toMatchObject([{ basis: 'necessary', lost: { nonCashable: WHOLE } }]);
  });

  test('that claims one share and later another has no single share to name; the ledger’s months tell the loss', () => {
    const book = claimed()
      .put('claim', 'c1', { until: '2025-06-30' })
      .put('claim', 'c3', { component: 'first', measure: 'benefit-m', share: 10, from: '2025-07-01' })
      .book();
    const { losses, lost } = impactOf(book, bookValue(book, AS_AT), wholeGraph(book), id('first'));
    expect(losses).toMatchObject([{ basis: 'claim', share: undefined }]);
    expect(lost.nonCashable).toBe(Math.round(MONTHLY * 0.3) * 6 + Math.round(MONTHLY * 0.1) * 7);
  });

  test('loses the whole where a necessary chain runs from what it puts out, whatever it claims', () => {
    const maker = claimed()
      .link('one', 'change', { weight: 50, necessary: true })
      .link('change', 'benefit', { weight: 100, necessary: true });
    expect(stop(maker, 'first').losses).toMatchObject([{ basis: 'necessary', share: 1 }]);
    expect(stop(maker, 'first').lost.nonCashable).toBe(WHOLE);
    expect(stop(maker, 'second').losses).toMatchObject([{ basis: 'claim', share: 0.7 }]);
  });

  test('that claims nothing and is not necessary loses nothing; that stated the benefit alone claims all of it', () => {
    expect(stop(vector(false), 'first').losses).toEqual([]);
    const alone = worth(begun(), 'benefit', { component: 'first' });
    expect(stop(alone, 'first').losses).toMatchObject([{ basis: 'claim', share: 1 }]);
    expect(stop(alone, 'first').lost.nonCashable).toBe(WHOLE);
  });

  test('never closes its own benefit: what the benefit is necessary for stays', () => {
    const maker = worth(worth(begun(), 'benefit', { component: 'first' }), 'next')
      .link('benefit', 'next', { weight: 100, necessary: true })
      .put('claim', 'c', { component: 'second', measure: 'next-m', share: 100 });
    expect(stop(maker, 'first').losses.map(({ benefit }) => benefit.id)).toEqual(['benefit']);
  });
});

describe('a node whose path nobody weighed', () => {
  const silent = (component?: string) =>
    worth(begun(), 'benefit')
      .node('enabler', 'one', { component })
      .node('businessChange', 'change')
      .link('one', 'change')
      .link('change', 'benefit', { weight: 50 });

  test('cannot tell its loss, and says so', () => {
    expect(stop(silent(), 'one').losses).toMatchObject([
      { basis: 'unstated', share: undefined, lost: { nonCashable: 0 } },
    ]);
  });

  test('loses what its component claims, where it claims', () => {
    const maker = silent('first').put('claim', 'c', { component: 'first', measure: 'benefit-m', share: 40 });
    const { losses } = stop(maker, 'one');
    expect(losses).toMatchObject([{ basis: 'claim', share: 0.4 }]);
  });

  test('with one path weighed and one not, loses at least the weighed', () => {
    const maker = silent().link('one', 'benefit', { weight: 20 });
    expect(stop(maker, 'one').losses).toMatchObject([
      { basis: 'path', isAtLeast: true, lost: { nonCashable: Math.round(WHOLE * 0.2) } },
    ]);
  });
});

test('by owner and by objective: a benefit that serves two aims stands under both, and once in the total', () => {
  const maker = worth(vector(true), 'other').node('objective', 'second-aim', { parent: 'top' });
  maker.node('objective', 'top').link('benefit', 'second-aim', { weight: 10 }).link('change', 'other', { weight: 50 });
  const { lost, byOwner, byObjective } = stop(maker, 'one');
  const half = Math.round(WHOLE / 4);
  expect(lost.nonCashable).toBe(WHOLE + half);
  expect(byOwner.map(({ id: owner, lost: own }) => [owner, own.nonCashable])).toEqual([
    ['ada', WHOLE],
    [undefined, half],
  ]);
  expect(byObjective.map(({ id: aim, lost: own }) => [aim, own.nonCashable]).sort()).toEqual(
    [
      ['aim', WHOLE],
      ['second-aim', WHOLE],
      ['top', WHOLE],
      [undefined, half],
    ].sort(),
  );
});

test('by objective: harm takes from an aim, and does not serve it', () => {
  const maker = worth(begun(), 'benefit', { owner: 'ada' })
    .node('businessChange', 'change')
    .node('disbenefit', 'harm')
    .node('objective', 'aim')
    .link('change', 'benefit', { weight: 100 })
    .link('benefit', 'harm')
    .link('harm', 'aim', { weight: 5 });
  expect(stop(maker, 'change').byObjective.map((group) => group.id)).toEqual([undefined]);
});

test('single points of failure: all that can stop with something to lose, the most first', () => {
  const book = vector(true).node('enabler', 'idle').book();
  const points = singlePoints(book, bookValue(book, AS_AT), wholeGraph(book));
  expect(points.map(({ node, whole }) => [node, whole])).toEqual([
    ['one', 1],
    ['two', 1],
    ['change', 1],
  ]);
});
