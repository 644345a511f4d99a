// What goes into the program's archive, and that it is built before it is packed.
import { ensureBuilt } from '../scripts/build.mjs';

/** The built program and its manifest; the command line, the sources and every package stay behind. */
const PACKED = ['/package.json', '/out', '/out/main', '/out/preload', '/out/page'];
const PACKED_WHOLE = ['/out/main/', '/out/preload/', '/out/page/'];

/** Whether the packager is to leave a path out; it asks with a leading slash, and with '' for the root. */
export function isLeftOut(path: string): boolean {
  if (path === '' || PACKED.includes(path)) return false;
  return !PACKED_WHOLE.some((folder) => path.startsWith(folder));
}

export const buildProgram = (): Promise<void> => ensureBuilt(['page', 'main', 'preload']);
