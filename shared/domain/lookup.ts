// Records found by what they belong to, from an index that is made once for each version of the book.
import type { State } from '#shared/change/state.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Book, Entry, Kind } from './book.ts';

interface Indexes {
  readonly version: number;
  readonly by: Map<string, Map<unknown, unknown[]>>;
}
const kept = new WeakMap<State, Indexes>();
const NONE: readonly never[] = [];

/** All records of a kind whose `field` is `value`, in the order they came into the book. */
export function where<K extends Kind>(
  book: Book,
  kind: K,
  field: string & keyof Entry<K>,
  value: unknown,
): readonly Entry<K>[] {
  let indexes = kept.get(book.state);
  if (!indexes || indexes.version !== book.state.version) {
    indexes = { version: book.state.version, by: new Map() };
    kept.set(book.state, indexes);
  }
  const key = `${kind} ${field}`;
  let index = indexes.by.get(key);
  if (!index) {
    index = new Map();
    for (const entry of book.all(kind)) {
      const list = index.get(entry[field]);
      if (list) list.push(entry);
      else index.set(entry[field], [entry]);
    }
    indexes.by.set(key, index);
  }
  return (index.get(value) as Entry<K>[] | undefined) ?? NONE;
}

/** What an owner stated of a benefit for a period; undefined where they have not. */
export const attestationOf = (
  book: Book,
  benefit: RecordId,
  owner: RecordId | undefined,
  period: string,
): Entry<'attestation'> | undefined =>
  where(book, 'attestation', 'benefit', benefit).find((each) => each.period === period && each.owner === owner);

export const measuresOf = (book: Book, benefit: { readonly id: RecordId }): readonly Entry<'measure'>[] =>
  where(book, 'measure', 'benefit', benefit.id);
