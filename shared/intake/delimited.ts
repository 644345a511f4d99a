// Delimited text to a grid: the delimiter is found out, quotes may hold line breaks, and nothing is dropped.
import Papa from 'papaparse';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Grid } from './grid.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface DelimitedText {
  readonly grid: Grid;
  readonly delimiter: Delimiter;
}

/** Called now and then with the share read, 0 to 1. */
export type Progress = (share: number) => void;

export function parseDelimited(text: string, wanted?: Delimiter, progress?: Progress): Result<DelimitedText> {
  const delimiter = wanted ?? sniffDelimiter(text);
  const rows: string[][] = [];
  const quotes: number[] = [];
  let lastSaid = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }) => {
      rows.push(data);
      if (errors.some((fault) => fault.type === 'Quotes')) quotes.push(rows.length);
      const share = meta.cursor / text.length;
      if (progress && share - lastSaid >= 0.02) {
        lastSaid = share;
        progress(share);
      }
    },
  });
  // a quote that is never closed swallows the rest of the file: better said than imported
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const last = rows.at(-1);
  if (quotes.length > 0 && last && quotes.includes(rows.length)) {
    return refuse('intake.openQuote', { row: rows.length });
  }
  if (last && last.length === 1 && last[0] === '') rows.pop();
  if (longest === 0) return refuse('intake.emptyFile');
  return done({ grid: { name: '', rows }, delimiter });
}

/** The delimiter under which the first records agree best on a width above one. */
export function sniffDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  const sample = text.slice(0, 200_000);
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 40 });
    const widths = new Map<number, number>();
    for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      const score = (count / data.length) * Math.log2(width + 1) * (count > 1 || data.length === 1 ? 1 : 0.5);
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
  }
  return best;
}
