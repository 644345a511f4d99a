// One process builds at a time: a folder is made (which only one can), and a dead holder's folder is taken over.
// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
const GIVE_UP_MS = 180_000;
/** A folder without a holder's number is one just being made, or one whose maker died between two lines. */
const NAMELESS_MS = 5_000;

/**
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  const until = Date.now() + GIVE_UP_MS;
  while (!take(folder)) {
    if (Date.now() > until) throw new Error(`another build has held ${folder} for three minutes`);
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else await pause(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(`${folder}/holder`, String(process.pid));
  return true;
}

/** @param {string} folder */
function isAbandoned(folder) {
  try {
    process.kill(Number(readFileSync(`${folder}/holder`, 'utf8')), 0);
    return false;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ESRCH') return true;
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - made > NAMELESS_MS;
  }
}
