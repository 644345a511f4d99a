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

export interface Platform {
  readonly kind: 'desktop' | 'browser';
  readonly version: string;
}

/** What the page sees, be it on the desktop (`window.bridge`) or in a plain browser (`renderer/browser.ts`). */
export interface Bridge {
  readonly platform: Platform;
  openFile(request: OpenRequest): Promise<Outcome<OpenedFile>>;
  saveFile(request: SaveRequest): Promise<Outcome<SavedFile>>;
  printPdf(request: PrintRequest): Promise<Outcome<PrintedPdf>>;
  /** Files handed over from outside (double click, a second start); those that came before are delivered too. */
  onOpenFile(listener: (opened: Outcome<OpenedFile>) => void): () => void;
}

/** The calls the machine answers. `takeOpened` is how onOpenFile collects what waits; the page itself never calls it. */
export interface Calls {
  openFile: { request: OpenRequest; reply: OpenedFile };
  saveFile: { request: SaveRequest; reply: SavedFile };
  printPdf: { request: PrintRequest; reply: PrintedPdf };
  takeOpened: { request: Nothing; reply: readonly Outcome<OpenedFile>[] };
}

export type Nothing = Readonly<Record<string, never>>;
export type CallName = keyof Calls;

export const CHANNELS = {
  openFile: 'bridge:openFile',
  saveFile: 'bridge:saveFile',
  printPdf: 'bridge:printPdf',
  takeOpened: 'bridge:takeOpened',
} as const satisfies Record<CallName, string>;

/** The machine's one word to the page, without content: "a file waits, come and take it". */
export const FILE_WAITS = 'bridge:fileWaits';
