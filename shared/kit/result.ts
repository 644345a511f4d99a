/** Expected trouble is a value: every fallible function of Mizan answers with one of these two shapes. */

/**
 * What went wrong, where, and with which figures. `code` is a key of `shared/words`, where it is worded once
 * for people; `path` names the place (a cell, a field, a file); `args` fill the sentence.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly path?: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export type Result<T, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function refuse<Code extends string>(
  code: Code,
  args?: Problem['args'],
  path?: string,
): { readonly ok: false; readonly problem: Problem<Code> } {
  return { ok: false, problem: { code, ...(path === undefined ? {} : { path }), ...(args ? { args } : {}) } };
}
