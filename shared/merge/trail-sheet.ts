// The audit trail as a workbook: every field of every change with who, when, and what stood before.
import type { TrailChange } from '#shared/change/trail.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { fieldValue } from '#shared/domain/value-text.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { plain } from '#shared/words/plain.ts';
import type { Words } from '#shared/words/words.ts';

/** Rows of one sheet: a spreadsheet holds 1,048,576, its heading among them. */
const MOST_ROWS = 1_048_575;

/** @param trail newest first, as `trailOf` gives it */
export function trailSheets(book: Book, trail: readonly TrailChange[], words: Words): SheetModel[] {
  const rows: SheetCell[][] = [];
  const text = (field: string, value: unknown) =>
    value === null || value === undefined ? '' : fieldValue(field, value, words, book);
  for (const { id, at, by, act, asAt, records } of trail)
    for (const { kind, record, fields } of records)
      for (const { field, before, value } of fields)
        rows.push(
          [
            words.dateTime(at),
            by || words.say('merge.nobody'),
            words.sayAny(act),
            words.kind(kind),
            recordName(book, kind, record),
            words.field(field),
            text(field, before),
            text(field, value),
            asAt,
            id,
          ].map(
            (value, i): SheetCell => (i === 8 ? { value, format: 'date' } : { value: plain(value), format: 'text' }),
          ),
        );
  const heads = ['when', 'by', 'act', 'kind', 'record', 'field', 'before', 'after', 'asAt', 'id'] as const;
  const head = heads.map(
    (each): SheetCell => ({ value: words.say(`trail.sheet.${each}`), strong: true, fill: 'head' }),
  );
  const sheets = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: sheets }, (_, i) => ({
    name: `${words.say('trail.sheet.name')}${sheets > 1 ? ` ${i + 1}` : ''}`,
    columns: [20, 20, 28, 16, 36, 24, 36, 36, 12, 26].map((width) => ({ width })),
    rows: [head, ...rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS)],
    frozenRows: 1,
  }));
}
