// Sheet "Line of sight": every programme and every objective, money as numbers, what is only said as words.
import { amountOf } from '#shared/kit/money.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import type { SightCell } from '#shared/sight/line-of-sight.ts';
import { columnName, formula, free, head, note, number, text } from './cells.ts';
import { cellText, costOf, isServed, sightKey, tellSight } from './sightStory.ts';
import type { Story } from './story.ts';

/** Rows above the programmes: how to read it, and the heads. */
const HEADS = 2;

export function sightSheets(story: Story): SheetModel[] {
  const told = tellSight(story);
  if (!told) return [];
  const { words } = story;
  const { objectives, programmes } = told.sight;
  const amount = (minor: number) => amountOf({ minor: Math.round(minor), currency: told.currency }, told.scale);
  const cell = (each: SightCell): SheetCell =>
    each.standing === 'proven' && each.attributed !== 0
      ? number(amount(each.attributed), 'money')
      : text(cellText(story, told, each));
  const last = HEADS + programmes.length;
  const sum = (column: number, value: number): SheetCell => {
    const name = columnName(column);
    return { ...formula(`SUM(${name}${HEADS + 1}:${name}${last})`, value, 'money'), strong: true, fill: 'total' };
  };
  const costs = programmes.map((programme) => costOf(told, programme));
  const total = (value: string): SheetCell => ({ ...text(value), strong: true, fill: 'total' });
  // a sum of what is shown to the last digit, so that the workbook and its formulas agree
  const added = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return [
    {
      name: words.say('mapDeck.sight.sheet'),
      columns: [{ width: 46 }, ...objectives.map(() => ({ width: 22 })), { width: 18 }, { width: 18 }],
      rows: [
        [
          note(
            `${words.say('mapDeck.sight.table', { unit: told.unit })}${words.say('deck.semicolon')}${sightKey(story)}`,
          ),
        ],
        [
          head(words.say('mapDeck.sight.programme')),
          ...objectives.map(({ name }) => ({ ...free(name), strong: true, fill: 'head' as const })),
          head(words.say('mapDeck.sight.value')),
          head(words.say('mapDeck.sight.cost')),
        ],
        ...programmes.map((programme, at): SheetCell[] => [
          free(programme.name),
          ...programme.cells.map(cell),
          number(amount(programme.attributed), 'money'),
          number(costs[at], 'money'),
        ]),
        [
          total(words.say('mapDeck.sight.all', { count: programmes.length })),
          ...objectives.map((objective, at) =>
            isServed(objective)
              ? sum(at + 1, added(programmes.map(({ cells }) => amount(cells[at]?.attributed ?? 0))))
              : total(words.say('mapDeck.sight.unserved')),
          ),
          sum(objectives.length + 1, added(programmes.map(({ attributed }) => amount(attributed)))),
          sum(objectives.length + 2, added(costs.map((cost) => cost ?? 0))),
        ],
      ],
      frozenRows: HEADS,
      frozenColumns: 1,
    },
  ];
}
