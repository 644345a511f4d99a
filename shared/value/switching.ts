// The switching value: how far one input may move before the answer changes its sign.

/**
 * The value of `x` between `low` and `high` at which `worth` is zero, by bisection; undefined where worth has the same
 * sign at both ends: within these bounds the input changes nothing.
 */
export function switchingValue(worth: (x: number) => number, low: number, high: number): number | undefined {
  let [a, b] = [low, high];
  const start = worth(a);
  if (start === 0) return a;
  const end = worth(b);
  if (end === 0) return b;
  if (start < 0 === end < 0) return undefined;
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (worth(middle) < 0 === start < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
