// Shapes of a profile: how an amount or a level comes over the months, before anybody types a single one.

export const SHAPES = ['even', 'sCurve', 'step', 'seasonal'] as const;
export type Shape = (typeof SHAPES)[number];

/** Smooth from 0 to 1 with no jump in its slope: 3x² − 2x³. */
const rise = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

export interface ShapeInput {
  readonly shape: Shape;
  readonly months: number;
  /** Twelve weights from the profile's first month on, for `seasonal`; even where left out. */
  readonly seasons?: readonly number[];
  /** The month (0-based) from which `step` stands at its full height. */
  readonly stepAt?: number;
}

/** A whole amount spread over the months of a flow; the months add up to it exactly to `digits` decimals. */
export function spreadFlow(total: number, input: ShapeInput, digits = 2): number[] {
  const weights = Array.from({ length: input.months }, (_, m) => weightOf(input, m));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const unit = 10 ** digits;
  let [reached, taken] = [0, 0];
  return weights.map((weight) => {
    reached += sum > 0 ? weight / sum : 0;
    const upTo = Math.round(reached * total * unit);
    const part = upTo - taken;
    taken = upTo;
    return part / unit;
  });
}

/** A level that goes from a start to a target over the months and is there in the last. */
export function riseLevel(start: number, target: number, input: ShapeInput, digits = 4): number[] {
  const unit = 10 ** digits;
  return Array.from({ length: input.months }, (_, m) => {
    const way = (m + 1) / input.months;
    const share =
      input.shape === 'sCurve' ? rise(way) : input.shape === 'step' ? (m >= (input.stepAt ?? 0) ? 1 : 0) : way;
    const season = input.shape === 'seasonal' ? (input.seasons?.[m % 12] ?? 1) : 1;
    return Math.round((start + (target - start) * share * season) * unit) / unit;
  });
}

function weightOf({ shape, months, seasons, stepAt }: ShapeInput, month: number): number {
  switch (shape) {
    case 'even':
      return 1;
    case 'sCurve':
      return rise((month + 1) / months) - rise(month / months);
    case 'step':
      return month >= (stepAt ?? 0) ? 1 : 0;
    case 'seasonal':
      return Math.max(0, seasons?.[month % 12] ?? 1);
  }
}
