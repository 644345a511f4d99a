// What a draft of a map speaks of in the book: nodes by id or name, people and components by name. Where two fit, it is said.
import { type Book, KINDS, type Kind } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { isId, type RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { kindOf, type MapNode, type NodeType } from '#shared/map/model.ts';
import { cited, type DraftFault, type DraftNode, faultAt } from './map-draft.ts';
import { foldTitle } from './map-words.ts';
import { componentFinder } from './register-find.ts';

export interface NodeFinder {
  /** The book's node a draft's stands for; each of the book's is found once, so that two rows stay two. */
  readonly standsFor: (node: DraftNode, faults: DraftFault[]) => MapNode | undefined;
  readonly byId: (text: string) => MapNode | undefined;
  /** Nodes of a title, of those on the map where it has any. */
  readonly titled: (title: string) => readonly MapNode[];
}

export function nodeFinder(book: Book, map: RecordId): NodeFinder {
  const { nodes } = wholeGraph(book);
  const onMap = new Set(where(book, 'mapPlace', 'map', map).map(({ node }) => node));
  const byTitle = new Map<string, MapNode[]>();
  for (const node of nodes.values()) {
    const key = foldTitle(node.title);
    const same = byTitle.get(key);
    if (same) same.push(node);
    else byTitle.set(key, [node]);
  }
  const nearest = (all: readonly MapNode[]): readonly MapNode[] => {
    const here = all.filter(({ id }) => onMap.has(id));
    return here.length > 0 ? here : all;
  };
  const taken = new Set<RecordId>();
  const byId = (text: string) => (isId(text) ? nodes.get(text as RecordId) : undefined);
  const named = (line: number, title: string, type: NodeType | undefined, faults: DraftFault[]) => {
    const fitting = (byTitle.get(foldTitle(title)) ?? []).filter(
      (node) => !taken.has(node.id) && (!type || node.type === type),
    );
    const near = nearest(fitting);
    if (near.length > 1) faults.push(faultAt(line, 'takein.severalKnown', { title: cited(title), nodes: near.length }));
    // without a type, two of a name are no answer
    return near.length === 1 || type ? near[0] : undefined;
  };
  return {
    byId,
    titled: (title) => nearest(byTitle.get(foldTitle(title)) ?? []),
    standsFor: ({ line, id, title, type }, faults) => {
      const found = known(line, id, type, faults) ?? (title === '' ? undefined : named(line, title, type, faults));
      if (found) taken.add(found.id);
      return found;
    },
  };

  function known(line: number, id: string | undefined, type: NodeType | undefined, faults: DraftFault[]) {
    if (id === undefined || !isId(id) || taken.has(id as RecordId)) return undefined;
    const node = nodes.get(id as RecordId);
    const is = node?.kind ?? (Object.keys(KINDS) as Kind[]).find((kind) => book.get(kind, id as RecordId));
    if (node && (!type || kindOf(type) === node.kind)) return node;
    if (is) faults.push(faultAt(line, 'takein.idElsewhere', { id: cited(id), kind: `kind.${is}` }));
    return undefined;
  }
}

/** A person by name; a name nobody has is a new person. */
export type PlannedOwner = { readonly record: RecordId } | { readonly name: string };

export function ownerFinder(book: Book) {
  const byName = new Map<string, RecordId[]>();
  for (const { id, name } of book.all('person')) {
    const same = byName.get(foldTitle(name));
    if (same) same.push(id);
    else byName.set(foldTitle(name), [id]);
  }
  return ({ line, owner }: DraftNode, faults: DraftFault[]): PlannedOwner | undefined => {
    if (!owner) return undefined;
    const found = byName.get(foldTitle(owner)) ?? [];
    if (found.length > 1) {
      faults.push(faultAt(line, 'takein.ownerSeveral', { name: cited(owner) }));
      return undefined;
    }
    return found[0] ? { record: found[0] } : { name: owner.replace(/\s+/g, ' ').trim() };
  };
}

export function componentNamed(book: Book) {
  const find = componentFinder(book);
  return ({ line, component }: DraftNode, faults: DraftFault[]): RecordId | undefined => {
    if (!component) return undefined;
    const found = find(component);
    if ('one' in found) return found.one.id;
    const byId = isId(component) ? book.get('component', component as RecordId) : undefined;
    if (byId) return byId.id;
    const code = found.none === 'several' ? 'takein.componentSeveral' : 'takein.componentUnknown';
    faults.push(faultAt(line, code, { name: cited(component) }));
    return undefined;
  };
}
