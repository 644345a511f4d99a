// Slide 3, cost and benefit by category: bars, and the table whose totals add up and say what they cover.
import { type Covered, cover, type PortfolioRow } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { amountOf, type Money, sameUnit } from '#shared/kit/money.ts';
import { compareText } from '#shared/kit/order.ts';
import { cut } from '#shared/words/measure.ts';
import type { BarsBlock, TableBlock, TableCell } from './model.ts';
import { type Draft, heading, sentences, slide, titleFits } from './slide.ts';
import { coverText, inSentence, type Story, tableAmount, type Unit, unitMark } from './story.ts';
import { layTable, tableHeight } from './table.ts';
import { areaBelow, type Box, boxOf, HEADING_HEIGHT, SIZE, underHeading } from './theme.ts';

export interface CategoryLine {
  readonly name: string;
  readonly rows: readonly PortfolioRow[];
  readonly cost: Covered;
  readonly benefit: Covered;
}

/** One line a category, largest cost first, in one unit of money; components without a category stand last. */
export function categoryLines(story: Story, unit: Unit, rows: readonly PortfolioRow[]): CategoryLine[] {
  const { words } = story;
  const inUnit = (money: ReturnType<typeof figureOf>) => {
    const value = known(money);
    return value && !sameUnit(value, unit.like) ? { absent: 'unreadable' as const } : money;
  };
  const figureOf = (row: PortfolioRow, which: 'cost' | 'benefit') => row[which];
  const byName = new Map<string, PortfolioRow[]>();
  for (const row of rows) {
    const list = byName.get(row.category);
    if (list) list.push(row);
    else byName.set(row.category, [row]);
  }
  return [...byName]
    .map(([name, list]) => ({
      name: name || words.say('deck.category.none'),
      isNone: name === '',
      rows: list,
      cost: cover(list, (row) => inUnit(figureOf(row, 'cost'))),
      benefit: cover(list, (row) => inUnit(figureOf(row, 'benefit'))),
    }))
    .sort(
      (a, b) =>
        Number(a.isNone) - Number(b.isNone) ||
        minorOf(b.cost) - minorOf(a.cost) ||
        compareText(a.name, b.name, words.language),
    );
}

const minorOf = (covered: Covered): number => covered.sums[0]?.minor ?? 0;

/** Left out where no component names a category or none states a figure. */
export function categorySlides(story: Story): Draft[] {
  if (!story.current.some((row) => row.category)) return [];
  return story.units.map((unit, at) => categorySlide(story, unit, at));
}

const MOST_CATEGORIES = 9;

/** The lines a slide can carry: the smallest are one line "other", so that totals still add up. */
function shownLines(story: Story, unit: Unit, most: number): CategoryLine[] {
  const lines = categoryLines(story, unit, story.current);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1);
  const restRows = new Set(rest.flatMap((line) => line.rows));
  const [other] = categoryLines(
    story,
    unit,
    [...restRows].map((row) => ({ ...row, category: story.words.say('deck.category.other', { count: rest.length }) })),
  );
  return [...lines.slice(0, most - 1), ...(other ? [other] : [])];
}

function categorySlide(story: Story, unit: Unit, at: number): Draft {
  const { words } = story;
  const whole = wholeOf(story, unit);
  const area = { x: 5.6, y: 0, w: 6.4, h: 9 };
  const covers = heading(area, words.say('deck.category.table', { unit: unit.label }));
  const { lines, page, cutTexts } = coverTable(story, unit, whole, underHeading(boxOf(area), covers));
  const table: TableBlock = { kind: 'table', area, heading: covers, ...page };
  const foot = sentences(story, areaBelow(area, HEADING_HEIGHT + tableHeight(page)), [
    story.units.length === 1 ? leastCovered(story, lines) : '',
    words.say('deck.omit.coverage'),
  ]);
  return slide(story, {
    id: at === 0 ? 'category' : `category-${at}`,
    title: fittingTitle(story, unit, lines, whole),
    blocks: [bars(story, unit, lines), table, foot.block],
    notes: [words.say('deck.note.category'), ...foot.left, ...cutTexts],
  });
}

/** As many categories as one page holds with their total. */
function coverTable(story: Story, unit: Unit, whole: CategoryLine, box: Box) {
  const { words } = story;
  const lay = (lines: readonly CategoryLine[]) =>
    layTable({
      columns: [
        { label: words.say('field.category'), share: 1, lines: lines.length > 6 ? 2 : 3 },
        { label: words.say('field.wholeLifeCost'), align: 'end' },
        { label: words.say('deck.column.statedBy'), align: 'end' },
        { label: words.say('field.value'), align: 'end' },
        { label: words.say('deck.column.statedBy'), align: 'end' },
      ],
      rows: lines.map((line) => lineCells(story, line)),
      totals: [lineCells(story, whole).map((cell) => ({ ...cell, strong: true }))],
      width: box.w,
      height: box.h,
      size: SIZE.table,
      language: words.language,
    });
  let most = MOST_CATEGORIES;
  let lines = shownLines(story, unit, most);
  let laid = lay(lines);
  while (laid.pages.length > 1 && most > 2) {
    lines = shownLines(story, unit, --most);
    laid = lay(lines);
  }
  const page = laid.pages[0] as (typeof laid.pages)[number];
  return { lines, page, cutTexts: laid.cutTexts[0] ?? [] };
}

/** Names the category whose benefit total covers the smallest part of it. */
function leastCovered(story: Story, lines: readonly CategoryLine[]): string {
  const share = (line: CategoryLine) => line.benefit.count / Math.max(1, line.benefit.of);
  const least = [...lines].sort((a, b) => share(a) - share(b))[0];
  if (!least || lines.length < 2 || least.benefit.count === least.benefit.of) return '';
  return story.words.say('deck.category.least', {
    count: least.benefit.count,
    of: least.benefit.of,
    name: inSentence(story, least.name),
  });
}

function wholeOf(story: Story, unit: Unit): CategoryLine {
  const total = story.words.say('deck.total');
  const [whole] = categoryLines(
    story,
    unit,
    story.current.map((row) => ({ ...row, category: total })),
  );
  return whole as CategoryLine;
}

const lineCells = (story: Story, line: CategoryLine): TableCell[] => [
  { text: line.name },
  { text: wholeAmount(story, line.cost.sums[0]) },
  { text: coverText(story, line.cost) },
  { text: wholeAmount(story, line.benefit.sums[0]) },
  { text: coverText(story, line.benefit) },
];

/** A column that is added up shows one precision throughout. */
const wholeAmount = (story: Story, money: Money | undefined): string => {
  const unit = money && story.units.find((u) => sameUnit(u.like, money));
  return unit ? story.words.amount(money, unit.scale, 0) : tableAmount(story, money);
};

/** With the categories' whole names where the title then fits, else with the names cut. */
function fittingTitle(story: Story, unit: Unit, lines: readonly CategoryLine[], whole: CategoryLine): string {
  const mark = unitMark(story, unit);
  const title = mark + categoryTitle(story, lines, whole, (line) => line.name);
  return titleFits(story, title)
    ? title
    : mark + categoryTitle(story, lines, whole, (line) => cut(line.name, 5, { size: SIZE.title, bold: true }, 1));
}

function categoryTitle(
  story: Story,
  lines: readonly CategoryLine[],
  whole: CategoryLine,
  nameOf: (line: CategoryLine) => string,
): string {
  const { words } = story;
  const costs = minorOf(whole.cost);
  const benefits = minorOf(whole.benefit);
  const first = lines[0] as CategoryLine;
  const share = (part: number, all: number) => words.percent(part / all, 0);
  const name = (line: CategoryLine) => inSentence(story, nameOf(line));
  const isWhole = lines.length === 1;
  if (isWhole) return words.say('deck.category.titleOne', { name: name(first) });
  const leader = [...lines].sort((a, b) => minorOf(b.benefit) - minorOf(a.benefit))[0] as CategoryLine;
  if (costs <= 0) return words.say('deck.category.titlePlain', { count: lines.length });
  const cost = words.say('deck.category.titleCost', { name: name(first), share: share(minorOf(first.cost), costs) });
  if (benefits <= 0 || minorOf(leader.benefit) <= 0 || minorOf(leader.benefit) > benefits) return cost;
  return leader === first
    ? words.say('deck.category.titleSame', {
        name: name(first),
        share: share(minorOf(first.cost), costs),
        benefitShare: share(minorOf(first.benefit), benefits),
      })
    : words.say('deck.category.titleBoth', {
        name: name(first),
        share: share(minorOf(first.cost), costs),
        ofBenefit: share(minorOf(first.benefit), benefits),
        leader: name(leader),
        leaderShare: share(minorOf(leader.benefit), benefits),
      });
}

function bars(story: Story, unit: Unit, lines: readonly CategoryLine[]): BarsBlock {
  const { words } = story;
  const values = (which: 'cost' | 'benefit') =>
    lines.map((line) =>
      line[which].sums[0] ? Math.round(amountOf(line[which].sums[0], unit.scale) * 100) / 100 : null,
    );
  return {
    kind: 'bars',
    area: { x: 0, y: 0, w: 5.6, h: 12 },
    heading: words.say('deck.category.chart', { unit: unit.label }),
    altText: words.say('deck.category.alt', { count: lines.length }),
    categories: lines.map((line) => cut(line.name, 1.8, { size: SIZE.table }, lines.length > 6 ? 2 : 3)),
    series: [
      { name: words.say('field.wholeLifeCost'), role: 'cost', values: values('cost') },
      { name: words.say('field.value'), role: 'benefit', values: values('benefit') },
    ],
    digits: 0,
  };
}
