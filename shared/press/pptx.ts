// A deck to slides: native text, tables and charts, laid out from the right in Arabic, valid and the same bytes each time.
import PptxGenJS from 'pptxgenjs';
import type { Deck, Slide } from '#shared/deck/model.ts';
import {
  type Box,
  boxOf,
  COLOUR,
  CONTENT_WIDTH,
  FOOTER_LINE,
  GRID,
  HEADING_HEIGHT,
  SIZE,
  SLIDE,
  SOURCE_LINE,
  TITLE,
  underHeading,
} from '#shared/deck/theme.ts';
import { writeWorkbook } from '#shared/sheet/write.ts';
import { type ChartPart, chartPart, isChart } from './chart.ts';
import { headingSize } from './heading.ts';
import { mapXml } from './mapXml.ts';
import { pressFigures, pressSentences, pressTable } from './pptxBlocks.ts';
import { addText, FONT, NO_MARGIN, type Page, seen, textOptions } from './pptxText.ts';
import { repairDeck, SLIDE_NUMBER, standInName } from './repair.ts';

const MASTER = 'PACK';

export async function pressPptx(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const show = new PptxGenJS();
  show.layout = 'LAYOUT_WIDE';
  show.rtlMode = deck.direction === 'rtl';
  show.theme = { headFontFace: FONT, bodyFontFace: FONT };
  show.title = deck.title;
  show.author = deck.organisation || 'Mizan';
  show.company = deck.organisation || 'Mizan';
  defineMaster(show, deck);
  const parts: Parts = { charts: [], maps: [] };
  for (const slide of deck.slides) pressSlide(show, deck, slide, parts);
  const bytes = (await show.write({ outputType: 'uint8array' })) as Uint8Array;
  const workbooks = await Promise.all(
    parts.charts.map(({ sheet }) =>
      writeWorkbook([sheet], { rtl: deck.direction === 'rtl', created: Date.parse(deck.asAt) }),
    ),
  );
  return repairDeck(bytes, {
    asAt: deck.asAt,
    charts: parts.charts.map(({ xml }, at) => ({ xml, workbook: workbooks[at] as Uint8Array })),
    maps: parts.maps,
  });
}

/** What the library cannot write itself: put in afterwards, in the order met. */
interface Parts {
  readonly charts: ChartPart[];
  readonly maps: string[];
}

function defineMaster(show: PptxGenJS, deck: Deck): void {
  const bar = seen(deck, { x: GRID.left, y: 0.32, w: 0.7, h: 0.07 });
  const rule = { x: GRID.left, y: FOOTER_LINE.y - 0.05, w: CONTENT_WIDTH, h: 0 };
  const title = seen(deck, titleBox(deck));
  show.defineSlideMaster({
    title: MASTER,
    background: { color: COLOUR.paper },
    objects: [
      { rect: { ...bar, fill: { color: deck.colour.slice(1) } } },
      { line: { ...rule, line: { color: COLOUR.line, width: 0.75 } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...title,
            margin: NO_MARGIN,
            align: deck.direction === 'rtl' ? 'right' : 'left',
            valign: 'top',
            fontFace: FONT,
            bold: true,
            color: COLOUR.ink,
          },
          text: '',
        },
      },
    ],
  });
}

const titleBox = (deck: Deck): Box => ({
  x: GRID.left,
  y: TITLE.y,
  w: CONTENT_WIDTH - (deck.logo ? TITLE.logoWidth + 0.3 : 0),
  h: TITLE.height,
});

function pressSlide(show: PptxGenJS, deck: Deck, slide: Slide, { charts, maps }: Parts): void {
  const page = show.addSlide({ masterName: MASTER });
  page.addText(slide.title, {
    ...textOptions(deck, deck.direction === 'rtl' ? 'ا' : slide.title),
    placeholder: 'title',
    fontSize: slide.titleSize,
    bold: true,
    valign: 'top',
    margin: NO_MARGIN,
  });
  if (deck.logo) {
    const box = { x: SLIDE.width - GRID.right - TITLE.logoWidth, y: 0.34, w: TITLE.logoWidth, h: TITLE.logoHeight };
    const { x, y, w, h } = seen(deck, box);
    page.addImage({ data: deck.logo, x, y, w, h, sizing: { type: 'contain', w, h }, altText: deck.organisation });
  }
  for (const block of slide.blocks) {
    const box = boxOf(block.area);
    if (block.heading)
      addText(
        page,
        deck,
        block.heading,
        { ...box, h: HEADING_HEIGHT },
        { fontSize: headingSize(block.heading, box.w), bold: true, valign: 'top' },
      );
    const inner = underHeading(box, block.heading);
    if (block.kind === 'figures') pressFigures(page, deck, block, inner);
    else if (block.kind === 'sentences') pressSentences(page, deck, block, inner);
    else if (block.kind === 'table') pressTable(page, deck, block, inner);
    else if (isChart(block)) {
      charts.push(chartPart(block, deck));
      // a stand-in of the right kind: its part and workbook are replaced by ours
      page.addChart('bar', [{ name: 'a', labels: ['a'], values: [1] }], {
        ...seen(deck, inner),
        altText: block.altText,
      });
    } else if (block.kind === 'map') {
      page.addShape('rect', { ...seen(deck, inner), objectName: standInName(maps.length) });
      maps.push(mapXml(block, deck, seen(deck, inner), maps.length));
    }
  }
  pressFoot(page, deck, slide);
  if (slide.notes.length > 0) page.addNotes(slide.notes.join('\n'));
}

function pressFoot(page: Page, deck: Deck, slide: Slide): void {
  const { classification, asAt, priceBase, rate, snapshot } = deck.footer;
  const quiet = { fontSize: SIZE.least, color: COLOUR.quiet, valign: 'top' } as const;
  addText(page, deck, slide.source, { x: GRID.left, y: SOURCE_LINE.y, w: CONTENT_WIDTH, h: SOURCE_LINE.height }, quiet);
  const y = FOOTER_LINE.y;
  const h = FOOTER_LINE.height;
  addText(
    page,
    deck,
    [classification, asAt, priceBase, rate, snapshot].filter(Boolean).join('  ·  '),
    { x: GRID.left, y, w: 10.6, h },
    quiet,
  );
  const number = { objectName: SLIDE_NUMBER };
  addText(
    page,
    deck,
    slide.number,
    { x: SLIDE.width - GRID.right - 1.4, y, w: 1.4, h },
    { ...quiet, ...number, side: 'end' },
  );
}
