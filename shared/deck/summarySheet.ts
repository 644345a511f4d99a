// Sheet "Summary": the figures of the first slide, each a formula over the sheet "Components".
import { type Covered, cover } from '#shared/domain/portfolio.ts';
import { amountOf, type Money, sameUnit } from '#shared/kit/money.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { blank, formula, head, literal, note, text } from './cells.ts';
import type { Layout } from './componentsSheet.ts';
import { ratingCounts } from './portfolioSlide.ts';
import type { Story, Unit } from './story.ts';

export function summarySheet(story: Story, layout: Layout): SheetModel {
  const { words, current, rows } = story;
  const { range, yes, no } = layout;
  const isCurrent = `${range('current')},${literal(yes)}`;
  const line = (label: string, cell: SheetCell, comment = ''): SheetCell[] => [text(label), cell, note(comment)];
  const count = (code: string, value: number) => formula(code, value, 'integer');
  return {
    name: words.say('workbook.summary'),
    columns: [{ width: 52 }, { width: 18 }, { width: 70 }],
    rows: [
      [head(story.office.name ?? words.say('deck.title')), head(''), head('')],
      [text(words.say('deck.footer.asAt', { date: words.date(story.asAt) })), blank, note(story.priceBase)],
      [
        text(words.say(`classification.${story.office.classification}`)),
        blank,
        note(
          story.number === undefined
            ? words.say('deck.footer.snapshot', { snapshot: story.snapshot })
            : words.say('deck.footer.issued', { number: story.number, snapshot: story.snapshot }),
        ),
      ],
      [head(words.say('deck.figure.components')), head(''), head('')],
      line(
        words.say('workbook.currentCount'),
        count(`COUNTIFS(${isCurrent})`, current.length),
        words.say('deck.note.totals'),
      ),
      line(
        words.say('workbook.pastCount'),
        count(`COUNTIFS(${range('current')},${literal(no)})`, rows.length - current.length),
      ),
      ...story.units.flatMap((unit) => unitLines(story, layout, unit)),
      [head(words.say('deck.portfolio.delivery')), head(''), head('')],
      ...ratingCounts(current).map((rating) =>
        line(
          words.sayAny(rating.key),
          count(`COUNTIFS(${isCurrent},${range('rating')},${literal(words.sayAny(rating.key))})`, rating.count),
        ),
      ),
      [head(words.say('deck.portfolio.value')), head(''), head('')],
      ...(['onTrack', 'offTrack', 'exempt', 'notReported'] as const).map((value) => {
        const name = words.say(`valueCase.${value}`);
        return line(
          name,
          count(
            `COUNTIFS(${isCurrent},${range('value')},${literal(name)})`,
            current.filter((row) => row.value === value).length,
          ),
        );
      }),
    ],
    frozenRows: 1,
  };
}

function unitLines(story: Story, layout: Layout, unit: Unit): SheetCell[][] {
  const { words, current } = story;
  const { range, yes } = layout;
  const isCurrent = `${range('current')},${literal(yes)}`;
  const inUnit = (which: 'unit' | 'benefitUnit') => `${range(which)},${literal(unit.label)}`;
  const cost = sumIn(
    unit,
    cover(current, (row) => row.cost),
  );
  const benefit = sumIn(
    unit,
    cover(current, (row) => row.benefit),
  );
  const stating = (figure: 'cost' | 'benefit') =>
    current.filter((row) => {
      const value = row[figure];
      return value !== undefined && !('absent' in value) && sameUnit(value as Money, unit.like);
    }).length;
  const line = (label: string, cell: SheetCell): SheetCell[] => [text(label), cell, note('')];
  return [
    [head(words.say('workbook.moneyIn', { unit: unit.label })), head(''), head('')],
    line(
      words.say('field.wholeLifeCost'),
      formula(`SUMIFS(${range('cost')},${isCurrent},${inUnit('unit')})`, cost, 'money'),
    ),
    line(
      words.say('workbook.costCount'),
      formula(`COUNTIFS(${isCurrent},${inUnit('unit')})`, stating('cost'), 'integer'),
    ),
    line(
      words.say('field.value'),
      formula(`SUMIFS(${range('benefit')},${isCurrent},${inUnit('benefitUnit')})`, benefit, 'money'),
    ),
    line(
      words.say('workbook.benefitCount'),
      formula(`COUNTIFS(${isCurrent},${inUnit('benefitUnit')})`, stating('benefit'), 'integer'),
    ),
  ];
}

const sumIn = (unit: Unit, covered: Covered): number => {
  const sum = covered.sums.find((money) => sameUnit(money, unit.like));
  return sum ? amountOf(sum, unit.scale) : 0;
};
