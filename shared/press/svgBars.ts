// Horizontal bars on paper: the same places, colours and labels as in the native chart, with text that can be selected.

import type { BarsBlock, Deck } from '#shared/deck/model.ts';
import { type Box, COLOUR, SIZE, TONE } from '#shared/deck/theme.ts';
import { wrap } from '#shared/words/measure.ts';
import { barColour, plotBox } from './barsXml.ts';
import { frame, label, POINT, type Side } from './svg.ts';

export function barsSvg(block: BarsBlock, deck: Deck, box: Box, id: string): string {
  const rtl = deck.direction === 'rtl';
  const single = block.series.length === 1;
  const share = plotBox(block, rtl, single);
  const plot = { x: share.x * box.w, y: share.y * box.h, w: share.w * box.w, h: share.h * box.h };
  const values = block.series.flatMap((series) => series.values.map((value) => value ?? 0));
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const along = (value: number) => ((value - low) / (high - low || 1)) * plot.w;
  const at = (value: number) => (rtl ? plot.x + plot.w - along(value) : plot.x + along(value));
  const step = plot.h / block.categories.length;
  const thick = Math.min((step * 0.66) / block.series.length, 0.42);
  const parts: string[] = [];
  for (const [row, name] of block.categories.entries()) {
    const middle = plot.y + step * (row + 0.5);
    parts.push(
      names(
        name,
        rtl ? plot.x + plot.w + 0.1 : plot.x - 0.1,
        middle,
        rtl ? box.w - plot.x - plot.w - 0.1 : plot.x - 0.1,
        rtl,
      ),
    );
    for (const [s, series] of block.series.entries()) {
      const value = series.values[row];
      if (value === null || value === undefined) continue;
      const y = middle - (thick * block.series.length) / 2 + s * thick;
      const tone = block.tones?.[row];
      const fill = tone ? TONE[tone].fill : barColour(series.role, deck.colour);
      parts.push(
        `<rect x="${n(Math.min(at(0), at(value)))}" y="${n(y)}" width="${n(Math.abs(at(value) - at(0)))}" height="${n(thick * 0.92)}" fill="#${fill}"` +
          `${tone ? ` stroke="#${TONE[tone].ink}" stroke-width="0.01"` : ''}/>`,
      );
      const end: Side = value < 0 === rtl ? 'after' : 'before';
      const x = at(value) + (end === 'after' ? 0.06 : -0.06);
      parts.push(label(valueText(value, block.digits), x, y + thick / 2, SIZE.table, end));
    }
  }
  parts.push(
    `<line x1="${n(at(0))}" x2="${n(at(0))}" y1="${n(plot.y)}" y2="${n(plot.y + plot.h)}" stroke="#${COLOUR.line}" stroke-width="0.014"/>`,
  );
  if (!single) parts.push(legend(block, deck, box, rtl));
  return frame(box, id, block.heading ?? '', block.altText, parts.join(''));
}

const n = (x: number): string => String(Number(x.toFixed(4)));

const valueText = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: digits }).replace('-', '−');

function names(text: string, x: number, y: number, width: number, rtl: boolean): string {
  const lines = wrap(text, width, { size: SIZE.table }).slice(0, 3);
  const gap = SIZE.table * 1.2 * POINT;
  return lines
    .map((line, at) =>
      label(line, x, y + (at - (lines.length - 1) / 2) * gap, SIZE.table, rtl ? 'after' : 'before', rtl),
    )
    .join('');
}

function legend(block: BarsBlock, deck: Deck, box: Box, rtl: boolean): string {
  let x = 0;
  return block.series
    .map((series) => {
      const from = x;
      x += 0.35 + series.name.length * 0.09;
      const square = rtl ? box.w - from - 0.14 : from;
      const text = rtl ? box.w - from - 0.22 : from + 0.22;
      return (
        `<rect x="${n(square)}" y="0.06" width="0.14" height="0.14" fill="#${barColour(series.role, deck.colour)}"/>` +
        label(series.name, text, 0.13, SIZE.table, rtl ? 'before' : 'after', rtl)
      );
    })
    .join('');
}
