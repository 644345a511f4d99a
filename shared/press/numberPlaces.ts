// On which side of its bubble each number stands, so that numbers do not lie on one another nor, where it can be, on bubbles.
import type { BubbleBlock, BubblePoint } from '#shared/deck/model.ts';
import { placeOf } from './bubblePlace.ts';

export type Place = 'r' | 'l' | 't' | 'b';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Half the width and height of a number, in inches. */
const HALF = { x: 0.1, y: 0.085 } as const;
const GAP = 0.04;

/** @param plot size of the plot in inches; `radius` of a bubble in inches */
export function numberPlaces(
  block: BubbleBlock,
  plot: { w: number; h: number; rtl: boolean },
  radius: (point: BubblePoint) => number,
): Map<BubblePoint, Place> {
  const spots = new Map<BubblePoint, Spot>();
  for (const series of block.series)
    for (const point of series.points) {
      const share = placeOf(block, point);
      spots.set(point, {
        x: (plot.rtl ? 1 - share.x : share.x) * plot.w,
        y: (1 - share.y) * plot.h,
        radius: radius(point),
      });
    }
  const taken: { x: number; y: number }[] = [];
  const places = new Map<BubblePoint, Place>();
  for (const [point, spot] of spots) {
    if (point.number === undefined) continue;
    const choices = (['r', 'l', 't', 'b'] as const).map((place) => {
      const at = besideOf(spot, place);
      const onNumbers = taken.filter((other) => overlaps(at, other, HALF.x * 2, HALF.y * 2)).length;
      const onBubbles = [...spots.values()].filter(
        (other) => other !== spot && overlaps(at, other, HALF.x + other.radius, HALF.y + other.radius),
      ).length;
      const outside = at.x < 0 || at.y < 0 || at.x > plot.w || at.y > plot.h ? 1 : 0;
      return { place, at, cost: onNumbers * 100 + outside * 10 + onBubbles };
    });
    const best = choices.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.at);
    places.set(point, best.place);
  }
  return places;
}

export function besideOf(spot: Spot, place: Place): { x: number; y: number } {
  const away = spot.radius + GAP;
  if (place === 'r') return { x: spot.x + away + HALF.x, y: spot.y };
  if (place === 'l') return { x: spot.x - away - HALF.x, y: spot.y };
  return { x: spot.x, y: place === 't' ? spot.y - away - HALF.y : spot.y + away + HALF.y };
}

const overlaps = (a: { x: number; y: number }, b: { x: number; y: number }, w: number, h: number): boolean =>
  Math.abs(a.x - b.x) < w && Math.abs(a.y - b.y) < h;
