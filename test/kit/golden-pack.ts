// The book behind the golden file of schema 6: the governed one, and a pack issued from it.
import { issuePack, nextPackNumber } from '#shared/acts/issue-pack.ts';
import { snapshotName } from '#shared/change/asat.ts';
import { commit, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import type { BookFile } from '#shared/file/body.ts';
import type { Day } from '#shared/kit/period.ts';
import { must } from './book.ts';
import { testContext } from './context.ts';
import { goldenGovern } from './golden-govern.ts';

export async function goldenPack(): Promise<BookFile> {
  const { book, changes } = await goldenGovern();
  const rows = changes.map((change, i) => ({ seq: i + 1, change: { ...change, schema: 5 }, arrived: change.at[0] }));
  const open = await openBook(memoryStore(rows), kindTable, 8e15);
  const ctx = testContext(66, 86_400_000);
  const issued = {
    number: nextPackNumber(new Book(open.state), '2026-11-30' as Day),
    title: 'Pack for the steering committee · ملف لجنة التوجيه',
    asAt: '2026-11-30' as Day,
    snapshot: snapshotName(open.state),
    editions: [
      {
        language: 'ar',
        digits: 'arab',
        calendar: 'both',
        slides: 12,
        files: [{ kind: 'pptx', sha256: '0f'.repeat(32), bytes: 204_800 }],
      },
    ] as const,
  };
  must(await commit(open, ctx, (state) => issuePack.run(new Book(state), issued, ctx)));
  return { book, changes: (await open.store.readSince(0)).map(({ change }) => change) };
}
