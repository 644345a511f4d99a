// The value ledger in the pack: lines that end where totals stand, owners who spoke and who did not, floors, exceptions, in both languages.
import { describe, expect, test } from 'vitest';
import { attestationsOf } from '#shared/deck/attestationSlides.ts';
import type { Deck, LinesBlock, TableBlock } from '#shared/deck/model.ts';
import { packDate, packDeck } from '#shared/deck/pack.ts';
import { trajectoryOf } from '#shared/deck/trajectory.ts';
import type { Day } from '#shared/kit/period.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { COUNTED } from '#shared/value/streams.ts';
import { createWords } from '#shared/words/words.ts';
import { bookOf, type Records, smallRecords } from '#test/kit/books.ts';
import { misfits } from '#test/kit/fits.ts';
import { LEDGER_AS_AT, programmeRecords } from '#test/kit/programmes.ts';

const asAt = LEDGER_AS_AT as Day;
const pack = (records: Records, language: 'en' | 'ar' = 'en', on = asAt): Deck =>
  packDeck({ book: bookOf(records), words: createWords({ language }), asAt: on, snapshot: 'abc123' });
const english = programmeRecords('en');
const changed = (id: string, fields: Record<string, unknown>): Records =>
  english.map((record) => (record.id === id ? { ...record, fields: { ...record.fields, ...fields } } : record));
const slide = (deck: Deck, id: string) => {
  const found = deck.slides.find((one) => one.id === id);
  if (!found) throw new Error(`no slide ${id} among ${deck.slides.map((one) => one.id).join(', ')}`);
  return found;
};
const cells = (deck: Deck, id: string, at = 0) => {
  const tables = slide(deck, id).blocks.filter((block): block is TableBlock => block.kind === 'table');
  return tables[at]?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
};
const lines = (deck: Deck) =>
  slide(deck, 'trajectory').blocks.find((block): block is LinesBlock => block.kind === 'lines') as LinesBlock;

describe('trajectory', () => {
  test.each(['entity', 'society'] as const)(
    '%s: every line ends at the total of the classes it counts',
    (perspective) => {
      const book = bookOf(changed('office', { perspective }));
      const value = bookValue(book, asAt);
      const trajectory = trajectoryOf(book, value, COUNTED[perspective]);
      const last = (figure: 'plan' | 'expected' | 'likely' | 'actual' | 'verified') =>
        trajectory?.cumulative[figure].at(-1);
      const total = (figure: 'plan' | 'attributed' | 'riskAdjusted' | 'actual' | 'verified') =>
        COUNTED[perspective].reduce((sum, group) => sum + value.total[group][figure], 0);
      expect(last('plan')).toBe(total('plan'));
      expect(last('expected')).toBe(total('attributed'));
      expect(last('likely')).toBe(total('riskAdjusted'));
      expect(last('actual')).toBe(total('actual'));
      expect(last('verified')).toBe(total('verified'));
    },
  );

  test('names its perspective, its size, and where the gap is; the re-baseline is marked', () => {
    const deck = pack(english);
    expect(slide(deck, 'trajectory').title).toBe(
      'Society (cashable, non-cashable, social): £42.4 m has come of £49.5 m planned to date; £7.06 m behind, mostly from 2 components, Digital Tax first',
    );
    expect(lines(deck).categories.slice(0, 5)).toEqual(['Q1 24/25', 'Q2 24/25', 'Q3 24/25', 'Q4 24/25', 'Q1 25/26']);
    expect(lines(deck).marks).toEqual([{ at: 4, label: '1' }]);
    expect(JSON.stringify(slide(deck, 'trajectory'))).toContain(
      'plan v2 of Jun 2025 (Matching law passed five months late)',
    );
    expect(deck.footer.rate).toBe('Rate 3.5% real, falling after year 30, start of the year');
  });

  test('an entity’s own cash leaves out what is none', () => {
    const deck = pack(changed('office', { perspective: 'entity' }));
    expect(slide(deck, 'trajectory').title).toMatch(/^Entity cash \(cashable\): £16.3 m has come of £16.7 m/);
    expect(cells(deck, 'trajectory').map(([name]) => name)).toEqual(['Cashable']);
  });

  test('the forecast leaves from what was read, inside its band', () => {
    const of = (role: string) => lines(pack(english)).series.find((series) => series.role === role)?.values ?? [];
    const read = of('actual').findLastIndex((value) => value !== null);
    expect(of('forecast')[read]).toBe(of('actual')[read]);
    for (let at = read + 1; at < of('forecast').length; at++) {
      expect(of('forecastLow')[at]).toBeLessThanOrEqual(of('forecast')[at] as number);
      expect(of('forecastHigh')[at]).toBe(of('forecast')[at]);
    }
  });

  test('what nobody read yet is said, not counted as a gap', () => {
    expect(JSON.stringify(slide(pack(english), 'trajectory'))).toContain('were not read yet; it is in no gap');
    const early = pack(english, 'en', '2024-03-15' as Day);
    expect(slide(early, 'trajectory').title).toContain('nothing was due or read yet');
  });
});

test('three honest figures stand class by class with who counts them, and what is left out', () => {
  const deck = pack(english);
  expect(cells(deck, 'honest').map((row) => row.slice(0, 5))).toEqual([
    ['Cashable', 'Entity cash, Government cash, Society', '33.3', '33.3', '28.7'],
    ['Non-cashable financial', 'Society', '50.8', '50.8', '21.5'],
    ['Social value', 'Society', '14.1', '14.1', '10.2'],
  ]);
  const said = JSON.stringify(slide(deck, 'honest'));
  for (const part of [
    'NPV, Society',
    '2 measures enter no money total: 2 no unit value.',
    'Care nearer to home 125%',
    'One measure with money has no confidence stated',
  ])
    expect(said).toContain(part);
});

describe('attestations', () => {
  test('of the round’s period: who spoke, how sure against before, and the silent by name', () => {
    const deck = pack(english);
    expect(slide(deck, 'attestations-1').title).toBe('3 of 11 benefits attested for Q2 2026/27; 6 owners are silent');
    expect(cells(deck, 'attestations-1')[0]).toEqual([
      'Amal Haddad',
      'Fewer paper returns',
      'Postage and scanning fell as the paper channel closed in two regions.',
      '80%',
      '70%',
      '20 Sept 2026',
    ]);
    const said = JSON.stringify(slide(deck, 'attestations-1'));
    expect(said).toContain('Dina Farouk: One finance team for nine bodies, Time freed for case work');
    expect(said).toContain('Without an owner: Fewer payroll staff hours');
  });
  test('without a round, the latest period anybody attested; a former owner’s word does not count', () => {
    const records = changed('b0', { owner: 'p1' }).filter(({ kind }) => kind !== 'round');
    const found = attestationsOf(bookOf(records), asAt);
    expect(found?.period).toBe('2027-Q2');
    expect(found?.attested.map(({ benefit }) => benefit.id).sort()).toEqual(['b2', 'b6']);
    expect(found?.silent.find(({ name }) => name === 'Bernard Osei')?.benefits).toContain('Fewer paper returns');
  });
});

test('sustainment names the holder, the floor, the last readings, erosion and the review that is due', () => {
  const deck = pack(english);
  expect(slide(deck, 'sustainment-1').title).toBe('2 benefits to sustain: one has eroded; 2 reviews are overdue');
  expect(cells(deck, 'sustainment-1')[0]).toEqual([
    'Pay runs without corrections',
    'Payroll Renewal',
    'Vera Quill',
    '75 runs',
    '69 (Aug 2026), 68, 80',
    '■ Eroded: 2 below in a row',
    '■ Overdue since 1 Jan 2026',
  ]);
});

describe('exceptions', () => {
  const deck = pack(english);
  test('of value: off track and not reported with reason, owner and number; a status set by hand shows both', () => {
    const rows = cells(deck, 'value-exceptions-1');
    expect(rows[0]).toEqual([
      'Tax gap closed by matching',
      'Digital Tax',
      'Bernard Osei',
      '■ Off track',
      '71%',
      'below plan by more than its tolerance of 10 points; on plan v1: ■ Off track 51%',
    ]);
    expect(rows[3]?.slice(3)).toEqual(['? Not reported', '62%', 'a due reading has been missing for over one cycle']);
    expect(rows[4]?.[5]).toContain('set by hand by Office');
    expect(rows[4]?.[5]).toContain('the rule says ▲ Watch 98%');
  });
  test('of components: value status from the ledger beside delivery', () => {
    const row = cells(deck, 'exceptions-1').find(([, name]) => name === 'Shared Services');
    expect(row?.slice(3, 5)).toEqual(['▲ Amber · authority', '■ Off track 81%']);
  });
});

describe('any book', () => {
  const many: Records = [
    ...english,
    ...Array.from({ length: 60 }, (_, at) => [
      { kind: 'person', id: `o${at}`, fields: { name: `Owner with a long name number ${at} of the whole programme` } },
      {
        kind: 'benefit',
        id: `n${at}`,
        fields: {
          title: `A benefit whose title nobody shortened before the committee met, ${'and so on '.repeat(at % 9)}${at}`,
          component: `c${at % 6}`,
          owner: `o${at}`,
          state: at % 2 ? 'sustaining' : 'realising',
          category: 'cashable',
          handedOver: '2025-01-01',
          floor: 10,
          start: '2024-04-01',
        },
      },
      {
        kind: 'measure',
        id: `nm${at}`,
        fields: {
          name: `Measure ${at}`,
          benefit: `n${at}`,
          unit: 'GBP',
          direction: 1,
          startValue: 0,
          'plan1@0+3': [9e7, 9e7, 9e7],
          'version/1': { on: '2024-04-01', reason: '', anchor: 24_291 },
          'plan2@0+3': [8e7, 9e7, 9e7],
          'version/2': { on: '2024-05-01', reason: 'A long reason '.repeat(9), anchor: 24_291 },
        },
      },
      ...(at % 3
        ? []
        : [
            {
              kind: 'attestation',
              id: `na${at}`,
              fields: {
                benefit: `n${at}`,
                owner: `o${at}`,
                period: '2027-Q2',
                statement: 'It stands. '.repeat(40),
                on: '2026-09-01',
              },
            },
          ]),
    ]).flat(),
  ];
  test.each(['en', 'ar'] as const)('%s: a small and an overfull ledger fit their slides', (language) => {
    for (const records of [programmeRecords(language), many]) {
      const deck = pack(records, language);
      expect(misfits(deck)).toEqual([]);
      expect(JSON.stringify(deck.slides)).not.toMatch(/NaN|Infinity|undefined|\{\{|trajectory\./);
      for (const one of deck.slides)
        for (const block of one.blocks) if ('size' in block) expect(block.size).toBeGreaterThanOrEqual(11);
    }
  });
  test('without a ledger the pack is as it was: no new slide, no new sheet, no rate', () => {
    const deck = pack(smallRecords);
    expect(deck.slides.map(({ id }) => id)).toEqual(['portfolio', 'value', 'category', 'exceptions-1', 'method']);
    expect(deck.sheets).toHaveLength(6);
    expect(deck.footer.rate).toBeUndefined();
  });
  test('speaks of the office’s date, else of today where value is measured, else of the latest publication', () => {
    const today = '2026-11-23' as Day;
    expect(packDate(bookOf(english), today)).toBe(LEDGER_AS_AT);
    expect(packDate(bookOf(english.filter(({ kind }) => kind !== 'office')), today)).toBe(today);
    const source = {
      kind: 'source',
      id: 's',
      fields: { file: 'a.csv', series: 'a', asAt: '2023-03-31', rows: 1, sha256: '' },
    };
    expect(packDate(bookOf([...smallRecords, source]), today)).toBe('2023-03-31');
  });
});
