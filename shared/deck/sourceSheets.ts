// Sheets "Sources" and "Unread cells": where the figures come from, and every cell that gave none, with its words.

import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { formula, free, head, number, text } from './cells.ts';
import { fieldName } from './methodSlides.ts';
import type { Story } from './story.ts';

const newestFirst = (story: Story) =>
  [...story.book.all('source')].sort((a, b) => (a.asAt < b.asAt ? 1 : a.asAt > b.asAt ? -1 : 0));

export function sourcesSheet(story: Story): SheetModel {
  const { words } = story;
  const sources = newestFirst(story);
  const unread = words.say('workbook.unread').replace(/'/g, "''");
  const last = Math.max(2, sources.reduce((sum, source) => sum + (source.unread?.length ?? 0), 0) + 1);
  return {
    name: words.say('workbook.sources'),
    columns: [40, 14, 10, 22, 70].map((width) => ({ width })),
    rows: [
      [
        head(words.say('deck.column.file')),
        head(words.say('deck.column.asAt')),
        head(words.say('deck.column.rows')),
        head(words.say('deck.column.unread')),
        head(words.say('deck.column.hash')),
      ],
      ...sources.map((source): SheetCell[] => [
        free(source.file),
        { value: source.asAt, format: 'date' },
        number(source.rows, 'integer'),
        formula(`COUNTIFS('${unread}'!$H$2:$H$${last},ROW()-1)`, source.unread?.length ?? 0, 'integer'),
        text(source.sha256),
      ]),
    ],
    frozenRows: 1,
  };
}

export function unreadSheet(story: Story): SheetModel {
  const { words } = story;
  const rows = newestFirst(story).flatMap((source, at) =>
    (source.unread ?? []).map((cell): SheetCell[] => [
      free(source.file),
      text(cell.cell),
      free(cell.column),
      free(cell.of),
      free(fieldName(story, cell.field)),
      text(words.say(`absent.${cell.absence}`)),
      free(cell.text),
      { value: at + 1, format: 'integer' },
    ]),
  );
  return {
    name: words.say('workbook.unread'),
    columns: [30, 8, 24, 28, 26, 26, 70, 8].map((width) => ({ width })),
    rows: [
      [
        head(words.say('deck.column.file')),
        head(words.say('workbook.cell')),
        head(words.say('workbook.column')),
        head(words.say('field.component')),
        head(words.say('deck.column.field')),
        head(words.say('deck.column.reason')),
        head(words.say('workbook.text')),
        head(words.say('workbook.sourceNumber')),
      ],
      ...rows,
    ],
    frozenRows: 1,
  };
}
