// Builds the measured core and the two anchor pages beside the page, under out/bench.
// @ts-check
import { build } from 'vite';
import { OUT, ROOT } from '../../build/scripts/paths.mjs';

export const BENCH = `${OUT}/bench`;

export async function buildCore() {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: `${BENCH}/core`,
      minify: false,
      rolldownOptions: { input: `${ROOT}/test/bench/core.ts`, output: { format: 'es', entryFileNames: 'core.mjs' } },
    },
  });
  return `${BENCH}/core/core.mjs`;
}

export async function buildAnchors() {
  await build({
    configFile: false,
    root: `${ROOT}/test/bench/anchors`,
    base: './',
    logLevel: 'silent',
    publicDir: false,
    build: {
      target: 'chrome140',
      outDir: `${BENCH}/anchors`,
      emptyOutDir: true,
      rolldownOptions: { input: ['empty.html', 'rows.html'].map((file) => `${ROOT}/test/bench/anchors/${file}`) },
    },
  });
  return `${BENCH}/anchors`;
}
