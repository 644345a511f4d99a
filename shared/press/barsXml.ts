// Horizontal bars as a native chart: from zero, labelled with their values, running from the right in Arabic.

import type { BarsBlock, Deck } from '#shared/deck/model.ts';
import { boxOf, COLOUR, SIZE, TONE, underHeading } from '#shared/deck/theme.ts';
import { textWidth } from '#shared/words/measure.ts';
import {
  chartSpace,
  legend,
  line,
  NO_LINE,
  numbers,
  plotLayout,
  seriesName,
  shown,
  solid,
  type TextLook,
  textLook,
  texts,
} from './chartParts.ts';

type Rows = readonly (readonly (string | number | null)[])[];

export function barsXml(block: BarsBlock, deck: Deck): { xml: string; rows: Rows } {
  const rtl = deck.direction === 'rtl';
  const look: TextLook = { size: SIZE.table, colour: COLOUR.ink, rtl };
  const single = block.series.length === 1;
  const plot =
    plotLayout(plotBox(block, rtl, single)) +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${block.series
      .map((_, at) => seriesXml(block, deck, at, look))
      .join('')}<c:gapWidth val="${single ? 45 : 55}"/><c:axId val="101"/><c:axId val="102"/></c:barChart>` +
    categoryAxis(rtl, look) +
    valueAxis(rtl, block);
  return {
    xml: chartSpace(plot, single ? '' : legend('t', look), deck.language),
    rows: [
      ['', ...block.series.map((series) => series.name)],
      ...block.categories.map((name, at) => [name, ...block.series.map((series) => series.values[at] ?? null)]),
    ],
  };
}

/** Room for the longest name on one side and for the longest value on the other. */
export function plotBox(
  block: BarsBlock,
  rtl: boolean,
  single: boolean,
): { x: number; y: number; w: number; h: number } {
  const { w } = underHeading(boxOf(block.area), block.heading);
  const longest = Math.max(...block.categories.map((name) => textWidth(name, { size: SIZE.table })), 0.5);
  const names = Math.min(0.46, (longest + 0.2) / w);
  const values = 0.9 / w;
  const share = Math.max(0.2, 1 - names - values);
  return { x: rtl ? values : names, y: single ? 0.02 : 0.1, w: share, h: single ? 0.96 : 0.88 };
}

function seriesXml(block: BarsBlock, deck: Deck, at: number, look: TextLook): string {
  const series = block.series[at] as BarsBlock['series'][number];
  const column = String.fromCharCode(66 + at);
  const colour = barColour(series.role, deck.colour);
  const format = block.digits > 0 ? `#,##0.${'0'.repeat(block.digits)}` : '#,##0';
  const points = (block.tones ?? [])
    .map(
      (tone, i) =>
        `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>` +
        `<c:spPr>${solid(TONE[tone].fill)}${line(TONE[tone].ink, 0.75)}</c:spPr></c:dPt>`,
    )
    .join('');
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${seriesName(column, 1, series.name)}` +
    `<c:spPr>${solid(colour)}${NO_LINE}</c:spPr><c:invertIfNegative val="0"/>${points}` +
    `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textLook(look)}` +
    `<c:dLblPos val="outEnd"/>${shown({ value: true })}</c:dLbls>` +
    `<c:cat>${texts('A', 2, block.categories)}</c:cat><c:val>${numbers(column, 2, series.values)}</c:val></c:ser>`
  );
}

export const barColour = (role: BarsBlock['series'][number]['role'], brand: string): string =>
  role === 'benefit' ? brand.slice(1).toUpperCase() : role === 'cost' ? 'A9B5BB' : COLOUR.cost;

/** First category on top: the axis runs downwards. */
const categoryAxis = (rtl: boolean, look: TextLook): string =>
  `<c:catAx><c:axId val="101"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>` +
  `<c:axPos val="${rtl ? 'r' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>` +
  `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line(COLOUR.line, 1)}</c:spPr>${textLook(look)}` +
  '<c:crossAx val="102"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>' +
  '<c:noMultiLvlLbl val="0"/></c:catAx>';

/** Every bar says its value, so the value axis itself is not drawn. */
const valueAxis = (rtl: boolean, block: BarsBlock): string => {
  const values = block.series.flatMap((series) => series.values.filter((value) => value !== null));
  const low = Math.min(0, ...values);
  return (
    `<c:valAx><c:axId val="102"/><c:scaling><c:orientation val="${rtl ? 'maxMin' : 'minMax'}"/>` +
    `${low < 0 ? '' : '<c:min val="0"/>'}</c:scaling><c:delete val="1"/><c:axPos val="t"/>` +
    '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="101"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
  );
};
