// The portfolio's rows are remembered from one edit to the next: they must never be older than the book.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRecord } from '#shared/acts/add-record.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { Book } from '#shared/domain/book.ts';
import { benefitsByComponent, latestPublications, portfolioRow, portfolioRows } from '#shared/domain/portfolio.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { act, emptyBook } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';

const gbp = (minor: number) => ({ minor, currency: 'GBP' });
const id = (kind: string, i: number) => `${kind}-${i}` as RecordId;
const step = fc.record({
  do: fc.constantFrom('cost', 'benefit', 'move', 'delete', 'publish'),
  which: fc.nat(3),
  amount: fc.nat(1_000),
});

describe(byChance('rows'), () => {
  test('are what they would be if nothing were remembered, after every act', () =>
    holds(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const open = await emptyBook();
        const ctx = testContext();
        for (let i = 0; i < 4; i++) {
          const published = { series: 's', asAt: '2023-03-31' };
          await act(open, ctx, addRecord, {
            kind: 'component',
            record: id('c', i),
            values: { name: `C${i}`, published },
          });
          await act(open, ctx, addRecord, {
            kind: 'benefit',
            record: id('b', i),
            values: { title: 'B', component: id('c', i), value: gbp(i) },
          });
        }
        for (const [n, { do: what, which, amount }] of steps.entries()) {
          if (what === 'cost')
            await act(open, ctx, editField, {
              kind: 'component',
              record: id('c', which),
              values: { wholeLifeCost: gbp(amount) },
            });
          if (what === 'benefit')
            await act(open, ctx, editField, {
              kind: 'benefit',
              record: id('b', which),
              values: { value: gbp(amount) },
            });
          if (what === 'move')
            await act(open, ctx, editField, {
              kind: 'benefit',
              record: id('b', which),
              values: { component: id('c', amount % 4) },
            });
          if (what === 'delete') await act(open, ctx, deleteRecord, { kind: 'benefit', record: id('b', which) });
          if (what === 'publish')
            await act(open, ctx, addRecord, {
              kind: 'source',
              record: id('s', n),
              values: { file: 'f', sha256: 'x', asAt: `20${24 + (amount % 3)}-03-31`, rows: 1, series: 's' },
            });
          const book = new Book(open.state);
          const benefits = benefitsByComponent(book);
          const latest = latestPublications(book);
          const anew = [...book.all('component')].map((c) => portfolioRow(c, benefits.get(c.id) ?? [], latest));
          expect(portfolioRows(book)).toEqual(anew);
        }
        return true;
      }),
      times(60, 2_000),
    ));

  test('of components nobody touched stay the same objects', async () => {
    const open = await emptyBook();
    const ctx = testContext();
    for (let i = 0; i < 3; i++)
      await act(open, ctx, addRecord, { kind: 'component', record: id('c', i), values: { name: `C${i}` } });
    const before = portfolioRows(new Book(open.state));
    await act(open, ctx, editField, { kind: 'component', record: id('c', 1), values: { name: 'Other' } });
    const after = portfolioRows(new Book(open.state));
    expect(after.map((row, i) => row === before[i])).toEqual([true, false, true]);
  });
});
