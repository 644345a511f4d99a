// Slide 4, exceptions only: rated red or costing more than they return, each with its figures, the worst first.
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { compareText } from '#shared/kit/order.ts';
import { madeUp } from './ledgerTable.ts';
import type { Block, TableBlock, TableCell } from './model.ts';
import { type Draft, heading, slide } from './slide.ts';
import { amountsIn, dateText, join, ratioText, rowUnits, type Story, tableAmount } from './story.ts';
import { layTable } from './table.ts';
import { boxOf, SIZE, toned, underHeading } from './theme.ts';
import { isValueException, valueCell, valueSaid } from './valueSaid.ts';

const isException = (story: Story, row: PortfolioRow): boolean => weight(story, row) > 0;

const weight = (story: Story, row: PortfolioRow) =>
  Number(row.delivery === 'offTrack') + Number(row.value === 'offTrack' || isValueException(story, row));

/** Both faults first, then the deepest shortfall, then the largest cost. */
export function exceptionRows(story: Story): PortfolioRow[] {
  return story.current
    .filter((row) => isException(story, row))
    .sort(
      (a, b) =>
        weight(story, b) - weight(story, a) ||
        Math.min(0, a.net?.minor ?? 0) - Math.min(0, b.net?.minor ?? 0) ||
        (known(b.cost)?.minor ?? 0) - (known(a.cost)?.minor ?? 0) ||
        compareText(a.name, b.name, story.words.language),
    );
}

export function exceptionSlides(story: Story): Draft[] {
  const { words } = story;
  const rows = exceptionRows(story);
  if (rows.length === 0) return [];
  const area = { x: 0, y: 0, w: 12, h: 12 };
  const amounts = heading(area, amountsIn(story));
  const box = underHeading(boxOf(area), amounts);
  const mixed = story.units.length > 1;
  const laid = layTable({
    columns: [
      { label: '#', align: 'end' },
      { label: words.say('field.component'), share: 1.5, lines: 2 },
      { label: words.say('field.organisation'), share: 0.75, lines: 2 },
      { label: words.say('deck.column.delivery'), lines: 2 },
      ...(story.ledger
        ? [{ label: join(story, [words.say('trajectory.column.status'), madeUp(story)]), lines: 2 }]
        : []),
      { label: words.say('deck.column.cost'), align: 'end' },
      { label: words.say('deck.column.benefit'), align: 'end' },
      { label: words.say('deck.column.net'), align: 'end' },
      ...(mixed ? [{ label: words.say('workbook.unit'), lines: 2 }] : []),
      { label: words.say('deck.column.ratio'), align: 'end' },
      { label: words.say('field.end'), align: 'end' },
    ],
    rows: rows.map((row, at) => exceptionCells(story, row, at + 1)),
    width: box.w,
    height: box.h,
    size: SIZE.table,
    language: words.language,
  });
  const title = exceptionTitle(story, rows);
  return laid.pages.map((page, at) => {
    const table: TableBlock = { kind: 'table', area, heading: amounts, ...page };
    const blocks: Block[] = [table];
    return slide(story, {
      id: `exceptions-${at + 1}`,
      title: laid.pages.length > 1 ? `${title} ${pageMark(story, at + 1, laid.pages.length)}` : title,
      blocks,
      notes: [
        words.say('deck.note.exceptions'),
        ...(story.ledger ? [words.say('trajectory.note.components')] : []),
        ...(laid.cutTexts[at] ?? []),
      ],
    });
  });
}

export const pageMark = (story: Story, page: number, pages: number): string =>
  story.words.say('deck.page', { page, pages });

export function exceptionTitle(story: Story, rows: readonly PortfolioRow[]): string {
  const { words } = story;
  const red = rows.filter((row) => row.delivery === 'offTrack').length;
  const below = rows.filter((row) => row.value === 'offTrack').length;
  const offTrack = rows.filter((row) => valueSaid(story, row).isMeasured && isValueException(story, row)).length;
  const both = rows.filter((row) => weight(story, row) === 2).length;
  const head = words.say('deck.exceptions.title', { count: rows.length });
  const parts = [
    red > 0 && words.say('deck.exceptions.red', { count: red }),
    below > 0 && words.say('deck.exceptions.below', { count: below }),
    offTrack > 0 && words.say('trajectory.exceptions.offTrack', { count: offTrack }),
    both > 0 && words.say('deck.exceptions.both', { count: both }),
  ];
  return `${head}${words.say('deck.colon')}${join(story, parts)}`;
}

/** "■ Red · sponsor": the rating with its shape, and whose it is. */
export function ratingText(story: Story, row: PortfolioRow): string {
  const { words } = story;
  const rating = known(row.confidence)?.rating;
  if (!rating)
    return toned(row.delivery, words.say(row.delivery === 'exempt' ? 'deck.rating.exempt' : 'deck.rating.none'));
  const by = row.judgedBy ? ` · ${words.say(`deck.by.${row.judgedBy}`)}` : '';
  return toned(row.delivery, words.say(`rating.${rating}`)) + by;
}

function exceptionCells(story: Story, row: PortfolioRow, place: number): TableCell[] {
  const isBelow = row.value === 'offTrack';
  const worth = isBelow ? { tone: 'offTrack' as const } : {};
  return [
    { text: story.words.number(place) },
    { text: row.name, strong: true },
    { text: row.organisation },
    { text: ratingText(story, row), tone: row.delivery },
    ...(story.ledger ? [valueCell(story, row)] : []),
    { text: tableAmount(story, known(row.cost)) },
    { text: tableAmount(story, known(row.benefit)) },
    { text: tableAmount(story, row.net), ...worth },
    ...(story.units.length > 1 ? [{ text: rowUnits(story, row) }] : []),
    { text: isBelow ? toned('offTrack', ratioText(story, row.ratio)) : ratioText(story, row.ratio), ...worth },
    { text: dateText(story, known(row.end)) },
  ];
}
