// Findings about nodes: what leads nowhere, what nothing supports, what nobody owns, and alignment without a line of sight.
import { isLive, stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { withParts } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { serving } from './contribution.ts';
import { keyOf, type MapFinding, type MapRule, type Remedy } from './finding.ts';
import { linksInto, linksOutOf } from './graph.ts';
import type { MapGraph, MapNode, NodeType } from './model.ts';
import { reach } from './reach.ts';

const CHANGES: ReadonlySet<NodeType> = new Set(['businessChange', 'enablingChange']);
const OWNED: ReadonlySet<NodeType> = new Set(['benefit', 'disbenefit', 'businessChange', 'enablingChange']);

/** What can be reached, asked once for all nodes. */
interface Reached {
  /** Leads to an objective or, in a map of problems, to a driver: it has an aim. */
  readonly aimed: ReadonlySet<RecordId>;
  readonly towardsBenefit: ReadonlySet<RecordId>;
  readonly fromBenefit: ReadonlySet<RecordId>;
  readonly fromChange: ReadonlySet<RecordId>;
}

export function* nodeFindings(book: Book, graph: MapGraph): Iterable<MapFinding> {
  const all = (is: (type: NodeType) => boolean) =>
    [...graph.nodes.values()].filter(({ type }) => is(type)).map(({ id }) => id);
  const benefits = all((type) => type === 'benefit').filter((id) => isOrWasLive(book, id));
  const reached: Reached = {
    aimed: reach(
      graph,
      all((type) => type === 'objective' || type === 'driver'),
      'up',
      serving(graph),
    ),
    towardsBenefit: reach(graph, benefits, 'up'),
    fromBenefit: reach(graph, benefits, 'down', serving(graph)),
    fromChange: reach(
      graph,
      all((type) => CHANGES.has(type)),
      'down',
    ),
  };
  for (const node of graph.nodes.values()) {
    // nothing is expected of what was given up or closed
    const benefit = node.kind === 'benefit' ? book.get('benefit', node.id) : undefined;
    if (benefit && !isLive(benefit)) continue;
    yield* standing(book, graph, node, reached);
    if (OWNED.has(node.type) && !book.get('person', node.owner))
      yield found(book, 'noOwner', node, [{ step: 'setOwner', node: node.id }]);
    if (benefit?.disbenefit && !benefit.treatment)
      yield found(book, 'untreatedDisbenefit', node, [{ step: 'treat', node: node.id }]);
  }
}

/** What was given up serves nothing and is no reason for anything; what was closed brought what it brought. */
function isOrWasLive(book: Book, id: RecordId): boolean {
  const benefit = book.get('benefit', id);
  return benefit !== undefined && (isLive(benefit) || stateOfBenefit(benefit) === 'closed');
}

/** What is wrong with where a node stands. A node without any link is one fault, not two. */
function* standing(book: Book, graph: MapGraph, node: MapNode, reached: Reached): Iterable<MapFinding> {
  const { id } = node;
  const leadOn: Remedy = { step: 'leadOn', node: id };
  const feed: Remedy = { step: 'feed', node: id };
  const isAlone = linksInto(graph, id).length + linksOutOf(graph, id).length === 0;
  switch (node.type) {
    case 'objective':
      if (!reached.fromBenefit.has(id)) yield found(book, 'unservedObjective', node, [feed]);
      return;
    case 'enabler':
      if (!reached.towardsBenefit.has(id)) yield found(book, 'idleEnabler', node, [leadOn]);
      return;
    case 'benefit':
      if (isAlone) yield found(book, 'orphan', node, [feed, leadOn]);
      else {
        if (!reached.fromChange.has(id)) yield found(book, 'unsupportedBenefit', node, [feed]);
        if (!reached.aimed.has(id)) yield found(book, 'aimlessBenefit', node, [leadOn]);
      }
      return;
    default:
      if (isAlone) yield found(book, 'orphan', node, node.type === 'driver' ? [feed] : [leadOn]);
  }
}

/** A benefit is often called like others of its kind: then the component tells them apart. */
function nameOf(book: Book, { title, component }: MapNode): string {
  const of = book.get('component', component)?.name;
  return of && !title.includes(of) ? `${title} · ${of}` : title;
}

const found = (book: Book, rule: MapRule, node: MapNode, remedies: readonly Remedy[]): MapFinding => ({
  key: keyOf(rule, [node.id]),
  rule,
  severity: 'warning',
  nodes: [node.id],
  links: [],
  args: { name: nameOf(book, node), type: `nodeType.${node.type}` },
  remedies,
});

/** What a component has on the map: its outputs, its changes, the benefits it stated and those it claims a share of. */
export function nodesByComponent(book: Book, graph: MapGraph): Map<RecordId, Set<RecordId>> {
  const by = new Map<RecordId, Set<RecordId>>();
  const add = (component: RecordId | undefined, node: RecordId) => {
    if (component === undefined) return;
    const own = by.get(component);
    if (own) own.add(node);
    else by.set(component, new Set([node]));
  };
  for (const { id, component } of graph.nodes.values()) add(component, id);
  for (const { component, measure, share } of book.all('claim')) {
    const benefit = book.get('measure', measure)?.benefit;
    if (benefit && share > 0 && graph.nodes.has(benefit)) add(component, benefit);
  }
  return by;
}

/** The objectives a component reaches by a path through a benefit that is measured: alignment that can be proven. */
export function provenObjectives(book: Book, graph: MapGraph, nodes: Iterable<RecordId>): Set<RecordId> {
  const own = [...nodes];
  const isMeasured = (id: RecordId) => {
    const benefit = book.get('benefit', id);
    return benefit !== undefined && !benefit.disbenefit && isLive(benefit) && measuresOf(book, benefit).length > 0;
  };
  const measured = [...reach(graph, own, 'down'), ...own].filter(isMeasured);
  return new Set(
    [...reach(graph, measured, 'down', serving(graph))].filter((id) => graph.nodes.get(id)?.type === 'objective'),
  );
}

/** Alignment said but not shown: what a part shows, the whole shows. Asked of the whole book: a map shows a part, and the path may run beside it. */
export function* decorativeFindings(book: Book, graph: MapGraph): Iterable<MapFinding> {
  const nodes = nodesByComponent(book, graph);
  const allOf = (component: RecordId) => withParts(book, component).flatMap((part) => [...(nodes.get(part) ?? [])]);
  const proven = new Map<RecordId, Set<RecordId>>();
  const provenOf = (component: RecordId) => {
    const known = proven.get(component) ?? provenObjectives(book, graph, allOf(component));
    proven.set(component, known);
    return known;
  };
  for (const alignment of book.all('alignment')) {
    const component = book.get('component', alignment.component);
    const objective = book.get('objective', alignment.objective);
    if (!component || !objective || provenOf(component.id).has(objective.id)) continue;
    const own = allOf(component.id);
    yield {
      key: keyOf('decorative', [component.id, objective.id]),
      rule: 'decorative',
      severity: 'warning',
      nodes: [objective.id, ...own],
      links: [],
      args: { component: component.name, objective: objective.name },
      remedies: [...remedyFor(graph, own, objective), { step: 'removeAlignment', alignment: alignment.id }],
    };
  }
}

/** A benefit the component stated can be said to serve the objective at once. */
function remedyFor(graph: MapGraph, own: readonly RecordId[], objective: Entry<'objective'>): Remedy[] {
  // by id, so that every laptop offers the same
  const benefit = own.toSorted().find((id) => graph.nodes.get(id)?.type === 'benefit');
  return benefit ? [{ step: 'leadOn', node: benefit }] : [{ step: 'feed', node: objective.id }];
}
