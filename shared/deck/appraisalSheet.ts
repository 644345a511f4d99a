// The workbook's appraisal: one place for the assumptions, every case's flows and figures as live formulas, one table of all.
import type { CellFormat, SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { UK_PUBLIC_REAL } from '#shared/value/rate.ts';
import type { Words } from '#shared/words/words.ts';
import { appraisalBlock, BLOCK_WIDTHS, type Block, FORMAT, type Result, type Shared } from './appraisalBlock.ts';
import { type AppraisalCase, shiftOf } from './appraisalFigures.ts';
import { searchSheet } from './appraisalSearch.ts';
import { columnName, head, literal, note, number, quoted, text } from './cells.ts';

export type { AppraisalCase } from './appraisalFigures.ts';

export interface AppraisalGiven {
  readonly words: Words;
  /** As said: "Real, prices of 2025". */
  readonly priceBase: string;
  /** Whose money counts, as said: "government cash". */
  readonly perspective: string;
}

/** Rows of the summary, counted from 1. */
const ROW = {
  currency: 2,
  priceBase: 3,
  perspective: 4,
  rate: 5,
  shift: 6,
  finance: 7,
  reinvest: 8,
  schedule: 11,
} as const;
const usesSchedule = (cases: readonly AppraisalCase[]): boolean =>
  cases.some(({ discount }) => discount.preset === 'uk');
/** The head of the table of all cases: after the assumptions, the schedule where one is used, and an empty row. */
const tableRow = (cases: readonly AppraisalCase[]): number =>
  ROW.schedule + (usesSchedule(cases) ? UK_PUBLIC_REAL.length + 1 : 0);

/** Columns of the table of all cases after its title, currency and first year. */
const COLUMNS: readonly Result[] = [
  'totalCost',
  'totalBenefit',
  'totalNet',
  'pvBenefits',
  'pvCosts',
  'npv',
  'bcr',
  'roiSimple',
  'roiDiscounted',
  'irr',
  'mirr',
  'payback',
  'discountedPayback',
];
/** Where words may stand instead of a figure. */
const WIDTH: Partial<Record<Result, number>> = { irr: 30, mirr: 30, payback: 36, discountedPayback: 36 };
const LEAD = 3;
const letterOf = (column: Result): string => columnName(LEAD + COLUMNS.indexOf(column));

const live = (code: string, value: string | number, format: CellFormat): SheetCell => ({
  formula: code,
  value,
  format,
});
const input = (value: number, format: CellFormat): SheetCell => ({ value, format, fill: 'input' });

/** Three sheets: summary with the assumptions, the cases, and the rates an IRR is looked for among. None without a case. */
export function appraisalSheets(cases: readonly AppraisalCase[], given: AppraisalGiven): SheetModel[] {
  const [first] = cases;
  if (!first) return [];
  const { words } = given;
  const shared = sharedAssumptions(words, cases, first);
  const rows: (readonly SheetCell[])[] = [];
  const blocks = cases.map((one) => {
    const block = appraisalBlock(words, one, shared, rows.length + 1);
    rows.push(...block.rows);
    return block;
  });
  return [
    summary(cases, blocks, shared, given),
    {
      name: words.say('appraisal.sheet'),
      columns: BLOCK_WIDTHS.map((width) => ({ width })),
      rows,
      frozenRows: 0,
      frozenColumns: 2,
    },
    searchSheet(words, Math.max(...cases.map(({ costs }) => costs.length))),
  ];
}

/** What the first case assumes is what all share; a case that differs says its own beside its flows. */
function sharedAssumptions(words: Words, cases: readonly AppraisalCase[], first: AppraisalCase): Shared {
  const sheet = quoted(words.say('appraisal.summary'));
  const cell = (row: number) => `${sheet}!$B$${row}`;
  const flat = cases.flatMap(({ discount }) => (discount.preset === 'flat' ? [discount.rate] : []))[0];
  const [from, to] = [ROW.schedule, ROW.schedule + UK_PUBLIC_REAL.length - 1];
  return {
    rate: { cell: cell(ROW.rate), value: flat },
    shift: { cell: cell(ROW.shift), value: shiftOf(first.timing) },
    finance: { cell: cell(ROW.finance), value: first.financeRate },
    reinvest: { cell: cell(ROW.reinvest), value: first.reinvestRate },
    schedule: { from: `${sheet}!$A$${from}:$A$${to}`, rate: `${sheet}!$B$${from}:$B$${to}` },
  };
}

function summary(
  cases: readonly AppraisalCase[],
  blocks: readonly Block[],
  shared: Shared,
  given: AppraisalGiven,
): SheetModel {
  const { words } = given;
  const list = cases.map((one, at) => caseRow(words, one, blocks[at] as Block));
  return {
    name: words.say('appraisal.summary'),
    columns: [
      { width: 44 },
      { width: 18 },
      { width: 14 },
      ...COLUMNS.map((column) => ({ width: WIDTH[column] ?? (FORMAT[column] === 'money' ? 22 : 16) })),
    ],
    rows: [
      ...assumptionRows(cases, shared, given),
      [
        head(words.say('appraisal.case')),
        head(words.say('appraisal.currency')),
        head(words.say('appraisal.firstYear')),
        ...COLUMNS.map((column) => head(words.say(`appraisal.${column}`))),
      ],
      ...list,
      ...totalRows(words, cases, blocks),
      [note(words.say('appraisal.totals'))],
    ],
    frozenRows: 0,
    frozenColumns: 1,
  };
}

function assumptionRows(
  cases: readonly AppraisalCase[],
  shared: Shared,
  { words, priceBase, perspective }: AppraisalGiven,
): SheetCell[][] {
  const label = (
    key: 'currency' | 'priceBase' | 'perspective' | 'discountRate' | 'shift' | 'financeRate' | 'reinvestRate',
  ) => text(words.say(`appraisal.${key}`));
  const timing = (['start', 'mid', 'end'] as const).map((one) => words.say(`appraisal.timing.${one}`));
  const [start, mid, end] = timing.map(literal);
  const said = timing[[0, 0.5, 1].indexOf(shared.shift.value)] ?? '';
  return [
    [head(words.say('appraisal.assumptions')), head(''), head('')],
    [label('currency'), text([...new Set(cases.map(({ currency }) => currency))].join(' · '))],
    [label('priceBase'), text(priceBase)],
    [label('perspective'), text(perspective)],
    [
      label('discountRate'),
      shared.rate.value === undefined ? note(words.say('appraisal.schedule')) : input(shared.rate.value, 'rate'),
    ],
    [
      label('shift'),
      input(shared.shift.value, 'ratio'),
      live(`IF(B${ROW.shift}=0,${start},IF(B${ROW.shift}=1,${end},${mid}))`, said, 'text'),
    ],
    [label('financeRate'), input(shared.finance.value, 'rate')],
    [label('reinvestRate'), input(shared.reinvest.value, 'rate')],
    [note(words.say('appraisal.inputs'))],
    ...(usesSchedule(cases) ? scheduleRows(words) : []),
    [],
  ];
}

const scheduleRows = (words: Words): SheetCell[][] => [
  [head(words.say('appraisal.fromYear')), head(words.say('appraisal.yearRate'))],
  ...UK_PUBLIC_REAL.map((step) => [input(step.from, 'integer'), input(step.rate, 'rate')]),
];

/** The case's own figures, each by reference to where it is worked out. */
function caseRow(words: Words, one: AppraisalCase, block: Block): SheetCell[] {
  const sheet = quoted(words.say('appraisal.sheet'));
  return [
    text(one.title),
    text(one.currency),
    live(`${sheet}!${block.firstYear}`, one.firstYear, 'year'),
    ...COLUMNS.map((column) => live(`${sheet}!${block.cellOf(column)}`, block.valueOf(column), FORMAT[column])),
  ];
}

const ADDED: readonly Result[] = ['totalCost', 'totalBenefit', 'totalNet', 'pvBenefits', 'pvCosts', 'npv'];

/** A row for each currency and first year: unlike money is never added, nor money of unlike years. */
function totalRows(words: Words, cases: readonly AppraisalCase[], blocks: readonly Block[]): SheetCell[][] {
  const [from, to] = [tableRow(cases) + 1, tableRow(cases) + cases.length];
  const range = (letter: string) => `$${letter}$${from}:$${letter}$${to}`;
  const groups = new Map<string, number[]>();
  for (const [at, one] of cases.entries()) {
    const key = `${one.currency} ${one.firstYear}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()].map((members, at) => {
    const { currency, firstYear } = cases[members[0] as number] as AppraisalCase;
    const row = to + 1 + at;
    const sum = (column: Result) =>
      members.reduce((total, member) => total + Number((blocks[member] as Block).valueOf(column)), 0);
    const added = new Map(ADDED.map((column) => [column, sum(column)]));
    const ratio = (part: Result, whole: Result): SheetCell => {
      const [above, below] = [added.get(part) as number, added.get(whole) as number];
      const nothing = words.say('appraisal.nothingSpent');
      const [a, b] = [part, whole].map((column) => `${letterOf(column)}${row}`);
      return live(`IF(${b}>0,${a}/${b},${literal(nothing)})`, below > 0 ? above / below : nothing, 'ratio');
    };
    const cells: Partial<Record<Result, SheetCell>> = {
      ...Object.fromEntries(
        [...added].map(([column, value]) => [
          column,
          live(`SUMIFS(${range(letterOf(column))},${range('B')},B${row},${range('C')},C${row})`, value, 'money'),
        ]),
      ),
      bcr: ratio('pvBenefits', 'pvCosts'),
      roiSimple: { ...ratio('totalNet', 'totalCost'), format: 'rate' },
      roiDiscounted: { ...ratio('npv', 'pvCosts'), format: 'rate' },
    };
    const said = words.say('appraisal.total', { currency, year: String(firstYear), count: members.length });
    const lead = [text(said), text(currency), number(firstYear, 'year')];
    return [...lead, ...COLUMNS.map((column) => cells[column] ?? text(''))].map((cell) => ({
      ...cell,
      strong: true,
      fill: 'total' as const,
    }));
  });
}
