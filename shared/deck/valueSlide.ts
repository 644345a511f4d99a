// Slide 2, value against cost: every component that states both as a bubble, the heaviest cases numbered and named.
import { RATINGS } from '#shared/domain/confidence.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { amountOf, type Money, sameUnit } from '#shared/kit/money.ts';
import { tidied } from '#shared/words/measure.ts';
import { linearSpan, logSpan, spreadsWidely } from './axis.ts';
import type { BubbleBlock, BubblePoint, BubbleSeries, TableBlock, Tone } from './model.ts';
import { type Draft, heading, sentences, slide, titleFits } from './slide.ts';
import {
  inSentence,
  join,
  ratioText,
  type Story,
  sumsAgain,
  sumsText,
  tableAmount,
  type Unit,
  unitMark,
} from './story.ts';
import { layTable, tableHeight } from './table.ts';
import { areaBelow, boxOf, HEADING_HEIGHT, SIZE, type TONE, toned, underHeading } from './theme.ts';

interface Case extends PortfolioRow {
  readonly cost: Money;
  readonly benefit: Money;
  readonly net: Money;
}

/** One slide for each currency and price base in which components state both figures. */
export function valueSlides(story: Story): Draft[] {
  return story.units.flatMap((unit, at) => {
    const cases = casesIn(story, unit);
    return cases.length > 0 ? [valueSlide(story, unit, cases, at)] : [];
  });
}

const casesIn = (story: Story, unit: Unit): Case[] =>
  story.current.filter((row): row is Case => {
    const cost = known(row.cost);
    return row.net !== undefined && cost !== undefined && sameUnit(cost, unit.like);
  });

function valueSlide(story: Story, unit: Unit, cases: readonly Case[], at: number): Draft {
  const { words } = story;
  const log = cases.length > 2 && spreadsWidely(cases.flatMap((row) => [xOf(row, unit), yOf(row, unit)]));
  const drawn = cases.filter((row) => !log || (xOf(row, unit) > 0 && yOf(row, unit) > 0));
  const undrawn = cases.filter((row) => !drawn.includes(row));
  const table = namedTable(story, unit, drawn.length > 0 ? drawn : cases);
  const numbers = new Map(table.named.map((row, i) => [row.id, i + 1]));
  const below = cases.filter((row) => row.net.minor < 0).sort((a, b) => a.net.minor - b.net.minor);
  const foot = sentences(story, table.below, [
    below.length > 0 ? words.say('deck.value.below', { count: below.length }) : words.say('deck.value.noneBelow'),
    undrawn.length > 0
      ? words.say('deck.value.undrawn', {
          count: undrawn.length,
          names: undrawn.map((row) => inSentence(story, row.name)).join(words.say('deck.comma')),
        })
      : '',
    words.say(log ? 'deck.value.sizeLog' : 'deck.value.size'),
  ]);
  return slide(story, {
    id: at === 0 ? 'value' : `value-${unit.like.currency}-${at}`,
    title: valueTitle(story, unit, cases, below),
    blocks: [...(drawn.length > 0 ? [bubbles(story, unit, drawn, log, numbers)] : []), table.block, foot.block],
    notes: [
      words.say('deck.note.value'),
      ...(below.length > 0 ? [words.say('deck.note.below', { names: below.map((row) => row.name).join('; ') })] : []),
      ...foot.left,
      ...table.cutTexts,
    ],
  });
}

const xOf = (row: Case, unit: Unit) => amountOf(row.cost, unit.scale);
const yOf = (row: Case, unit: Unit) => amountOf(row.benefit, unit.scale);

function valueTitle(story: Story, unit: Unit, cases: readonly Case[], below: readonly Case[]): string {
  const { words } = story;
  const mark = unitMark(story, unit);
  const [first] = below;
  if (!first) return mark + words.say('deck.value.titleNone', { count: cases.length });
  const shortfall = below.reduce((sum, row) => sum + row.net.minor, 0);
  const all = words.say('deck.value.title', {
    count: below.length,
    of: cases.length,
    sum: sumsText(story, [{ ...first.net, minor: -shortfall }]),
  });
  const worst = words.say('deck.value.worst', {
    name: inSentence(story, tidied(first.name)),
    sum: sumsAgain(story, [{ ...first.net, minor: -first.net.minor }]),
  });
  const whole = mark + join(story, [all, worst]);
  return below.length > 1 && titleFits(story, whole) ? whole : mark + all;
}

const MOST_NAMED = 12;

/** The worst shortfalls and the largest costs, as many as the table holds, in order of cost. */
function namedTable(story: Story, unit: Unit, cases: readonly Case[]) {
  const { words } = story;
  const area = { x: 7, y: 0, w: 5, h: 9 };
  const named = heading(area, words.say('deck.value.named', { unit: unit.label }));
  const box = underHeading(boxOf(area), named);
  const worst = cases.filter((row) => row.net.minor < 0).sort((a, b) => a.net.minor - b.net.minor);
  const largest = [...cases].sort((a, b) => b.cost.minor - a.cost.minor);
  const chosen = [...new Set([...worst.slice(0, MOST_NAMED / 2), ...largest])].slice(0, MOST_NAMED);
  const lay = (rows: readonly Case[]) =>
    layTable({
      columns: [
        { label: '#', align: 'end' },
        { label: words.say('field.component'), share: 1, lines: 2 },
        { label: words.say('deck.column.cost'), align: 'end' },
        { label: words.say('deck.column.benefit'), align: 'end' },
        { label: words.say('deck.column.ratio'), align: 'end' },
      ],
      rows: rows.map((row, at) => [
        { text: words.number(at + 1), strong: true },
        { text: row.name },
        { text: tableAmount(story, row.cost) },
        { text: tableAmount(story, row.benefit) },
        {
          text: row.ratio === undefined ? '—' : toned(row.value as Tone, ratioText(story, row.ratio)),
          tone: row.value as Tone,
        },
      ]),
      width: box.w,
      height: box.h,
      size: SIZE.least,
      language: words.language,
    });
  const inOrder = (rows: readonly Case[]) => [...rows].sort((a, b) => b.cost.minor - a.cost.minor);
  let kept = chosen;
  let laid = lay(inOrder(kept));
  while (laid.pages.length > 1 && kept.length > 1) {
    kept = kept.slice(0, -1);
    laid = lay(inOrder(kept));
  }
  const page = laid.pages[0] as (typeof laid.pages)[number];
  const block: TableBlock = { kind: 'table', area, heading: named, ...page };
  return {
    block,
    below: areaBelow(area, HEADING_HEIGHT + tableHeight(page)),
    named: inOrder(kept),
    cutTexts: laid.cutTexts[0] ?? [],
  };
}

function bubbles(
  story: Story,
  unit: Unit,
  cases: readonly Case[],
  log: boolean,
  numbers: ReadonlyMap<string, number>,
): BubbleBlock {
  const { words } = story;
  const spanOf = log ? logSpan : linearSpan;
  const x = spanOf(cases.map((row) => xOf(row, unit)));
  const y = spanOf(cases.map((row) => yOf(row, unit)));
  // both axes reach equally high, so that the line on which they are equal is always in sight
  const max = Math.max(x.max, y.max);
  const largest = Math.max(...cases.map((row) => xOf(row, unit)), 1e-9);
  const least = Math.min(...cases.map((row) => xOf(row, unit)).filter((x) => x > 0), largest);
  // over many powers of ten an area true to cost would leave most bubbles invisible: one step of width a decade
  const size = (x: number) => (log ? (1 + Math.log10(Math.max(x / least, 1))) ** 2 : Math.max(x, largest / 60));
  const point = (row: Case): BubblePoint => ({
    x: xOf(row, unit),
    y: yOf(row, unit),
    size: size(xOf(row, unit)),
    label: row.name,
    ...(numbers.has(row.id) ? { number: numbers.get(row.id) as number } : {}),
  });
  const series = (['onTrack', 'watch', 'offTrack', 'exempt', 'notReported'] as const).flatMap(
    (tone): BubbleSeries[] => {
      const rows = cases.filter((row) => row.delivery === tone);
      return rows.length === 0
        ? []
        : [
            {
              name: seriesName(story, tone, rows),
              tone,
              points: rows.sort((a, b) => b.cost.minor - a.cost.minor).map(point),
            },
          ];
    },
  );
  const area = { x: 0, y: 0, w: 7, h: 12 };
  return {
    kind: 'bubbles',
    area,
    heading: heading(area, words.say('deck.value.chart', { unit: unit.label })),
    altText: words.say('deck.value.alt', { count: cases.length, series: series.map((s) => s.name).join(', ') }),
    x: { title: words.say('deck.value.x', { unit: unit.label }), log, min: x.min, max },
    y: { title: words.say('deck.value.y', { unit: unit.label }), log, min: y.min, max },
    series,
    breakEven: words.say('deck.value.breakEven'),
  };
}

/** "▲ Amber/Green, Amber: 61": every colour has its word and its number. */
function seriesName(story: Story, tone: keyof typeof TONE, rows: readonly Case[]): string {
  const { words } = story;
  const met = RATINGS.filter((rating) => rows.some((row) => known(row.confidence)?.rating === rating));
  const names = met.map((rating) => words.say(`rating.${rating}`));
  if (rows.some((row) => !known(row.confidence)))
    names.push(words.say(tone === 'exempt' ? 'deck.rating.exempt' : 'deck.rating.none'));
  return words.say('deck.value.series', {
    name: toned(tone, names.join(words.say('deck.comma'))),
    number: rows.length,
  });
}
