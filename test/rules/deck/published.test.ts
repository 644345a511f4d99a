// The pack of the published portfolio says the published figures, in slides and workbook alike, and fits in both languages.
import { beforeAll, describe, expect, test } from 'vitest';
import type { TableBlock } from '#shared/deck/model.ts';
import { packDeck } from '#shared/deck/pack.ts';
import { earlierBook } from '#shared/domain/before.ts';
import { Book } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { emptyBook, importInto } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';
import { dataBytes, dataHere } from '#test/kit/data.ts';
import { misfits } from '#test/kit/fits.ts';

describe.runIf(dataHere)('the pack of 2021 to 2023', () => {
  const packs = new Map<string, ReturnType<typeof packDeck>>();
  const slide = (language: string, id: string) => {
    const found = packs.get(language)?.slides.find((one) => one.id === id);
    if (!found) throw new Error(`no slide ${id}`);
    return found;
  };
  beforeAll(async () => {
    const ctx = testContext();
    const open = await emptyBook();
    for (const year of [2021, 2022, 2023])
      await importInto(open, ctx, `uk_gmpp_raw_${year}.csv`, dataBytes(`uk_gmpp_raw_${year}.csv`));
    const book = new Book(open.state);
    const before = earlierBook(book, await open.store.readSince(0));
    for (const language of ['en', 'ar'] as const)
      packs.set(
        language,
        packDeck({
          book,
          ...(before ? { before } : {}),
          words: createWords({ language }),
          asAt: '2023-03-31' as Day,
          snapshot: 'abc123',
        }),
      );
  });
  test('states the published totals with what they cover', () => {
    expect(slide('en', 'portfolio').title).toBe(
      '244 components: 193 state a whole-life cost (£472 bn); 110 state a benefit (£729 bn); of 102 stating both, 32 cost more than they return',
    );
    const table = slide('en', 'category').blocks.find((block): block is TableBlock => block.kind === 'table');
    expect(table?.rows.at(-1)?.map((cell) => cell.text)).toEqual([
      'Total',
      '471,818',
      '193 of 244',
      '729,446',
      '110 of 244',
    ]);
  });
  test('has every section, movement included', () => {
    const ids = packs.get('en')?.slides.map((one) => one.id.replace(/-\d+$/, ''));
    expect([...new Set(ids)]).toEqual([
      'portfolio',
      'value',
      'category',
      'exceptions',
      'movement',
      'method',
      'freshness',
    ]);
  });
  test('the workbook holds the totals to the last penny', () => {
    const summary = packs.get('en')?.sheets[0];
    const row = (label: string) => summary?.rows.find((cells) => cells[0]?.value === label)?.[1];
    expect(row('Whole-life cost')?.value).toBe(471_818);
    expect(row('Stated benefit')?.value).toBe(729_446.31);
    expect(row('Stated benefit')?.formula).toMatch(/^SUMIFS\(/);
  });
  test('fits in both languages', () => {
    for (const deck of packs.values()) expect(misfits(deck)).toEqual([]);
  });
});
