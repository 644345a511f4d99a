// A shared folder in a plain browser: the folder picker where there is one, its handle kept for the next start.
import { keep, kept } from '#renderer/store/desk-store.ts';
import type { Bridge, FolderFile } from '#shared/bridge/contract.ts';
import { FILE_LIMIT_BYTES, FOLDER_LIMIT_FILES } from '#shared/bridge/contract.ts';
import type { BridgeCode, Outcome } from '#shared/bridge/problems.ts';
import { done, refuse } from '#shared/kit/result.ts';

/** What browsers know of a folder beyond what the language's library tells. */
interface Folder extends FileSystemDirectoryHandle {
  readonly queryPermission: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
}
type Picker = (options: { mode: 'readwrite' }) => Promise<Folder>;

const picker = (): Picker | undefined => (window as { showDirectoryPicker?: Picker }).showDirectoryPicker;
const keyOf = (token: string): string => `folderHandle/${token}`;

export const knowsFolders = (): boolean => picker() !== undefined;

type FolderCalls = Pick<Bridge, 'chooseFolder' | 'listFolder' | 'readInFolder' | 'writeInFolder'>;

export function folderCalls(): FolderCalls {
  const held = new Map<string, Folder>();
  const folderOf = async (token: string): Promise<Folder | undefined> => {
    const folder = held.get(token) ?? ((await kept(keyOf(token))) as Folder | undefined);
    if (folder) held.set(token, folder);
    return folder;
  };
  /** Runs `work` on a folder this window may use; what the browser says against it comes as a code. */
  const within = async <T>(token: string, name: string, work: (folder: Folder) => Promise<Outcome<T>>) => {
    const folder = await folderOf(token);
    if (!folder) return refuse('bridge.refused');
    try {
      if ((await folder.queryPermission({ mode: 'readwrite' })) !== 'granted') return refuse('bridge.askAgain');
      return await work(folder);
    } catch (fault) {
      return refuse(codeOf(fault), { name: name || folder.name });
    }
  };
  return {
    chooseFolder: async ({ token }) => {
      try {
        if (token !== undefined) {
          const known = await folderOf(token);
          if (!known) return refuse('bridge.refused');
          const answer = await known.requestPermission({ mode: 'readwrite' });
          return answer === 'granted' ? done({ token, name: known.name }) : refuse('bridge.askAgain');
        }
        const pick = picker();
        if (!pick) return refuse('bridge.noFolders');
        const folder = await pick({ mode: 'readwrite' });
        const fresh = crypto.randomUUID().replaceAll('-', '');
        held.set(fresh, folder);
        await keep(keyOf(fresh), folder);
        return done({ token: fresh, name: folder.name });
      } catch (fault) {
        return refuse(codeOf(fault, 'bridge.cancelled'), { name: '' });
      }
    },
    listFolder: ({ token }) =>
      within(token, '', async (folder) => {
        const files: FolderFile[] = [];
        for await (const entry of folder.values())
          if (entry.kind === 'file' && isOurs(entry.name)) {
            const file = await stateOf(folder, entry.name);
            if (file) files.push(file);
          }
        return done(files.sort((a, b) => b.modified - a.modified).slice(0, FOLDER_LIMIT_FILES));
      }),
    readInFolder: ({ token, name }) =>
      within(token, name, async (folder) => {
        if (!isOurs(name)) return refuse('bridge.badName', { name });
        const file = await (await folder.getFileHandle(name)).getFile();
        if (file.size > FILE_LIMIT_BYTES)
          return refuse('bridge.tooLarge', { name, size: file.size, limit: FILE_LIMIT_BYTES });
        return done({ bytes: new Uint8Array(await file.arrayBuffer()) });
      }),
    writeInFolder: ({ token, name, bytes }) =>
      within(token, name, async (folder) => {
        if (!isOurs(name)) return refuse('bridge.badName', { name });
        // what is written lies beside the file until it is closed: the file is the old one or the new one
        const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await file.write(bytes as BufferSource);
        await file.close();
        return done((await stateOf(folder, name)) ?? { name, size: bytes.byteLength, modified: 0 });
      }),
  };
}

const isOurs = (name: string): boolean => /^[^.].*\.mizan$/i.test(name);

/** Undefined where it has gone meanwhile. */
async function stateOf(folder: Folder, name: string): Promise<FolderFile | undefined> {
  try {
    const { size, lastModified } = await (await folder.getFileHandle(name)).getFile();
    return { name, size, modified: lastModified };
  } catch {
    return undefined;
  }
}

const CODES: Readonly<Record<string, BridgeCode>> = {
  NotFoundError: 'bridge.fileGone',
  NotAllowedError: 'bridge.askAgain',
  SecurityError: 'bridge.noAccess',
  TypeMismatchError: 'bridge.noAccess',
  NotReadableError: 'bridge.fileBusy',
  NoModificationAllowedError: 'bridge.fileBusy',
  InvalidStateError: 'bridge.fileBusy',
  QuotaExceededError: 'bridge.diskFull',
  TypeError: 'bridge.badName',
};

const codeOf = (fault: unknown, aborted: BridgeCode = 'bridge.noAccess'): BridgeCode => {
  const name = fault instanceof Error ? fault.name : '';
  return name === 'AbortError' ? aborted : (CODES[name] ?? 'bridge.failed');
};
