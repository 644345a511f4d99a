// The page: React, its workers and fonts, with relative addresses so that app:// and a plain server both serve it.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ROOT, VERSION } from './shared.config.ts';

export default defineConfig({
  root: `${ROOT}/renderer`,
  base: './',
  publicDir: false,
  define: { MIZAN_VERSION: JSON.stringify(VERSION) },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: `${ROOT}/out/page`,
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // one style sheet, there before the first script: the last screen is shown before the rest is fetched
    cssCodeSplit: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
    // a font as data: would be loaded with the first style sheet, needed or not
    assetsInlineLimit: 0,
  },
});
