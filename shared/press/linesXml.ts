// Lines over time as a native chart: a stacked area for the forecast's band, a line each, labels at last points, marks.
import type { Deck, LineSeries, LinesBlock } from '#shared/deck/model.ts';
import { boxOf, COLOUR, SIZE, underHeading } from '#shared/deck/theme.ts';
import type { SheetCell } from '#shared/sheet/model.ts';
import {
  chartSpace,
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
  texts,
} from './chartParts.ts';
import { alone, lastOf } from './linesLabels.ts';
import { BAND_ALPHA, lineLook, MARK_SIZE, POINT_SIZE } from './linesLook.ts';
import { type LinesPlan, planLines } from './linesPlan.ts';

type Row = readonly (string | number | null | SheetCell)[];

/** What the series of one chart share. */
interface Drawing {
  readonly block: LinesBlock;
  readonly plan: LinesPlan;
  readonly deck: Deck;
  readonly box: { readonly w: number; readonly h: number };
  readonly look: TextLook;
}

const AXES = '<c:axId val="301"/><c:axId val="302"/>';
const columnOf = (at: number): string => String.fromCharCode(66 + at);

export function linesXml(block: LinesBlock, deck: Deck): { xml: string; rows: readonly Row[] } {
  const rtl = deck.direction === 'rtl';
  const box = underHeading(boxOf(block.area), block.heading);
  const plan = planLines(block, box, rtl);
  const drawing: Drawing = { block, plan, deck, box, look: { size: SIZE.least, colour: COLOUR.ink, rtl } };
  const { plot } = plan;
  const count = plan.series.length;
  const band = bandColumns(drawing);
  const lines = plan.series.map((series, at) => lineXml(drawing, series, at)).join('');
  const marksAt = count + band.length;
  const xml =
    plotLayout({ x: plot.x / box.w, y: plot.y / box.h, w: plot.w / box.w, h: plot.h / box.h }) +
    (band.length > 0 ? bandXml(drawing, band, count) : '') +
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}${marksXml(drawing, marksAt)}<c:marker val="1"/>${AXES}</c:lineChart>` +
    categoryAxis(drawing) +
    valueAxis(drawing);
  const marked = marksByCategory(drawing);
  return {
    xml: chartSpace(xml, '', deck.language),
    rows: [
      [
        block.unit,
        ...plan.series.map((series) => series.label),
        ...band.map((column) => column.name),
        ...(marked ? [MARKS, ''] : []),
      ],
      ...block.categories.map((name, at) => [
        name,
        ...plan.series.map((series) => series.values[at] ?? null),
        ...band.map((column) => column.cells[at] ?? null),
        ...(marked ? [marked[at] ? plan.span.max : null, marked[at] ?? null] : []),
      ]),
    ],
  };
}

const MARKS = '▼';

interface Column {
  readonly name: string;
  readonly values: readonly number[];
  readonly cells: readonly (number | SheetCell)[];
}

/** Two helper columns that follow low and high by formula: where the band begins, and how wide it is. */
function bandColumns({ plan, block }: Drawing): Column[] {
  const { band } = plan;
  if (!band) return [];
  const { low, high, from, anchor } = band;
  const [l, h] = [low, high].map((series) => columnOf(plan.series.indexOf(series)));
  const values = (of: (at: number) => number, before: number) =>
    block.categories.map((_, at) => (at < from ? before : of(at)));
  const cells = (list: readonly number[], code: (row: number) => string) =>
    list.map((value, at): number | SheetCell =>
      at < from ? value : { formula: code(at + 2), value, format: 'money' },
    );
  const bases = values((at) => low.values[at] as number, anchor ?? 0);
  const widths = values((at) => (high.values[at] as number) - (low.values[at] as number), 0);
  return [
    { name: `= ${low.label}`, values: bases, cells: cells(bases, (row) => `${l}${row}`) },
    { name: `${high.label} − ${low.label}`, values: widths, cells: cells(widths, (row) => `${h}${row}-${l}${row}`) },
  ];
}

function bandXml({ block, deck, plan }: Drawing, band: readonly Column[], first: number): string {
  const accent = lineLook('forecast', deck).colour;
  const series = band.map((column, at) => {
    const fill = at === 0 ? '<a:noFill/>' : solid(accent, BAND_ALPHA);
    const index = plan.series.length + at;
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(columnOf(first + at), 1, column.name)}` +
      `<c:spPr>${fill}${NO_LINE}</c:spPr><c:cat>${texts('A', 2, block.categories)}</c:cat>` +
      `<c:val>${numbers(columnOf(first + at), 2, column.values)}</c:val></c:ser>`
    );
  });
  return `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${series.join('')}${AXES}</c:areaChart>`;
}

function lineXml(drawing: Drawing, series: LineSeries, at: number): string {
  const { block, deck } = drawing;
  const look = lineLook(series.role, deck);
  const dash = look.dash ? `<a:prstDash val="${look.dash === 'dot' ? 'sysDot' : 'dash'}"/>` : '';
  const stroke = `<a:ln w="${Math.round(look.width * 12_700)}" cap="${look.dash ? 'flat' : 'rnd'}">${solid(look.colour)}${dash}<a:round/></a:ln>`;
  const dot = (size: number) =>
    `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${solid(look.colour)}${line(look.colour, 0.75)}</c:spPr></c:marker>`;
  const marker = look.marks ? dot(MARK_SIZE) : '<c:marker><c:symbol val="none"/></c:marker>';
  const points = look.marks
    ? []
    : alone(series).map((i) => `<c:dPt><c:idx val="${i}"/>${dot(POINT_SIZE)}<c:bubble3D val="0"/></c:dPt>`);
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${seriesName(columnOf(at), 1, series.label)}` +
    `<c:spPr>${stroke}</c:spPr>${marker}${points.join('')}${labelXml(drawing, series)}` +
    `<c:cat>${texts('A', 2, block.categories)}</c:cat>` +
    `<c:val>${numbers(columnOf(at), 2, valuesOf(series, block))}</c:val><c:smooth val="0"/></c:ser>`
  );
}

const valuesOf = (series: LineSeries, block: LinesBlock): (number | null)[] =>
  block.categories.map((_, at) => series.values[at] ?? null);

/** The series' name at its last point, moved where it would lie on another. */
function labelXml({ plan, box, look, deck }: Drawing, series: LineSeries): string {
  const label = plan.labels.get(series);
  if (!label) return '';
  const ink = { ...look, colour: lineLook(series.role, deck).ink, bold: series.role === 'actual' };
  const last = lastOf(series);
  return (
    `<c:dLbls><c:dLbl><c:idx val="${last}"/>${moved(label.down / box.h)}${label.isCut ? `<c:tx>${richText(label.text, ink)}</c:tx>` : ''}` +
    `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textLook(ink)}<c:dLblPos val="${label.side}"/>${shown({ name: true })}</c:dLbl>` +
    `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textLook(ink)}${shown({})}${leaders(label.isLed)}</c:dLbls>`
  );
}

/** Whether a thin line leads to a label that was moved: a later addition to the standard, said in its own room. */
const leaders = (drawn: boolean): string =>
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">' +
  `<c15:showLeaderLines val="${drawn ? 1 : 0}"/></c:ext></c:extLst>`;

/** A label's place away from where it would stand, in shares of the chart's height. */
const moved = (down: number): string =>
  Math.abs(down) < 0.002
    ? ''
    : `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${down.toFixed(4)}"/></c:manualLayout></c:layout>`;

/** What marks say in each category: the texts of one category stand on one line. */
function marksByCategory({ plan, block }: Drawing): (string | null)[] | undefined {
  if (plan.marks.length === 0) return undefined;
  return block.categories.map((_, at) => plan.marks.find((mark) => mark.at === at)?.text ?? null);
}

/** Marks: a series at the top of the plot, invisible but for a hairline down to the time axis and its labels above. */
function marksXml(drawing: Drawing, column: number): string {
  const { plan, block, box, look } = drawing;
  if (plan.marks.length === 0) return '';
  const values = block.categories.map((_, at) => (plan.marks.some((mark) => mark.at === at) ? plan.span.max : null));
  const labels = plan.marks.map(
    // a mark that begins with its number keeps it first where readers forget the text's direction
    (mark) =>
      `<c:dLbl><c:idx val="${mark.at}"/>${moved((-mark.row * 0.2) / box.h)}<c:tx>${richText(look.rtl ? `\u200f${mark.text}` : mark.text, look)}</c:tx>` +
      `<c:dLblPos val="t"/>${shown({ value: true })}</c:dLbl>`,
  );
  return (
    `<c:ser><c:idx val="${column}"/><c:order val="${column}"/>${seriesName(columnOf(column), 1, MARKS)}` +
    `<c:spPr>${NO_LINE}</c:spPr><c:marker><c:symbol val="none"/></c:marker>` +
    `<c:dLbls>${labels.join('')}<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textLook(look)}${shown({})}${leaders(false)}</c:dLbls>` +
    `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="fixedVal"/><c:noEndCap val="1"/>` +
    `<c:val val="${plan.span.max - plan.span.min}"/><c:spPr><a:ln w="9525">${solid(COLOUR.quiet)}<a:prstDash val="sysDash"/></a:ln></c:spPr></c:errBars>` +
    `<c:cat>${texts('A', 2, block.categories)}</c:cat><c:val>${numbers(columnOf(column), 2, values)}</c:val><c:smooth val="0"/></c:ser>`
  );
}

const categoryAxis = ({ plan, look }: Drawing): string =>
  `<c:catAx><c:axId val="301"/><c:scaling><c:orientation val="${look.rtl ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
  '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>' +
  `<c:tickLblPos val="low"/><c:spPr>${line(COLOUR.line, 1)}</c:spPr>${textLook(look)}<c:crossAx val="302"/><c:crosses val="autoZero"/>` +
  `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="${plan.skip}"/><c:tickMarkSkip val="${plan.skip}"/>` +
  '<c:noMultiLvlLbl val="1"/></c:catAx>';

/** The unit stands level at the axis' head, where readers would otherwise turn it on its side. */
function valueAxis({ plan, block, look }: Drawing): string {
  const { span, step, digits } = plan;
  const format = digits > 0 ? `#,##0.${'0'.repeat(digits)}` : '#,##0';
  const place = `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${look.rtl ? 0.9 : 0}"/><c:y val="0"/></c:manualLayout></c:layout>`;
  const title = `<c:title><c:tx>${richText(block.unit, { ...look, colour: COLOUR.quiet }, 0)}</c:tx>${place}<c:overlay val="1"/></c:title>`;
  return (
    `<c:valAx><c:axId val="302"/><c:scaling><c:orientation val="minMax"/><c:max val="${span.max}"/><c:min val="${span.min}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${look.rtl ? 'r' : 'l'}"/><c:majorGridlines><c:spPr>${line('E4EAEC', 0.75)}</c:spPr></c:majorGridlines>` +
    `${block.unit ? title : ''}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr>${NO_LINE}</c:spPr>${textLook(look)}<c:crossAx val="301"/><c:crosses val="autoZero"/>` +
    `<c:crossBetween val="between"/><c:majorUnit val="${step}"/></c:valAx>`
  );
}
