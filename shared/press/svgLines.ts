// Lines over time on paper: the same places, dashes, band and labels as in the native chart.
import { ticks } from '#shared/deck/axis.ts';
import type { Deck, LineSeries, LinesBlock } from '#shared/deck/model.ts';
import { type Box, COLOUR, SIZE } from '#shared/deck/theme.ts';
import { LABEL_HEIGHT, lastOf, type Point } from './linesLabels.ts';
import { BAND_ALPHA, lineLook, MARK_SIZE, POINT_SIZE } from './linesLook.ts';
import { axisText, type LinesPlan, planLines } from './linesPlan.ts';
import { frame, label, round as n, POINT } from './svg.ts';

export function linesSvg(block: LinesBlock, deck: Deck, box: Box, id: string): string {
  const rtl = deck.direction === 'rtl';
  const plan = planLines(block, box, rtl);
  const content = [
    axes(block, plan, box, rtl),
    band(plan, deck),
    ...marks(plan, rtl),
    ...plan.series.map((series) => drawn(plan, series, deck)),
    ...plan.series.map((series) => named(plan, series, deck, rtl)),
  ].join('');
  return frame(box, id, block.heading ?? '', block.altText, content);
}

const pair = ({ x, y }: Point): string => `${n(x)},${n(y)}`;

function axes(block: LinesBlock, plan: LinesPlan, box: Box, rtl: boolean): string {
  const { plot, span } = plan;
  const edge = rtl ? plot.x + plot.w + 0.08 : plot.x - 0.08;
  const zero = plan.at(0, Math.max(0, span.min)).y;
  const foot = plot.y + plot.h;
  const rows = ticks(span, false).map((tick) => {
    const { y } = plan.at(0, tick);
    return (
      `<line x1="${n(plot.x)}" x2="${n(plot.x + plot.w)}" y1="${n(y)}" y2="${n(y)}" stroke="#E4EAEC" stroke-width="0.01"/>` +
      label(axisText(tick, plan.digits), edge, y, SIZE.least, rtl ? 'after' : 'before')
    );
  });
  const periods = block.categories.flatMap((name, at) => {
    if (at % plan.skip !== 0) return [];
    const { x } = plan.at(at, span.min);
    return [
      `<line x1="${n(x)}" x2="${n(x)}" y1="${n(zero)}" y2="${n(zero + 0.05)}" stroke="#${COLOUR.line}" stroke-width="0.014"/>`,
      label(name, x, foot + 0.18, SIZE.least, 'middle', rtl),
    ];
  });
  return [
    label(block.unit, rtl ? box.w : 0, 0.11, SIZE.least, rtl ? 'before' : 'after', rtl),
    ...rows,
    ...periods,
    `<line x1="${n(plot.x)}" x2="${n(plot.x + plot.w)}" y1="${n(zero)}" y2="${n(zero)}" stroke="#${COLOUR.line}" stroke-width="0.014"/>`,
  ].join('');
}

function band(plan: LinesPlan, deck: Deck): string {
  if (!plan.band) return '';
  const { low, high, from, to, anchor } = plan.band;
  const edge = (series: LineSeries) => {
    const points: Point[] = [];
    for (let at = from; at <= to; at++) points.push(plan.at(at, series.values[at] as number));
    return points;
  };
  const opening = from > 0 && anchor !== undefined ? [plan.at(from - 1, anchor)] : [];
  const points = [...opening, ...edge(high), ...edge(low).reverse()];
  const accent = lineLook('forecast', deck).colour;
  return `<polygon points="${points.map(pair).join(' ')}" fill="#${accent}" fill-opacity="${BAND_ALPHA / 100}"/>`;
}

function marks(plan: LinesPlan, rtl: boolean): string[] {
  const { plot } = plan;
  return plan.marks.map((mark) => {
    const { x, y } = plan.at(mark.at, plan.span.max);
    return (
      `<line x1="${n(x)}" x2="${n(x)}" y1="${n(y)}" y2="${n(plot.y + plot.h)}" stroke="#${COLOUR.quiet}" stroke-width="0.0104" stroke-dasharray="0.03 0.02"/>` +
      label(mark.text, x, y - 0.12 - mark.row * LABEL_HEIGHT, SIZE.least, 'middle', rtl)
    );
  });
}

const DASH = { dash: '0.08 0.05', dot: '0.012 0.03' } as const;

function drawn(plan: LinesPlan, series: LineSeries, deck: Deck): string {
  const look = lineLook(series.role, deck);
  const width = look.width * POINT;
  const stroke = `fill="none" stroke="#${look.colour}" stroke-width="${n(width)}" stroke-linejoin="round"`;
  const dash = look.dash ? ` stroke-dasharray="${DASH[look.dash]}"` : ' stroke-linecap="round"';
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [at, value] of series.values.entries()) {
    if (value === null) run = [];
    else {
      if (run.length === 0) runs.push(run);
      run.push(plan.at(at, value));
    }
  }
  const size = look.marks ? MARK_SIZE : POINT_SIZE;
  const dots = runs
    .filter((points) => look.marks || points.length === 1)
    .flat()
    .map(({ x, y }) => `<circle cx="${n(x)}" cy="${n(y)}" r="${n((size / 2) * POINT)}" fill="#${look.colour}"/>`);
  return (
    runs
      .filter((points) => points.length > 1)
      .map((points) => `<polyline points="${points.map(pair).join(' ')}" ${stroke}${dash}/>`)
      .join('') + dots.join('')
  );
}

function named(plan: LinesPlan, series: LineSeries, deck: Deck, rtl: boolean): string {
  const place = plan.labels.get(series);
  if (!place) return '';
  const text = label(place.text, place.centre.x, place.centre.y, SIZE.least, 'middle', rtl, {
    bold: series.role === 'actual',
  });
  // the page's own style fills text with ink: a colour of its own has to be said as style
  return leader(plan, series) + text.replace('<text ', `<text style="fill:#${lineLook(series.role, deck).ink}" `);
}

function leader(plan: LinesPlan, series: LineSeries): string {
  const place = plan.labels.get(series);
  const last = lastOf(series);
  if (!place?.isLed) return '';
  const { x, y } = plan.at(last, series.values[last] as number);
  const to = place.centre.y + (place.centre.y < y ? LABEL_HEIGHT : -LABEL_HEIGHT) * 0.45;
  return `<line x1="${n(x)}" x2="${n(x)}" y1="${n(y)}" y2="${n(to)}" stroke="#${COLOUR.quiet}" stroke-width="0.007"/>`;
}
