// What of the portfolio is looked at: filters and a view by name, pure so that it can be tested without a screen.

import type { GridView } from '#renderer/parts/grid/types.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { isAbsent } from '#shared/kit/absent.ts';
import { compareText, foldText } from '#shared/kit/order.ts';

export interface Filters {
  readonly text: string;
  /** 'current' is what a portfolio is; 'past' are those no longer published. */
  readonly standing: 'current' | 'past' | 'all';
  readonly organisation: string;
  readonly category: string;
  /** A rating, 'none' where there is none, or empty for all. */
  readonly rating: string;
  /** A value case, or empty for all. */
  readonly value: string;
}

export interface PortfolioView {
  readonly filters: Filters;
  readonly grid: GridView;
}

export const NO_FILTERS: Filters = {
  text: '',
  standing: 'current',
  organisation: '',
  category: '',
  rating: '',
  value: '',
};
export const FIRST_VIEW: PortfolioView = {
  filters: NO_FILTERS,
  grid: { sorting: [{ id: 'cost', desc: true }], grouping: [], hidden: ['level', 'start', 'sourceId'] },
};

/** The value status a row shows: from its ledger, else its stated value case. */
export type StatusSide = (row: PortfolioRow) => string;

export function matches(row: PortfolioRow, filters: Filters, wanted: string, side: StatusSide): boolean {
  if (filters.standing !== 'all' && row.current !== (filters.standing === 'current')) return false;
  if (filters.organisation && row.organisation !== filters.organisation) return false;
  if (filters.category && row.category !== filters.category) return false;
  if (filters.value && side(row) !== filters.value) return false;
  if (filters.rating) {
    const rating = row.confidence && !isAbsent(row.confidence) ? row.confidence.rating : 'none';
    if (rating !== filters.rating) return false;
  }
  return (
    wanted === '' || foldText(`${row.name} ${row.organisation} ${row.sourceId ?? ''} ${row.category}`).includes(wanted)
  );
}

export function filtered(
  rows: readonly PortfolioRow[],
  filters: Filters,
  side: StatusSide = (row) => row.value,
): PortfolioRow[] {
  const wanted = foldText(filters.text.trim());
  return rows.filter((row) => matches(row, filters, wanted, side));
}

export const isFiltered = (filters: Filters): boolean =>
  (Object.keys(NO_FILTERS) as (keyof Filters)[]).some((key) => filters[key] !== NO_FILTERS[key]);

/** The values a filter can be set to, as they occur. */
export const valuesOf = (rows: readonly PortfolioRow[], of: (row: PortfolioRow) => string): string[] =>
  [...new Set(rows.map(of))].filter(Boolean).sort((a, b) => compareText(a, b));
