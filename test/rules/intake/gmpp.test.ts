// The published portfolio of major government projects, as every one of its files was published.
import { describe, expect, test } from 'vitest';
import { historyOf } from '#shared/change/history.ts';
import { Book } from '#shared/domain/book.ts';
import { judgedConfidence } from '#shared/domain/confidence.ts';
import { portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { decimalOf } from '#shared/kit/money.ts';
import { emptyBook, importInto } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { dataBytes, dataHere } from '#test/kit/data.ts';

const imported = async (...names: string[]) => {
  const open = await emptyBook();
  const ctx = testContext();
  const plans = [];
  for (const name of names) plans.push(await importInto(open, ctx, name, dataBytes(name)));
  const book = new Book(open.state);
  const rows = portfolioRows(book);
  return { open, book, rows, totals: portfolioTotals(rows), plans };
};

describe.runIf(dataHere)('the portfolio as published', () => {
  test.each(['uk_gmpp_raw_2023.csv', 'uk_gmpp_rows_2023.csv'])('%s: 244 rows, totals to the unit', async (name) => {
    const { totals, plans } = await imported(name);
    expect(plans[0]?.rows).toEqual({ read: 244, blank: 0, dropped: 0 });
    expect(plans[0]?.asAt).toBe('2023-03-31');
    expect(totals).toMatchObject({ current: 244, past: 0, both: 102, belowCost: 32 });
    expect(totals.cost.count).toBe(193);
    expect(totals.cost.sums.map((sum) => [sum.currency, decimalOf(sum, 6)])).toEqual([['GBP', '471818']]);
    expect(totals.benefit.count).toBe(110);
    expect(totals.benefit.sums.map((sum) => decimalOf(sum, 6))).toEqual(['729446.31']);
  });

  test('every cell of money, date and rating that holds no value is listed with its kind', async () => {
    const { plans } = await imported('uk_gmpp_raw_2023.csv');
    const unread = plans[0]?.unread ?? [];
    const of = (field: string) => unread.filter((cell) => cell.field === field);
    expect(of('wholeLifeCost')).toHaveLength(244 - 193);
    expect(of('benefit')).toHaveLength(244 - 110);
    expect(of('end')).toHaveLength(30);
    expect(of('start')).toHaveLength(7);
    expect(of('wholeLifeCost').filter((cell) => cell.absence === 'exempt')).toHaveLength(46);
    expect(of('wholeLifeCost').filter((cell) => cell.absence === 'blank')).toHaveLength(2);
    expect(unread.filter((cell) => cell.absence === 'unreadable')).toEqual([]);
    expect(of('wholeLifeCost')[0]).toMatchObject({ cell: 'P5', absence: 'blank' });
  });

  test('2014 lies on its side: 199 components', async () => {
    const { totals, plans, book } = await imported('uk_gmpp_raw_2014.csv');
    expect(totals.current).toBe(199);
    expect(plans[0]?.rows).toEqual({ read: 199, blank: 1, dropped: 0 });
    const first = [...book.all('component')][0];
    expect(first).toMatchObject({
      name: 'FE Capital Investment Programme',
      organisation: 'BIS',
      start: '2010-05-31',
      end: '2015-09-01',
    });
    expect(first?.confidence).toEqual({ rating: 'amberGreen', scale: 'five' });
    expect(decimalOf(known(first?.wholeLifeCost) as never, 6)).toBe('5609.46');
    expect(known(first?.['costPlan/2014'])).toEqual({ minor: 45_037_000_000, currency: 'GBP' });
  });

  test('three years in one book: 298 components, 244 current, 54 past, 138 in all three', async () => {
    const { open, book, rows, totals, plans } = await imported(
      'uk_gmpp_raw_2021.csv',
      'uk_gmpp_raw_2022.csv',
      'uk_gmpp_raw_2023.csv',
    );
    expect(plans.map((plan) => plan.rows.read)).toEqual([184, 235, 244]);
    expect(rows).toHaveLength(298);
    expect(totals).toMatchObject({ current: 244, past: 54 });
    expect(totals.cost.sums.map((sum) => decimalOf(sum, 6))).toEqual(['471818']);
    expect(totals.benefit.sums.map((sum) => decimalOf(sum, 6))).toEqual(['729446.31']);
    const log = await open.store.readSince(0);
    let allThree = 0;
    for (const component of book.all('component')) {
      const years = new Set<string>();
      for (const entry of historyOf(log, 'component', component.id))
        if (entry.fields.some(({ field }) => field === 'published')) years.add(entry.asAt);
      if (years.size === 3) allThree++;
    }
    expect(allThree).toBe(138);
  });

  test('history tells each year’s rating, end date and cost, dated to the publication', async () => {
    const { open, book } = await imported('uk_gmpp_raw_2021.csv', 'uk_gmpp_raw_2022.csv', 'uk_gmpp_raw_2023.csv');
    const log = await open.store.readSince(0);
    const component = [...book.all('component')].find((c) => c.sourceId === 'uk-gmpp:BIS_0014_1415-Q3');
    expect(component).toBeDefined();
    const entries = historyOf(log, 'component', component?.id as never);
    expect(entries.map((entry) => entry.asAt)).toEqual(['2021-03-31', '2022-03-31', '2023-03-31']);
    const named = entries.map((entry) => Object.fromEntries(entry.fields.map(({ field, value }) => [field, value])));
    expect(named[0]).toHaveProperty('wholeLifeCost');
    expect(named[0]).toHaveProperty('confidence');
    expect(judgedConfidence(component as never)?.confidence).toBeDefined();
  });

  test('the same file twice changes nothing but the record that it was imported', async () => {
    const { open, plans } = await imported('uk_gmpp_raw_2023.csv');
    expect(plans[0]?.differences.every(({ state }) => state === 'new')).toBe(true);
    const again = await importInto(open, testContext(2), 'uk_gmpp_raw_2023.csv', dataBytes('uk_gmpp_raw_2023.csv'));
    expect(again.differences.every(({ state }) => state === 'same')).toBe(true);
    expect(again.writes.every(({ kind }) => kind === 'source' || kind === 'component')).toBe(true);
    expect(
      new Set((await open.store.readSince(1)).flatMap(({ change }) => change.writes.map(({ kind }) => kind))),
    ).toEqual(new Set(['source']));
  });
});
