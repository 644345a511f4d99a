// The core without a disk: making, folding, opening and replaying a book of 16,000 records, beside plain JSON.
import { decodeChange, encodeChange } from '#shared/change/codec.ts';
import { commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { decodeSnapshot, encodeSnapshot } from '#shared/change/snapshot.ts';
import { State } from '#shared/change/state.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import type { Context } from '#shared/kit/context.ts';
import type { ActorId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { plainRecords, thousandEdits, wholeBook } from './book.ts';

export type Times = Readonly<Record<string, number[]>>;

let count = 0;
const ctx: Context = {
  now: () => 1_700_000_000_000 + count,
  random: (length) => Uint8Array.from({ length }, (_, i) => ((count++ * 2_654_435_761) >>> (i % 24)) & 255),
  actor: 'bench' as ActorId,
  by: '',
};

export async function measureCore(rounds: number): Promise<Times> {
  const times: Record<string, number[]> = {};
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    globalThis.gc?.();
    const from = performance.now();
    const result = await work();
    times[name] = [...(times[name] ?? []), performance.now() - from];
    return result;
  };
  const plain = JSON.stringify(plainRecords());
  for (let round = 0; round < rounds; round++) {
    const draft = wholeBook();
    const open: OpenBook = await openBook(memoryStore(), kindTable, 0);
    await timed('commit', () => commit(open, ctx, () => done(draft)));
    const snapshot = await timed('fold', () => encodeSnapshot(open.state, 1, 0));
    await timed('open', () => decodeSnapshot(snapshot));
    await timed('json', () => JSON.parse(plain) as unknown);
    const [row] = await open.store.readSince(0);
    const text = await timed('encode', () => encodeChange(row?.change as never));
    await timed('replay', () => {
      const change = decodeChange(text);
      if (change.ok) new State().apply(change.value, 0);
    });
    const edits = thousandEdits(round);
    await timed('edit1000', () => commit(open, ctx, () => done(edits)));
    await timed('totals', () => portfolioTotals(portfolioRows(new Book(open.state))));
  }
  return times;
}
