// The preload: a sandboxed one must be a single CommonJS file.
import { defineConfig } from 'vite';
import { programConfig } from './shared.config.ts';

export default defineConfig(
  programConfig({
    entry: 'electron/preload.ts',
    folder: 'preload',
    file: 'preload.cjs',
    format: 'cjs',
    target: 'chrome140',
    external: ['electron'],
  }),
);
