// Electron's program, where it is or can be had: looked for in its own folder, fetched by its own script, once and briefly.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';

const FETCH_WITHIN_MS = 20_000;
/** A machine without the network should not wait for it at every start. */
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
const HOME = `${ROOT}/node_modules/electron`;
const TRIED = `${OUT}/.electron-tried`;

/** @returns {string | undefined} the program's path */
export function electronProgram() {
  return installed() ?? (mayFetch() && fetchOnce() ? installed() : undefined);
}

function installed() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const named = existsSync(`${HOME}/path.txt`) ? readFileSync(`${HOME}/path.txt`, 'utf8') : programName();
  const program = join(folder ?? `${HOME}/dist`, named);
  return existsSync(program) ? program : undefined;
}

function programName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function mayFetch() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return false;
  const tried = statSync(TRIED, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return existsSync(`${HOME}/install.js`) && Date.now() - tried > TRY_AGAIN_AFTER_MS;
}

function fetchOnce() {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(TRIED, '');
  const ran = spawnSync(process.execPath, [`${HOME}/install.js`], { stdio: 'ignore', timeout: FETCH_WITHIN_MS });
  return ran.status === 0;
}
