// What each person stands for: sponsor or delivery lead of a component, owner of a benefit.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Book } from './book.ts';

export interface Holding {
  /** The field of the record that names the person. */
  readonly role: 'sponsor' | 'deliveryLead' | 'owner';
  /** The component, or the benefit where the role is its owner's. */
  readonly name: string;
  /** The component whose page shows it; undefined for a benefit of no component. */
  readonly component: RecordId | undefined;
}

export function holdingsByPerson(book: Book): Map<RecordId, Holding[]> {
  const by = new Map<RecordId, Holding[]>();
  const add = (person: RecordId | undefined, holding: Holding) => {
    if (person === undefined) return;
    const list = by.get(person);
    if (list) list.push(holding);
    else by.set(person, [holding]);
  };
  for (const component of book.all('component')) {
    add(component.sponsor, { role: 'sponsor', name: component.name, component: component.id });
    add(component.deliveryLead, { role: 'deliveryLead', name: component.name, component: component.id });
  }
  for (const benefit of book.all('benefit')) {
    const component = book.get('component', benefit.component);
    const name = component ? `${benefit.title} · ${component.name}` : benefit.title;
    add(benefit.owner, { role: 'owner', name, component: component?.id });
  }
  return by;
}
