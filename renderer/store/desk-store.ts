// What this laptop keeps beside the books: which books there are, which was open last, saved views. Never in a file.
import Dexie, { type Table } from 'dexie';

export interface KnownBook {
  readonly id: string;
  readonly name: string;
  readonly openedAt: number;
}

class DeskDatabase extends Dexie {
  readonly books!: Table<KnownBook, string>;
  readonly kept!: Table<{ key: string; value: unknown }, string>;

  constructor() {
    super('mizan-desk');
    this.version(1).stores({ books: 'id', kept: 'key' });
  }
}

const db = new DeskDatabase();

/** Under which name a book's database is kept where it is not its first: the book was restored beside a damaged one. */
export const databaseKey = (book: string): string => `database/${book}`;
export const databaseOf = async (book: string): Promise<string | undefined> => {
  const name = await kept(databaseKey(book));
  return typeof name === 'string' ? name : undefined;
};

/** Newest first. */
export const knownBooks = async (): Promise<KnownBook[]> =>
  (await db.books.toArray()).sort((a, b) => b.openedAt - a.openedAt);
export const rememberBook = async (book: KnownBook): Promise<void> => void (await db.books.put(book));

export const keep = async (key: string, value: unknown): Promise<void> => void (await db.kept.put({ key, value }));
export const kept = async (key: string): Promise<unknown> => (await db.kept.get(key))?.value;
