// The page's first script: shows the last screen's figures at once if nothing changed since, then starts the desk.
import '@mantine/core/styles.css';
import './look/fonts.css';
import './look/tokens.css';
import { lookNow, showLook } from './look/now.ts';
import { painted } from './look/painted.ts';
import { lastScreen } from './store/last-screen.ts';

/** Longer than this the kept screen is not waited for. */
const PATIENCE_MS = 250;

const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));

async function begin(): Promise<void> {
  const look = lookNow();
  const html = /^#?\/?(portfolio)?$/.test(location.hash) ? await Promise.race([lastScreen(look.key), late]) : undefined;
  if (html !== undefined) {
    showLook(look);
    const first = document.createElement('div');
    first.id = 'first';
    // to be read, not touched: the desk itself takes its place in a moment
    first.inert = true;
    first.setAttribute('aria-hidden', 'true');
    first.innerHTML = html;
    document.body.append(first);
    await painted();
  }
  await import('./main.tsx');
}

void begin();
