// The line of sight of one node, both ways: what it leads to and comes from, how much, and what else has a part in it.
import type { RecordId } from '#shared/kit/ids.ts';
import { contributionsFrom, contributionsTo, type Inflow, inflowOf, type PathShare } from '#shared/map/contribution.ts';
import { linksInto } from '#shared/map/graph.ts';
import type { MapGraph, MapLink, MapNode } from '#shared/map/model.ts';
import { orderOf } from '#shared/map/reach.ts';
import type { BenefitValue, BookValue } from '#shared/value/book-value.ts';

export interface Traced {
  readonly node: MapNode;
  /** How much of the later of the two comes from the earlier, over all paths. */
  readonly share: PathShare;
  /** What the ledger holds of it, where it is a benefit. */
  readonly value: BenefitValue | undefined;
  /** Downstream: what else feeds it. */
  readonly others: readonly MapLink[];
  readonly inflow: Inflow;
}

export interface Trace {
  readonly node: MapNode;
  /** What it leads to, nearest first. */
  readonly down: readonly Traced[];
  /** What it comes from, nearest first. */
  readonly up: readonly Traced[];
  readonly inflow: Inflow;
}

export function traceOf(value: BookValue, graph: MapGraph, id: RecordId): Trace | undefined {
  const node = graph.nodes.get(id);
  if (!node) return undefined;
  const place = new Map(orderOf(graph).order.map((each, at) => [each, at]));
  const down = contributionsFrom(graph, id);
  const up = contributionsTo(graph, id);
  const traced = (shares: ReadonlyMap<RecordId, PathShare>, sign: 1 | -1): Traced[] =>
    [...shares]
      .sort(([a], [b]) => sign * ((place.get(a) ?? 0) - (place.get(b) ?? 0)))
      .map(([each, share]) => ({
        node: graph.nodes.get(each) as MapNode,
        share,
        value: value.benefits.get(each),
        others: linksInto(graph, each).filter(({ from }) => from !== id && !down.has(from)),
        inflow: inflowOf(graph, each),
      }));
  return { node, down: traced(down, 1), up: traced(up, -1), inflow: inflowOf(graph, id) };
}
