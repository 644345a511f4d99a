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
  if (kind === 'contribution') {
    const ends = [values.from, values.to].map((end) => nodeName(book, end as RecordId | undefined));
    return ends.filter(Boolean).join(' → ');
  }
  if (kind === 'mapPlace') return nodeName(book, values.node as RecordId | undefined);
  const name = values.name ?? values.title ?? values.file;
  return typeof name === 'string' ? name : '';
}

/** The name of a record that may be of any kind a link can join. */
function nodeName(book: Book, record: RecordId | undefined): string {
  for (const kind of LINKED) {
    const name = recordName(book, kind, record);
    if (name) return name;
  }
  return '';
}
const LINKED = ['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective', 'driver'] as const;
