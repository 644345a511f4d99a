// Folders a person granted, kept across starts: the page holds a token per book, this laptop alone knows the place.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { isObject } from '#shared/kit/json.ts';

export interface Grants {
  /** The token of this place, new or known; kept before it is handed out. */
  tokenFor(path: string): Promise<string>;
  pathOf(token: string): string | undefined;
}

/** Older grants go first; nobody exchanges with more folders than this. */
const MOST = 64;
const TOKEN = /^[0-9a-f]{32}$/;

export function openGrants(userData: string): Grants {
  const file = join(userData, 'grants.json');
  const paths = new Map<string, string>(keptIn(file));
  return {
    async tokenFor(path) {
      const known = [...paths].find(([, place]) => place === path)?.[0];
      if (known !== undefined) return known;
      const token = randomBytes(16).toString('hex');
      paths.set(token, path);
      for (const oldest of [...paths.keys()].slice(0, -MOST)) paths.delete(oldest);
      await saveAtomically(file, JSON.stringify(Object.fromEntries(paths)));
      return token;
    },
    pathOf: (token) => paths.get(token),
  };
}

/** A list that is missing or damaged is an empty one: the folder is then chosen again. */
function keptIn(file: string): [string, string][] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isObject(kept)) return [];
    return Object.entries(kept).filter(
      (entry): entry is [string, string] =>
        TOKEN.test(entry[0]) && typeof entry[1] === 'string' && isAbsolute(entry[1]),
    );
  } catch {
    return [];
  }
}
