// Looking forward only: whether to go on is decided by what is still to come and what can still be avoided.

/** Present values in one currency and price base. Sunk cost is shown elsewhere and is no input. */
export interface Outlook {
  readonly valueToGo: number;
  /** Value that flows even if the component is stopped today. */
  readonly valueAnyway: number;
  readonly costToGo: number;
  /** The part of cost to go that is owed whatever is decided. */
  readonly unavoidableCost: number;
  readonly exitCost: number;
}

/**
 * What continuing is worth over stopping: (value to go − value that flows anyway) − (cost to go − unavoidable cost) + exit cost.
 * Above zero speaks for continuing.
 */
export const worthOfContinuing = (outlook: Outlook): number =>
  outlook.valueToGo - outlook.valueAnyway - (outlook.costToGo - outlook.unavoidableCost) + outlook.exitCost;
