// Pasted text to a draft of a map: an outline, or tables of nodes and links, whichever it is; nothing in it is dropped unsaid.
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { readCsv } from './map-csv.ts';
import { type MapDraft, MOST_LINES } from './map-draft.ts';
import { type OutlineReading, readOutline } from './map-outline.ts';
import { firstLine, headerIn, linesOf } from './map-table.ts';

/** Longest text that is looked at, in characters. */
export const LONGEST_TEXT = 5_000_000;

export function readMapText(text: string, reading: OutlineReading): Result<MapDraft> {
  const lines = linesOf(text.length > LONGEST_TEXT ? '' : text);
  const count = lines.reduce((sum, line) => sum + (line.trim() === '' ? 0 : 1), 0);
  if (count > MOST_LINES) return refuse('takein.tooManyLines', { lines: count, most: MOST_LINES });
  if (text.length > LONGEST_TEXT) return refuse('takein.tooLong', { most: LONGEST_TEXT });
  const first = firstLine(lines);
  if (first === undefined) return done({ shape: 'empty', nodes: [], links: [], faults: [] });
  const draft = headerIn(lines, first) ? readCsv(lines) : readOutline(text, reading);
  return done({ ...draft, faults: draft.faults.toSorted((a, b) => a.line - b.line) });
}
