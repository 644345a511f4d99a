// What a record is called, whatever its kind, and be it deleted: its history still has to name it.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Book } from './book.ts';

/** The name that stands in the record now; empty where it has none of its own. */
export function recordName(book: Book, kind: string, record: RecordId | undefined): string {
  if (record === undefined) return '';
  const values = book.state.row(kind, record)?.values ?? {};
  if (kind === 'alignment') {
    const ends = [
      recordName(book, 'component', values.component as RecordId | undefined),
      recordName(book, 'objective', values.objective as RecordId | undefined),
    ];
    return ends.filter(Boolean).join(' · ');
  }
  const name = values.name ?? values.title ?? values.file;
  return typeof name === 'string' ? name : '';
}
