// The book as a file: written whole from the log, saved to the place it came from, opened from anywhere.

import { bridge } from '#renderer/bridge.ts';
import { stampDraft } from '#shared/change/commit.ts';
import type { Change } from '#shared/change/model.ts';
import { gathered } from '#shared/change/part.ts';
import type { LogRow } from '#shared/change/store.ts';
import { kindTable } from '#shared/domain/book.ts';
import { type BookFile, writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { done, type Problem } from '#shared/kit/result.ts';
import { openFile } from './books.ts';
import { type Opened, say, useDesk } from './desk.ts';
import { savedToFile } from './kept-in-file.ts';
import { newPassphrase, sealed, unsealed } from './passphrase.ts';
import { usePrefs } from './prefs.ts';
import { go } from './route.ts';

/** Where each book of this window was last saved or opened, and what seals it there; forgotten with the window. */
const places = new Map<string, { readonly token: string; readonly passphrase?: string | undefined }>();

/**
 * Saves the open book to the place it came from: sealed there, it stays sealed.
 * @param how `copy` asks for a place even where one is known; `sealed` asks for a place and a passphrase
 */
export async function saveBookFile(how: 'again' | 'copy' | 'sealed'): Promise<void> {
  const { opened } = useDesk.getState();
  if (!opened) return;
  const { words } = usePrefs.getState();
  const place = how === 'again' ? places.get(opened.id) : undefined;
  const passphrase = how === 'sealed' ? await newPassphrase(fileName()) : place?.passphrase;
  if (how === 'sealed' && passphrase === undefined) return;
  // an edit made while the file is being written is not in it
  const { seen } = opened.open;
  const plain = writeBook(await wholeFile(opened));
  const written = passphrase === undefined ? done(plain) : await sealed(plain, passphrase);
  if (!written.ok) return say({ tone: 'problem', text: words.problem(written.problem) });
  const bytes = written.value;
  const token = place?.token;
  const saved = await bridge.saveFile({
    suggestedName: `${fileName()}.mizan`,
    kind: 'mizan',
    bytes,
    ...(token ? { token } : {}),
  });
  if (saved.ok) {
    if (saved.value.token) places.set(opened.id, { token: saved.value.token, passphrase });
    await savedToFile(opened, seen);
    const told = passphrase === undefined ? 'desk.fileSaved' : 'seal.saved';
    say({ tone: 'done', text: words.say(told, { name: saved.value.name }) });
  } else if (saved.problem.code !== 'bridge.cancelled') say({ tone: 'problem', text: words.problem(saved.problem) });
}

/** The log, and with it an edit that could not be kept here: a copy must not lose what this laptop could not store. */
export async function wholeFile(opened: Opened): Promise<BookFile> {
  const [rows, holding] = await Promise.all([opened.store.readSince(0), opened.store.holding()]);
  return { book: opened.id as BookId, changes: withUnsaved(opened, gathered(rows)), holding };
}

function withUnsaved(opened: Opened, rows: readonly LogRow[]): Change[] {
  const changes = rows.map(({ change }) => change);
  const { unsaved } = useDesk.getState();
  const draft = unsaved?.act(opened.open.state);
  if (!draft?.ok) return changes;
  const stamped = stampDraft(opened.open.state, kindTable, opened.ctx, draft.value);
  return stamped.ok && stamped.value ? [...changes, stamped.value.change] : changes;
}

/** The book's name as a file can carry it. */
export const fileName = (): string => asFileName(useDesk.getState().book?.office.name ?? '', 'mizan');

/** A name as a file can carry it; `otherwise` where nothing of it can. */
export const asFileName = (name: string, otherwise: string): string =>
  name
    .replace(/[\\/:*?"<>|.\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || otherwise;

/** Asks for a book file and opens it. True where a book is open afterwards. */
export async function openBookFile(): Promise<boolean> {
  const picked = await bridge.openFile({ kind: 'book' });
  if (picked.ok) return takeBookFile(picked.value);
  if (picked.problem.code !== 'bridge.cancelled')
    say({ tone: 'problem', text: usePrefs.getState().words.problem(picked.problem) });
  return false;
}

export async function takeBookFile(file: { token: string; name: string; bytes: Uint8Array }): Promise<boolean> {
  const { words } = usePrefs.getState();
  const plain = await unsealed(file.bytes, file.name);
  if (!plain) return false;
  const refused = ({ problem }: { problem: Problem }) => {
    say({ tone: 'problem', text: `${file.name}: ${words.problem(problem)}` });
    return false;
  };
  if (!plain.ok) return refused(plain);
  const result = await openFile(plain.value.bytes, file.name);
  if (!result.ok) return refused(result);
  const { opened } = useDesk.getState();
  // a colleague's file is not the place this book is saved to
  if (opened && file.token && !result.value.isMerge)
    places.set(opened.id, { token: file.token, passphrase: plain.value.passphrase });
  if (result.value.isMerge) {
    go('merge');
    return true;
  }
  say({
    tone: 'done',
    text: words.say(result.value.added > 0 ? 'desk.fileOpened' : 'desk.fileKnown', { name: file.name }),
  });
  go('portfolio');
  return true;
}

/** Files handed over from outside: a double click, a second start. */
export const watchForFiles = (): (() => void) =>
  bridge.onOpenFile((outcome) => {
    if (outcome.ok) void takeBookFile(outcome.value);
    else say({ tone: 'problem', text: usePrefs.getState().words.problem(outcome.problem) });
  });
