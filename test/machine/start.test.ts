// `npm start` without Electron: one line, one fixed address, the rules of app://, a clean end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/scripts/build.mjs';
import { ROOT } from '../../build/scripts/paths.mjs';
import { addressOf, isMizan, servePage } from '../../build/scripts/serve.mjs';

let server: Server;
beforeAll(async () => {
  await ensureBuilt(['page', 'main', 'preload']);
  server = await servePage(0);
});
afterAll(() => void server.close());

/** Sent as written: fetch would tidy the path up first. */
function statusOf(path: string, host?: string): Promise<IncomingMessage> {
  const { port } = new URL(addressOf(server));
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, ...(host ? { headers: { host } } : {}) }, (response) => {
      response.resume();
      resolve(response);
    });
    asked.on('error', reject).end();
  });
}

test.each([
  ['/', 200],
  ['/index.html?x#y', 200],
  ['/%', 400],
  ['/..%2fmain/main.js', 403],
  ['/../main/main.js', 403],
  ['/none.js', 404],
])('the local address answers %s with %i', async (path, status) => {
  const response = await statusOf(path);
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-security-policy']).toContain("script-src 'self'");
});

test('a foreign name that leads to this laptop is not answered', async () => {
  expect((await statusOf('/', 'evil.example')).statusCode).toBe(403);
});

test('Mizan knows itself again, and nothing else', async () => {
  expect(await isMizan(addressOf(server))).toBe(true);
  const other = createServer((_asked, response) => response.end('other')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  expect(await isMizan(addressOf(other))).toBe(false);
  other.close();
});

test('it says one line and ends cleanly on Ctrl-C', async () => {
  const env = { ...process.env, MIZAN_NO_OPEN: '1', DISPLAY: '', WAYLAND_DISPLAY: '' };
  const child = spawn(process.execPath, ['build/scripts/start.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.includes('\n')) child.kill('SIGINT');
  });
  const [code] = await once(child, 'close');
  // this laptop may have Mizan open while its tests run
  expect(said).toMatch(
    /^Mizan(: Electron's program is not here; open| is already being served:) http:\/\/127\.0\.0\.1:47615 \(.*\)\..*\n$/,
  );
  expect(code).toBe(0);
});
