// Chosen or dropped files to returned workbooks: a zip gives what lies in it, letters and what systems leave are passed over.
import type { ReturnedFile } from '#shared/collect/returns.ts';
import { checkArchive } from '#shared/sheet/archive.ts';
import { unpackZip } from '#shared/sheet/zip.ts';
import { breathe } from './make.ts';

/** A workbook of one owner has a hundredth of it. */
const LARGEST = 50 * 1024 * 1024;
/** The whole of a round's answers in one archive. */
const LARGEST_ZIP = 256 * 1024 * 1024;

export async function returnedFiles(files: readonly File[]): Promise<ReturnedFile[]> {
  const found: ReturnedFile[] = [];
  for (const file of files) {
    await breathe();
    const isZip = /\.zip$/i.test(file.name);
    // a film is not read whole to find that it is no workbook
    if (file.size > (isZip ? LARGEST_ZIP : LARGEST)) found.push({ name: file.name, bytes: new Uint8Array([0x50]) });
    else {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isZip) found.push(...within(file.name, bytes));
      else if (isReturn(file.name)) found.push({ name: file.name, bytes });
    }
  }
  return found;
}

/** An archive that is none, or out of bounds, is handed on whole: reading it says why. */
function within(name: string, bytes: Uint8Array): ReturnedFile[] {
  if (!checkArchive(bytes).ok) return [{ name, bytes }];
  return Object.entries(unpackZip(bytes))
    .map(([path, content]) => ({ name: path.split(/[\\/]/).at(-1) ?? path, path, bytes: content }))
    .filter((each) => each.bytes.length > 0 && !/(^|\/)__MACOSX\//.test(each.path) && isReturn(each.name))
    .map((each) => ({ name: each.name, bytes: each.bytes }));
}

const isReturn = (name: string): boolean =>
  name !== '' && !/^(\.|~\$|thumbs\.db$|desktop\.ini$)|\.(eml|txt)$/i.test(name);
