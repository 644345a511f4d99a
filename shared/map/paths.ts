// The lines of a map: from the end of one node to the start of the next, past the nodes between them.
import type { Point, Rect } from './scene.ts';

/** Ends of links at one side of a node: spread over its height in the order of where they go, so that lines part early. */
export interface Ends {
  readonly start: Point;
  readonly end: Point;
}

export interface Route {
  readonly from: Rect;
  readonly to: Rect;
  /** Where it crosses the columns between, in its direction: the column's edges and the height. */
  readonly passes: readonly { readonly x: number; readonly width: number; readonly y: number }[];
}

/** Share of a node's height that ends are spread over. */
const SPREAD = 0.5;

/** Where each link leaves and arrives. @param spread false: all in the middle of the side, where connectors are glued */
export function endsOf(routes: readonly Route[], spread: boolean): Ends[] {
  const shift = spread ? shiftsOf(routes) : undefined;
  return routes.map(({ from, to }, i) => ({
    start: { x: from.x + from.width, y: from.y + from.height / 2 + (shift?.[i]?.[0] ?? 0) },
    end: { x: to.x, y: to.y + to.height / 2 + (shift?.[i]?.[1] ?? 0) },
  }));
}

function shiftsOf(routes: readonly Route[]): [number, number][] {
  const shifts = routes.map((): [number, number] => [0, 0]);
  for (const side of [0, 1] as const) {
    const by = new Map<Rect, number[]>();
    for (const [i, route] of routes.entries()) {
      const node = side === 0 ? route.from : route.to;
      const own = by.get(node);
      if (own) own.push(i);
      else by.set(node, [i]);
    }
    for (const [node, own] of by) {
      if (own.length < 2) continue;
      const towards = (i: number): number => {
        const { from, to, passes } = routes[i] as Route;
        const next = side === 0 ? passes[0] : passes.at(-1);
        const other = side === 0 ? to : from;
        return next?.y ?? other.y + other.height / 2;
      };
      own.sort((a, b) => towards(a) - towards(b) || a - b);
      const room = node.height * SPREAD;
      own.forEach((i, place) => {
        (shifts[i] as [number, number])[side] = room * (place / (own.length - 1) - 0.5);
      });
    }
  }
  return shifts;
}

/** A cubic line by way of the passes; level where it meets a node or passes a column. */
export function pathOf({ passes }: Route, { start, end }: Ends): Point[] {
  const path: Point[] = [start];
  let at = start;
  for (const { x, width, y } of passes) {
    bend(path, at, { x, y });
    bend(path, { x, y }, { x: x + width, y });
    at = { x: x + width, y };
  }
  bend(path, at, end);
  return path;
}

function bend(path: Point[], from: Point, to: Point): void {
  // a line that runs back swings out before it turns
  const reach = to.x > from.x ? (to.x - from.x) / 2 : Math.min(240, 60 + (from.x - to.x) / 4) * 1;
  path.push({ x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to);
}
