// Walking a map: what a node leads to and is fed by, which links run in a circle, and an order in which causes come first.
import type { RecordId } from '#shared/kit/ids.ts';
import { linksInto, linksOutOf } from './graph.ts';
import type { MapGraph, MapLink } from './model.ts';

export type Way = 'down' | 'up';

const linksFrom = (graph: MapGraph, id: RecordId, way: Way) =>
  way === 'down' ? linksOutOf(graph, id) : linksInto(graph, id);
const endOf = (link: MapLink, way: Way) => (way === 'down' ? link.to : link.from);

/** Everything one comes to from the starts, which are not in it unless one comes back to them. */
export function reach(
  graph: MapGraph,
  starts: Iterable<RecordId>,
  way: Way,
  follow: (link: MapLink) => boolean = () => true,
): Set<RecordId> {
  const met = new Set<RecordId>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const link of linksFrom(graph, id, way)) {
      const next = endOf(link, way);
      if (met.has(next) || !follow(link)) continue;
      met.add(next);
      open.push(next);
    }
  return met;
}

export interface Order {
  /** Every node, causes first; nodes of a circle stand together. */
  readonly order: readonly RecordId[];
  /** Each circle with its nodes, in the order of its links. */
  readonly circles: readonly (readonly RecordId[])[];
  /** The number of the circle a node is in; absent where it is in none. */
  readonly circleOf: ReadonlyMap<RecordId, number>;
}

const ordered = new WeakMap<MapGraph, Order>();

/** Tarjan's strongly connected components, without recursion: a map may be a thousand links deep. */
export function orderOf(graph: MapGraph): Order {
  const held = ordered.get(graph);
  if (held) return held;
  const index = new Map<RecordId, number>();
  const low = new Map<RecordId, number>();
  const stack: RecordId[] = [];
  const onStack = new Set<RecordId>();
  const found: RecordId[][] = [];
  const visit = (root: RecordId) => {
    const path: { id: RecordId; next: number }[] = [{ id: root, next: 0 }];
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = linksOutOf(graph, top.id)[top.next++];
      if (!link) {
        path.pop();
        const above = path.at(-1);
        if (above) low.set(above.id, Math.min(low.get(above.id) as number, low.get(top.id) as number));
        if (low.get(top.id) === index.get(top.id)) found.push(take(top.id));
      } else if (!index.has(link.to)) {
        enter(link.to);
        path.push({ id: link.to, next: 0 });
      } else if (onStack.has(link.to))
        low.set(top.id, Math.min(low.get(top.id) as number, index.get(link.to) as number));
    }
  };
  const enter = (id: RecordId) => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    stack.push(id);
    onStack.add(id);
  };
  const take = (root: RecordId): RecordId[] => {
    const at = stack.lastIndexOf(root);
    const part = stack.splice(at);
    for (const id of part) onStack.delete(id);
    return part;
  };
  for (const id of graph.nodes.keys()) if (!index.has(id)) visit(id);
  // Tarjan finds the ends first
  const parts = found.reverse();
  const isCircle = (part: readonly RecordId[]) =>
    part.length > 1 || linksOutOf(graph, part[0] as RecordId).some(({ to }) => to === part[0]);
  const circles = parts.filter(isCircle);
  const circleOf = new Map(circles.flatMap((part, n) => part.map((id) => [id, n] as const)));
  const order = { order: parts.flat(), circles, circleOf };
  ordered.set(graph, order);
  return order;
}

/** True of a link both of whose ends stand in one circle: it belongs to no path that could be added up. */
export function isInCircle(graph: MapGraph, link: MapLink): boolean {
  const { circleOf } = orderOf(graph);
  const circle = circleOf.get(link.from);
  return circle !== undefined && circle === circleOf.get(link.to);
}
