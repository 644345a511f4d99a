// The usual way: every row of a Dexie table is read before the first forty are shown. Also measures both ways in one page.
import Dexie, { type Table } from 'dexie';
import { openPageStore } from '#renderer/store/log-store.ts';
import { commit, foldBook, openBook } from '#shared/change/commit.ts';
import { kindTable } from '#shared/domain/book.ts';
import type { Context } from '#shared/kit/context.ts';
import { type ActorId, idFromBytes } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { plainRecords, thousandEdits, wholeBook } from '../book.ts';

class Rows extends Dexie {
  readonly rows!: Table<Record<string, unknown>, string>;
  constructor() {
    super('bench-rows', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'id,organisation,category,level,end' });
  }
}

const BOOK = 'bench';
const db = new Rows();
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const ctx: Context = { now: () => Date.now(), random, actor: idFromBytes(random(16)) as ActorId, by: '' };

/** Fills both stores with the same records. */
async function seed(): Promise<void> {
  await db.rows.bulkPut(plainRecords());
  const open = await openBook(openPageStore(BOOK), kindTable, ctx.now());
  await commit(open, ctx, () => done(wholeBook()));
  await foldBook(open);
  open.store.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Both ways in turn: the whole book into memory, and a thousand updates in one transaction. */
async function measure(rounds: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = { ownOpen: [], dexieOpen: [], ownUpdate: [], dexieUpdate: [] };
  const open = await openBook(openPageStore(BOOK), kindTable, ctx.now());
  for (let round = 0; round < rounds; round++) {
    const store = openPageStore(BOOK);
    await store.snapshot();
    times.ownOpen?.push(await timed(() => openBook(store, kindTable, ctx.now())));
    store.close();
    times.dexieOpen?.push(await timed(() => db.rows.toArray()));
    const draft = thousandEdits(Date.now());
    times.ownUpdate?.push(await timed(() => commit(open, ctx, () => done(draft))));
    times.dexieUpdate?.push(
      await timed(() =>
        db.transaction('rw', db.rows, async () => {
          for (const { record, field, value } of draft.writes) await db.rows.update(record, { [field]: value });
        }),
      ),
    );
    await foldBook(open);
  }
  return times;
}

function show(rows: readonly Record<string, unknown>[]): void {
  const place = document.getElementById('place');
  if (!place) return;
  place.textContent = `${rows.length}`;
  for (const row of rows.slice(0, 40)) {
    const line = document.createElement('p');
    line.textContent = `${row.name} · ${row.organisation} · ${JSON.stringify(row.wholeLifeCost)}`;
    place.append(line);
  }
  document.body.setAttribute('data-shown', '');
}

Object.assign(window, { seed, measure });
if (location.hash !== '#wait') void db.rows.toArray().then(show);
