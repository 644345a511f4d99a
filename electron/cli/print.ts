// A document to PDF by an installed browser of the Chromium family, without a window and without a network.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { saveAtomically } from '#electron/host/save.ts';
import { chromiumArguments, findBrowser } from '../host/browser.mjs';
import { words } from './context.ts';

const TIME_LIMIT_MS = 90_000;

/** @returns undefined when the file is written, else the sentence that says why not */
export async function printPdf(html: string, out: string): Promise<string | undefined> {
  const browser = findBrowser();
  if (!browser) return words.say('cli.noBrowser');
  const folder = mkdtempSync(join(tmpdir(), 'mizan-print-'));
  try {
    const page = join(folder, 'pack.html');
    const pdf = join(folder, 'pack.pdf');
    writeFileSync(page, html);
    const own = [
      '--headless',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${pdf}`,
    ];
    await promisify(execFile)(browser.path, [...chromiumArguments(), ...own, `file://${page}`], {
      timeout: TIME_LIMIT_MS,
    });
    await saveAtomically(out, readFileSync(pdf));
    return undefined;
  } catch {
    return words.say('cli.printFailed', { browser: browser.name });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
