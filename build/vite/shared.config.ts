// What every bundle of Mizan has in common: where the sources lie and which version they carry.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const manifest: unknown = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));

export const VERSION =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0';

export const NODE_BUILTINS = [...builtinModules, /^node:/];

/** A program for Node or Electron: one file, nothing left to install beside it. */
export function programConfig(options: {
  readonly entry: string;
  readonly folder: string;
  readonly file: string;
  readonly format: 'es' | 'cjs';
  readonly target: string;
  readonly external: readonly (string | RegExp)[];
}): InlineConfig {
  return {
    root: ROOT,
    publicDir: false,
    define: { MIZAN_VERSION: JSON.stringify(VERSION) },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: options.target,
      outDir: `${ROOT}/out/${options.folder}`,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: `${ROOT}/${options.entry}`,
        external: [...options.external],
        output: { format: options.format, entryFileNames: options.file, codeSplitting: false },
      },
    },
  };
}
