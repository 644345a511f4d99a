// How a link is drawn by a slide's own connectors, which know only straight and once-bent lines: from which side of a box
// to which, bent where it passes the fewest boxes, and its weight at a free place on the line.
import type { Point, Rect, SceneLink } from '#shared/map/scene.ts';
import type { DrawnMap, DrawnNode } from './mapDrawn.ts';
import { type RectSide, siteOf } from './mapShape.ts';

export interface Connector {
  readonly link: SceneLink;
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  readonly startSide: RectSide;
  readonly endSide: RectSide;
  readonly start: Point;
  readonly end: Point;
  /** Where the line is bent, as a share of the way across; undefined where it is straight. */
  readonly bend: number | undefined;
  /** The line as it is drawn, close enough to keep clear of it. */
  readonly course: readonly Point[];
  readonly label: (Rect & { readonly text: string }) | undefined;
}

/** PowerPoint's own way with two ends one above the other: a point apart, the odd one hidden under its box. */
const POINT_APART = 1 / 72;
const BULGE = 0.18;
/** The arrow's own length, which a weight leaves free. */
const HEAD = 0.12;
/** Between a weight and what stands beside it. */
const CLEAR = 0.01;
const STEPS = 24;

export function connectorsOf(map: DrawnMap): Connector[] {
  const byId = new Map<string, DrawnNode>(map.nodes.map((node) => [node.id, node]));
  const drawn = map.links.flatMap((link): Connector[] => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    return from && to && from !== to ? [connector(link, from, to, map)] : [];
  });
  return labelled(drawn, map);
}

function connector(link: SceneLink, from: DrawnNode, to: DrawnNode, map: DrawnMap): Connector {
  const [startSide, endSide] = sidesOf(link, from, to);
  const end = siteOf(to, endSide);
  const site = siteOf(from, startSide);
  const isLevel = isSideways(startSide) && startSide === endSide && Math.abs(site.x - end.x) < POINT_APART;
  const start = isLevel ? { ...site, x: end.x + (startSide === 'right' ? -POINT_APART : POINT_APART) } : site;
  const ways = bends(start, end, startSide, endSide, map).map((bend) => ({ bend, course: courseOf(start, end, bend) }));
  const others = map.nodes.filter((node) => node !== from && node !== to);
  const cost = (way: { bend: number | undefined; course: readonly Point[] }) =>
    way.course.filter((point) => others.some((node) => isIn(point, node, 0.03))).length +
    Math.abs((way.bend ?? 0.5) - 0.5) * 0.1;
  const best = ways.reduce((a, b) => (cost(b) < cost(a) - 1e-9 ? b : a));
  return { link, from, to, startSide, endSide, start, end, ...best, label: link.label };
}

/** The sides the scene's own line leaves and meets; a target that lies behind is reached from behind. */
function sidesOf(link: SceneLink, from: Rect, to: Rect): [RectSide, RectSide] {
  const isRight = to.x + to.width / 2 > from.x + from.width / 2;
  const [first, last] = [link.path[0], link.path.at(-1)];
  const across: [RectSide, RectSide] = isRight ? ['right', 'left'] : ['left', 'right'];
  if (from.x + from.width <= to.x || to.x + to.width <= from.x) return across;
  return first && last ? [sideAt(first, from), sideAt(last, to)] : across;
}

function sideAt(point: Point, box: Rect): RectSide {
  const away: readonly (readonly [RectSide, number])[] = [
    ['left', Math.abs(point.x - box.x)],
    ['right', Math.abs(point.x - box.x - box.width)],
    ['top', Math.abs(point.y - box.y)],
    ['bottom', Math.abs(point.y - box.y - box.height)],
  ];
  return away.reduce((a, b) => (b[1] < a[1] ? b : a))[0];
}

const isSideways = (side: RectSide): boolean => side === 'left' || side === 'right';

/** The bends worth trying: in the middle, and in each gap between columns the line passes. */
function bends(
  start: Point,
  end: Point,
  startSide: RectSide,
  endSide: RectSide,
  map: DrawnMap,
): (number | undefined)[] {
  const width = end.x - start.x;
  if (!isSideways(startSide) || !isSideways(endSide)) return [undefined];
  if (startSide === endSide) {
    const edge = startSide === 'right' ? Math.max(start.x, end.x) + BULGE : Math.min(start.x, end.x) - BULGE;
    return [(edge - start.x) / width];
  }
  if (Math.abs(start.y - end.y) < 0.01) return [undefined];
  const sorted = [...map.columns].sort((a, b) => a.x - b.x);
  const gaps = sorted.slice(1).map((column, at) => {
    const before = sorted[at] as (typeof sorted)[number];
    return (before.x + before.width + column.x) / 2;
  });
  const shares = gaps.map((x) => (x - start.x) / width).filter((share) => share > 0 && share < 1);
  return shares.length > 1 ? [...shares, 0.5] : [0.5];
}

/** The preset's own course: two cubic stretches that meet at the bend, half way down. */
function courseOf(start: Point, end: Point, bend: number | undefined): Point[] {
  if (bend === undefined) return sampled([start, start, end, end]);
  const x = start.x + (end.x - start.x) * bend;
  const y = (at: number) => start.y + (end.y - start.y) * at;
  const middle = { x, y: y(0.5) };
  return [
    ...sampled([start, { x: (start.x + x) / 2, y: start.y }, { x, y: y(0.25) }, middle]),
    ...sampled([middle, { x, y: y(0.75) }, { x: (end.x + x) / 2, y: end.y }, end]).slice(1),
  ];
}

function sampled([a, b, c, d]: readonly [Point, Point, Point, Point]): Point[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const along = (of: (point: Point) => number) =>
      of(a) * (1 - t) ** 3 + 3 * of(b) * t * (1 - t) ** 2 + 3 * of(c) * t ** 2 * (1 - t) + of(d) * t ** 3;
    return { x: along((point) => point.x), y: along((point) => point.y) };
  });
}

const isIn = (point: Point, box: Rect, margin: number): boolean =>
  point.x > box.x - margin &&
  point.x < box.x + box.width + margin &&
  point.y > box.y - margin &&
  point.y < box.y + box.height + margin;

const overlaps = (a: Rect, b: Rect, margin: number): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

/** On the line, and a little beside it, still touching. */
const BESIDE = [0, -0.45, 0.45] as const;

const placesFor = <T extends Rect>(label: T, course: readonly Point[]): T[] =>
  BESIDE.flatMap((aside) =>
    course.map(({ x, y }) => ({
      ...label,
      x: x - label.width / 2,
      y: y - label.height * (0.5 + aside),
    })),
  );

/** A weight stands on its own line, clear of boxes and other weights, and of other lines where that can be. */
function labelled(connectors: readonly Connector[], map: DrawnMap): Connector[] {
  const choices = connectors.map((one) => ({ one, places: rankedPlaces(one, connectors, map) }));
  const taken = new Map<Connector, Rect & { readonly text: string }>();
  // whoever has the fewest places chooses first
  for (const { one, places } of [...choices].sort((a, b) => a.places.length - b.places.length)) {
    const place = places.find((rect) => ![...taken.values()].some((other) => overlaps(rect, other, CLEAR)));
    if (place) taken.set(one, place);
  }
  return connectors.map((one) => ({ ...one, label: taken.get(one) }));
}

/** Places for a weight that cover no box, the best first: near where the scene has it, over few lines, off the arrow. */
function rankedPlaces(one: Connector, connectors: readonly Connector[], map: DrawnMap) {
  const { label } = one.link;
  if (!label) return [];
  const others = connectors.filter((other) => other !== one).flatMap(({ course }) => course);
  const about = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  return placesFor(label, one.course)
    .filter((place) => !map.nodes.some((node) => overlaps(place, node, CLEAR)))
    .map((place) => ({
      place,
      cost:
        (isIn(one.end, place, HEAD) ? 0.3 : 0) +
        others.filter((point) => isIn(point, place, 0)).length * 0.15 +
        Math.hypot(place.x + place.width / 2 - about.x, place.y + place.height / 2 - about.y),
    }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ place }) => place);
}
