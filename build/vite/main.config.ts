// Electron's main process: one module of our own code; Electron itself stays outside.
import { defineConfig } from 'vite';
import { NODE_BUILTINS, programConfig } from './shared.config.ts';

export default defineConfig(
  programConfig({
    entry: 'electron/main.ts',
    folder: 'main',
    file: 'main.js',
    format: 'es',
    target: 'node20',
    external: ['electron', ...NODE_BUILTINS],
  }),
);
