// The small books that stand for a format for ever: made the same way each time, by acts with a seeded context.
import { addRecord } from '#shared/acts/add-record.ts';
import { arrangeMap } from '#shared/acts/arrange-map.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { drawLink } from '#shared/acts/draw-link.ts';
import { drawNode, takeOffMap } from '#shared/acts/draw-node.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { judgeReading } from '#shared/acts/judge-reading.ts';
import type { LinkWish } from '#shared/acts/map-writes.ts';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import type { OpenBook } from '#shared/change/commit.ts';
import type { Kind } from '#shared/domain/book.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { BookFile } from '#shared/file/body.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import type { NodeType } from '#shared/map/model.ts';
import { act, emptyBook, must } from './book.ts';
import { testContext } from './context.ts';
import { month } from './ledger.ts';

export async function goldenBook(): Promise<BookFile> {
  const ctx = testContext(1980);
  const book = idFromBytes(ctx.random(16)) as BookId;
  const open = await emptyBook();
  const [programme, project, benefit, spare] = [newRecordId(ctx), newRecordId(ctx), newRecordId(ctx), newRecordId(ctx)];
  must(
    await act(open, ctx, editField, {
      kind: 'office',
      record: OFFICE,
      values: { name: 'Golden book · الدفتر الذهبي', currency: 'SAR', fiscalYearStart: 4 },
    }),
  );
  must(
    await act(open, ctx, addRecord, {
      kind: 'component',
      record: programme,
      values: { name: 'Clinics', level: 'programme', start: '2024-02-29' },
    }),
  );
  ctx.tick(1_000);
  must(
    await act(open, ctx, addRecord, {
      kind: 'component',
      record: project,
      values: {
        name: 'Booking “online”',
        parent: programme,
        wholeLifeCost: { minor: 106_590, currency: 'SAR', base: { kind: 'real', year: 2024 } },
        'costPlan/2025': { minor: -3_069, currency: 'SAR' },
        end: { absent: 'exempt', text: 'Exempt under Section 43' },
        confidence: { rating: 'amberRed', scale: 'five' },
      },
    }),
  );
  must(
    await act(open, ctx, addRecord, {
      kind: 'benefit',
      record: benefit,
      values: { title: 'Waiting 40 → 20 days', component: project, category: 'quantitative' },
    }),
  );
  must(await act(open, ctx, addRecord, { kind: 'person', record: spare, values: { name: 'Ada' } }));
  must(await act(open, ctx, deleteRecord, { kind: 'person', record: spare }));
  return { book, changes: (await open.store.readSince(0)).map(({ change }) => change) };
}

/** Adds a record a second. */
export const adder =
  (open: OpenBook, ctx: ReturnType<typeof testContext>) => async (kind: Kind, values: Record<string, unknown>) => {
    const record = newRecordId(ctx);
    must(await act(open, ctx, addRecord, { kind, record, values }));
    ctx.tick(1_000);
    return record;
  };

/** Schema 2: series of months written as runs, a month changed inside one, and the nouns of the ledger. */
export async function goldenLedger(): Promise<BookFile> {
  const ctx = testContext(2027);
  const book = idFromBytes(ctx.random(16)) as BookId;
  const open = await emptyBook();
  const add = adder(open, ctx);
  const office = { name: 'Ledger · سجل القيمة', currency: 'GBP', fiscalYearStart: 4, reportingDate: '2026-11-23' };
  must(await act(open, ctx, editField, { kind: 'office', record: OFFICE, values: office }));
  const clinics = await add('component', { name: 'Clinics' });
  const owner = await add('person', { name: 'Ada' });
  const verifier = await add('person', { name: 'Val' });
  const start = await add('milestone', { title: 'Go-live', component: clinics, plan: '2026-04-01' });
  const benefit = await add('benefit', {
    title: 'Waiting 40 → 20 days',
    component: clinics,
    owner,
    category: 'quantitative',
    startMilestone: start,
  });
  const measure = await add('measure', {
    name: 'Waiting time',
    benefit,
    unit: 'days',
    direction: -1,
    startValue: 40,
    target: 20,
    rollUp: 'stock',
    verifier,
    'unitValue/2026-04': { amount: 1_200.5, currency: 'GBP', base: { kind: 'real', year: 2026 } },
  });
  const series = (name: 'forecast' | 'actual', from: string, values: readonly (number | null)[]) =>
    act(open, ctx, writeSeries, { measure, series: name, from: month(from), values, evidence: 'Clinic system' });
  const plan = [38, 36, 34, 32, 30, 28, 24, 20];
  must(
    await act(open, ctx, rebaseline, {
      measure,
      reason: 'Approved by the board',
      from: month('2026-04'),
      values: plan,
    }),
  );
  must(await series('forecast', '2026-04', [39, 37.5, 36, null, 33, 30, 26, 21]));
  must(await series('actual', '2026-04', [39, 38, 36, 35]));
  ctx.tick(1_000);
  // one month inside the run, one taken away, and the milestone that moves all of it
  must(await series('forecast', '2026-06', [35.25]));
  must(await series('forecast', '2026-11', [null]));
  must(await act(open, ctx, judgeReading, { measure, month: month('2026-05'), verdict: 'verified', by: verifier }));
  must(await act(open, ctx, editField, { kind: 'milestone', record: start, values: { forecast: '2026-06-01' } }));
  await add('claim', { measure, component: clinics, share: 60, until: '2027-03-31' });
  const statement = 'On its way: الموعد أقرب.';
  await add('attestation', { benefit, owner, period: '2027-Q2', statement, confidence: 70, on: '2026-10-05' });
  const round = await add('round', { period: '2027-Q2', opened: '2026-10-01', due: '2026-10-14', by: 'owner' });
  await add('request', { round, person: owner, sent: '2026-10-01', reminded: 1, lastReminded: '2026-10-12' });
  return { book, changes: (await open.store.readSince(0)).map(({ change }) => change) };
}

/** Schema 3: a map with all six kinds of node, its links with weight and reason, and places a person gave. */
export async function goldenMap(): Promise<BookFile> {
  const ctx = testContext(2028);
  const book = idFromBytes(ctx.random(16)) as BookId;
  const open = await emptyBook();
  const add = adder(open, ctx);
  const map = await add('benefitMap', {
    title: 'Clinics · العيادات',
    preset: 'network',
    group: 'owner',
    reading: 'rtl',
  });
  const draw = async (type: NodeType, title: string) => {
    const record = newRecordId(ctx);
    must(await act(open, ctx, drawNode, { map, record, type, title }));
    ctx.tick(1_000);
    return record;
  };
  const enabler = await draw('enabler', 'Booking system');
  const training = await draw('enablingChange', 'Staff trained');
  const change = await draw('businessChange', 'Visits booked online');
  const benefit = await draw('benefit', 'Shorter waits');
  const harm = await draw('disbenefit', 'Fewer desks');
  const objective = await draw('objective', 'Care on time');
  const driver = await draw('driver', 'An ageing country');
  const link = async (wish: LinkWish) => must(await act(open, ctx, drawLink, { map, ...wish }));
  await link({ from: enabler, to: training, weight: 40, necessary: true });
  await link({ from: training, to: change, weight: 62.5 });
  await link({ from: change, to: benefit });
  await link({ from: change, to: harm });
  await link({ from: benefit, to: objective, weight: 30 });
  await link({ from: objective, to: driver });
  ctx.tick(1_000);
  const treatment = { how: 'accepted', by: 'Steering committee', on: '2026-11-20', reason: 'Few are left' };
  must(await act(open, ctx, editField, { kind: 'benefit', record: harm, values: { treatment } }));
  must(await act(open, ctx, arrangeMap, { map, at: [{ node: benefit, at: { x: 24, y: -130.4 } }] }));
  must(await act(open, ctx, takeOffMap, { map, nodes: [driver] }));
  must(await act(open, ctx, editField, { kind: 'benefitMap', record: map, values: { inPack: true } }));
  return { book, changes: (await open.store.readSince(0)).map(({ change }) => change) };
}
