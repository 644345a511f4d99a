// The workbook of a measured portfolio, computed anew by a spreadsheet: the same worth as the engine says, to the last digit that counts.
import { describe, expect, test } from 'vitest';
import { packDeck } from '#shared/deck/pack.ts';
import { amountOf } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { pressXlsx } from '#shared/press/xlsx.ts';
import type { Cell, ReadSheet } from '#shared/sheet/model.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { appraise, appraiseStreams, type Figures, termsOf } from '#shared/value/appraisal.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { addStreams } from '#shared/value/streams.ts';
import { createWords } from '#shared/words/words.ts';
import { bookOf } from '#test/kit/books.ts';
import { lacks } from '#test/kit/lacks.ts';
import { NO_SCHEMAS, recomputed, schemaFaults, schemasHere } from '#test/kit/office.ts';
import { LEDGER_AS_AT, programmeRecords } from '#test/kit/programmes.ts';

const asAt = LEDGER_AS_AT as Day;

function made(language: 'en' | 'ar') {
  const words = createWords({ language });
  const book = bookOf(programmeRecords(language));
  const value = bookValue(book, asAt);
  const terms = termsOf(book.office, asAt);
  const deck = packDeck({ book, words, asAt, snapshot: 'abc123' });
  return { words, book, value, terms, deck };
}

async function read(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const found = await readWorkbook(bytes);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

const near = (found: Cell | undefined, wanted: number): boolean =>
  typeof found === 'number' && Math.abs(found - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));

/** Every figure of the workbook that is not the engine's. */
function faults(sheets: readonly ReadSheet[], { words, book, value, terms }: ReturnType<typeof made>): string[] {
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const summary = rowsOf(words.say('appraisal.summary'));
  const heads = summary.find(([title]) => title === words.say('appraisal.case')) ?? [];
  const found: string[] = [];
  const check = (place: string, cell: Cell | undefined, wanted: number | string) => {
    if (typeof wanted === 'number' ? !near(cell, wanted) : cell !== wanted)
      found.push(`${place}: ${cell} not ${wanted}`);
  };
  const back = ({ payback }: Pick<Figures, 'payback'>) =>
    payback.kind === 'years' ? payback.years : words.say(`appraisal.${payback.kind}`);
  const compare = (title: string, figures: Figures, keys: readonly string[]) => {
    const row = summary.find(([name]) => name === title) ?? [];
    const wanted: Record<string, number | string> = {
      npv: figures.npv / 100,
      pvCosts: figures.presentCosts / 100,
      pvBenefits: figures.presentBenefits / 100,
      totalCost: figures.costs / 100,
      totalBenefit: figures.benefits / 100,
      bcr: figures.bcr ?? 0,
      irr: figures.irr.kind === 'one' ? figures.irr.rate : words.say('appraisal.irrNone'),
      mirr: figures.mirr ?? words.say('appraisal.mirrNone'),
      payback: back(figures),
      discountedPayback: back({ payback: figures.discountedPayback }),
    };
    for (const key of keys) {
      const at = heads.indexOf(words.sayAny(`appraisal.${key}`));
      check(`${title} ${key}`, row[at], wanted[key] as number | string);
    }
  };
  const each = [...book.all('component')].map((component) => ({ component, of: appraise(book, value, component.id) }));
  const worked = ['totalCost', 'totalBenefit', 'npv', 'pvCosts', 'pvBenefits', 'bcr'];
  for (const { component, of } of each)
    if (of.figures) compare(component.name, of.figures, [...worked, 'irr', 'mirr', 'payback', 'discountedPayback']);
  const all = appraiseStreams(addStreams(each.map(({ of }) => of.streams)), terms).figures as Figures;
  const total = { currency: 'GBP', year: String(terms.firstYear), count: each.length };
  compare(words.say('appraisal.total', total), all, worked);
  const benefits = rowsOf(words.say('trajectory.sheet'));
  const head = benefits[0] ?? [];
  for (const group of MONEY_CLASSES) {
    const label = words.say('trajectory.totalOf', { class: words.say(`moneyClass.${group}`) });
    const row = benefits.find(([name]) => name === label) ?? [];
    for (const figure of ['gross', 'attributed', 'riskAdjusted', 'verified'] as const) {
      const at = head.indexOf(words.say(`trajectory.column.${figure}`, { currency: 'GBP' }));
      check(`${label} ${figure}`, row[at], amountOf({ minor: value.total[group][figure], currency: 'GBP' }));
    }
  }
  return found;
}

describe.each(['en', 'ar'] as const)('the workbook: %s', (language) => {
  const one = made(language);
  test('as written', async () => {
    expect(faults(await read(await pressXlsx(one.deck)), one)).toEqual([]);
  });
  test('is valid against ISO 29500', async (ctx) => {
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(schemaFaults(await pressXlsx(one.deck))).toEqual([]);
  });
  test('computed anew by LibreOffice', async (ctx) => {
    if (lacks('soffice')) {
      console.warn('Skipped: LibreOffice (soffice) is not installed, so the workbook is not recomputed.');
      ctx.skip();
    }
    expect(faults(await read(recomputed(await pressXlsx(one.deck))), one)).toEqual([]);
  }, 60_000);
});

test('a benefit’s row says what it is worth, how it comes, and what it still lacks', async () => {
  const one = made('en');
  const sheet = one.deck.sheets.find(({ name }) => name === 'Benefits');
  const row = sheet?.rows.find(([title]) => title?.value === 'Time freed for case work') ?? [];
  const of = (name: string) =>
    row[sheet?.rows[0]?.findIndex((cell) => String(cell.value).startsWith(name)) ?? -1]?.value;
  expect([of('Owner'), of('State'), of('Value status'), of('Class')]).toEqual([
    'Dina Farouk',
    'Realising',
    'On track',
    'Non-cashable financial',
  ]);
  expect(of('Readings verified')).toBeCloseTo(6 / 29, 9);
  expect(of('Attributed')).toBeGreaterThan(Number(of('Risk-adjusted')));
  expect(of('Lacks')).toBe('');
});
