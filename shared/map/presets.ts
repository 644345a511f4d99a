// The presets of a map: which columns it shows though they are empty, which way its arrows are drawn, and how it names things.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Words } from '#shared/words/words.ts';
import type { ColumnType } from './columns.ts';
import { type MapNode, NODE_TYPES, type NodeType } from './model.ts';

interface Preset {
  readonly columns: readonly ColumnType[];
  /** What a typed name becomes on an empty map. */
  readonly first: NodeType;
  /** From the last column to the first: a problem leads to its solution, though the solution is what contributes. */
  readonly isReversed: boolean;
}

export const PRESETS: Readonly<Record<MapPreset, Preset>> = {
  network: {
    columns: ['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective', 'driver'],
    first: 'enabler',
    isReversed: false,
  },
  capability: {
    columns: ['enabler', 'enablingChange', 'businessChange', 'benefit', 'objective'],
    first: 'enabler',
    isReversed: false,
  },
  problem: { columns: ['enabler', 'businessChange', 'benefit', 'driver'], first: 'driver', isReversed: true },
};

/** "Benefit"; by preset "Problem" for a driver, "Output" for an enabler. */
export const typeName = (words: Words, preset: MapPreset | undefined, type: NodeType): string =>
  words.sayAny(words.has(`nodeType.${preset}.${type}`) ? `nodeType.${preset}.${type}` : `nodeType.${type}`);

/** "Benefits", over a column. */
export const columnName = (words: Words, preset: MapPreset | undefined, type: ColumnType): string =>
  words.sayAny(words.has(`mapColumn.${preset}.${type}`) ? `mapColumn.${preset}.${type}` : `mapColumn.${type}`);

/** What pictures and slides say by word of what they show by shape. */
export const typeNamesOf = (words: Words, preset: MapPreset | undefined) => ({
  typeNames: Object.fromEntries(NODE_TYPES.map((type) => [type, typeName(words, preset, type)])) as Record<
    NodeType,
    string
  >,
  markNames: { error: words.sayAny('severity.error'), warning: words.sayAny('severity.warning') },
  necessaryName: words.sayAny('map.necessaryName'),
});

/** What a picture says beside the titles, in the reader's words. */
export function wordingOf(words: Words, book: Book, preset: MapPreset | undefined) {
  return {
    caption: (node: MapNode): string => {
      // whose it is; of what has no owner yet, what it belongs to
      const whose = book.get('person', node.owner)?.name ?? book.get('component', node.component)?.name;
      const type = typeName(words, preset, node.type);
      return whose ? `${type} · ${whose}` : type;
    },
    columnLabel: (type: ColumnType): string => columnName(words, preset, type),
    weightText: (weight: number): string => words.percent(weight / 100, Number.isInteger(weight) ? 0 : 1),
  };
}
