// Books sealed with a passphrase at the command line: the passphrase comes from a file, never from the command itself.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type BookFile, readBook, writeBook } from '#shared/file/body.ts';
import { isSealed } from '#shared/file/container.ts';
import { openSealed, sealFile } from '#shared/file/seal.ts';
import { done, type Result } from '#shared/kit/result.ts';
import { must, Refusal } from './context.ts';

/** One command is one process: what its caller gave holds for every book it opens. */
let given: string | undefined;

/** The first line of the file; a command's own words are seen by every program of the machine. */
export function takePassphraseFrom(path: string): void {
  try {
    given =
      readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/, 1)[0] ?? '';
  } catch {
    throw new Refusal({ code: 'cli.noPassphraseFile', args: { file: basename(path) } });
  }
}

/** @returns the book, and whether its file was sealed, so that it is written as it was found */
export function readBookFile(bytes: Uint8Array): Result<BookFile & { readonly sealed: boolean }> {
  const sealed = isSealed(bytes);
  // without a passphrase the file says itself that it needs one
  const plain = sealed && given !== undefined ? openSealed(bytes, given) : done(bytes);
  if (!plain.ok) return plain;
  const book = readBook(plain.value);
  return book.ok ? done({ ...book.value, sealed }) : book;
}

/** @param seal write it sealed; without a passphrase that is no choice a command can have */
export function writeBookFile(file: BookFile, seal: boolean = given !== undefined): Uint8Array<ArrayBuffer> {
  const plain = writeBook(file);
  return seal ? must(sealFile(plain, given ?? '', (count) => new Uint8Array(randomBytes(count)))) : plain;
}
