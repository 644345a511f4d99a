// Sheet "Components": every row of the book, figures as numbers, what could not be read as text beside them.
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { compareText } from '#shared/kit/order.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { valueSide } from '#shared/value/pair.ts';
import { absentText, columnName, formula, free, head, moneyCell, number, quoted, text } from './cells.ts';
import { type Story, unitOf } from './story.ts';

const COLUMNS = [
  'id',
  'name',
  'organisation',
  'category',
  'level',
  'current',
  'rating',
  'ratedBy',
  'value',
  'unit',
  'cost',
  'costText',
  'benefit',
  'benefitText',
  'net',
  'ratio',
  'start',
  'end',
  'endText',
  'benefitUnit',
] as const;
type Column = (typeof COLUMNS)[number];

/** Where the columns of the sheet lie, for the formulas of the others. */
export interface Layout {
  readonly sheet: string;
  readonly rows: readonly PortfolioRow[];
  readonly yes: string;
  readonly no: string;
  /** Absolute range of one column over all rows: 'Components'!$K$2:$K$245. */
  readonly range: (column: Column) => string;
}

export function layoutOf(story: Story): Layout {
  const { words } = story;
  const rows = [...story.rows].sort(
    (a, b) => Number(b.current) - Number(a.current) || compareText(a.name, b.name, words.language),
  );
  const sheet = words.say('workbook.components');
  const last = Math.max(2, rows.length + 1);
  return {
    sheet,
    rows,
    yes: words.say('workbook.yes'),
    no: words.say('workbook.no'),
    range: (column) => {
      const name = columnName(COLUMNS.indexOf(column));
      return `${quoted(sheet)}!$${name}$2:$${name}$${last}`;
    },
  };
}

export function componentsSheet(story: Story, layout: Layout): SheetModel {
  const { words } = story;
  const labels: Record<Column, string> = {
    id: words.say('field.sourceId'),
    name: words.say('field.name'),
    organisation: words.say('field.organisation'),
    category: words.say('field.category'),
    level: words.say('field.level'),
    current: words.say('workbook.current'),
    rating: words.say('deck.column.delivery'),
    ratedBy: words.say('workbook.ratedBy'),
    value: words.say('workbook.valueCase'),
    unit: words.say('workbook.costUnit'),
    cost: words.say('field.wholeLifeCost'),
    costText: words.say('workbook.costText'),
    benefit: words.say('field.value'),
    benefitText: words.say('workbook.benefitText'),
    net: words.say('deck.column.net'),
    ratio: words.say('deck.column.ratio'),
    start: words.say('field.start'),
    end: words.say('field.end'),
    endText: words.say('workbook.endText'),
    benefitUnit: words.say('workbook.benefitUnit'),
  };
  const widths: Record<Column, number> = {
    id: 22,
    name: 46,
    organisation: 18,
    category: 30,
    level: 12,
    current: 10,
    rating: 16,
    ratedBy: 22,
    value: 30,
    unit: 14,
    cost: 14,
    costText: 34,
    benefit: 14,
    benefitText: 34,
    net: 14,
    ratio: 12,
    start: 12,
    end: 12,
    endText: 26,
    benefitUnit: 14,
  };
  // what the ledger says stands after what was stated
  const measured = story.ledger ? (['measured', 'measuredRatio'] as const) : [];
  return {
    name: layout.sheet,
    columns: [...COLUMNS.map((column) => ({ width: widths[column] })), ...measured.map(() => ({ width: 18 }))],
    rows: [
      [
        ...COLUMNS.map((column) => head(labels[column])),
        ...measured.map((column) => head(words.say(`trajectory.column.${column}`))),
      ],
      ...layout.rows.map((row, at) => [...cells(story, layout, row, at + 2), ...measuredCells(story, row)]),
    ],
    frozenRows: 1,
    frozenColumns: 2,
  };
}

function measuredCells(story: Story, row: PortfolioRow): SheetCell[] {
  if (!story.ledger) return [];
  const side = valueSide(row, story.ledger.value.components.get(row.id));
  if (side.from === 'stated') return [text(''), number(undefined, 'percent')];
  return [text(story.words.say(`status.${side.status}`)), number(side.ratio, 'percent')];
}

function cells(story: Story, layout: Layout, row: PortfolioRow, line: number): SheetCell[] {
  const { words } = story;
  const at = (column: Column) => `${columnName(COLUMNS.indexOf(column))}${line}`;
  const rating = known(row.confidence)?.rating;
  const unitLabel = (value: PortfolioRow['cost']) => {
    const money = known(value);
    return text((money && unitOf(story, money)?.label) ?? '');
  };
  const cost = moneyCell(story, row.cost);
  const benefit = moneyCell(story, row.benefit);
  const made: Record<Column, SheetCell> = {
    id: free(row.sourceId ?? ''),
    name: free(row.name),
    organisation: free(row.organisation),
    category: free(row.category || words.say('deck.category.none')),
    level: text(words.say(`level.${row.level}`)),
    current: text(row.current ? layout.yes : layout.no),
    rating: text(
      rating
        ? words.say(`rating.${rating}`)
        : words.say(row.delivery === 'exempt' ? 'deck.rating.exempt' : 'deck.rating.none'),
    ),
    ratedBy: text(rating && row.judgedBy ? words.say(`ratedBy.${row.judgedBy}`) : ''),
    value: text(words.say(`valueCase.${row.value}`)),
    unit: unitLabel(row.cost),
    cost,
    costText: free(absentText(words, row.cost)),
    benefit,
    benefitText: free(absentText(words, row.benefit)),
    net: row.net
      ? formula(`${at('benefit')}-${at('cost')}`, Number(benefit.value) - Number(cost.value), 'money')
      : { format: 'money' },
    ratio:
      row.ratio !== undefined
        ? formula(`${at('benefit')}/${at('cost')}`, Number(benefit.value) / Number(cost.value), 'ratio')
        : { format: 'ratio' },
    start: day(known(row.start)),
    end: day(known(row.end)),
    endText: free(absentText(words, row.end)),
    benefitUnit: unitLabel(row.benefit),
  };
  return COLUMNS.map((column) => made[column]);
}

const day = (value: string | undefined): SheetCell => (value ? { value, format: 'date' } : number(undefined, 'date'));
