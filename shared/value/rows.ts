// Series of months cut from larger pieces of memory: ten thousand small pieces cost more than the sums in them.

/** Months in one piece. Small, because a piece stays as long as any series in it is in use. */
const PIECE = 8_192;

let piece = new Float64Array(0);
let used = 0;

/** So many series of so many months, each month holding `value`. */
export function rows(count: number, months: number, value = 0): Float64Array[] {
  const size = count * months;
  if (used + size > piece.length) {
    piece = new Float64Array(Math.max(PIECE, size));
    used = 0;
  }
  // a piece comes zeroed and no part of it is given out twice
  if (value !== 0) piece.fill(value, used, used + size);
  const series: Float64Array[] = [];
  for (let i = 0; i < count; i++, used += months)
    series.push(new Float64Array(piece.buffer, used * Float64Array.BYTES_PER_ELEMENT, months));
  return series;
}
