// Starts a tool of ours from node_modules, without a shell, so that it behaves alike on every system.
// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * The script behind a tool's name, from its package's own manifest.
 * @param {string} name the package
 * @param {string} [bin] the tool, where it is named otherwise
 */
export function toolScript(name, bin = name) {
  const manifest = join(ROOT, 'node_modules', name, 'package.json');
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}

/**
 * @param {string} script
 * @param {readonly string[]} words
 * @param {{ shown: boolean, env?: NodeJS.ProcessEnv }} how shown: the tool's output goes straight through
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(script, words, { shown, env = process.env }) {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: ROOT,
    env,
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
