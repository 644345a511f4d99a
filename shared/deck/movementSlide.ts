// Movement since the pack issued last, else since the publication before: counts, and the biggest moves with what was and what is.
import { type PortfolioRow, portfolioRows } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { ratingText } from './exceptionSlides.ts';
import type { Figure, TableBlock, TableCell } from './model.ts';
import { type Movement, movementOf, ratingSteps, SLIP_DAYS } from './movement.ts';
import { type Draft, figures, slide } from './slide.ts';
import { dateText, figureSum, join, mixedAmount, type Story, sumsText } from './story.ts';
import { layTable } from './table.ts';
import { boxOf, SIZE, toned, underHeading } from './theme.ts';

/** Left out where there is no earlier state, or nothing of it is still here to compare. */
export function movementSlide(story: Story): Draft | undefined {
  if (!story.before) return undefined;
  const move = movementOf(portfolioRows(story.before.book), story.rows);
  if (move.pairs.length === 0) return undefined;
  const { words } = story;
  const { asAt, pack } = story.before;
  const since = pack ? words.say('deck.movement.pack', { number: pack, asAt: words.date(asAt) }) : words.date(asAt);
  const area = { x: 0, y: 3.4, w: 12, h: 8.6 };
  const unit = story.units.length === 1 ? story.units[0]?.label : undefined;
  const heading = unit ? words.say('deck.movement.tableIn', { unit }) : words.say('deck.movement.table');
  const box = underHeading(boxOf(area), heading);
  const lay = (rows: readonly TableCell[][]) =>
    layTable({
      columns: [
        { label: words.say('field.component'), share: 1.6, lines: 2 },
        { label: words.say('deck.column.what'), share: 0.8, lines: 2 },
        { label: words.say('deck.column.before'), align: 'end' },
        { label: words.say('deck.column.after'), align: 'end' },
        { label: words.say('deck.column.change'), align: 'end' },
      ],
      rows,
      width: box.w,
      height: box.h,
      size: SIZE.table,
      language: words.language,
    });
  // one page: the longest of the lists gives up its last row until all fit
  const moves = biggestMoves(story, move);
  let laid = lay(moves.flat());
  while (laid.pages.length > 1) {
    moves.reduce((longest, list) => (list.length >= longest.length ? list : longest)).pop();
    laid = lay(moves.flat());
  }
  const page = laid.pages[0] as (typeof laid.pages)[number];
  const table: TableBlock = { kind: 'table', area, heading, ...page };
  return slide(story, {
    id: 'movement',
    title: movementTitle(story, move, since),
    blocks: [
      figures({ x: 0, y: 0, w: 12, h: 3.3 }, moveFigures(story, move)),
      ...(page.rows.length > 0 ? [table] : []),
    ],
    notes: [
      words.say('deck.note.movement', { days: SLIP_DAYS }),
      ...(move.added.length > 0
        ? [words.say('deck.note.added', { names: move.added.map((row) => row.name).join('; ') })]
        : []),
      ...(move.gone.length > 0
        ? [words.say('deck.note.gone', { names: move.gone.map((row) => row.name).join('; ') })]
        : []),
      ...(laid.cutTexts[0] ?? []),
    ],
  });
}

function movementTitle(story: Story, move: Movement, since: string): string {
  const { words } = story;
  return `${words.say('deck.movement.since', { since })}${words.say('deck.colon')}${join(story, [
    words.say('deck.movement.ratings', { worse: move.worse.length, better: move.better.length }),
    words.say('deck.movement.later', { count: move.later.length, days: SLIP_DAYS }),
    costClause(story, move),
  ])}`;
}

function costClause(story: Story, move: Movement): string | undefined {
  const { words } = story;
  const [first, ...others] = move.costChange;
  if (!first || others.length > 0) return undefined;
  const { change, before } = first;
  if (change.minor === 0) return words.say('deck.movement.costSame', { count: move.costs.length });
  const sum = sumsText(story, [{ ...change, minor: Math.abs(change.minor) }]);
  const share = before.minor > 0 ? ` (${words.percent(Math.abs(change.minor) / before.minor, 1)})` : '';
  return words.say(change.minor > 0 ? 'deck.movement.costUp' : 'deck.movement.costDown', {
    count: move.costs.length,
    sum: sum + share,
  });
}

function moveFigures(story: Story, move: Movement): Figure[] {
  const { words } = story;
  const [change, ...others] = move.costChange.map((unit) => unit.change);
  const isOne = change !== undefined && others.length === 0;
  return [
    {
      value: words.number(move.worse.length),
      label: words.say('deck.figure.worse'),
      note: words.say('deck.figure.ratedTwice', { count: move.ratedTwice }),
    },
    {
      value: words.number(move.better.length),
      label: words.say('deck.figure.better'),
      note: words.say(move.otherScale > 0 ? 'deck.figure.otherScale' : 'deck.figure.ratedTwice', {
        count: move.otherScale > 0 ? move.otherScale : move.ratedTwice,
      }),
    },
    {
      value: words.number(move.later.length),
      label: words.say('deck.figure.later', { days: SLIP_DAYS }),
      note: words.say('deck.figure.datedTwice', { count: move.datedTwice }),
    },
    {
      label: words.say(
        isOne ? (change.minor < 0 ? 'deck.figure.costDown' : 'deck.figure.costUp') : 'deck.figure.costChange',
      ),
      ...figureSum(
        story,
        isOne ? [{ ...change, minor: Math.abs(change.minor) }] : move.costChange.map((unit) => unit.change),
        words.say('deck.figure.costTwice', { count: move.costs.length }),
      ),
    },
    {
      value: words.number(move.added.length),
      label: words.say('deck.figure.joined'),
      note: join(story, [
        words.say('deck.figure.left', { count: move.gone.length }),
        words.say('deck.figure.pairs', { count: move.pairs.length }),
      ]),
    },
  ];
}

const MOST_PER_KIND = 4;
/** A plus sign that stays before its number in right-to-left text. */
const PLUS = '\u200e+';

/** The largest changes of cost, the longest slips, the deepest falls in rating, who joined and who left, a few of each. */
function biggestMoves(story: Story, move: Movement): TableCell[][][] {
  const { words } = story;
  const costs = [...move.costs]
    .filter((m) => m.change.minor !== 0)
    .sort((a, b) => Math.abs(b.change.minor) - Math.abs(a.change.minor))
    .slice(0, MOST_PER_KIND)
    .map((m): TableCell[] => {
      const sign = m.change.minor > 0 ? PLUS : '';
      return [
        { text: m.pair.now.name, strong: true },
        { text: words.say('field.wholeLifeCost') },
        { text: mixedAmount(story, m.before) },
        { text: mixedAmount(story, m.now) },
        { text: `${sign}${mixedAmount(story, m.change)}` },
      ];
    });
  const slips = [...move.later]
    .sort((a, b) => b.days - a.days)
    .slice(0, MOST_PER_KIND)
    .map((pair): TableCell[] => [
      { text: pair.now.name, strong: true },
      { text: words.say('deck.move.end') },
      { text: dateText(story, known(pair.before.end)) },
      { text: dateText(story, known(pair.now.end)) },
      { text: words.say('deck.move.months', { count: Math.round(pair.days / 30.4) }) },
    ]);
  const falls = [...move.worse]
    .sort(
      (a, b) =>
        Number(ratingSteps(b)) - Number(ratingSteps(a)) ||
        (known(b.now.cost)?.minor ?? 0) - (known(a.now.cost)?.minor ?? 0),
    )
    .slice(0, MOST_PER_KIND)
    .map((pair): TableCell[] => [
      { text: pair.now.name, strong: true },
      { text: words.say('deck.column.delivery') },
      { text: ratingText(story, pair.before), tone: pair.before.delivery },
      { text: ratingText(story, pair.now), tone: pair.now.delivery },
      { text: toned('offTrack', words.say('deck.move.worse')), tone: 'offTrack' },
    ]);
  const comings = (rows: readonly PortfolioRow[], key: 'deck.move.joined' | 'deck.move.left'): TableCell[][] =>
    [...rows]
      .sort((a, b) => (known(b.cost)?.minor ?? 0) - (known(a.cost)?.minor ?? 0))
      .slice(0, MOST_PER_KIND)
      .map((row) => {
        const cost = known(row.cost);
        const said = { text: cost ? mixedAmount(story, cost) : '—' };
        const [before, now] = key === 'deck.move.joined' ? [{ text: '—' }, said] : [said, { text: '—' }];
        return [
          { text: row.name, strong: true },
          { text: words.say('field.wholeLifeCost') },
          before,
          now,
          { text: words.say(key) },
        ];
      });
  return [costs, slips, falls, comings(move.added, 'deck.move.joined'), comings(move.gone, 'deck.move.left')];
}
