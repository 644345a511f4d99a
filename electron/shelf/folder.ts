// A shared folder a person granted: its book files are listed, read and written by name, never by a path.
import { lstat, readdir, rm } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { codeOf, saveAtomically } from '#electron/host/save.ts';
import {
  type ChooseFolderRequest,
  type FileBytes,
  FOLDER_LIMIT_FILES,
  type FolderFile,
  type FolderFileRequest,
  type FolderRequest,
  type GrantedFolder,
  OPEN_KINDS,
  type WriteInFolderRequest,
} from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { done, refuse } from '#shared/kit/result.ts';
import type { Grants } from './grants.ts';
import { hasExtension, isSafeName, LONGEST_BYTES } from './names.ts';
import { DO_NOT_FOLLOW, readBounded } from './read.ts';
import { troubleWith } from './trouble.ts';

const [EXTENSION] = OPEN_KINDS.book;
/** What a write that was cut off left beside its file is taken away after this time, by the next write of the file. */
const LEFTOVER_AFTER_MS = 3_600_000;

export async function chooseFolder(
  grants: Grants,
  { token }: ChooseFolderRequest,
  window: BrowserWindow,
): Promise<Outcome<GrantedFolder>> {
  if (token !== undefined) {
    const known = grants.pathOf(token);
    return known === undefined ? refuse('bridge.refused') : done({ token, name: folderName(known) });
  }
  const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
  const [path] = chosen.filePaths;
  if (chosen.canceled || path === undefined) return refuse('bridge.cancelled');
  return done({ token: await grants.tokenFor(path), name: folderName(path) });
}

/** The last part of its place; a whole drive has only its letter. */
const folderName = (path: string): string => basename(path) || parse(path).root;

export async function listFolder(grants: Grants, { token }: FolderRequest): Promise<Outcome<readonly FolderFile[]>> {
  const folder = grants.pathOf(token);
  if (folder === undefined) return refuse('bridge.refused');
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && isOurs(entry.name)).map(({ name }) => name);
    const files = await Promise.all(names.map((name) => fileAt(folder, name)));
    const there = files.filter((file) => file !== undefined).sort((a, b) => b.modified - a.modified);
    return done(there.slice(0, FOLDER_LIMIT_FILES));
  } catch (fault) {
    return troubleWith(folder, fault);
  }
}

/** Sync tools add to names: what lies there is taken as long as it is. */
const isOurs = (name: string): boolean => isSafeName(name, LONGEST_BYTES) && hasExtension(name, EXTENSION);

/** Undefined where it has gone meanwhile: sync tools come and go. */
async function fileAt(folder: string, name: string): Promise<FolderFile | undefined> {
  try {
    const { size, mtimeMs } = await lstat(join(folder, name));
    return { name, size, modified: Math.floor(mtimeMs) };
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return undefined;
    throw fault;
  }
}

export async function readInFolder(grants: Grants, request: FolderFileRequest): Promise<Outcome<FileBytes>> {
  const place = await placeIn(grants, request);
  if (!place.ok) return place;
  const bytes = await readBounded(place.value, DO_NOT_FOLLOW);
  return bytes.ok ? done({ bytes: bytes.value }) : bytes;
}

export async function writeInFolder(grants: Grants, request: WriteInFolderRequest): Promise<Outcome<FolderFile>> {
  const place = await placeIn(grants, request);
  if (!place.ok) return place;
  if (!isSafeName(request.name)) return refuse('bridge.badName', { name: request.name });
  const path = place.value;
  try {
    await saveAtomically(path, request.bytes);
    await sweepBeside(path);
    const { size, mtimeMs } = await lstat(path);
    return done({ name: request.name, size, modified: Math.floor(mtimeMs) });
  } catch (fault) {
    return troubleWith(path, fault);
  }
}

/** A plain file of the folder itself, there or not: a name that leads elsewhere, by a link too, is refused. */
async function placeIn(grants: Grants, { token, name }: FolderFileRequest): Promise<Outcome<string>> {
  const folder = grants.pathOf(token);
  if (folder === undefined) return refuse('bridge.refused');
  if (!isOurs(name)) return refuse('bridge.badName', { name });
  const path = join(folder, name);
  try {
    return (await lstat(path)).isFile() ? done(path) : refuse('bridge.noAccess', { name });
  } catch (fault) {
    return codeOf(fault) === 'ENOENT' ? done(path) : troubleWith(path, fault);
  }
}

/** Takes away the temporary files of this very name that earlier writes left when they were cut off. */
async function sweepBeside(path: string): Promise<void> {
  const { dir, base } = parse(path);
  const leftover = (name: string) =>
    name.startsWith(`.${base}.`) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(base.length + 2));
  const now = Date.now();
  for (const name of (await readdir(dir)).filter(leftover)) {
    const state = await lstat(join(dir, name)).catch(() => undefined);
    if (state?.isFile() && now - state.mtimeMs > LEFTOVER_AFTER_MS)
      await rm(join(dir, name), { force: true }).catch(() => undefined);
  }
}
