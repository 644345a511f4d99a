// The files of issued packs as they were handed out, by their hash: asked for again, the same bytes go out.
import Dexie, { type Table } from 'dexie';

class IssuedDatabase extends Dexie {
  readonly files!: Table<{ sha256: string; bytes: Uint8Array }, string>;

  constructor() {
    super('mizan-issued');
    this.version(1).stores({ files: 'sha256' });
  }
}

const db = new IssuedDatabase();

export const keepIssued = async (files: readonly { sha256: string; bytes: Uint8Array }[]): Promise<void> =>
  void (await db.files.bulkPut([...files]));
export const issuedBytes = async (sha256: string): Promise<Uint8Array | undefined> =>
  (await db.files.get(sha256))?.bytes;
