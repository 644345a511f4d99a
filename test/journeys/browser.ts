// A browser of its own process on a profile of its own, so that a journey can kill it as a power cut would.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findBrowser } from '#electron/host/browser.mjs';

const START_LIMIT_MS = 20_000;

export interface OwnBrowser {
  readonly page: Page;
  /** SIGKILL: no handler runs, nothing is flushed. */
  readonly kill: () => Promise<void>;
}

export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const program = findBrowser();
  if (!program) throw new Error('no browser of the Chromium family is installed');
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const args = [
    '--headless',
    ...chromiumArguments(),
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--window-size=1440,900',
  ];
  // a group of its own, so that its helpers die with it
  const child = spawn(program.path, [...args, 'about:blank'], { stdio: 'ignore', detached: true });
  const until = Date.now() + START_LIMIT_MS;
  while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) {
    if (Date.now() > until) throw new Error('the browser did not start');
    await new Promise((later) => setTimeout(later, 50));
  }
  const port = readFileSync(portFile, 'utf8').split('\n')[0];
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (!page) throw new Error('the browser has no page');
  return {
    page,
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}
