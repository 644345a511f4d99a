// One map as a deck of its own, in the same dress as the committee's pack.
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';
import { inFrame } from './frame.ts';
import { mapSlides } from './mapSlides.ts';
import type { Deck } from './model.ts';
import { tellStory } from './story.ts';

export interface MapDeckInput {
  readonly book: Book;
  /** Undefined: the whole book. */
  readonly map: RecordId | undefined;
  readonly words: Words;
  readonly asAt: Day;
  /** Short name of the state the deck was made from. */
  readonly snapshot: string;
}

export function mapDeck({ map, ...input }: MapDeckInput): Deck {
  const story = tellStory(input);
  const title = input.book.get('benefitMap', map)?.title ?? input.words.say('mapDeck.wholeBook');
  return inFrame(story, title, mapSlides(story, map, { id: 'map', first: 1 }), []);
}
