// Finds an installed browser of the Chromium family, for showing the page, for printing without a window, for tests.
// Plain JavaScript with checked types, because `npm start` and `npm test` run it unbuilt while the command line bundles it.
// @ts-check
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const UNIX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PLACES = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'BraveSoftware/Brave-Browser/Application/brave.exe',
  'Chromium/Application/chrome.exe',
];

/** What any unattended Chromium of ours is started with: no network of its own, no first-run pages. */
export const QUIET_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Chromium refuses its sandbox to root; everybody else keeps it.
 * @returns {string[]}
 */
export const sandboxArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** @returns {string[]} */
export const chromiumArguments = () => [...QUIET_ARGUMENTS, ...sandboxArguments()];

/**
 * @param {string} path
 * @returns {boolean}
 */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
function placesToLook(env, platform) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_PLACES.flatMap((place) => roots.map((root) => join(root, place)));
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const named = UNIX_NAMES.flatMap((name) => onPath.map((folder) => join(folder, name)));
  if (platform !== 'darwin') return named;
  const homes = ['/Applications', join(env.HOME ?? '/', 'Applications')];
  return [...MAC_APPS.flatMap((app) => homes.map((home) => join(home, `${app}.app/Contents/MacOS/${app}`))), ...named];
}

/**
 * The browser named by MIZAN_BROWSER, else the first installed one; undefined where there is none.
 * @typedef {{ path: string, name: string }} Browser
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {Browser | undefined}
 */
export function findBrowser(env = process.env, platform = process.platform) {
  const wished = env.MIZAN_BROWSER;
  const places = wished ? [wished] : placesToLook(env, platform);
  const path = places.find(isProgram);
  return path === undefined ? undefined : { path, name: browserName(path) };
}

/**
 * @param {string} path
 * @returns {string}
 */
function browserName(path) {
  const last = path.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  if (last.includes('edge')) return 'Microsoft Edge';
  if (last.includes('brave')) return 'Brave';
  return last.includes('chromium') ? 'Chromium' : last.includes('chrome') ? 'Chrome' : last;
}
