// One case on the sheet "Appraisal": its yearly flows with live formulas, and beside them what they come to.

import type { CellFormat, SheetCell } from '#shared/sheet/model.ts';
import { dustOf, type Payback } from '#shared/value/payback.ts';
import type { Words } from '#shared/words/words.ts';
import { type AppraisalCase, type AppraisalFigures, figuresOf, shiftOf } from './appraisalFigures.ts';
import { searchFormulas, triedBelow } from './appraisalSearch.ts';
import { blank, head, literal, note, number, text } from './cells.ts';

/** Cells of the assumptions all cases share, as formulas name them. */
export interface Shared {
  readonly rate: { readonly cell: string; readonly value: number | undefined };
  readonly shift: { readonly cell: string; readonly value: number };
  readonly finance: { readonly cell: string; readonly value: number };
  readonly reinvest: { readonly cell: string; readonly value: number };
  /** The declining schedule's columns: from which year, at which rate. */
  readonly schedule: { readonly from: string; readonly rate: string };
}

/** What stands beside the flows, in this order, one a row; and how it is shown. */
export const FORMAT = {
  discountRate: 'rate',
  shiftShort: 'ratio',
  financeRate: 'rate',
  reinvestRate: 'rate',
  totalCost: 'money',
  totalBenefit: 'money',
  totalNet: 'money',
  pvBenefits: 'money',
  pvCosts: 'money',
  npv: 'money',
  bcr: 'ratio',
  roiSimple: 'rate',
  roiDiscounted: 'rate',
  signChanges: 'integer',
  roots: 'integer',
  near: 'rate',
  irr: 'rate',
  mirr: 'rate',
  payback: 'ratio',
  discountedPayback: 'ratio',
} as const satisfies Readonly<Record<string, CellFormat>>;
export type Result = keyof typeof FORMAT;
const RESULTS = Object.keys(FORMAT) as readonly Result[];

const HEADS = [
  'year',
  'period',
  'cost',
  'benefit',
  'net',
  'cumulative',
  'yearRate',
  'factor',
  'discounted',
  'discountedCumulative',
  'sign',
  'crossing',
  'discountedCrossing',
] as const;
/** Year, cost, benefit and all that follows from them; a gap; the results. */
export const BLOCK_WIDTHS = [12, 8, 20, 20, 20, 20, 10, 12, 20, 20, 9, 12, 12, 3, 36, 30];
const VALUE = 'P';

export interface Block {
  readonly rows: readonly (readonly SheetCell[])[];
  /** The cell of a result on its sheet. */
  readonly cellOf: (result: Result) => string;
  /** The value written beside a result's formula. */
  readonly valueOf: (result: Result) => string | number;
  /** The cell of its first year. */
  readonly firstYear: string;
}

const live = (code: string, value: string | number, format: CellFormat): SheetCell => ({
  formula: code,
  value,
  format,
});
/** The line that begins a case. */
const band = (value: string): SheetCell => ({ value, format: 'text', strong: true, fill: 'total' });
const input = (value: number, format: CellFormat): SheetCell => ({ value, format, fill: 'input' });

/** @param top the row the block begins in, counted from 1 */
export function appraisalBlock(words: Words, one: AppraisalCase, shared: Shared, top: number): Block {
  const figures = figuresOf(one);
  const first = top + 2;
  const cellOf = (result: Result) => `$${VALUE}$${first + RESULTS.indexOf(result)}`;
  const flows = flowRows(one, figures, shared, { first, cellOf });
  const results = resultCells(words, one, figures, shared, { first, last: first + flows.length - 1, cellOf });
  const height = Math.max(flows.length, RESULTS.length);
  const say = (key: Result) => text(words.say(`appraisal.${key}`));
  return {
    rows: [
      [band(one.title), band(''), band(one.currency), ...BLOCK_WIDTHS.slice(3).map(() => band(''))],
      [
        ...HEADS.map((key) => head(words.say(`appraisal.${key}`))),
        blank,
        head(words.say('appraisal.result')),
        head(''),
      ],
      ...Array.from({ length: height }, (_, at) => [
        ...(flows[at] ?? HEADS.map(() => blank)),
        blank,
        ...(RESULTS[at] ? [say(RESULTS[at]), results[RESULTS[at]]] : []),
      ]),
      [],
    ],
    cellOf,
    valueOf: (result) => results[result].value as string | number,
    firstYear: `$A$${first}`,
  };
}

interface Place {
  readonly first: number;
  readonly cellOf: (result: Result) => string;
}

function flowRows(one: AppraisalCase, figures: AppraisalFigures, shared: Shared, place: Place): SheetCell[][] {
  const shift = place.cellOf('shiftShort');
  let [sum, presentSum, sign] = [0, 0, 0];
  // a spreadsheet takes a sum of decimals that comes to nothing for zero
  const without = (dust: number, amount: number) => (Math.abs(amount) <= dust ? 0 : amount);
  const presents = figures.flows.map((net, at) => net * (figures.factors[at] as number));
  const [dust, presentDust] = [dustOf(figures.flows), dustOf(presents)];
  return figures.flows.map((net, at) => {
    const row = place.first + at;
    const above = row - 1;
    const begins = at === 0;
    const present = presents[at] as number;
    const crossed = (before: number, after: number, flow: number) =>
      !begins && before < 0 && after >= 0 ? at - 1 - before / flow : '';
    const [after, presentAfter] = [without(dust, sum + net), without(presentDust, presentSum + present)];
    const crossing = crossed(sum, after, net);
    const presentCrossing = crossed(presentSum, presentAfter, present);
    sum = after;
    presentSum = presentAfter;
    sign = net === 0 ? sign : Math.sign(net);
    const rateOfYear =
      one.discount.preset === 'flat'
        ? place.cellOf('discountRate')
        : `LOOKUP(B${row}+1,${shared.schedule.from},${shared.schedule.rate})`;
    const factor = begins ? `1/(1+G${row})^${shift}` : `H${above}*(1+G${above})^(${shift}-1)/(1+G${row})^${shift}`;
    const crossingCode = (total: string, flow: string) =>
      `IF(AND(${total}${above}<0,${total}${row}>=0),B${row}-1-${total}${above}/${flow}${row},"")`;
    return [
      begins ? input(one.firstYear, 'year') : live(`A${above}+1`, one.firstYear + at, 'year'),
      begins ? number(0, 'integer') : live(`B${above}+1`, at, 'integer'),
      input(one.costs[at] as number, 'money'),
      input(one.benefits[at] as number, 'money'),
      live(`D${row}-C${row}`, net, 'money'),
      live(begins ? `E${row}` : `F${above}+E${row}`, sum, 'money'),
      live(rateOfYear, figures.rates[at] as number, 'rate'),
      live(factor, figures.factors[at] as number, 'factor'),
      live(`E${row}*H${row}`, present, 'money'),
      live(begins ? `I${row}` : `J${above}+I${row}`, presentSum, 'money'),
      live(begins ? `SIGN(E${row})` : `IF(E${row}=0,K${above},SIGN(E${row}))`, sign, 'integer'),
      begins ? blank : live(crossingCode('F', 'E'), crossing, 'ratio'),
      begins ? blank : live(crossingCode('J', 'I'), presentCrossing, 'ratio'),
    ];
  });
}

function resultCells(
  words: Words,
  one: AppraisalCase,
  figures: AppraisalFigures,
  shared: Shared,
  place: Place & { readonly last: number },
): Record<Result, SheetCell> {
  const { first, last, cellOf } = place;
  const column = (letter: string) => `${letter}${first}:${letter}${last}`;
  const say = (key: Parameters<Words['say']>[0]) => words.say(key);
  const nothing = say('appraisal.nothingSpent');
  const never = say('appraisal.never');
  const [several, none, noMirr] = [say('appraisal.irrSeveral'), say('appraisal.irrNone'), say('appraisal.mirrNone')];
  const years = last - first + 1;
  const search = searchFormulas(words, { net: column('E'), period: column('B'), last: `B${last}`, years });
  const or = (value: number | undefined, reason: string) => value ?? reason;
  const near = figures.roots === 1 && typeof figures.irr === 'number' ? (triedBelow(figures.irr) ?? '') : '';
  const changes = cellOf('signChanges');
  const firstSpent = `(B${last}-SUMPRODUCT(MAX((${column('E')}<0)*(B${last}-${column('B')}))))`;
  const backAfter = (total: string, crossing: string) =>
    `IF(COUNTIF(${column('E')},"<0")=0,IF(${cellOf('totalCost')}>0,0,${literal(nothing)}),IF(${total}${last}<0,${literal(never)},IF(COUNT(${column(crossing)})=0,0,MAX(${column(crossing)})-${firstSpent})))`;
  const said = (found: Payback) => (found.kind === 'years' ? found.years : found.kind === 'never' ? never : nothing);
  /** The shared assumption, or the case's own where it differs. */
  const assumed = (assumption: { cell: string; value: number | undefined }, own: number, format: CellFormat) =>
    assumption.value === own ? live(assumption.cell, own, format) : input(own, format);
  const over = (part: string, whole: Result, value: number | undefined, format: CellFormat) =>
    live(`IF(${cellOf(whole)}>0,${part}/${cellOf(whole)},${literal(nothing)})`, or(value, nothing), format);
  const sums = (of: string) => `SUM(${column(of)})`;
  return {
    discountRate:
      one.discount.preset === 'flat'
        ? assumed(shared.rate, one.discount.rate, 'rate')
        : note(say('appraisal.schedule')),
    shiftShort: assumed(shared.shift, shiftOf(one.timing), 'ratio'),
    financeRate: assumed(shared.finance, one.financeRate, 'rate'),
    reinvestRate: assumed(shared.reinvest, one.reinvestRate, 'rate'),
    totalCost: live(sums('C'), figures.totalCost, 'money'),
    totalBenefit: live(sums('D'), figures.totalBenefit, 'money'),
    totalNet: live(
      `${cellOf('totalBenefit')}-${cellOf('totalCost')}`,
      figures.totalBenefit - figures.totalCost,
      'money',
    ),
    pvBenefits: live(`SUMPRODUCT(${column('D')},${column('H')})`, figures.pvBenefits, 'money'),
    pvCosts: live(`SUMPRODUCT(${column('C')},${column('H')})`, figures.pvCosts, 'money'),
    npv: live(sums('I'), figures.npv, 'money'),
    bcr: over(cellOf('pvBenefits'), 'pvCosts', figures.bcr, 'ratio'),
    roiSimple: over(cellOf('totalNet'), 'totalCost', figures.roiSimple, 'rate'),
    roiDiscounted: over(cellOf('npv'), 'pvCosts', figures.roiDiscounted, 'rate'),
    signChanges:
      years === 1
        ? number(0, 'integer')
        : live(`SUMPRODUCT(--(K${first}:K${last - 1}*K${first + 1}:K${last}<0))`, figures.signChanges, 'integer'),
    roots: live(`IF(${changes}<2,${changes},${search.roots})`, figures.roots, 'integer'),
    // where the search itself finds nothing below, the rate lies outside what is searched
    near: live(`IF(${cellOf('roots')}=1,IFERROR(SMALL(${search.rates},${search.below}),""),"")`, near, 'rate'),
    irr: live(
      `IF(${cellOf('roots')}>1,${literal(several)},IF(${cellOf('near')}="",${literal(none)},IFERROR(IRR(${column('E')},${cellOf('near')}),${literal(none)})))`,
      figures.irr === 'several' ? several : figures.irr === 'none' ? none : figures.irr,
      'rate',
    ),
    mirr: live(
      `IF(AND(COUNTIF(${column('E')},"<0")>0,COUNTIF(${column('E')},">0")>0),MIRR(${column('E')},${cellOf('financeRate')},${cellOf('reinvestRate')}),${literal(noMirr)})`,
      or(figures.mirr, noMirr),
      'rate',
    ),
    payback: live(backAfter('F', 'L'), said(figures.payback), 'ratio'),
    discountedPayback: live(backAfter('J', 'M'), said(figures.discountedPayback), 'ratio'),
  };
}
