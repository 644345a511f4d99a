// What a benefits map is made of: nodes of seven types, the links between them, and the book's records behind both.
import type { RecordId } from '#shared/kit/ids.ts';

/** Of the seven rows and columns of the edge matrix, in the order of contribution. */
export const NODE_TYPES = [
  'enabler',
  'enablingChange',
  'businessChange',
  'benefit',
  'disbenefit',
  'objective',
  'driver',
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** The kinds of record a node can stand for: a disbenefit is a benefit that says so. */
export const NODE_KINDS = ['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective', 'driver'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const kindOf = (type: NodeType): NodeKind => (type === 'disbenefit' ? 'benefit' : type);

export interface MapNode {
  readonly id: RecordId;
  readonly type: NodeType;
  readonly kind: NodeKind;
  readonly title: string;
  readonly owner: RecordId | undefined;
  /** The component it belongs to: whose output, whose change, who stated it. */
  readonly component: RecordId | undefined;
}

export interface MapLink {
  /** The contribution record; of an objective's place in its tree, the objective's own id. */
  readonly id: RecordId;
  readonly from: RecordId;
  readonly to: RecordId;
  /** Per cent of what the target gets, 0 to 100; undefined where nobody said. */
  readonly weight: number | undefined;
  /** The target comes only if the source does. */
  readonly necessary: boolean;
  readonly rationale: string | undefined;
  readonly evidence: string | undefined;
  /** An objective that is part of another: read from the tree of objectives, not from a link. */
  readonly tree: boolean;
}

/** A link of which an end is no longer in the book, or is no node. */
export interface LooseLink {
  readonly id: RecordId;
  readonly from: RecordId;
  readonly to: RecordId;
  readonly missing: 'from' | 'to' | 'both';
}

/** Nodes and links, with the links of each node found at once. Cycles and forbidden links are in it as they stand. */
export interface MapGraph {
  readonly nodes: ReadonlyMap<RecordId, MapNode>;
  readonly links: readonly MapLink[];
  readonly outOf: ReadonlyMap<RecordId, readonly MapLink[]>;
  readonly into: ReadonlyMap<RecordId, readonly MapLink[]>;
  readonly loose: readonly LooseLink[];
  /** Ids that stand for records of two kinds (two files may bring that): the first kind is drawn, the others named. */
  readonly twins: ReadonlyMap<RecordId, readonly NodeKind[]>;
}
