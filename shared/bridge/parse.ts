// Requests are `unknown` until read here: exact members, exact types, bounds before anything is done with them.
import { isId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { momentOf } from '#shared/kit/rolling.ts';
import {
  type CallName,
  type Calls,
  type ChooseFolderRequest,
  FILE_LIMIT_BYTES,
  type FolderFileRequest,
  type FolderRequest,
  type KeepBackupRequest,
  type ListBackupsRequest,
  type Nothing,
  OPEN_KINDS,
  type OpenKind,
  type OpenRequest,
  PRINT_LIMIT_CHARACTERS,
  type PrintRequest,
  type ReadBackupRequest,
  SAVE_KINDS,
  type SaveKind,
  type SaveRequest,
  type WriteInFolderRequest,
} from './contract.ts';
import type { Outcome } from './problems.ts';

const TOKEN = /^[0-9a-f]{32}$/;
const NAME_LIMIT_CHARACTERS = 255;

const isOpenKind = (x: unknown): x is OpenKind => typeof x === 'string' && Object.hasOwn(OPEN_KINDS, x);
const isSaveKind = (x: unknown): x is SaveKind => SAVE_KINDS.some((kind) => kind === x);
const isToken = (x: unknown): x is string => typeof x === 'string' && TOKEN.test(x);
/** Only so much: whether it can stand as a file's name is for the machine to say. */
const isName = (x: unknown): x is string => typeof x === 'string' && x.length <= NAME_LIMIT_CHARACTERS;
const badMember = (path: string) => refuse('bridge.badRequest', undefined, path);

/** Names the first member the contract does not know, so that nothing travels beside what was agreed. */
function stranger(request: Record<string, unknown>, known: readonly string[]): string | undefined {
  return Object.keys(request).find((member) => !known.includes(member));
}

function parseOpen(x: unknown): Outcome<OpenRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['kind']);
  if (extra !== undefined) return badMember(extra);
  const { kind } = x;
  return isOpenKind(kind) ? done({ kind }) : badMember('kind');
}

function parseSave(x: unknown): Outcome<SaveRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['token', 'suggestedName', 'kind', 'bytes']);
  if (extra !== undefined) return badMember(extra);
  const { token, suggestedName, kind, bytes } = x;
  if (token !== undefined && !isToken(token)) return badMember('token');
  if (!isName(suggestedName)) return badMember('suggestedName');
  if (!isSaveKind(kind)) return badMember('kind');
  const held = bytesOf(bytes, suggestedName);
  return held.ok ? done({ ...(token === undefined ? {} : { token }), suggestedName, kind, bytes: held.value }) : held;
}

function bytesOf(bytes: unknown, name: string): Outcome<Uint8Array> {
  if (!(bytes instanceof Uint8Array)) return badMember('bytes');
  return bytes.byteLength <= FILE_LIMIT_BYTES
    ? done(bytes)
    : refuse('bridge.tooLarge', { name, size: bytes.byteLength, limit: FILE_LIMIT_BYTES });
}

function parsePrint(x: unknown): Outcome<PrintRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['html']);
  if (extra !== undefined) return badMember(extra);
  const { html } = x;
  if (typeof html !== 'string' || html.length === 0 || html.length > PRINT_LIMIT_CHARACTERS) return badMember('html');
  return done({ html });
}

function parseChooseFolder(x: unknown): Outcome<ChooseFolderRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['token']);
  if (extra !== undefined) return badMember(extra);
  const { token } = x;
  if (token === undefined) return done({});
  return isToken(token) ? done({ token }) : badMember('token');
}

function parseFolder(x: unknown): Outcome<FolderRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['token']);
  if (extra !== undefined) return badMember(extra);
  return isToken(x.token) ? done({ token: x.token }) : badMember('token');
}

function parseFolderFile(x: unknown): Outcome<FolderFileRequest> {
  if (!isObject(x)) return badMember('request');
  const { name, ...rest } = x;
  const folder = parseFolder(rest);
  if (!folder.ok) return folder;
  return isName(name) ? done({ ...folder.value, name }) : badMember('name');
}

function parseWriteInFolder(x: unknown): Outcome<WriteInFolderRequest> {
  if (!isObject(x)) return badMember('request');
  const { bytes, ...rest } = x;
  const file = parseFolderFile(rest);
  if (!file.ok) return file;
  const held = bytesOf(bytes, file.value.name);
  return held.ok ? done({ ...file.value, bytes: held.value }) : held;
}

function parseKeepBackup(x: unknown): Outcome<KeepBackupRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['book', 'bytes']);
  if (extra !== undefined) return badMember(extra);
  const { book, bytes } = x;
  if (!isId(book)) return badMember('book');
  const held = bytesOf(bytes, book);
  return held.ok ? done({ book, bytes: held.value }) : held;
}

function parseListBackups(x: unknown): Outcome<ListBackupsRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['book']);
  if (extra !== undefined) return badMember(extra);
  const { book } = x;
  if (book === undefined) return done({});
  return isId(book) ? done({ book }) : badMember('book');
}

function parseReadBackup(x: unknown): Outcome<ReadBackupRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['book', 'name']);
  if (extra !== undefined) return badMember(extra);
  const { book, name } = x;
  if (!isId(book)) return badMember('book');
  // a dated name and nothing else: it leads nowhere but to a backup
  return isName(name) && momentOf(name) !== undefined ? done({ book, name }) : badMember('name');
}

function parseNothing(x: unknown): Outcome<Nothing> {
  return isObject(x) && Object.keys(x).length === 0 ? done({}) : badMember('request');
}

export const PARSERS: { readonly [Name in CallName]: (x: unknown) => Outcome<Calls[Name]['request']> } = {
  openFile: parseOpen,
  saveFile: parseSave,
  printPdf: parsePrint,
  chooseFolder: parseChooseFolder,
  listFolder: parseFolder,
  readInFolder: parseFolderFile,
  writeInFolder: parseWriteInFolder,
  keepBackup: parseKeepBackup,
  listBackups: parseListBackups,
  readBackup: parseReadBackup,
  takeOpened: parseNothing,
};
