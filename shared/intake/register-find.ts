// What a register's rows speak of in the book: the component by name or id, the benefit by id or title, people by name.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';

export type Found<T> = { readonly one: T } | { readonly none: 'unknown' | 'several' };

/** Components by their name, their source id, or the id without its series; what fits two is neither. */
export function componentFinder(book: Book): (text: string) => Found<Entry<'component'>> {
  const byWord = new Map<string, Entry<'component'> | null>();
  const put = (word: string, component: Entry<'component'>) => {
    const key = foldText(word).replace(/\s+/g, ' ').trim();
    if (key === '') return;
    const standing = byWord.get(key);
    byWord.set(key, standing === undefined || standing?.id === component.id ? component : null);
  };
  for (const component of book.all('component')) {
    put(component.name, component);
    if (!component.sourceId) continue;
    put(component.sourceId, component);
    put(component.sourceId.slice(component.sourceId.indexOf(':') + 1), component);
  }
  return (text) => {
    const found = byWord.get(foldText(text).replace(/\s+/g, ' ').trim());
    return found ? { one: found } : { none: found === null ? 'several' : 'unknown' };
  };
}

export const registerId = (id: string, series: string): string => (series === '' ? id : `${series}:${id}`);

/** A benefit by the file's id; else by its title within the component, or where no component is known, by title alone. */
export function benefitFinder(book: Book, series: string) {
  const byId = new Map<string, Entry<'benefit'>>();
  const byTitle = new Map<string, Entry<'benefit'>[]>();
  for (const benefit of book.all('benefit')) {
    if (benefit.sourceId) byId.set(benefit.sourceId, benefit);
    const title = foldText(benefit.title);
    byTitle.set(title, [...(byTitle.get(title) ?? []), benefit]);
  }
  return (id: string, title: string, component: RecordId | undefined): Found<Entry<'benefit'>> => {
    const same = id === '' ? undefined : byId.get(registerId(id, series));
    if (same) return { one: same };
    // another id of the same register means another benefit, whatever its title
    const alike = (byTitle.get(foldText(title)) ?? []).filter(
      (each) => id === '' || each.sourceId === undefined || each.sourceId.endsWith('#benefit'),
    );
    const within = component ? alike.filter((each) => each.component === component) : alike;
    const fitting = within.length > 0 ? within : alike.filter((each) => each.component === undefined);
    const [one] = fitting;
    if (!one) return { none: 'unknown' };
    return fitting.length === 1 ? { one } : { none: 'several' };
  };
}

export interface People {
  /** The person of a name, a new one where the book has none. */
  readonly named: (name: string) => RecordId;
  /** Keeps an address where the book has none. */
  readonly addressed: (person: RecordId, email: string) => void;
}

export function peopleIn(book: Book, writes: DraftWrite[], ctx: Context): People {
  const byName = new Map([...book.all('person')].map((person) => [foldText(person.name), person.id]));
  const addressed = new Set<RecordId>();
  return {
    named: (name) => {
      const key = foldText(name);
      let id = byName.get(key);
      if (!id) {
        id = newRecordId(ctx);
        byName.set(key, id);
        writes.push(
          { kind: 'person', record: id, field: LIFE, value: 'here' },
          { kind: 'person', record: id, field: 'name', value: name },
        );
      }
      return id;
    },
    addressed: (person, email) => {
      if (addressed.has(person) || book.get('person', person)?.email?.trim()) return;
      addressed.add(person);
      writes.push({ kind: 'person', record: person, field: 'email', value: email });
    },
  };
}
