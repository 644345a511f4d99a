// The same map as an outline: each aim with what feeds it below it. A node that feeds several stands under each, opened once.
import type { RecordId } from '#shared/kit/ids.ts';
import { linksInto, linksOutOf } from './graph.ts';
import type { MapGraph, MapLink, MapNode, NodeType } from './model.ts';
import { orderOf } from './reach.ts';

export interface OutlineRow {
  /** The same for the same place: the node, and the link by which it stands here. */
  readonly key: string;
  readonly node: MapNode;
  /** The link to the row above it in the tree; absent at the top. */
  readonly link: MapLink | undefined;
  readonly depth: number;
  /** How many feed it. */
  readonly feeders: number;
  /** It stands further up already, with what feeds it. */
  readonly isAgain: boolean;
  readonly isOpen: boolean;
  /** Its place among those under the same row, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
}

const FIRST: readonly NodeType[] = [
  'driver',
  'objective',
  'benefit',
  'disbenefit',
  'businessChange',
  'enablingChange',
  'enabler',
];
const rank = (node: MapNode | undefined): number => (node ? FIRST.indexOf(node.type) : FIRST.length);

/** @param closed nodes whose feeders are not listed */
export function outlineOf(graph: MapGraph, closed: ReadonlySet<RecordId> = new Set()): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const met = new Set<RecordId>();
  const open = (tops: readonly RecordId[]) => {
    const stack = tops
      .map((id, i) => ({ id, link: undefined as MapLink | undefined, depth: 0, place: i + 1, of: tops.length }))
      .reverse();
    for (let at = stack.pop(); at; at = stack.pop()) {
      const node = graph.nodes.get(at.id);
      if (!node) continue;
      const feeding = linksInto(graph, at.id).toSorted(
        (a, b) => (b.weight ?? -1) - (a.weight ?? -1) || rank(graph.nodes.get(a.from)) - rank(graph.nodes.get(b.from)),
      );
      const isAgain = met.has(at.id);
      const isOpen = !isAgain && feeding.length > 0 && !closed.has(at.id);
      met.add(at.id);
      const { link, depth, place, of } = at;
      rows.push({
        key: `${at.id} ${link?.id ?? ''}`,
        node,
        link,
        depth,
        feeders: feeding.length,
        isAgain,
        isOpen,
        place,
        of,
      });
      if (isOpen)
        for (let i = feeding.length - 1; i >= 0; i--) {
          const next = feeding[i] as MapLink;
          stack.push({ id: next.from, link: next, depth: depth + 1, place: i + 1, of: feeding.length });
        }
    }
  };
  const ends = [...graph.nodes.values()]
    .filter(({ id }) => linksOutOf(graph, id).length === 0)
    .sort((a, b) => rank(a) - rank(b));
  open(ends.map(({ id }) => id));
  // what only leads round in a circle has no end to stand under
  const { circles } = orderOf(graph);
  open(circles.map((circle) => circle[0] as RecordId).filter((id) => !met.has(id) && !isHidden(graph, id, closed)));
  return rows;
}

/** True where something that its circle leads to is closed: a circle does not hide itself, or nothing could open it again. */
function isHidden(graph: MapGraph, id: RecordId, closed: ReadonlySet<RecordId>): boolean {
  const { circleOf } = orderOf(graph);
  const met = new Set([id]);
  for (const each of met)
    for (const { to } of linksOutOf(graph, each)) {
      if (closed.has(to) && circleOf.get(to) !== circleOf.get(id)) return true;
      met.add(to);
    }
  return false;
}
