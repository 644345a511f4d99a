// Places for the weights on links: each on its line, where it covers no node and no other weight.
import type { Point, Rect } from './scene.ts';

/** Where along a line a weight is tried, best first. */
const TRIES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Rectangles found by where they are: many labels are tried against many nodes. */
export class Taken {
  private readonly cells = new Map<string, Rect[]>();
  constructor(private readonly size: number) {}

  add(rect: Rect): void {
    for (const key of this.keys(rect)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(rect);
      else this.cells.set(key, [rect]);
    }
  }

  isFree(rect: Rect): boolean {
    for (const key of this.keys(rect)) if (this.cells.get(key)?.some((other) => overlap(rect, other))) return false;
    return true;
  }

  private *keys({ x, y, width, height }: Rect): Iterable<string> {
    for (let column = Math.floor(x / this.size); column <= Math.floor((x + width) / this.size); column++)
      for (let row = Math.floor(y / this.size); row <= Math.floor((y + height) / this.size); row++)
        yield `${column} ${row}`;
  }
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The place of a label along a path, and takes it; undefined where every place is taken. */
export function placeLabel(path: readonly Point[], width: number, height: number, taken: Taken): Rect | undefined {
  for (const t of TRIES) {
    const at = pointAt(path, t);
    const rect = { x: at.x - width / 2, y: at.y - height / 2, width, height };
    if (!taken.isFree(rect)) continue;
    taken.add(rect);
    return rect;
  }
  return undefined;
}

/** The point at a fraction of a cubic line of several stretches, each counted by how far its ends lie apart. */
export function pointAt(path: readonly Point[], share: number): Point {
  const stretches = (path.length - 1) / 3;
  const lengths = Array.from({ length: stretches }, (_, i) => apart(path[i * 3] as Point, path[i * 3 + 3] as Point));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [i, length] of lengths.entries()) {
    if (left <= length || i === stretches - 1) return cubic(path, i * 3, length === 0 ? 0 : Math.min(1, left / length));
    left -= length;
  }
  return path[0] ?? { x: 0, y: 0 };
}

const apart = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

function cubic(path: readonly Point[], at: number, t: number): Point {
  const [a, b, c, d] = [path[at], path[at + 1], path[at + 2], path[at + 3]] as [Point, Point, Point, Point];
  const u = 1 - t;
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: w0 * a.x + w1 * b.x + w2 * c.x + w3 * d.x, y: w0 * a.y + w1 * b.y + w2 * c.y + w3 * d.y };
}
