// `npm test`: a browser, the builds, every suite; the last line counts what the runners themselves counted.
// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, printFault } from './build.mjs';
import { OUT } from './paths.mjs';
import { runNode, toolScript } from './run.mjs';
import { sourceFiles } from './sources.mjs';

const REPORTS = `${OUT}/test`;
/** @typedef {{ name: string, code: number, passed: number, failed: number, skipped: number }} Count */

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @returns {Promise<Count>} */
async function runVitest() {
  const report = `${REPORTS}/vitest.json`;
  const words = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await runNode(toolScript('vitest'), words, { shown: true });
  if (!existsSync(report)) return broken('vitest', code);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(report);
  // a file that could not be loaded has no test of its own to fail
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    name: 'vitest',
    code,
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    skipped: numPendingTests + numTodoTests,
  };
}

/** @returns {Promise<Count>} */
async function runPlaywright() {
  const journeys = sourceFiles(['test/journeys']).filter((file) => /\.spec\.tsx?$/.test(file));
  if (journeys.length === 0) return { name: 'playwright', code: 0, passed: 0, failed: 0, skipped: 0 };
  const { code } = await runNode(
    toolScript('@playwright/test', 'playwright'),
    ['test', '--config', 'build/playwright.config.ts'],
    {
      shown: true,
    },
  );
  const report = `${REPORTS}/playwright.json`;
  if (!existsSync(report)) return broken('playwright', code);
  const { expected, unexpected, flaky, skipped } = readJson(report).stats;
  // a test that passed only at its second try has failed once: it counts as failed
  return { name: 'playwright', code, passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * A runner that left no report has failed, whatever it said.
 * @param {string} name
 * @param {number} code
 * @returns {Count}
 */
const broken = (name, code) => ({ name, code: code || 1, passed: 0, failed: 1, skipped: 0 });

function sayLacks() {
  const file = `${REPORTS}/lacks.txt`;
  if (!existsSync(file)) return;
  const programs = [...new Set(readFileSync(file, 'utf8').trim().split('\n'))];
  say(`Skipped because this machine lacks: ${programs.join(', ')}.`);
}

async function test() {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const browser = await ensureBrowser();
  if (browser === undefined) {
    throw new Error(
      'No browser of the Chromium family is installed, and none could be fetched: install Chromium, or name one in MIZAN_BROWSER.',
    );
  }
  process.env.MIZAN_BROWSER = browser.path;
  await ensureBuilt([
    'page',
    'main',
    'preload',
    ...(existsSync('electron/cli/mizan.ts') ? [/** @type {const} */ ('cli')] : []),
  ]);
  const counts = [await runVitest(), await runPlaywright()];
  sayLacks();
  for (const { name, passed, failed, skipped } of counts)
    say(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  return counts;
}

/** @param {readonly Count[]} counts */
function close(counts) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ member) =>
    counts.reduce((total, count) => total + count[member], 0);
  // a runner may fail without a failed test (a fault after the last one): then its exit says so
  const silent = counts.filter(({ code, failed }) => code !== 0 && failed === 0).length;
  const failed = sum('failed') + silent;
  const skipped = sum('skipped');
  say(`${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || sum('passed') === 0 ? 1 : 0;
}

if (process.argv.includes('--long')) process.env.MIZAN_LONG = '1';
try {
  close(await test());
} catch (fault) {
  printFault(fault);
  say('0 passed, 1 failed');
  process.exitCode = 1;
}
