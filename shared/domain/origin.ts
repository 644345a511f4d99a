// Where the value of a field came from: the publication it was imported with, or an edit at a desk.
import { standingHeads } from '#shared/change/heads.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Book, Entry, Kind } from './book.ts';

export interface Origin {
  /** The publication that gave the value; undefined where it was written at a desk. */
  readonly source: Entry<'source'> | undefined;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
}

/** Undefined where the field was never written. */
export function originOf(book: Book, kind: Kind, record: RecordId, field: string): Origin | undefined {
  const place = standing(book, kind, record, field);
  const change = place === undefined ? undefined : book.state.changes[place];
  if (place === undefined || !change) return undefined;
  const source = [...book.all('source')].find(({ id }) => standing(book, 'source', id, 'sha256') === place);
  return { source, at: change.at[0] };
}

/** The place of the change whose value stands in the field. */
function standing(book: Book, kind: Kind, record: RecordId, field: string): number | undefined {
  const row = book.state.row(kind, record);
  return standingHeads(row, field)[0]?.change;
}
