// The log of one book in the browser's database: every append one strict transaction, old log laid away compressed.
import Dexie, { type Table } from 'dexie';
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { decodeChange, encodeChange } from '#shared/change/codec.ts';
import type { Change } from '#shared/change/model.ts';
import type { LogRow, LogStore, Snapshot } from '#shared/change/store.ts';
import type { Holding } from '#shared/change/withheld.ts';
import { sha256 } from '#shared/kit/hash.ts';
import { type LastScreen, SCREEN_KEY } from './last-screen.ts';

interface StoredRow {
  readonly seq: number;
  readonly text: string;
  readonly arrived: number;
}

/** A run of old rows, one a line ("arrived text"), deflated and named by the hash of what was deflated. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

interface Chunk {
  readonly key: string;
  readonly text: string;
}

class BookDatabase extends Dexie {
  readonly log!: Table<StoredRow, number>;
  readonly segments!: Table<Segment, number>;
  readonly chunks!: Table<Chunk, string>;
  readonly meta!: Table<{ key: string; value: unknown }, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ log: 'seq', segments: 'from', chunks: 'key', meta: 'key' });
  }
}

export interface PageStore extends LogStore {
  /** The figures of the first screen, if they were written for the newest row of the log. */
  readonly summary: () => Promise<string | undefined>;
  readonly keepSummary: (seq: number, text: string) => Promise<void>;
  /** Keeps the screen as drawn at row `seq`; see last-screen.ts. */
  readonly keepScreen: (screen: LastScreen) => Promise<void>;
}

export const bookDatabaseName = (book: string): string => `mizan-book-${book}`;

/** What is stored is not what was written; told apart from a full disk and the like, because its remedy differs. */
export class DamagedLog extends Error {}

/** What a damaged log still gives, and how many of its rows it does not. */
export interface Salvaged {
  readonly changes: readonly Change[];
  readonly holding?: Holding | undefined;
  readonly lost: number;
}

/**
 * Reads a log row by row, passing over what cannot be read. A segment whose hash does not hold is passed over whole:
 * a figure in it might have changed and still look like one. Nothing is written.
 */
export async function salvage(database: string): Promise<Salvaged> {
  const db = new BookDatabase(database);
  const changes = new Map<string, Change>();
  let lost = 0;
  let holding: Holding | undefined;
  try {
    for (const segment of await db.segments.toArray())
      try {
        for (const { change } of unpackSegment(segment)) changes.set(change.id, change);
      } catch {
        lost += segment.to - segment.from + 1;
      }
    for (const { text } of await db.log.toArray()) {
      const change = typeof text === 'string' ? decodeChange(text) : undefined;
      if (change?.ok) changes.set(change.value.id, change.value);
      else lost++;
    }
    holding = (await db.meta.get('holding'))?.value as Holding | undefined;
  } finally {
    db.close();
  }
  return { changes: [...changes.values()], holding, lost };
}

/** @param database another than the book's first, where that was damaged and the book was restored beside it */
export function openPageStore(book: string, database = bookDatabaseName(book)): PageStore {
  const db = new BookDatabase(database);
  const foldedTo = async () => ((await db.meta.get('foldedTo'))?.value as number | undefined) ?? 0;
  const lastSeq = async () => (await db.log.orderBy('seq').last())?.seq ?? (await foldedTo());

  const rowsAfter = async (seq: number): Promise<LogRow[]> => {
    const old = seq < (await foldedTo()) ? await db.segments.filter((segment) => segment.to > seq).toArray() : [];
    const rows = old.flatMap(unpackSegment).filter((row) => row.seq > seq);
    for (const row of await db.log.where('seq').above(seq).toArray()) rows.push(rowFrom(row));
    return rows;
  };

  return {
    snapshot: () =>
      db.transaction('r', db.meta, db.chunks, async () => {
        const folded = await foldedTo();
        if (folded === 0) return undefined;
        const chunks = await db.chunks.toArray();
        return { foldedTo: folded, chunks: new Map(chunks.map(({ key, text }) => [key, text])) };
      }),
    readSince: (seq) => db.transaction('r', db.log, db.segments, db.meta, () => rowsAfter(seq)),
    holding: async () => (await db.meta.get('holding'))?.value as Holding | undefined,
    append: (seq, decide, nowMs, holding) =>
      db.transaction('rw', db.log, db.segments, db.meta, async () => {
        const unseen = await rowsAfter(seq);
        const last = unseen.at(-1)?.seq ?? (await lastSeq());
        const added = decide(unseen).map((change, i): LogRow => ({ seq: last + 1 + i, change, arrived: nowMs }));
        if (added.length > 0) {
          await db.log.bulkAdd(
            added.map((row) => ({ seq: row.seq, text: encodeChange(row.change), arrived: row.arrived })),
          );
        }
        if (holding?.now) await db.meta.put({ key: 'holding', value: holding.now });
        else if (holding) await db.meta.delete('holding');
        return added;
      }),
    fold: (snapshot) => fold(db, snapshot, foldedTo),
    summary: () =>
      db.transaction('r', db.meta, db.log, async () => {
        const kept = (await db.meta.get('summary'))?.value as { seq: number; text: string } | undefined;
        return kept && kept.seq === (await lastSeq()) ? kept.text : undefined;
      }),
    keepSummary: async (seq, text) => {
      await db.meta.put({ key: 'summary', value: { seq, text } });
    },
    close: () => db.close(),
    keepScreen: async (screen) => {
      await db.meta.put({ key: SCREEN_KEY, value: screen });
    },
  };
}

/** Chunks, mark and segment in one transaction: a crash leaves the old fold or the new one. */
async function fold(db: BookDatabase, snapshot: Snapshot, foldedTo: () => Promise<number>): Promise<void> {
  await db.transaction('rw', db.log, db.segments, db.chunks, db.meta, async () => {
    const before = await foldedTo();
    if (snapshot.foldedTo <= before) return;
    const rows = await db.log.where('seq').belowOrEqual(snapshot.foldedTo).toArray();
    if (rows.length > 0) await db.segments.add(packSegment(rows));
    await db.log.where('seq').belowOrEqual(snapshot.foldedTo).delete();
    await db.chunks.bulkPut([...snapshot.chunks].map(([key, text]) => ({ key, text })));
    await db.meta.put({ key: 'foldedTo', value: snapshot.foldedTo });
  });
}

function packSegment(rows: readonly StoredRow[]): Segment {
  const plain = strToU8(rows.map((row) => `${row.arrived} ${row.text}`).join('\n'));
  const first = rows[0] as StoredRow;
  const last = rows[rows.length - 1] as StoredRow;
  return { from: first.seq, to: last.seq, sha256: sha256(plain), bytes: deflateSync(plain, { level: 6 }) };
}

function inflated(segment: Segment): Uint8Array {
  try {
    return inflateSync(segment.bytes);
  } catch {
    throw new DamagedLog('segment');
  }
}

function unpackSegment(segment: Segment): LogRow[] {
  const plain = inflated(segment);
  if (sha256(plain) !== segment.sha256) throw new DamagedLog('segment');
  return strFromU8(plain)
    .split('\n')
    .map((line, i) => {
      const space = line.indexOf(' ');
      return rowFrom({ seq: segment.from + i, arrived: Number(line.slice(0, space)), text: line.slice(space + 1) });
    });
}

function rowFrom(row: StoredRow): LogRow {
  const change = decodeChange(row.text);
  if (!change.ok) throw new DamagedLog(`log row ${row.seq}: ${change.problem.path ?? change.problem.code}`);
  return { seq: row.seq, change: change.value, arrived: row.arrived };
}
