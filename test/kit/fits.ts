// Every text of a deck against the room it has, by the deck's own measure: what does not fit is named.

import type { Block, Deck, Slide } from '#shared/deck/model.ts';
import { sentencesHeight } from '#shared/deck/slide.ts';
import { boxOf, CELL, CONTENT_WIDTH, SIZE, TITLE, underHeading } from '#shared/deck/theme.ts';
import { lineHeight, textWidth, wrap } from '#shared/words/measure.ts';

const NEAR = 1e-6;

export function misfits(deck: Deck): string[] {
  return deck.slides.flatMap((slide) => [
    ...titleFault(deck, slide),
    ...(textWidth(slide.source, { size: SIZE.least }) > CONTENT_WIDTH ? [`${slide.id}: source line`] : []),
    ...slide.blocks.flatMap((block) => blockFaults(deck, slide, block)),
  ]);
}

function titleFault(deck: Deck, slide: Slide): string[] {
  const width = CONTENT_WIDTH - (deck.logo ? TITLE.logoWidth + 0.3 : 0);
  const lines = wrap(slide.title, width, { size: slide.titleSize, bold: true }).length;
  return lines > 2 || slide.titleSize < SIZE.titleLeast ? [`${slide.id}: title on ${lines} lines`] : [];
}

function blockFaults(deck: Deck, slide: Slide, block: Block): string[] {
  const faults: string[] = [];
  const box = underHeading(boxOf(block.area), block.heading);
  const say = (what: string) => faults.push(`${slide.id} ${block.kind}: ${what}`);
  if (block.heading && textWidth(block.heading, { size: SIZE.least, bold: true }) > box.w) say('heading');
  if (block.kind === 'sentences') {
    if (block.size < SIZE.least) say('type too small');
    if (sentencesHeight(block.sentences, box.w, block.size, deck.language) > box.h + NEAR) say('sentences');
  }
  if (block.kind === 'figures')
    for (const figure of block.figures)
      if (textWidth(figure.value, { size: block.size, bold: true }) > box.w / block.figures.length) say(figure.value);
  if (block.kind === 'table') {
    const height = block.headHeight + block.rowHeights.reduce((sum, row) => sum + row, 0);
    if (height > box.h + NEAR && block.rows.length > 1) say(`table ${height.toFixed(2)} in ${box.h.toFixed(2)}`);
    if (block.columns.reduce((sum, column) => sum + column.width, 0) > box.w + 0.01) say('table too wide');
    for (const [at, row] of block.rows.entries())
      for (const [i, cell] of row.entries()) {
        const width = (block.columns[i]?.width ?? 0) - 2 * CELL.x;
        const lines = wrap(cell.text, width, { size: block.size, bold: cell.strong === true }).length;
        if (lines * lineHeight(block.size, deck.language) + 2 * CELL.y > (block.rowHeights[at] ?? 0) + NEAR)
          say(cell.text);
      }
  }
  return faults;
}
