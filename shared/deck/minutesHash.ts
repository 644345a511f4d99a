// How much of a hash stands on paper: what a person can compare by eye.

export const SHORT_HASH = 12;
