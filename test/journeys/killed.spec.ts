// The browser is killed at a random moment while edits are being kept, again and again: what was shown as saved is there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { byChance, SEED, times } from '#test/kit/chance.ts';
import { seeded } from '#test/kit/context.ts';
import { startBrowser } from './browser.ts';
import { grid, openSample } from './kit.ts';

const KILLS = times(3, 64);
/** The window in which a kill falls, after the first edit began: some edits long. */
const [SOONEST_MS, LATEST_MS] = [30, 900];
const NAME = 'Edited';

const headers = (page: Page) =>
  grid(page)
    .getByRole('rowheader')
    .filter({ hasText: new RegExp(`^${NAME} \\d+$`) });

/**
 * Types one name after another into a row, as fast as the desk takes them, by the events a person's hands make. Before
 * each the page says which it begins, and after the editor has closed over it which is shown.
 */
async function editOn(page: Page, row: string, from: number): Promise<void> {
  await page.evaluate(
    async ([found, name, start]) => {
      const say = (window as unknown as { told: (what: string, n: number) => Promise<void> }).told;
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const cell = [...document.querySelectorAll<HTMLElement>('[role=rowheader]')].find((each) =>
        each.textContent?.includes(found),
      );
      const line = cell?.closest('[role=row]')?.getAttribute('aria-rowindex');
      const editor = () => document.querySelector<HTMLInputElement>('[role=grid] input[type=text], [role=grid] input');
      for (let n = start; ; n++) {
        const at = document.querySelector<HTMLElement>(`[role=row][aria-rowindex="${line}"] [role=rowheader]`);
        at?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
        at?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
        while (!editor()) await frame();
        const input = editor() as HTMLInputElement;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, `${name} ${n}`);
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await frame();
        await say('begun', n);
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        while (editor()) await frame();
        void say('shown', n);
      }
    },
    [row, NAME, from] as const,
  );
}

test(
  byChance(`killed ${KILLS} times while edits are kept: the old state or the new, never less than was shown`),
  async ({ baseURL }) => {
    test.setTimeout(60_000 + KILLS * 15_000);
    const chance = seeded(SEED);
    const profile = mkdtempSync(join(tmpdir(), 'mizan-killed-'));
    let [begun, shown] = [0, 0];
    let between = 0;
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const browser = await startBrowser(profile);
        const { page } = browser;
        if (kill === 0) await openSample(page, 'en', baseURL);
        else await page.goto(baseURL ?? '');
        if (kill > 0) {
          await expect(headers(page)).toHaveCount(1);
          const held = Number((await headers(page).textContent())?.split(' ').at(-1));
          expect(held, `after kill ${kill}`).toBeGreaterThanOrEqual(shown);
          expect(held, `after kill ${kill}`).toBeLessThanOrEqual(begun);
          if (begun > shown) between++;
          [begun, shown] = [held, held];
        }
        await expect(grid(page)).toBeVisible();
        const started = new Promise<void>((resolve) => {
          void page.exposeFunction('told', (what: string, n: number) => {
            if (what === 'begun') begun = n;
            else shown = n;
            resolve();
          });
        });
        await page.waitForFunction(() => 'told' in window);
        const editing = editOn(page, kill === 0 ? 'DREADNOUGHT' : `${NAME} ${begun}`, begun + 1).catch(() => undefined);
        await started;
        await new Promise((later) => setTimeout(later, SOONEST_MS + chance() * (LATEST_MS - SOONEST_MS)));
        await browser.kill();
        await editing;
      }
      // the whole log, as it leaves in a file: each name that was ever shown was kept, in order, once
      const last = await startBrowser(profile);
      await last.page.goto(baseURL ?? '');
      await expect(headers(last.page)).toHaveCount(1);
      const held = Number((await headers(last.page).textContent())?.split(' ').at(-1));
      expect(held).toBeGreaterThanOrEqual(shown);
      await last.page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
      await last.page.getByRole('button', { name: /^UK major projects 2023/ }).click();
      const [download] = await Promise.all([
        last.page.waitForEvent('download'),
        last.page.getByRole('menuitem', { name: 'Save to a file', exact: true }).click(),
      ]);
      const { changes } = must(readBook(new Uint8Array(readFileSync(await download.path()))));
      const names = changes.flatMap(({ writes }) =>
        writes.flatMap(({ field, value }) => (field === 'name' && String(value).startsWith(`${NAME} `) ? [value] : [])),
      );
      // more edits than kills, or the kills fell on an idle desk
      expect(held).toBeGreaterThan(KILLS);
      expect(names).toEqual(Array.from({ length: held }, (_, i) => `${NAME} ${i + 1}`));
      await last.kill();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    test
      .info()
      .annotations.push({ type: 'kills', description: `${KILLS}, of which ${between} while an edit was on its way` });
  },
);
