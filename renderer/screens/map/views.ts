// The ways one map is looked at.
export const VIEWS = ['canvas', 'outline', 'questions', 'matrix'] as const;
export type MapView = (typeof VIEWS)[number];

/** In the address of the map that is no record: all nodes and links of the book. */
export const WHOLE_BOOK = 'all';
