// Makes package-lock.json whole again after an install: names the optional packages of other platforms that the install
// left out (npm drops those its registry did not answer for, and `npm ci` then refuses the lock on every platform).
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { LOCK } from './paths.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The platform a package's name tells, as the lock writes it.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[-/@]/);
  const system = SYSTEMS.find((one) => words.includes(one)) ?? (words.includes('windows') ? 'win32' : undefined);
  const processor = PROCESSORS.find((one) => words.includes(one));
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(system ? { os: [system] } : {}),
    ...(libc && system === 'linux' ? { libc: [libc] } : {}),
  };
}

/** @typedef {{ version?: string, optionalDependencies?: Record<string, string>, dev?: boolean, optional?: boolean }} Entry */
/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
let added = 0;
for (const [place, entry] of Object.entries(lock.packages)) {
  if (place === '') continue;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const there = Object.keys(lock.packages).some(
      (known) => known === `node_modules/${name}` || known === `${place}/node_modules/${name}`,
    );
    if (there) continue;
    const version = range.replace(/^[\^~]/, '');
    const platform = platformOf(name);
    // without a platform in its name a package is for all of them: leaving it out was npm's own, right decision
    if (!('os' in platform) && !('cpu' in platform)) {
      console.log(`Left alone: ${name}@${range} of ${place}`);
      continue;
    }
    lock.packages[`node_modules/${name}`] = { version, ...platform, dev: true, optional: true };
    added++;
  }
}
const root = lock.packages[''];
lock.packages = {
  ...(root ? { '': root } : {}),
  ...Object.fromEntries(
    Object.entries(lock.packages)
      .filter(([place]) => place !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
};
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to package-lock.json.`);
