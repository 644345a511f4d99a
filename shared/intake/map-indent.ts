// How deep each line of an outline stands: by tabs or blanks, in whatever step it was typed, with what is odd said at its line.
import { type DraftFault, faultAt } from './map-draft.ts';

export interface OutlineLine {
  readonly line: number;
  /** 0 at the top. */
  readonly level: number;
  /** Without indentation and bullet. */
  readonly text: string;
}

interface Measured {
  readonly line: number;
  readonly tabs: number;
  readonly blanks: number;
  readonly text: string;
}

/** Marks of direction stand before Arabic text and are no part of it. */
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const BULLET =
  /^(?:[-–—*+•◦▪■●○‣·]\s+|[•◦▪■●○‣]|[-*](?=\p{L})|o\t+|\(?[\d٠-٩۰-۹]{1,3}[.)]\s+|(?:[\d٠-٩۰-۹]{1,3}\.){2,}[\d٠-٩۰-۹]{0,3}\s+)/u;

export function outlineLines(text: string): { readonly lines: OutlineLine[]; readonly faults: DraftFault[] } {
  const faults: DraftFault[] = [];
  const measured = measure(text);
  return { lines: placed(measured, widths(measured, faults), faults), faults };
}

function measure(text: string): Measured[] {
  const found: Measured[] = [];
  for (const [i, raw] of text.split(/\r\n?|\n/).entries()) {
    const plain = raw.replace(MARKS, '');
    const rest = plain.trimStart();
    if (rest === '') continue;
    const lead = plain.slice(0, plain.length - rest.length);
    const tabs = lead.split('\t').length - 1;
    found.push({
      line: i + 1,
      tabs,
      blanks: lead.length - tabs,
      text: `${rest.trimEnd()} `.replace(BULLET, '').trim(),
    });
  }
  return found;
}

/** One width for each line. Where both tabs and blanks indent, a tab is worth one step of blanks, and the fewer are named. */
function widths(lines: readonly Measured[], faults: DraftFault[]): number[] {
  const tabbed = lines.filter(({ tabs }) => tabs > 0);
  const blank = lines.filter(({ blanks }) => blanks > 0);
  const isMixed = tabbed.length > 0 && blank.length > 0;
  const step = isMixed ? (stepOf(lines.filter(({ tabs }) => tabs === 0).map(({ blanks }) => blanks)) ?? 4) : 1;
  if (isMixed) {
    const odd = tabbed.length <= blank.length ? tabbed : blank;
    for (const { line } of odd) faults.push(faultAt(line, 'takein.mixedIndent', { blanks: step }));
  }
  const all = lines.map(({ tabs, blanks }) => tabs * step + blanks);
  const least = all.reduce((smallest, width) => Math.min(smallest, width), Number.POSITIVE_INFINITY);
  return all.map((width) => width - least);
}

/** By how much a line is most often deeper than the one before; undefined where none is. */
function stepOf(all: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const [i, width] of all.entries()) {
    const deeper = width - (all[i - 1] ?? width);
    if (deeper > 0) counts.set(deeper, (counts.get(deeper) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0];
}

function placed(lines: readonly Measured[], all: readonly number[], faults: DraftFault[]): OutlineLine[] {
  const step = stepOf(all) ?? 1;
  /** The widths of the levels above and of the line before. */
  const open: number[] = [];
  return lines.map(({ line, text }, i) => {
    const width = all[i] as number;
    const before = open.at(-1);
    if (before === undefined) {
      if (width > 0) faults.push(faultAt(line, 'takein.jump', { levels: Math.max(1, Math.round(width / step)) }));
      open.push(width);
    } else if (width > before) deeper(line, width, before);
    else if (width < before) back(line, width);
    return { line, text, level: open.length - 1 };
  });

  function deeper(line: number, width: number, before: number): void {
    const levels = (width - before) / step;
    if (levels >= 1.5) faults.push(faultAt(line, 'takein.jump', { levels: Math.round(levels) }));
    else if (levels !== 1) faults.push(faultAt(line, 'takein.unevenIndent', { blanks: width - before, step }));
    // a blank too many is no level of its own
    if (levels >= 0.5) open.push(width);
  }

  function back(line: number, width: number): void {
    while (open.length > 1 && (open.at(-2) as number) >= width) open.pop();
    const [above, here] = [open.at(-2), open.at(-1) as number];
    if (here === width) return;
    if (above === undefined) {
      // further out than the first line: all tops stand side by side
      open[0] = width;
      return;
    }
    faults.push(faultAt(line, 'takein.noSuchLevel'));
    if (width - above < here - width) open.pop();
  }
}
