// Builds what is stale and nothing else; silent when it goes well, so that programs can print after it.
// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { OUT, ROOT } from './paths.mjs';
import { sourceFiles } from './sources.mjs';

/**
 * What each bundle is made of (folders or files), and the file that shows it is there.
 * @typedef {'page' | 'main' | 'preload' | 'cli'} Target
 * @type {Record<Target, { inputs: string[], made: string }>}
 */
const TARGETS = {
  page: { inputs: ['shared', 'renderer'], made: 'page/index.html' },
  main: { inputs: ['shared/kit', 'shared/bridge', 'electron'], made: 'main/main.js' },
  preload: { inputs: ['shared/kit', 'shared/bridge', 'electron/preload.ts'], made: 'preload/preload.cjs' },
  cli: { inputs: ['shared', 'electron/cli', 'electron/host'], made: 'cli/mizan.js' },
};
const ALWAYS = ['package.json', 'package-lock.json', 'build/vite'];
const STAMPS = `${OUT}/.stamps`;

/**
 * Resolves when every named bundle is as new as its sources; rejects with one sentence where one cannot be made.
 * @param {readonly Target[]} targets
 * @returns {Promise<void>}
 */
export async function ensureBuilt(targets) {
  if (targets.every(isFresh)) return;
  mkdirSync(STAMPS, { recursive: true });
  await withLock(`${OUT}/.building`, async () => {
    for (const target of targets) if (!isFresh(target)) await build(target);
  });
}

/** @param {Target} target */
function isFresh(target) {
  const stamp = `${STAMPS}/${target}`;
  if (!existsSync(stamp) || !existsSync(`${OUT}/${TARGETS[target].made}`)) return false;
  return readFileSync(stamp, 'utf8') === inputsHash(target);
}

/**
 * Names, sizes and times of all inputs: reading their contents would cost more than most builds save.
 * @param {Target} target
 */
function inputsHash(target) {
  const hash = createHash('sha256');
  for (const file of sourceFiles([...TARGETS[target].inputs, ...ALWAYS])) {
    const { size, mtimeMs } = statSync(`${ROOT}/${file}`);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {Target} target */
async function build(target) {
  const before = inputsHash(target);
  const { build: bundle } = await import('vite');
  try {
    await quietly(() => bundle({ configFile: `${ROOT}/build/vite/${target}.config.ts`, logLevel: 'silent' }));
  } catch (fault) {
    throw new Error(`The ${target} could not be built.`, { cause: fault });
  }
  // the hash from before: a file saved meanwhile makes the next call build again
  writeFileSync(`${STAMPS}/${target}`, before);
}

/**
 * Plugins print to stdout whatever the log level; what a caller prints there must be its own.
 * @param {() => Promise<unknown>} work
 */
async function quietly(work) {
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
}

/**
 * One clear sentence first, the details after it.
 * @param {unknown} fault
 */
export function printFault(fault) {
  const sentence = fault instanceof Error ? fault.message : String(fault);
  process.stderr.write(`${sentence}\n`);
  if (fault instanceof Error && fault.cause !== undefined) {
    const cause = fault.cause instanceof Error ? (fault.cause.stack ?? fault.cause.message) : String(fault.cause);
    process.stderr.write(`${cause}\n`);
  }
}

/** @param {string} name @returns {name is Target} */
const isTarget = (name) => Object.hasOwn(TARGETS, name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wished = process.argv.slice(2).filter(isTarget);
  await ensureBuilt(wished.length > 0 ? wished : ['page', 'main', 'preload', 'cli']).catch((fault) => {
    printFault(fault);
    process.exitCode = 1;
  });
}
