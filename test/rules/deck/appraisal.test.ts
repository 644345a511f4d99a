// The appraisal's workbook recomputes to the figures of shared/value: as written, and again after inputs were changed in it.
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AppraisalCase, figuresOf, scheduleOf } from '#shared/deck/appraisalFigures.ts';
import { appraisalSheets } from '#shared/deck/appraisalSheet.ts';
import type { Cell, ReadSheet } from '#shared/sheet/model.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { writeWorkbook } from '#shared/sheet/write.ts';
import { figuresOf as engineFigures } from '#shared/value/appraisal.ts';
import { createWords, type Words } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';
import { lacks } from '#test/kit/lacks.ts';
import { NO_SCHEMAS, recomputed, schemaFaults, schemasHere } from '#test/kit/office.ts';
import { calcCommand } from '../../../electron/cli/calc.ts';

const english = createWords({ language: 'en' });
const base = {
  currency: 'GBP',
  firstYear: 2026,
  discount: { preset: 'flat', rate: 0.1 },
  timing: 'start',
  financeRate: 0.1,
  reinvestRate: 0.1,
} as const;
const caseOf = (title: string, flows: readonly number[], more: Partial<AppraisalCase> = {}): AppraisalCase => ({
  ...base,
  title,
  costs: flows.map((flow) => Math.max(0, -flow)),
  benefits: flows.map((flow) => Math.max(0, flow)),
  ...more,
});
const FLOWS = [-1000, 300, 400, 500, 200];
const LONG = Array.from({ length: 90 }, (_, year) => (year < 4 ? -250 : 40));
const CASES: readonly AppraisalCase[] = [
  caseOf('Worked', FLOWS),
  caseOf('Middle', FLOWS, { timing: 'mid' }),
  caseOf('End', FLOWS, { timing: 'end' }),
  caseOf('Several', [-100, 230, -132]),
  caseOf('No root', [-100, 200, -150]),
  caseOf('Only income', [100, 200]),
  caseOf('Only cost', [-100, 0]),
  caseOf('Never', [-100, 30, 30]),
  caseOf('Lost again', [-100, 150, -100, 30]),
  caseOf('Late', [0, 0, -100, 0, 200, 0]),
  caseOf('One year', [-5]),
  caseOf('Tenths', [-0.4, 0.1, 0.3]),
  caseOf('At once', [100, -50]),
  caseOf('Income first', [100, -150, 100]),
  caseOf('Earned within the year', [], { costs: [10, 10], benefits: [12, 15] }),
  caseOf('Gross', [], { costs: [1000, 50, 50, 50], benefits: [100, 500, 500, 700] }),
  caseOf('Three changes, one rate', [-1000, 900, -100, 800]),
  caseOf('Schedule', LONG, { discount: { preset: 'uk' }, firstYear: 2030, financeRate: 0.035, reinvestRate: 0.03 }),
  caseOf('Schedule, middle', LONG, { discount: { preset: 'uk' }, timing: 'mid', currency: 'SAR' }),
  caseOf('Schedule, end', LONG, { discount: { preset: 'uk' }, timing: 'end', currency: 'SAR' }),
];

const written = (cases: readonly AppraisalCase[], words: Words = english) =>
  writeWorkbook(appraisalSheets(cases, { words, priceBase: 'Real, 2025', perspective: 'Society' }), {
    rtl: words.direction === 'rtl',
    created: 0,
  });

/** What a case's row in the table of all says, by the head of each column. */
function tableOf(sheets: readonly ReadSheet[], words: Words = english): Map<string, Map<string, Cell>> {
  const rows = sheets.find(({ name }) => name === words.say('appraisal.summary'))?.rows ?? [];
  const top = rows.findIndex(([title]) => title === words.say('appraisal.case'));
  const heads = rows[top] ?? [];
  return new Map(
    rows
      .slice(top + 1)
      .map((row) => [String(row[0]), new Map(heads.map((name, at) => [String(name), row[at] ?? null]))]),
  );
}

function expected(one: AppraisalCase, words: Words = english): Record<string, string | number> {
  const figures = figuresOf(one);
  const nothing = words.say('appraisal.nothingSpent');
  const back = ({ payback }: { payback: typeof figures.payback }) =>
    payback.kind === 'years' ? payback.years : payback.kind === 'never' ? words.say('appraisal.never') : nothing;
  return {
    npv: figures.npv,
    pvBenefits: figures.pvBenefits,
    pvCosts: figures.pvCosts,
    totalCost: figures.totalCost,
    totalBenefit: figures.totalBenefit,
    bcr: figures.bcr ?? nothing,
    roiSimple: figures.roiSimple ?? nothing,
    roiDiscounted: figures.roiDiscounted ?? nothing,
    irr:
      figures.irr === 'several'
        ? words.say('appraisal.irrSeveral')
        : figures.irr === 'none'
          ? words.say('appraisal.irrNone')
          : figures.irr,
    mirr: figures.mirr ?? words.say('appraisal.mirrNone'),
    payback: back(figures),
    discountedPayback: back({ payback: figures.discountedPayback }),
  };
}

function agree(cases: readonly AppraisalCase[], sheets: readonly ReadSheet[], words: Words = english): void {
  const table = tableOf(sheets, words);
  const faults = cases.flatMap((one) =>
    Object.entries(expected(one, words)).flatMap(([key, wanted]) => {
      const found = table.get(one.title)?.get(words.sayAny(`appraisal.${key}`));
      const same =
        typeof wanted === 'number'
          ? typeof found === 'number' && Math.abs(found - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted))
          : found === wanted;
      return same ? [] : [`${one.title} ${key}: ${found} instead of ${wanted}`];
    }),
  );
  expect(faults).toEqual([]);
}

const noOffice = (): boolean => {
  if (!lacks('soffice')) return false;
  console.warn('Skipped: LibreOffice (soffice) is not installed, so the appraisal is not recomputed.');
  return true;
};

describe('as written', () => {
  let sheets: readonly ReadSheet[];
  beforeAll(async () => {
    sheets = must(await readWorkbook(await written(CASES)));
  });
  test('a viewer that does not recompute shows what shared/value says', () => agree(CASES, sheets));
  test('the worked stream gives the figures known from outside', () => {
    const row = (title: string) => tableOf(sheets).get(title);
    expect(row('Worked')?.get('NPV')).toBeCloseTo(115.5659, 4);
    expect(row('Middle')?.get('NPV')).toBeCloseTo(110.1877, 4);
    expect(row('End')?.get('NPV')).toBeCloseTo(105.0599, 4);
    expect(row('Worked')?.get('IRR')).toBeCloseTo(0.153221, 6);
    expect(row('Worked')?.get('MIRR')).toBeCloseTo(0.130489, 6);
    expect(row('Worked')?.get('BCR')).toBeCloseTo(1.115566, 6);
    expect(row('Worked')?.get('Payback, years from first spend')).toBeCloseTo(2.6, 9);
    expect(row('Worked')?.get('Discounted payback, years')).toBeCloseTo(3.154, 3);
    expect(row('Worked')?.get('ROI, simple (undiscounted)')).toBeCloseTo(0.4, 9);
    expect(row('Worked')?.get('ROI, discounted')).toBeCloseTo(0.115566, 6);
    expect(row('Several')?.get('IRR')).toBe('not unique: use MIRR');
  });
  test('is valid against ISO 29500', async (ctx) => {
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(schemaFaults(await written(CASES))).toEqual([]);
  });
  test('and so does the engine that appraises components', () => {
    for (const one of CASES) {
      const mine = figuresOf(one);
      const { timing, financeRate, reinvestRate } = one;
      const terms = { schedule: scheduleOf(one), timing, financeRate, reinvestRate };
      const theirs = engineFigures(one.costs, one.benefits, terms);
      expect(mine.npv, one.title).toBeCloseTo(theirs.npv, 9);
      expect(mine.bcr ?? 0).toBeCloseTo(theirs.bcr ?? 0, 9);
      expect(mine.roiSimple ?? 0).toBeCloseTo(theirs.roiSimple ?? 0, 9);
      expect(mine.mirr).toBe(theirs.mirr);
      expect(mine.irr).toBe(theirs.irr.kind === 'one' ? theirs.irr.rate : theirs.irr.kind);
    }
  });
  test('money of tenths that comes back to the last one is back', () => {
    expect(tableOf(sheets).get('Tenths')?.get('Payback, years from first spend')).toBe(2);
  });
  test('no case, no sheets', () => {
    expect(appraisalSheets([], { words: english, priceBase: '', perspective: '' })).toEqual([]);
  });
});

describe.each(['en', 'ar'] as const)('recomputed by a spreadsheet: %s', (language) => {
  const words = createWords({ language });
  test('every figure is the same', async () => {
    if (noOffice()) return;
    const before = must(await readWorkbook(await written(CASES, words)));
    const after = must(await readWorkbook(recomputed(await written(CASES, words))));
    agree(CASES, after, words);
    for (const [at, sheet] of before.entries()) {
      const faults = sheet.rows.flatMap((row, r) =>
        row.flatMap((cell, c) => (alike(cell, after[at]?.rows[r]?.[c] ?? null) ? [] : [`${sheet.name} ${r + 1},${c}`])),
      );
      expect(faults).toEqual([]);
    }
  }, 60_000);
});

const alike = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))
    : JSON.stringify(a || null) === JSON.stringify(b || null);

/** The file with other numbers in some of its input cells, as somebody typing in a spreadsheet would leave it. */
function edited(bytes: Uint8Array<ArrayBuffer>, sheet: number, changes: Readonly<Record<string, number>>) {
  const parts = unzipSync(bytes);
  const path = `xl/worksheets/sheet${sheet}.xml`;
  let xml = strFromU8(parts[path] as Uint8Array);
  for (const [cell, value] of Object.entries(changes)) {
    const place = new RegExp(`(<c r="${cell}"[^>]*>)<v>[^<]*</v>`);
    expect(xml).toMatch(place);
    xml = xml.replace(place, `$1<v>${value}</v>`);
  }
  return zipSync({ ...parts, [path]: strToU8(xml) });
}

describe('after a change in the file', () => {
  test('a flow, the rate, the timing and the finance rate: what `mizan calc` says of the new inputs', async () => {
    if (noOffice()) return;
    let bytes = await written([caseOf('Worked', FLOWS)]);
    bytes = edited(bytes, 1, { B5: 0.07, B6: 0.5, B7: 0.05 });
    bytes = edited(bytes, 2, { D5: 650 });
    const row = tableOf(must(await readWorkbook(recomputed(bytes)))).get('Worked');
    const options = {
      cashflow: '-1000,300,650,500,200',
      rate: '0.07',
      timing: 'mid',
      finance: '0.05',
      reinvest: '0.1',
    };
    const { data } = await calcCommand({ files: [], options });
    const { npv, bcr, irr, mirr, payback, discountedPayback, roiSimple, roiDiscounted } = data as Record<
      string,
      { rate: number; years: number } & number
    >;
    const close = (key: string, wanted: number | undefined) =>
      expect(row?.get(english.sayAny(`appraisal.${key}`)), key).toBeCloseTo(wanted as number, 6);
    close('npv', npv);
    close('bcr', bcr);
    close('irr', irr?.rate);
    close('mirr', mirr?.rate);
    close('payback', payback?.years);
    close('discountedPayback', discountedPayback?.years);
    close('roiSimple', roiSimple);
    close('roiDiscounted', roiDiscounted);
  }, 60_000);

  test('one flow turned: a rate that was one becomes several, and says so; the schedule’s rate is followed', async () => {
    if (noOffice()) return;
    const turned = caseOf('Turned', [-100, 230, 10]);
    const long = caseOf('Schedule', [-100, 30, 40, 50, 60], { discount: { preset: 'uk' } });
    let bytes = await written([turned, long]);
    bytes = edited(bytes, 2, { C5: 132, D5: 0 });
    bytes = edited(bytes, 1, { B11: 0.08 });
    const table = tableOf(must(await readWorkbook(recomputed(bytes))));
    expect(table.get('Turned')?.get('IRR')).toBe('not unique: use MIRR');
    const flat = figuresOf({ ...long, discount: { preset: 'flat', rate: 0.08 } });
    expect(table.get('Schedule')?.get('NPV')).toBeCloseTo(flat.npv, 6);
  }, 60_000);
});

test('250 cases of every shape: each the same figures, totals by currency, in bounded time', async () => {
  const [shapes] = fc.sample(
    fc.array(
      fc.record({
        flows: fc.array(fc.integer({ min: -90_000, max: 120_000 }), { minLength: 1, maxLength: 25 }),
        spend: fc.integer({ min: 0, max: 900_000 }),
        timing: fc.constantFrom('start', 'mid', 'end'),
        rate: fc.constantFrom(0, 0.035, 0.1, 0.12),
        currency: fc.constantFrom('GBP', 'SAR'),
      }),
      { minLength: 250, maxLength: 250 },
    ),
    { seed: 20_261_123, numRuns: 1 },
  ) as [{ flows: number[]; spend: number; timing: 'start' | 'mid' | 'end'; rate: number; currency: string }[]];
  const cases = shapes.map(({ flows, spend, timing, rate, currency }, at) =>
    // most as real ones are: spend first, returns after
    caseOf(`Case ${at}`, at % 5 === 0 ? flows : [-spend, ...flows.map(Math.abs)], {
      timing,
      currency,
      discount: { preset: 'flat', rate },
    }),
  );
  const bytes = await written(cases);
  const before = must(await readWorkbook(bytes));
  agree(cases, before);
  const total = (sheets: readonly ReadSheet[], currency: string) =>
    [...tableOf(sheets)].find(([title]) => title.startsWith(`Total, ${currency}`))?.[1].get('NPV');
  const npv = (currency: string) =>
    cases.filter((one) => one.currency === currency).reduce((sum, one) => sum + figuresOf(one).npv, 0);
  expect(total(before, 'GBP')).toBeCloseTo(npv('GBP'), 4);
  if (noOffice()) return;
  const after = must(await readWorkbook(recomputed(bytes)));
  agree(cases, after);
  for (const currency of ['GBP', 'SAR']) expect(total(after, currency)).toBeCloseTo(npv(currency), 4);
}, 120_000);
