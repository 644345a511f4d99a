// Sheet "Rates searched": the rates at which the workbook tries each case's NPV, so that an IRR that is not the only one,
// or not there, is said instead of guessed. A spreadsheet's IRR() alone gives one of several rates without a word.
import type { SheetModel } from '#shared/sheet/model.ts';
import type { Words } from '#shared/words/words.ts';
import { columnName, head, note, number, quoted, text } from './cells.ts';

/** Rates lie close together where real ones are, and off round figures, so that none is itself a solution. */
export const RATES_TRIED: readonly number[] = [
  ...logSteps(0.000_1, 0.5, 40),
  ...Array.from({ length: 150 }, (_, i) => -0.4963 + i * 0.01),
  ...logSteps(2.003, 1_001, 60),
].map((rate) => Number(rate.toPrecision(12)));

function logSteps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from * (to / from) ** (i / count) - 1);
}

/** Rows of the sheet, counted from 1, and the column its figures begin in. */
const ROW = { rate: 2, late: 3, early: 4, ones: 5 } as const;
const FIRST = 1;

export function searchSheet(words: Words, longest: number): SheetModel {
  const letter = (at: number) => columnName(FIRST + at);
  const label = (key: 'rate' | 'weightLate' | 'weightEarly' | 'ones') => text(words.say(`appraisal.${key}`));
  const live = (code: string, value: number) => ({ formula: code, value, format: 'factor' }) as const;
  return {
    name: words.say('appraisal.search'),
    columns: [{ width: 30 }, ...RATES_TRIED.map(() => ({ width: 11 }))],
    rows: [
      [head(words.say('appraisal.search')), note(words.say('appraisal.roots'))],
      [label('rate'), ...RATES_TRIED.map((rate) => number(rate, 'rate'))],
      [label('weightLate'), ...RATES_TRIED.map((rate, at) => live(`1/(2+${letter(at)}${ROW.rate})`, 1 / (2 + rate)))],
      [
        label('weightEarly'),
        ...RATES_TRIED.map((rate, at) =>
          live(`(1+${letter(at)}${ROW.rate})/(2+${letter(at)}${ROW.rate})`, (1 + rate) / (2 + rate)),
        ),
      ],
      [label('ones'), ...Array.from({ length: longest }, () => number(1, 'integer'))],
    ],
    frozenRows: 1,
    frozenColumns: 1,
  };
}

/** Where a case's flows stand: net flows, their year numbers, and the last year's number. */
export interface FlowRanges {
  readonly net: string;
  readonly period: string;
  readonly last: string;
  readonly years: number;
}

/**
 * Formulas over the sheet of rates. With x = 1 ÷ (1+r) the NPV is Σ CFt·xᵗ; divided by (1+x)ⁿ it keeps its sign and stays
 * in range for long horizons: the weights are x/(1+x) = 1/(2+r) and 1/(1+x) = (1+r)/(2+r).
 */
export function searchFormulas(words: Words, flows: FlowRanges) {
  const sheet = quoted(words.say('appraisal.search'));
  const range = (row: number, from: number, to: number) =>
    `${sheet}!$${columnName(FIRST + from)}$${row}:$${columnName(FIRST + to)}$${row}`;
  const end = RATES_TRIED.length - 1;
  const values = (from: number, to: number) =>
    `MMULT(${range(ROW.ones, 0, flows.years - 1)},${flows.net}*${range(ROW.late, from, to)}^${flows.period}*${range(ROW.early, from, to)}^(${flows.last}-${flows.period}))`;
  const isAbove = (from: number, to: number) => `(${values(from, to)}>0)`;
  // one place only, as a plain sum
  const cell = (row: number) => `${sheet}!$${columnName(FIRST + end)}$${row}`;
  const atHighest = `(SUMPRODUCT(${flows.net}*${cell(ROW.late)}^${flows.period}*${cell(ROW.early)}^(${flows.last}-${flows.period}))>0)`;
  return {
    /** Between how many neighbouring rates the NPV changes its sign. */
    roots: `SUMPRODUCT(--(${isAbove(0, end - 1)}<>${isAbove(1, end)}))`,
    /** How many rates lie below the one sought, where there is one. */
    below: `SUMPRODUCT(--(${isAbove(0, end)}<>${atHighest}))`,
    rates: range(ROW.rate, 0, end),
  };
}

/** The rate tried just below a rate; undefined where it lies outside what is searched. */
export const triedBelow = (rate: number): number | undefined => RATES_TRIED.findLast((tried) => tried < rate);
