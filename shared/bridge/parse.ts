// Requests are `unknown` until read here: exact members, exact types, bounds before anything is done with them.
import { isObject } from '#shared/kit/json.ts';
import { done, refuse } from '#shared/kit/result.ts';
import {
  type CallName,
  type Calls,
  FILE_LIMIT_BYTES,
  type Nothing,
  OPEN_KINDS,
  type OpenKind,
  type OpenRequest,
  PRINT_LIMIT_CHARACTERS,
  type PrintRequest,
  SAVE_KINDS,
  type SaveKind,
  type SaveRequest,
} from './contract.ts';
import type { Outcome } from './problems.ts';

const TOKEN = /^[0-9a-f]{32}$/;
const NAME_LIMIT_CHARACTERS = 255;

const isOpenKind = (x: unknown): x is OpenKind => typeof x === 'string' && Object.hasOwn(OPEN_KINDS, x);
const isSaveKind = (x: unknown): x is SaveKind => SAVE_KINDS.some((kind) => kind === x);
const isToken = (x: unknown): x is string => typeof x === 'string' && TOKEN.test(x);
const badMember = (path: string) => refuse('bridge.badRequest', undefined, path);

/** Names the first member the contract does not know, so that nothing travels beside what was agreed. */
function stranger(request: Record<string, unknown>, known: readonly string[]): string | undefined {
  return Object.keys(request).find((member) => !known.includes(member));
}

function parseOpen(x: unknown): Outcome<OpenRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['kind']);
  if (extra !== undefined) return badMember(extra);
  const { kind } = x;
  return isOpenKind(kind) ? done({ kind }) : badMember('kind');
}

function parseSave(x: unknown): Outcome<SaveRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['token', 'suggestedName', 'kind', 'bytes']);
  if (extra !== undefined) return badMember(extra);
  const { token, suggestedName, kind, bytes } = x;
  if (token !== undefined && !isToken(token)) return badMember('token');
  if (typeof suggestedName !== 'string' || suggestedName.length > NAME_LIMIT_CHARACTERS) {
    return badMember('suggestedName');
  }
  if (!isSaveKind(kind)) return badMember('kind');
  if (!(bytes instanceof Uint8Array)) return badMember('bytes');
  if (bytes.byteLength > FILE_LIMIT_BYTES) {
    return refuse('bridge.tooLarge', { name: suggestedName, size: bytes.byteLength, limit: FILE_LIMIT_BYTES });
  }
  return done({ ...(token === undefined ? {} : { token }), suggestedName, kind, bytes });
}

function parsePrint(x: unknown): Outcome<PrintRequest> {
  if (!isObject(x)) return badMember('request');
  const extra = stranger(x, ['html']);
  if (extra !== undefined) return badMember(extra);
  const { html } = x;
  if (typeof html !== 'string' || html.length === 0 || html.length > PRINT_LIMIT_CHARACTERS) return badMember('html');
  return done({ html });
}

function parseNothing(x: unknown): Outcome<Nothing> {
  return isObject(x) && Object.keys(x).length === 0 ? done({}) : badMember('request');
}

export const PARSERS: { readonly [Name in CallName]: (x: unknown) => Outcome<Calls[Name]['request']> } = {
  openFile: parseOpen,
  saveFile: parseSave,
  printPdf: parsePrint,
  takeOpened: parseNothing,
};
