// `npm run check`: types of every folder, style, unused code and the house rules; says only what is wrong, then one line.
// @ts-check
import { existsSync } from 'node:fs';
import { ROOT } from './paths.mjs';
import { runNode, toolScript } from './run.mjs';
import { sourceFiles } from './sources.mjs';

const AT_ONCE = 2;
const FOLDERS = ['shared', 'renderer', 'electron', 'electron/cli', 'build', 'test'];

/** @typedef {{ name: string, script: string, words: string[] }} Check */

/** @returns {Check[]} */
function checks() {
  const typed = FOLDERS.filter((folder) => existsSync(`${ROOT}/${folder}/tsconfig.json`)).filter(hasSource);
  const tsc = toolScript('typescript', 'tsc');
  return [
    ...typed.map((folder) => ({ name: `types of ${folder}`, script: tsc, words: ['-p', folder] })),
    { name: 'style', script: toolScript('@biomejs/biome', 'biome'), words: ['check', '--colors=off'] },
    { name: 'unused code', script: toolScript('knip'), words: ['--config', 'build/knip.json', '--no-progress'] },
    {
      name: 'the house',
      script: toolScript('vitest'),
      words: ['run', '--config', 'build/vitest.config.ts', '--project', 'house', '--reporter=dot'],
    },
  ];
}

/** TypeScript calls a folder without a source a fault. @param {string} folder */
const hasSource = (folder) => sourceFiles([folder]).some((file) => /\.(ts|tsx|mjs)$/.test(file));

/**
 * @param {Check[]} waiting
 * @param {string[]} broken
 */
async function work(waiting, broken) {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { code, output } = await runNode(check.script, check.words, { shown: false });
    if (code === 0) continue;
    broken.push(check.name);
    process.stdout.write(`\n== ${check.name}\n${output.trimEnd()}\n`);
  }
}

const waiting = checks();
const all = waiting.length;
/** @type {string[]} */
const broken = [];
await Promise.all(Array.from({ length: AT_ONCE }, () => work(waiting, broken)));
process.stdout.write(
  broken.length === 0 ? `${all} checks, all in order.\n` : `\nNot in order: ${broken.join(', ')}.\n`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
