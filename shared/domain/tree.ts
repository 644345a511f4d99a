// Trees of the book: the objectives, each below the one it is part of, and a component with all that is part of it.
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import type { Book, Entry } from './book.ts';
import { where } from './lookup.ts';

export interface Service {
  /** The record that links the two. */
  readonly link: RecordId;
  readonly component: RecordId;
  readonly name: string;
}

export interface ObjectiveRow {
  readonly id: RecordId;
  readonly objective: Entry<'objective'>;
  /** 0 for one that is part of nothing. */
  readonly depth: number;
  readonly servedBy: readonly Service[];
}

/** Depth first, siblings by name. Where links run in a circle (a merge can do that), each still stands once. */
export function objectiveTree(book: Book): ObjectiveRow[] {
  const all = [...book.all('objective')].sort((a, b) => compareText(a.name, b.name));
  const served = servicesByObjective(book);
  const rows: ObjectiveRow[] = [];
  const placed = new Set<RecordId>();
  const place = (objective: Entry<'objective'>, depth: number): void => {
    if (placed.has(objective.id)) return;
    placed.add(objective.id);
    rows.push({ id: objective.id, objective, depth, servedBy: served.get(objective.id) ?? [] });
    for (const below of all) if (below.parent === objective.id) place(below, depth + 1);
  };
  for (const objective of all) if (!book.get('objective', objective.parent)) place(objective, 0);
  for (const objective of all) place(objective, 0);
  return rows;
}

function servicesByObjective(book: Book): Map<RecordId, Service[]> {
  const by = new Map<RecordId, Service[]>();
  for (const link of book.all('alignment')) {
    const component = book.get('component', link.component);
    if (!component) continue;
    const services = by.get(link.objective) ?? [];
    by.set(link.objective, services);
    // two laptops may each have made the same link; the component is still one
    if (services.some((known) => known.component === component.id)) continue;
    services.push({ link: link.id, component: component.id, name: component.name });
  }
  return by;
}

/** A component with all that is part of it, itself first, each once: a merge may have closed a circle. */
export function withParts(book: Book, component: RecordId): RecordId[] {
  const met = new Set([component]);
  for (const each of met) for (const { id } of where(book, 'component', 'parent', each)) met.add(id);
  return [...met];
}
