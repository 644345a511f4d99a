// The last portfolio screen as it was drawn, kept beside the book it shows and valid only while the book is unchanged.
// Read without the database library: this runs before anything else of the page is there.

export interface LastScreen {
  /** The log's last row when it was drawn. */
  readonly seq: number;
  readonly html: string;
  /** What the drawing depended on: language, theme, window. Another look makes it useless. */
  readonly look: string;
}

export const SCREEN_KEY = 'screen';

/** The kept screen, if the book open last has not changed since it was drawn and the look is the same. */
export async function lastScreen(look: string): Promise<string | undefined> {
  try {
    const desk = await openThere('mizan-desk');
    const last = desk && ((await get(desk, 'kept', 'lastBook')) as { value?: unknown } | undefined)?.value;
    const moved = desk && ((await get(desk, 'kept', `database/${last}`)) as { value?: unknown } | undefined)?.value;
    desk?.close();
    if (typeof last !== 'string') return undefined;
    const book = await openThere(typeof moved === 'string' ? moved : `mizan-book-${last}`);
    if (!book) return undefined;
    const screen = ((await get(book, 'meta', SCREEN_KEY)) as { value?: LastScreen } | undefined)?.value;
    const seq = screen && (await lastSeq(book));
    book.close();
    return screen && screen.seq === seq && screen.look === look ? screen.html : undefined;
  } catch {
    // without a kept screen the desk simply opens as it does the first time
    return undefined;
  }
}

/** Opens a database that is there; a missing one is not made. */
function openThere(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.transaction?.abort();
      resolve(undefined);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

function get(db: IDBDatabase, store: string, key: string): Promise<unknown> {
  return answer(db.transaction(store).objectStore(store).get(key));
}

async function lastSeq(db: IDBDatabase): Promise<number> {
  const cursor = await answer(db.transaction('log').objectStore('log').openKeyCursor(null, 'prev'));
  if (cursor) return Number(cursor.key);
  return Number(((await get(db, 'meta', 'foldedTo')) as { value?: unknown } | undefined)?.value ?? 0);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
