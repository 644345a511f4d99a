// What each person stands for: in components, benefits and measures.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Book } from './book.ts';

export interface Holding {
  /** The field of the record that names the person. */
  readonly role:
    | 'sponsor'
    | 'deliveryLead'
    | 'owner'
    | 'accountable'
    | 'operationalOwner'
    | 'verifier'
    | 'financeVerifier';
  /** The component, benefit or measure. */
  readonly name: string;
  /** The component whose page shows it; undefined for a benefit of no component. */
  readonly component: RecordId | undefined;
  readonly benefit?: RecordId;
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
    const held = { name, component: component?.id, benefit: benefit.id };
    for (const role of ['owner', 'accountable', 'operationalOwner'] as const) add(benefit[role], { role, ...held });
  }
  for (const measure of book.all('measure')) {
    const benefit = book.get('benefit', measure.benefit);
    const held = { name: measure.name, component: benefit?.component, ...(benefit && { benefit: benefit.id }) };
    for (const role of ['verifier', 'financeVerifier'] as const) add(measure[role], { role, ...held });
  }
  return by;
}
