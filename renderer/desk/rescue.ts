// A book that fails to open: backups and what can still be read are offered; the damaged database is never written to.
import { bridge } from '#renderer/bridge.ts';
import { databaseKey, databaseOf, keep } from '#renderer/store/desk-store.ts';
import { bookDatabaseName, openPageStore, type Salvaged, salvage } from '#renderer/store/log-store.ts';
import type { Backup } from '#shared/bridge/contract.ts';
import { openBook, storeFault } from '#shared/change/commit.ts';
import { kindTable } from '#shared/domain/book.ts';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { forgetBackup } from './backups.ts';
import { settle, takeIn } from './books.ts';
import { newContext } from './context.ts';
import { useDesk } from './desk.ts';
import { asFileName } from './files.ts';
import { forgetFile } from './kept-in-file.ts';
import { unsealed } from './passphrase.ts';
import { usePrefs } from './prefs.ts';
import { go } from './route.ts';

/** A backup that has been read and found whole. */
export interface ReadBackup {
  readonly backup: Backup;
  readonly file: BookFile;
  /** When its last change was written. */
  readonly last: number;
}

export async function lookInto(backup: Backup): Promise<Result<ReadBackup>> {
  const bytes = await bridge.readBackup({ book: backup.book, name: backup.name });
  if (!bytes.ok) return bytes;
  const file = readBook(bytes.value.bytes);
  if (!file.ok) return file;
  const { book, changes } = file.value;
  if (book !== backup.book) return refuse('merge.otherBook');
  return done({ backup, file: file.value, last: changes.reduce((most, { at }) => Math.max(most, at[0]), 0) });
}

/** What the damaged database of a book still gives; nothing where it cannot even be opened. */
export const readable = async (book: string): Promise<Salvaged> =>
  salvage((await databaseOf(book)) ?? bookDatabaseName(book)).catch(() => ({ changes: [], lost: 0 }));

/**
 * Opens the book from a copy in a database of its own. What could still be read of the damaged one and is not in the
 * copy is then shown as a merge: whatever was written since is not lost with it.
 */
async function restoreFrom(book: string, file: BookFile, told: string): Promise<Result<void>> {
  const rest = await readable(book);
  const opened = await openBeside(book, file);
  if (!opened.ok) return opened;
  useDesk.setState({ notice: { tone: 'done', text: told } });
  const { changes, holding } = rest;
  const plan = planMerge(file, [{ book: file.book, changes, holding }], Date.now());
  if (plan.ok && plan.value.fresh.length > 0) {
    useDesk.setState({ merging: { plan: plan.value, name: usePrefs.getState().words.say('rescue.rest') } });
    go('merge');
  } else go('portfolio');
  return done(undefined);
}

export function restore({ backup, file }: ReadBackup): Promise<Result<void>> {
  const { words } = usePrefs.getState();
  return restoreFrom(backup.book, file, words.say('rescue.opened', { when: words.dateTime(backup.at) }));
}

/** The same from a book file a person has: saved earlier, or a colleague's. */
export async function restoreFromFile(book: string): Promise<Result<void>> {
  const picked = await bridge.openFile({ kind: 'book' });
  if (!picked.ok) return picked;
  const { name } = picked.value;
  const plain = await unsealed(picked.value.bytes, name);
  if (!plain) return refuse('bridge.cancelled');
  if (!plain.ok) return plain;
  const file = readBook(plain.value.bytes);
  if (!file.ok) return file;
  if (file.value.book !== book) return refuse('merge.otherBook');
  return restoreFrom(book, file.value, usePrefs.getState().words.say('rescue.openedFile', { name }));
}

/** Opens the book with what can be read of it, where there is no backup or none is wanted. */
export async function openReadable(book: string, { changes, holding }: Salvaged): Promise<Result<void>> {
  const { words } = usePrefs.getState();
  const opened = await openBeside(book, { book: book as BookId, changes, holding });
  if (!opened.ok) return opened;
  useDesk.setState({ notice: { tone: 'done', text: words.say('rescue.openedRead') } });
  go('portfolio');
  return done(undefined);
}

/** Saves what can be read as a book file like any other. @returns the file's name */
export async function saveReadable(
  book: string,
  name: string,
  { changes, holding }: Salvaged,
): Promise<Result<string>> {
  const { words } = usePrefs.getState();
  const suggested = asFileName(words.say('rescue.fileName', { name: name || words.say('bar.unnamed') }), 'mizan');
  const bytes = writeBook({ book: book as BookId, changes, holding });
  const saved = await bridge.saveFile({ suggestedName: `${suggested}.mizan`, kind: 'mizan', bytes });
  return saved.ok ? done(saved.value.name) : saved;
}

/** The book in a new database; only when it stands there is it the one this laptop opens from now on. */
async function openBeside(book: string, file: BookFile): Promise<Result<void>> {
  const ctx = newContext();
  const database = `${bookDatabaseName(book)}-${ctx.now().toString(36)}`;
  const store = openPageStore(book, database);
  try {
    await takeIn(store, file, ctx.now());
    const open = await openBook(store, kindTable, ctx.now());
    await keep(databaseKey(book), database);
    await Promise.all([forgetBackup(book), forgetFile(book)]);
    useDesk.setState({ blocked: undefined, blockedBook: undefined });
    await settle({ id: book, open, store, ctx });
    return done(undefined);
  } catch (fault) {
    store.close();
    return refuse(storeFault(fault), { detail: fault instanceof Error ? fault.name : '' });
  }
}
