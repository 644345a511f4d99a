// Small ledgers for tests: a book with one benefit and its measure, said in a line or two.
import { addRecord } from '#shared/acts/add-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import type { OpenBook } from '#shared/change/commit.ts';
import { Book, type Kind } from '#shared/domain/book.ts';
import { OFFICE } from '#shared/domain/office.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, monthIndex } from '#shared/kit/period.ts';
import { act, emptyBook, must } from './book.ts';
import { testContext } from './context.ts';

export const month = (text: string): number => monthIndex(`${text}-01` as Day);

export interface Desk {
  readonly open: OpenBook;
  readonly ctx: ReturnType<typeof testContext>;
  readonly book: Book;
  /** Adds a record and gives its id. */
  readonly add: (kind: Kind, values: Record<string, unknown>) => Promise<RecordId>;
  readonly set: (kind: Kind, record: RecordId, values: Record<string, unknown>) => Promise<void>;
}

/** A book of pounds at prices of 2023, fiscal years from April. */
export async function desk(seed = 7, office: Record<string, unknown> = {}): Promise<Desk> {
  const open = await emptyBook();
  const ctx = testContext(seed);
  const set: Desk['set'] = async (kind, record, values) => {
    must(await act(open, ctx, editField, { kind, record, values }));
  };
  await set('office', OFFICE, {
    name: 'Test',
    currency: 'GBP',
    fiscalYearStart: 4,
    priceBase: { kind: 'real', year: 2023 },
    ...office,
  });
  return {
    open,
    ctx,
    set,
    book: new Book(open.state),
    add: async (kind, values) => {
      const record = newRecordId(ctx);
      must(await act(open, ctx, addRecord, { kind, record, values }));
      return record;
    },
  };
}
