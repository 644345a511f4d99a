// Where an axis begins and ends, and where it is ticked: round figures, or powers of ten where figures spread widely.

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Figures over more than two powers of ten are only legible on a logarithmic axis. */
export const spreadsWidely = (values: readonly number[]): boolean => {
  const above = values.filter((value) => value > 0);
  return above.length > 2 && Math.max(...above) / Math.min(...above) > 100;
};

/** The powers of ten around the values; at least one decade. */
export function logSpan(values: readonly number[]): Span {
  const above = values.filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...above)) + 1e-9);
  const high = Math.ceil(Math.log10(Math.max(...above)) - 1e-9);
  return { min: 10 ** low, max: 10 ** Math.max(high, low + 1) };
}

/** A round step that gives about `wanted` ticks. */
export function niceStep(range: number, wanted: number): number {
  const rough = range / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/** From zero (or the lowest negative) to a round figure above the highest value. */
export function linearSpan(values: readonly number[]): Span {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const step = niceStep(high - low || 1, 5);
  return { min: round(Math.floor(low / step + 1e-9) * step) || 0, max: round(Math.ceil(high / step + 0.05) * step) };
}

export function ticks(span: Span, log: boolean): number[] {
  const list: number[] = [];
  if (log) {
    for (let power = Math.round(Math.log10(span.min)); power <= Math.round(Math.log10(span.max)); power++)
      list.push(round(10 ** power));
    return list;
  }
  const step = niceStep(span.max - span.min, 5);
  for (let at = span.min; at <= span.max + step / 1e6; at += step) list.push(round(at));
  return list;
}

const round = (x: number): number => Number(x.toPrecision(12));

/** How far along the axis a value lies, 0 to 1. */
export function placeOn(value: number, span: Span, log: boolean): number {
  const f = log ? Math.log10 : (x: number) => x;
  return (f(value) - f(span.min)) / (f(span.max) - f(span.min));
}
