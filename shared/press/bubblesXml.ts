// Value against cost as a native bubble chart: numbered bubbles, logarithmic axes where figures spread, a break-even line.
import type { Axis, BubbleBlock, BubblePoint, Deck } from '#shared/deck/model.ts';
import { boxOf, COLOUR, SIZE, TONE, underHeading } from '#shared/deck/theme.ts';
import {
  chartSpace,
  legend,
  line,
  NO_LINE,
  numbers,
  plotLayout,
  richText,
  seriesName,
  shown,
  solid,
  type TextLook,
  textLook,
} from './chartParts.ts';
import { numberPlaces, type Place } from './numberPlaces.ts';

type Row = readonly (string | number | null)[];

interface Run {
  readonly name: string;
  readonly fill: string;
  readonly edge: string;
  readonly alpha: number;
  readonly points: readonly BubblePoint[];
  /** A last point that is not drawn. */
  readonly hidden?: BubblePoint;
}

const pointsOf = (run: Run): readonly BubblePoint[] => (run.hidden ? [...run.points, run.hidden] : run.points);

const DOTS = 60;
/** The plot in shares of the chart. */
const PLOT = { y: 0.03, w: 0.85, h: 0.74 } as const;

function plotSize(block: BubbleBlock): { w: number; h: number } {
  const box = underHeading(boxOf(block.area), block.heading);
  return { w: box.w * PLOT.w, h: box.h * PLOT.h };
}

/** Readers draw the largest area, which is the undrawn point's, a quarter of the plot wide. */
function radiusIn(block: BubbleBlock): (point: BubblePoint) => number {
  const { w, h } = plotSize(block);
  const largest = scalePoint(block).size;
  return (point) => (Math.min(w, h) / 8) * Math.sqrt(point.size / largest);
}

export function bubblesXml(block: BubbleBlock, deck: Deck): { xml: string; rows: readonly Row[] } {
  const rtl = deck.direction === 'rtl';
  const look: TextLook = { size: SIZE.least, colour: COLOUR.ink, rtl };
  const runs: Run[] = [
    ...block.series.map((series) => ({
      name: series.name,
      fill: TONE[series.tone].fill,
      edge: TONE[series.tone].ink,
      alpha: 72,
      points: series.points,
    })),
    {
      name: block.breakEven,
      fill: COLOUR.quiet,
      edge: COLOUR.quiet,
      alpha: 100,
      points: breakEvenDots(block),
      hidden: scalePoint(block),
    },
  ];
  // LibreOffice loses every series that stands before a longer one
  runs.sort((a, b) => pointsOf(b).length - pointsOf(a).length);
  const places = numberPlaces(block, { ...plotSize(block), rtl }, radiusIn(block));
  const rows: Row[] = [['Series', 'Name', 'Number', block.x.title, block.y.title, 'Size']];
  const series = runs.map((run, at) => {
    const first = rows.length + 1;
    for (const point of pointsOf(run))
      rows.push([run.name, point.label, point.number ?? null, point.x, point.y, point.size]);
    return seriesXml(run, at, first, look, places);
  });
  const plot =
    plotLayout({ x: rtl ? 0.03 : 0.12, ...PLOT }) +
    `<c:bubbleChart><c:varyColors val="0"/>${series.join('')}<c:bubbleScale val="100"/>` +
    '<c:showNegBubbles val="0"/><c:sizeRepresents val="area"/><c:axId val="201"/><c:axId val="202"/></c:bubbleChart>' +
    axisXml(block.x, { id: 201, cross: 202, position: 'b', reversed: rtl }, look) +
    axisXml(block.y, { id: 202, cross: 201, position: rtl ? 'r' : 'l', reversed: false }, look);
  return { xml: chartSpace(plot, legend('b', look), deck.language), rows };
}

/** Bubble charts hold no lines: the break-even line is a row of dots, which every reader draws. */
export function breakEvenDots(block: BubbleBlock): BubblePoint[] {
  const low = Math.max(block.x.min, block.y.min);
  const high = Math.min(block.x.max, block.y.max);
  if (high <= low) return [];
  const largest = Math.max(...block.series.flatMap((series) => series.points.map((point) => point.size)), 1e-9);
  return Array.from({ length: DOTS + 1 }, (_, at) => {
    const share = at / DOTS;
    const value = block.x.log ? low * (high / low) ** share : low + (high - low) * share;
    const x = Number(value.toPrecision(6));
    return { x, y: x, size: largest / 150, label: block.breakEven };
  });
}

/**
 * Readers draw the largest bubble at a quarter of the plot, and some ignore a chart's own scale: an undrawn point nine
 * times the largest area makes every reader draw bubbles a third of that width.
 */
function scalePoint(block: BubbleBlock): BubblePoint {
  const largest = Math.max(...block.series.flatMap((series) => series.points.map((point) => point.size)), 1e-9);
  return { x: block.x.min, y: block.y.min, size: largest * 9, label: '' };
}

function seriesXml(
  run: Run,
  at: number,
  first: number,
  look: TextLook,
  places: ReadonlyMap<BubblePoint, Place>,
): string {
  const column = (name: string, of: (point: BubblePoint) => number) => numbers(name, first, pointsOf(run).map(of));
  const hidden = run.hidden
    ? `<c:dPt><c:idx val="${run.points.length}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:dPt>`
    : '';
  const labels = run.points.flatMap((point, i) =>
    point.number === undefined
      ? []
      : [
          `<c:dLbl><c:idx val="${i}"/><c:tx>${richText(String(point.number), { ...look, bold: true })}</c:tx>` +
            `<c:dLblPos val="${places.get(point) ?? 'r'}"/>${shown({ value: true })}</c:dLbl>`,
        ],
  );
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${seriesName('A', first, run.name)}` +
    `<c:spPr>${solid(run.fill, run.alpha)}${line(run.edge, 0.75)}</c:spPr><c:invertIfNegative val="0"/>${hidden}` +
    `<c:dLbls>${labels.join('')}<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textLook({ ...look, bold: true })}${shown({})}</c:dLbls>` +
    `<c:xVal>${column('D', (p) => p.x)}</c:xVal><c:yVal>${column('E', (p) => p.y)}</c:yVal>` +
    `<c:bubbleSize>${column('F', (p) => p.size)}</c:bubbleSize><c:bubble3D val="0"/></c:ser>`
  );
}

/** An upright title right of its axis, said outright because readers leave it on the left. */
const OUTER_RIGHT =
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.957"/><c:y val="0.18"/></c:manualLayout></c:layout>';

function axisXml(
  axis: Axis,
  place: { id: number; cross: number; position: 'b' | 'l' | 'r'; reversed: boolean },
  look: TextLook,
): string {
  const upright = place.position !== 'b';
  return (
    `<c:valAx><c:axId val="${place.id}"/><c:scaling>${axis.log ? '<c:logBase val="10"/>' : ''}` +
    `<c:orientation val="${place.reversed ? 'maxMin' : 'minMax'}"/><c:max val="${axis.max}"/><c:min val="${axis.min}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${place.position}"/><c:majorGridlines><c:spPr>${line('E4EAEC', 0.75)}</c:spPr></c:majorGridlines>` +
    `<c:title><c:tx>${richText(axis.title, look, upright ? -5_400_000 : 0)}</c:tx>${place.position === 'r' ? OUTER_RIGHT : ''}<c:overlay val="0"/></c:title>` +
    `<c:numFmt formatCode="${axis.min < 1 && axis.log ? '#,##0.######' : '#,##0'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/><c:spPr>${line(COLOUR.line, 1)}</c:spPr>${textLook(look)}` +
    `<c:crossAx val="${place.cross}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>`
  );
}
