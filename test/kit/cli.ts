// Runs the built command line as a person would, in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../build/scripts/build.mjs';
import { CLI } from '../../build/scripts/paths.mjs';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const buildCli = (): Promise<void> => ensureBuilt(['cli']);

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'mizan-cli-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** @param killAfterMs ends it without warning, as a power cut would */
export function mizan(
  folder: string,
  words: readonly string[],
  killAfterMs?: number,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...words], { cwd: folder, env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, err });
    });
  });
}
