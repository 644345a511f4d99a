// The bridge's contract kept by a plain browser: file pickers where there are any, downloads elsewhere, the print dialog.
import type { Bridge, OpenedFile, SavedFile } from '#shared/bridge/contract.ts';
import { FILE_LIMIT_BYTES, OPEN_KINDS } from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { folderCalls, knowsFolders } from './browser-folder.ts';
import { backupCalls } from './store/backups.ts';

declare const MIZAN_VERSION: string;

interface Handle {
  readonly name: string;
  createWritable: () => Promise<{ write: (bytes: BufferSource) => Promise<void>; close: () => Promise<void> }>;
}
type SavePicker = (options: {
  suggestedName: string;
  types: { accept: Record<string, string[]> }[];
}) => Promise<Handle>;

const TYPES = {
  mizan: 'application/x-mizan',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  zip: 'application/zip',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

export function browserBridge(): Bridge {
  /** Places a picker gave, by the token the page knows them by. */
  const places = new Map<string, Handle>();
  return {
    platform: { kind: 'browser', version: MIZAN_VERSION, folders: knowsFolders() },
    ...folderCalls(),
    ...backupCalls(() => Date.now()),
    openFile: ({ kind }) => pick(OPEN_KINDS[kind].map((ending) => `.${ending}`).join(',')),
    saveFile: async ({ token, suggestedName, kind, bytes }) => {
      const name = suggestedName.endsWith(`.${kind}`) ? suggestedName : `${suggestedName}.${kind}`;
      const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
      // packs go to the downloads folder at once; a book has a place of its own that is saved to again
      if (kind !== 'mizan' || !picker) return download(name, TYPES[kind], bytes);
      try {
        const place =
          (token ? places.get(token) : undefined) ??
          (await picker({ suggestedName: name, types: [{ accept: { [TYPES.mizan]: ['.mizan'] } }] }));
        const file = await place.createWritable();
        await file.write(bytes as BufferSource);
        await file.close();
        const known = token ?? crypto.randomUUID();
        places.set(known, place);
        return done({ token: known, name: place.name, size: bytes.byteLength });
      } catch (fault) {
        return refuse(faultCode(fault), { name });
      }
    },
    printPdf: async ({ html }) => {
      await printDialog(html);
      // the dialog itself saves the pages: nothing is left to do here, which is what "cancelled" tells the caller
      return refuse('bridge.cancelled');
    },
    onOpenFile: () => () => undefined,
  };
}

function faultCode(fault: unknown): 'bridge.cancelled' | 'bridge.diskFull' | 'bridge.noAccess' | 'bridge.failed' {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'AbortError') return 'bridge.cancelled';
  if (name === 'QuotaExceededError') return 'bridge.diskFull';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'bridge.noAccess' : 'bridge.failed';
}

function pick(accept: string): Promise<Outcome<OpenedFile>> {
  return new Promise((answer) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => answer(refuse('bridge.cancelled')));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) answer(refuse('bridge.cancelled'));
      else if (file.size > FILE_LIMIT_BYTES)
        answer(refuse('bridge.tooLarge', { name: file.name, size: file.size, limit: FILE_LIMIT_BYTES }));
      else
        file.arrayBuffer().then(
          (bytes) => answer(done({ token: '', name: file.name, bytes: new Uint8Array(bytes) })),
          () => answer(refuse('bridge.fileGone', { name: file.name })),
        );
    });
    input.click();
  });
}

function download(name: string, type: string, bytes: Uint8Array): Outcome<SavedFile> {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken the address over by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return done({ token: '', name, size: bytes.byteLength });
}

/** Prints a document of its own from a hidden frame: the page around it never reaches the paper. */
function printDialog(html: string): Promise<void> {
  return new Promise((finished) => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position:fixed;width:1280px;height:720px;inset-inline-start:-10000px;top:0';
    frame.setAttribute('aria-hidden', 'true');
    frame.srcdoc = html;
    frame.addEventListener('load', () => {
      const inner = frame.contentWindow;
      if (!inner) return finished();
      inner.addEventListener('afterprint', () => {
        frame.remove();
        finished();
      });
      void inner.document.fonts.ready.then(() => {
        inner.focus();
        inner.print();
      });
    });
    document.body.append(frame);
  });
}
