// Where each line's own label stands: beside its last point, moved up or down until no label lies on another or on a line.

import type { LineSeries } from '#shared/deck/model.ts';
import { type Box, SIZE } from '#shared/deck/theme.ts';
import { cut, textWidth } from '#shared/words/measure.ts';

/** One line of a label, with the air around it. */
export const LABEL_HEIGHT = 0.2;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Values without a neighbour: no line shows them, so each is drawn as a point. */
export const alone = (series: LineSeries): number[] =>
  series.values.flatMap((value, at) =>
    value !== null && (series.values[at - 1] ?? null) === null && (series.values[at + 1] ?? null) === null ? [at] : [],
  );

/** What labels are placed on: the plot and the lines in it, in inches. */
export interface Ground {
  readonly plot: Box;
  /** From the back to the front. */
  readonly series: readonly LineSeries[];
  readonly at: (category: number, value: number) => Point;
}

/** Index of a line's last value; −1 where it has none. */
export const lastOf = (series: LineSeries): number => series.values.findLastIndex((value) => value !== null);

export type Beside = 'r' | 'l' | 't' | 'b';

export interface PlacedLabel {
  readonly text: string;
  /** True where the label had to be cut. */
  readonly isCut: boolean;
  readonly side: Beside;
  /** Centre of the label. */
  readonly centre: Point;
  /** True where a thin line leads from the point to its label. */
  readonly isLed: boolean;
  /** How far below the place beside its point it stands, in inches. */
  readonly down: number;
}

const TYPE = { size: SIZE.least } as const;
const GAP = 0.07;

export function labelPlaces(
  ground: Ground,
  room: { last: number; room: number; rtl: boolean },
): Map<LineSeries, PlacedLabel> {
  const places = new Map<LineSeries, PlacedLabel>();
  const named = ground.series.filter((one) => !one.isUnlabelled);
  const atEnd = named.filter((one) => lastOf(one) === room.last);
  for (const [one, y] of spread(ground, atEnd)) {
    const point = lastPoint(ground, one);
    const text = cut(one.label, Math.max(room.room, 0.3), TYPE, 1);
    const half = textWidth(text, TYPE) / 2 + GAP;
    places.set(one, {
      text,
      isCut: text !== one.label,
      side: room.rtl ? 'l' : 'r',
      centre: { x: point.x + (room.rtl ? -half : half), y },
      isLed: false,
      down: y - point.y,
    });
  }
  const drawn = [...ground.series.flatMap((one) => samples(ground, one)), ...zeroLine(ground)];
  // the front line chooses first
  for (const one of [...named].reverse())
    if (!places.has(one)) places.set(one, inside(ground, one, drawn, [...places.values()]));
  return places;
}

const lastPoint = (ground: Ground, one: LineSeries): Point => {
  const last = lastOf(one);
  return ground.at(last, one.values[last] as number);
};

/** Heights of the labels at the end of the plot: as near to their points as lets them stand apart, in their order. */
function spread(ground: Ground, list: readonly LineSeries[]): Map<LineSeries, number> {
  const wanted = list.map((one) => ({ one, y: lastPoint(ground, one).y })).sort((a, b) => a.y - b.y);
  const groups: { members: typeof wanted; y: number }[] = [];
  for (const each of wanted) {
    groups.push({ members: [each], y: each.y });
    for (let below = groups.at(-1), above = groups.at(-2); above && below && touch(above, below); ) {
      const members = [...above.members, ...below.members];
      const y = members.reduce((sum, member) => sum + member.y, 0) / members.length;
      groups.splice(-2, 2, { members, y });
      [below, above] = [groups.at(-1), groups.at(-2)];
    }
  }
  const placed = groups.flatMap(({ members, y }) =>
    members.map(({ one }, at) => ({ one, y: y + (at - (members.length - 1) / 2) * LABEL_HEIGHT })),
  );
  let lowest = ground.plot.y + ground.plot.h;
  const places = new Map<LineSeries, number>();
  for (const { one, y } of placed.reverse()) {
    places.set(one, Math.min(y, lowest));
    lowest = Math.min(y, lowest) - LABEL_HEIGHT;
  }
  return places;
}

const touch = (above: { members: readonly unknown[]; y: number }, below: typeof above): boolean =>
  below.y - above.y < ((above.members.length + below.members.length) / 2) * LABEL_HEIGHT;

/** The line of the time axis. */
function zeroLine({ plot, at }: Ground): Point[] {
  const { y } = at(0, 0);
  return Array.from({ length: Math.ceil(plot.w / 0.08) }, (_, i) => ({ x: plot.x + i * 0.08, y }));
}

/** A line as points close enough together that none slips through a label. */
function samples(ground: Ground, one: LineSeries): Point[] {
  const points: Point[] = [];
  for (let at = 0; at < one.values.length - 1; at++) {
    const [a, b] = [one.values[at] ?? null, one.values[at + 1] ?? null];
    if (a === null || b === null) continue;
    const [from, to] = [ground.at(at, a), ground.at(at + 1, b)];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 0.08));
    for (let i = 0; i <= steps; i++)
      points.push({ x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps });
  }
  return points;
}

/** The label of a line that ends inside the plot: the side and distance at which it covers least. */
function inside(ground: Ground, one: LineSeries, drawn: readonly Point[], taken: readonly PlacedLabel[]): PlacedLabel {
  const point = lastPoint(ground, one);
  const text = cut(one.label, ground.plot.w / 3, TYPE, 1);
  const half = { x: textWidth(text, TYPE) / 2, y: LABEL_HEIGHT / 2 };
  const choices = (['b', 't', 'r', 'l'] as const).flatMap((side) =>
    [0, 0.12, 0.24, 0.36].map((far) => {
      const down = side === 't' ? -far : far;
      const beside = {
        x: point.x + (side === 'r' ? half.x + GAP : side === 'l' ? -half.x - GAP : 0),
        y: point.y + (side === 't' ? -half.y - GAP : side === 'b' ? half.y + GAP : 0),
      };
      const centre = { x: beside.x, y: beside.y + down };
      const onLabels = taken.filter(
        (other) =>
          Math.abs(other.centre.x - centre.x) < half.x + textWidth(other.text, TYPE) / 2 &&
          Math.abs(other.centre.y - centre.y) < LABEL_HEIGHT,
      ).length;
      const onLines = drawn.filter(
        (each) => Math.abs(each.x - centre.x) < half.x + 0.03 && Math.abs(each.y - centre.y) < half.y,
      ).length;
      const { plot } = ground;
      const isOut =
        centre.x - half.x < plot.x ||
        centre.x + half.x > plot.x + plot.w ||
        centre.y - half.y < plot.y ||
        centre.y + half.y > plot.y + plot.h;
      const cost = onLabels * 1000 + (isOut ? 500 : 0) + onLines * 10 + far * 8;
      return { placed: { text, isCut: text !== one.label, side, centre, isLed: far > 0.1, down }, cost };
    }),
  );
  return choices.reduce((best, each) => (each.cost < best.cost ? each : best)).placed;
}
