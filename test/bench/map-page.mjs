// A large map on the page: how long until it is on screen, the longest the page was kept from answering, and frames while it moves.
// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArguments, ensureBrowser } from '../../build/scripts/browser.mjs';
import { ensureBuilt } from '../../build/scripts/build.mjs';
import { addressOf, servePage } from '../../build/scripts/serve.mjs';
import { buildBare } from './build.mjs';
import { figure } from './figures.mjs';

/** @typedef {{ shown: number, longest: number, tasks: number[] }} Opened */

/** @param {{ rounds: number, say: (line: string) => void }} how */
export async function measureMapPage({ rounds, say }) {
  const browser = await ensureBrowser();
  if (!browser)
    throw new Error('No browser of the Chromium family is installed: install one, or name it in MIZAN_BROWSER.');
  await ensureBuilt(['page']);
  const { mapBook } = await import(pathToFileURL(await buildBare('map-book')).href);
  const folder = mkdtempSync(join(tmpdir(), 'mizan-bench-'));
  const server = await servePage(0);
  const run = await chromium.launch({ executablePath: browser.path, args: chromiumArguments() });
  try {
    const figures = [];
    for (const [nodes, links] of [
      [300, 450],
      [2000, 3000],
    ]) {
      const name = `${nodes} nodes, ${links} links`;
      const { bytes, map } = await mapBook(nodes, links);
      const file = join(folder, `${nodes}.mizan`);
      writeFileSync(file, bytes);
      /** @type {{ shown: number[], longest: number[], pan: number[], zoom: number[] }} */
      const found = { shown: [], longest: [], pan: [], zoom: [] };
      for (let round = -1; round < rounds; round++) {
        say(`${name}: ${round < 0 ? 'once unmeasured' : `${round + 1} of ${rounds}`} …`);
        const page = await run.newPage({ viewport: { width: 1440, height: 900 } });
        await page.addInitScript(() =>
          localStorage.setItem('mizan-prefs', JSON.stringify({ language: 'en', theme: 'light' })),
        );
        await page.goto(addressOf(server));
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: /Open a file/ }).click();
        await (await chooser).setFiles(file);
        await page.getByText('Saved', { exact: false }).first().waitFor();
        await page.waitForTimeout(1500);
        const opened = await page.evaluate(openMap, map);
        const pan = await page.evaluate(moveMap, 'pan');
        const zoom = await page.evaluate(moveMap, 'zoom');
        await page.close();
        if (round < 0) continue;
        found.shown.push(opened.shown);
        found.longest.push(opened.longest);
        found.pan.push(pan);
        found.zoom.push(zoom);
      }
      figures.push(
        figure(`${name}: from the link to the map on screen`, found.shown, {}, nodes === 300 ? '≤ 1,000 ms' : 'none'),
        figure(`${name}: longest task of the page meanwhile`, found.longest, {}, nodes === 300 ? '≤ 50 ms' : 'none'),
        figure(`${name}: a frame while it is moved`, found.pan, {}, 'a frame of 60 a second: 16.7 ms'),
        figure(`${name}: a frame while it is zoomed`, found.zoom, {}, 'a frame of 60 a second: 16.7 ms'),
      );
    }
    return figures;
  } finally {
    await run.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page: opens the map and waits until its nodes are painted and nothing is left to do. @param {string} map @returns {Promise<Opened>} */
function openMap(map) {
  return new Promise((resolve) => {
    /** @type {number[]} */
    const tasks = [];
    const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    watch.observe({ entryTypes: ['longtask'] });
    const began = performance.now();
    let shown = 0;
    const look = () => {
      const isThere =
        document.querySelectorAll('.react-flow__node').length > 8 || document.querySelector('[data-overview]') !== null;
      if (!shown && isThere) shown = performance.now() - began;
      if (shown && performance.now() - began > shown + 1500) {
        watch.disconnect();
        resolve({ shown, tasks, longest: Math.max(0, ...tasks) });
      } else requestAnimationFrame(look);
    };
    location.hash = `#/map/${map}`;
    requestAnimationFrame(look);
  });
}

/** In the page: turns the wheel for two seconds; the mean time of a frame in ms. @param {string} how @returns {Promise<number>} */
function moveMap(how) {
  return new Promise((resolve) => {
    const pane = document.querySelector('.react-flow__pane');
    const box = pane?.getBoundingClientRect();
    const began = performance.now();
    let frames = 0;
    const turn = () => {
      const at = performance.now() - began;
      if (at > 2_000) {
        resolve(at / frames);
        return;
      }
      frames++;
      const sign = Math.floor(at / 500) % 2 ? -1 : 1;
      pane?.dispatchEvent(
        new WheelEvent('wheel', {
          bubbles: true,
          cancelable: true,
          clientX: (box?.left ?? 0) + (box?.width ?? 0) / 2,
          clientY: (box?.top ?? 0) + (box?.height ?? 0) / 2,
          deltaY: sign * (how === 'pan' ? 30 : 12),
          ctrlKey: how === 'zoom',
        }),
      );
      requestAnimationFrame(turn);
    };
    requestAnimationFrame(turn);
  });
}
