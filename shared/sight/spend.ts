// What is spent on which aim: with a measured path to an objective, by word alone, or on nothing anybody aims at.
import type { MapGroup } from '#shared/domain/benefit-map.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { type Covered, cover, type PortfolioRow, portfolioRows } from '#shared/domain/portfolio.ts';
import { withParts } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { nodesByComponent, provenObjectives } from '#shared/map/node-findings.ts';

/** `proven`: a path by a measured benefit. `said`: aligned by word alone. */
export type Alignedness = 'proven' | 'said' | 'none';

export interface Aim {
  readonly component: RecordId;
  readonly proven: ReadonlySet<RecordId>;
  readonly said: ReadonlySet<RecordId>;
  readonly alignedness: Alignedness;
}

/** What each component can show, with all that is part of it; what a part serves, the whole serves. */
export function aimsOf(book: Book, graph: MapGraph): Map<RecordId, Aim> {
  const nodes = nodesByComponent(book, graph);
  const aims = new Map<RecordId, Aim>();
  for (const { id } of book.all('component')) {
    const parts = withParts(book, id);
    const proven = provenObjectives(
      book,
      graph,
      parts.flatMap((part) => [...(nodes.get(part) ?? [])]),
    );
    const said = new Set(
      parts.flatMap((part) => where(book, 'alignment', 'component', part).map((link) => link.objective)),
    );
    for (const objective of said) if (!book.get('objective', objective)) said.delete(objective);
    aims.set(id, {
      component: id,
      proven,
      said,
      alignedness: proven.size > 0 ? 'proven' : said.size > 0 ? 'said' : 'none',
    });
  }
  return aims;
}

export interface Spend {
  readonly alignedness: Alignedness;
  readonly rows: readonly PortfolioRow[];
  /** Whole-life cost, each currency for itself, and how many state none. */
  readonly cost: Covered;
}

/** Current components by what they can show; the most spent first within each. */
export function spendByAim(book: Book, aims: ReadonlyMap<RecordId, Aim>): Spend[] {
  const rows = portfolioRows(book).filter((row) => row.current);
  return (['proven', 'said', 'none'] as const).map((alignedness) => {
    const own = rows.filter(({ id }) => (aims.get(id)?.alignedness ?? 'none') === alignedness);
    return { alignedness, rows: own.sort((a, b) => minorOf(b) - minorOf(a)), cost: cover(own, (row) => row.cost) };
  });
}

const minorOf = ({ cost }: PortfolioRow): number => (cost && 'minor' in cost ? cost.minor : 0);

/** The name of the band a node stands in where a map is grouped; empty where nobody owns it or it belongs to nothing. */
export const bandOf =
  (book: Book, group: MapGroup) =>
  ({ owner, component }: MapNode): string =>
    (group === 'owner'
      ? book.get('person', owner)?.name
      : component && book.get('component', programmeOf(book, component))?.name) ?? '';

/** The programme a component belongs to: the nearest above it or itself, else the top of its tree. */
export function programmeOf(book: Book, id: RecordId): RecordId {
  const met = new Set<RecordId>();
  let at: Entry<'component'> | undefined = book.get('component', id);
  let top = id;
  while (at && !met.has(at.id)) {
    met.add(at.id);
    top = at.id;
    if (at.level === 'programme') return at.id;
    at = book.get('component', at.parent);
  }
  return top;
}
