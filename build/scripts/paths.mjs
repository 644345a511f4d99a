// Where things lie, for every script of the build.
// @ts-check
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const OUT = `${ROOT}/out`;
export const PAGE = `${OUT}/page`;
export const MAIN = `${OUT}/main/main.js`;
export const CLI = `${OUT}/cli/mizan.js`;

export const LOCK = `${ROOT}/package-lock.json`;
