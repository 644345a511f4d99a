// Starts the real bundles of main and preload on the stand-in, in the shape of Playwright's `_electron.launch()`.
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import { chromiumArguments, findBrowser } from '#electron/host/browser.mjs';

const START_WITHIN_MS = 30_000;

/** A call in another's name: `url` undefined is a caller whose frame is gone, `inside` one within the page. */
export interface Impostor {
  readonly url?: string;
  readonly inside?: boolean;
}

export interface Hand {
  readonly leaked: string[];
  channels(): string[];
  callAs(impostor: Impostor, channel: string, ...args: unknown[]): Promise<unknown>;
  callAsPage(channel: string, ...args: unknown[]): Promise<unknown>;
}

export type Program = Pick<
  typeof Electron,
  'app' | 'protocol' | 'ipcMain' | 'BrowserWindow' | 'dialog' | 'session' | 'screen' | 'Menu'
> & { readonly hand: Hand };

export interface Launched {
  /** Runs in the program's process; the function travels as text, so it may use its argument and nothing around it. */
  evaluate<Arg, T>(run: (program: Program, arg: Arg) => T | Promise<T>, arg: Arg): Promise<T>;
  firstWindow(): Promise<Page>;
  pages(): Page[];
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: Error) => void;
}

export async function launch(options: {
  readonly main: string;
  readonly userData: string;
  readonly words?: readonly string[];
}): Promise<Launched> {
  const port = await freePort();
  const child = startProgram(options, port);
  const evaluate = evaluator(child);
  await windowShown(child, evaluate);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = () => browser.contexts()[0]?.pages() ?? [];
  return {
    evaluate,
    pages,
    async firstWindow() {
      const [page] = pages();
      if (page === undefined) throw new Error('the program shows no page');
      return page;
    },
    close: () => end(browser, child),
  };
}

function startProgram(options: Parameters<typeof launch>[0], port: number): ChildProcess {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('no browser of the Chromium family is installed');
  const given = { userData: options.userData, port, args: chromiumArguments(), executablePath: browser.path };
  return fork(options.main, [...(options.words ?? [])], {
    execArgv: ['--import', new URL('./register.mjs', import.meta.url).href],
    env: { ...process.env, STANDIN: JSON.stringify(given) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function evaluator(child: ChildProcess): Launched['evaluate'] {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  child.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) asker?.resolve(answer.value);
    else asker?.reject(new Error(answer.error));
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the program ended with ${code}`));
  });
  return <Arg, T>(run: (program: Program, arg: Arg) => T | Promise<T>, arg: Arg) =>
    new Promise<T>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve: (value) => resolve(value as T), reject });
      child.send({ id: asked, source: String(run), arg });
    });
}

async function windowShown(child: ChildProcess, evaluate: Launched['evaluate']): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  while (!(await evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible()), null))) {
    if (Date.now() > until || child.exitCode !== null) throw new Error('the program shows no window');
    await pause(50);
  }
}

async function end(browser: Browser, child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
  if (child.connected)
    child.send({ id: 0, source: '({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()' });
  await gone;
  await browser.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
