// A benefits map drawn as SVG: on paper, and by itself as a picture, with the same outlines by type as on slides.
import type { Deck, MapBlock, MapNames } from '#shared/deck/model.ts';
import type { Box } from '#shared/deck/theme.ts';
import type { Point, Scene, SceneLink, SceneNode } from '#shared/map/scene.ts';
import { textWidth, tidied } from '#shared/words/measure.ts';
import { FONT_STACK } from './htmlStyle.ts';
import {
  aside,
  type DrawnMap,
  type DrawnNode,
  drawnMap,
  frameOf,
  linkSays,
  saysOf,
  shortened,
  TEXT_MARGIN,
} from './mapDrawn.ts';
import { linkLook, MAP_PALETTE, MARK_SIGN, type MapPalette, outlineLook } from './mapLook.ts';
import { outlineOf } from './mapShape.ts';
import { runsRight } from './pptxText.ts';
import { frame, round as n } from './svg.ts';
import { escapeXml } from './xml.ts';

export interface MapPicture extends MapNames {
  readonly palette: 'light' | 'dark';
  readonly title: string;
  readonly description: string;
  /** Heights of type in the scene's unit, as its boxes were measured for. */
  readonly titleSize: number;
  readonly captionSize: number;
}

/** A whole SVG document of a scene, which needs nothing from outside. */
export function mapSvg(scene: Scene, picture: MapPicture): string {
  const type = {
    title: picture.titleSize,
    caption: picture.captionSize,
    label: picture.captionSize,
    head: picture.titleSize,
    line: 1.3,
  };
  const palette = MAP_PALETTE[picture.palette];
  const area = { x: 0, y: 0, width: Math.max(scene.width, 1), height: Math.max(scene.height, 1) };
  const map: DrawnMap = {
    ...frameOf(scene, area, type),
    nodes: scene.nodes.map((node) => ({
      ...node,
      sign: node.mark ? MARK_SIGN[node.mark] : '',
      shown: captionOf(node, picture),
      text: node.title,
      says: saysOf(node, picture),
    })),
  };
  const [width, height] = [n(area.width), n(area.height)];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `direction="ltr" font-family="${escapeXml(FONT_STACK)}" aria-labelledby="map-title map-description">` +
    `<title id="map-title">${escapeXml(tidied(picture.title))}</title>` +
    `<desc id="map-description">${escapeXml(tidied(picture.description))}</desc>` +
    `<rect width="${width}" height="${height}" fill="#${palette.paper}"/>${content(map, picture, palette)}</svg>`
  );
}

/** The caption as far as it fits: widths are measured in inches, which a scene in any unit is taken for. */
function captionOf(node: SceneNode, picture: MapPicture): string {
  const size = picture.captionSize * 72;
  const after = aside(node, picture);
  const sign = node.mark ? textWidth(`${MARK_SIGN[node.mark]} `, { size, bold: true }) : 0;
  const room = node.width - 2 * TEXT_MARGIN * picture.titleSize - sign - textWidth(after, { size });
  return shortened(node.caption, room, size) + after;
}

/** The map on paper, in the place it has on the slide. */
export function mapOnPaper(block: MapBlock, deck: Deck, box: Box, id: string): string {
  const map = drawnMap(block, { ...box, x: 0, y: 0 }, deck.language);
  return frame(box, id, block.heading ?? '', block.altText, content(map, block, MAP_PALETTE.light));
}

function content(map: DrawnMap, names: MapNames, palette: MapPalette): string {
  return [
    ...map.lanes.map(
      (lane) =>
        `<rect x="${n(lane.x)}" y="${n(lane.y)}" width="${n(lane.width)}" height="${n(lane.height)}" fill="#${palette.band}"/>` +
        written(map, lane.label, edgeOf(map, lane), lane.labelY, map.type.caption, palette.quiet, true),
    ),
    ...map.heads.map((column) =>
      written(map, column.label, edgeOf(map, column), map.box.y, map.type.head, palette.ink, true),
    ),
    ...map.links.map((link) => line(map, link, linkSays(link, map, names), palette)),
    ...map.nodes.map((node) => boxOf(map, node, palette)),
    ...map.links.map((link) => weight(map, link, palette)),
  ].join('');
}

/** Where text of a width begins as one reads. */
const edgeOf = (map: DrawnMap, { x, width }: { readonly x: number; readonly width: number }, margin = 0): number =>
  map.reading === 'rtl' ? x + width - margin : x + margin;

/** A line of text from the side one reads from, its own direction by its first letter. @param y the line's upper edge */
function written(
  map: DrawnMap,
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  isBold: boolean,
  whole = text,
  before = '',
): string {
  const rtl = runsRight(map.reading, whole);
  const anchor = rtl === (map.reading === 'rtl') ? 'start' : 'end';
  return (
    `<text x="${n(x)}" y="${n(y + (size * map.type.line) / 2)}" font-size="${n(size)}" text-anchor="${anchor}" ` +
    `dominant-baseline="central" direction="${rtl ? 'rtl' : 'ltr'}"${isBold ? ' font-weight="600"' : ''} ` +
    `style="fill:#${colour}">${before}${escapeXml(tidied(text))}</text>`
  );
}

function boxOf(map: DrawnMap, node: DrawnNode, palette: MapPalette): string {
  const { title, caption, line: spacing } = map.type;
  const look = outlineLook(node, palette);
  const unit = title / 12;
  const dash = look.dashed ? ` stroke-dasharray="${n(4 * unit)} ${n(3 * unit)}"` : '';
  const captionHeight = node.shown || node.sign ? caption * spacing : 0;
  const wanted = captionHeight + node.lines.length * title * spacing;
  // a box measured for closer lines than ours is still not overrun
  const squeeze = Math.min(1, node.height / wanted);
  const top = node.y + (node.height - wanted * squeeze) / 2;
  const x = edgeOf(map, node, TEXT_MARGIN * title);
  const sign = node.sign
    ? `<tspan font-weight="600" style="fill:#${look.colour}">${node.sign}</tspan>${node.shown ? ' ' : ''}`
    : '';
  return (
    `<g role="img" aria-label="${escapeXml(node.says)}"><title>${escapeXml(node.says)}</title>` +
    `<path d="${outlineOf(node.type, node, title)}" fill="#${palette.types[node.type].fill}" stroke="#${look.colour}" ` +
    `stroke-width="${n(look.width * unit)}"${dash}/>` +
    (captionHeight > 0 ? written(map, node.shown, x, top, caption, palette.quiet, false, node.shown, sign) : '') +
    node.lines
      .map((text, at) =>
        written(
          map,
          text,
          x,
          top + (captionHeight + at * title * spacing) * squeeze,
          title,
          palette.ink,
          false,
          node.title,
        ),
      )
      .join('') +
    '</g>'
  );
}

const DASH = { dash: [4, 3], sysDash: [3, 1.5], sysDot: [1, 2] } as const;

function line(map: DrawnMap, link: SceneLink, says: string, palette: MapPalette): string {
  const points = link.path;
  if (points.length < 2) return '';
  const look = linkLook(link, palette);
  const unit = map.type.title / 12;
  const width = look.width * unit;
  const dash = look.dash ? ` stroke-dasharray="${DASH[look.dash].map((part) => n(part * width)).join(' ')}"` : '';
  const head = look.head ? arrow(points, (look.width + 3.5) * unit) : undefined;
  const drawn = head ? [...points.slice(0, -1), head.base] : points;
  return (
    `<g><title>${escapeXml(says)}</title><path d="${course(drawn)}" fill="none" stroke="#${look.colour}" stroke-width="${n(width)}"${dash}/>` +
    (head ? `<path d="${head.path}" fill="#${look.colour}"/>` : '') +
    '</g>'
  );
}

const pair = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;

/** Cubic stretches where the points make them whole, else straight ones. */
function course(points: readonly Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  return `M${pair(first)}${rest.length % 3 === 0 ? 'C' : 'L'}${rest.map(pair).join(' ')}`;
}

/** The head at a line's end, in the direction the line comes from; the line itself ends at its base. */
function arrow(points: readonly Point[], length: number): { path: string; base: Point } {
  const end = points.at(-1) as Point;
  const before = [...points].reverse().find(({ x, y }) => Math.hypot(end.x - x, end.y - y) > length / 100) ?? {
    x: end.x - 1,
    y: end.y,
  };
  const far = Math.hypot(end.x - before.x, end.y - before.y);
  const [dx, dy] = [(end.x - before.x) / far, (end.y - before.y) / far];
  const base = { x: end.x - dx * length, y: end.y - dy * length };
  const half = length * 0.45;
  const left = { x: base.x - dy * half, y: base.y + dx * half };
  const right = { x: base.x + dy * half, y: base.y - dx * half };
  return { path: `M${pair(end)}L${pair(left)}L${pair(right)}Z`, base };
}

function weight(map: DrawnMap, { label }: SceneLink, palette: MapPalette): string {
  if (!label) return '';
  const [x, y] = [label.x + label.width / 2, label.y + label.height / 2];
  return (
    `<rect x="${n(label.x)}" y="${n(label.y)}" width="${n(label.width)}" height="${n(label.height)}" fill="#${palette.paper}"/>` +
    `<text x="${n(x)}" y="${n(y)}" font-size="${n(map.type.label)}" text-anchor="middle" dominant-baseline="central" ` +
    `style="fill:#${palette.ink}">${escapeXml(label.text)}</text>`
  );
}
