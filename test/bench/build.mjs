// Builds what is measured without a page, and the two anchor pages beside the page, under out/bench.
// @ts-check
import { build } from 'vite';
import { OUT, ROOT } from '../../build/scripts/paths.mjs';

export const BENCH = `${OUT}/bench`;

/** @param {'core' | 'value' | 'map' | 'map-book' | 'merge'} name a file of this folder that runs without a page */
export async function buildBare(name) {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: `${BENCH}/${name}`,
      minify: false,
      rolldownOptions: {
        input: `${ROOT}/test/bench/${name}.ts`,
        // these bring WebAssembly of their own, which they find beside themselves
        external: ['@automerge/automerge', 'loro-crdt', 'yjs'],
        output: { format: 'es', entryFileNames: `${name}.mjs` },
      },
    },
  });
  return `${BENCH}/${name}/${name}.mjs`;
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
