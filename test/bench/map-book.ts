// A book that holds one large map, as the file a colleague would send: what the page is timed with.
import { commit, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { type Draft, type DraftWrite, LIFE } from '#shared/change/model.ts';
import { kindTable } from '#shared/domain/book.ts';
import { writeBook } from '#shared/file/body.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { type BookId, idFromBytes } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { testContext } from '#test/kit/context.ts';
import { mapOf } from './map-graphs.ts';

const KINDS = ['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective'] as const;
const TITLES = [
  'Online booking for every clinic',
  'Desk staff trained and rostered',
  'Patients choose their own time',
  'Shorter waiting for a first visit',
  'Care on time for everyone',
];

/** @returns the bytes of a .mizan file and the id of its map */
export async function mapBook(nodes: number, links: number): Promise<{ bytes: Uint8Array; map: string }> {
  const ctx = testContext(nodes);
  const map = mapOf(nodes, links, 1);
  const writes: DraftWrite[] = [];
  const add = (kind: string, values: Record<string, unknown>) => {
    const record = newRecordId(ctx);
    for (const [field, value] of Object.entries({ [LIFE]: 'here', ...values }))
      writes.push({ kind, record, field, value });
    return record;
  };
  const drawn = add('benefitMap', { title: `Map of ${nodes} nodes` });
  const ids = map.columns.map((column, i) => {
    const title = `${TITLES[column]} ${i}`;
    const kind = KINDS[column] as (typeof KINDS)[number];
    return add(kind, kind === 'objective' ? { name: title } : { title });
  });
  for (const node of ids) add('mapPlace', { map: drawn, node });
  for (const [i, { from, to }] of map.links.entries())
    add('contribution', { from: ids[from], to: ids[to], ...(i % 3 ? { weight: 10 + (i % 5) * 5 } : {}) });
  const store = memoryStore();
  const open = await openBook(store, kindTable, 0);
  if (!open) throw new Error('no book');
  const draft: Draft = { act: 'act.takeMap', writes };
  const kept = await commit(open, ctx, () => done(draft));
  if (!kept.ok) throw new Error(kept.problem.code);
  const changes = (await store.readSince(0)).map(({ change }) => change);
  return { bytes: writeBook({ book: idFromBytes(ctx.random(16)) as BookId, changes }), map: drawn };
}
