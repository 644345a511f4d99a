// A map to its picture in two steps: what the layout is asked, and what is drawn from its answer. On screen the layout runs in a worker.
import type { At } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { cut, textWidth, tidied, wrap } from '#shared/words/measure.ts';
import { type Columns, type ColumnType, columnsOf } from './columns.ts';
import { placeLabel, Taken } from './labels.ts';
import type { Layout, LayoutWish } from './layout.ts';
import type { MapGraph, MapLink, MapNode } from './model.ts';
import { endsOf, pathOf, type Route } from './paths.ts';
import type { Point, Rect, Scene, SceneColumn, SceneLink, SceneNode } from './scene.ts';

/** Lengths in the picture's unit, text in points. */
export interface Metrics {
  /** Units an inch: 96 on screen, 1 on a slide. */
  readonly perInch: number;
  readonly nodeWidth: number;
  readonly columnGap: number;
  readonly rowGap: number;
  readonly padding: number;
  readonly titleSize: number;
  readonly captionSize: number;
  readonly labelSize: number;
  readonly maxLines: number;
  /** Height of a line as a multiple of the type's size. */
  readonly leading: number;
  /** Ends of links spread over a node's side, or all in its middle. */
  readonly spread: boolean;
}

export interface MapPicture {
  readonly graph: MapGraph;
  readonly metrics: Metrics;
  /** The way the first column to the last is read. */
  readonly reading: 'ltr' | 'rtl';
  /** Arrows are drawn from the last column to the first: a problem leads to its solution. */
  readonly isReversed: boolean;
  /** Types with a column though nothing stands in it. */
  readonly keep: readonly ColumnType[];
  readonly places: ReadonlyMap<RecordId, At>;
  /** Middles of the picture before, so that what stays keeps its order. */
  readonly stood: ReadonlyMap<RecordId, number>;
  readonly laneOf: ((node: MapNode) => string) | undefined;
  readonly marks: ReadonlyMap<RecordId, 'error' | 'warning'>;
  readonly hides: ReadonlyMap<RecordId, number>;
  readonly caption: (node: MapNode) => string;
  readonly columnLabel: (type: ColumnType) => string;
  readonly weightText: (weight: number) => string;
  readonly restarts: number;
}

/** What is known of a picture before its layout. */
export interface Prepared {
  readonly wish: LayoutWish;
  readonly boxes: readonly Box[];
  readonly links: readonly MapLink[];
  readonly columns: Columns;
  readonly lanes: readonly string[];
}

interface Box {
  readonly node: MapNode;
  readonly lines: readonly string[];
  readonly height: number;
  readonly column: number;
}

export function prepare(picture: MapPicture): Prepared {
  const { graph, places, stood, laneOf, metrics } = picture;
  const columns = columnsOf(graph, picture.keep);
  const nodes = [...graph.nodes.values()];
  const names = laneOf ? nodes.map(laneOf) : [];
  const lanes = [...new Set(names)].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  const place = new Map(nodes.map(({ id }, i) => [id, i]));
  const boxes = nodes.map((node) => boxOf(node, columns.of.get(node.id) ?? 0, metrics));
  const links = graph.links.filter(({ from, to }) => place.has(from) && place.has(to));
  return {
    boxes,
    links,
    columns,
    lanes,
    wish: {
      nodes: boxes.map(({ node, height, column }, i) => {
        const at = places.get(node.id);
        const stoodAt = stood.get(node.id);
        return {
          column,
          height,
          ...(laneOf && { lane: lanes.indexOf(names[i] as string) }),
          // bands are computed: a place outside its band would be no band
          ...(at && !laneOf && { placedAt: at.y }),
          ...(stoodAt !== undefined && { stoodAt }),
        };
      }),
      links: links.map(({ from, to }) => ({ from: place.get(from) as number, to: place.get(to) as number })),
      gap: metrics.rowGap,
      laneGap: metrics.rowGap + (metrics.captionSize / 72) * metrics.perInch * 2.2,
      restarts: picture.restarts,
      seed: 1,
    },
  };
}

function boxOf(node: MapNode, column: number, metrics: Metrics): Box {
  const { nodeWidth, padding, perInch, titleSize, captionSize, maxLines, leading } = metrics;
  const room = (nodeWidth - padding * 2) / perInch;
  const type = { size: titleSize, bold: true };
  const lines = wrap(cut(tidied(node.title), room, type, maxLines), room, type);
  const line = (size: number) => (size / 72) * perInch * leading;
  return {
    node,
    lines,
    column,
    height: line(captionSize) + line(titleSize) * Math.max(1, lines.length) + padding * 1.6,
  };
}

export function drawScene(picture: MapPicture, prepared: Prepared, layout: Layout): Scene {
  const { metrics, reading, isReversed, places, laneOf } = picture;
  const { boxes, columns, lanes } = prepared;
  const pitch = metrics.nodeWidth + metrics.columnGap;
  const rects = boxes.map(({ node, height, column }, i): Rect => {
    const out = laneOf ? 0 : (places.get(node.id)?.x ?? 0);
    return { x: column * pitch + out, y: (layout.y[i] as number) - height / 2, width: metrics.nodeWidth, height };
  });
  const width = Math.max(metrics.nodeWidth, columns.types.length * pitch - metrics.columnGap);
  const links = linksOf(picture, prepared, layout, rects);
  // everything so far runs from left to right in the direction of contribution
  const isMirrored = (reading === 'rtl') !== isReversed;
  const flipped = <R extends Rect>(rect: R): R => (isMirrored ? { ...rect, x: width - rect.x - rect.width } : rect);
  const turned = (point: Point): Point => (isMirrored ? { x: width - point.x, y: point.y } : point);
  return {
    width,
    height: Math.max(0, ...rects.map(({ y, height }) => y + height), ...layout.lanes.map(({ bottom }) => bottom)),
    reading,
    columns: headsOf(picture, columns, pitch).map((head) => {
      const { x, width: own } = flipped({ ...head, y: 0, height: 0 });
      return { label: head.label, x, width: own };
    }),
    lanes: laneOf ? lanes.map((label, i) => ({ label, ...bandOf(layout, i) })) : [],
    nodes: boxes.map(
      ({ node, lines }, i): SceneNode => ({
        ...flipped(rects[i] as Rect),
        id: node.id,
        type: node.type,
        caption: picture.caption(node),
        title: node.title,
        lines,
        mark: picture.marks.get(node.id),
        hides: picture.hides.get(node.id) ?? 0,
      }),
    ),
    links: links.map((link) => ({
      ...link,
      ...(isReversed && { from: link.to, to: link.from }),
      path: isReversed ? link.path.map(turned).reverse() : link.path.map(turned),
      label: link.label && flipped(link.label),
    })),
  };
}

const bandOf = (layout: Layout, lane: number) => {
  const { top = 0, bottom = 0 } = layout.lanes[lane] ?? {};
  return { y: top, height: bottom - top };
};

/** Columns of one type under one head. */
function headsOf(picture: MapPicture, { types }: Columns, pitch: number): SceneColumn[] {
  const heads: { type: ColumnType; x: number; width: number }[] = [];
  types.forEach((type, i) => {
    const last = heads.at(-1);
    if (last?.type === type) last.width = i * pitch + picture.metrics.nodeWidth - last.x;
    else heads.push({ type, x: i * pitch, width: picture.metrics.nodeWidth });
  });
  return heads.map(({ type, x, width }) => ({ label: picture.columnLabel(type), x, width }));
}

function linksOf(
  picture: MapPicture,
  { links, boxes, wish }: Prepared,
  layout: Layout,
  rects: readonly Rect[],
): SceneLink[] {
  const { metrics } = picture;
  const pitch = metrics.nodeWidth + metrics.columnGap;
  const routes = wish.links.map(({ from, to }, i): Route => {
    const first = (boxes[from] as Box).column;
    const isForward = (boxes[to] as Box).column > first;
    return {
      from: rects[from] as Rect,
      to: rects[to] as Rect,
      passes: (isForward ? (layout.passes[i] ?? []) : []).map((y, step) => ({
        x: (first + step + 1) * pitch,
        width: metrics.nodeWidth,
        y,
      })),
    };
  });
  const ends = endsOf(routes, metrics.spread);
  const paths = routes.map((route, i) => pathOf(route, ends[i] as (typeof ends)[number]));
  const taken = new Taken(pitch);
  for (const rect of rects) taken.add(rect);
  const height = (metrics.labelSize / 72) * metrics.perInch * metrics.leading;
  return links.map((link, i) => {
    const path = paths[i] as Point[];
    const text = link.weight === undefined ? '' : picture.weightText(link.weight);
    const wide = (textWidth(text, { size: metrics.labelSize }) + 0.08) * metrics.perInch;
    const rect = text === '' ? undefined : placeLabel(path, wide, height, taken);
    return {
      id: link.id,
      from: link.from,
      to: link.to,
      path,
      label: rect && { ...rect, text },
      necessary: link.necessary,
      look: link.tree ? 'tree' : (picture.marks.get(link.id) ?? 'plain'),
    };
  });
}
