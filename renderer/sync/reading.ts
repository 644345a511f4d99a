// What is known of the files in a shared folder, and what follows from it: which to read, what to offer, what to say.
import type { FolderFile } from '#shared/bridge/contract.ts';
import type { ChangeId } from '#shared/kit/ids.ts';
import type { Problem, Result } from '#shared/kit/result.ts';

/** One change of a file: which, whose, and of how many writes where the file has only some. */
export type Sent = readonly [id: ChangeId, by: string, writes?: number];

/** Whether this laptop has a change, with at least so many writes; without a number, all of it. */
export type Has = (id: ChangeId, writes?: number) => boolean;

export interface SeenFile extends FolderFile {
  /** When it was last read or tried, milliseconds since 1970. */
  readonly triedAt: number;
  /** otherBook: of no concern here · sealed: asks for its passphrase · unread: not complete, held by another program, damaged */
  readonly state: 'read' | 'otherBook' | 'sealed' | 'unread';
  readonly changes: readonly Sent[];
  /** Why it could not be read, and since when. */
  readonly problem?: Problem | undefined;
  readonly since?: number | undefined;
}

export type SeenFiles = ReadonlyMap<string, SeenFile>;

/** A file that cannot be read yet is tried again after this time, though nothing of it seems to have changed. */
const TRY_AGAIN_MS = 10_000;
/** Unreadable for longer than this, it is spoken of. */
const LONG_MS = 120_000;

/** Files that are new, have changed, or could not be read the last time. */
export function toRead(listed: readonly FolderFile[], seen: SeenFiles, nowMs: number): FolderFile[] {
  return listed.filter(({ name, size, modified }) => {
    const known = seen.get(name);
    if (!known || known.size !== size || known.modified !== modified) return true;
    return known.state === 'unread' && Math.abs(nowMs - known.triedAt) >= TRY_AGAIN_MS;
  });
}

/** @param content what was read of it, or why nothing was */
export function noted(
  before: SeenFile | undefined,
  file: FolderFile,
  content: Result<{ readonly book: string; readonly changes: readonly Sent[] }>,
  book: string,
  nowMs: number,
): SeenFile {
  const seen = { name: file.name, size: file.size, modified: file.modified, triedAt: nowMs };
  if (content.ok) {
    const mine = content.value.book === book;
    return { ...seen, state: mine ? 'read' : 'otherBook', changes: mine ? content.value.changes : [] };
  }
  const { problem } = content;
  if (problem.code === 'file.sealed') return { ...seen, state: 'sealed', changes: [], problem };
  const since = before?.state === 'unread' ? (before.since ?? nowMs) : nowMs;
  return { ...seen, state: 'unread', changes: [], problem, since };
}

/** Changes of a file this laptop does not hold, or not all of. */
export const freshIn = (file: SeenFile, has: Has): Sent[] => file.changes.filter(([id, , writes]) => !has(id, writes));

export interface Offer {
  readonly ids: ReadonlySet<ChangeId>;
  /** Whose they are, who has most first; '' for someone unnamed. */
  readonly people: readonly string[];
  /** The files that hold any of them. */
  readonly files: readonly string[];
}

/** What all the files together would bring: a change that lies in several of them is one. */
export function offerOf(seen: SeenFiles, has: Has): Offer {
  const ids = new Set<ChangeId>();
  const counts = new Map<string, number>();
  const files: string[] = [];
  for (const file of seen.values()) {
    const fresh = freshIn(file, has);
    if (fresh.length > 0) files.push(file.name);
    for (const [id, by] of fresh) {
      if (ids.has(id)) continue;
      ids.add(id);
      counts.set(by, (counts.get(by) ?? 0) + 1);
    }
  }
  const people = [...counts].sort((a, b) => b[1] - a[1]).map(([by]) => by);
  return { ids, people, files: files.sort() };
}

/** Files that have been unreadable for long, or that waiting will not help. */
export const stuckIn = (seen: SeenFiles, nowMs: number): SeenFile[] =>
  [...seen.values()].filter(
    ({ state, since, problem }) =>
      state === 'sealed' ||
      (state === 'unread' && (nowMs - (since ?? nowMs) >= LONG_MS || problem?.code === 'file.newerContainer')),
  );

export interface Writing {
  /** How many changes the book here holds. */
  readonly changes: number;
  /** How many of them this laptop's own file holds; undefined where it is not there or cannot be read. */
  readonly held: number | undefined;
  /** When the book last changed here, and when the file was last written from this window. */
  readonly changedAt: number;
  readonly writtenAt: number;
}

/** Hands at rest for this long, or at work for that long: then the file is written. */
const REST_MS = 2_000;
const WORK_MS = 30_000;

/** Whether the own file is to be written: it lacks something, and it is a good moment. */
export function isToWrite({ changes, held, changedAt, writtenAt }: Writing, nowMs: number): boolean {
  if (held === changes) return false;
  if (changedAt <= writtenAt) return nowMs - writtenAt >= WORK_MS;
  return nowMs - changedAt >= REST_MS || nowMs - Math.max(writtenAt, 0) >= WORK_MS;
}

/** In bytes: with the mark and the ending well below what a name may have, since sync tools add theirs to it. */
const BOOK_BYTES = 64;
const PERSON_BYTES = 40;

/** The own file's name: whose book, which person, which laptop. Renaming any of them later renames no file. */
export const ownFileName = (book: string, person: string, laptop: string): string =>
  `${[short(book, BOOK_BYTES), short(person, PERSON_BYTES), laptop].filter(Boolean).join(' – ')}.mizan`;

const weight = (text: string): number => new TextEncoder().encode(text).length;

/** What of a name can stand in a file's, cut between words where it is too long: half a year is another year. */
function short(name: string, most: number): string {
  const plain = name.replace(/[\\/:*?"<>|.\p{Cc}\p{Cf}]+/gu, ' ').trim();
  let taken = '';
  for (const word of plain.split(/\s+/)) {
    const more = taken === '' ? word : `${taken} ${word}`;
    if (weight(more) > most) break;
    taken = more;
  }
  // a single word without end is cut where it must be
  if (taken === '') for (const sign of plain) if (weight(taken + sign) <= most) taken += sign;
  return taken.normalize('NFC');
}
