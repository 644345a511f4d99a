// Copies for others: a part of the book with what it leaves out listed in it, and the changes a colleague's file lacks.

import { bridge } from '#renderer/bridge.ts';
import { isHere, type State } from '#shared/change/state.ts';
import { recordName } from '#shared/domain/naming.ts';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import { done, type Problem, type Result } from '#shared/kit/result.ts';
import { laterThan } from '#shared/merge/later.ts';
import { carriedOf, copyFor, type Selection } from '#shared/merge/redaction.ts';
import { carriedBy } from '#shared/merge/scope.ts';
import { say, useDesk } from './desk.ts';
import { asFileName, fileName, wholeFile } from './files.ts';
import { newPassphrase, sealed, unsealed } from './passphrase.ts';
import { usePrefs } from './prefs.ts';

/** How many of the records that are here a copy would carry, wholly or in part, and of how many. */
export function sizeOf(state: State, { scope }: Selection): { readonly records: number; readonly all: number } {
  const carries = carriedBy(state, scope);
  const here = state.order.filter(isHere);
  return { records: here.filter((row) => carries(row.kind, row.id, '$life')).length, all: here.length };
}

const refused = (problem: Problem): void => {
  if (problem.code === 'bridge.cancelled') return;
  say({ tone: 'problem', text: usePrefs.getState().words.problem(problem) });
};

/** Writes the copy where the person says. True where it was written. */
export async function savePartCopy(selection: Selection, isSealed: boolean): Promise<boolean> {
  const { opened, book } = useDesk.getState();
  if (!opened || !book) return false;
  const { words } = usePrefs.getState();
  const { scope } = selection;
  const part =
    scope.of === 'book'
      ? words.say('withheld.line')
      : recordName(book, scope.of, scope.id) || words.say('withheld.line');
  const name = asFileName(words.say('part.fileName', { book: fileName(), part }), fileName());
  const whole = await wholeFile(opened);
  const copy = copyFor(opened.open.state, whole, selection);
  const { records, all } = carriedOf(opened.open.state, copy);
  const saved = await saveOnce({ book: whole.book, ...copy }, name, isSealed);
  if (!saved) return false;
  say({
    tone: 'done',
    text: words.say('part.saved', { name: saved, records: words.number(records), all: words.number(all) }),
  });
  return true;
}

/** Asks for a colleague's file and writes what it lacks. */
export async function saveSince(): Promise<void> {
  const { opened } = useDesk.getState();
  if (!opened) return;
  const { words } = usePrefs.getState();
  const picked = await bridge.openFile({ kind: 'book' });
  if (!picked.ok) return refused(picked.problem);
  const theirs = await theirFile(picked.value.bytes, picked.value.name);
  if (!theirs) return;
  const later = theirs.ok ? laterThan(await wholeFile(opened), theirs.value, picked.value.name) : theirs;
  if (!later.ok) return refused(later.problem);
  const saved = await saveOnce(
    later.value,
    asFileName(words.say('since.fileName', { book: fileName() }), fileName()),
    false,
  );
  if (saved)
    say({
      tone: 'done',
      text: words.say('since.saved', { count: later.value.changes.length, theirs: picked.value.name, name: saved }),
    });
}

async function theirFile(bytes: Uint8Array, name: string): Promise<Result<BookFile> | undefined> {
  const plain = await unsealed(bytes, name);
  return plain?.ok ? readBook(plain.value.bytes) : plain;
}

/** A copy for others is no place this book is saved to again. */
async function saveOnce(file: BookFile, name: string, isSealed: boolean): Promise<string | undefined> {
  const passphrase = isSealed ? await newPassphrase(name) : undefined;
  if (isSealed && passphrase === undefined) return undefined;
  const plain = writeBook(file);
  const written = passphrase === undefined ? done(plain) : await sealed(plain, passphrase);
  if (!written.ok) {
    refused(written.problem);
    return undefined;
  }
  const saved = await bridge.saveFile({ suggestedName: `${name}.mizan`, kind: 'mizan', bytes: written.value });
  if (saved.ok) return saved.value.name;
  refused(saved.problem);
  return undefined;
}
