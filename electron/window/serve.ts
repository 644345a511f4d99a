// Answers app:// from the built page's folder: one host, files inside the bundle only.
import type { Protocol } from 'electron';
import { answer, bare } from '#electron/host/serving.mjs';
import { HOST, SCHEME } from './address.ts';

export function servePage(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const asked = partsOf(request.url);
    const { status, headers, body } =
      asked === undefined
        ? bare(400)
        : asked.host === HOST
          ? await answer(folder, request.method, asked.path)
          : bare(403);
    return new Response(request.method === 'HEAD' ? null : body, { status, headers });
  });
}

/** Host and path as they were sent: the URL class would tidy `..` away before it could be refused. */
function partsOf(address: string): { host: string; path: string } | undefined {
  const found = /^app:\/\/([^/?#]*)([^?#]*)/.exec(address);
  const [, host, path] = found ?? [];
  return host === undefined || path === undefined ? undefined : { host, path: path === '' ? '/' : path };
}
