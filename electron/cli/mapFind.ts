// What `mizan map` is asked about, by id or by a name that only one has; else a sentence that names who else it may be.
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { Refusal, words } from './context.ts';

export interface Named {
  readonly id: RecordId;
  readonly name: string;
  /** What it is, in words. */
  readonly what: string;
}

/** Candidates a sentence names; a longer list is no help. */
const MOST_NAMED = 8;

const folded = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();
const listed = (all: readonly Named[]): string =>
  all
    .slice(0, MOST_NAMED)
    .map(({ id, name, what }) => `“${name}” (${what}, ${id})`)
    .join(', ');

export const mapsOf = (book: Book): Named[] =>
  [...book.all('benefitMap')].map(({ id, title }) => ({ id, name: title, what: words.say('kind.benefitMap') }));

export const nodesOf = (graph: MapGraph): Named[] =>
  [...graph.nodes.values()].map(({ id, title, type }) => ({ id, name: title, what: words.sayAny(`nodeType.${type}`) }));

export const componentsOf = (book: Book): Named[] =>
  [...book.all('component')].map(({ id, name }) => ({ id, name, what: words.say('kind.component') }));

/** @param elsewhere what the book has but was not asked of: named as such where the text means one of them */
export function mustFind(
  text: string,
  all: readonly Named[],
  elsewhere: readonly (readonly [code: string, among: readonly Named[]])[] = [],
): Named {
  const found = matching(text, all);
  if (found.length === 1) return found[0] as Named;
  if (found.length > 1) throw new Refusal({ code: 'cli.mapAmbiguous', args: { text, names: listed(found) } });
  for (const [code, among] of elsewhere)
    if (matching(text, among).length > 0) throw new Refusal({ code, args: { text } });
  const near = nearest(text, all);
  if (near.length === 0) throw new Refusal({ code: 'cli.mapUnknown', args: { text } });
  throw new Refusal({ code: 'cli.mapUnknownNear', args: { text, names: listed(near) } });
}

function matching(text: string, all: readonly Named[]): readonly Named[] {
  const byId = all.filter(({ id }) => id === text);
  // two files may bring one id for two records: the first stands for both
  if (byId.length > 0) return byId.slice(0, 1);
  const wanted = folded(text);
  return all.filter(({ name }) => folded(name) === wanted);
}

/** Names that hold the text, or words of it, best first; of a short list all. */
function nearest(text: string, all: readonly Named[]): Named[] {
  const wanted = folded(text);
  const parts = wanted.split(' ').filter((part) => part.length > 2);
  const scored = all
    .map((each) => {
      const name = folded(each.name);
      return { each, score: (name.includes(wanted) ? 10 : 0) + parts.filter((part) => name.includes(part)).length };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ each }) => each);
  return scored.length > 0 || all.length > MOST_NAMED ? scored : [...all];
}
