// The .mizan file's inside: a zip with a manifest and the whole change log, one change a line, exactly as first written.
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { decodeChange, encodeChange } from '#shared/change/codec.ts';
import type { Change } from '#shared/change/model.ts';
import { spansTooFar } from '#shared/change/span.ts';
import type { Held, Holding, Reach } from '#shared/change/withheld.ts';
import { sha256 } from '#shared/kit/hash.ts';
import { type BookId, isId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { ARCHIVE_BOUNDS } from '#shared/sheet/archive.ts';
import { packZip } from '#shared/sheet/zip.ts';
import { PART, PLAIN, unwrap, wrap } from './container.ts';
import { heldFromJson, heldToJson } from './held.ts';

/*
 * manifest.json  {"book": id, "schema": number, "changes": count, "parts": {name: {"bytes": n, "sha256": hex}}}
 *                and in a copy that does not carry everything: "reach", "withheld", "base" (see held.ts)
 * log/0.jsonl    one change a line, in the order this copy received them (see shared/change/codec.ts)
 */
export interface BookFile extends Held {
  readonly book: BookId;
  readonly changes: readonly Change[];
  /** What whoever opens it must have already: only changes beyond it are in the file. */
  readonly base?: Reach | undefined;
}

const MANIFEST = 'manifest.json';
const LOG = 'log/0.jsonl';
/** No way out of the archive: no root, no drive, no step back. */
const PART_NAME = /^[a-z0-9][a-z0-9-]*(?:[./][a-z0-9][a-z0-9-]*)*$/i;
/** Below this size of the packed file the ratio is not asked: a short log packs well without harm. */
const RATIO_FROM_BYTES = 4096;

export function writeBook({ book, changes, holding, base }: BookFile): Uint8Array<ArrayBuffer> {
  const log = strToU8(changes.map((change) => `${encodeChange(change)}\n`).join(''));
  const manifest = {
    book,
    schema: changes.reduce((most, change) => Math.max(most, change.schema), 1),
    changes: changes.length,
    parts: { [LOG]: { bytes: log.length, sha256: sha256(log) } },
    ...heldToJson(holding, base),
  };
  const zip = packZip({ [MANIFEST]: strToU8(JSON.stringify(manifest)), [LOG]: log });
  return wrap(zip, holding || base ? PART : PLAIN);
}

export function readBook(bytes: Uint8Array): Result<BookFile> {
  const body = unwrap(bytes);
  if (!body.ok) return body;
  const parts = unpack(body.value);
  if (!parts.ok) return parts;
  const manifest = manifestOf(parts.value);
  if (!manifest.ok) return manifest;
  const lines = strFromU8(parts.value[LOG] as Uint8Array).split('\n');
  lines.pop();
  const changes: Change[] = [];
  const ids = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const change = decodeChange(line);
    if (!change.ok)
      return refuse('file.badChange', { line: i + 1, path: change.problem.path ?? '' }, `${LOG}:${i + 1}`);
    if (ids.has(change.value.id)) return refuse('file.badChange', { line: i + 1, path: 'id' }, `${LOG}:${i + 1}`);
    ids.add(change.value.id);
    changes.push(change.value);
  }
  if (changes.length !== manifest.value.changes) return refuse('file.damaged');
  if (spansTooFar([changes])) return refuse('file.tooMuchInside');
  const { book, holding, base } = manifest.value;
  return done({ book, changes, ...(holding ? { holding } : {}), ...(base ? { base } : {}) });
}

/** The entries, their sizes checked against the bounds before a byte is unpacked. */
function unpack(zip: Uint8Array): Result<Record<string, Uint8Array>> {
  let entries = 0;
  let unpacked = 0;
  let tooMuch = false;
  try {
    const parts = unzipSync(zip, {
      filter: ({ originalSize }) => {
        entries++;
        unpacked += originalSize;
        tooMuch ||=
          entries > ARCHIVE_BOUNDS.entries ||
          unpacked > ARCHIVE_BOUNDS.bytes ||
          unpacked > ARCHIVE_BOUNDS.ratio * Math.max(zip.length, RATIO_FROM_BYTES);
        return !tooMuch;
      },
    });
    if (tooMuch) return refuse('file.tooMuchInside');
    // two entries of one name would leave open which of them was meant
    return Object.keys(parts).length === entries ? done(parts) : refuse('file.damaged');
  } catch {
    return refuse('file.damaged');
  }
}

function manifestOf(
  parts: Record<string, Uint8Array>,
): Result<{ book: BookId; changes: number; holding: Holding | undefined; base: Reach | undefined }> {
  let raw: unknown;
  try {
    raw = JSON.parse(strFromU8(parts[MANIFEST] ?? new Uint8Array()));
  } catch {
    return refuse('file.damaged');
  }
  if (!isObject(raw) || !isId(raw.book) || !Number.isSafeInteger(raw.changes) || !isObject(raw.parts))
    return refuse('file.damaged');
  const named = Object.keys(raw.parts);
  // nothing here is ever written to a disk by its name; who asks for that is not a book
  if (!named.every((name) => PART_NAME.test(name))) return refuse('file.damaged');
  if (!named.includes(LOG) || Object.keys(parts).length !== named.length + 1) return refuse('file.damaged');
  for (const name of named) {
    const said = raw.parts[name];
    const part = parts[name];
    if (!part || !isObject(said) || said.bytes !== part.length || said.sha256 !== sha256(part))
      return refuse('file.damaged');
  }
  const held = heldFromJson(raw);
  return held.ok ? done({ book: raw.book as BookId, changes: raw.changes as number, ...held.value }) : held;
}
