// Random tokens stand for real paths: the page can name a place again but never think one up.
import { randomBytes } from 'node:crypto';

export interface Tokens {
  tokenFor(path: string): string;
  pathOf(token: string): string | undefined;
}

export function newTokens(): Tokens {
  const paths = new Map<string, string>();
  const tokens = new Map<string, string>();
  return {
    tokenFor(path) {
      const token = tokens.get(path) ?? randomBytes(16).toString('hex');
      tokens.set(path, token);
      paths.set(token, path);
      return token;
    },
    pathOf: (token) => paths.get(token),
  };
}
