// `npm start`: the production build in Electron where it can be had, else in the installed browser; one line says which.
// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, sandboxArguments } from '../../electron/host/browser.mjs';
import { ensureBuilt, printFault } from './build.mjs';
import { electronProgram } from './electron.mjs';
import { ROOT } from './paths.mjs';
import { addressOf, FIXED_PORT, isMizan, servePage } from './serve.mjs';

const ADDRESS = `http://127.0.0.1:${FIXED_PORT}`;
const NO_ELECTRON = "Mizan: Electron's program is not here;";
/** Electron that cannot start (no display, no libraries) ends at once; one that runs longer has opened. */
const OPENED_AFTER_MS = 2_500;

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

async function start() {
  await ensureBuilt(['page', 'main', 'preload']);
  const program = hasDisplay() ? electronProgram() : undefined;
  if (program !== undefined && (await openElectron(program))) return;
  await serve();
}

/** Where nothing can be shown (a server, a container) only the address is of use. */
function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {string} program
 * @returns {Promise<boolean>} false where it ended before it opened
 */
function openElectron(program) {
  const child = spawn(program, [...sandboxArguments(), ROOT], { stdio: 'ignore' });
  return new Promise((resolve) => {
    const opened = setTimeout(() => {
      say('Mizan is open in Electron. Press Ctrl-C to end.');
      endWith(child);
      resolve(true);
    }, OPENED_AFTER_MS);
    child.once('error', () => resolve(false));
    child.once('exit', () => {
      clearTimeout(opened);
      resolve(false);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function endWith(child) {
  child.once('exit', (code) => process.exit(code ?? 0));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      child.kill();
      process.exit(0);
    });
  }
}

async function serve() {
  const server = await servePage(FIXED_PORT).catch(takenByAnother);
  if (server === undefined) return;
  // before the line is said: whoever reads it may end us at once
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => process.exit(0));
  }
  say(`${NO_ELECTRON} open ${addressOf(server)} (${await opened()}). Press Ctrl-C to end.`);
}

/** @param {unknown} fault */
async function takenByAnother(fault) {
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault;
  if (await isMizan(ADDRESS)) {
    say(`Mizan is already being served: ${ADDRESS} (${await opened()}).`);
    return undefined;
  }
  throw new Error(
    `Another program holds port ${FIXED_PORT}, where Mizan keeps its books: end that program, then start again.`,
  );
}

/** How the address was shown, in a few words. */
async function opened() {
  if (process.env.MIZAN_NO_OPEN === '1') return 'no browser was asked for';
  const browser = findBrowser();
  if (browser === undefined) return 'no browser of the Chromium family is installed here';
  if (!hasDisplay()) return `${browser.name} is here, but no display`;
  const shown = await openBrowser(browser.path);
  return shown ? `opened in ${browser.name}` : `${browser.name} would not start`;
}

/**
 * In a profile of its own, so that no extension of the person's browser reads the desk.
 * @param {string} path
 */
function openBrowser(path) {
  const profile = join(dataFolder(), 'Mizan', 'browser');
  mkdirSync(profile, { recursive: true });
  const words = [`--app=${ADDRESS}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  const child = spawn(path, [...words, ...sandboxArguments()], { stdio: 'ignore' });
  // a window without its server would be an empty one: it goes with us
  process.once('exit', () => child.kill());
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
  });
}

function dataFolder() {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? homedir();
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
}

await start().catch((fault) => {
  printFault(fault);
  process.exit(1);
});
