// Sheet "Exceptions": the rows of the exceptions slides, whole, in the same order.
import { known } from '#shared/kit/absent.ts';
import { amountOf } from '#shared/kit/money.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { formula, free, head, moneyCell, number, text } from './cells.ts';
import { exceptionRows } from './exceptionSlides.ts';
import { type Story, unitOf } from './story.ts';

export function exceptionsSheet(story: Story): SheetModel {
  const { words } = story;
  const rows = exceptionRows(story).map((row, at): SheetCell[] => {
    const line = at + 2;
    const cost = known(row.cost);
    const unit = unitOf(story, cost ?? known(row.benefit) ?? { minor: 0, currency: story.office.currency });
    const rating = known(row.confidence)?.rating;
    const end = known(row.end);
    return [
      number(at + 1, 'integer'),
      free(row.name),
      free(row.organisation),
      text(rating ? words.say(`rating.${rating}`) : words.say('deck.rating.none')),
      text(rating && row.judgedBy ? words.say(`ratedBy.${row.judgedBy}`) : ''),
      text(words.say(`valueCase.${row.value}`)),
      text(unit?.label ?? ''),
      moneyCell(story, row.cost),
      moneyCell(story, row.benefit),
      row.net && unit ? formula(`I${line}-H${line}`, amountOf(row.net, unit.scale), 'money') : { format: 'money' },
      row.ratio === undefined ? { format: 'ratio' } : formula(`I${line}/H${line}`, row.ratio, 'ratio'),
      end ? { value: end, format: 'date' } : { format: 'date' },
    ];
  });
  return {
    name: words.say('workbook.exceptions'),
    columns: [6, 46, 18, 16, 22, 30, 14, 14, 14, 14, 12, 12].map((width) => ({ width })),
    rows: [
      [
        head('#'),
        head(words.say('field.component')),
        head(words.say('field.organisation')),
        head(words.say('deck.column.delivery')),
        head(words.say('workbook.ratedBy')),
        head(words.say('workbook.valueCase')),
        head(words.say('workbook.unit')),
        head(words.say('field.wholeLifeCost')),
        head(words.say('field.value')),
        head(words.say('deck.column.net')),
        head(words.say('deck.column.ratio')),
        head(words.say('field.end')),
      ],
      ...rows,
    ],
    frozenRows: 1,
    frozenColumns: 2,
  };
}
