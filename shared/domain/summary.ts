// The first screen in a few kilobytes: read before anything else, so that figures stand there at once.
import { isObject } from '#shared/kit/json.ts';
import type { Book } from './book.ts';
import { type PortfolioRow, type PortfolioTotals, portfolioRows, portfolioTotals } from './portfolio.ts';

export interface Summary {
  readonly shape: 1;
  readonly name: string;
  readonly totals: PortfolioTotals;
  /** As many rows as a first screen shows, in the grid's first order. */
  readonly rows: readonly PortfolioRow[];
}

const FIRST_ROWS = 40;

/** The order a portfolio is first seen in: what is current before what is past, largest cost first. */
function firstOrder(a: PortfolioRow, b: PortfolioRow): number {
  return Number(b.current) - Number(a.current) || costOf(b) - costOf(a) || (a.name < b.name ? -1 : 1);
}

const costOf = (row: PortfolioRow): number =>
  row.cost && 'minor' in row.cost ? row.cost.minor : Number.NEGATIVE_INFINITY;

export function summaryOf(book: Book): Summary {
  const rows = portfolioRows(book);
  return {
    shape: 1,
    name: book.office.name ?? '',
    totals: portfolioTotals(rows),
    rows: rows.sort(firstOrder).slice(0, FIRST_ROWS),
  };
}

/** Undefined for a summary another version wrote: it is only a shortcut. */
export function readSummary(text: string | undefined): Summary | undefined {
  if (!text) return undefined;
  try {
    const raw: unknown = JSON.parse(text);
    return isObject(raw) && raw.shape === 1 ? (raw as unknown as Summary) : undefined;
  } catch {
    return undefined;
  }
}
