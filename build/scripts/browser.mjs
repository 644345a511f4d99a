// A browser for the tests: the installed one, else one is fetched by the means this machine has.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../electron/host/browser.mjs';

export { chromiumArguments, findBrowser } from '../../electron/host/browser.mjs';

const DEBIAN_ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const FETCH_WITHIN_MS = 600_000;

/**
 * @returns {Promise<import('../../electron/host/browser.mjs').Browser | undefined>} undefined where none can be had
 */
export async function ensureBrowser() {
  return findBrowser() ?? installedByDebian() ?? (await fetchedByPlaywright());
}

/** Only root may install, and only Debian's own tools are asked. */
function installedByDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stderr.write('No browser is installed: installing Chromium from Debian.\n');
  installDebian(['chromium']);
  return findBrowser();
}

/** @param {readonly string[]} packages */
export function installDebian(packages) {
  const patient = ['-o', 'DPkg::Lock::Timeout=600'];
  quiet('apt-get', [...patient, 'update']);
  return quiet('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...packages]);
}

async function fetchedByPlaywright() {
  process.stderr.write('No browser is installed: fetching Chromium through Playwright.\n');
  if (!quiet('npx', ['playwright', 'install', 'chromium'])) return undefined;
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (!existsSync(path)) return undefined;
  // whoever looks for a browser after this finds it by the same door
  process.env.MIZAN_BROWSER = path;
  return findBrowser();
}

/**
 * @param {string} program
 * @param {readonly string[]} words
 */
function quiet(program, words) {
  const ran = spawnSync(program, words, { env: DEBIAN_ENV, stdio: 'ignore', timeout: FETCH_WITHIN_MS });
  return ran.status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = await ensureBrowser();
  process.stdout.write(
    `${browser?.path ?? 'No browser of the Chromium family is installed, and none could be fetched.'}\n`,
  );
  process.exitCode = browser === undefined ? 1 : 0;
}
