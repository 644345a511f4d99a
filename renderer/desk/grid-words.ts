// The grid's words in the reader's language.

import type { GridWords } from '#renderer/parts/grid/types.ts';
import type { Words } from '#shared/words/words.ts';

export const gridWords = (words: Words): GridWords => ({
  label: words.say('portfolio.gridLabel'),
  sortedUp: words.say('grid.sortUp'),
  sortedDown: words.say('grid.sortDown'),
  menu: (column) => words.say('grid.menu', { column }),
  sortUp: words.say('grid.sortUp'),
  sortDown: words.say('grid.sortDown'),
  group: words.say('grid.group'),
  ungroup: words.say('grid.ungroup'),
  hide: words.say('grid.hide'),
  notEditable: words.say('grid.notEditable'),
  nothing: words.say('grid.nothing'),
  rowsInGroup: (count) => words.say('grid.rowsInGroup', { count }),
  pasted: (count, refused) =>
    refused > 0 ? words.say('grid.pastedSome', { count, refused }) : words.say('grid.pasted', { count }),
});
