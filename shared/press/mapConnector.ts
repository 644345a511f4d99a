// How a link is drawn by a slide's own connectors, which know only straight and bent lines: from which side of a box
// to which, bent where it passes the fewest boxes, and its weight at a free place on the line.
import type { Point, Rect, SceneLink } from '#shared/map/scene.ts';
import type { DrawnMap, DrawnNode } from './mapDrawn.ts';
import { type RectSide, siteOf } from './mapShape.ts';

export type Bends = readonly [] | readonly [across: number] | readonly [across: number, down: number, back: number];

export interface Connector {
  readonly link: SceneLink;
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  readonly startSide: RectSide;
  readonly endSide: RectSide;
  readonly start: Point;
  readonly end: Point;
  /** Where the line is bent, as shares of the way across, or across, down and across; none where it is straight. */
  readonly bends: Bends;
  /** The line as it is drawn, close enough to keep clear of it. */
  readonly course: readonly Point[];
  readonly label: (Rect & { readonly text: string }) | undefined;
}

/** PowerPoint's own way with two ends one above the other: a point apart, the odd one hidden under its box. */
const POINT_APART = 1 / 72;
const BULGE = 0.18;
/** How far from its ends a line that goes round a box turns, and how far from the box it passes. */
const TURNS = [0.12, 0.3] as const;
const PASS = 0.045;
/** The arrow's own length, which a weight leaves free. */
const HEAD = 0.09;
/** Between a weight and what stands beside it. */
const CLEAR = 0.01;
const STEPS = 20;

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
  const [site, end] = [siteOf(from, startSide), siteOf(to, endSide)];
  const others = map.nodes.filter((node) => node !== from && node !== to);
  const best = (from: Point, choices: readonly Bends[]): Way =>
    choices.map((bends) => wayOf(from, end, bends, others)).reduce((a, b) => (b.cost < a.cost - 1e-9 ? b : a)) as Way;
  const isLoop = isSideways(startSide) && startSide === endSide;
  if (isLoop) {
    const isBelow = Math.abs(site.x - end.x) < POINT_APART;
    const start = isBelow ? { ...site, x: end.x + (startSide === 'right' ? -POINT_APART : POINT_APART) } : site;
    const edge = startSide === 'right' ? Math.max(start.x, end.x) + BULGE : Math.min(start.x, end.x) - BULGE;
    const way = best(start, [[(edge - start.x) / (end.x - start.x)]]);
    return { link, from, to, startSide, endSide, ...way, end, label: link.label };
  }
  const near = best(site, bendsBetween(site, end, startSide, endSide, map));
  const isAcross = isSideways(startSide) && isSideways(endSide);
  const start = Math.abs(site.y - end.y) < POINT_APART ? { ...site, y: end.y + POINT_APART } : site;
  const detours = near.hidden > 0 && isAcross ? detoursBetween(start, end, link, others) : [];
  const far = detours.length > 0 ? best(start, detours) : near;
  return { link, from, to, startSide, endSide, ...(far.cost < near.cost ? far : near), end, label: link.label };
}

interface Way {
  readonly start: Point;
  readonly bends: Bends;
  readonly course: readonly Point[];
  /** Length behind boxes. */
  readonly hidden: number;
  readonly cost: number;
}

function wayOf(start: Point, end: Point, bends: Bends, others: readonly Rect[]): Way {
  const course = courseOf(start, end, bends);
  let [length, hidden] = [0, 0];
  for (const [at, point] of course.slice(1).entries()) {
    const before = course[at] as Point;
    const step = Math.hypot(point.x - before.x, point.y - before.y);
    length += step;
    if (others.some((node) => isIn(point, node, 0.02))) hidden += step;
  }
  const offCentre = bends.length === 1 ? Math.abs(bends[0] - 0.5) * 0.01 : 0;
  return { start, bends, course, hidden, cost: hidden + length * 0.1 + offCentre };
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

/** Single bends worth trying: in the middle, and in each gap between columns the line passes. */
function bendsBetween(start: Point, end: Point, startSide: RectSide, endSide: RectSide, map: DrawnMap): Bends[] {
  const width = end.x - start.x;
  if (!isSideways(startSide) || !isSideways(endSide) || Math.abs(start.y - end.y) < POINT_APART) return [[]];
  const sorted = [...map.columns].sort((a, b) => a.x - b.x);
  const gaps = sorted.slice(1).map((column, at) => {
    const before = sorted[at] as (typeof sorted)[number];
    return (before.x + before.width + column.x) / 2;
  });
  const shares = gaps.map((x) => (x - start.x) / width).filter((share) => share > 0 && share < 1);
  return [[0.5], ...(shares.length > 1 ? shares.map((share): Bends => [share]) : [])];
}

/** Ways round: across at the heights the scene's own line takes, and just above and below each box in the way. */
function detoursBetween(start: Point, end: Point, link: SceneLink, others: readonly Rect[]): Bends[] {
  const [width, height] = [end.x - start.x, end.y - start.y];
  const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  const passed = others.filter((box) => box.x < right && box.x + box.width > left);
  const heights = [
    ...alongPath(link.path).flatMap(({ x, y }) => (x > left && x < right ? [y] : [])),
    ...passed.flatMap((box) => [box.y - PASS, box.y + box.height + PASS]),
  ];
  return TURNS.flatMap((turn) =>
    heights.map((y): Bends => {
      const share = Math.min(turn / Math.abs(width), 0.45);
      return [share, (y - start.y) / height, 1 - share];
    }),
  );
}

function alongPath(path: readonly Point[]): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 3 < path.length; at += 3)
    points.push(...sampled(path.slice(at, at + 4) as unknown as [Point, Point, Point, Point]));
  return points;
}

/** The presets' own courses: cubic stretches that meet at the bends, half way down each. */
function courseOf(start: Point, end: Point, bends: Bends): Point[] {
  const x = (share: number) => start.x + (end.x - start.x) * share;
  const y = (share: number) => start.y + (end.y - start.y) * share;
  if (bends.length === 0) return sampled([start, start, end, end]);
  if (bends.length === 1) {
    const [across] = bends;
    const middle = { x: x(across), y: y(0.5) };
    return [...halfTurn(start, middle, 'across'), ...halfTurn(middle, end, 'down').slice(1)];
  }
  const [across, down, back] = bends;
  const first = { x: x(across), y: y(down / 2) };
  const middle = { x: x((across + back) / 2), y: y(down) };
  const last = { x: x(back), y: y((1 + down) / 2) };
  return [
    ...halfTurn(start, first, 'across'),
    ...halfTurn(first, middle, 'down').slice(1),
    ...halfTurn(middle, last, 'across').slice(1),
    ...halfTurn(last, end, 'down').slice(1),
  ];
}

/** A stretch that begins across and ends upright, or the other way round. */
function halfTurn(from: Point, to: Point, begins: 'across' | 'down'): Point[] {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return begins === 'across'
    ? sampled([from, { x: middle.x, y: from.y }, { x: to.x, y: middle.y }, to])
    : sampled([from, { x: from.x, y: middle.y }, { x: middle.x, y: to.y }, to]);
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

const placesFor = <T extends Rect>(label: T, course: readonly Point[]): { place: T; aside: number }[] =>
  BESIDE.flatMap((aside) =>
    course.map(({ x, y }) => ({
      place: { ...label, x: x - label.width / 2, y: y - label.height * (0.5 + aside) },
      aside: Math.abs(aside),
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
    .filter(({ place }) => !map.nodes.some((node) => overlaps(place, node, CLEAR)))
    .map(({ place, aside }) => ({
      place,
      cost:
        aside * 0.5 +
        (isIn(one.end, place, HEAD) ? 0.3 : 0) +
        others.filter((point) => isIn(point, place, 0)).length * 0.15 +
        Math.hypot(place.x + place.width / 2 - about.x, place.y + place.height / 2 - about.y),
    }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ place }) => place);
}
