// A map as native shapes of a slide: boxes one can retype and move, and connectors that are glued to them and follow.
import type { Deck, MapBlock } from '#shared/deck/model.ts';
import type { Box } from '#shared/deck/theme.ts';
import type { Point, Rect } from '#shared/map/scene.ts';
import { solid } from './chartParts.ts';
import { type Bends, type Connector, connectorsOf } from './mapConnector.ts';
import { type DrawnLane, type DrawnMap, type DrawnNode, drawnMap, linkSays, TEXT_MARGIN } from './mapDrawn.ts';
import { linkLook, MAP_PALETTE, MAP_TYPE, outlineLook } from './mapLook.ts';
import { cornerOf, presetOf, SITE } from './mapShape.ts';
import { FONT, runsRight } from './pptxText.ts';
import { POINT } from './svg.ts';
import { escapeXml } from './xml.ts';

/** Shapes of the deck's maps are numbered from here, far above the library's own, until all of a slide are numbered anew. */
const FIRST_ID = 1_000_000;
const IDS_A_MAP = 100_000;
const LOOK = MAP_PALETTE.light;

/**
 * The shapes of one map, in the order they lie: bands, lines, boxes, weights.
 * @param box as seen on the slide
 * @param number of the map in its deck
 */
export function mapXml(block: MapBlock, deck: Deck, box: Box, number: number): string {
  const map = drawnMap(block, box, deck.language);
  let id = FIRST_ID + number * IDS_A_MAP;
  const next = () => String(id++);
  const ids = new Map<string, string>(map.nodes.map((node) => [node.id, next()]));
  const connectors = connectorsOf(map);
  return [
    shape(next(), 'Map', block.altText, map.box, { geometry: preset('rect'), look: NO_FILL + NO_LINE }),
    ...map.lanes.flatMap((lane, at) => [band(next(), at, lane, map), laneName(next(), lane, map)]),
    ...map.heads.map((column) =>
      plainText(next(), column.label, { ...column, y: map.box.y, height: map.headHeight }, map.reading, {
        size: MAP_TYPE.head,
        bold: true,
        colour: LOOK.ink,
        anchor: 't',
      }),
    ),
    ...connectors.map((one) => line(next(), one, linkSays(one.link, map, block), ids)),
    ...map.nodes.map((node, at) =>
      nodeShape(ids.get(node.id) ?? '', `${block.typeNames[node.type]} ${at + 1}`, node, map),
    ),
    ...connectors.flatMap(({ label }) => (label ? [weight(next(), label)] : [])),
  ].join('');
}

const EMU = 914_400;
const emu = (inches: number): number => Math.round(inches * EMU);
const NO_FILL = '<a:noFill/>';
const NO_LINE = '<a:ln><a:noFill/></a:ln>';

const frame = (box: Rect): string =>
  `<a:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm>`;

const preset = (name: string, adjustments: readonly (readonly [string, number])[] = []): string =>
  `<a:prstGeom prst="${name}"><a:avLst>${adjustments
    .map(([key, value]) => `<a:gd name="${key}" fmla="val ${value}"/>`)
    .join('')}</a:avLst></a:prstGeom>`;

const outline = (colour: string, points: number, dash?: string): string =>
  `<a:ln w="${Math.round(points * 12_700)}">${solid(colour)}${dash ? `<a:prstDash val="${dash}"/>` : ''}</a:ln>`;

function shape(
  id: string,
  name: string,
  description: string,
  box: Rect,
  parts: { geometry: string; look: string; text?: string; isTextBox?: boolean },
): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"${description ? ` descr="${escapeXml(description)}"` : ''}/>` +
    `<p:cNvSpPr${parts.isTextBox ? ' txBox="1"' : ''}/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${frame(box)}${parts.geometry}${parts.look}</p:spPr>` +
    `${parts.text ?? EMPTY_TEXT}</p:sp>`
  );
}

const EMPTY_TEXT = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>';

interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
}

const run = (text: string, look: TextLook, rtl: boolean): string => {
  const font = `<a:latin typeface="${FONT}"/><a:cs typeface="${FONT}"/>`;
  const attributes = `lang="${rtl ? 'ar-SA' : 'en-GB'}" sz="${look.size * 100}" b="${look.bold ? 1 : 0}" dirty="0"`;
  return `<a:r><a:rPr ${attributes}>${solid(look.colour)}${font}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`;
};

const paragraph = (runs: string, align: 'l' | 'r' | 'ctr', rtl: boolean): string =>
  `<a:p><a:pPr algn="${align}"${rtl ? ' rtl="1"' : ''}/>${runs}</a:p>`;

const sideOf = (reading: 'ltr' | 'rtl'): 'l' | 'r' => (reading === 'rtl' ? 'r' : 'l');

const body = (
  paragraphs: string,
  inset: { left: number; top: number; right: number; bottom: number },
  anchor: 't' | 'ctr' | 'b',
  wrap: 'square' | 'none' = 'square',
): string =>
  `<p:txBody><a:bodyPr wrap="${wrap}" lIns="${emu(inset.left)}" tIns="${emu(inset.top)}" rIns="${emu(inset.right)}" bIns="${emu(inset.bottom)}" ` +
  `rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphs}</p:txBody>`;

const NO_INSET = { left: 0, top: 0, right: 0, bottom: 0 };

function plainText(
  id: string,
  text: string,
  box: Rect,
  reading: 'ltr' | 'rtl',
  look: TextLook & { anchor: 't' | 'b' },
): string {
  const rtl = runsRight(reading, text);
  return shape(id, 'Heading', '', box, {
    geometry: preset('rect'),
    look: NO_FILL,
    text: body(paragraph(run(text, look, rtl), sideOf(reading), rtl), NO_INSET, look.anchor),
    isTextBox: true,
  });
}

const band = (id: string, at: number, lane: DrawnLane, map: DrawnMap): string =>
  shape(
    id,
    `Band ${at + 1}`,
    '',
    { ...lane, x: map.box.x, width: map.box.width },
    {
      geometry: preset('rect'),
      look: solid(LOOK.band) + NO_LINE,
    },
  );

const laneName = (id: string, lane: DrawnLane, map: DrawnMap): string =>
  plainText(id, lane.label, { ...lane, y: lane.labelY, height: map.type.caption * map.type.line }, map.reading, {
    size: MAP_TYPE.caption,
    bold: true,
    colour: LOOK.quiet,
    anchor: 't',
  });

function nodeShape(id: string, name: string, node: DrawnNode, map: DrawnMap): string {
  const form = presetOf(node.type);
  const corner = cornerOf(node.type, node, map.type.title);
  const share = Math.round((corner / Math.min(node.width, node.height)) * 100_000);
  const adjustments = form.adjusts.map((key) => [key, share] as const);
  const margin = TEXT_MARGIN * map.type.title;
  // the preset's own room for text already stands in by its corner: together they make the same margin for every type
  const inset = (side: 'left' | 'right') => Math.max(0, margin - form.inset[side] * corner);
  const above = (form.inset.bottom - form.inset.top) * corner;
  const { colour, width, dashed } = outlineLook(node, LOOK);
  const rtl = runsRight(map.reading, node.text);
  const captionRtl = runsRight(map.reading, node.shown);
  const caption =
    (node.sign ? run(`${node.sign} `, { size: MAP_TYPE.caption, bold: true, colour }, captionRtl) : '') +
    (node.shown ? run(node.shown, { size: MAP_TYPE.caption, colour: LOOK.quiet }, captionRtl) : '');
  const title = run(node.text, { size: Math.round(map.type.title / POINT), colour: LOOK.ink }, rtl);
  const side = sideOf(map.reading);
  return shape(id, name, node.says, node, {
    geometry: preset(form.name, adjustments),
    look: solid(LOOK.types[node.type].fill) + outline(colour, width, dashed ? 'dash' : undefined),
    text: body(
      (caption ? paragraph(caption, side, captionRtl) : '') + paragraph(title, side, rtl),
      { left: inset('left'), right: inset('right'), top: Math.max(0, above), bottom: Math.max(0, -above) },
      'ctr',
    ),
  });
}

const weight = (id: string, label: Rect & { readonly text: string }): string =>
  shape(id, 'Weight', '', label, {
    geometry: preset('rect'),
    look: solid(LOOK.paper),
    text: body(
      paragraph(run(label.text, { size: MAP_TYPE.label, colour: LOOK.ink }, false), 'ctr', false),
      NO_INSET,
      'ctr',
      'none',
    ),
    isTextBox: true,
  });

const CURVES = ['straightConnector1', 'curvedConnector3', '', 'curvedConnector5'] as const;

const courseOf = (bends: Bends): [string, [string, number][]] => [
  CURVES[bends.length],
  bends.map((share, at) => [`adj${at + 1}`, Math.round(share * 100_000)]),
];

function line(id: string, one: Connector, says: string, ids: ReadonlyMap<string, string>): string {
  const look = linkLook(one.link, LOOK);
  const glue = (tag: 'stCxn' | 'endCxn', node: DrawnNode, site: number) =>
    `<a:${tag} id="${ids.get(node.id)}" idx="${site}"/>`;
  const head = look.head ? '<a:tailEnd type="triangle" w="med" len="med"/>' : '';
  const dash = look.dash ? `<a:prstDash val="${look.dash}"/>` : '';
  return (
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Link" descr="${escapeXml(says)}"/><p:cNvCxnSpPr>` +
    glue('stCxn', one.from, SITE[one.startSide]) +
    glue('endCxn', one.to, SITE[one.endSide]) +
    `</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${stretch(one.start, one.end)}` +
    preset(...courseOf(one.bends)) +
    `<a:ln w="${Math.round(look.width * 12_700)}">${solid(look.colour)}${dash}<a:round/>${head}</a:ln></p:spPr></p:cxnSp>`
  );
}

/** The box between two ends, flipped so that it begins at the first. */
function stretch(start: Point, end: Point): string {
  const [x1, y1, x2, y2] = [emu(start.x), emu(start.y), emu(end.x), emu(end.y)];
  const flips = `${x2 < x1 ? ' flipH="1"' : ''}${y2 < y1 ? ' flipV="1"' : ''}`;
  return (
    `<a:xfrm${flips}><a:off x="${Math.min(x1, x2)}" y="${Math.min(y1, y2)}"/>` +
    `<a:ext cx="${Math.abs(x2 - x1)}" cy="${Math.abs(y2 - y1)}"/></a:xfrm>`
  );
}
