// Every format that ever shipped is read for ever: its golden file lies here and is never made anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import { must } from '#test/kit/book.ts';
import { goldenBook } from '#test/kit/golden.ts';

const FILE = join(import.meta.dirname, 'container-1.mizan');
const bytes = new Uint8Array(readFileSync(FILE));

describe('container 1', () => {
  test('is made today as it was made then', async () => {
    const { book, changes } = await goldenBook();
    // the program writes a later schema today; the container is the same
    expect(writeBook({ book, changes: changes.map((change) => ({ ...change, schema: 1 })) })).toEqual(bytes);
  });

  test('reads back and writes to the same bytes', () => {
    expect(writeBook(must(readBook(bytes)))).toEqual(bytes);
  });

  test('holds what it held', async () => {
    const { changes } = must(readBook(bytes));
    expect(changes.map(({ act, asAt, by, schema }) => [act, asAt, by, schema])).toEqual([
      ['act.editField', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.addRecord', '2026-11-23', 'Tester', 1],
      ['act.deleteRecord', '2026-11-23', 'Tester', 1],
    ]);
    const rows = changes.map((change, i) => ({ seq: i + 1, change, arrived: change.at[0] }));
    const book = new Book((await openBook(memoryStore(rows), kindTable, 0)).state);
    expect(book.office).toMatchObject({ name: 'Golden book · الدفتر الذهبي', currency: 'SAR', fiscalYearStart: 4 });
    expect([...book.all('person')]).toEqual([]);
    const [programme, project] = [...book.all('component')];
    expect(programme).toMatchObject({ name: 'Clinics', level: 'programme', start: '2024-02-29' });
    expect(project).toMatchObject({
      name: 'Booking “online”',
      parent: programme?.id,
      wholeLifeCost: { minor: 106_590, currency: 'SAR', base: { kind: 'real', year: 2024 } },
      'costPlan/2025': { minor: -3_069, currency: 'SAR' },
      end: { absent: 'exempt', text: 'Exempt under Section 43' },
      confidence: { rating: 'amberRed', scale: 'five' },
    });
    expect([...book.all('benefit')]).toMatchObject([{ title: 'Waiting 40 → 20 days', component: project?.id, category: 'quantitative' }]);
  });
});
