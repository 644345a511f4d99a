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
  const add = (kind: NodeKind, node: Omit<MapNode, 'kind'>) => {
    if (members && !members.has(node.id)) return;
    const before = nodes.get(node.id);
    if (!before) nodes.set(node.id, { ...node, kind });
    else twins.set(node.id, [...(twins.get(node.id) ?? [before.kind]), kind]);
  };
  for (const kind of NODE_KINDS) {
    if (kind === 'benefit')
      for (const { id, title, owner, component, disbenefit } of book.all('benefit'))
        add(kind, { id, type: disbenefit ? 'disbenefit' : 'benefit', title, owner, component });
    else if (kind === 'objective')
      for (const { id, name } of book.all('objective'))
        add(kind, { id, type: kind, title: name, owner: undefined, component: undefined });
    else if (kind === 'driver')
      for (const { id, title } of book.all('driver'))
        add(kind, { id, type: kind, title, owner: undefined, component: undefined });
    else
      for (const { id, title, owner, component } of book.all(kind))
        add(kind, { id, type: kind, title, owner, component });
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
    if (isPart && ((!here && !there) || isNode(book, here ? to : from))) continue;
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

const isNode = (book: Book, id: RecordId): boolean => NODE_KINDS.some((kind) => book.get(kind, id) !== undefined);

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
