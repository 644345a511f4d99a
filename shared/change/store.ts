// The port behind which a log lives: Dexie in the page, a file at the command line, memory in tests.
import type { Change } from './model.ts';
import type { Holding } from './withheld.ts';

export interface LogRow {
  /** Counts up by one for each change this store holds; local to the store, never exchanged. */
  readonly seq: number;
  readonly change: Change;
  /** When this laptop got the change, milliseconds since 1970. */
  readonly arrived: number;
}

/** A book folded up to `foldedTo`: opens without reading the log. Texts are opaque to the store. */
export interface Snapshot {
  readonly foldedTo: number;
  /** Rows by chunk; a fold hands in only the chunks that changed. */
  readonly chunks: ReadonlyMap<string, string>;
}

export interface LogStore {
  readonly snapshot: () => Promise<Snapshot | undefined>;
  /** Rows after `seq`, in order; those already folded are read from where they were laid away. */
  readonly readSince: (seq: number) => Promise<readonly LogRow[]>;
  /**
   * One read-write transaction: hands `decide` the rows after `seq`, appends what it returns, and answers with the
   * rows it appended once they are durable. `decide` is synchronous and may run only once per call.
   * @param holding given with a merge: what the book withholds from then on, kept in the same transaction
   */
  readonly append: (
    seq: number,
    decide: (unseen: readonly LogRow[]) => readonly Change[],
    nowMs: number,
    holding?: { readonly now: Holding | undefined },
  ) => Promise<readonly LogRow[]>;
  /** What this copy of the book does not carry; undefined where it carries everything it knows. */
  readonly holding: () => Promise<Holding | undefined>;
  /** Stores the chunks and the mark in one transaction; the log rows they cover may be laid away, never dropped. */
  readonly fold: (snapshot: Snapshot) => Promise<void>;
  readonly close: () => void;
}
