// Reads and writes whole book files away from the page: a log of years takes longer than a keystroke may wait.
import { openPageStore } from '#renderer/store/log-store.ts';
import type { Sent } from '#renderer/sync/reading.ts';
import { gathered } from '#shared/change/part.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';

export interface FileContent {
  readonly book: BookId;
  readonly changes: readonly Sent[];
}

/** A book as a file, read again after it was written. */
export interface WrittenBook {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The last row of the log that is in it. */
  readonly seen: number;
  readonly changes: number;
}

export type BookRequest =
  | { readonly what: 'read'; readonly bytes: Uint8Array }
  | { readonly what: 'write'; readonly book: BookId; readonly database: string | undefined };
export type BookReply = Result<FileContent> | Result<WrittenBook>;

function read(bytes: Uint8Array): Result<FileContent> {
  const file = readBook(bytes);
  if (!file.ok) return file;
  return done({
    book: file.value.book,
    changes: file.value.changes.map(({ id, by, part, writes }): Sent => (part ? [id, by, writes.length] : [id, by])),
  });
}

async function write(book: BookId, database: string | undefined): Promise<Result<WrittenBook>> {
  const store = openPageStore(book, database);
  try {
    const [rows, holding] = await Promise.all([store.readSince(0), store.holding()]);
    const bytes = writeBook({ book, changes: gathered(rows).map(({ change }) => change), holding });
    const back = readBook(bytes);
    if (!back.ok) return back;
    return done({ bytes, seen: rows.at(-1)?.seq ?? 0, changes: rows.length });
  } catch (fault) {
    return refuse('store.damaged', { detail: fault instanceof Error ? fault.message : String(fault) });
  } finally {
    store.close();
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<BookRequest>) => {
  self.postMessage(data.what === 'read' ? read(data.bytes) : await write(data.book, data.database));
});
