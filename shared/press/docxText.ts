// Paragraphs and tables of a DOCX file as WordprocessingML: each paragraph and each run says which way it reads.
import { linesOf } from '#shared/deck/paper.ts';
import { COLOUR } from '#shared/deck/theme.ts';
import { type Direction, directionOf, piecesOf } from './bidi.ts';
import { escapeXml } from './xml.ts';

export interface ParagraphChoice {
  readonly style: string;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  /** Reads as the paper does, whatever its first letter. */
  readonly asPaper?: boolean;
}

/** One paragraph a line; a text in the other language reads its own way and stands at the paper's side all the same. */
export const paragraphs = (text: string, paper: Direction, choice: ParagraphChoice): string =>
  linesOf(text)
    .map((line) => paragraph(line, paper, choice))
    .join('');

function paragraph(text: string, paper: Direction, choice: ParagraphChoice): string {
  const direction = choice.asPaper ? paper : (directionOf(text) ?? paper);
  return paragraphOf(runs(text, direction), paper, choice, direction);
}

/** @param inner runs, made elsewhere */
export function paragraphOf(
  inner: string,
  paper: Direction,
  { style, keepNext }: ParagraphChoice,
  direction: Direction = paper,
): string {
  const properties =
    `<w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}` +
    (direction === 'rtl' ? '<w:bidi/>' : '<w:bidi w:val="0"/>') +
    // "right" is the far side of a paragraph: left where it reads from the right
    (direction === paper ? '' : '<w:jc w:val="right"/>');
  return `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
}

export const runs = (text: string, direction: Direction): string =>
  piecesOf(text, direction)
    .map((piece) => run(piece.text, piece.direction))
    .join('');

const run = (text: string, direction: Direction): string =>
  `<w:r>${direction === 'rtl' ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** The page's number or the count of pages, which the reader's program fills in. */
export const pageField = (name: 'PAGE' | 'NUMPAGES'): string =>
  `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

export interface Cell {
  /** Paragraphs, made elsewhere. */
  readonly inner: string;
  readonly borders?: string;
  readonly shade?: string;
}

export interface RowChoice {
  /** Repeated on every page. */
  readonly isHead?: boolean;
  /** Least height, in twentieths of a point. */
  readonly height?: number;
}

/** No row is split between pages. */
export const row = (cells: readonly Cell[], widths: readonly number[], { isHead, height }: RowChoice = {}): string =>
  `<w:tr><w:trPr><w:cantSplit/>${height ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : ''}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells
    .map(
      ({ inner, borders, shade }, i) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/>${borders ? `<w:tcBorders>${borders}</w:tcBorders>` : ''}` +
        `${shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>` : ''}` +
        `<w:vAlign w:val="${isHead || height ? 'bottom' : 'top'}"/></w:tcPr>${inner}</w:tc>`,
    )
    .join('')}</w:tr>`;

export interface TableChoice {
  /** Space inside a cell at its sides. */
  readonly padding: number;
  readonly isRuled?: boolean;
}

export const table = (
  rows: readonly string[],
  widths: readonly number[],
  paper: Direction,
  { padding, isRuled }: TableChoice,
): string =>
  `<w:tbl><w:tblPr>${paper === 'rtl' ? '<w:bidiVisual/>' : ''}` +
  `<w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>` +
  (isRuled ? `<w:tblBorders>${line('bottom', 4, COLOUR.line)}${line('insideH', 4, COLOUR.line)}</w:tblBorders>` : '') +
  '<w:tblLayout w:type="fixed"/><w:tblCellMar>' +
  `<w:top w:w="40" w:type="dxa"/><w:left w:w="${padding}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/>` +
  `</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
  `${rows.join('')}</w:tbl>`;

/** @param weight in eighths of a point */
export const line = (side: string, weight: number, colour: string): string =>
  `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${colour}"/>`;

/** Whole widths in the proportion of the shares, which fill the line to the last twentieth of a point. */
export function widthsOf(shares: readonly number[], whole: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.floor((share / sum) * whole));
  const rest = whole - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, i) => (i === 0 ? width + rest : width));
}
