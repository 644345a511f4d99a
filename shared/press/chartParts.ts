// Pieces every chart part is made of: text, references with their cached values, axes and fills, as ISO 29500 orders them.
import { escapeXml } from './xml.ts';

export const CHART_SHEET = 'Data';

/** A column of the chart's own workbook: "Data!$B$2:$B$9". Rows count from 1. */
export const rangeOf = (column: string, first: number, last: number): string =>
  `${CHART_SHEET}!$${column}$${first}:$${column}$${last}`;

const cell = (column: string, row: number) => `${CHART_SHEET}!$${column}$${row}`;

export const numbers = (
  column: string,
  first: number,
  values: readonly (number | null)[],
  format = 'General',
): string =>
  `<c:numRef><c:f>${rangeOf(column, first, first + values.length - 1)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>` +
  `<c:ptCount val="${values.length}"/>${values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('')}</c:numCache></c:numRef>`;

export const texts = (column: string, first: number, values: readonly string[]): string =>
  `<c:strRef><c:f>${rangeOf(column, first, first + values.length - 1)}</c:f>${textCache(values)}</c:strRef>`;

export const seriesName = (column: string, row: number, name: string): string =>
  `<c:tx><c:strRef><c:f>${cell(column, row)}</c:f>${textCache([name])}</c:strRef></c:tx>`;

const textCache = (values: readonly string[]) =>
  `<c:strCache><c:ptCount val="${values.length}"/>${values
    .map((value, at) => `<c:pt idx="${at}"><c:v>${escapeXml(value)}</c:v></c:pt>`)
    .join('')}</c:strCache>`;

export interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  readonly rtl: boolean;
}

const runLook = (tag: 'a:defRPr' | 'a:rPr', look: TextLook) =>
  `<${tag}${tag === 'a:rPr' ? ` lang="${look.rtl ? 'ar-SA' : 'en-GB'}"` : ''} sz="${look.size * 100}" b="${look.bold ? 1 : 0}">` +
  `${solid(look.colour)}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></${tag}>`;

const paragraphLook = (look: TextLook) => `<a:pPr${look.rtl ? ' rtl="1"' : ''}>${runLook('a:defRPr', look)}</a:pPr>`;

/** How labels look. */
export const textLook = (look: TextLook): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p>${paragraphLook(look)}<a:endParaRPr lang="${look.rtl ? 'ar-SA' : 'en-GB'}"/></a:p></c:txPr>`;

/** Text of its own: an axis title, a label. */
export const richText = (text: string, look: TextLook, rotation?: number): string =>
  `<c:rich><a:bodyPr${rotation === undefined ? '' : ` rot="${rotation}" vert="horz"`}/><a:lstStyle/><a:p>${paragraphLook(look)}` +
  `<a:r>${runLook('a:rPr', look)}<a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich>`;

export const solid = (colour: string, alpha = 100): string =>
  `<a:solidFill><a:srgbClr val="${colour}">${alpha < 100 ? `<a:alpha val="${alpha * 1000}"/>` : ''}</a:srgbClr></a:solidFill>`;

export const line = (colour: string, points: number): string =>
  `<a:ln w="${Math.round(points * 12_700)}">${solid(colour)}</a:ln>`;
export const NO_LINE = '<a:ln><a:noFill/></a:ln>';

export const shown = (what: { value?: boolean; name?: boolean }): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${what.value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${what.name ? 1 : 0}"/>` +
  '<c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Where the plot itself lies, in shares of the chart. */
export const plotLayout = (box: { x: number; y: number; w: number; h: number }): string =>
  '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
  `<c:x val="${box.x.toFixed(4)}"/><c:y val="${box.y.toFixed(4)}"/><c:w val="${box.w.toFixed(4)}"/><c:h val="${box.h.toFixed(4)}"/>` +
  '</c:manualLayout></c:layout>';

export const legend = (position: 't' | 'b', look: TextLook): string =>
  `<c:legend><c:legendPos val="${position}"/><c:overlay val="0"/>${textLook(look)}</c:legend>`;

/** A whole chart part around its plot area. */
export const chartSpace = (plotArea: string, legendXml: string, language: 'en' | 'ar'): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  `<c:date1904 val="0"/><c:lang val="${language === 'ar' ? 'ar-SA' : 'en-GB'}"/><c:roundedCorners val="0"/>` +
  `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${plotArea}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea>${legendXml}` +
  '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
  `<c:spPr><a:noFill/>${NO_LINE}</c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
