// Lists the source files under some folders, sorted, for whatever must look at all of them.
// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { ROOT } from './paths.mjs';

/**
 * @param {readonly string[]} places folders or files, relative to the repository; what is not there is left out
 * @returns {string[]} paths relative to the repository, with forward slashes
 */
export function sourceFiles(places) {
  return places.flatMap(filesUnder).sort();
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesUnder(place) {
  const state = statSync(`${ROOT}/${place}`, { throwIfNoEntry: false });
  if (state === undefined) return [];
  if (state.isFile()) return [place];
  return readdirSync(`${ROOT}/${place}`, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${place}/${entry.name}`) : [`${place}/${entry.name}`]));
}
