// Maps and the line of sight in the pack: titles say the figures, findings go to the notes, texts fit, totals agree.
import { beforeAll, describe, expect, test } from 'vitest';
import { editField } from '#shared/acts/edit-field.ts';
import { mapDeck } from '#shared/deck/mapDeck.ts';
import type { Deck, MapBlock, TableBlock } from '#shared/deck/model.ts';
import { packDeck } from '#shared/deck/pack.ts';
import { boxOf } from '#shared/deck/theme.ts';
import { Book } from '#shared/domain/book.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { SAMPLE_AS_AT } from '#shared/sample/layer.ts';
import { findingText } from '#shared/sight/finding-text.ts';
import { findingsOf } from '#shared/sight/findings.ts';
import { lineOfSight } from '#shared/sight/line-of-sight.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { arabic } from '#shared/words/ar/index.ts';
import { english } from '#shared/words/en/index.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { bookOf, component, millions, office, type Records } from '#test/kit/books.ts';
import { misfits } from '#test/kit/fits.ts';
import { openSample } from '#test/kit/sample.ts';

const words = { en: createWords({ language: 'en' }), ar: createWords({ language: 'ar' }) };
const told = (book: Book, language: 'en' | 'ar' = 'en') => ({
  book,
  words: words[language],
  asAt: SAMPLE_AS_AT,
  snapshot: 'abc123',
});
const mapOf = (deck: Deck, at: number) =>
  deck.slides[at]?.blocks.find((block): block is MapBlock => block.kind === 'map');
const slideOf = (deck: Deck, id: string) => deck.slides.find((each) => each.id === id);
const tableOf = (deck: Deck, id: string) =>
  slideOf(deck, id)?.blocks.find((block): block is TableBlock => block.kind === 'table');
const textRows = (table: TableBlock | undefined) => table?.rows.map((row) => row.map(({ text }) => text)) ?? [];

const record = (kind: string, id: string, fields: Record<string, unknown>) => ({ kind, id, fields });
const link = (from: string, to: string, fields: Record<string, unknown> = {}) =>
  record('contribution', `${from}>${to}`, { from, to, ...fields });

/** Two components and two benefits with a measure; one leads to an objective, the other component only says so. */
const small: Records = [
  ...office,
  ...component('a', { wholeLifeCost: millions(10) }),
  ...component('b', { wholeLifeCost: millions(20) }),
  ...component('c', { wholeLifeCost: millions(40) }),
  record('person', 'p', { name: 'Amal Farouk' }),
  record('objective', 'o1', { name: 'Short waits' }),
  record('objective', 'o2', { name: 'Low cost' }),
  record('benefit', 'x', { title: 'Fewer days', component: 'a', owner: 'p' }),
  record('benefit', 'y', { title: 'Fewer calls', component: 'a' }),
  record('measure', 'm', { name: 'Days', benefit: 'x', unit: 'days' }),
  record('businessChange', 'k', { title: 'Booked online', component: 'a', owner: 'p' }),
  record('enabler', 'e', { title: 'Portal', component: 'a' }),
  link('x', 'o1'),
  link('k', 'x', { weight: 60, necessary: true }),
  link('k', 'y'),
  link('e', 'k', { weight: 100 }),
  record('alignment', 'al', { component: 'b', objective: 'o2' }),
  record('benefitMap', 'map', { title: 'Clinics', inPack: true }),
  ...['o1', 'x', 'y', 'k', 'e'].map((node) => record('mapPlace', `at-${node}`, { map: 'map', node })),
];

describe('a map that fits', () => {
  const book = bookOf(small);
  const deck = mapDeck({ ...told(book), map: 'map' as RecordId });

  test('is one slide whose title says what leads where and what is lacking', () => {
    expect(deck.slides.map(({ title }) => title)).toEqual([
      'Clinics: 1 of 2 benefits lead to an objective; one has no owner',
    ]);
    expect(deck.title).toBe('Clinics');
  });
  test('tells its findings in the notes, as sentences', () => {
    const notes = deck.slides[0]?.notes ?? [];
    const bare = notes.map((note) => note.replace(/[\u2068\u2069]/g, ''));
    for (const finding of findingsOf(book, 'map' as RecordId))
      expect(notes.some((note) => note.endsWith(findingText(finding, undefined, words.en)))).toBe(true);
    expect(bare).toContain('Unproven: The benefit “Fewer calls · Component a” leads to no objective.');
  });
  test('is mirrored in Arabic and where it says so', () => {
    const middle = (of: Deck, id: string) => mapOf(of, 0)?.scene.nodes.find((node) => node.id === id)?.x ?? Number.NaN;
    expect(middle(deck, 'e')).toBeLessThan(middle(deck, 'o1'));
    const right = mapDeck({ ...told(book, 'ar'), map: 'map' as RecordId });
    expect(middle(right, 'e')).toBeGreaterThan(middle(right, 'o1'));
    const reversed = bookOf([
      ...small.filter(({ id }) => id !== 'map'),
      record('benefitMap', 'map', { title: 'Clinics', preset: 'problem' }),
    ]);
    const problem = mapDeck({ ...told(reversed), map: 'map' as RecordId });
    expect(middle(problem, 'e')).toBeGreaterThan(middle(problem, 'o1'));
  });
  test('stands in the pack behind the line of sight only where it is marked for it', () => {
    const ids = (records: Records) => packDeck(told(bookOf(records))).slides.map(({ id }) => id);
    const all = ids(small);
    expect(all.indexOf('map-1-1')).toBe(all.indexOf('sight') + 1);
    expect(ids(small.filter(({ id }) => id !== 'map'))).not.toContain('map-1-1');
  });
  test('without nodes is a slide without a drawing, and never a fault', () => {
    const empty = mapDeck({ ...told(bookOf(office)), map: undefined });
    expect(empty.slides).toHaveLength(1);
    expect(misfits(empty)).toEqual([]);
  });
});

describe('the line of sight', () => {
  const deck = packDeck(told(bookOf(small)));

  test('names what is measured, what is only said and what is aligned to nothing', () => {
    expect(slideOf(deck, 'sight')?.title).toBe(
      '1 of 2 objectives have measured value; one component (£40 m) is aligned to nothing',
    );
    expect(textRows(tableOf(deck, 'sight'))).toEqual([
      ['Component b', '△ said only', '', '—', '20'],
      ['Component a', '', '● 1 benefit', '—', '10'],
      ['All 2 programmes', '✕ nothing measured', '1 benefit', '—', '30'],
    ]);
  });
  test('is left out where the book has no objective, or nothing leads to one', () => {
    const ids = (records: Records) => packDeck(told(bookOf(records))).slides.map(({ id }) => id);
    expect(ids(small.filter(({ kind }) => kind !== 'objective'))).not.toContain('sight');
    const loose = small.filter(({ kind }) => kind !== 'contribution' && kind !== 'alignment');
    expect(ids(loose)).not.toContain('sight');
    expect(JSON.stringify(packDeck(told(bookOf(loose))).slides)).toContain('Left out: strategy line of sight');
  });
  test('has one column for objectives beyond six, and one row for programmes beyond the page', () => {
    const many: Records = [
      ...office,
      ...Array.from({ length: 9 }, (_, i) => record('objective', `o${i}`, { name: `Objective ${i}` })),
      ...Array.from({ length: 60 }, (_, i) => [
        ...component(`c${i}`, { wholeLifeCost: millions(i + 1) }),
        record('alignment', `a${i}`, { component: `c${i}`, objective: `o${i % 9}` }),
      ]).flat(),
    ];
    const long = packDeck(told(bookOf(many)));
    const table = tableOf(long, 'sight');
    expect(table?.columns.map(({ label }) => label).slice(5, 7)).toEqual(['Objective 4', '4 other objectives']);
    const rows = textRows(table);
    expect(rows.at(-2)?.[0]).toBe(`${60 - (rows.length - 2)} other programmes`);
    expect(rows.at(-1)?.at(-1)).toBe('1,830');
    expect(misfits(long)).toEqual([]);
    const sheet = long.sheets.find(({ name }) => name === 'Line of sight');
    expect(sheet?.rows).toHaveLength(63);
  });
});

describe('the sample', () => {
  let book: Book;
  beforeAll(async () => {
    const { open, ctx } = await openSample();
    must(await act(open, ctx, editField, { kind: 'office', record: OFFICE, values: { sample: 'uk-gmpp-2023' } }));
    book = new Book(open.state);
  });

  test.each(['en', 'ar'] as const)(
    'its maps fit their slides in %s: nothing overlaps, nothing is drawn smaller',
    (language) => {
      for (const map of [undefined, [...book.all('benefitMap')][0]?.id]) {
        const deck = mapDeck({ ...told(book, language), map });
        expect(misfits(deck)).toEqual([]);
        const graph = map ? mapGraph(book, map) : wholeGraph(book);
        const links = deck.slides.flatMap((_, at) => mapOf(deck, at)?.scene.links.map(({ id }) => id) ?? []);
        expect(links.sort()).toEqual(graph.links.map(({ id }) => id).sort());
        const shown = deck.slides.flatMap((slide, at) => [
          ...(mapOf(deck, at)?.scene.nodes.map(({ id }) => id) ?? []),
          ...(tableOf(deck, slide.id)?.rows ?? []),
        ]);
        expect(new Set(shown).size).toBe(graph.nodes.size);
        for (const [at, slide] of deck.slides.entries()) {
          const block = mapOf(deck, at);
          if (!block) {
            expect(slide.id).toContain('unlinked');
            expect(slide.blocks[0]?.heading).toContain(words[language].say('mapDeck.partlyMadeUp'));
            continue;
          }
          const room = boxOf(block.area);
          expect(block.scene.height).toBeLessThanOrEqual(room.h + 1e-6);
          expect(block.scene.width).toBeLessThanOrEqual(room.w + 1e-6);
          const { nodes } = block.scene;
          for (const [i, a] of nodes.entries()) {
            expect(a.y).toBeGreaterThan(0.3);
            expect(a.height).toBeGreaterThanOrEqual(language === 'ar' ? 0.7 : 0.65);
            for (const b of nodes.slice(i + 1))
              expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(
                false,
              );
          }
          expect(slide.source).toContain(words[language].say('trajectory.synthetic'));
        }
      }
    },
  );

  test('a box on several slides says on which', () => {
    const deck = packDeck(told(book));
    const first = deck.slides.findIndex(({ id }) => id === 'map-1-1');
    const standing = new Map<string, number[]>();
    deck.slides.forEach((_, at) => {
      for (const { id } of mapOf(deck, at)?.scene.nodes ?? []) standing.set(id, [...(standing.get(id) ?? []), at + 1]);
    });
    expect(first).toBeGreaterThan(0);
    const twice = [...standing].filter(([, numbers]) => numbers.length === 2);
    expect(twice.length).toBeGreaterThan(0);
    for (const [id, [one, two]] of twice) {
      expect(mapOf(deck, (one as number) - 1)?.elsewhere?.[id]).toBe(`slide ${two}`);
      expect(mapOf(deck, (two as number) - 1)?.elsewhere?.[id]).toBe(`slide ${one}`);
    }
  });

  test('its line of sight adds up to what the ledger attributes, and the workbook to the slide', () => {
    const deck = packDeck(told(book));
    const sight = lineOfSight(book, bookValue(book, SAMPLE_AS_AT));
    const sheet = deck.sheets.find(({ name }) => name === 'Line of sight');
    const [, , ...rows] = sheet?.rows ?? [];
    const totals = rows.at(-1) ?? [];
    sight.objectives.forEach((objective, at) => {
      const total = totals[at + 1];
      if (objective.benefits === 0) expect(total?.value).toBe('✕ nothing measured');
      else {
        expect(total?.value).toBeCloseTo(objective.attributed / 1e11, 6);
        const column = rows.slice(0, -1).map((row) => row[at + 1]?.value);
        expect(column.reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0)).toBeCloseTo(
          total?.value as number,
          9,
        );
      }
    });
    expect(misfits(deck)).toEqual([]);
  });
});

test('every sentence has its Arabic, in all six forms where it counts', () => {
  const mine = Object.keys(english).filter((key) => key.startsWith('mapDeck.'));
  const stem = (key: string) => key.replace(/_(one|other)$/, '');
  const wanted = mine.flatMap((key) =>
    stem(key) === key ? [key] : ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `${stem(key)}_${form}`),
  );
  expect([...new Set(wanted)].filter((key) => !(key in arabic))).toEqual([]);
});
