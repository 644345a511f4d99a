// The ledger by the domain's own vectors: progress, status, verified actual, slips, re-baselines, levels and flows.
import { describe, expect, test } from 'vitest';
import { judgeReading } from '#shared/acts/judge-reading.ts';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { act, must } from '#test/kit/book.ts';
import { type Desk, desk, month } from '#test/kit/ledger.ts';

const AS_AT = '2025-09-30' as Day;

async function waiting() {
  const at = await desk();
  const component = await at.add('component', { name: 'Clinics' });
  const owner = await at.add('person', { name: 'Ada' });
  const verifier = await at.add('person', { name: 'Val' });
  const benefit = await at.add('benefit', {
    title: 'Shorter waiting',
    component,
    owner,
    category: 'quantitative',
    start: '2025-04-01',
    confidence: 50,
  });
  const measure = await at.add('measure', {
    name: 'Waiting time',
    benefit,
    unit: 'days',
    direction: -1,
    startValue: 40,
    target: 20,
    rollUp: 'stock',
    verifier,
  });
  return { at, component, owner, verifier, benefit, measure };
}

const write = async (
  at: Desk,
  measure: RecordId,
  series: 'plan' | 'forecast' | 'actual',
  from: string,
  values: (number | null)[],
) => must(await act(at.open, at.ctx, writeSeries, { measure, series, from: month(from), values }));

describe('a level', () => {
  test('waiting 40 → 20 days, plan to date 28, actual 30: delivered 50 %, on track 83.3 %, off track beyond 10 points', async () => {
    const { at, benefit, measure } = await waiting();
    await write(at, measure, 'plan', '2025-04', [38, 36, 34, 32, 30, 28, 24, 20]);
    expect(bookValue(at.book, AS_AT).benefits.get(benefit)?.status).toMatchObject({ status: 'notDue', why: 'noPlan' });
    await at.set('measure', measure, { 'version/1': { on: '2025-04-01', reason: '', anchor: month('2025-04') } });
    await write(at, measure, 'actual', '2025-09', [30]);
    const value = bookValue(at.book, AS_AT);
    const { progress } = value.measures.get(measure) as never as { progress: Record<string, number> };
    expect(progress.delivered).toBeCloseTo(0.5, 10);
    expect(progress.onTrack).toBeCloseTo(0.833333, 5);
    const { status } = value.benefits.get(benefit) as NonNullable<ReturnType<typeof value.benefits.get>>;
    expect([status.status, status.why]).toEqual(['offTrack', 'belowTolerance']);
    await at.set('benefit', benefit, { tolerance: 20 });
    expect(bookValue(at.book, AS_AT).benefits.get(benefit)?.status.status).toBe('watch');
  });

  test('a re-baseline leaves the first plan beside it, and says what the status would be on it', async () => {
    const { at, benefit, measure } = await waiting();
    await write(at, measure, 'plan', '2025-04', [38, 36, 34, 32, 30, 28]);
    await at.set('measure', measure, { 'version/1': { on: '2025-04-01', reason: '', anchor: month('2025-04') } });
    await write(at, measure, 'actual', '2025-09', [30]);
    must(
      await act(at.open, at.ctx, rebaseline, {
        measure,
        reason: 'Clinics opened late',
        from: month('2025-04'),
        values: [40, 38, 36, 34, 32, 30],
      }),
    );
    const status = bookValue(at.book, AS_AT).benefits.get(benefit)?.status;
    expect([status?.status, status?.first?.status]).toEqual(['onTrack', 'offTrack']);
    const refused = await act(at.open, at.ctx, writeSeries, {
      measure,
      series: 'plan',
      from: month('2025-04'),
      values: [1],
    });
    expect(refused.ok ? '' : refused.problem.code).toBe('series.planApproved');
  });
});

describe('a flow', () => {
  test('adds what was read; its outturn is actual and the forecast after it', async () => {
    const at = await desk();
    const benefit = await at.add('benefit', {
      title: 'Savings',
      category: 'nonCashable',
      start: '2025-04-01',
      confidence: 50,
    });
    const measure = await at.add('measure', { name: 'Saved', benefit, unit: 'GBP', direction: 1, startValue: 0 });
    await write(at, measure, 'plan', '2025-04', new Array(12).fill(100));
    await write(at, measure, 'forecast', '2025-04', new Array(12).fill(90));
    await write(at, measure, 'actual', '2025-04', [100, 80, 90, 110, 95, 95]);
    const { progress } = bookValue(at.book, AS_AT).measures.get(measure) ?? {};
    expect(progress).toMatchObject({
      actual: 570,
      planToDate: 600,
      planWhole: 1200,
      delivered: 0.475,
      onTrack: 0.95,
      outturn: 570 + 540,
    });
  });

  test('a quarter’s reading covers its three months', async () => {
    const at = await desk();
    const component = await at.add('component', { name: 'C' });
    const benefit = await at.add('benefit', {
      title: 'Savings',
      component,
      category: 'nonCashable',
      start: '2025-04-01',
    });
    const measure = await at.add('measure', {
      name: 'Saved',
      benefit,
      unit: 'GBP',
      direction: 1,
      startValue: 0,
      cadence: 'quarterly',
    });
    await write(at, measure, 'plan', '2025-04', new Array(12).fill(100));
    await at.set('measure', measure, { 'version/1': { on: '2025-04-01', reason: '', anchor: month('2025-04') } });
    await write(at, measure, 'actual', '2025-06', [300]);
    const value = bookValue(at.book, AS_AT);
    expect(value.measures.get(measure)?.progress.onTrack).toBeCloseTo(1, 12);
    expect(value.benefits.get(benefit)?.worth.nonCashable.actual).toBe(30_000);
    expect(value.benefits.get(benefit)?.status.status).toBe('onTrack');
    expect(bookValue(at.book, '2026-01-31' as Day).benefits.get(benefit)?.status).toMatchObject({
      status: 'notReported',
      why: 'readingMissing',
    });
  });
});

describe('a plan that makes things worse', () => {
  test('is named where no harm was meant, and judged as harm where it was', async () => {
    const at = await desk();
    const benefit = await at.add('benefit', { title: 'Calls', start: '2025-04-01' });
    const measure = await at.add('measure', { name: 'Calls', benefit, unit: 'calls', direction: -1, startValue: 40 });
    await write(at, measure, 'plan', '2025-04', new Array(6).fill(80));
    await at.set('measure', measure, { 'version/1': { on: '2025-04-01', reason: '', anchor: month('2025-04') } });
    await write(at, measure, 'actual', '2025-04', new Array(6).fill(60));
    const status = () => bookValue(at.book, AS_AT).benefits.get(benefit)?.status;
    expect(status()).toMatchObject({ status: 'notDue', why: 'planWorse' });
    await at.set('benefit', benefit, { disbenefit: true });
    expect(status()).toMatchObject({ status: 'onTrack', ratio: 1.5 });
  });
});

describe('verified actual', () => {
  test('counts by the verifier only, never by the owner, and only for the value that was verified', async () => {
    const { at, owner, verifier, measure } = await waiting();
    await write(at, measure, 'plan', '2025-04', [38, 36]);
    await write(at, measure, 'actual', '2025-04', [37, 36]);
    const judge = (by: RecordId, reason?: string) =>
      act(at.open, at.ctx, judgeReading, {
        measure,
        month: month('2025-04'),
        verdict: reason ? 'returned' : 'verified',
        by,
        ...(reason && { reason }),
      });
    const own = await judge(owner);
    expect(own.ok ? '' : own.problem.code).toBe('verify.ownReading');
    must(await judge(verifier));
    const verified = () => bookValue(at.book, AS_AT).measures.get(measure)?.ledger.verifiedReadings;
    expect(verified()).toBe(1);
    await write(at, measure, 'actual', '2025-04', [35]);
    expect(verified()).toBe(0);
  });

  test('a cashable reading needs finance too', async () => {
    const { at, benefit, verifier, measure } = await waiting();
    const finance = await at.add('person', { name: 'Fin' });
    await at.set('benefit', benefit, { category: 'cashable' });
    await at.set('measure', measure, { financeVerifier: finance });
    await write(at, measure, 'plan', '2025-04', [38]);
    await write(at, measure, 'actual', '2025-04', [37]);
    const verified = () => bookValue(at.book, AS_AT).measures.get(measure)?.ledger.verifiedReadings;
    must(
      await act(at.open, at.ctx, judgeReading, { measure, month: month('2025-04'), verdict: 'verified', by: verifier }),
    );
    expect(verified()).toBe(0);
    must(
      await act(at.open, at.ctx, judgeReading, { measure, month: month('2025-04'), verdict: 'verified', by: finance }),
    );
    expect(verified()).toBe(1);
  });
});

describe('money', () => {
  test('cashable counts as cash only once a budget line was really reduced', async () => {
    const at = await desk();
    const component = await at.add('component', { name: 'C' });
    const benefit = await at.add('benefit', {
      title: 'S',
      component,
      category: 'cashable',
      start: '2025-04-01',
      confidence: 40,
    });
    const measure = await at.add('measure', { name: 'Saved', benefit, unit: 'GBP', direction: 1, startValue: 0 });
    await write(at, measure, 'forecast', '2025-04', [100, 100]);
    expect(bookValue(at.book, AS_AT).total).toMatchObject({
      cashable: { gross: 0 },
      nonCashable: { gross: 20_000, riskAdjusted: 8_000 },
    });
    await at.set('benefit', benefit, { budgetLine: 'R-101', budgetReduced: '2025-04-01' });
    expect(bookValue(at.book, AS_AT).total).toMatchObject({
      cashable: { gross: 20_000, attributed: 20_000 },
      nonCashable: { gross: 0 },
    });
  });

  test('a level held for a year is worth its unit value once', async () => {
    const { at, measure } = await waiting();
    await at.set('measure', measure, { 'unitValue/2025-04': { amount: 1_200, currency: 'GBP' } });
    await write(at, measure, 'forecast', '2025-04', new Array(12).fill(30));
    expect(bookValue(at.book, AS_AT).total.social.gross).toBe(10 * 1_200 * 100);
  });

  test('a currency without a rate enters no total and is named; with one it does', async () => {
    const { at, measure } = await waiting();
    await at.set('measure', measure, { 'unitValue/2025-04': { amount: 1_200, currency: 'SAR' } });
    await write(at, measure, 'forecast', '2025-04', new Array(12).fill(30));
    expect([...bookValue(at.book, AS_AT).left]).toEqual([['value.noRate', [measure]]]);
    await at.add('exchangeRate', { from: 'GBP', to: 'SAR', on: '2025-01-01', rate: 5 });
    expect(bookValue(at.book, AS_AT).total.social.gross).toBe(10 * 240 * 100);
  });

  test('prices of another year are brought to the book’s by the price levels', async () => {
    const { at, measure } = await waiting();
    await at.set('measure', measure, {
      'unitValue/2025-04': { amount: 1_200, currency: 'GBP', base: { kind: 'real', year: 2020 } },
    });
    await write(at, measure, 'forecast', '2025-04', new Array(12).fill(30));
    expect([...bookValue(at.book, AS_AT).left.keys()]).toEqual(['value.noDeflator']);
    await at.add('deflator', { year: 2020, index: 80 });
    await at.add('deflator', { year: 2023, index: 100 });
    expect(bookValue(at.book, AS_AT).total.social.gross).toBe(10 * 1_500 * 100);
  });
});
