// The bundled typeface as style text with the fonts inside, so that a printed page needs nothing from the machine.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FACES = [
  ['@fontsource/ibm-plex-sans', 'ibm-plex-sans-latin-400-normal.woff2', 'IBM Plex Sans', 400],
  ['@fontsource/ibm-plex-sans', 'ibm-plex-sans-latin-600-normal.woff2', 'IBM Plex Sans', 600],
  ['@fontsource/ibm-plex-sans-arabic', 'ibm-plex-sans-arabic-arabic-400-normal.woff2', 'IBM Plex Sans Arabic', 400],
  ['@fontsource/ibm-plex-sans-arabic', 'ibm-plex-sans-arabic-arabic-600-normal.woff2', 'IBM Plex Sans Arabic', 600],
] as const;

export function fontFaces(): string {
  const require = createRequire(import.meta.url);
  let css = '';
  for (const [packed, file, family, weight] of FACES) {
    const path = join(dirname(require.resolve(`${packed}/package.json`)), 'files', file);
    if (!existsSync(path)) continue;
    const data = readFileSync(path).toString('base64');
    css += `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}\n`;
  }
  return css;
}
