// A map as it is put on a slide or on paper: scaled into its place, titles fitted to their boxes, never under the least size.
import type { MapBlock, MapNames } from '#shared/deck/model.ts';
import type { Box } from '#shared/deck/theme.ts';
import type { Point, Rect, Scene, SceneColumn, SceneLink, SceneNode } from '#shared/map/scene.ts';
import { cut, lineHeight, textWidth, tidied, wrap } from '#shared/words/measure.ts';
import { MAP_TYPE, MARK_SIGN } from './mapLook.ts';
import { POINT } from './svg.ts';

/** Lengths in the drawing's unit. */
export interface MapType {
  readonly title: number;
  readonly caption: number;
  readonly label: number;
  readonly head: number;
  /** Height of a line in heights of its type. */
  readonly line: number;
}

export interface DrawnMap {
  readonly box: Rect;
  readonly reading: 'ltr' | 'rtl';
  readonly type: MapType;
  /** Height of the columns' names, above all else. */
  readonly headHeight: number;
  readonly columns: readonly SceneColumn[];
  /** The columns' names as shown, each with its room. */
  readonly heads: readonly SceneColumn[];
  readonly lanes: readonly DrawnLane[];
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly SceneLink[];
}

export interface DrawnLane extends Rect {
  readonly label: string;
  readonly labelY: number;
}

export interface DrawnNode extends SceneNode {
  /** Of a marked node: the sign before its caption. */
  readonly sign: string;
  /** The caption as shown, with where else the node stands; empty where there is room for the title alone. */
  readonly shown: string;
  /** The title as shown: cut where even the least size leaves no room for it. */
  readonly text: string;
  /** Everything the box says, for who does not see it. */
  readonly says: string;
}

/** Clear width on each side of a box's text, in heights of the title's type. */
export const TEXT_MARGIN = 0.6;
const TEXT_MARGIN_ABOVE = 0.15;

export function drawnMap(block: MapBlock, box: Box, language: 'en' | 'ar'): DrawnMap {
  const scene = placed(block.scene, box);
  const points = titlePoints(scene, language);
  const type = typeOf(points, language);
  return {
    ...frameOf(scene, { x: box.x, y: box.y, width: box.w, height: box.h }, type),
    nodes: scene.nodes.map((node) => fitted(node, block, points, language)),
  };
}

/** What stands around the nodes. @param area the whole of the drawing */
export function frameOf(scene: Scene, area: Rect, type: MapType): Omit<DrawnMap, 'nodes'> {
  const first = Math.min(...scene.nodes.map((node) => node.y), ...scene.lanes.map((lane) => lane.y));
  const room = Number.isFinite(first) ? first - area.y : 0;
  const least = type.head * type.line;
  return {
    box: area,
    reading: scene.reading,
    type,
    headHeight: Math.max(room * 0.9, least),
    columns: scene.columns,
    heads: scene.columns.map((column) => headed(column, scene, area, type)),
    lanes: scene.lanes.map((lane) => {
      const inside = scene.nodes.filter((node) => node.y >= lane.y && node.y < lane.y + lane.height);
      const free = Math.min(...inside.map((node) => node.y)) - lane.y;
      const height = type.caption * type.line;
      return { ...lane, x: area.x, width: area.width, labelY: free >= height ? lane.y : lane.y - height };
    }),
    links: scene.links,
  };
}

/** A column's name on one line, over the gap behind it too. */
function headed(column: SceneColumn, scene: Scene, area: Rect, type: MapType): SceneColumn {
  const isRight = scene.reading === 'rtl';
  const behind = scene.columns
    .map((other) => (isRight ? other.x + other.width : other.x))
    .filter((x) => (isRight ? x <= column.x : x >= column.x + column.width));
  const edge = isRight ? Math.max(area.x, ...behind) : Math.min(area.x + area.width, ...behind);
  const gap = behind.length > 0 ? type.head * 0.7 : 0;
  const room = isRight ? column.x + column.width - edge - gap : edge - gap - column.x;
  const width = Math.max(room, column.width);
  const label = cut(column.label, width, { size: type.head * 72, bold: true }, 1);
  return { label, x: isRight ? column.x + column.width - width : column.x, width };
}

const typeOf = (points: number, language: 'en' | 'ar'): MapType => ({
  title: points * POINT,
  caption: MAP_TYPE.caption * POINT,
  label: MAP_TYPE.label * POINT,
  head: MAP_TYPE.head * POINT,
  line: lineHeight(72, language),
});

/** Places on a slide are whole in its own small unit, also the middles of sides, so that connectors meet them exactly. */
const STEP = 457_200;
const snapped = (inches: number): number => Math.round(inches * STEP) / STEP;

function placed(scene: Scene, box: Box): Scene {
  const scale = Math.min(1, box.w / Math.max(scene.width, 1e-6), box.h / Math.max(scene.height, 1e-6));
  const left = box.x + (box.w - scene.width * scale) / 2;
  const top = box.y + (box.h - scene.height * scale) / 2;
  const point = ({ x, y }: Point): Point => ({ x: left + x * scale, y: top + y * scale });
  const rect = <T extends Rect>(from: T): T => ({
    ...from,
    x: snapped(left + from.x * scale),
    y: snapped(top + from.y * scale),
    width: snapped(from.width * scale),
    height: snapped(from.height * scale),
  });
  return {
    ...scene,
    columns: scene.columns.map((column) => ({ ...column, x: left + column.x * scale, width: column.width * scale })),
    lanes: scene.lanes.map((lane) => ({ ...lane, y: top + lane.y * scale, height: lane.height * scale })),
    nodes: scene.nodes.map(rect),
    links: scene.links.map((link) => ({
      ...link,
      path: link.path.map(point),
      label: link.label && labelAt(rect(link.label)),
    })),
  };
}

/** A label as wide as its text is on the slide, around the same middle. */
function labelAt(label: Rect & { readonly text: string }): Rect & { readonly text: string } {
  const width = textWidth(label.text, { size: MAP_TYPE.label }) + 0.06;
  const height = MAP_TYPE.label * POINT * 1.2;
  const [x, y] = [label.x + label.width / 2 - width / 2, label.y + label.height / 2 - height / 2];
  return { text: label.text, x, y, width, height };
}

const roomOf = (node: SceneNode, points: number) => ({
  width: node.width - 2 * TEXT_MARGIN * points * POINT,
  height: node.height - 2 * TEXT_MARGIN_ABOVE * points * POINT,
});

/** One size for all titles of a map: the largest at which each stands whole. */
function titlePoints(scene: Scene, language: 'en' | 'ar'): number {
  const caption = lineHeight(MAP_TYPE.caption, language);
  for (let size: number = MAP_TYPE.title; size > MAP_TYPE.least; size--) {
    const fits = scene.nodes.every((node) => {
      const room = roomOf(node, size);
      return (
        caption + wrap(tidied(node.title), room.width, { size }).length * lineHeight(size, language) <= room.height
      );
    });
    if (fits) return size;
  }
  return MAP_TYPE.least;
}

function fitted(node: SceneNode, names: MapNames, points: number, language: 'en' | 'ar'): DrawnNode {
  const room = roomOf(node, points);
  const line = lineHeight(points, language);
  const left = room.height - lineHeight(MAP_TYPE.caption, language);
  const hasCaption = left >= line * 0.9;
  const lines = Math.max(1, Math.floor((hasCaption ? left : room.height) / line + 0.1));
  const text = cut(node.title, room.width, { size: points }, lines);
  const sign = node.mark ? MARK_SIGN[node.mark] : '';
  const size = { size: MAP_TYPE.caption };
  const signWidth = sign ? textWidth(`${sign} `, { ...size, bold: true }) : 0;
  const after = aside(node, names);
  const captionWidth = room.width - signWidth - textWidth(after, size);
  const shown = hasCaption ? shortened(node.caption, captionWidth) + after : '';
  return {
    ...node,
    lines: wrap(text, room.width, { size: points }),
    text,
    sign,
    shown,
    says: saysOf(node, names),
  };
}

/** A caption on one line: whole, or without its last parts, or cut. @param size in points, the width in inches */
export function shortened(caption: string, width: number, size: number = MAP_TYPE.caption): string {
  const fits = (text: string) => textWidth(text, { size }) <= width;
  const tidy = tidied(caption);
  const [first = ''] = tidy.split(' · ');
  return [tidy, `${first}…`, first].find(fits) ?? cut(first, width, { size }, 1);
}

/** Behind the caption: how many nodes a collapsed one hides, and where else it stands. */
export const aside = (node: SceneNode, names: MapNames): string =>
  (node.hides > 0 ? ` +${node.hides}` : '') + (names.elsewhere?.[node.id] ? ` · ${names.elsewhere[node.id]}` : '');

export const saysOf = (node: SceneNode, names: MapNames): string =>
  [
    `${names.typeNames[node.type]}: ${tidied(node.title)}`,
    tidied(node.caption.replace(names.typeNames[node.type], '')).replace(/^· /, ''),
    node.mark ? names.markNames[node.mark] : '',
    names.elsewhere?.[node.id] ?? '',
  ]
    .filter(Boolean)
    .join(' · ');

/** "Train staff → Fewer errors · 40 % · necessary", for who does not see the line. */
export function linkSays(link: SceneLink, map: Pick<DrawnMap, 'nodes' | 'reading'>, names: MapNames): string {
  const title = (id: string) => tidied(map.nodes.find((node) => node.id === id)?.title ?? '');
  const ends = `${title(link.from)} ${map.reading === 'rtl' ? '←' : '→'} ${title(link.to)}`;
  return [ends, link.label?.text, link.necessary ? names.necessaryName : ''].filter(Boolean).join(' · ');
}
