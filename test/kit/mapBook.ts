// Books with maps in them, said in a line a record: raw writes, so that faults can be written which no act would make.
import fc from 'fast-check';
import { type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { type Change, type DraftWrite, LIFE } from '#shared/change/model.ts';
import { Book, type Kind, kindTable } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { kindOf, type MapGraph, NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { aChange, replay } from './history.ts';

export const id = (text: string): RecordId => text as RecordId;

type Values = Readonly<Record<string, unknown>>;
interface Said {
  readonly weight?: number | undefined;
  readonly necessary?: boolean | undefined;
  /** The id of the link; made of its ends where unsaid. */
  readonly as?: string;
}

export class MapMaker {
  private readonly writes: DraftWrite[] = [];

  put(kind: Kind, record: string, values: Values = {}): this {
    for (const [field, value] of Object.entries({ [LIFE]: 'here', ...values }))
      if (value !== undefined) this.writes.push({ kind, record: id(record), field, value });
    return this;
  }

  /** A node called by its id. */
  node(type: NodeType, record: string, values: Values = {}): this {
    const named = type === 'objective' ? { name: record } : { title: record };
    return this.put(kindOf(type), record, { ...named, ...(type === 'disbenefit' && { disbenefit: true }), ...values });
  }

  link(from: string, to: string, { weight, necessary, as = `${from}-${to}` }: Said = {}): this {
    return this.put('contribution', as, { from, to, weight, necessary });
  }

  /** A map by its id, with the nodes that stand on it. */
  map(record: string, nodes: readonly string[], values: Values = {}): this {
    this.put('benefitMap', record, { title: record, ...values });
    for (const node of nodes) this.put('mapPlace', `${record}.${node}`, { map: record, node });
    return this;
  }

  change(name = 'made'): Change {
    // a field is written once in a change: the last word counts
    const last = new Map(this.writes.map((each) => [`${each.kind} ${each.record} ${each.field}`, each]));
    return aChange(name, [...last.values()]);
  }

  book(): Book {
    return new Book(replay([this.change()]));
  }

  graph(): MapGraph {
    return wholeGraph(this.book());
  }

  /** The same book, for acts. */
  async open(): Promise<OpenBook> {
    const store = memoryStore();
    await store.append(0, () => [this.change()], 0);
    return openBook(store, kindTable, 0);
  }
}

export const made = (): MapMaker => new MapMaker();

/** One chain of every type but a disbenefit, and nothing to be found about it. */
export function cleanChain(maker: MapMaker, mark = ''): MapMaker {
  const own = { owner: `person${mark}`, component: `component${mark}` };
  return maker
    .put('person', `person${mark}`, { name: `Person ${mark}` })
    .put('component', `component${mark}`, { name: `Component ${mark}` })
    .node('enabler', `enabler${mark}`, own)
    .node('enablingChange', `enabling${mark}`, own)
    .node('businessChange', `change${mark}`, own)
    .node('benefit', `benefit${mark}`, { ...own, category: 'nonCashable', start: '2025-01-01' })
    .node('objective', `objective${mark}`)
    .node('driver', `driver${mark}`)
    .put('measure', `measure${mark}`, { name: `Measure ${mark}`, benefit: `benefit${mark}`, unit: 'GBP' })
    .put('alignment', `alignment${mark}`, { component: `component${mark}`, objective: `objective${mark}` })
    .link(`enabler${mark}`, `enabling${mark}`, { weight: 100 })
    .link(`enabling${mark}`, `change${mark}`, { weight: 100 })
    .link(`change${mark}`, `benefit${mark}`, { weight: 100 })
    .link(`benefit${mark}`, `objective${mark}`, { weight: 60 })
    .link(`objective${mark}`, `driver${mark}`);
}

/** A map by chance: `types` of its nodes n0, n1, … and links by their places. */
export interface Drawn {
  readonly types: readonly NodeType[];
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly weight: number | undefined;
    readonly necessary: boolean;
  }[];
}

const aWeight = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 100) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 99 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** @param circles links may run any way, also from a node to itself and twice between two; else from lower to higher */
export const aMap = (nodes: number, links: number, circles: boolean): fc.Arbitrary<Drawn> =>
  fc.array(fc.constantFrom(...NODE_TYPES), { minLength: 2, maxLength: nodes }).chain((types) => {
    const end = fc.nat(types.length - 1);
    return fc
      .array(fc.record({ from: end, to: end, weight: aWeight, necessary: fc.boolean() }), { maxLength: links })
      .map((all) => ({
        types,
        links: circles
          ? all
          : all
              .filter(({ from, to }) => from !== to)
              .map((link) => ({ ...link, from: Math.min(link.from, link.to), to: Math.max(link.from, link.to) })),
      }));
  });

export function drawn({ types, links }: Drawn): MapMaker {
  const maker = made();
  for (const [i, type] of types.entries()) maker.node(type, `n${i}`);
  for (const [i, { from, to, ...said }] of links.entries()) maker.link(`n${from}`, `n${to}`, { ...said, as: `l${i}` });
  return maker;
}
