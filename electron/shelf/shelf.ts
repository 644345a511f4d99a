// Opens and saves what a person chose in a dialog; keeps the paths to itself and hands out tokens.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { saveAtomically } from '#electron/host/save.ts';
import {
  OPEN_KINDS,
  type OpenedFile,
  type OpenRequest,
  type SavedFile,
  type SaveRequest,
} from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { hasExtension, isSafeName, withExtension } from './names.ts';
import { readBounded } from './read.ts';
import type { Tokens } from './tokens.ts';
import { troubleWith } from './trouble.ts';

/** Files of our own format keep the one before as a backup. */
const KEPT_TWICE = 'mizan';

/** The extensions are their own label: the machine has no words to translate. */
const filterOf = (extensions: readonly string[]): FileFilter => ({
  name: extensions.map((extension) => extension.toUpperCase()).join(', '),
  extensions: [...extensions],
});

export async function openFile(
  tokens: Tokens,
  { kind }: OpenRequest,
  window: BrowserWindow,
): Promise<Outcome<OpenedFile>> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [filterOf(OPEN_KINDS[kind])],
  });
  const [path] = chosen.filePaths;
  return chosen.canceled || path === undefined ? refuse('bridge.cancelled') : readOpened(tokens, path);
}

export async function readOpened(tokens: Tokens, path: string): Promise<Outcome<OpenedFile>> {
  const bytes = await readBounded(path);
  return bytes.ok ? done({ token: tokens.tokenFor(path), name: basename(path), bytes: bytes.value }) : bytes;
}

export async function saveFile(
  tokens: Tokens,
  request: SaveRequest,
  window: BrowserWindow,
): Promise<Outcome<SavedFile>> {
  const place =
    request.token === undefined ? await askPlace(request, window) : placeOf(tokens, request.token, request.kind);
  if (!place.ok) return place;
  try {
    await saveAtomically(place.value, request.bytes, { backup: request.kind === KEPT_TWICE });
  } catch (fault) {
    return troubleWith(place.value, fault);
  }
  return done({ token: tokens.tokenFor(place.value), name: basename(place.value), size: request.bytes.byteLength });
}

/** A token opens its own place only, and only for the kind of file that stands there. */
function placeOf(tokens: Tokens, token: string, extension: string): Outcome<string> {
  const path = tokens.pathOf(token);
  return path !== undefined && hasExtension(path, extension) ? done(path) : refuse('bridge.refused');
}

async function askPlace({ suggestedName, kind }: SaveRequest, window: BrowserWindow): Promise<Outcome<string>> {
  const suggested = withExtension(suggestedName, kind);
  if (!isSafeName(suggested)) return refuse('bridge.badName', { name: suggestedName });
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), suggested),
    filters: [filterOf([kind])],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || !chosen.filePath) return refuse('bridge.cancelled');
  const path = unasked(chosen.filePath, kind);
  return isSafeName(basename(path)) ? done(path) : refuse('bridge.badName', { name: basename(path) });
}

/** Where the dialog left the extension to us, the person agreed to replace nothing: a free name is found. */
function unasked(path: string, extension: string): string {
  if (hasExtension(path, extension)) return path;
  const free = [`${path}.${extension}`];
  for (let number = 2; existsSync(free.at(-1) ?? ''); number += 1) free.push(`${path} (${number}).${extension}`);
  return free.at(-1) ?? path;
}
