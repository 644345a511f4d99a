// How the page's own files are served and under which policy: the same rules for app:// and for the local address.
// Plain JavaScript with checked types, because `npm start` runs it unbuilt while main bundles it.
// @ts-check
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** Wasm may be compiled and blob: workers started; nothing comes from or goes to anywhere else. */
export const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A document on its way to paper: what it shows it carries inside, and no script of it ever runs. */
export const PAPER_POLICY =
  "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** @type {Readonly<Record<string, string>>} */
const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @param {string} type
 * @param {string} policy
 * @returns {Record<string, string>}
 */
export const headersFor = (type, policy) => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
});

/**
 * The path inside the bundle a request's pathname names, as segments; or why it names none.
 * @param {string} pathname still percent-encoded
 * @returns {{ ok: true, segments: string[] } | { ok: false, status: 400 | 403 }}
 */
export function segmentsOf(pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return { ok: false, status: 400 };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!decoded.startsWith('/') || /[\u0000-\u001f\\:]/.test(decoded)) return { ok: false, status: 400 };
  const segments = (decoded === '/' ? '/index.html' : decoded).slice(1).split('/');
  if (segments.includes('..')) return { ok: false, status: 403 };
  if (segments.some((segment) => segment === '' || segment === '.')) return { ok: false, status: 400 };
  return { ok: true, segments };
}

/**
 * @typedef {{ status: number, headers: Record<string, string>, body: Uint8Array<ArrayBuffer> }} Answer
 * @param {string} root the folder of the built page
 * @param {string} method
 * @param {string} pathname still percent-encoded
 * @returns {Promise<Answer>}
 */
export async function answer(root, method, pathname) {
  if (method !== 'GET' && method !== 'HEAD') return bare(405);
  const asked = segmentsOf(pathname);
  if (!asked.ok) return bare(asked.status);
  try {
    const home = await realpath(root);
    // the real path decides, so that a link inside the bundle cannot lead out of it
    const file = await realpath(join(home, ...asked.segments));
    if (!file.startsWith(home + sep)) return bare(403);
    const body = await readFile(file);
    const type = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { status: 200, headers: headersFor(type, PAGE_POLICY), body: new Uint8Array(body) };
  } catch {
    return bare(404);
  }
}

/**
 * @param {number} status
 * @returns {Answer}
 */
export const bare = (status) => ({
  status,
  headers: headersFor('text/plain; charset=utf-8', PAGE_POLICY),
  body: new TextEncoder().encode(`${status}`),
});
