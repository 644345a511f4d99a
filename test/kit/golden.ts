// The small book that stands for a format for ever: made the same way each time, by acts with a seeded context.
import { addRecord } from '#shared/acts/add-record.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { BookFile } from '#shared/file/body.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { act, emptyBook, must } from './book.ts';
import { testContext } from './context.ts';

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
