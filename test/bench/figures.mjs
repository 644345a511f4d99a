// Measured times as medians with their range, ratios taken inside one run, printed as a table or as data.
// @ts-check

/**
 * One thing measured beside its anchor, in the same run.
 * @typedef {{ what: string, unit: string, own: Spread, anchors: { name: string, spread: Spread, ratio: Spread }[], mark: string }} Figure
 * @typedef {{ median: number, least: number, most: number, count: number }} Spread
 */

/** @param {readonly number[]} values @returns {Spread} */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return {
    median: median ?? Number.NaN,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
    count: sorted.length,
  };
}

/**
 * Times of one round belong together: the ratio is taken round by round.
 * @param {string} what
 * @param {readonly number[]} own milliseconds, unless another unit is named
 * @param {Readonly<Record<string, readonly number[]>>} anchors the same by name
 * @param {string} mark
 * @returns {Figure}
 */
export function figure(what, own, anchors, mark, unit = 'ms') {
  return {
    what,
    unit,
    mark,
    own: spread(own),
    anchors: Object.entries(anchors).map(([name, times]) => ({
      name,
      spread: spread(times),
      ratio: spread(own.map((ms, i) => ms / (times[i] ?? Number.NaN))),
    })),
  };
}

/** @param {Spread} of */
const said = ({ median, least, most }) => `${digits(median)} (${digits(least)}–${digits(most)})`;
/** @param {number} x */
const digits = (x) => (Math.abs(x) >= 100 ? x.toFixed(0) : Math.abs(x) >= 1 ? x.toFixed(1) : x.toFixed(3));

/**
 * A table for each unit.
 * @param {string} title
 * @param {readonly Figure[]} figures
 */
export function tableOf(title, figures) {
  const units = [...new Set(figures.map(({ unit }) => unit))];
  return units
    .map((unit) =>
      tableIn(
        unit,
        title,
        figures.filter((each) => each.unit === unit),
      ),
    )
    .join('');
}

/** @param {string} unit @param {string} title @param {readonly Figure[]} figures */
function tableIn(unit, title, figures) {
  const lines = [['what', `own, ${unit}`, 'anchor', `anchor, ${unit}`, 'own ÷ anchor', 'mark']];
  for (const { what, own, anchors, mark } of figures) {
    const first = anchors[0];
    lines.push([
      what,
      said(own),
      first?.name ?? '–',
      first ? said(first.spread) : '–',
      first ? said(first.ratio) : '–',
      mark,
    ]);
    for (const { name, spread: of, ratio } of anchors.slice(1)) lines.push(['', '', name, said(of), said(ratio), '']);
  }
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rows = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `\n${title}\n${rows[0]}\n${widths.map((width) => '–'.repeat(width)).join('  ')}\n${rows.slice(1).join('\n')}\n`;
}
