// How the journeys run: the production page, served as `npm start` serves it, in the installed Chromium.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findBrowser } from '../electron/host/browser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Each run a port of its own, told to the workers through the environment: two runs must not meet. */
process.env.MIZAN_TEST_PORT ??= String(20_000 + (process.pid % 10_000));
const ADDRESS = `http://127.0.0.1:${process.env.MIZAN_TEST_PORT}`;
const browser = findBrowser();

export default defineConfig({
  testDir: `${ROOT}/test/journeys`,
  outputDir: `${ROOT}/out/test/journeys`,
  timeout: 60_000,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${ROOT}/out/test/playwright.json` }]],
  use: {
    baseURL: ADDRESS,
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: chromiumArguments(), ...(browser ? { executablePath: browser.path } : {}) },
    trace: 'off',
  },
  webServer: {
    command: `node build/scripts/serve-for-tests.mjs ${process.env.MIZAN_TEST_PORT}`,
    cwd: ROOT,
    url: ADDRESS,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
