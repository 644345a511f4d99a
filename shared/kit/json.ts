// One canonical text for a value, so that equal content has equal bytes and equal hashes.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with keys in code-unit order and without undefined members. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, x]) => x !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, x]) => `${JSON.stringify(key)}:${canonical(x)}`).join(',')}}`;
}

export const sameValue = (a: unknown, b: unknown): boolean => a === b || canonical(a ?? null) === canonical(b ?? null);

export const isObject = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
