// The dry run of a pasted map: what is in the book already, what is new, which links change; the book is not touched.
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import type { MapLink, MapNode, NodeType } from '#shared/map/model.ts';
import {
  cited,
  type DraftEnd,
  type DraftFault,
  type DraftLink,
  type DraftNode,
  faultAt,
  type MapDraft,
} from './map-draft.ts';
import { componentNamed, type NodeFinder, nodeFinder, ownerFinder, type PlannedOwner } from './map-known.ts';
import { foldTitle } from './map-words.ts';

export interface PlannedNode {
  readonly line: number;
  readonly type: NodeType;
  readonly title: string;
  /** The record it is; undefined: a new one. */
  readonly known: RecordId | undefined;
  /** Of a new record. */
  readonly owner: PlannedOwner | undefined;
  readonly component: RecordId | undefined;
}

/** A place among the planned nodes, or a record of the book that the text only links to. */
export type PlannedEnd = number | RecordId;

export interface PlannedLink {
  readonly line: number;
  readonly from: PlannedEnd;
  readonly to: PlannedEnd;
  readonly fromTitle: string;
  readonly toTitle: string;
  readonly state: 'new' | 'changed' | 'same';
  /** The link that stands already. */
  readonly known: RecordId | undefined;
  /** What is written: all that is said of a new link, of one that stands what differs. */
  readonly values: Readonly<Partial<Pick<MapLink, 'weight' | 'necessary' | 'rationale' | 'evidence'>>>;
  readonly weight: number | undefined;
  readonly weightBefore: number | undefined;
}

export interface MapPlan {
  readonly shape: MapDraft['shape'];
  readonly nodes: readonly PlannedNode[];
  readonly links: readonly PlannedLink[];
  /** The draft's and those that only the book shows, by line. */
  readonly faults: readonly DraftFault[];
}

/** What a node is that says nothing and is linked to nothing. */
const OTHERWISE: NodeType = 'benefit';

export function proposeMap(book: Book, map: RecordId, draft: MapDraft): MapPlan {
  const faults = [...draft.faults];
  const find = nodeFinder(book, map);
  const [ownerOf, componentOf] = [ownerFinder(book), componentNamed(book)];
  const nodes = draft.nodes.map((node): PlannedNode => {
    const known = find.standsFor(node, faults);
    return known
      ? knownNode(book, node, known, ownerOf(node, faults), componentOf(node, faults), faults)
      : newNode(node, ownerOf, componentOf, faults);
  });
  return { shape: draft.shape, nodes, links: linksOf(book, find, draft, nodes, faults), faults: inOrder(faults) };
}

const inOrder = (faults: readonly DraftFault[]): DraftFault[] => faults.toSorted((a, b) => a.line - b.line);

/** What the book says of itself stays; where the text says otherwise, that is told. */
function knownNode(
  book: Book,
  { line, title, type, owner, component }: DraftNode,
  known: MapNode,
  person: PlannedOwner | undefined,
  own: RecordId | undefined,
  faults: DraftFault[],
): PlannedNode {
  const name = cited(known.title);
  if (title !== '' && foldTitle(title) !== foldTitle(known.title))
    faults.push(faultAt(line, 'takein.titleDiffers', { title: cited(title), name }));
  if (type && type !== known.type)
    faults.push(faultAt(line, 'takein.typeDiffers', { name, type: `nodeType.${type}`, is: `nodeType.${known.type}` }));
  if (person && !('record' in person && person.record === known.owner))
    faults.push(
      faultAt(line, 'takein.ownerDiffers', {
        name,
        owner: cited(owner ?? ''),
        is: book.get('person', known.owner)?.name ?? '—',
      }),
    );
  if (own && own !== known.component)
    faults.push(
      faultAt(line, 'takein.componentDiffers', {
        name,
        component: cited(component ?? ''),
        is: book.get('component', known.component)?.name ?? '—',
      }),
    );
  return { line, type: known.type, title: known.title, known: known.id, owner: undefined, component: undefined };
}

function newNode(
  node: DraftNode,
  ownerOf: ReturnType<typeof ownerFinder>,
  componentOf: ReturnType<typeof componentNamed>,
  faults: DraftFault[],
): PlannedNode {
  const { line } = node;
  const title = node.title === '' ? (node.id as string) : node.title;
  if (node.title === '') faults.push(faultAt(line, 'takein.titleFromId', { id: cited(title) }));
  const type = node.type ?? node.guess ?? OTHERWISE;
  if (!node.type) faults.push(faultAt(line, 'takein.noType', { title: cited(title), type: `nodeType.${type}` }));
  if (type !== 'objective' && type !== 'driver')
    return { line, type, title, known: undefined, owner: ownerOf(node, faults), component: componentOf(node, faults) };
  if (node.owner || node.component)
    faults.push(
      faultAt(line, 'takein.ownerNotHeld', {
        title: cited(title),
        type: `nodeType.${type}`,
        text: cited([node.owner, node.component].filter(Boolean).join(' · ')),
      }),
    );
  return { line, type, title, known: undefined, owner: undefined, component: undefined };
}

function linksOf(
  book: Book,
  find: NodeFinder,
  draft: MapDraft,
  nodes: readonly PlannedNode[],
  faults: DraftFault[],
): PlannedLink[] {
  const whole = wholeGraph(book);
  const standing = new Map<string, MapLink>();
  for (const link of whole.links) {
    const key = `${link.from} ${link.to}`;
    // a link that says something comes before the tree of objectives, which says it too
    if (!standing.has(key) || standing.get(key)?.tree) standing.set(key, link);
  }
  const endAt = endFinder(find, nodes, faults);
  const met = new Map<string, number>();
  const links: PlannedLink[] = [];
  for (const link of draft.links) {
    const [from, to] = [endAt(link.line, link.from), endAt(link.line, link.to)];
    if (from === undefined || to === undefined) continue;
    const titleOf = (end: PlannedEnd) => (typeof end === 'number' ? nodes[end] : whole.nodes.get(end))?.title ?? '';
    const [fromTitle, toTitle] = [titleOf(from), titleOf(to)];
    const said = { from: cited(fromTitle), to: cited(toTitle) };
    if (from === to) {
      faults.push(faultAt(link.line, 'takein.selfLink', { title: said.from }));
      continue;
    }
    const key = `${from} ${to}`;
    const first = met.get(key);
    if (first !== undefined) {
      faults.push(faultAt(link.line, 'takein.pairTwice', { ...said, first }));
      continue;
    }
    met.set(key, link.line);
    const known = typeof from === 'number' || typeof to === 'number' ? undefined : standing.get(key);
    links.push({ line: link.line, from, to, fromTitle, toTitle, ...against(link, known, said, faults) });
  }
  return links;
}

/** What the text says of a link beside what stands in the book. An empty cell clears nothing. */
function against(
  { line, weight, necessary, rationale, evidence }: DraftLink,
  known: MapLink | undefined,
  said: Readonly<Record<string, string>>,
  faults: DraftFault[],
): Omit<PlannedLink, 'line' | 'from' | 'to' | 'fromTitle' | 'toTitle'> {
  const all = {
    ...(weight !== undefined && { weight }),
    ...(necessary !== undefined && { necessary }),
    ...(rationale !== undefined && { rationale }),
    ...(evidence !== undefined && { evidence }),
  };
  if (!known) return { state: 'new', known: undefined, values: all, weight, weightBefore: undefined };
  if (known.tree) {
    if (Object.keys(all).length > 0) faults.push(faultAt(line, 'takein.treeLink', said));
    return { state: 'same', known: undefined, values: {}, weight: undefined, weightBefore: undefined };
  }
  const values = Object.fromEntries(
    Object.entries(all).filter(([field, value]) => known[field as keyof MapLink] !== value),
  );
  for (const field of Object.keys(values))
    faults.push(
      field === 'weight'
        ? faultAt(line, 'takein.linkChanges', { ...said, before: known.weight ?? '—', after: weight ?? '—' })
        : faultAt(line, 'takein.linkSaysMore', { ...said, field }),
    );
  return {
    state: Object.keys(values).length > 0 ? 'changed' : 'same',
    known: known.id,
    values,
    weight: weight ?? known.weight,
    weightBefore: known.weight,
  };
}

/** A place in the text, else a record by id, else a title: of the text first, then of the book. */
function endFinder(find: NodeFinder, nodes: readonly PlannedNode[], faults: DraftFault[]) {
  const inText = new Map<string, number[]>();
  for (const [i, { title }] of nodes.entries()) {
    const key = foldTitle(title);
    const same = inText.get(key);
    if (same) same.push(i);
    else inText.set(key, [i]);
  }
  const placeOf = (at: number): PlannedEnd => nodes[at]?.known ?? at;
  return (line: number, end: DraftEnd): PlannedEnd | undefined => {
    if (typeof end === 'number') return placeOf(end);
    const byId = find.byId(end);
    if (byId) return byId.id;
    const here = inText.get(foldTitle(end)) ?? [];
    const inBook = here.length > 0 ? [] : find.titled(end);
    if (here.length + inBook.length === 1) return here[0] === undefined ? inBook[0]?.id : placeOf(here[0]);
    const code = here.length + inBook.length > 1 ? 'takein.endSeveral' : 'takein.endUnknown';
    faults.push(faultAt(line, code, { text: cited(end) }));
    return undefined;
  };
}
