// Value against cost on paper: the bubbles of the native chart, with its axes, break-even line, numbers and counted legend.
import { ticks } from '#shared/deck/axis.ts';
import type { BubbleBlock, BubblePoint, Deck } from '#shared/deck/model.ts';
import { type Box, COLOUR, SIZE, TONE } from '#shared/deck/theme.ts';
import { textWidth } from '#shared/words/measure.ts';
import { placeOf } from './bubblePlace.ts';
import { besideOf, numberPlaces } from './numberPlaces.ts';
import { frame, label, round as n } from './svg.ts';

interface Plot extends Box {
  readonly rtl: boolean;
}

const LARGEST_RADIUS = 0.17;

export function bubblesSvg(block: BubbleBlock, deck: Deck, box: Box, id: string): string {
  const rtl = deck.direction === 'rtl';
  const rows = legendRows(block, box.w);
  const foot = 0.62 + rows.length * 0.24;
  const plot: Plot = { x: rtl ? 0.15 : 0.85, y: 0.1, w: box.w - 1, h: box.h - foot - 0.1, rtl };
  const largest = Math.max(...block.series.flatMap((series) => series.points.map((point) => point.size)), 1e-9);
  const radiusOf = (point: BubblePoint) => Math.max(0.03, LARGEST_RADIUS * Math.sqrt(point.size / largest));
  const places = numberPlaces(block, plot, radiusOf);
  const marks: string[] = [];
  const numbers: string[] = [];
  for (const series of block.series)
    for (const point of series.points) {
      const { x, y } = spot(block, plot, point.x, point.y);
      const radius = radiusOf(point);
      marks.push(
        `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="#${TONE[series.tone].fill}" fill-opacity="0.72" stroke="#${TONE[series.tone].ink}" stroke-width="0.01"/>`,
      );
      const place = places.get(point);
      if (place && point.number !== undefined) {
        const beside = besideOf({ x, y, radius }, place);
        numbers.push(label(String(point.number), beside.x, beside.y, SIZE.least, 'middle', false, { bold: true }));
      }
    }
  const content = [
    axes(block, plot, deck),
    breakEven(block, plot),
    ...marks,
    ...numbers,
    legend(rows, box, box.h - rows.length * 0.24, rtl),
  ].join('');
  return frame(box, id, block.heading ?? '', block.altText, content);
}

function spot(block: BubbleBlock, plot: Plot, x: number, y: number): { x: number; y: number } {
  const share = placeOf(block, { x, y, size: 0, label: '' });
  return {
    x: plot.rtl ? plot.x + plot.w * (1 - share.x) : plot.x + plot.w * share.x,
    y: plot.y + plot.h * (1 - share.y),
  };
}

function axes(block: BubbleBlock, plot: Plot, deck: Deck): string {
  const edge = plot.rtl ? plot.x + plot.w : plot.x;
  const parts: string[] = [];
  for (const tick of ticks(block.x, block.x.log)) {
    const { x } = spot(block, plot, tick, block.y.min);
    parts.push(
      rule(x, plot.y, x, plot.y + plot.h),
      label(tickText(tick), x, plot.y + plot.h + 0.14, SIZE.least, 'middle'),
    );
  }
  for (const tick of ticks(block.y, block.y.log)) {
    const { y } = spot(block, plot, block.x.min, tick);
    parts.push(
      rule(plot.x, y, plot.x + plot.w, y),
      label(tickText(tick), edge + (plot.rtl ? 0.08 : -0.08), y, SIZE.least, plot.rtl ? 'after' : 'before'),
    );
  }
  const isRight = deck.direction === 'rtl';
  const outer = plot.rtl ? plot.x + plot.w + 0.76 : plot.x - 0.76;
  parts.push(
    label(block.x.title, plot.x + plot.w / 2, plot.y + plot.h + 0.4, SIZE.least, 'middle', isRight),
    label(block.y.title, outer, plot.y + plot.h / 2, SIZE.least, 'middle', isRight, { turn: -90 }),
  );
  return parts.join('');
}

const tickText = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 6 }).replace('-', '−');

const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="#E4EAEC" stroke-width="0.01"/>`;

function breakEven(block: BubbleBlock, plot: Plot): string {
  const low = Math.max(block.x.min, block.y.min);
  const high = Math.min(block.x.max, block.y.max);
  if (high <= low) return '';
  const a = spot(block, plot, low, low);
  const b = spot(block, plot, high, high);
  return `<line x1="${n(a.x)}" y1="${n(a.y)}" x2="${n(b.x)}" y2="${n(b.y)}" stroke="#${COLOUR.quiet}" stroke-width="0.018" stroke-dasharray="0.03 0.05" stroke-linecap="round"/>`;
}

interface Entry {
  readonly name: string;
  readonly tone?: keyof typeof TONE;
  readonly width: number;
}

/** The legend's entries in as many rows as their widths need. */
function legendRows(block: BubbleBlock, width: number): Entry[][] {
  const entries: Entry[] = [
    ...block.series.map((series) => ({ name: series.name, tone: series.tone })),
    { name: block.breakEven },
  ].map((entry) => ({ ...entry, width: textWidth(entry.name, { size: SIZE.least }) + 0.5 }));
  const rows: Entry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    if (used > 0 && used + entry.width > width) {
      rows.push([]);
      used = 0;
    }
    (rows.at(-1) as Entry[]).push(entry);
    used += entry.width;
  }
  return rows;
}

function legend(rows: readonly (readonly Entry[])[], box: Box, top: number, rtl: boolean): string {
  return rows
    .map((row, at) => {
      let from = 0;
      const y = top + at * 0.24 + 0.12;
      return row
        .map((entry) => {
          const mark = rtl ? box.w - from - 0.1 : from + 0.1;
          const text = rtl ? box.w - from - 0.26 : from + 0.26;
          from += entry.width;
          const shape = entry.tone
            ? `<circle cx="${n(mark)}" cy="${n(y)}" r="0.065" fill="#${TONE[entry.tone].fill}" stroke="#${TONE[entry.tone].ink}" stroke-width="0.01"/>`
            : `<line x1="${n(mark - 0.1)}" x2="${n(mark + 0.1)}" y1="${n(y)}" y2="${n(y)}" stroke="#${COLOUR.quiet}" stroke-width="0.018" stroke-dasharray="0.03 0.05" stroke-linecap="round"/>`;
          return shape + label(entry.name, text, y, SIZE.least, rtl ? 'before' : 'after', rtl);
        })
        .join('');
    })
    .join('');
}
