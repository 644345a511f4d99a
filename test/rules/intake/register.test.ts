// A benefits register comes in: rows per benefit, months across, series rows; twice changes nothing; bad input at its cell.
import { describe, expect, test } from 'vitest';
import { addRecord } from '#shared/acts/add-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { importFile } from '#shared/acts/import-file.ts';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { saveProfile } from '#shared/acts/save-profile.ts';
import type { OpenBook } from '#shared/change/commit.ts';
import { Book } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { dryRun, proposeImport } from '#shared/intake/dryrun.ts';
import { profileOf } from '#shared/intake/mapping.ts';
import type { ImportPlan } from '#shared/intake/plan.ts';
import { readTable } from '#shared/intake/read.ts';
import { monthHeader } from '#shared/intake/register-roles.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { asDay, type Day, monthIndex, monthKey } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { act, emptyBook, importInto, must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { plain } from '#test/kit/history.ts';
import { utf8, workbook } from '#test/kit/table.ts';

const month = (text: string) => monthIndex(`${text}-01` as Day);

async function bookWith(...components: string[]): Promise<{ open: OpenBook; ctx: ReturnType<typeof testContext> }> {
  const open = await emptyBook();
  const ctx = testContext();
  for (const name of components)
    must(await act(open, ctx, addRecord, { kind: 'component', record: newRecordId(ctx), values: { name } }));
  return { open, ctx };
}

async function planned(open: OpenBook, text: string, name = 'register.csv'): Promise<ImportPlan> {
  const ctx = testContext();
  const book = new Book(open.state);
  const file = must(await readTable(name, utf8(text)));
  return dryRun(book, file, proposeImport(book, file, ctx), ctx);
}

function benefitOf(open: OpenBook, title: string) {
  const book = new Book(open.state);
  const benefit = [...book.all('benefit')].find((each) => each.title === title);
  if (!benefit) throw new Error(`no benefit ${title}`);
  const [measure] = measuresOf(book, benefit);
  return { book, benefit, measure, owner: book.get('person', benefit.owner)?.name };
}

const REGISTER = `Benefits register of the clinics programme

Benefit ID,Benefit title,Programme,Benefit owner,Owner email,Category,For whom,KPI,Unit,Baseline,Target,Frequency,Roll-up,Confidence,State,Plan Apr 2024,Plan May 2024,Plan Jun 2024,Actual Apr 2024,Actual May 2024
B1,Shorter waiting,Clinics,Amal Haddad,amal@example.org,Quantitative,Patients,Waiting time,days,40,20,Monthly,Stock,70%,Realising,38,36,34,39,37
B2,Fewer forms,clinics,Sam Reed,,Cashable,Staff,Forms,forms,1000,"2,500",quarterly,flow,80%,,10,20,30,,
B3,Calmer wards,Unknown place,Amal Haddad,,Wobbly,Nurses,Complaints,%,30,10,,,,,,,,,
`;

describe('a register with months across', () => {
  test('is found below its preamble; benefits, measures, people and series come in', async () => {
    const { open, ctx } = await bookWith('Clinics');
    const plan = await importInto(open, ctx, 'register.csv', utf8(REGISTER));
    expect(plan.rows).toEqual({ read: 3, blank: 0, dropped: 0 });
    expect(plan.differences.map(({ state }) => state)).toEqual(['new', 'new', 'new']);
    const waiting = benefitOf(open, 'Shorter waiting');
    expect(waiting.owner).toBe('Amal Haddad');
    expect(waiting.benefit).toMatchObject({
      sourceId: 'B1',
      category: 'quantitative',
      beneficiary: 'Patients',
      confidence: 70,
      state: 'realising',
      start: '2024-04-01',
      leadMeasure: waiting.measure?.id,
    });
    expect(waiting.book.get('component', waiting.benefit.component)?.name).toBe('Clinics');
    expect(waiting.measure).toMatchObject({
      name: 'Waiting time',
      unit: 'days',
      direction: -1,
      startValue: 40,
      target: 20,
      cadence: 'monthly',
      rollUp: 'stock',
    });
    expect(waiting.measure?.['plan1@']).toEqual({ from: 0, values: [38, 36, 34] });
    expect(waiting.measure?.['actual@']).toEqual({ from: month('2024-04'), values: [39, 37] });
    const people = [...waiting.book.all('person')];
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Amal Haddad', 'amal@example.org'],
      ['Sam Reed', undefined],
    ]);
    // per cent are a ratio where nothing else is said
    expect(benefitOf(open, 'Calmer wards').measure).toMatchObject({ unit: '%', rollUp: 'ratio', direction: -1 });
  });

  test('what is not known stops nothing and is told at its cell', async () => {
    const { open } = await bookWith('Clinics');
    const plan = await planned(open, REGISTER);
    expect(plan.problems).toEqual([]);
    expect(plan.doubts?.map(({ code, path }) => [code, path])).toEqual([
      ['intake.unknownComponent', 'C6'],
      ['intake.unknownWord', 'F6'],
    ]);
    expect(plan.unread.find(({ cell }) => cell === 'F6')).toMatchObject({
      absence: 'unreadable',
      text: 'Wobbly',
      of: 'B3',
    });
  });

  test('twice changes nothing; a change is only what changed, and a blank clears no reading', async () => {
    const { open, ctx } = await bookWith('Clinics');
    await importInto(open, ctx, 'register.csv', utf8(REGISTER));
    const again = await importInto(open, ctx, 'register.csv', utf8(REGISTER));
    expect(again.differences.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
    expect(again.writes.filter(({ kind }) => kind !== 'source')).toEqual([]);
    const changed = REGISTER.replace('38,36,34,39,37', '38,35,34,39,').replace('Sam Reed', 'Noor Aziz');
    const plan = await importInto(open, ctx, 'register.csv', utf8(changed));
    expect(plan.differences.map(({ state }) => state)).toEqual(['changed', 'changed', 'same']);
    expect(plan.differences[0]?.months).toEqual([
      { series: 'plan', month: month('2024-05'), cell: 'Q4', before: 36, after: 35 },
    ]);
    expect(plan.differences[1]?.fields).toEqual([{ field: 'owner', before: 'Sam Reed', after: 'Noor Aziz' }]);
    expect(benefitOf(open, 'Shorter waiting').measure?.['actual@']?.values).toEqual([39, 37]);
    expect([...new Book(open.state).all('handover')]).toHaveLength(1);
  });

  test('an approved plan is not overwritten: the row says that it is re-baselined', async () => {
    const { open, ctx } = await bookWith('Clinics');
    await importInto(open, ctx, 'register.csv', utf8(REGISTER));
    const { measure } = benefitOf(open, 'Shorter waiting');
    const id = measure?.id as NonNullable<typeof measure>['id'];
    must(
      await act(open, ctx, rebaseline, { measure: id, reason: 'first', from: month('2024-04'), values: [38, 36, 34] }),
    );
    expect((await planned(open, REGISTER)).doubts?.some(({ code }) => code === 'intake.planApproved')).toBe(false);
    const plan = await importInto(open, ctx, 'r.csv', utf8(REGISTER.replace('38,36,34', '38,30,31')));
    expect(plan.doubts?.[0]).toMatchObject({ code: 'intake.planApproved', path: 'Q4', args: { count: 2 } });
    expect(benefitOf(open, 'Shorter waiting').measure?.['plan1@']?.values).toEqual([38, 36, 34]);
  });

  test('without ids a benefit is known by its title within its component', async () => {
    const text = 'Benefit,Project,Owner,Target\nSavings,North,A,5\nSavings,South,B,6\n';
    const { open, ctx } = await bookWith('North', 'South');
    await importInto(open, ctx, 'r.csv', utf8(text));
    const again = await importInto(open, ctx, 'r.csv', utf8(text.replace('South,B,6', 'South,B,7')));
    expect(again.differences.map(({ state }) => state)).toEqual(['same', 'changed']);
    expect([...new Book(open.state).all('benefit')]).toHaveLength(2);
  });

  test('a benefit that came in without its component gets it when the book knows it', async () => {
    const { open, ctx } = await bookWith();
    const text = 'Benefit,Project,Owner,Target\nSavings,North,A,5\n';
    await importInto(open, ctx, 'r.csv', utf8(text));
    must(await act(open, ctx, addRecord, { kind: 'component', record: newRecordId(ctx), values: { name: 'North' } }));
    const plan = await importInto(open, ctx, 'r.csv', utf8(text));
    expect(plan.differences[0]?.fields).toEqual([{ field: 'component', before: null, after: 'North' }]);
    expect([...new Book(open.state).all('benefit')]).toHaveLength(1);
  });
});

describe('rows for each series', () => {
  const ROWS = `Benefit,Owner,Measure,Type,2025-04,2025-05,2025-06
Savings,Amal,Spend,Plan,10,20,30
,,,Forecast,,25,35
,,,Actual,9,,
Visits,Sam,Visits,Baseline,1,2,3
`;
  test('belong to one benefit, also where its name is said once; a baseline alone is the plan', async () => {
    const { open, ctx } = await bookWith();
    const plan = await importInto(open, ctx, 'r.csv', utf8(ROWS));
    expect(plan.rows.read).toBe(4);
    expect(plan.differences).toHaveLength(2);
    const { measure } = benefitOf(open, 'Savings');
    expect(measure?.['plan1@']).toEqual({ from: 0, values: [10, 20, 30] });
    expect(measure?.['forecast@']).toEqual({ from: 1, values: [25, 35] });
    expect(measure?.['actual@']).toEqual({ from: month('2025-04'), values: [9] });
    expect(benefitOf(open, 'Visits').measure?.['plan1@']?.values).toEqual([1, 2, 3]);
  });

  test('a baseline beside a plan is what would be without the benefit', async () => {
    const { open, ctx } = await bookWith();
    await importInto(open, ctx, 'r.csv', utf8(ROWS.replace('Actual,9', 'Baseline,5')));
    expect(benefitOf(open, 'Savings').measure?.['counterfactual@']).toEqual({ from: month('2025-04'), values: [5] });
  });
});

test('a workbook with real dates in its header, in Arabic words, and one lying on its side', async () => {
  const arabic = await workbook({
    السجل: [
      [
        'رقم المنفعة',
        'المنفعة',
        'مالك المنفعة',
        'مؤشر القياس',
        'الوحدة',
        'خط الأساس',
        'المستهدف',
        'الحالة',
        'فعلي أبريل 2025',
        { day: '2025-05-01' },
      ],
      ['م1', 'تقليل الانتظار', 'أمل', 'مدة الانتظار', 'يوم', 40, 20, 'قيد التحقيق', 38, 36],
    ],
  });
  const { open, ctx } = await bookWith();
  await importInto(open, ctx, 'سجل.xlsx', arabic);
  const { benefit, measure } = benefitOf(open, 'تقليل الانتظار');
  expect(benefit).toMatchObject({ state: 'realising', sourceId: 'م1' });
  expect(measure?.['actual@']).toEqual({ from: month('2025-04'), values: [38] });
  expect(measure?.['plan1@']).toEqual({ from: 0, values: [36] });

  const side = 'Benefit,Savings,Visits\nOwner,A,B\nMeasure,Spend,Visits\nTarget,5,6\nApr 2025,1,2\nMay 2025,3,4\n';
  const turned = await bookWith();
  const plan = await importInto(turned.open, turned.ctx, 'r.csv', utf8(side));
  expect(plan.rows.read).toBe(2);
  expect(benefitOf(turned.open, 'Visits').measure?.['plan1@']?.values).toEqual([2, 4]);
});

test.each<[string, string | undefined]>([
  ['Apr 2025', '2025-04'],
  ['2025-04', '2025-04'],
  ['04/2025', '2025-04'],
  ['2025-04-01', '2025-04'],
  ['أبريل 2025', '2025-04'],
  ['Plan Apr 2025', '2025-04 plan'],
  ['Apr 2025 (actual)', '2025-04 actual'],
  ['Forecast: 2025-04', '2025-04 forecast'],
  ['Actual - Apr-25', '2025-04 actual'],
  ['الفعلي أبريل 2025', '2025-04 actual'],
  ['Baseline', undefined],
  ['Target 2025', undefined],
  ['Phase 2', undefined],
])('the header %s', (header, said) => {
  const found = monthHeader(header);
  expect(found && [monthKey(found.month), found.series].filter(Boolean).join(' ')).toBe(said);
});

describe('refused at the cell, the book as it was', () => {
  const head = 'Benefit,Owner,Measure,Unit,Baseline,Baseline date,Target,Target date,Roll-up,Confidence';
  const row = (cells: string) => `${head}\n${cells}\n`;
  test.each<[string, string, string, string]>([
    ['start value equals target', row('S,A,M,days,5,,5,,,'), 'intake.measure.startIsTarget', 'G2'],
    [
      'target before the start',
      row('S,A,M,days,5,2025-05-01,6,2025-04-01,,'),
      'intake.measure.targetBeforeStart',
      'H2',
    ],
    ['a ratio summed', row('S,A,M,%,5,,6,,flow,'), 'intake.measure.ratioSummed', 'I2'],
    ['text for a number', row('S,A,M,days,about five,,6,,,'), 'intake.notANumber', 'E2'],
    ['a confidence over 100', row('S,A,M,days,5,,6,,,140'), 'intake.notAPercent', 'J2'],
    ['a reading to come', 'Benefit,Owner,Target,Actual Apr 2199\nS,A,5,3\n', 'intake.inFuture', 'D2'],
    ['a month twice', 'Benefit,Owner,Target,Apr 2025,2025-04\nS,A,5,3,4\n', 'intake.monthTwice', 'D1, E1'],
    ['text in a month', 'Benefit,Owner,Target,Apr 2025\nS,A,5,soon enough\n', 'intake.notANumber', 'D2'],
    ['two rows of one benefit', 'Benefit,Owner,Target\nS,A,5\ns,A,6\n', 'intake.twoRowsOneBenefit', 'A2, A3'],
    ['a line of totals', 'Benefit,Owner,Target\nS,A,5\n,,6\n', 'intake.untitledRow', 'A3'],
    [
      'rows that disagree',
      'Benefit,Owner,Target,Type,Apr 2025\nS,A,5,Plan,1\nS,B,5,Forecast,2\n',
      'intake.rowsDisagree',
      'B2, B3',
    ],
    ['a series nobody knows', 'Benefit,Owner,Target,Type,Apr 2025\nS,A,5,Dream,1\n', 'intake.unknownSeries', 'D2'],
  ])('%s', async (_, text, code, path) => {
    const { open, ctx } = await bookWith();
    const before = plain(open.state);
    const file = must(await readTable('r.csv', utf8(text)));
    const choice = proposeImport(new Book(open.state), file, ctx);
    const plan = dryRun(new Book(open.state), file, choice, ctx);
    expect(plan.problems.map((each) => [each.code, each.path])).toContainEqual([code, path]);
    expect(await act(open, ctx, importFile, { file, choice })).toMatchObject({ ok: false });
    expect(plain(open.state)).toEqual(before);
    for (const language of ['en', 'ar'] as const)
      expect(createWords({ language }).problem(plan.problems[0] as never)).not.toMatch(/\{\{|intake\./);
  });
});

test('typed nulls are kept beside the field and write nothing', async () => {
  const { open } = await bookWith();
  const plan = await planned(open, 'Benefit,Owner,Baseline,Target,Apr 2025\nS,A,TBC,5,N/A\n');
  expect(plan.problems).toEqual([]);
  expect(plan.unread.map(({ cell, absence }) => [cell, absence])).toEqual([
    ['C2', 'notYet'],
    ['E2', 'notGiven'],
  ]);
});

test('a start that moved in the file moves the profile; one that follows a milestone is left', async () => {
  const { open, ctx } = await bookWith();
  const text = 'Benefit,Owner,Target,Start date,Apr 2025,May 2025\nS,A,5,2025-04-01,1,2\n';
  await importInto(open, ctx, 'r.csv', utf8(text));
  const plan = await planned(open, text.replace('2025-04-01', '2025-03-01'));
  expect(plan.differences[0]?.fields).toEqual([{ field: 'start', before: '2025-04-01', after: '2025-03-01' }]);
  const { benefit } = benefitOf(open, 'S');
  const milestone = newRecordId(ctx);
  const values = { title: 'Go live', plan: asDay(2025, 4, 1) };
  must(await act(open, ctx, addRecord, { kind: 'milestone', record: milestone, values }));
  const edit = { kind: 'benefit' as const, record: benefit.id, values: { startMilestone: milestone } };
  must(await act(open, ctx, editField, edit));
  const left = await planned(open, text.replace('2025-04-01', '2025-03-01'));
  expect(left.doubts?.map(({ code }) => code)).toContain('intake.startByMilestone');
});

test('columns named by hand are remembered in a profile, and what its months hold', async () => {
  const { open, ctx } = await bookWith();
  const file = must(await readTable('a.csv', utf8('Benefit,Owner,KPI,Jan 2024\nS,A,M,3\n')));
  const { mapping } = proposeImport(new Book(open.state), file, ctx);
  expect(mapping).toMatchObject({ subject: 'benefits', monthsHold: 'plan' });
  must(await act(open, ctx, saveProfile, profileOf('Ours', file.table, { ...mapping, monthsHold: 'actual' })));
  const later = must(await readTable('b.csv', utf8('Benefit,Owner,KPI,Feb 2024\nS,A,M,4\n')));
  expect(proposeImport(new Book(open.state), later, ctx).mapping).toMatchObject({
    profile: 'Ours',
    monthsHold: 'actual',
  });
});

test('a portfolio is still a portfolio, and its rows may be said to be benefits by hand', async () => {
  const { open, ctx } = await bookWith();
  const text = 'Title,Owner,Benefits (£m)\nOne,A,5\n';
  const file = must(await readTable('p.csv', utf8(text)));
  expect(proposeImport(new Book(open.state), file, ctx).mapping.subject).toBeUndefined();
  const byHand = proposeImport(new Book(open.state), file, ctx, 'benefits');
  expect(dryRun(new Book(open.state), file, byHand, ctx).differences[0]).toMatchObject({ name: 'One', state: 'new' });
});
