// The built page from a plain local server, under the same rules and policy as app:// in Electron.
// @ts-check
import { createServer } from 'node:http';
import { answer, bare } from '../../electron/host/serving.mjs';
import { PAGE } from './paths.mjs';

/** Fixed, because a browser keeps a book under host and port: another port would be another, empty desk. */
export const FIXED_PORT = 47615;
/** By this header Mizan knows itself again at its address. */
export const MARK = 'x-mizan';

/**
 * @param {number} port 0 for any free one
 * @returns {Promise<import('node:http').Server>} rejects with code EADDRINUSE where the port is taken
 */
export function servePage(port) {
  const server = createServer(async (request, response) => {
    // a name other than our own address is a foreign site's, rebound to this laptop
    const ours = request.headers.host === new URL(addressOf(server)).host;
    const pathname = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    const { status, headers, body } = ours ? await answer(PAGE, request.method ?? 'GET', pathname) : bare(403);
    response.writeHead(status, { ...headers, [MARK]: '1', 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** @param {import('node:http').Server} server */
export function addressOf(server) {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : FIXED_PORT}`;
}

/**
 * Whether what answers at an address is Mizan.
 * @param {string} address
 */
export async function isMizan(address) {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(2_000) });
    return response.headers.get(MARK) === '1';
  } catch {
    return false;
  }
}
