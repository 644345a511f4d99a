// The exchange through a shared folder: looks at the others' files every few seconds, keeps this laptop's own up to date.
import { bridge } from '#renderer/bridge.ts';
import { lookAgain } from '#renderer/desk/books.ts';
import { type Opened, useDesk } from '#renderer/desk/desk.ts';
import { hush, type SharedFolder, type ToldFile, useFolder } from '#renderer/desk/folder.ts';
import { usePrefs } from '#renderer/desk/prefs.ts';
import { databaseOf, keep, kept } from '#renderer/store/desk-store.ts';
import { readBookFile, writeStoredBook } from '#renderer/workers/run.ts';
import type { State } from '#shared/change/state.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import { done, type Result } from '#shared/kit/result.ts';
import {
  freshIn,
  type Has,
  isToWrite,
  noted,
  offerOf,
  ownFileName,
  type SeenFile,
  stuckIn,
  toRead,
} from './reading.ts';

const EVERY_MS = 5_000;
const SOON_MS = 2_200;
/** A folder that cannot be reached is asked less often. */
const UNREACHABLE_MS = 30_000;

const MOST_HUSHED = 200;

const keyOf = (book: string): string => `folder/${book}`;

/** What this window knows of the folder of the open book; begins anew with another book or folder. */
let round: { readonly token: string; seen: Map<string, SeenFile>; changedAt: number; writtenAt: number } | undefined;
let notBefore = 0;
let running: Promise<void> = Promise.resolve();

/** Starts the exchange for whichever book is open, now and later. */
export function startFolder(): void {
  useDesk.subscribe((now, before) => {
    if (now.opened !== before.opened) void begin();
    else if (now.book !== before.book && round) {
      round.changedAt = Date.now();
      setTimeout(() => void lookAround(), SOON_MS);
    }
  });
  setInterval(() => void lookAround(), EVERY_MS);
  window.addEventListener('focus', () => {
    notBefore = 0;
    void lookAround();
  });
  void begin();
}

async function begin(): Promise<void> {
  round = undefined;
  useFolder.setState({ folder: undefined, hushed: new Set() });
  const { opened } = useDesk.getState();
  if (!opened) return;
  const known = await kept(keyOf(opened.id)).catch(() => undefined);
  if (useDesk.getState().opened !== opened || !isObject(known)) return;
  const { token, name, ownName } = known;
  if (typeof token !== 'string' || typeof name !== 'string' || typeof ownName !== 'string') return;
  await use({ token, name, ownName });
}

async function use(folder: Pick<SharedFolder, 'token' | 'name' | 'ownName'>): Promise<void> {
  round = { token: folder.token, seen: new Map(), changedAt: Date.now(), writtenAt: 0 };
  useFolder.setState({ folder: { ...folder, files: [], fresh: new Set(), people: [], stuck: [] }, hushed: new Set() });
  notBefore = 0;
  const known = await hushedFiles();
  hush(known);
  await lookAround();
}

/** Files that were spoken of once need not be again after the next start. */
async function hushedFiles(): Promise<string[]> {
  const known = await kept('folderHushed').catch(() => undefined);
  return Array.isArray(known) ? known.filter((each) => typeof each === 'string') : [];
}

/** Puts off what is said of the folder; it stays in the folder's own page. */
export async function putOff(): Promise<void> {
  const { folder } = useFolder.getState();
  if (!folder) return;
  hush([...folder.fresh, ...folder.stuck]);
  await keep('folderHushed', [...new Set([...(await hushedFiles()), ...folder.stuck])].slice(-MOST_HUSHED));
}

/** A few letters that tell this laptop's file from others of the same person. */
async function laptopMark(isNew = false): Promise<string> {
  const known = isNew ? undefined : await kept('laptop');
  if (typeof known === 'string') return known;
  const mark = [...crypto.getRandomValues(new Uint8Array(2))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  await keep('laptop', mark);
  return mark;
}

async function ownName(isNew = false): Promise<string> {
  const { prefs, words } = usePrefs.getState();
  const book = useDesk.getState().book?.office.name ?? '';
  return ownFileName(book || words.say('bar.unnamed'), prefs.person, await laptopMark(isNew));
}

/** Asks for a folder and begins to exchange through it. */
export async function chooseFolder(): Promise<Result<void>> {
  const { opened } = useDesk.getState();
  const chosen = await bridge.chooseFolder({});
  if (!chosen.ok) return chosen;
  if (!opened || useDesk.getState().opened !== opened) return done(undefined);
  const folder = { ...chosen.value, ownName: await ownName() };
  await keep(keyOf(opened.id), folder);
  await use(folder);
  return done(undefined);
}

/** A browser forgets the right to a folder with every restart: asked for again by a person's own click. */
export async function askAgain(): Promise<Result<void>> {
  const { folder } = useFolder.getState();
  if (!folder) return done(undefined);
  const granted = await bridge.chooseFolder({ token: folder.token });
  if (!granted.ok) return granted;
  notBefore = 0;
  await lookAround();
  return done(undefined);
}

/** Stops the exchange; every file stays where it lies. */
export async function stopFolder(): Promise<void> {
  const { opened } = useDesk.getState();
  round = undefined;
  useFolder.setState({ folder: undefined, hushed: new Set() });
  if (opened) await keep(keyOf(opened.id), null);
}

/** Rounds follow one another, so that a file is never read and written at once by the same window. */
export function lookAround(): Promise<void> {
  running = running.then(oneRound, oneRound).catch(() => undefined);
  return running;
}

async function oneRound(): Promise<void> {
  const { opened } = useDesk.getState();
  const mine = round;
  const { folder } = useFolder.getState();
  if (!opened || !mine || !folder || Date.now() < notBefore) return;
  const isStill = () => round === mine && useDesk.getState().opened === opened;
  const listed = await bridge.listFolder({ token: mine.token });
  if (!isStill()) return;
  if (!listed.ok) {
    notBefore = Date.now() + UNREACHABLE_MS;
    return patch({ problem: listed.problem });
  }
  const names = new Set(listed.value.map(({ name }) => name));
  for (const name of mine.seen.keys()) if (!names.has(name)) mine.seen.delete(name);
  for (const file of toRead(listed.value, mine.seen, Date.now())) {
    const bytes = await bridge.readInFolder({ token: mine.token, name: file.name });
    const content = bytes.ok ? await readBookFile(bytes.value.bytes) : bytes;
    if (!isStill()) return;
    mine.seen.set(file.name, noted(mine.seen.get(file.name), file, content, opened.id, Date.now()));
  }
  patch({ problem: undefined, ...told(opened, mine.seen, folder.ownName) });
  await writeOwn(opened, mine, folder, isStill);
}

const patch = (change: Partial<SharedFolder>): void =>
  useFolder.setState(({ folder }) => ({ folder: folder && { ...folder, ...change } }));

/** Some systems hand a name back with its marks apart from its letters. */
const isSameName = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');

const hasIn =
  (state: State): Has =>
  (id, writes = Number.POSITIVE_INFINITY) => {
    const place = state.placeOf.get(id);
    const part = place === undefined ? undefined : state.parts.get(place);
    return place !== undefined && (part === undefined || part.places.size >= writes);
  };

function told(opened: Opened, seen: ReadonlyMap<string, SeenFile>, own: string) {
  const { state } = opened.open;
  const has = hasIn(state);
  const offer = offerOf(seen, has);
  const files = [...seen.values()].flatMap((file): ToldFile[] => {
    const { name, modified, state: what, problem } = file;
    if (what === 'otherBook') return [];
    return [{ name, modified, state: what, problem, isOwn: isSameName(name, own), fresh: freshIn(file, has).length }];
  });
  return {
    files: files.sort((a, b) => b.modified - a.modified),
    fresh: offer.ids,
    people: offer.people,
    stuck: stuckIn(seen, Date.now()).map(({ name, modified }) => `${name}\n${modified}`),
  };
}

/** Writes the whole log to this laptop's own file, where that lacks something. */
async function writeOwn(
  opened: Opened,
  mine: NonNullable<typeof round>,
  folder: SharedFolder,
  isStill: () => boolean,
): Promise<void> {
  const own = [...mine.seen.values()].find(({ name }) => isSameName(name, folder.ownName));
  const { state } = opened.open;
  const freshInOwn = () => (own ? freshIn(own, hasIn(state)).length : 0);
  // another window of this laptop may have written it, with an edit that has not come here yet
  if (freshInOwn() > 0) await lookAgain(opened.id);
  if (!isStill()) return;
  // else a file of our name that holds what we lack was written elsewhere, as by a copied laptop: it is left to the other
  if (own?.state === 'otherBook' || freshInOwn() > 0) {
    const renamed = { token: folder.token, name: folder.name, ownName: await ownName(true) };
    await keep(keyOf(opened.id), renamed);
    if (!isStill()) return;
    mine.writtenAt = 0;
    patch(renamed);
    return lookSoon();
  }
  const held = own?.state === 'read' ? own.changes.length : undefined;
  const { changedAt, writtenAt } = mine;
  if (!isToWrite({ changes: state.changes.length, held, changedAt, writtenAt }, Date.now())) return;
  await navigator.locks.request(`mizan-folder-${opened.id}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    // an edit made while the file is being written is not in it
    mine.writtenAt = Date.now();
    const written = await writeStoredBook(opened.id as BookId, await databaseOf(opened.id));
    if (!isStill()) return;
    if (!written.ok) return patch({ unwritten: written.problem });
    const kept = await bridge.writeInFolder({
      token: mine.token,
      name: folder.ownName,
      bytes: written.value.bytes,
    });
    if (!isStill()) return;
    if (!kept.ok) return patch({ unwritten: kept.problem });
    patch({ writtenAt: mine.writtenAt, unwritten: undefined });
    lookSoon();
  });
}

/** The next round reads back what was written. */
const lookSoon = (): void => void setTimeout(() => void lookAround(), 300);
