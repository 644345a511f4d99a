// Governance in the committee's pack.
export const decisionDeck = {} as const;
