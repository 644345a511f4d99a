// The three logs a book can live in, behind one port: each as an address that can be opened again and again.
import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '#electron/cli/store.ts';
import { openPageStore } from '#renderer/store/log-store.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { LogRow, LogStore } from '#shared/change/store.ts';
import { must } from '#test/kit/book.ts';

export interface StoreKind {
  readonly name: string;
  /** A new, empty log; each `open` gives another holder of the same one. */
  readonly fresh: () => { readonly open: () => LogStore; readonly remove: () => void };
  /** A file is read whole: it has no use for a fold. */
  readonly folds: boolean;
}

let count = 0;

export const STORES: readonly StoreKind[] = [
  {
    name: 'memory',
    folds: true,
    fresh: () => {
      const store = memoryStore([] as LogRow[]);
      return { open: () => store, remove: () => undefined };
    },
  },
  {
    name: 'file',
    folds: false,
    fresh: () => {
      const folder = mkdtempSync(join(tmpdir(), 'mizan-store-'));
      return {
        open: () => must(openFileStore(join(folder, 'book.mizan'), true)),
        remove: () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    name: 'page',
    folds: true,
    fresh: () => {
      const book = `contract-${count++}`;
      return { open: () => openPageStore(book), remove: () => undefined };
    },
  },
];
