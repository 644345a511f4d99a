// The story agrees with the book: titles say the figures, tables add up, empty sections are named, every text fits.
import { describe, expect, test } from 'vitest';
import type { BubbleBlock, Deck, TableBlock } from '#shared/deck/model.ts';
import { packDeck } from '#shared/deck/pack.ts';
import type { Day } from '#shared/kit/period.ts';
import { arabic } from '#shared/words/ar/index.ts';
import { english } from '#shared/words/en/index.ts';
import { createWords, type Words } from '#shared/words/words.ts';
import {
  bookOf,
  component,
  hostileRecords,
  millions,
  office,
  type Records,
  rated,
  smallRecords,
} from '#test/kit/books.ts';
import { misfits } from '#test/kit/fits.ts';

const asAt = '2023-03-31' as Day;
const words = { en: createWords({ language: 'en' }), ar: createWords({ language: 'ar' }) };
const pack = (records: Records, language: Words = words.en, before?: Records): Deck =>
  packDeck({
    book: bookOf(records),
    ...(before ? { before: { book: bookOf(before), asAt: '2022-03-31' as Day } } : {}),
    words: language,
    asAt,
    snapshot: 'abc123',
  });
const slide = (deck: Deck, id: string) => {
  const found = deck.slides.find((one) => one.id === id);
  if (!found) throw new Error(`no slide ${id} among ${deck.slides.map((one) => one.id).join(', ')}`);
  return found;
};
const table = (deck: Deck, id: string) =>
  slide(deck, id).blocks.find((block): block is TableBlock => block.kind === 'table');
const allText = (deck: Deck) => JSON.stringify(deck.slides);

describe('titles', () => {
  const deck = pack(smallRecords);
  test('say what the portfolio states and of how many', () => {
    expect(slide(deck, 'portfolio').title).toBe(
      '5 components: 3 state a whole-life cost (£60 m); 3 state a benefit (£18 m); of 3 stating both, 2 cost more than they return',
    );
  });
  test('name the shortfall and the deepest case', () => {
    expect(slide(deck, 'value').title).toBe(
      '2 of 3 components return less than they cost, £47 m short in all; Component c alone £32 m',
    );
  });
  test('count exceptions: red 1, below cost 2, both 1', () => {
    expect(slide(deck, 'exceptions-1').title).toBe(
      '2 components need attention: one is rated red; 2 cost more than they return; one is both',
    );
  });
});

describe('tables', () => {
  const deck = pack(smallRecords);
  test('by category add up to the totals of the portfolio', () => {
    const rows = table(deck, 'category')?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
    expect(rows).toEqual([
      ['Health', '30', '1 of 2', '−2', '1 of 2'],
      ['Roads', '30', '2 of 2', '20', '2 of 2'],
      ['No category stated', '—', '0 of 1', '—', '0 of 1'],
      ['Total', '60', '3 of 5', '18', '3 of 5'],
    ]);
  });
  test('put the row with both faults first, and say whose rating it is', () => {
    const rows = table(deck, 'exceptions-1')?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
    expect(rows[0]).toEqual(['1', 'Component b', '', '■ Red · authority', '20', '5', '−15', '■ 0.25', '—']);
    expect(rows[1]?.[3]).toBe('▲ Amber · sponsor');
  });
  test('number each labelled bubble as its table does', () => {
    const blocks = slide(deck, 'value').blocks;
    const bubbles = blocks.find((block): block is BubbleBlock => block.kind === 'bubbles');
    const numbered =
      bubbles?.series.flatMap((series) => series.points).filter((point) => point.number !== undefined) ?? [];
    const rows = table(deck, 'value')?.rows ?? [];
    expect(numbered.length).toBe(rows.length);
    for (const point of numbered) expect(rows[(point.number ?? 0) - 1]?.[1]?.text).toBe(point.label);
    expect(bubbles?.series.map((series) => series.name)).toEqual(['● Green: 1', '▲ Amber: 1', '■ Red: 1']);
  });
});

describe('money of two currencies', () => {
  const deck = pack([
    ...smallRecords,
    ...component('x', { category: 'Roads', wholeLifeCost: millions(7, 'SAR') }, millions(9, 'SAR')),
  ]);
  test('stands side by side and is never added', () => {
    expect(slide(deck, 'portfolio').title).toContain('£60 m and SAR 7 m');
    expect(allText(deck)).not.toMatch(/\b(67|27) m/);
    expect(deck.slides.filter((one) => one.id.startsWith('value')).map((one) => one.title.slice(0, 6))).toEqual([
      '£ m: 2',
      'SAR k:',
    ]);
  });
});

describe('movement', () => {
  const now: Records = [
    ...office,
    ...component('a', { wholeLifeCost: millions(12), confidence: rated('red'), end: '2030-01-01' }),
    ...component('b', { wholeLifeCost: millions(5), confidence: rated('green'), end: '2028-02-01' }),
    ...component('n', { wholeLifeCost: millions(100) }),
  ];
  const before: Records = [
    ...office,
    ...component('a', { wholeLifeCost: millions(10), confidence: rated('amber'), end: '2029-01-01' }),
    ...component('b', {
      wholeLifeCost: millions(5),
      confidence: { rating: 'amberRed', scale: 'five' },
      end: '2028-01-01',
    }),
    ...component('g', { wholeLifeCost: millions(50) }),
  ];
  test('compares like for like: new and gone are outside, other scales are not compared', () => {
    const deck = pack(now, words.en, before);
    expect(slide(deck, 'movement').title).toBe(
      'Since 31 Mar 2022: 1 rated worse, 0 better; one ends over 90 days later; cost up £2 m (13.3%) on the 2 that state it twice',
    );
    expect(JSON.stringify(slide(deck, 'movement'))).toContain('one more is not compared: its scale changed');
    expect(JSON.stringify(slide(deck, 'movement'))).toContain('one left; 2 stand in both');
  });
  test('is left out without history, and the method slide says so', () => {
    const deck = pack(now);
    expect(deck.slides.some((one) => one.id === 'movement')).toBe(false);
    expect(JSON.stringify(slide(deck, 'method'))).toContain('no issued pack and no earlier publication');
  });
});

describe('thin books', () => {
  test.each([
    ['empty', []],
    ['one component', component('a', { name: 'Only one' })],
    ['no benefits', [...office, ...component('a', { wholeLifeCost: millions(4), category: 'Roads' })]],
    ['one bubble', component('a', { wholeLifeCost: millions(4) }, millions(9))],
    ['negative cost', component('a', { wholeLifeCost: millions(-4), category: 'x' }, millions(-9))],
  ] as [string, Records][])('%s: a whole deck that fits, in both languages', (_, records) => {
    for (const language of [words.en, words.ar]) {
      const deck = pack(records, language);
      expect(deck.slides.length).toBeGreaterThanOrEqual(2);
      expect(misfits(deck)).toEqual([]);
      expect(allText(deck)).not.toMatch(/NaN|Infinity|undefined|\{\{|deck\./);
    }
  });
});

describe('a hostile book', () => {
  test.each(['en', 'ar'] as const)('fits in %s: long names, 300 exceptions, emoji, mixed directions', (language) => {
    const deck = pack(hostileRecords, words[language]);
    expect(misfits(deck)).toEqual([]);
    const listed = deck.slides
      .filter((one) => one.id.startsWith('exceptions-'))
      .reduce((sum, one) => sum + ((one.blocks[0] as TableBlock).rows.length ?? 0), 0);
    expect(listed).toBe(320);
    expect(allText(deck)).not.toMatch(/NaN|Infinity|undefined|\{\{|deck\./);
  });
});

describe('the words of the deck', () => {
  test('have every Arabic form of every English sentence', () => {
    const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
    const isPlural = (key: string) => stem(key) !== key;
    const mine = Object.keys(english).filter((key) => /^(deck|workbook|sheet)\./.test(key));
    const missing = mine.flatMap((key) =>
      isPlural(key) ? ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `${stem(key)}_${form}`) : [key],
    );
    expect([...new Set(missing)].filter((key) => !(key in arabic))).toEqual([]);
  });
});
