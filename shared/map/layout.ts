// Where the nodes of a layered map stand: columns are given, rows are found so that few links cross.

export interface LayoutNode {
  /** 0 is the first column in the direction of contribution. */
  readonly column: number;
  readonly height: number;
  /** The band it belongs to where nodes are grouped; bands stand below each other in this order. */
  readonly lane?: number;
  /** Middle, where a person placed it: it stays there, and what else is in the column keeps clear of it. */
  readonly placedAt?: number;
  /** Middle, where it stood before: where nothing else decides, the order stays as it was. */
  readonly stoodAt?: number;
}

/** Places of nodes in the list. A link may run backwards or inside a column: it is drawn, and decides no order. */
export interface LayoutLink {
  readonly from: number;
  readonly to: number;
}

export interface LayoutWish {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  /** Clear height between two nodes of a column, and between a node and a line that passes it. */
  readonly gap: number;
  /** Clear height between two bands, which also holds the name of the lower. */
  readonly laneGap?: number;
  /** Fresh starts beyond the first; the best result counts. */
  readonly restarts: number;
  readonly seed: number;
}

export interface Layout {
  /** Middle of each node, in the order of the wish; the topmost edge of all is at 0. */
  readonly y: readonly number[];
  /** Of each link that passes columns: the height at which it crosses each column between its ends, in its direction. */
  readonly passes: readonly (readonly number[])[];
  /** Pairs of links that cross between two columns. */
  readonly crossings: number;
  readonly lanes: readonly { readonly top: number; readonly bottom: number }[];
}
