// Backups in a plain browser: a database of their own, so that damage to a book's database does not reach them.
import Dexie, { type Table } from 'dexie';
import type { Backup, Bridge } from '#shared/bridge/contract.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { backupName, nextMoment, type Rolling, rolledOut } from '#shared/kit/rolling.ts';

interface Kept extends Backup {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A browser gives less room than a disk. */
const RULE: Rolling = { newest: 5, days: 0, weeks: 0 };

class BackupDatabase extends Dexie {
  readonly files!: Table<Kept, [string, string]>;

  constructor() {
    super('mizan-backups', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ files: '[book+name], book' });
  }
}

const listed = ({ book, name, at, size }: Kept): Backup => ({ book, name, at, size });
const isFull = (fault: unknown): boolean => fault instanceof Error && /quota/i.test(`${fault.name} ${fault.message}`);
const trouble = (fault: unknown, book: string) =>
  refuse(isFull(fault) ? 'bridge.diskFull' : 'bridge.failed', { name: book });

export function backupCalls(now: () => number): Pick<Bridge, 'keepBackup' | 'listBackups' | 'readBackup'> {
  const db = new BackupDatabase();
  return {
    keepBackup: async ({ book, bytes }) => {
      try {
        const momentsOf = async () => (await db.files.where('book').equals(book).toArray()).map((file) => file.at);
        const at = nextMoment(await momentsOf(), now());
        const kept = { book, name: backupName(at), at, size: bytes.byteLength, bytes: new Uint8Array(bytes) };
        await db.files.put(kept);
        const back = await db.files.get([book, kept.name]);
        if (back?.bytes.length !== bytes.length || !bytes.every((byte, i) => back.bytes[i] === byte)) {
          await db.files.delete([book, kept.name]);
          return refuse('bridge.notVerified');
        }
        const gone = rolledOut(await momentsOf(), at, RULE);
        await db.files.bulkDelete(gone.map((moment): [string, string] => [book, backupName(moment)]));
        return done(listed(kept));
      } catch (fault) {
        return trouble(fault, book);
      }
    },
    listBackups: async ({ book }) => {
      try {
        const files = book === undefined ? db.files.toArray() : db.files.where('book').equals(book).toArray();
        return done((await files).map(listed).sort((a, b) => b.at - a.at));
      } catch (fault) {
        return trouble(fault, book ?? '');
      }
    },
    readBackup: async ({ book, name }) => {
      try {
        const file = await db.files.get([book, name]);
        return file ? done({ bytes: file.bytes }) : refuse('bridge.fileGone', { name });
      } catch (fault) {
        return trouble(fault, book);
      }
    },
  };
}
