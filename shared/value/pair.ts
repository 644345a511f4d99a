// Value status of a component wherever it stands beside its delivery status: from the ledger, else from what it states.

import type { ValueStatus } from '#shared/domain/benefit.ts';
import type { PortfolioRow, ValueCase } from '#shared/domain/portfolio.ts';
import type { ComponentValue } from './book-value.ts';

export type ValueSide =
  /** Rolled up from its live, measured benefits. */
  | {
      readonly from: 'ledger';
      readonly status: ValueStatus;
      readonly ratio: number | undefined;
      readonly why: ComponentValue['status']['why'];
    }
  /** No benefit is measured yet: what it states against what it costs, undiscounted. */
  | { readonly from: 'stated'; readonly status: ValueCase };

/** True where at least one live benefit of the component has a measure with a plan or a reading. */
export const hasLedger = (value: ComponentValue | undefined): value is ComponentValue =>
  value?.benefits.some(({ lead }) => lead !== undefined && lead.ledger.months > 0) ?? false;

export function valueSide(row: Pick<PortfolioRow, 'value'>, value: ComponentValue | undefined): ValueSide {
  if (!hasLedger(value)) return { from: 'stated', status: row.value };
  const { status, ratio, why } = value.status;
  return { from: 'ledger', status, ratio, why };
}
