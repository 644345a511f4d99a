// The one contract between the page and the machine: what may be asked, under which channel, and what comes back.
import type { Outcome } from './problems.ts';

/** What the page wants opened; the machine knows each only as a set of file extensions. */
export const OPEN_KINDS = {
  book: ['mizan'],
  sheet: ['csv', 'tsv', 'txt', 'xlsx'],
  logo: ['png', 'jpg', 'jpeg'],
} as const;
/** What the page may have saved; the kind is the file's extension. */
export const SAVE_KINDS = ['mizan', 'pptx', 'docx', 'pdf', 'xlsx', 'json', 'zip', 'svg', 'png'] as const;

export type OpenKind = keyof typeof OPEN_KINDS;
export type SaveKind = (typeof SAVE_KINDS)[number];

/** A file above this is refused before it is read or written. */
export const FILE_LIMIT_BYTES = 512 * 1024 * 1024;
/** Book files of a folder beyond this many are not looked at: the newest are. */
export const FOLDER_LIMIT_FILES = 500;
/** A document above this is not printed. */
export const PRINT_LIMIT_CHARACTERS = 128 * 1024 * 1024;

export interface OpenRequest {
  readonly kind: OpenKind;
}

/** `token` stands for the place on disk, which the page never learns. */
export interface OpenedFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SaveRequest {
  /** Present: save again to the place this token stands for, without a dialog. */
  readonly token?: string;
  readonly suggestedName: string;
  readonly kind: SaveKind;
  readonly bytes: Uint8Array;
}

export interface SavedFile {
  readonly token: string;
  readonly name: string;
  /** In bytes, as written. */
  readonly size: number;
}

/** A whole document of its own: styles, pictures and fonts inline; its scripts never run. */
export interface PrintRequest {
  readonly html: string;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A folder a person chose; `token` stands for its place, on the desktop for good, in a browser as long as it remembers. */
export interface GrantedFolder {
  readonly token: string;
  readonly name: string;
}

export interface ChooseFolderRequest {
  /** Present: ask again for the folder this token stands for, without a choice. */
  readonly token?: string;
}

export interface FolderRequest {
  readonly token: string;
}

/** A book file that lies in a granted folder itself, not in one below it. */
export interface FolderFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970, by the folder's own clock: good for telling versions apart, not for ordering them. */
  readonly modified: number;
}

export interface FolderFileRequest extends FolderRequest {
  readonly name: string;
}

export interface WriteInFolderRequest extends FolderFileRequest {
  readonly bytes: Uint8Array;
}

export interface FileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface KeepBackupRequest {
  /** The book's id. */
  readonly book: string;
  readonly bytes: Uint8Array;
}

/** A whole copy of a book this laptop keeps by itself, read back and compared when it was written. */
export interface Backup {
  readonly book: string;
  readonly name: string;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  /** In bytes. */
  readonly size: number;
}

export interface ListBackupsRequest {
  /** Absent: those of every book. */
  readonly book?: string;
}

export interface ReadBackupRequest {
  readonly book: string;
  readonly name: string;
}

export interface Platform {
  readonly kind: 'desktop' | 'browser';
  readonly version: string;
  /** Whether a folder can be granted here at all; some browsers know no folders. */
  readonly folders: boolean;
}

/** What the page sees, be it on the desktop (`window.bridge`) or in a plain browser (`renderer/browser.ts`). */
export interface Bridge {
  readonly platform: Platform;
  openFile(request: OpenRequest): Promise<Outcome<OpenedFile>>;
  saveFile(request: SaveRequest): Promise<Outcome<SavedFile>>;
  printPdf(request: PrintRequest): Promise<Outcome<PrintedPdf>>;
  chooseFolder(request: ChooseFolderRequest): Promise<Outcome<GrantedFolder>>;
  listFolder(request: FolderRequest): Promise<Outcome<readonly FolderFile[]>>;
  readInFolder(request: FolderFileRequest): Promise<Outcome<FileBytes>>;
  /** Puts the file in its place whole or not at all. */
  writeInFolder(request: WriteInFolderRequest): Promise<Outcome<FolderFile>>;
  keepBackup(request: KeepBackupRequest): Promise<Outcome<Backup>>;
  /** Newest first. */
  listBackups(request: ListBackupsRequest): Promise<Outcome<readonly Backup[]>>;
  readBackup(request: ReadBackupRequest): Promise<Outcome<FileBytes>>;
  /** Files handed over from outside (double click, a second start); those that came before are delivered too. */
  onOpenFile(listener: (opened: Outcome<OpenedFile>) => void): () => void;
}

/** The calls the machine answers. `takeOpened` is how onOpenFile collects what waits; the page itself never calls it. */
export interface Calls {
  openFile: { request: OpenRequest; reply: OpenedFile };
  saveFile: { request: SaveRequest; reply: SavedFile };
  printPdf: { request: PrintRequest; reply: PrintedPdf };
  chooseFolder: { request: ChooseFolderRequest; reply: GrantedFolder };
  listFolder: { request: FolderRequest; reply: readonly FolderFile[] };
  readInFolder: { request: FolderFileRequest; reply: FileBytes };
  writeInFolder: { request: WriteInFolderRequest; reply: FolderFile };
  keepBackup: { request: KeepBackupRequest; reply: Backup };
  listBackups: { request: ListBackupsRequest; reply: readonly Backup[] };
  readBackup: { request: ReadBackupRequest; reply: FileBytes };
  takeOpened: { request: Nothing; reply: readonly Outcome<OpenedFile>[] };
}

export type Nothing = Readonly<Record<string, never>>;
export type CallName = keyof Calls;

export const CHANNELS = {
  openFile: 'bridge:openFile',
  saveFile: 'bridge:saveFile',
  printPdf: 'bridge:printPdf',
  chooseFolder: 'bridge:chooseFolder',
  listFolder: 'bridge:listFolder',
  readInFolder: 'bridge:readInFolder',
  writeInFolder: 'bridge:writeInFolder',
  keepBackup: 'bridge:keepBackup',
  listBackups: 'bridge:listBackups',
  readBackup: 'bridge:readBackup',
  takeOpened: 'bridge:takeOpened',
} as const satisfies Record<CallName, string>;

/** The machine's one word to the page, without content: "a file waits, come and take it". */
export const FILE_WAITS = 'bridge:fileWaits';
