// The made-up map of the sample: drivers, outputs and changes around the layer's benefits, their links, and what is only said.
import type { Book, Entry, Kind } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { SAMPLE_ALIGNMENTS, SAMPLE_CHAINS, SAMPLE_DRIVERS, SAMPLE_MAP, SAMPLE_OBJECTIVES, SHORT_CHAINS } from './chains.ts';

/** A benefit as the layer made it. */
export interface MadeBenefit {
  readonly id: RecordId;
  /** The title of its kind. */
  readonly kind: string;
  readonly component: Entry<'component'>;
  readonly owner: RecordId;
}

interface Made {
  readonly book: Book;
  readonly add: (kind: Kind, values: Record<string, unknown>) => RecordId;
  readonly objectives: ReadonlyMap<string, RecordId>;
  readonly benefits: readonly MadeBenefit[];
  readonly disbenefit: RecordId | undefined;
}

const SYNTHETIC = 'Synthetic';

/** The objectives by name; one that is part of another comes after it. */
export function addObjectives(add: Made['add']): Map<string, RecordId> {
  const made = new Map<string, RecordId>();
  for (const { name, part } of SAMPLE_OBJECTIVES)
    made.set(name, add('objective', { name, strategy: 'Synthetic strategy', parent: part && made.get(part) }));
  return made;
}

export const objectiveOf = (kind: string): string | undefined =>
  SAMPLE_OBJECTIVES.find(({ kinds }) => kinds.includes(kind))?.name;

export function addNetwork(made: Made): void {
  const { add, objectives } = made;
  const shown = new Set<RecordId>();
  const drivers = new Map<string, RecordId>(
    SAMPLE_DRIVERS.map((title) => [title, add('driver', { title, description: SYNTHETIC })]),
  );
  for (const { name, driver, kinds } of SAMPLE_OBJECTIVES) {
    const objective = objectives.get(name);
    if (objective && driver) link(made, objective, drivers.get(driver));
    if (objective && kinds.length > 0) shown.add(objective);
  }
  for (const driver of drivers.values()) shown.add(driver);
  const told = new Set<RecordId>();
  for (const chain of SAMPLE_CHAINS) {
    const own = made.benefits.filter(({ component }) => component.name.startsWith(chain.component));
    const [first] = own;
    if (!first) continue;
    told.add(first.component.id);
    for (const node of fullChain(made, chain, own)) shown.add(node);
  }
  travel(made, shown);
  const others = new Map(made.benefits.map(({ component }) => [component.id, component]));
  for (const component of others.values()) if (!told.has(component.id)) shortChain(made, component);
  align(made);
  const map = add('benefitMap', {
    title: SAMPLE_MAP,
    preset: 'network',
    inPack: true,
    note: 'Synthetic: outputs, changes and weights are invented, a few faults among them on purpose',
  });
  for (const node of shown) add('mapPlace', { map, node });
}

function link({ add }: Made, from: RecordId | undefined, to: RecordId | undefined, weight?: number, necessary?: boolean) {
  if (from && to) add('contribution', { from, to, weight, necessary: necessary || undefined });
}

/** Its nodes: what it puts out, what changes, and its benefits. */
function fullChain(made: Made, chain: (typeof SAMPLE_CHAINS)[number], own: readonly MadeBenefit[]): RecordId[] {
  const { component, owner } = own[0] as MadeBenefit;
  const nodes = new Map<string, RecordId>();
  const node = (kind: Kind, title: string) =>
    nodes.set(title, made.add(kind, { title, component: component.id, owner, note: SYNTHETIC }));
  for (const title of chain.enablers) node('enabler', title);
  for (const title of chain.enablingChanges) node('enablingChange', title);
  for (const title of chain.businessChanges) node('businessChange', title);
  for (const { id, kind } of own) if (chain.benefits.includes(kind)) nodes.set(`@${kind}`, id);
  for (const [from, to, weight, necessary] of chain.links)
    link(made, nodes.get(from), nodes.get(to), weight, necessary === '!');
  return [...nodes.values()];
}

/** What moving costs those who move: nobody has accepted or softened it yet. */
function travel(made: Made, shown: Set<RecordId>): void {
  const { add, disbenefit, objectives } = made;
  const moved = made.benefits.find(({ component }) => component.name.startsWith('Defence Estate Optimisation'));
  if (!disbenefit || !moved) return;
  const change = add('businessChange', {
    title: 'Staff travel to a site further off',
    component: moved.component.id,
    owner: moved.owner,
    note: SYNTHETIC,
  });
  link(made, change, disbenefit);
  link(made, disbenefit, objectives.get('Productive public services'), 5);
  shown.add(change);
  shown.add(disbenefit);
}

/** One output, one preparation, one change that all its benefits wait for. */
function shortChain(made: Made, component: Entry<'component'>): void {
  const own = made.benefits.filter((benefit) => benefit.component.id === component.id);
  const [first] = own;
  const titles = first && SHORT_CHAINS[first.kind];
  if (!titles) return;
  const node = (kind: Kind, title: string, owner?: RecordId) =>
    made.add(kind, { title: `${title}: ${component.name}`, component: component.id, owner, note: SYNTHETIC });
  const enabler = node('enabler', titles.enabler);
  const enabling = node('enablingChange', titles.enablingChange, first.owner);
  const change = node('businessChange', titles.businessChange, first.owner);
  link(made, enabler, enabling, 60);
  link(made, enabling, change, 80, true);
  for (const { id } of own) link(made, change, id);
}

function align({ book, add, objectives }: Made): void {
  const components = [...book.all('component')];
  for (const [name, aim] of SAMPLE_ALIGNMENTS) {
    const component = components.find((each) => each.name.startsWith(name));
    const objective = objectives.get(aim);
    if (component && objective) add('alignment', { component: component.id, objective });
  }
}
