// Where the table is, which way it lies, and what each column means.
import { describe, expect, test } from 'vitest';
import { periodOf, roleOf, unitOf } from '#shared/intake/roles.ts';
import { imported, preview, refusal, workbook } from '#test/kit/table.ts';

const roles = async (headers: string, row: string) =>
  (await preview(`${headers}\n${row}\n`)).choice.mapping.columns.map(({ role }) => role);

describe('the header', () => {
  test('stands below a preamble; cells are named as the file has them', async () => {
    const run = await preview('Report of the office\nAll figures in £m\n\nid,project name,budget (£m)\nA1,One,TBC\n');
    expect(run.file.table.preamble).toEqual(['Report of the office', 'All figures in £m', '']);
    expect(run.plan.unread[0]).toMatchObject({ cell: 'C5', absence: 'notYet', text: 'TBC', of: 'A1' });
  });

  test('has line breaks, underscores and words in brackets', async () => {
    expect(
      await roles(
        'GMPP ID,PROJECT_NAME,Department,"Whole Life Cost\nBaseline (£m) (including Non-Government Costs)","TOTAL Baseline Benefits\n(£m)"',
        'A1,One,D,5,6',
      ),
    ).toEqual(['id', 'name', 'organisation', 'wholeLifeCost', 'benefit']);
  });

  test('colour_rating twice is the authority’s, then the sponsor’s', async () => {
    expect(await roles('id,name,colour_rating,colour_rating', 'A1,One,Red,Green')).toEqual([
      'id',
      'name',
      'confidence',
      'sponsorConfidence',
    ]);
    const run = await preview('id,name,colour_rating,colour_rating\nA1,One,Red,Green\n');
    expect(imported(run)).toMatchObject({ confidence: { rating: 'red' }, sponsorConfidence: { rating: 'green' } });
  });

  test('a second column of one meaning stays in the file', async () => {
    expect(await roles('id,project name,title,department', 'A1,One,Uno,D')).toEqual([
      'id',
      'name',
      'ignore',
      'organisation',
    ]);
  });

  test('in Arabic', async () => {
    expect(
      await roles(
        'رقم المشروع,اسم المشروع,الجهة,تاريخ البداية,تاريخ النهاية,التكلفة الكلية,المنافع',
        '1,أ,ب,2024-01-01,2025-01-01,5,6',
      ),
    ).toEqual(['id', 'name', 'organisation', 'start', 'end', 'wholeLifeCost', 'benefit']);
  });
});

test('a table on its side is turned, its cells keep their own names', async () => {
  const run = await preview(
    'Project name,One,Two\nID,A1,A2\nDepartment,Health,Roads\nWhole life cost (£m),5,Exempt under Section 43\nEnd date,2025-01-31,TBC\n',
  );
  expect(run.file.table.transposed).toBe(true);
  expect(run.plan.rows).toEqual({ read: 2, blank: 0, dropped: 0 });
  expect(imported(run)).toMatchObject({
    name: 'One',
    organisation: 'Health',
    wholeLifeCost: { minor: 500_000_000 },
    end: '2025-01-31',
  });
  expect(run.plan.unread.map(({ cell }) => cell)).toEqual(['C5', 'C4']);
});

test('a hidden sheet is searched only where nothing in sight holds a table', async () => {
  const { findTable } = await import('#shared/intake/layout.ts');
  const good = {
    name: 'secret',
    hidden: true,
    rows: [
      ['id', 'project name', 'department', 'budget'],
      ['A', 'Hidden', 'D', 1],
    ],
  };
  const plain = {
    name: 'seen',
    rows: [
      ['id', 'project name'],
      ['B', 'Seen'],
    ],
  };
  expect(findTable([good, plain])).toMatchObject({ ok: true, value: { sheet: 'seen' } });
  expect(findTable([good])).toMatchObject({ ok: true, value: { sheet: 'secret' } });
});

describe('years and months across', () => {
  test('a column a fiscal year becomes a plan by year', async () => {
    const run = await preview('id,project name,department,2022/23 (£m),2023-24 (£m),FY2025 (£m)\nA1,One,D,1,2.5,\n');
    expect(imported(run)).toMatchObject({
      'costPlan/2023': { minor: 100_000_000 },
      'costPlan/2024': { minor: 250_000_000 },
    });
  });

  test('months are added up to the fiscal year they lie in', async () => {
    const run = await preview('id,project name,department,Jan 2024,Feb 2024,Mar 2024,Apr 2024\nA1,One,D,1,2,3,4\n');
    const start = run.choice.mapping.fiscalYearStart ?? 1;
    expect(start).toBe(1);
    expect(imported(run)).toMatchObject({ 'costPlan/2024': { minor: 1_000 } });
  });

  test('Arabic months', async () => {
    const run = await preview('رقم المشروع,اسم المشروع,يناير 2024,فبراير 2024\n1,أ,1,2\n');
    expect(imported(run)).toMatchObject({ 'costPlan/2024': { minor: 300 } });
  });

  test('a month that cannot be read leaves no half a year behind', async () => {
    const run = await preview('id,project name,Jan 2024,Feb 2024\nA1,One,1,TBC\nA2,Two,1,\n');
    expect(imported(run, 0)['costPlan/2024']).toEqual({ absent: 'notYet', text: 'TBC' });
    expect(imported(run, 1)['costPlan/2024']).toMatchObject({ minor: 100 });
  });
});

test.each([
  ['2023/24', { kind: 'fiscalYear', year: 2024 }],
  ['FY 2023-2024', { kind: 'fiscalYear', year: 2024 }],
  ['1999/00', undefined],
  ['1999/2000', { kind: 'fiscalYear', year: 2000 }],
  ['2023-04', { kind: 'month', year: 2023, month: 4 }],
  ['2023-13', undefined],
  ['FY2023', { kind: 'fiscalYear', year: 2023 }],
  ['Apr 2023', { kind: 'month', year: 2023, month: 4 }],
  ["Sept '23", { kind: 'month', year: 2023, month: 9 }],
  ['أبريل 2023', { kind: 'month', year: 2023, month: 4 }],
  ['كانون الثاني 2024', { kind: 'month', year: 2024, month: 1 }],
  ['Marketing 2023', undefined],
  ['Decision 2023', undefined],
  ['Cost 2023', undefined],
  ['2023 outturn', undefined],
])('the header %j names the period %j', (header, wanted) => expect(periodOf(header)).toEqual(wanted));

test.each([
  ['Whole life cost (£m)', 'GBP', 6],
  ['Whole life cost (Â£m)', 'GBP', 6],
  ['Whole life cost (Łm)', 'GBP', 6],
  ['Whole life cost (Å£m)', 'GBP', 6],
  ['Cost (\ufffdm)', 'GBP', 6],
  ['Budget (SAR million)', 'SAR', 6],
  ['Budget (€bn)', 'EUR', 9],
  ["Budget (£'000)", 'GBP', 3],
  ['Budget (£000s)', 'GBP', 3],
  ['Budget ($)', 'USD', 0],
  ['Budget (KWD)', 'KWD', 0],
  ['التكلفة (مليون)', undefined, 6],
  ['Project name', undefined, undefined],
  ['Department management', undefined, undefined],
])('the header %j states %s × 10^%s', (header, currency, scale) => {
  expect(unitOf(header)?.currency).toBe(currency);
  expect(unitOf(header)?.scale).toBe(scale);
});

test.each([
  ['Project Name', 'name'],
  ['GMPP ID Number', 'id'],
  ['Project Start Date (Latest Approved)', 'start'],
  ['Departmental commentary on schedule', 'note'],
  ['Variance (%)', 'ignore'],
  ['', undefined],
  ['Anything else', undefined],
])('the header %j is %s', (header, role) => expect(roleOf(header)).toBe(role));

test('a header without a known word is shown to a person, who says what its columns mean', async () => {
  const run = await preview('Vorhaben;Haus;Summe\nBrücke;Straßen;5\nTunnel;Bahn;7\n');
  expect(run.choice.mapping.columns.map(({ role }) => role)).toEqual(['ignore', 'ignore', 'ignore']);
  expect(run.plan.problems).toEqual([{ code: 'intake.noNameColumn' }]);
  const known = await preview('department,budget\nHealth,5\nHealth,6\n');
  expect(known.plan.problems).toEqual([{ code: 'intake.noNameColumn' }]);
});

test('a table of one column is not taken for one', async () => {
  expect(await refusal('project name\nOne\nTwo\n')).toBe('intake.noHeader');
  expect(await refusal(await workbook({ Empty: [] }), 'empty.xlsx')).toMatch(/^(intake|sheet)\./);
});
