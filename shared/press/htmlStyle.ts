// The style of the printable page: the slide's measures, in the slide's own inches, for paper and for the preview.
import type { Deck } from '#shared/deck/model.ts';
import { CELL, COLOUR, CONTENT_WIDTH, FOOTER_LINE, GRID, SIZE, SLIDE, SOURCE_LINE, TITLE } from '#shared/deck/theme.ts';

export const FONT_STACK = "'IBM Plex Sans', 'IBM Plex Sans Arabic', Arial, 'Liberation Sans', sans-serif";

export const pageStyle = (deck: Deck): string => `
@page { size: ${SLIDE.width}in ${SLIDE.height}in; margin: 0; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #${COLOUR.ink}; font-family: ${FONT_STACK}; line-height: ${deck.language === 'ar' ? 1.36 : 1.2}; }
.slide { position: relative; width: ${SLIDE.width}in; height: ${SLIDE.height}in; overflow: hidden; background: #fff; break-after: page; break-inside: avoid; }
.slide:last-child { break-after: auto; }
.slide > * { position: absolute; margin: 0; }
.accent { inset-inline-start: ${GRID.left}in; top: 0.32in; width: 0.7in; height: 0.07in; background: ${deck.colour}; }
h1 { inset-inline-start: ${GRID.left}in; top: ${TITLE.y}in; inline-size: ${CONTENT_WIDTH - (deck.logo ? TITLE.logoWidth + 0.3 : 0)}in; line-height: ${deck.language === 'ar' ? 1.3 : 1.15}; font-weight: 600; }
h2 { font-weight: 600; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.logo { inset-inline-end: ${GRID.right}in; top: 0.34in; object-fit: contain; object-position: top; }
dl { margin: 0; display: flex; height: 100%; }
dl > div { flex: 1; min-width: 0; margin-inline-end: 0.3in; border-top: 1.25pt solid #${COLOUR.ink}; padding-top: 0.1in; display: flex; flex-direction: column; }
dd { margin: 0; }
dd.value { font-weight: 600; line-height: 0.5in; white-space: nowrap; font-variant-numeric: tabular-nums; }
dt { font-size: ${SIZE.body}pt; font-weight: 600; white-space: nowrap; line-height: 0.27in; }
dd.note { font-size: ${SIZE.least}pt; color: #${COLOUR.quiet}; }
table { border-collapse: collapse; table-layout: fixed; font-variant-numeric: tabular-nums; }
th, td { padding: ${CELL.y}in ${CELL.x}in; text-align: start; font-weight: 400; vertical-align: middle; overflow-wrap: anywhere; border-bottom: 0.5pt solid #${COLOUR.line}; }
th { font-weight: 600; vertical-align: bottom; border-bottom: 1.25pt solid #${COLOUR.ink}; }
.end { text-align: end; }
.strong { font-weight: 600; }
.total td { background: #${COLOUR.wash}; }
svg { display: block; width: 100%; height: 100%; overflow: visible; }
svg text { font-family: ${FONT_STACK}; fill: #${COLOUR.ink}; }
.source { inset-inline-start: ${GRID.left}in; top: ${SOURCE_LINE.y}in; inline-size: ${CONTENT_WIDTH}in; font-size: ${SIZE.least}pt; color: #${COLOUR.quiet}; white-space: nowrap; text-align: start; }
[dir='rtl'] .source { text-align: right; }
footer { inset-inline-start: ${GRID.left}in; top: ${FOOTER_LINE.y - 0.05}in; inline-size: ${CONTENT_WIDTH}in; display: flex; justify-content: space-between; border-top: 0.75pt solid #${COLOUR.line}; padding-top: 0.05in; font-size: ${SIZE.least}pt; color: #${COLOUR.quiet}; }
.foot { display: flex; gap: 0.1in; }
@media screen { body { background: #${COLOUR.wash}; } .slide { margin: 0 auto 0.25in; box-shadow: 0 1px 6px rgb(0 0 0 / 0.15); } }
`;
