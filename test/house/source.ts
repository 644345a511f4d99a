// Reads the sources and what each of them imports: the ground every rule of the house stands on.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript-api';
import { ROOT } from '../../build/scripts/paths.mjs';
import { sourceFiles } from '../../build/scripts/sources.mjs';

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a file imports: a file of ours by its path, or a package (or Node's own module) by its name. */
export interface Import {
  readonly file?: string;
  readonly package?: string;
}

export const TOP_FOLDERS = ['shared', 'electron', 'renderer', 'build', 'test'] as const;
const CODE = /\.(ts|tsx|mjs)$/;

export const isCode = ({ path }: Source): boolean => CODE.test(path) && !path.endsWith('.d.ts');

export function allSources(): Source[] {
  return sourceFiles([...TOP_FOLDERS, 'forge.config.ts'])
    .filter((path) => CODE.test(path) || path.endsWith('.css'))
    .map((path) => ({ path, text: readFileSync(`${ROOT}/${path}`, 'utf8') }));
}

const found = new WeakMap<Source, readonly Import[]>();

/** Value, type and dynamic imports, re-exports, workers named by `new URL`, and what a style sheet pulls in. */
export function importsOf(source: Source): readonly Import[] {
  const known = found.get(source);
  if (known) return known;
  const specifiers = source.path.endsWith('.css') ? styleImports(source.text) : codeImports(source.text);
  const imports = specifiers.map((specifier) => resolve(source.path, specifier));
  found.set(source, imports);
  return imports;
}

function codeImports(text: string): string[] {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const workers = [...text.matchAll(/new URL\(\s*['"`](\.[^'"`]+|#[^'"`]+)['"`]\s*,\s*import\.meta\.url/g)];
  return [...imported, ...workers.map(([, specifier = '']) => specifier)];
}

const styleImports = (text: string): string[] =>
  [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|url\(['"]?([^'")]+)['"]?\)/g)]
    .map(([, sheet, address]) => sheet ?? address ?? '')
    .filter((specifier) => specifier !== '' && !specifier.startsWith('data:'));

function resolve(from: string, specifier: string): Import {
  // `?worker`, `?url`: how the bundler is to take it, not what it is
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('#')) return { file: plain.slice(1) };
  if (plain.startsWith('.')) return { file: posix.normalize(posix.join(posix.dirname(from), plain)) };
  const parts = plain.split('/');
  return {
    package: plain.startsWith('node:') || !plain.startsWith('@') ? (parts[0] ?? plain) : parts.slice(0, 2).join('/'),
  };
}

/** The code without its comments, for rules about what is done and not about what is said. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/.*$/gm, '$1');
}
