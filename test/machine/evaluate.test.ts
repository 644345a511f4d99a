// `mizan evaluate` as a person runs it: the worth of a book, the same as the engine says, and as it stood on a date.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { Book } from '#shared/domain/book.ts';
import { writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { appraise } from '#shared/value/appraisal.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { act, must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { type Desk, desk, month } from '#test/kit/ledger.ts';

let folder = '';
let at: Desk;
let clinics: RecordId;
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  at = await desk(7, {
    valuationDate: '2025-04-01',
    discount: { preset: 'flat', rate: 0.1, kind: 'real' },
    perspective: 'society',
  });
  const pounds = (amount: number) => ({ minor: amount * 100, currency: 'GBP' });
  clinics = await at.add('component', {
    name: 'Clinics',
    'costPlan/2026': pounds(1000),
    'costPlan/2025': pounds(77),
  });
  await at.add('component', { name: 'Nothing yet' });
  const benefit = await at.add('benefit', {
    title: 'Fewer visits',
    component: clinics,
    category: 'nonCashable',
    start: '2025-04-01',
    confidence: 50,
  });
  const measure = await at.add('measure', {
    name: 'Visits avoided',
    benefit,
    unit: 'GBP',
    direction: 1,
    startValue: 0,
    rollUp: 'flow',
  });
  const years = [0, 300, 400, 500, 200];
  const values = years
    .flatMap((year) => Array.from({ length: 12 }, () => year / 10))
    .map((x) => Math.round(x * 10) / 12);
  must(
    await act(at.open, at.ctx, rebaseline, {
      measure,
      reason: 'First plan',
      from: month('2025-04'),
      values: values.map((x) => Math.round(x * 100) / 100),
    }),
  );
  await at.add('measure', { name: 'Feeling better', benefit, unit: '%', direction: 1, startValue: 3 });
  at.ctx.tick(86_400_000 * 400);
  await at.add('component', { name: 'A year later' });
  const changes = (await at.open.store.readSince(0)).map(({ change }) => change);
  const book = idFromBytes(new Uint8Array(16)) as BookId;
  writeFileSync(join(folder, 'book.mizan'), writeBook({ book, changes }));
});
afterAll(() => removeFolder(folder));

interface Told {
  asAt: string;
  components: ({ name: string; status: { status: string; why: string } } & Record<string, never>)[];
  total: Record<string, never>;
  leftOut: unknown[];
  terms: unknown;
}
const evaluate = async (...more: string[]): Promise<Told> => {
  const ran = await mizan(folder, ['evaluate', 'book.mizan', '--json', ...more]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as Told;
};

test('a component’s figures are the engine’s, in pounds', async () => {
  const told = await evaluate('--as-at', '2026-12-31');
  const book = new Book(at.open.state);
  const engine = appraise(book, bookValue(book, '2026-12-31' as Day), clinics).figures;
  expect(told.components[0]).toMatchObject({
    name: 'Clinics',
    cost: { total: 1000, sunk: 77, byYear: { 2026: 1000, 2027: 0 } },
    npv: expect.closeTo((engine?.npv ?? 0) / 100, 9),
    bcr: expect.closeTo(engine?.bcr ?? 0, 9),
    irr: { kind: 'one', rate: expect.closeTo(0.1532, 3) },
    mirr: expect.closeTo(0.1305, 3),
    payback: { kind: 'years', years: expect.closeTo(2.6, 3) },
    status: { status: 'notReported', why: 'worst' },
    benefit: {
      cashable: { gross: 0 },
      nonCashable: {
        gross: expect.closeTo(1400, 0),
        attributed: expect.closeTo(1400, 0),
        riskAdjusted: expect.closeTo(700, 0),
      },
      social: { gross: 0 },
    },
  });
  expect(told.total).toMatchObject({ appraised: 1, components: 2, npv: expect.closeTo(115.5, 0) });
  expect(told.terms).toMatchObject({
    rate: 'flat',
    firstRate: 0.1,
    timing: 'start',
    perspective: 'society',
    priceBase: { kind: 'real', year: 2023 },
    valuationDate: '2025-04-01',
  });
});

test('what cannot be appraised or counted is named with its reason', async () => {
  const told = await evaluate('--as-at', '2026-12-31');
  expect(told.components[1]).toMatchObject({ npv: null, irr: null, whyNone: { code: 'value.noCostByYear' } });
  expect(told.total.notAppraised).toMatchObject([{ code: 'value.noCostByYear', components: ['Nothing yet'] }]);
  expect(told.leftOut).toMatchObject([{ why: 'noUnitValue', measures: [{ measure: 'Feeling better' }] }]);
});

test('as at a date: only what was known by then', async () => {
  expect((await evaluate('--as-at', '2026-12-31')).components).toHaveLength(2);
  expect((await evaluate('--as-at', '2028-12-31')).components).toHaveLength(3);
  expect((await evaluate('--as-at', '2020-12-31')).components).toHaveLength(0);
});

test('said in sentences, and a date that is none is refused', async () => {
  const { out } = await mizan(folder, ['evaluate', 'book.mizan', '--as-at', '2026-12-31']);
  expect(out).toContain('As at 31 Dec 2026, benefits: 1.');
  expect(out).toContain('Appraised components: 1 of 2. Cost £1,000; NPV £116 at 10%, Society; BCR 1.12; IRR 15.3');
  expect(out).toContain('Measures outside all money totals: 1.');
  const wrong = await mizan(folder, ['evaluate', 'book.mizan', '--as-at', 'soon']);
  expect([wrong.code, wrong.err]).toEqual([1, '“soon” is not a date. Write it as 2023-03-31.\n']);
});
