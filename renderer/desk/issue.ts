// Issuing a pack: pressed, recorded with the changes it was made of, kept byte for byte, and handed out again.

import { bridge } from '#renderer/bridge.ts';
import { fontFaces } from '#renderer/look/faces.ts';
import { issuedBytes, keepIssued } from '#renderer/store/issued-store.ts';
import { pressFile, pressPage } from '#renderer/workers/run.ts';
import { issuePack } from '#shared/acts/issue-pack.ts';
import { snapshotName } from '#shared/change/asat.ts';
import { gathered } from '#shared/change/part.ts';
import { issuedDeck } from '#shared/deck/issued.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDate } from '#shared/deck/pack.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Edition, IssuedFile, PackFile } from '#shared/domain/pack.ts';
import { today } from '#shared/kit/context.ts';
import { sha256 } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Language } from '#shared/words/format.ts';
import { perform } from './act.ts';
import { useDesk } from './desk.ts';
import { asFileName } from './files.ts';
import { usePrefs } from './prefs.ts';

/** The kinds of file this machine can press: a plain browser prints pages by its own dialog and keeps no bytes of them. */
export const issuedKinds = (): readonly PackFile[] =>
  bridge.platform.kind === 'browser' ? ['pptx', 'xlsx'] : ['pptx', 'pdf', 'xlsx'];

export interface Issue {
  readonly number: string;
  readonly title: string;
  readonly languages: readonly Language[];
  readonly supersedes?: RecordId | undefined;
  readonly reason?: string | undefined;
}

/** Presses every edition first, records it then: a pack is only issued when all of its files are there. */
export async function issue({ number, title, languages, supersedes, reason }: Issue): Promise<Result<void>> {
  const { opened, book } = useDesk.getState();
  if (!opened || !book) return refuse('pack.nothingToIssue');
  if (supersedes && !reason?.trim()) return refuse('pack.whySuperseded', {}, 'reason');
  const snapshot = snapshotName(book.state);
  const asAt = packDate(book, today(opened.ctx));
  const { digits, calendar } = usePrefs.getState().prefs;
  const rows = gathered(await opened.store.readSince(0));
  const tips = [...book.state.tips.values()];
  const pressed: { sha256: string; bytes: Uint8Array }[] = [];
  const editions: Edition[] = [];
  for (const language of languages) {
    const deck = issuedDeck(rows, { tips, asAt, snapshot, number }, { language, digits, calendar });
    // another window wrote meanwhile: what is on screen is not what is in the log
    if (!deck) return refuse('pack.moved');
    const files: IssuedFile[] = [];
    for (const kind of issuedKinds()) {
      const bytes = await press(deck, kind);
      if (!bytes.ok) return bytes;
      const hash = sha256(bytes.value);
      pressed.push({ sha256: hash, bytes: bytes.value });
      files.push({ kind, sha256: hash, bytes: bytes.value.byteLength });
    }
    editions.push({ language, digits, calendar, slides: deck.slides.length, files });
  }
  // before it is recorded: a pack whose bytes could not be kept would be one that cannot be handed out again
  await keepIssued(pressed);
  const recorded = await perform(issuePack, { number, title, asAt, snapshot, editions, supersedes, reason });
  return recorded.ok ? done(undefined) : recorded;
}

async function press(deck: Deck, kind: PackFile): Promise<Result<Uint8Array>> {
  if (kind !== 'pdf') return pressFile(deck, kind).result;
  const page = await pressPage(deck, await fontFaces()).result;
  if (!page.ok) return page;
  const printed = await bridge.printPdf({ html: page.value });
  return printed.ok ? done(printed.value.bytes) : printed;
}

/** `kept`: the bytes that were handed out. `again`: pressed anew from its changes, to the very same bytes. `anew`: not the same. */
export type Handed = 'kept' | 'again' | 'anew';

/** @returns how the file came to be, or undefined where no place was chosen */
export async function handOut(
  pack: Entry<'pack'>,
  edition: Edition,
  { kind, sha256: hash }: IssuedFile,
): Promise<Result<{ readonly name: string; readonly how: Handed } | undefined>> {
  const { opened } = useDesk.getState();
  if (!opened) return refuse('pack.elsewhere');
  const kept = await issuedBytes(hash);
  let bytes = kept && sha256(kept) === hash ? kept : undefined;
  let how: Handed = 'kept';
  if (!bytes) {
    const deck = issuedDeck(gathered(await opened.store.readSince(0)), pack, edition);
    if (!deck) return refuse('pack.elsewhere');
    const pressed = await press(deck, kind);
    if (!pressed.ok) return pressed;
    bytes = pressed.value;
    how = sha256(bytes) === hash ? 'again' : 'anew';
  }
  const name = asFileName(`${pack.title} ${pack.number} ${edition.language}`, pack.number);
  const saved = await bridge.saveFile({ suggestedName: `${name}.${kind}`, kind, bytes });
  if (saved.ok) return done({ name: saved.value.name, how });
  return saved.problem.code === 'bridge.cancelled' ? done(undefined) : saved;
}
