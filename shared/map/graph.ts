// The book's records as a graph: the whole of it, or the nodes of one map. Nothing is mended on the way.
import type { State } from '#shared/change/state.ts';
import type { Book } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type LooseLink, type MapGraph, type MapLink, type MapNode, NODE_KINDS, type NodeKind } from './model.ts';

const kept = new WeakMap<State, { readonly version: number; readonly graph: MapGraph }>();

/** Every node and link of the book; kept while the book does not change. */
export function wholeGraph(book: Book): MapGraph {
  const held = kept.get(book.state);
  if (held?.version === book.state.version) return held.graph;
  const graph = build(book, undefined);
  kept.set(book.state, { version: book.state.version, graph });
  return graph;
}

/** The nodes that stand on a map, and the links between two of them. */
export function mapGraph(book: Book, map: RecordId): MapGraph {
  return build(book, new Set(where(book, 'mapPlace', 'map', map).map(({ node }) => node)));
}

function build(book: Book, members: ReadonlySet<RecordId> | undefined): MapGraph {
  const nodes = new Map<RecordId, MapNode>();
  const twins = new Map<RecordId, NodeKind[]>();
  for (const kind of NODE_KINDS)
    for (const record of book.all(kind)) {
      if (members && !members.has(record.id)) continue;
      const before = nodes.get(record.id);
      if (!before) nodes.set(record.id, nodeOf(kind, record));
      else twins.set(record.id, [...(twins.get(record.id) ?? [before.kind]), kind]);
    }
  return { ...linksOf(book, nodes, members !== undefined), nodes, twins };
}

function linksOf(
  book: Book,
  nodes: ReadonlyMap<RecordId, MapNode>,
  isPart: boolean,
): Omit<MapGraph, 'nodes' | 'twins'> {
  const links: MapLink[] = [];
  const loose: LooseLink[] = [];
  for (const { id, from, to, weight, necessary, rationale, evidence } of book.all('contribution')) {
    const [here, there] = [nodes.has(from), nodes.has(to)];
    if (here && there) {
      links.push({ id, from, to, weight, necessary: necessary === true, rationale, evidence, tree: false });
      continue;
    }
    // on a part of the book, a link that leads out of it is whole all the same
    if (isPart && ((!here && !there) || nodeIn(book, here ? to : from))) continue;
    loose.push({ id, from, to, missing: here ? 'to' : there ? 'from' : 'both' });
  }
  for (const { id, parent } of book.all('objective'))
    if (parent && parent !== id && nodes.get(id)?.kind === 'objective' && nodes.get(parent)?.kind === 'objective')
      links.push({
        id,
        from: id,
        to: parent,
        weight: undefined,
        necessary: false,
        rationale: undefined,
        evidence: undefined,
        tree: true,
      });
  return { links, loose, ...adjacency(links) };
}

/** The node a record stands for, on whichever map; undefined where it stands for none. */
export function nodeIn(book: Book, id: RecordId): MapNode | undefined {
  for (const kind of NODE_KINDS) {
    const record = book.get(kind, id);
    if (record) return nodeOf(kind, record);
  }
  return undefined;
}

/** What a record of any of the kinds says of itself as a node. */
interface Said {
  readonly id: RecordId;
  readonly title?: string;
  readonly name?: string;
  readonly disbenefit?: boolean;
  readonly owner?: RecordId;
  readonly component?: RecordId;
}

const nodeOf = (kind: NodeKind, said: Said): MapNode => ({
  id: said.id,
  kind,
  type: kind === 'benefit' && said.disbenefit ? 'disbenefit' : kind,
  title: said.title ?? said.name ?? '',
  owner: said.owner,
  component: said.component,
});

/** The same links, found by either end. */
export function adjacency(links: readonly MapLink[]): Pick<MapGraph, 'outOf' | 'into'> {
  const outOf = new Map<RecordId, MapLink[]>();
  const into = new Map<RecordId, MapLink[]>();
  for (const link of links) {
    push(outOf, link.from, link);
    push(into, link.to, link);
  }
  return { outOf, into };
}

function push(by: Map<RecordId, MapLink[]>, id: RecordId, link: MapLink): void {
  const list = by.get(id);
  if (list) list.push(link);
  else by.set(id, [link]);
}

export const linksOutOf = (graph: MapGraph, id: RecordId): readonly MapLink[] => graph.outOf.get(id) ?? [];
export const linksInto = (graph: MapGraph, id: RecordId): readonly MapLink[] => graph.into.get(id) ?? [];
