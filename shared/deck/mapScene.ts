// A map, or a part of one, drawn for a slide: as wide as the slide, as tall as fits, in type that can be read.
import type { BenefitMap } from '#shared/domain/benefit-map.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { columnsOf } from '#shared/map/columns.ts';
import { drawScene, type MapPicture, type Metrics, type Prepared, prepare } from '#shared/map/draw.ts';
import { layOut } from '#shared/map/layout.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { PRESETS, wordingOf } from '#shared/map/presets.ts';
import type { Point, Scene } from '#shared/map/scene.ts';
import { programmeOf } from '#shared/sight/spend.ts';
import { lineHeight, tidied, wrap } from '#shared/words/measure.ts';
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
}

const leastHeight = (words: Words): number => (words.language === 'ar' ? 0.7 : 0.65);
const leadingOf = (words: Words): number => lineHeight(72, words.language);

/** Fewer columns make wider boxes, up to what is still read at a glance; then wider gaps. */
function widths(columns: number): { readonly nodeWidth: number; readonly columnGap: number } {
  const least = columns >= 7 ? 0.42 : columns === 6 ? 0.48 : 0.6;
  const nodeWidth = Math.min(2.5, (BOX.w - least * (columns - 1)) / columns);
  const columnGap = columns > 1 ? Math.min(1.9, (BOX.w - nodeWidth * columns) / (columns - 1)) : least;
  return { nodeWidth, columnGap };
}

const boxHeight = (words: Words, size: number, lines: number): number =>
  Math.max(
    leastHeight(words),
    lineHeight(SIZE.least, words.language) + lineHeight(size, words.language) * lines + PADDING * 1.6,
  );

/** What a slide holds at its fullest: type of the least size, titles on three lines at most. */
export function roomOf(look: MapLook, share = 1): SplitRoom {
  const laneOf = lanes(look);
  return {
    height: (BOX.h - HEAD - (laneOf ? LANE_HEAD : 0)) * share,
    columns: MOST_COLUMNS,
    gap: LEAST_GAP,
    heightOf: ({ title }, columns) => {
      const { nodeWidth } = widths(columns);
      const lines = wrap(tidied(title), nodeWidth - 2 * PADDING, { size: SIZE.least, bold: true }).length;
      return boxHeight(look.words, SIZE.least, Math.min(3, lines));
    },
    ...(laneOf ? { laneOf, laneGap: LEAST_GAP + (SIZE.least / 72) * 2.2 } : {}),
  };
}

function lanes({ settings, book }: MapLook): ((node: MapNode) => string) | undefined {
  const { group } = settings;
  if (!group) return undefined;
  return (node) =>
    (group === 'owner'
      ? book.get('person', node.owner)?.name
      : node.component && book.get('component', programmeOf(book, node.component))?.name) ?? '';
}

/** The largest type and the widest rows first; undefined where even the least is too tall. */
export function slideScene(look: MapLook, graph: MapGraph): { readonly scene: Scene; readonly fits: boolean } {
  const room = roomOf(look).height;
  const head = HEAD + (look.settings.group ? LANE_HEAD : 0);
  const tries = [
    { titleSize: 12, maxLines: 4 },
    { titleSize: 11, maxLines: 4 },
    { titleSize: 12, maxLines: 3 },
    { titleSize: 11, maxLines: 3 },
  ];
  for (const type of tries) {
    let scene = drawn(look, graph, { ...type, rowGap: LEAST_GAP });
    if (scene.height > room + 1e-6) continue;
    for (const rowGap of [0.6, 0.5, 0.42, 0.35, 0.28, 0.22, 0.16]) {
      const wider = drawn(look, graph, { ...type, rowGap });
      if (wider.height > room) continue;
      scene = wider;
      break;
    }
    return { scene: lowered(scene, head, room), fits: true };
  }
  return {
    scene: lowered(drawn(look, graph, { titleSize: 11, maxLines: 3, rowGap: LEAST_GAP }), head, room),
    fits: false,
  };
}

function drawn(look: MapLook, graph: MapGraph, size: Pick<Metrics, 'titleSize' | 'maxLines' | 'rowGap'>): Scene {
  const { settings, words, book } = look;
  const { preset = 'network' } = settings;
  const picture: MapPicture = {
    ...wordingOf(words, book, preset),
    graph,
    metrics: {
      ...size,
      ...widths(columnsOf(graph).types.length),
      perInch: 1,
      padding: PADDING,
      captionSize: SIZE.least,
      labelSize: SIZE.least,
      leading: leadingOf(words),
      spread: false,
    },
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
  const prepared = atLeast(prepare(picture), leastHeight(words));
  return drawScene(picture, prepared, layOut(prepared.wish));
}

/** No box lower than a caption and a title with air around them. */
function atLeast(prepared: Prepared, least: number): Prepared {
  const tall = <T extends { readonly height: number }>(each: T): T => ({
    ...each,
    height: Math.max(least, each.height),
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
