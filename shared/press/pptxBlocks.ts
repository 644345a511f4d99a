// The deck's blocks of text as native slide objects: figures, sentences, tables.
import type { Deck, FiguresBlock, SentenceBlock, TableBlock } from '#shared/deck/model.ts';
import { PARAGRAPH_GAP } from '#shared/deck/slide.ts';
import { type Box, CELL, COLOUR, SIZE, TONE } from '#shared/deck/theme.ts';
import { addText, NO_MARGIN, type Page, seen, textOptions } from './pptxText.ts';

export function pressFigures(page: Page, deck: Deck, block: FiguresBlock, box: Box): void {
  const width = box.w / Math.max(1, block.figures.length);
  for (const [at, figure] of block.figures.entries()) {
    const x = box.x + at * width;
    const w = width - 0.2;
    const rule = seen(deck, { x, y: box.y, w: width - 0.3, h: 0 });
    page.addShape('line', { ...rule, line: { color: COLOUR.ink, width: 1.25 } });
    addText(
      page,
      deck,
      figure.value,
      { x, y: box.y + 0.1, w, h: 0.5 },
      { fontSize: block.size, bold: true, valign: 'middle' },
    );
    addText(
      page,
      deck,
      figure.label,
      { x, y: box.y + 0.62, w, h: 0.26 },
      { fontSize: SIZE.body, bold: true, valign: 'top' },
    );
    addText(
      page,
      deck,
      figure.note,
      { x, y: box.y + 0.89, w, h: box.h - 0.9 },
      { fontSize: SIZE.least, color: COLOUR.quiet, valign: 'top' },
    );
  }
}

export function pressSentences(page: Page, deck: Deck, block: SentenceBlock, box: Box): void {
  if (block.sentences.length === 0) return;
  const runs = block.sentences.map((text, at) => ({
    text,
    options: {
      ...textOptions(deck, deck.direction === 'rtl' ? 'ا' : text),
      fontSize: block.size,
      paraSpaceAfter: PARAGRAPH_GAP * 72,
      breakLine: at < block.sentences.length - 1,
    },
  }));
  page.addText(runs, { ...seen(deck, box), margin: NO_MARGIN, valign: 'top', fit: 'none' });
}

export function pressTable(page: Page, deck: Deck, block: TableBlock, box: Box): void {
  const rtl = deck.direction === 'rtl';
  const ordered = <T>(list: readonly T[]): T[] => (rtl ? [...list].reverse() : [...list]);
  const none = { type: 'none' } as const;
  const rule = (colour: string, pt: number) => ({ type: 'solid', pt, color: colour }) as const;
  const head = block.columns.map((column) => ({
    text: column.label,
    options: {
      ...textOptions(deck, rtl ? 'ا' : column.label, column.align),
      bold: true,
      valign: 'bottom' as const,
      border: [none, none, rule(COLOUR.ink, 1.25), none] as [
        typeof none,
        typeof none,
        ReturnType<typeof rule>,
        typeof none,
      ],
    },
  }));
  const rows = block.rows.map((row, at) => {
    const isTotal = at >= block.rows.length - block.totals;
    return ordered(
      row.map((cell, i) => ({
        text: cell.text,
        options: {
          ...textOptions(deck, cell.text, block.columns[i]?.align),
          ...(cell.tone ? { color: TONE[cell.tone].ink } : {}),
          bold: cell.strong === true,
          valign: 'middle' as const,
          ...(isTotal ? { fill: { color: COLOUR.wash } } : {}),
          border: [none, none, rule(COLOUR.line, 0.5), none] as [
            typeof none,
            typeof none,
            ReturnType<typeof rule>,
            typeof none,
          ],
        },
      })),
    );
  });
  const width = block.columns.reduce((sum, column) => sum + column.width, 0);
  const { x } = seen(deck, { ...box, w: width });
  page.addTable([ordered(head), ...rows], {
    x,
    y: box.y,
    w: width,
    colW: ordered(block.columns.map((column) => column.width)),
    rowH: [block.headHeight, ...block.rowHeights],
    fontSize: block.size,
    margin: [CELL.y, CELL.x, CELL.y, CELL.x],
  });
}
