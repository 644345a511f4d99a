// Delimited text to a grid: the delimiter is found out, quotes may hold line breaks, and nothing is dropped.
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Grid } from './grid.ts';
import { registerScore } from './register-roles.ts';
import { roleOf } from './roles.ts';

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
  let swallowed = 0;
  let lastSaid = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }) => {
      rows.push(data);
      // a quote never closed, or closed rows later against the rules, has taken those rows into one cell
      if (
        !swallowed &&
        errors.some(isQuoteFault) &&
        (errors.some(isNeverClosed) || data.some((cell) => /[\r\n]/.test(cell)))
      )
        swallowed = rows.length;
      const share = meta.cursor / text.length;
      if (progress && share - lastSaid >= 0.02) {
        lastSaid = share;
        progress(share);
      }
    },
  });
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const last = rows.at(-1);
  if (swallowed) return refuse('intake.openQuote', { row: swallowed });
  if (last && last.length === 1 && last[0] === '') rows.pop();
  if (longest === 0) return refuse('intake.emptyFile');
  return done({ grid: { name: '', rows }, delimiter });
}

const isQuoteFault = ({ type }: { type: string }): boolean => type === 'Quotes';
const isNeverClosed = ({ code }: { code: string }): boolean => code === 'MissingQuotes';

/**
 * The delimiter under which some row names the most fields; where none does, the one under which the first records
 * agree best on a width above one. Decimal commas and semicolons in text make widths alone a bad guide.
 */
export function sniffDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  const sample = text.slice(0, 200_000);
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 40 });
    const named = data.reduce(
      (most, row) => Math.max(most, new Set(row.map(roleOf).filter(Boolean)).size, registerScore(row)),
      0,
    );
    const score = (named > 1 ? 1_000 * named : 0) + agreement(data);
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

/** How well records agree on a width above one, and how wide it is. */
function agreement(data: readonly string[][]): number {
  let best = 0;
  const widths = new Map<number, number>();
  for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  for (const [width, count] of widths)
    best = Math.max(best, (count / data.length) * Math.log2(width + 1) * (count > 1 || data.length === 1 ? 1 : 0.5));
  return best;
}
