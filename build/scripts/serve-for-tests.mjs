// The page for the journeys, at a port of their own: a browser's data belongs to host and port.
// @ts-check
import { ensureBuilt, printFault } from './build.mjs';
import { addressOf, servePage } from './serve.mjs';

try {
  await ensureBuilt(['page']);
  const server = await servePage(Number(process.argv[2] ?? 0));
  process.stdout.write(`${addressOf(server)}\n`);
} catch (fault) {
  printFault(fault);
  process.exit(1);
}
