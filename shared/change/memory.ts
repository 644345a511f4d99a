// A log in memory: for tests, for trying an import out, and as the plainest model of what a store must do.
import type { LogRow, LogStore, Snapshot } from './store.ts';

export function memoryStore(rows: LogRow[] = []): LogStore {
  let folded: Snapshot | undefined;
  return {
    snapshot: async () => folded,
    readSince: async (seq) => rows.filter((row) => row.seq > seq),
    append: async (seq, decide, nowMs) => {
      const changes = decide(rows.filter((row) => row.seq > seq));
      const added = changes.map((change, i): LogRow => ({ seq: rows.length + 1 + i, change, arrived: nowMs }));
      rows.push(...added);
      return added;
    },
    fold: async (snapshot) => {
      // another window folded further meanwhile: its fold holds this one's
      if (snapshot.foldedTo <= (folded?.foldedTo ?? 0)) return;
      folded = { foldedTo: snapshot.foldedTo, chunks: new Map([...(folded?.chunks ?? []), ...snapshot.chunks]) };
    },
    close: () => undefined,
  };
}
