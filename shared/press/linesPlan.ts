// Where everything in a chart of lines lies, in inches of its box: worked out once, drawn natively and on paper alike.
import { linearSpan, niceStep, placeOn, type Span } from '#shared/deck/axis.ts';
import type { LineMark, LineSeries, LinesBlock } from '#shared/deck/model.ts';
import { type Box, SIZE } from '#shared/deck/theme.ts';
import { cut, textWidth } from '#shared/words/measure.ts';
import { type Ground, LABEL_HEIGHT, labelPlaces, lastOf, type PlacedLabel } from './linesLabels.ts';
import { LINE_ORDER } from './linesLook.ts';

const UNIT_ROW = 0.26;
const CATEGORY_ROW = 0.34;
const TYPE = { size: SIZE.least } as const;

export interface Band {
  readonly low: LineSeries;
  readonly high: LineSeries;
  /** First and last category the band covers. */
  readonly from: number;
  readonly to: number;
  /** The value it opens from, one category before. */
  readonly anchor?: number;
}

export interface PlacedMark extends LineMark {
  readonly text: string;
  /** 0 is the row next to the plot. */
  readonly row: number;
}

export interface LinesPlan extends Ground {
  readonly span: Span;
  readonly step: number;
  readonly digits: number;
  readonly labels: ReadonlyMap<LineSeries, PlacedLabel>;
  readonly marks: readonly PlacedMark[];
  /** Each how many categories one is named. */
  readonly skip: number;
  readonly band?: Band;
}

export function planLines(block: LinesBlock, box: { w: number; h: number }, rtl: boolean): LinesPlan {
  const series = LINE_ORDER.flatMap((role) => block.series.filter((one) => one.role === role && lastOf(one) >= 0));
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const span = linearSpan(values.length > 0 ? values : [1]);
  const step = niceStep(span.max - span.min, 5);
  const digits = decimalsOf(step);
  const widest = Math.max(...[span.min, span.max].map((value) => textWidth(axisText(value, digits), TYPE)));
  const count = Math.max(1, block.categories.length);
  const last = count - 1;
  const names = series
    .filter((one) => !one.isUnlabelled && lastOf(one) === last)
    .map((one) => textWidth(one.label, TYPE));
  const start = widest + 0.16;
  // each period has its own width, its point in the middle: half of the last one's is room for labels too
  const wanted = Math.min(Math.max(0, ...names) + 0.2, box.w * 0.3);
  const w = Math.min((box.w - start - wanted) / (1 - 0.5 / count), box.w - start - 0.05);
  const end = box.w - start - w;
  const across = (category: number) => ((category + 0.5) / count) * w;
  const marks = placeMarks(block.marks ?? [], across, { from: -start, to: w + end });
  const rows = marks.reduce((most, mark) => Math.max(most, mark.row + 1), 0);
  const top = UNIT_ROW + rows * LABEL_HEIGHT + 0.06;
  const plot: Box = { x: rtl ? end : start, y: top, w, h: box.h - top - CATEGORY_ROW };
  const at = (category: number, value: number) => ({
    x: rtl ? plot.x + plot.w - across(category) : plot.x + across(category),
    y: plot.y + plot.h * (1 - placeOn(value, span, false)),
  });
  const band = bandOf(block, series);
  const plan = { plot, span, step, digits, series, marks, skip: skipOf(block, w), at, ...(band ? { band } : {}) };
  return { ...plan, labels: labelPlaces(plan, { last, room: end + w / count / 2 - 0.1, rtl }) };
}

const decimalsOf = (step: number): number => {
  for (let digits = 0; digits < 6; digits++)
    if (Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-6) return digits;
  return 6;
};

export const axisText = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '−');

/** Names of periods never touch: where they would, every second, third … is named. */
function skipOf(block: LinesBlock, width: number): number {
  const widest = Math.max(0, ...block.categories.map((name) => textWidth(name, TYPE)));
  const step = width / Math.max(1, block.categories.length);
  return Math.max(1, Math.ceil((widest + 0.16) / step));
}

/** Labels of marks over the plot, in as many rows as keep them apart; each centred on its place. */
function placeMarks(
  marks: readonly LineMark[],
  across: (category: number) => number,
  room: { from: number; to: number },
): PlacedMark[] {
  const ends: number[] = [];
  const together = new Map<number, string>();
  for (const { at, label } of marks) together.set(at, together.has(at) ? `${together.get(at)} · ${label}` : label);
  return [...together]
    .map(([at, label]) => ({ at, label }))
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const middle = across(mark.at);
      const most = 2 * Math.min(middle - room.from, room.to - middle);
      const text = cut(mark.label, Math.max(most, 0.4), TYPE, 1);
      const half = textWidth(text, TYPE) / 2 + 0.06;
      const free = ends.findIndex((end) => end <= middle - half);
      const row = free >= 0 ? free : ends.length;
      ends[row] = middle + half;
      return { ...mark, text, row };
    });
}

/**
 * The band between low and high, where a stacked area can draw it truly: unbroken to the last category, and opening from
 * what was known one category before. Anywhere else its two edges are drawn as lines alone.
 */
function bandOf(block: LinesBlock, series: readonly LineSeries[]): Band | undefined {
  const low = series.find((one) => one.role === 'forecastLow');
  const high = series.find((one) => one.role === 'forecastHigh');
  if (!low || !high) return undefined;
  const both = block.categories.map((_, at) => (low.values[at] ?? null) !== null && (high.values[at] ?? null) !== null);
  const from = both.indexOf(true);
  const to = both.length - 1;
  if (from < 0 || both.slice(from).includes(false)) return undefined;
  if (from === 0) return { low, high, from, to };
  const known = ['verified', 'actual', 'forecast'].flatMap((role) => {
    const value = series.find((one) => one.role === role)?.values[from - 1] ?? null;
    return value === null ? [] : [value];
  });
  // best known by the forecast itself, whose band this is
  const anchor = low.values[from] === high.values[from] ? (low.values[from] ?? undefined) : known.at(-1);
  return anchor === undefined ? undefined : { low, high, from, to, anchor };
}
