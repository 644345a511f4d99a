// The book as a file: written whole from the log, saved to the place it came from, opened from anywhere.

import { bridge } from '#renderer/bridge.ts';
import { stampDraft } from '#shared/change/commit.ts';
import type { Change } from '#shared/change/model.ts';
import { kindTable } from '#shared/domain/book.ts';
import { writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { openFile } from './books.ts';
import { type Opened, say, useDesk } from './desk.ts';
import { usePrefs } from './prefs.ts';
import { go } from './route.ts';

/** Where each book of this window was last saved or opened; forgotten with the window. */
const places = new Map<string, string>();

/** @param elsewhere ask for a place even where one is known */
export async function saveBookFile(elsewhere: boolean): Promise<void> {
  const { opened } = useDesk.getState();
  if (!opened) return;
  const { words } = usePrefs.getState();
  const bytes = writeBook({ book: opened.id as BookId, changes: await allChanges(opened) });
  const token = elsewhere ? undefined : places.get(opened.id);
  const saved = await bridge.saveFile({
    suggestedName: `${fileName()}.mizan`,
    kind: 'mizan',
    bytes,
    ...(token ? { token } : {}),
  });
  if (saved.ok) {
    if (saved.value.token) places.set(opened.id, saved.value.token);
    say({ tone: 'done', text: words.say('desk.fileSaved', { name: saved.value.name }) });
  } else if (saved.problem.code !== 'bridge.cancelled') say({ tone: 'problem', text: words.problem(saved.problem) });
}

/** The log, and with it an edit that could not be kept here: a copy must not lose what this laptop could not store. */
async function allChanges(opened: Opened): Promise<Change[]> {
  const changes = (await opened.store.readSince(0)).map(({ change }) => change);
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
  const result = await openFile(file.bytes, file.name);
  if (!result.ok) {
    say({ tone: 'problem', text: `${file.name}: ${words.problem(result.problem)}` });
    return false;
  }
  const { opened } = useDesk.getState();
  // a colleague's file is not the place this book is saved to
  if (opened && file.token && !result.value.isMerge) places.set(opened.id, file.token);
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
