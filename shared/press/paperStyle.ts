// The style of a printed paper: A4 upright, foot and page number in the margins, no heading left alone, no row torn.
import { type Paper, pageParts } from '#shared/deck/paper.ts';
import { COLOUR, TONE } from '#shared/deck/theme.ts';
import { FONT_STACK } from './htmlStyle.ts';

/** A text as a style sheet quotes it: nothing in it can end the sheet. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<>&\p{Cc}]/gu, (char) => `\\${(char.codePointAt(0) ?? 32).toString(16)} `)}"`;

/** "Page n of m": only the printer counts pages. */
const pageNumber = ({ footer }: Paper): string =>
  pageParts(footer)
    .map((part) => (typeof part === 'string' ? `counter(${part})` : quoted(part.text)))
    .join(' ');

const DOT = '"  ·  "';

export function paperStyle(paper: Paper): string {
  const { colour, direction, footer, language, mark, organisation, title } = paper;
  const head = [mark ? footer.mark : '', organisation, title].filter((text) => text !== '');
  const margin = `font-family: ${FONT_STACK}; font-size: 8.5pt; color: #${COLOUR.quiet}; direction: ${direction};`;
  const start = direction === 'rtl' ? 'right' : 'left';
  return `
@page {
  size: A4 portrait; margin: 2.1cm 2cm 2cm;
  @top-${start} { content: ${quoted(head.join('  ·  '))}; ${margin} text-align: ${start}; }
  @bottom-center { content: ${quoted(footer.classification)} ${DOT} ${pageNumber(paper)} ${DOT} ${quoted(footer.mark)}; ${margin} }
}
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #${COLOUR.ink}; font-family: ${FONT_STACK}; font-size: 10.5pt; line-height: ${language === 'ar' ? 1.5 : 1.35}; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
p, div.cell { margin: 0 0 5pt; text-align: ${start}; orphans: 2; widows: 2; }
div.cell { margin: 0; }
h1, h2, h3 { margin: 0; font-weight: 600; break-after: avoid; break-inside: avoid; text-align: ${start}; }
h1 { font-size: 22pt; line-height: 1.25; margin-block: 3pt 5pt; }
h2 { font-size: 15pt; color: ${colour}; margin-block: 18pt 6pt; }
h3 { font-size: 12pt; margin-block: 14pt 5pt; }
.logo { display: block; max-inline-size: 1.8in; block-size: 0.6in; object-fit: contain; object-position: ${start}; margin-block-end: 5pt; }
.organisation { color: #${COLOUR.quiet}; font-weight: 600; margin-block-end: 2pt; }
.line { margin-block-end: 1pt; }
.mark { color: #${TONE.offTrack.ink}; font-weight: 600; }
.quiet { font-size: 9pt; color: #${COLOUR.quiet}; margin-block-end: 3pt; break-after: avoid; }
.strong { font-weight: 600; }
.warning { font-weight: 600; color: #${TONE.watch.ink}; }
table { border-collapse: collapse; table-layout: fixed; inline-size: 100%; font-size: 9.5pt; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
th, td { padding: 2pt 4.5pt; text-align: ${start}; vertical-align: top; font-weight: 400; }
.grid th { font-weight: 600; vertical-align: bottom; border-block-end: 1.25pt solid #${COLOUR.ink}; }
.grid td { border-block-end: 0.5pt solid #${COLOUR.line}; }
.pairs { margin-block-start: 4pt; }
.pairs th { inline-size: 21%; color: #${COLOUR.quiet}; }
.box { border: 0.75pt solid ${colour}; border-block-start-width: 2.25pt; background: #${COLOUR.wash}; padding: 5pt 8pt; break-inside: avoid; break-after: avoid; }
.box p { margin: 0 0 3pt; }
.box .label { font-weight: 600; color: ${colour}; }
.box .resolved { font-size: 11.5pt; }
.signed { break-inside: avoid; break-before: avoid; }
.signatures { display: flex; gap: 1cm; margin-block-start: 8pt; }
.signer { flex: 1; min-inline-size: 0; }
.signer p { margin: 0; font-size: 9.5pt; }
.role { font-weight: 600; }
.rule { border-block-end: 0.75pt solid #${COLOUR.ink}; padding-block: 10pt 2pt; }
.hand { padding-block-start: 20pt; }
@media screen { body { max-inline-size: 17cm; margin: 1cm auto; } }
`;
}
