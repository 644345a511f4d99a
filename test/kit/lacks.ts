// A test may only be left out where this machine lacks a program, and then the run says which.
import { accessSync, appendFileSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OUT } from '../../build/scripts/paths.mjs';

/** True where none of these programs is installed; notes the lack for the closing lines of `npm test`. */
export function lacks(...programs: readonly string[]): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const there = programs.some((program) => folders.some((folder) => isProgram(join(folder, program))));
  if (!there) note(programs.join(' or '));
  return !there;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Notes what this machine lacks for the closing lines of `npm test`. */
export function note(program: string): void {
  mkdirSync(`${OUT}/test`, { recursive: true });
  appendFileSync(`${OUT}/test/lacks.txt`, `${program}\n`);
}
