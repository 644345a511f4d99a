// A paper to DOCX: Word's own headings, tables and page numbers, from the right in Arabic, the same bytes each time.
import { linesOf, type Paper, type PaperBlock, pageParts } from '#shared/deck/paper.ts';
import { COLOUR } from '#shared/deck/theme.ts';
import { bytesOf, type Files, packZip } from '#shared/sheet/zip.ts';
import {
  contentTypesPart,
  corePart,
  documentRelations,
  fontsPart,
  packageRelations,
  part,
  settingsPart,
  stylesPart,
} from './docxParts.ts';
import { signatureTable } from './docxSigned.ts';
import { line, pageField, paragraphOf, paragraphs, row, runs, table, widthsOf } from './docxText.ts';
import { type Picture, pictureOf } from './picture.ts';
import { escapeXml } from './xml.ts';

/** A4 with margins of two centimetres, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134, head: 620 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const PADDING = 90;
/** Rows a table may have and still stay on one page with what follows. */
const SHORT_TABLE = 6;
/** English metric units. */
const EMU_PER_INCH = 914_400;
const LOGO = { width: 1.8, height: 0.6 } as const;

export function pressDocx(paper: Paper): Uint8Array<ArrayBuffer> {
  const logo = paper.logo ? pictureOf(paper.logo) : undefined;
  const picture = logo && `media/logo.${logo.ending}`;
  const files: Files = {
    '[Content_Types].xml': bytesOf(contentTypesPart()),
    '_rels/.rels': bytesOf(packageRelations()),
    'docProps/core.xml': bytesOf(corePart(paper)),
    'word/document.xml': bytesOf(part('document', `<w:body>${bodyOf(paper, logo)}${section(paper)}</w:body>`)),
    'word/_rels/document.xml.rels': bytesOf(documentRelations(picture)),
    'word/styles.xml': bytesOf(stylesPart(paper)),
    'word/settings.xml': bytesOf(settingsPart()),
    'word/fontTable.xml': bytesOf(fontsPart()),
    'word/header.xml': bytesOf(part('hdr', headOf(paper))),
    'word/footer.xml': bytesOf(part('ftr', footOf(paper))),
  };
  if (picture && logo) files[`word/${picture}`] = logo.bytes;
  return packZip(files);
}

const section = ({ direction }: Paper): string =>
  '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/><w:footerReference w:type="default" r:id="rFooter"/>' +
  `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${PAGE.margin + 120}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" ` +
  `w:left="${PAGE.margin}" w:header="${PAGE.head}" w:footer="${PAGE.head}" w:gutter="0"/>${direction === 'rtl' ? '<w:bidi/>' : ''}</w:sectPr>`;

function bodyOf(paper: Paper, logo: Picture | undefined): string {
  const { direction } = paper;
  const opening = [
    logo ? paragraphOf(logoRun(logo, paper.organisation), direction, { style: 'Organisation', keepNext: true }) : '',
    paper.organisation ? paragraphs(paper.organisation, direction, { style: 'Organisation', keepNext: true }) : '',
    paragraphs(paper.title, direction, { style: 'Title', asPaper: true }),
    paper.mark ? paragraphs(paper.mark, direction, { style: 'Mark', keepNext: true, asPaper: true }) : '',
    ...paper.lines.map((text) => paragraphs(text, direction, { style: 'Line', keepNext: true })),
  ];
  const blocks = paper.blocks.map((block, at) => {
    const held = isHeld(paper.blocks, at);
    const gap = isTable(block) && !isLast(paper.blocks, at) ? gapParagraph(paper, held) : '';
    return blockOf(paper, block, held) + gap;
  });
  return [...opening, ...blocks].join('');
}

const isLast = (blocks: readonly PaperBlock[], at: number): boolean => at === blocks.length - 1;
const isTable = ({ kind }: PaperBlock): boolean => kind !== 'heading' && kind !== 'paragraph';

/** What stands before the signatures, from the last block under another heading on, goes with them to one page. */
function isHeld(blocks: readonly PaperBlock[], at: number): boolean {
  if (blocks[at]?.kind === 'box') return blocks[at + 1]?.kind === 'keyValues';
  const signed = blocks.findIndex(({ kind }) => kind === 'signatures');
  const heading = blocks.slice(0, Math.max(0, signed)).findLastIndex(({ kind }) => kind === 'heading');
  return heading > 0 && at >= heading - 1 && at < signed;
}

/** Two tables that touch become one in Word. */
const gapParagraph = ({ direction }: Paper, keepNext: boolean): string =>
  paragraphOf('', direction, { style: 'Gap', keepNext });

const PARAGRAPH_STYLE = { plain: 'Plain', quiet: 'Quiet', strong: 'Strong', warning: 'Warning' } as const;

function blockOf(paper: Paper, block: PaperBlock, held: boolean): string {
  const { direction } = paper;
  switch (block.kind) {
    case 'heading':
      return paragraphs(block.text, direction, { style: `Heading${block.level}`, asPaper: true });
    case 'paragraph':
      return paragraphs(block.text, direction, { style: PARAGRAPH_STYLE[block.look ?? 'plain'], keepNext: held });
    case 'keyValues':
      return keyValues(paper, block, held);
    case 'table':
      return gridOf(paper, block, held);
    case 'box':
      return boxOf(paper, block, held);
    case 'signatures':
      return signatureTable(block.signers, direction, TEXT_WIDTH);
  }
}

function keyValues({ direction }: Paper, { pairs }: Extract<PaperBlock, { kind: 'keyValues' }>, held: boolean): string {
  const widths = widthsOf([2.1, 8], TEXT_WIDTH);
  const rows = pairs.map(({ label, text }, at) => {
    const keepNext = held && at >= pairs.length - 2;
    return row(
      [
        { inner: paragraphs(label, direction, { style: 'Label', keepNext, asPaper: true }) },
        { inner: paragraphs(text, direction, { style: 'Cell', keepNext }) },
      ],
      widths,
    );
  });
  return table(rows, widths, direction, { padding: PADDING });
}

function gridOf({ direction }: Paper, block: Extract<PaperBlock, { kind: 'table' }>, held: boolean): string {
  const widths = widthsOf(
    block.columns.map(({ width }) => width),
    TEXT_WIDTH,
  );
  const head = block.columns.map(({ label }) => ({
    inner: paragraphs(label, direction, { style: 'CellHead', asPaper: true }),
    borders: line('bottom', 10, COLOUR.ink),
  }));
  const rows = block.rows.map((cells, at) => {
    // a short table goes whole with what is signed under it, of a long one the last rows
    const keepNext = held && (block.rows.length <= SHORT_TABLE || at >= block.rows.length - 2);
    return row(
      cells.map((text) => ({ inner: paragraphs(text, direction, { style: 'Cell', keepNext }) })),
      widths,
    );
  });
  return table([row(head, widths, { isHead: true }), ...rows], widths, direction, { padding: PADDING, isRuled: true });
}

function boxOf(paper: Paper, block: Extract<PaperBlock, { kind: 'box' }>, held: boolean): string {
  const { direction } = paper;
  const colour = paper.colour.slice(1);
  const borders = line('top', 18, colour) + ['left', 'bottom', 'right'].map((side) => line(side, 6, colour)).join('');
  const inner =
    paragraphs(block.label, direction, { style: 'BoxLabel', asPaper: true }) +
    linesOf(block.text)
      .map((text) => paragraphs(text, direction, { style: 'Box', keepNext: held }))
      .join('');
  const cell = { inner, borders, shade: COLOUR.wash };
  return table([row([cell], [TEXT_WIDTH])], [TEXT_WIDTH], direction, { padding: 160 });
}

/** On every page: whose paper it is, and that a draft is a draft. */
function headOf({ direction, organisation, title, mark, footer }: Paper): string {
  const text = [mark ? footer.mark : '', organisation, title].filter(Boolean).join('  ·  ');
  return paragraphs(text, direction, { style: 'Header', asPaper: true });
}

function footOf({ direction, footer }: Paper): string {
  const dot = runs('  ·  ', direction);
  const page = pageParts(footer)
    .map((each) =>
      typeof each === 'string' ? pageField(each === 'page' ? 'PAGE' : 'NUMPAGES') : runs(each.text, direction),
    )
    .join('');
  const inner = [runs(footer.classification, direction), page, runs(footer.mark, direction)].join(dot);
  return paragraphOf(inner, direction, { style: 'Footer' });
}

function logoRun({ width, height }: Picture, description: string): string {
  const scale = Math.min(LOGO.width / width, LOGO.height / height) * EMU_PER_INCH;
  const size = `cx="${Math.max(1, Math.round(width * scale))}" cy="${Math.max(1, Math.round(height * scale))}"`;
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:docPr id="1" name="Logo" descr="${escapeXml(description)}"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">` +
    `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>` +
    '<pic:blipFill><a:blip r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}
