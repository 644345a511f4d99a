// A grid's words in the reader's language: the same for every list, save its name and what its groups count.

import type { GridWords } from '#renderer/parts/grid/types.ts';
import type { MessageKey, Words } from '#shared/words/words.ts';

export const gridWords = (words: Words, label: MessageKey, inGroup: MessageKey): GridWords => ({
  label: words.say(label),
  menu: (column) => words.say('grid.menu', { column }),
  sortUp: words.say('grid.sortUp'),
  sortDown: words.say('grid.sortDown'),
  group: words.say('grid.group'),
  ungroup: words.say('grid.ungroup'),
  hide: words.say('grid.hide'),
  notEditable: words.say('grid.notEditable'),
  nothing: words.say('grid.nothing'),
  rowsInGroup: (count) => words.say(inGroup, { count }),
  pasted: (count, refused) =>
    refused > 0 ? words.say('grid.pastedSome', { count, refused }) : words.say('grid.pasted', { count }),
});
