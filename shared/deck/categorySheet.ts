// Sheet "By category": one line a category and unit of money, each figure a formula over the sheet "Components".
import { amountOf } from '#shared/kit/money.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { type CategoryLine, categoryLines } from './categorySlide.ts';
import { formula, free, head, literal, text } from './cells.ts';
import type { Layout } from './componentsSheet.ts';
import type { Story, Unit } from './story.ts';

export function categorySheet(story: Story, layout: Layout): SheetModel {
  const { words } = story;
  const rows: SheetCell[][] = [
    [
      head(words.say('field.category')),
      head(words.say('workbook.unit')),
      head(words.say('deck.figure.components')),
      head(words.say('field.wholeLifeCost')),
      head(words.say('workbook.costCount')),
      head(words.say('field.value')),
      head(words.say('workbook.benefitCount')),
    ],
  ];
  for (const unit of story.units) {
    const lines = categoryLines(story, unit, story.current);
    const first = rows.length + 1;
    for (const line of lines) rows.push(lineCells(layout, unit, line, rows.length + 1, lines));
    rows.push(totalCells(story, unit, lines, first, rows.length));
  }
  return {
    name: words.say('workbook.byCategory'),
    columns: [{ width: 46 }, { width: 14 }, { width: 14 }, { width: 18 }, { width: 22 }, { width: 18 }, { width: 24 }],
    rows,
    frozenRows: 1,
  };
}

/** SUMIFS reads * ? ~ and leading signs in a criterion, ignores case and takes 255 characters: such names count exactly. */
function countsPlainly(name: string, all: readonly CategoryLine[]): boolean {
  const alike = all.filter((line) => line.name.toLowerCase() === name.toLowerCase());
  return !/[*?~]|^[<>=]/.test(name) && name.length < 250 && alike.length === 1;
}

function lineCells(
  layout: Layout,
  unit: Unit,
  line: CategoryLine,
  at: number,
  all: readonly CategoryLine[],
): SheetCell[] {
  const { range, yes } = layout;
  const plain = countsPlainly(line.name, all);
  const criteria = (unitColumn?: 'unit' | 'benefitUnit') =>
    plain
      ? `${range('current')},${literal(yes)},${range('category')},$A${at}${unitColumn ? `,${range(unitColumn)},$B${at}` : ''}`
      : `(${range('current')}=${literal(yes)})*EXACT(${range('category')},$A${at})${unitColumn ? `*(${range(unitColumn)}=$B${at})` : ''}`;
  const count = (unitColumn?: 'unit' | 'benefitUnit') =>
    plain ? `COUNTIFS(${criteria(unitColumn)})` : `SUMPRODUCT(${criteria(unitColumn)})`;
  const sum = (column: 'cost' | 'benefit', unitColumn: 'unit' | 'benefitUnit') =>
    plain ? `SUMIFS(${range(column)},${criteria(unitColumn)})` : `SUMPRODUCT(${criteria(unitColumn)},${range(column)})`;
  const total = (covered: CategoryLine['cost']) => (covered.sums[0] ? amountOf(covered.sums[0], unit.scale) : 0);
  return [
    free(line.name),
    text(unit.label),
    formula(count(), line.rows.length, 'integer'),
    formula(sum('cost', 'unit'), total(line.cost), 'money'),
    formula(count('unit'), line.cost.count, 'integer'),
    formula(sum('benefit', 'benefitUnit'), total(line.benefit), 'money'),
    formula(count('benefitUnit'), line.benefit.count, 'integer'),
  ];
}

function totalCells(
  story: Story,
  unit: Unit,
  lines: readonly CategoryLine[],
  first: number,
  last: number,
): SheetCell[] {
  const column = (name: string, value: number, format: 'integer' | 'money'): SheetCell => ({
    ...formula(`SUM(${name}${first}:${name}${last})`, value, format),
    strong: true,
    fill: 'total',
  });
  const sum = (of: (line: CategoryLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const money = (which: 'cost' | 'benefit') =>
    amountOf({ ...unit.like, minor: sum((line) => line[which].sums[0]?.minor ?? 0) }, unit.scale);
  return [
    { ...text(story.words.say('deck.total')), strong: true, fill: 'total' },
    { ...text(unit.label), strong: true, fill: 'total' },
    column(
      'C',
      sum((line) => line.rows.length),
      'integer',
    ),
    column('D', money('cost'), 'money'),
    column(
      'E',
      sum((line) => line.cost.count),
      'integer',
    ),
    column('F', money('benefit'), 'money'),
    column(
      'G',
      sum((line) => line.benefit.count),
      'integer',
    ),
  ];
}
