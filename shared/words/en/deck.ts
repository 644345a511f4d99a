// Sentences of the committee's pack.
export const deck = {} as const;
