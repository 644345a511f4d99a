// The dry run says exactly what the import then does, and what cannot be imported leaves the book as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFile } from '#shared/acts/import-file.ts';
import { saveProfile } from '#shared/acts/save-profile.ts';
import { Book } from '#shared/domain/book.ts';
import { portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { dryRun, proposeImport } from '#shared/intake/dryrun.ts';
import { profileOf, withRole } from '#shared/intake/mapping.ts';
import { readTable } from '#shared/intake/read.ts';
import { canonical } from '#shared/kit/json.ts';
import { act, emptyBook, importInto, must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { plain } from '#test/kit/history.ts';
import { preview, utf8 } from '#test/kit/table.ts';

const csv = (rows: readonly (readonly string[])[]) =>
  utf8(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'));

const HEAD = [
  'GMPP ID',
  'Project name',
  'Department',
  'IPA delivery confidence',
  'End date',
  'Whole life cost (£m)',
  'Benefits (£m)',
];
const cell = {
  rating: fc.constantFrom('Red', 'Amber', 'Green', 'Amber/Red', '', 'Exempt under Section 43', 'purple'),
  day: fc.constantFrom('2025-03-31', '31/12/2026', '', 'TBC', '31/02/2020', 'Section 43'),
  money: fc.constantFrom(
    '1,065.90',
    '(30.69)',
    '5',
    '',
    '£3m',
    'Exempt under Section 43 of the Act 2000',
    'N/A',
    'about 5',
  ),
};
const row = fc.tuple(
  fc.constantFrom('One', 'Two', 'Three'),
  fc.constantFrom('Health', 'Roads'),
  cell.rating,
  cell.day,
  cell.money,
  cell.money,
);
const table = fc
  .array(row, { minLength: 1, maxLength: 6 })
  .map((rows) => csv([HEAD, ...rows.map(([name, ...rest], i) => [`A${i}`, `${name} ${i}`, ...rest])]));

describe(byChance('the dry run'), () => {
  test('shows, for every row, the values that stand once it was imported; twice over, the second shows none', () =>
    holds(
      fc.asyncProperty(table, table, async (first, second) => {
        const open = await emptyBook();
        const ctx = testContext();
        await importInto(open, ctx, 'p_2022.csv', first);
        const plan = await importInto(open, ctx, 'p_2023.csv', second);
        const book = new Book(open.state);
        const shown = portfolioRows(book);
        for (const difference of plan.differences) {
          const component = [...book.all('component')].find(
            (c) => c.name === difference.name && c.published?.asAt === plan.asAt,
          );
          expect(component).toBeDefined();
          for (const { field, after } of difference.fields) {
            const benefit = [...book.all('benefit')].find((b) => b.component === component?.id);
            const standing =
              field === 'value' ? benefit?.value : (component as unknown as Record<string, unknown>)[field];
            expect(canonical(standing ?? null)).toBe(canonical(after));
          }
        }
        expect(shown.filter(({ current }) => current)).toHaveLength(plan.rows.read);
        const again = await importInto(open, ctx, 'p_2023.csv', second);
        expect(again.differences.filter(({ state }) => state !== 'same')).toEqual([]);
        return true;
      }),
      times(60, 2_000),
    ));

  test('touches nothing by itself', () =>
    holds(
      fc.asyncProperty(table, async (bytes) => {
        const open = await emptyBook();
        const before = plain(open.state);
        const file = must(await readTable('p_2023.csv', bytes));
        const book = new Book(open.state);
        dryRun(book, file, proposeImport(book, file, testContext()), testContext());
        expect(plain(open.state)).toEqual(before);
        return true;
      }),
      times(20, 500),
    ));
});

const year = (named: number, rows: readonly (readonly string[])[]) => [`p_${named}.csv`, csv([HEAD, ...rows])] as const;
const one = (id: string, name: string, cost = '5') => [id, name, 'Health', 'Amber', '2025-03-31', cost, '7'];

describe('publication after publication', () => {
  test('rows are matched by id, whatever their name; who is no longer named leaves the totals', async () => {
    const open = await emptyBook();
    const ctx = testContext();
    await importInto(open, ctx, ...year(2022, [one('A1', 'One'), one('A2', 'Two')]));
    const plan = await importInto(open, ctx, ...year(2023, [one('A1', 'One renamed', '6'), one('A3', 'Three')]));
    expect(plan.differences.map(({ state }) => state)).toEqual(['changed', 'new']);
    expect(plan.unseen.map(({ name }) => name)).toEqual(['Two']);
    const totals = portfolioTotals(portfolioRows(new Book(open.state)));
    expect(totals).toMatchObject({ current: 2, past: 1, cost: { sums: [{ minor: 1_100_000_000 }] } });
  });

  test('an older one is refused with both dates, and the book stays as it was', async () => {
    const open = await emptyBook();
    const ctx = testContext();
    await importInto(open, ctx, ...year(2023, [one('A1', 'One')]));
    const before = plain(open.state);
    const [name, bytes] = year(2022, [one('A1', 'One')]);
    const file = must(await readTable(name, bytes));
    const choice = proposeImport(new Book(open.state), file, ctx);
    expect(await act(open, ctx, importFile, { file, choice })).toMatchObject({
      ok: false,
      problem: { code: 'intake.olderThanBook', args: { asAt: '2022-03-31', latest: '2023-03-31' } },
    });
    expect(plain(open.state)).toEqual(before);
  });

  test('a blank cell clears a figure that stood, in the same words as the preview', async () => {
    const open = await emptyBook();
    const ctx = testContext();
    await importInto(open, ctx, ...year(2022, [one('A1', 'One')]));
    const plan = await importInto(open, ctx, ...year(2023, [one('A1', 'One', '')]));
    expect(plan.differences[0]?.fields).toEqual([
      { field: 'wholeLifeCost', before: { minor: 500_000_000, currency: 'GBP' }, after: { absent: 'blank' } },
    ]);
    expect(portfolioTotals(portfolioRows(new Book(open.state))).cost).toMatchObject({
      count: 0,
      missing: { blank: 1 },
    });
  });
});

describe('refused, with the place', () => {
  test.each<[string, readonly (readonly string[])[], string, string]>([
    [
      'two rows with one id',
      [HEAD, one('A1', 'One'), one('A2', 'Two'), one('A1', 'Uno')],
      'intake.twoRowsOneId',
      'A2, A4',
    ],
    [
      'two rows without an id and one name',
      [HEAD.slice(1), one('', 'One').slice(1), one('', 'One').slice(1)],
      'intake.twoRowsOneId',
      'A2, A3',
    ],
    ['a line of totals', [HEAD, one('A1', 'One'), ['', '', '', '', '', '5', '7']], 'intake.namelessRow', 'A3'],
    ['a name longer than any', [HEAD, one('A1', 'x'.repeat(1_001))], 'intake.badCell', 'A2'],
    ['a text longer than any', [HEAD, ['A1', 'One', 'y'.repeat(20_001), '', '', '', '']], 'intake.badCell', 'A2'],
  ])('%s', async (_, rows, code, path) => {
    const { plan, file, choice } = await preview(csv(rows));
    expect(plan.problems[0]).toMatchObject({ code, path });
    const open = await emptyBook();
    expect(await act(open, testContext(), importFile, { file, choice })).toMatchObject({
      ok: false,
      problem: { code },
    });
    expect(open.state.order).toEqual([]);
  });
});

test('a way of reading that was saved is used again, in whatever order the columns come', async () => {
  const open = await emptyBook();
  const ctx = testContext();
  const file = must(
    await readTable('a.csv', utf8('Ref,What,Owner body,Money,Other money,Stage\n1,One,Health,5,6,Build\n')),
  );
  const proposed = proposeImport(new Book(open.state), file, ctx).mapping;
  const corrected = [
    ['What', 'name'],
    ['Money', 'wholeLifeCost'],
    ['Owner body', 'organisation'],
  ].reduce(
    (mapping, [header, role]) => withRole(mapping, file.table.headers.indexOf(header as string), role as never),
    { ...proposed, currency: 'SAR', scale: 3 },
  );
  must(await act(open, ctx, saveProfile, profileOf('Ministry', file.table, corrected)));
  const next = must(
    await readTable('b.csv', utf8('Money,Other money,Owner body,Ref,What,New one,Stage\n7,6,Roads,2,Two,x,Plan\n')),
  );
  const { mapping } = proposeImport(new Book(open.state), next, ctx);
  expect(mapping).toMatchObject({ profile: 'Ministry', currency: 'SAR', scale: 3 });
  expect(mapping.columns.map(({ role }) => role)).toEqual([
    'wholeLifeCost',
    'ignore',
    'organisation',
    'id',
    'name',
    'ignore',
    'stage',
  ]);
});
