// Makes the page's window: sandboxed, with our preload and nothing else, where it stood last.
import { BrowserWindow } from 'electron';
import { PAGE_ADDRESS } from './address.ts';
import { keepPlace, readPlace, SMALLEST } from './place.ts';

/** A second close within this time goes through even if the page still asks to stay. */
const INSIST_WITHIN_MS = 10_000;

export interface PageWindowParts {
  readonly preload: string;
  readonly userData: string;
  /** Told before the page loads, so that its first words already come from a known window. */
  readonly onMade: (window: BrowserWindow) => void;
}

export async function openPageWindow(parts: PageWindowParts): Promise<void> {
  const place = readPlace(parts.userData);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: parts.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepPlace(parts.userData, window));
  letAnInsistingPersonLeave(window);
  parts.onMade(window);
  await window.loadURL(PAGE_ADDRESS);
}

/** Electron shows no "leave?" question: a page that will not unload would hold its window open for ever. */
function letAnInsistingPersonLeave(window: BrowserWindow): void {
  let askedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('will-prevent-unload', (event) => {
    const now = performance.now();
    if (now - askedAt < INSIST_WITHIN_MS) event.preventDefault();
    askedAt = now;
  });
}
