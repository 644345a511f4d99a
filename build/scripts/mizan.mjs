// `npm run -s mizan -- <command>`: builds the command line if it is stale, then hands the words over to it.
// @ts-check
import { pathToFileURL } from 'node:url';
import { ensureBuilt, printFault } from './build.mjs';
import { CLI } from './paths.mjs';

try {
  await ensureBuilt(['cli']);
} catch (fault) {
  printFault(fault);
  process.exit(1);
}
// as if it had been started itself: its words begin at the third place
process.argv[1] = CLI;
await import(pathToFileURL(CLI).href);
