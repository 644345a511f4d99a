// A deck as one printable page of sections, a slide each: the same text, tables and charts as on the slides, without script.
// It is what the screen previews (in a sandboxed frame) and what is printed to PDF.
import type { Block, Deck, FiguresBlock, SentenceBlock, Slide, TableBlock, TableCell } from '#shared/deck/model.ts';
import { PARAGRAPH_GAP } from '#shared/deck/slide.ts';
import { type Box, boxOf, HEADING_HEIGHT, TITLE, TONE, underHeading } from '#shared/deck/theme.ts';
import { headingSize } from './heading.ts';
import { pageStyle } from './htmlStyle.ts';
import { mapOnPaper } from './mapSvg.ts';
import { barsSvg } from './svgBars.ts';
import { bubblesSvg } from './svgBubbles.ts';
import { linesSvg } from './svgLines.ts';
import { escapeXml } from './xml.ts';

export interface PageChoice {
  /** CSS `@font-face` rules with data addresses, so that the page needs nothing from outside. */
  readonly fonts?: string;
}

export function pressHtml(deck: Deck, choice: PageChoice = {}): string {
  const sections = deck.slides.map((slide, at) => section(deck, slide, at + 1)).join('\n');
  return (
    `<!doctype html>\n<html lang="${deck.language}" dir="${deck.direction}">\n<head>\n<meta charset="utf-8">\n` +
    `<title>${escapeXml(deck.title)}</title>\n<style>\n${choice.fonts ?? ''}\n${pageStyle(deck)}\n</style>\n</head>\n` +
    `<body>\n<main>\n${sections}\n</main>\n</body>\n</html>\n`
  );
}

function section(deck: Deck, slide: Slide, number: number): string {
  const { classification, asAt, priceBase, rate, snapshot } = deck.footer;
  const foot = [classification, asAt, priceBase, rate ?? '', snapshot]
    .filter(Boolean)
    .map((part) => `<span>${escapeXml(part)}</span>`);
  const logo = deck.logo
    ? `<img class="logo" alt="${escapeXml(deck.organisation)}" src="${deck.logo}" style="inline-size:${TITLE.logoWidth}in;block-size:${TITLE.logoHeight}in">`
    : '';
  return (
    `<section class="slide" id="slide-${number}" aria-labelledby="title-${number}">` +
    `<div class="accent"></div><h1 id="title-${number}" style="font-size:${slide.titleSize}pt">${escapeXml(slide.title)}</h1>${logo}` +
    slide.blocks.map((block, at) => blockHtml(deck, block, `s${number}b${at}`)).join('') +
    `<p class="source" dir="auto">${escapeXml(slide.source)}</p>` +
    `<footer><span class="foot">${foot.join('<span aria-hidden="true">·</span>')}</span><span class="number">${escapeXml(slide.number)}</span></footer></section>`
  );
}

function blockHtml(deck: Deck, block: Block, id: string): string {
  const box = boxOf(block.area);
  const heading = block.heading
    ? `<h2 style="${place({ ...box, h: HEADING_HEIGHT })};font-size:${headingSize(block.heading, box.w)}pt">${escapeXml(block.heading)}</h2>`
    : '';
  const inner = underHeading(box, block.heading);
  const body = ((): string => {
    switch (block.kind) {
      case 'figures':
        return figuresHtml(block);
      case 'sentences':
        return sentencesHtml(block);
      case 'table':
        return tableHtml(block);
      case 'bars':
        return barsSvg(block, deck, inner, id);
      case 'bubbles':
        return bubblesSvg(block, deck, inner, id);
      case 'lines':
        return linesSvg(block, deck, inner, id);
      case 'map':
        return mapOnPaper(block, deck, inner, id);
    }
  })();
  return `${heading}<div class="block ${block.kind}" style="${place(inner)}">${body}</div>`;
}

/** Logical sides: the same numbers mirror by themselves in a right-to-left page. */
const place = (box: Box): string =>
  `inset-inline-start:${inches(box.x)};top:${inches(box.y)};inline-size:${inches(box.w)};block-size:${inches(box.h)}`;

const inches = (x: number): string => `${Number(x.toFixed(4))}in`;

const figuresHtml = (block: FiguresBlock): string =>
  `<dl>${block.figures
    .map(
      (figure) =>
        `<div><dd class="value" style="font-size:${block.size}pt"><bdi>${escapeXml(figure.value)}</bdi></dd>` +
        `<dt>${escapeXml(figure.label)}</dt><dd class="note">${escapeXml(figure.note)}</dd></div>`,
    )
    .join('')}</dl>`;

const sentencesHtml = (block: SentenceBlock): string =>
  block.sentences
    .map((text) => `<p style="font-size:${block.size}pt;margin:0 0 ${inches(PARAGRAPH_GAP)}">${escapeXml(text)}</p>`)
    .join('');

function tableHtml(block: TableBlock): string {
  const width = block.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = block.columns.map((column) => `<col style="width:${inches(column.width)}">`).join('');
  const head = block.columns
    .map((column) => `<th scope="col" class="${column.align}">${escapeXml(column.label)}</th>`)
    .join('');
  const rows = block.rows
    .map((row, at) => {
      const total = at >= block.rows.length - block.totals ? ' class="total"' : '';
      const cells = row.map((cell, i) => cellHtml(cell, block.columns[i]?.align ?? 'start')).join('');
      return `<tr${total} style="height:${inches(block.rowHeights[at] ?? 0)}">${cells}</tr>`;
    })
    .join('');
  return (
    `<table style="width:${inches(width)};font-size:${block.size}pt"><colgroup>${columns}</colgroup>` +
    `<thead><tr style="height:${inches(block.headHeight)}">${head}</tr></thead><tbody>${rows}</tbody></table>`
  );
}

const cellHtml = (cell: TableCell, align: 'start' | 'end'): string => {
  const colour = cell.tone ? ` style="color:#${TONE[cell.tone].ink}"` : '';
  return `<td class="${align}${cell.strong ? ' strong' : ''}"${colour}><bdi>${escapeXml(cell.text)}</bdi></td>`;
};
