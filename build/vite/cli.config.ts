// The command line: everything but Node's own modules in one file, so that it runs without node_modules.
import { defineConfig } from 'vite';
import { NODE_BUILTINS, programConfig } from './shared.config.ts';

export default defineConfig(
  programConfig({
    entry: 'electron/cli/mizan.ts',
    folder: 'cli',
    file: 'mizan.js',
    format: 'es',
    target: 'node20',
    external: NODE_BUILTINS,
  }),
);
