// Which column each node stands in: a column for each type, and inside it one for each step of a chain of its own kind.
import type { RecordId } from '#shared/kit/ids.ts';
import { linksInto } from './graph.ts';
import type { MapGraph, NodeType } from './model.ts';
import { isInCircle, orderOf } from './reach.ts';

/** Types side by side in the direction of contribution; a disbenefit stands among the benefits. */
export const COLUMN_TYPES = ['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective', 'driver'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

const columnType = (type: NodeType): ColumnType => (type === 'disbenefit' ? 'benefit' : type);

export interface Columns {
  /** The column of each node, 0 first in the direction of contribution. */
  readonly of: ReadonlyMap<RecordId, number>;
  /** What each column holds. */
  readonly types: readonly ColumnType[];
}

/** @param keep types that have a column though nothing stands in it */
export function columnsOf(graph: MapGraph, keep: readonly ColumnType[] = []): Columns {
  const depth = new Map<RecordId, number>();
  const deepest = new Map<ColumnType, number>(keep.map((type) => [type, 0]));
  for (const id of orderOf(graph).order) {
    const node = graph.nodes.get(id);
    if (!node) continue;
    const type = columnType(node.type);
    let own = 0;
    for (const link of linksInto(graph, id)) {
      const from = graph.nodes.get(link.from);
      // a circle has no first: its nodes stand side by side
      if (from && columnType(from.type) === type && !isInCircle(graph, link))
        own = Math.max(own, (depth.get(link.from) ?? 0) + 1);
    }
    depth.set(id, own);
    deepest.set(type, Math.max(deepest.get(type) ?? 0, own));
  }
  const first = new Map<ColumnType, number>();
  const types: ColumnType[] = [];
  for (const type of COLUMN_TYPES) {
    first.set(type, types.length);
    const last = deepest.get(type);
    for (let step = 0; last !== undefined && step <= last; step++) types.push(type);
  }
  const of = new Map<RecordId, number>();
  for (const [id, node] of graph.nodes) {
    const type = columnType(node.type);
    // what ends a chain stands beside what nothing of its kind feeds: end benefits in the last of their columns
    of.set(id, (first.get(type) as number) + (depth.get(id) as number));
  }
  return { of, types };
}
