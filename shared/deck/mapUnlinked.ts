// What stands on a map and is linked to nothing, as a table: it has no place among the chains.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { MapNode } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { pagedTable } from './ledgerTable.ts';
import { type Draft, sourceLine } from './slide.ts';
import { inSentence, join, type Story } from './story.ts';

interface Unlinked {
  readonly id: string;
  readonly name: string;
  readonly preset: MapPreset | undefined;
  readonly nodes: readonly MapNode[];
}

export function unlinkedSlides(story: Story, { id, name, preset, nodes }: Unlinked): Draft[] {
  if (nodes.length === 0) return [];
  const { words, book } = story;
  return pagedTable(story, {
    id: `${id}-unlinked`,
    title: words.say('mapDeck.title', {
      name: inSentence(story, name),
      message: words.say('mapDeck.unlinked', { count: nodes.length }),
    }),
    area: { x: 0, y: 0, w: 12, h: 12 },
    // what the publication itself states is not made up
    heading: join(story, [
      words.say('mapDeck.unlinkedTable'),
      story.office.sample && words.say('mapDeck.partlyMadeUp'),
    ]),
    columns: [
      { label: words.say('mapDeck.column.type') },
      { label: words.say('mapDeck.column.name'), share: 1, lines: 2 },
      { label: words.say('field.component'), share: 1, lines: 2 },
      { label: words.say('field.owner') },
    ],
    rows: nodes.map(({ type, title, component, owner }) => [
      { text: typeName(words, preset, type) },
      { text: title, strong: true },
      { text: book.get('component', component)?.name ?? '—' },
      { text: book.get('person', owner)?.name ?? '—' },
    ]),
    beside: [],
    source: sourceLine(story),
    notes: [],
  });
}
