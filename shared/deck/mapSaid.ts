// What a pack says of a map: its message as a sentence, and where else a box stands.
import { isLive } from '#shared/domain/benefit.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapFinding } from '#shared/map/finding.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { reach } from '#shared/map/reach.ts';
import { tidied } from '#shared/words/measure.ts';
import type { Words } from '#shared/words/words.ts';
import { titleFits } from './slide.ts';
import { inSentence, join, type Story } from './story.ts';

/** "14 of 16 benefits lead to an objective; 2 have no owner; 1 error". */
export function messageOf(story: Story, shown: MapGraph, findings: readonly MapFinding[]): string {
  const { words, book } = story;
  const whole = wholeGraph(book);
  const benefits = [...shown.nodes.values()].filter((node) => {
    const benefit = node.type === 'benefit' ? book.get('benefit', node.id) : undefined;
    return benefit !== undefined && isLive(benefit);
  });
  const aims = [...whole.nodes.values()].filter(({ type }) => type === 'objective' || type === 'driver');
  const aimed = reach(
    whole,
    aims.map(({ id }) => id),
    'up',
  );
  const leading = benefits.filter(({ id }) => aimed.has(id)).length;
  const unowned = benefits.filter(({ owner }) => !book.get('person', owner)).length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const count = benefits.length;
  return join(story, [
    shown.links.length === 0
      ? words.say('mapDeck.unlinked', { count: shown.nodes.size })
      : count === 0
        ? words.say('mapDeck.parts', { nodes: shown.nodes.size, count: shown.links.length })
        : leading === count
          ? words.say('mapDeck.allAimed', { count })
          : words.say('mapDeck.aimed', { count, leading }),
    unowned > 0 && words.say('mapDeck.noOwner', { count: unowned }),
    errors > 0 && words.say('mapDeck.errors', { count: errors }),
  ]);
}

/** The title of a slide; of one of several with its place and the objectives it shows, as many as two lines hold. */
export function titleOf(
  story: Story,
  name: string,
  message: string,
  part: { readonly shown: MapGraph; readonly page: number; readonly pages: number },
): string {
  const { words } = story;
  const spoken = inSentence(story, name);
  if (part.pages === 1) return words.say('mapDeck.title', { name: spoken, message });
  const page = words.say('deck.page', { page: part.page, pages: part.pages });
  const aims = [...part.shown.nodes.values()]
    .filter(({ type }) => type === 'objective')
    .map(({ title }) => tidied(title));
  for (let named = aims.length; named > 0; named--) {
    const said = aims.slice(0, named).map((aim) => words.say('mapDeck.quoted', { name: inSentence(story, aim) }));
    const more = aims.length > named ? words.say('mapDeck.moreAims', { count: aims.length - named }) : '';
    const list = said.join(words.say('deck.comma')) + more;
    const text = words.say('mapDeck.titleOfPart', { name: spoken, page, aims: list, message });
    if (titleFits(story, text)) return text;
  }
  return words.say('mapDeck.title', { name: `${spoken} ${page}`, message });
}

/** "slide 5", "slides 5, 7", "slides 5–9": short enough to stand beside an owner. */
export function slidesSaid(words: Words, numbers: readonly number[]): string {
  const [first, second] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  if (second === undefined) return words.say('mapDeck.onSlide', { number: words.number(first) });
  const isRun = numbers.length > 2 && last - first === numbers.length - 1;
  const list = isRun
    ? `${words.number(first)}–${words.number(last)}`
    : [first, second].map((number) => words.number(number)).join(words.say('deck.comma'));
  return words.say('mapDeck.onSlides', { numbers: numbers.length > 2 && !isRun ? `${list}…` : list });
}

/** Nodes by the parts they stand in, where more than one. */
export function standsTwice(parts: readonly MapGraph[]): Map<RecordId, number[]> {
  const by = new Map<RecordId, number[]>();
  parts.forEach(({ nodes }, at) => {
    for (const id of nodes.keys()) by.set(id, [...(by.get(id) ?? []), at]);
  });
  for (const [id, at] of by) if (at.length < 2) by.delete(id);
  return by;
}
