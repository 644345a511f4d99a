// A map, or a part of one, drawn for a slide: as wide as the slide, as tall as fits, in type that can be read.
import type { BenefitMap } from '#shared/domain/benefit-map.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { columnsOf } from '#shared/map/columns.ts';
import { drawScene, type MapPicture, type Metrics, type Prepared, prepare } from '#shared/map/draw.ts';
import { layOut } from '#shared/map/layout.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { PRESETS, typeName, wordingOf } from '#shared/map/presets.ts';
import type { Point, Scene } from '#shared/map/scene.ts';
import { bandOf } from '#shared/sight/spend.ts';
import { lineHeight, textWidth, tidied, wrap } from '#shared/words/measure.ts';
import type { Words } from '#shared/words/words.ts';
import type { SplitRoom } from './mapSplit.ts';
import type { Area } from './model.ts';
import { boxOf, SIZE } from './theme.ts';

export const MAP_AREA: Area = { x: 0, y: 0, w: 12, h: 12 };
const BOX = boxOf(MAP_AREA);

/** Above the boxes, in inches: the columns' names, and the name of the first band. */
const HEAD = 0.32;
const LANE_HEAD = 0.22;
const PADDING = 0.1;
const LEAST_GAP = 0.12;
/** More columns than this leave too little width for a title. */
const MOST_COLUMNS = 7;

/** What is drawn, the same for every part of a map. */
export interface MapLook {
  readonly settings: Partial<BenefitMap>;
  readonly words: Words;
  readonly book: Book;
  readonly marks: ReadonlyMap<RecordId, 'error' | 'warning'>;
  /** Any link says its weight. */
  readonly hasWeights: boolean;
}

const leastHeight = (words: Words): number => (words.language === 'ar' ? 0.7 : 0.65);

/** Fewer columns make wider boxes, up to what is still read at a glance; then wider gaps. A weight takes its room of a gap. */
function widths({ hasWeights }: MapLook, columns: number): { readonly nodeWidth: number; readonly columnGap: number } {
  const [wide, narrow] = hasWeights ? [0.6, 0.5] : [0.48, 0.44];
  const least = columns > 6 ? narrow : wide;
  const nodeWidth = Math.min(2.5, (BOX.w - least * (columns - 1)) / columns);
  const columnGap = columns > 1 ? Math.min(1.9, (BOX.w - nodeWidth * columns) / (columns - 1)) : least;
  return { nodeWidth, columnGap };
}

const linesOf = ({ title }: MapNode, nodeWidth: number, size: number): number =>
  wrap(tidied(title), nodeWidth - 2 * PADDING, { size }).length;

/** A caption, a title on as many lines as it takes, and air around them. */
const boxHeight = (words: Words, size: number, lines: number): number =>
  Math.max(
    leastHeight(words),
    lineHeight(SIZE.least, words.language) + lineHeight(size, words.language) * lines + PADDING,
  );

/** What a slide holds at its fullest: type of the least size, titles on four lines at most. */
export function roomOf(look: MapLook, share = 1): SplitRoom {
  const laneOf = lanes(look);
  return {
    height: (BOX.h - HEAD - (laneOf ? LANE_HEAD : 0)) * share,
    columns: MOST_COLUMNS,
    gap: LEAST_GAP,
    heightOf: (node, columns) =>
      boxHeight(look.words, SIZE.least, Math.min(4, linesOf(node, widths(look, columns).nodeWidth, SIZE.least))),
    ...(laneOf ? { laneOf, laneGap: LEAST_GAP + (SIZE.least / 72) * 2.2 } : {}),
  };
}

const lanes = ({ settings, book }: MapLook) => settings.group && bandOf(book, settings.group);

export interface SlideScene {
  readonly scene: Scene;
  /** False where even the least type on the narrowest rows is too tall. */
  readonly fits: boolean;
  /** Nodes whose titles were cut. */
  readonly cut: readonly RecordId[];
}

interface Type {
  readonly titleSize: number;
  readonly maxLines: number;
}

/** Whole titles before large ones, then the widest rows that fit. */
export function slideScene(look: MapLook, graph: MapGraph): SlideScene {
  const room = roomOf(look).height;
  const head = HEAD + (look.settings.group ? LANE_HEAD : 0);
  const { nodeWidth } = widths(look, columnsOf(graph).types.length);
  const done = (scene: Scene, { titleSize, maxLines }: Type, fits: boolean): SlideScene => ({
    scene: lowered(scene, head, room),
    fits,
    cut: [...graph.nodes.values()].filter((node) => linesOf(node, nodeWidth, titleSize) > maxLines).map(({ id }) => id),
  });
  for (const type of TRIES) {
    const narrow = drawn(look, graph, type, LEAST_GAP);
    if (narrow.height > room + 1e-6) continue;
    for (const gap of GAPS) {
      const scene = drawn(look, graph, type, gap);
      if (scene.height <= room) return done(scene, type, true);
    }
    return done(narrow, type, true);
  }
  const least = TRIES.at(-1) as Type;
  return done(drawn(look, graph, least, LEAST_GAP), least, false);
}

const TRIES: readonly Type[] = [
  { titleSize: 12, maxLines: 6 },
  { titleSize: 11, maxLines: 6 },
  { titleSize: 12, maxLines: 5 },
  { titleSize: 11, maxLines: 5 },
  { titleSize: 12, maxLines: 4 },
  { titleSize: 11, maxLines: 4 },
  { titleSize: 11, maxLines: 3 },
];
const GAPS = [0.6, 0.5, 0.42, 0.35, 0.28, 0.22, 0.16] as const;

function drawn(look: MapLook, graph: MapGraph, type: Type, rowGap: number): Scene {
  const { settings, words, book } = look;
  const { preset = 'network' } = settings;
  const metrics: Metrics = {
    ...type,
    ...widths(look, columnsOf(graph).types.length),
    rowGap,
    perInch: 1,
    padding: PADDING,
    captionSize: SIZE.least,
    labelSize: SIZE.least,
    leading: lineHeight(72, words.language),
    spread: false,
  };
  const picture: MapPicture = {
    ...wordingOf(words, book, preset),
    caption: captionOf(look),
    graph,
    metrics,
    reading: settings.reading ?? words.direction,
    isReversed: PRESETS[preset].isReversed,
    keep: [],
    places: new Map(),
    stood: new Map(),
    laneOf: lanes(look),
    marks: look.marks,
    hides: new Map(),
    restarts: 60,
  };
  const prepared = measured(prepare(picture), words, metrics);
  return drawScene(picture, prepared, layOut(prepared.wish));
}

/** The column's name says what a box is: its caption says whose. */
function captionOf({ book, words, settings }: MapLook): (node: MapNode) => string {
  return (node) => {
    const owner = book.get('person', node.owner)?.name;
    const type = typeName(words, settings.preset, node.type);
    if (node.type === 'disbenefit') return owner ? `${type} · ${owner}` : type;
    const isOwned = node.type === 'benefit' || node.type === 'businessChange' || node.type === 'enablingChange';
    return owner ?? (isOwned ? words.say('mapDeck.nobody') : type);
  };
}

/** Boxes as tall as their titles are in the slide's own type. */
function measured(prepared: Prepared, words: Words, { nodeWidth, titleSize, maxLines }: Metrics): Prepared {
  const heights = prepared.boxes.map(({ node }) =>
    boxHeight(words, titleSize, Math.min(maxLines, linesOf(node, nodeWidth, titleSize))),
  );
  const tall = <T extends { readonly height: number }>(each: T, at: number): T => ({
    ...each,
    height: heights[at] ?? each.height,
  });
  return {
    ...prepared,
    boxes: prepared.boxes.map(tall),
    wish: { ...prepared.wish, nodes: prepared.wish.nodes.map(tall) },
  };
}

/** Room above for names; what is lower than the slide stands in its upper middle. */
function lowered(scene: Scene, head: number, room: number): Scene {
  const by = head + Math.max(0, room - scene.height) * 0.35;
  const point = ({ x, y }: Point): Point => ({ x, y: y + by });
  const moved = <T extends { readonly y: number }>(each: T): T => ({ ...each, y: each.y + by });
  return {
    ...scene,
    height: Math.max(scene.height + by, head + room),
    lanes: scene.lanes.map(moved),
    nodes: scene.nodes.map(moved),
    links: scene.links.map((link) => ({
      ...link,
      path: link.path.map(point),
      label: link.label && moved(link.label),
    })),
  };
}

/** An owner's name beside what else the caption says: whole where it fits, else with its first word cut to a letter. */
export function withOwners(scene: Scene, elsewhere: ReadonlyMap<RecordId, string>): Scene {
  const type = { size: SIZE.least };
  return {
    ...scene,
    nodes: scene.nodes.map((node) => {
      const after = elsewhere.get(node.id);
      const sign = node.mark ? textWidth('▲ ', type) : 0;
      const width = node.width - 2 * PADDING - sign - (after ? textWidth(` · ${after}`, type) : 0);
      const [, first, rest] = /^(\S)\S* (.+)$/u.exec(node.caption) ?? [];
      if (textWidth(node.caption, type) <= width || !first || node.caption.includes(' · ')) return node;
      const short = `${first}. ${rest}`;
      return textWidth(short, type) <= width ? { ...node, caption: short } : node;
    }),
  };
}
