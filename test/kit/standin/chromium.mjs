// The one Chromium beneath the stand-in, and how addresses of a scheme of our own are dressed for it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** Handed over by the launching test: { userData, port, args, executablePath }. */
export const given = JSON.parse(process.env.STANDIN ?? '{}');

export const running = { context: undefined, ready: false };

export const started = (async () => {
  mkdirSync(given.userData, { recursive: true });
  running.context = await chromium.launchPersistentContext(join(given.userData, 'chromium'), {
    executablePath: given.executablePath,
    headless: true,
    viewport: null,
    args: [...given.args, `--remote-debugging-port=${given.port}`],
  });
  // what no window has claimed has no business on the network
  await running.context.route('**/*', (route) => route.abort());
  running.ready = true;
})();

export const toHttp = (address) =>
  address.replace(/^([a-z]+):\/\/([^/]+)/, (_, scheme, host) => `https://${host}.${scheme}.test`);
export const fromHttp = (address) => address.replace(/^https:\/\/([^/.]+)\.([a-z]+)\.test/, '$2://$1');
