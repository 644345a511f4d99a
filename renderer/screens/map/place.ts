// Where things are on the canvas: what the window shows, what lies under the pointer, and which node is next in a direction.

import type { RecordId } from '#shared/kit/ids.ts';
import { pointAt } from '#shared/map/labels.ts';
import type { MapGraph } from '#shared/map/model.ts';
import type { Point, Rect, Scene, SceneLink, SceneNode } from '#shared/map/scene.ts';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Under this zoom a title cannot be read: nodes are drawn as plain shapes. */
export const LEGIBLE = 0.42;
/** A map begins no smaller than this: its titles are read without leaning forward. */
const READABLE = 0.6;
/** A map of a thousand nodes still fits a window. */
export const SMALLEST = 0.005;
/** The most a node grows when a small map is fitted to a large screen, at a desk and for a room. */
export const LARGEST = { desk: 1.4, room: 2 } as const;
const MARGIN = 28;
/** Height of the columns' names, which stand over the canvas. */
export const HEADS = 44;

/** The whole map, or as much of its width as can still be read: then its beginning. */
export function fitted(
  scene: Pick<Scene, 'width' | 'height' | 'reading'>,
  width: number,
  height: number,
  whole: boolean,
  largest: number,
): View {
  const wide = (width - MARGIN * 2) / Math.max(1, scene.width);
  const high = (height - HEADS - MARGIN * 2) / Math.max(1, scene.height);
  // an empty map shows its columns, whatever their names' size
  if (scene.height <= 0) return { zoom: Math.min(wide, 1), x: MARGIN, y: HEADS + MARGIN };
  const all = Math.min(wide, high, largest);
  const zoom = whole ? Math.max(SMALLEST, all) : Math.max(Math.min(wide, largest), READABLE);
  const fits = (size: number, room: number) => size * zoom <= room;
  if (whole || all >= READABLE) {
    const own = Math.max(SMALLEST, all);
    return {
      zoom: own,
      x: (width - scene.width * own) / 2,
      y: HEADS + Math.max(MARGIN, (height - HEADS - scene.height * own) / 2),
    };
  }
  const x = fits(scene.width, width - MARGIN * 2)
    ? (width - scene.width * zoom) / 2
    : scene.reading === 'rtl'
      ? width - MARGIN - scene.width * zoom
      : MARGIN;
  return { zoom, x, y: HEADS + MARGIN };
}

/** A view with a place in its middle, and no more empty canvas around the map than there must be. */
export function around(
  { x, y, width: own, height: tall }: Rect,
  zoom: number,
  scene: Pick<Scene, 'width' | 'height'>,
  width: number,
  height: number,
): View {
  const along = (middle: number, from: number, room: number, size: number) => {
    const free = room - size * zoom;
    if (free >= MARGIN * 2) return from + free / 2;
    return Math.min(from + MARGIN, Math.max(from + free - MARGIN, from + room / 2 - middle * zoom));
  };
  return {
    zoom,
    x: along(x + own / 2, 0, width, scene.width),
    y: along(y + tall / 2, HEADS, height - HEADS, scene.height),
  };
}

/** A map with room around it, and over it for its columns' names: as it stands on a page of its own. */
export function framed(scene: Scene): Scene {
  const [right, down] = [MARGIN, HEADS];
  const moved = <P extends Point>(at: P): P => ({ ...at, x: at.x + right, y: at.y + down });
  return {
    ...scene,
    width: scene.width + right * 2,
    height: scene.height + down + MARGIN,
    columns: scene.columns.map((column) => ({ ...column, x: column.x + right })),
    lanes: scene.lanes.map((lane) => ({ ...lane, y: lane.y + down })),
    nodes: scene.nodes.map(moved),
    links: scene.links.map((link) => ({ ...link, path: link.path.map(moved), label: link.label && moved(link.label) })),
  };
}

/** The part of the map a window of this size shows, widened by a margin in window pixels. */
export function shownBy({ x, y, zoom }: View, width: number, height: number, margin: number): Rect {
  return {
    x: (-x - margin) / zoom,
    y: (-y - margin) / zoom,
    width: (width + margin * 2) / zoom,
    height: (height + margin * 2) / zoom,
  };
}

export const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const within = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const nodeAt = (scene: Scene, { x, y }: Point): SceneNode | undefined =>
  scene.nodes.find((node) => x >= node.x && x <= node.x + node.width && y >= node.y && y <= node.y + node.height);

/** The nearest link whose line passes within `reach` of the point. */
export function linkAt(scene: Scene, point: Point, reach: number): SceneLink | undefined {
  let best: { readonly link: SceneLink; readonly far: number } | undefined;
  for (const link of scene.links) {
    const steps = 24 * Math.max(1, (link.path.length - 1) / 3);
    for (let step = 0; step <= steps; step++) {
      const at = pointAt(link.path, step / steps);
      const far = Math.hypot(at.x - point.x, at.y - point.y);
      if (far < (best?.far ?? reach)) best = { link, far };
    }
  }
  return best?.link;
}

export type Arrow = 'left' | 'right' | 'up' | 'down';

export const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The next node in a direction: to the sides along a link where there is one, else the nearest that way. */
export function nextNode(
  scene: Scene,
  graph: MapGraph,
  from: RecordId | undefined,
  arrow: Arrow,
): RecordId | undefined {
  const at = scene.nodes.find(({ id }) => id === from);
  if (!at) return scene.nodes.toSorted((a, b) => a.y - b.y)[0]?.id;
  const here = middle(at);
  const isSideways = arrow === 'left' || arrow === 'right';
  const sign = arrow === 'left' || arrow === 'up' ? -1 : 1;
  const linked = new Set<RecordId>();
  for (const link of [...(graph.outOf.get(at.id) ?? []), ...(graph.into.get(at.id) ?? [])])
    linked.add(link.from === at.id ? link.to : link.from);
  const costs = scene.nodes.flatMap((node) => {
    if (node.id === at.id) return [];
    const there = middle(node);
    const [along, across] = isSideways ? [there.x - here.x, there.y - here.y] : [there.y - here.y, there.x - here.x];
    if (along * sign <= (isSideways ? 40 : 1)) return [];
    // up and down stay in the column; to the side a link is followed before what merely lies near
    if (!isSideways && Math.abs(across) > at.width * 0.6) return [];
    const bonus = isSideways && linked.has(node.id) ? 0 : isSideways ? 100_000 : 0;
    return [{ id: node.id, cost: Math.abs(along) + Math.abs(across) * (isSideways ? 1 : 0.2) + bonus }];
  });
  return costs.sort((a, b) => a.cost - b.cost)[0]?.id;
}
