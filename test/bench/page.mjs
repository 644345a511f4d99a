// The page as a person meets it: a new browser each time, one profile, the same origin for the page and its anchors.
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, ensureBrowser } from '../../build/scripts/browser.mjs';
import { ensureBuilt } from '../../build/scripts/build.mjs';
import { CLI, PAGE } from '../../build/scripts/paths.mjs';
import { answer } from '../../electron/host/serving.mjs';
import { buildAnchors } from './build.mjs';
import { figure } from './figures.mjs';

const RECORDS = 16_000;
const EDITS = 15;

/** @param {string} anchors */
async function serve(anchors) {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    const { status, headers, body } = path.startsWith('/anchors/')
      ? await answer(anchors, 'GET', path.slice('/anchors'.length))
      : await answer(PAGE, 'GET', path);
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The bench could not be served.');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

/** A book file of 16,000 components, made by the command line from a table. @param {string} folder */
function largeBook(folder) {
  const rows = Array.from(
    { length: RECORDS },
    (_, i) =>
      `SRC_${i},Component ${i} of the portfolio,Department ${i % 40},Category ${i % 7},20${10 + (i % 15)}-04-01,20${26 + (i % 15)}-03-31,${(i * 7_919) % 100_000},${(i * 7_717) % 100_000},${['Green', 'Amber', 'Red'][i % 3]}`,
  );
  const header =
    'id,project name,department,category,start date,end date,whole life cost (£m),benefits (£m),delivery confidence';
  writeFileSync(join(folder, 'large.csv'), `${header}\n${rows.join('\n')}\n`);
  const ran = spawnSync(process.execPath, [CLI, 'import', 'large.csv', '--out', 'large.mizan'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`The large book could not be made: ${ran.stderr}`);
  return join(folder, 'large.mizan');
}

/** In the page: notes when the anchor, the first screen and the whole book were painted, in ms from navigation. */
function watch() {
  const seen = /** @type {Record<string, number>} */ ({});
  Object.assign(window, { seen });
  const tests = /** @type {Record<string, () => boolean>} */ ({
    anchor: () => document.body?.hasAttribute('data-shown') ?? false,
    first: () =>
      document.querySelectorAll('[role=grid] [data-row]').length >= 10 &&
      /\d/.test(document.querySelector('h1')?.textContent ?? ''),
    whole: () => Number(document.querySelector('#desk [role=grid]')?.getAttribute('aria-rowcount') ?? 0) > 10_000,
  });
  const look = () => {
    for (const [name, test] of Object.entries(tests)) {
      if (name in seen || !test()) continue;
      seen[name] = 0;
      // what stands in the document now is on screen once the next frame has begun
      requestAnimationFrame(() => setTimeout(() => (seen[name] = performance.now()), 0));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @param {{ rounds: number, say: (line: string) => void }} how */
export async function measurePage({ rounds, say }) {
  const browser = await ensureBrowser();
  if (!browser)
    throw new Error('No browser of the Chromium family is installed: install one, or name it in MIZAN_BROWSER.');
  await ensureBuilt(['page', 'cli']);
  const { server, origin } = await serve(await buildAnchors());
  const folder = mkdtempSync(join(tmpdir(), 'mizan-bench-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: browser.path,
      args: [...chromiumArguments(), '--window-size=1440,900'],
      viewport: { width: 1440, height: 900 },
    });
    await context.addInitScript(() =>
      localStorage.setItem('mizan-prefs', JSON.stringify({ language: 'en', theme: 'light' })),
    );
    await context.addInitScript(watch);
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  /** @param {string} path @param {string} moment */
  const fresh = async (path, moment) => {
    const { context, page } = await open();
    try {
      await page.goto(`${origin}${path}`);
      await page.waitForFunction(
        (name) => /** @type {{ seen?: Record<string, number> }} */ (window).seen?.[name],
        moment,
        { timeout: 60_000 },
      );
      return /** @type {Record<string, number>} */ (
        await page.evaluate(() => /** @type {{ seen?: Record<string, number> }} */ (window).seen ?? {})
      );
    } finally {
      await context.close();
    }
  };
  try {
    say('seeding a book of 16,000 components …');
    await seed(open, origin, largeBook(folder));
    const cold = {
      first: /** @type {number[]} */ ([]),
      whole: /** @type {number[]} */ ([]),
      dexie: /** @type {number[]} */ ([]),
      empty: /** @type {number[]} */ ([]),
    };
    for (let round = -1; round < rounds; round++) {
      say(round < 0 ? 'one start unmeasured …' : `start ${round + 1} of ${rounds} …`);
      const own = await fresh('/#/portfolio', 'whole');
      const dexie = await fresh('/anchors/rows.html', 'anchor');
      const empty = await fresh('/anchors/empty.html', 'anchor');
      if (round < 0) continue;
      cold.first.push(own.first ?? Number.NaN);
      cold.whole.push(own.whole ?? Number.NaN);
      cold.dexie.push(dexie.anchor ?? Number.NaN);
      cold.empty.push(empty.anchor ?? Number.NaN);
    }
    say('editing, and both stores in one page …');
    const edits = await measureEdits(open, origin);
    const store = await measureStore(open, origin, rounds);
    return [
      figure(
        'first useful screen, 16,000 components',
        cold.first,
        { 'empty React page': cold.empty, 'bare page, Dexie toArray': cold.dexie },
        '≤ 1.2 × empty',
      ),
      figure(
        'whole portfolio in the grid',
        cold.whole,
        { 'empty React page': cold.empty, 'bare page, Dexie toArray': cold.dexie },
        '≤ 1.6 × empty',
      ),
      figure('Enter in a cell → the new value painted', edits, {}, 'one frame past saved'),
      figure(
        'whole book into memory',
        store.ownOpen ?? [],
        { 'Dexie toArray': store.dexieOpen ?? [] },
        '≤ 0.17 (≥ 6× faster)',
      ),
      figure(
        '1,000 updates, durable',
        store.ownUpdate ?? [],
        { 'Dexie update in a loop': store.dexieUpdate ?? [] },
        '≤ 0.14 (≥ 7× faster)',
      ),
    ];
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @typedef {() => Promise<{ context: import('@playwright/test').BrowserContext, page: import('@playwright/test').Page }>} Open
 * @param {Open} open @param {string} origin @param {string} book
 */
async function seed(open, origin, book) {
  const { context, page } = await open();
  await page.goto(`${origin}/anchors/rows.html#wait`);
  await page.evaluate(() => /** @type {{ seed?: () => Promise<void> }} */ (window).seed?.());
  await page.goto(`${origin}/`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Open a file/ }).click();
  await (await chooser).setFiles(book);
  await page.waitForFunction(
    () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0) > 10_000,
    undefined,
    { timeout: 60_000 },
  );
  // the book folds itself once the desk is idle: a start is measured on a book at rest
  await page.waitForTimeout(8_000);
  await context.close();
}

/** In the page: from the next key pressed until a name of the grid says so, on screen. @param {string} wanted */
function listen(wanted) {
  const told = /** @type {{ painted?: number | undefined }} */ (window);
  told.painted = undefined;
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const look = () => {
      const names = [...document.querySelectorAll('[role=grid] [data-row] [role=rowheader]')];
      if (!names.some((each) => !each.querySelector('input') && each.textContent?.includes(wanted)))
        requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => (told.painted = performance.now() - event.timeStamp), 0));
    };
    requestAnimationFrame(look);
  };
  window.addEventListener('keydown', onKey, { capture: true, once: true });
}

/** @param {Open} open @param {string} origin */
async function measureEdits(open, origin) {
  const { context, page } = await open();
  const times = [];
  try {
    await page.goto(`${origin}/#/portfolio`);
    await page.waitForFunction(() => /** @type {{ seen?: Record<string, number> }} */ (window).seen?.whole, undefined, {
      timeout: 60_000,
    });
    await page.waitForTimeout(1_500);
    const row = page.locator('[role=grid] [data-row]').nth(2);
    for (let i = 0; i < EDITS; i++) {
      const cell = row.getByRole('rowheader');
      await cell.dblclick();
      const text = `Edited ${i} times`;
      await cell.getByRole('textbox').fill(text);
      // first the ear, then the key: they reach the page by different ways
      await page.evaluate(listen, text);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => /** @type {{ painted?: number }} */ (window).painted !== undefined);
      times.push(Number(await page.evaluate(() => /** @type {{ painted?: number }} */ (window).painted)));
      await page.waitForTimeout(200);
    }
  } finally {
    await context.close();
  }
  // the first ones warm the code up
  return times.slice(3);
}

/** @param {Open} open @param {string} origin @param {number} rounds @returns {Promise<Record<string, number[]>>} */
async function measureStore(open, origin, rounds) {
  const { context, page } = await open();
  try {
    await page.goto(`${origin}/anchors/rows.html#wait`);
    return await page.evaluate(
      async (count) =>
        (await /** @type {{ measure?: (rounds: number) => Promise<Record<string, number[]>> }} */ (window).measure?.(
          count,
        )) ?? {},
      rounds + 1,
    );
  } finally {
    await context.close();
  }
}
