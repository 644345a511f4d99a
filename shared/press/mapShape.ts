// The outline of each type of node: a preset every slide program knows, with its sites for connectors and its room for
// text, and the same outline as a path. Type is told by shape first, by colour second; a disbenefit is a benefit's shape in dashes.
import type { NodeType } from '#shared/map/model.ts';
import type { Point, Rect } from '#shared/map/scene.ts';
import { round as n } from './svg.ts';

export type RectSide = 'top' | 'right' | 'bottom' | 'left';

interface Preset {
  readonly name: string;
  /** Names of the adjustments that take the corner's size. */
  readonly adjusts: readonly string[];
  /** The corner's size in heights of the title's type. */
  readonly corner: number;
  /** How far text stands in from each side, in corners. */
  readonly inset: Readonly<Record<RectSide, number>>;
  readonly outline: (box: Rect, corner: number) => string;
}

/** Where a rounded corner's diagonal meets its arc. */
const ARC = 0.29289;
const even = (share: number) => ({ top: share, right: share, bottom: share, left: share });

const rect: Preset = {
  name: 'rect',
  adjusts: [],
  corner: 0,
  inset: even(0),
  outline: (box) => polygon(box, [0, 0, 0, 0]),
};
const hollowed: Preset = {
  name: 'plaque',
  adjusts: ['adj'],
  corner: 0.55,
  inset: even(Math.SQRT1_2),
  outline: (box, corner) => arcs(box, [corner, corner, corner, corner], 0),
};
const oneRound: Preset = {
  name: 'round1Rect',
  adjusts: ['adj'],
  corner: 1.3,
  inset: { top: 0, right: ARC, bottom: 0, left: 0 },
  outline: (box, corner) => arcs(box, [0, corner, 0, 0], 1),
};
const rounded: Preset = {
  name: 'roundRect',
  adjusts: ['adj'],
  corner: 0.7,
  inset: even(ARC),
  outline: (box, corner) => arcs(box, [corner, corner, corner, corner], 1),
};
/** As round as three lines of text leave room for. */
const pill: Preset = { ...rounded, corner: 1.5 };
/** The fold is no wider than the margin beside the text. */
const folded: Preset = {
  name: 'foldedCorner',
  adjusts: ['adj'],
  corner: 0.6,
  inset: { top: 0, right: 0, bottom: 1, left: 0 },
  outline: (box, corner) => {
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    const [x, y] = [right - corner, bottom - corner];
    const fold = `M${n(x)} ${n(bottom)}L${n(x + corner / 5)} ${n(y + corner / 5)}L${n(right)} ${n(y)}`;
    return `${polygon(box, [0, 0, corner, 0])}${fold}`;
  },
};

const PRESETS: Readonly<Record<NodeType, Preset>> = {
  enabler: hollowed,
  enablingChange: oneRound,
  businessChange: rect,
  benefit: rounded,
  disbenefit: rounded,
  objective: pill,
  driver: folded,
};

/**
 * The number of the connection site at the middle of each side. Only presets that count them this way are used:
 * LibreOffice takes every preset for one that does.
 */
export const SITE: Readonly<Record<RectSide, number>> = { top: 0, left: 1, bottom: 2, right: 3 };

export const presetOf = (type: NodeType): Preset => PRESETS[type];

/** @param typeSize height of the title's type, in the box's own unit */
export const cornerOf = (type: NodeType, box: Rect, typeSize: number): number =>
  Math.min(PRESETS[type].corner * typeSize, Math.min(box.width, box.height) / 2);

export const outlineOf = (type: NodeType, box: Rect, typeSize: number): string =>
  PRESETS[type].outline(box, cornerOf(type, box, typeSize));

/** The middle of a side: where the preset has its connection site. */
export function siteOf(box: Rect, side: RectSide): Point {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  switch (side) {
    case 'top':
      return { x, y: box.y };
    case 'right':
      return { x: box.x + box.width, y };
    case 'bottom':
      return { x, y: box.y + box.height };
    case 'left':
      return { x: box.x, y };
  }
}

type Corners = readonly [topLeft: number, topRight: number, bottomRight: number, bottomLeft: number];

const polygon = (box: Rect, corners: Corners): string => path(box, corners, (x, y) => `L${n(x)} ${n(y)}`);
const arcs = (box: Rect, corners: Corners, sweep: 0 | 1): string =>
  path(box, corners, (x, y, radius) => `A${n(radius)} ${n(radius)} 0 0 ${sweep} ${n(x)} ${n(y)}`);

/** Around the box from the top left corner; `turn` draws one corner to the place where the next side begins. */
function path(box: Rect, corners: Corners, turn: (x: number, y: number, radius: number) => string): string {
  const { x, y } = box;
  const [right, bottom] = [x + box.width, y + box.height];
  const [a, b, c, d] = corners;
  const at = (radius: number, toX: number, toY: number) => (radius > 0 ? turn(toX, toY, radius) : '');
  return (
    `M${n(x + a)} ${n(y)}H${n(right - b)}${at(b, right, y + b)}V${n(bottom - c)}${at(c, right - c, bottom)}` +
    `H${n(x + d)}${at(d, x, bottom - d)}V${n(y + a)}${at(a, x + a, y)}Z`
  );
}
