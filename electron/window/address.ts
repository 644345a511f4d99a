// The one address the page lives at, and the test whether an address is ours.
export const SCHEME = 'app';
export const HOST = 'bundle';
export const PAGE_ADDRESS = `${SCHEME}://${HOST}/`;

/** By protocol and host: `origin` of a scheme of our own is the text 'null' in Node and would equal any other. */
export function isOurPage(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${SCHEME}:` && host === HOST;
  } catch {
    return false;
  }
}

/** Addresses that never leave the page: its own files and what it made itself. */
export function staysInside(address: string): boolean {
  return isOurPage(address) || /^(blob|data|about):/.test(address);
}
