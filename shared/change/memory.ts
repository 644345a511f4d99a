// A log in memory: for tests, for trying an import out, and as the plainest model of what a store must do.
import type { LogRow, LogStore, Snapshot } from './store.ts';
import type { Holding } from './withheld.ts';

export function memoryStore(rows: LogRow[] = []): LogStore {
  let folded: Snapshot | undefined;
  let held: Holding | undefined;
  return {
    snapshot: async () => folded,
    readSince: async (seq) => rows.filter((row) => row.seq > seq),
    holding: async () => held,
    append: async (seq, decide, nowMs, holding) => {
      const changes = decide(rows.filter((row) => row.seq > seq));
      const added = changes.map((change, i): LogRow => ({ seq: rows.length + 1 + i, change, arrived: nowMs }));
      rows.push(...added);
      if (holding) held = holding.now;
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
