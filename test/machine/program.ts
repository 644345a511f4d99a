// Builds and starts the real program on the stand-in, with a folder of its own that goes when the test ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge } from '#shared/bridge/contract.ts';
import { type Launched, launch } from '#test/kit/standin/launch.ts';
import { ensureBuilt } from '../../build/scripts/build.mjs';
import { MAIN } from '../../build/scripts/paths.mjs';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

export interface Started {
  readonly program: Launched;
  readonly page: Page;
  readonly folder: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'mizan-machine-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function startProgram(folder = newFolder(), words: readonly string[] = []): Promise<Started> {
  await ensureBuilt(['page', 'main', 'preload']);
  const program = await launch({ main: MAIN, userData: folder, words });
  return { program, page: await program.firstWindow(), folder };
}

/** The next save dialog chooses this place, or is closed without a choice. */
export async function answerSave({ program }: Started, filePath: string | undefined): Promise<void> {
  await program.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = (async () => ({ canceled: chosen === undefined, filePath: chosen ?? '' })) as never;
  }, filePath);
}

export async function answerOpen({ program }: Started, filePath: string | undefined): Promise<void> {
  await program.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: chosen === undefined,
      filePaths: chosen ? [chosen] : [],
    })) as never;
  }, filePath);
}
