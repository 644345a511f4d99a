// Slide 1, the portfolio on a page: how many, what they cost and return, how delivery and value stand, what totals omit.
import type { Rating } from '#shared/domain/confidence.ts';
import { RATINGS } from '#shared/domain/confidence.ts';
import { cover, type PortfolioRow } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { bcrFigure, npvFigure } from './honestSlide.ts';
import { ledgerAgain, ledgerMoney, madeUp } from './ledgerTable.ts';
import type { BarsBlock, Figure, Tone } from './model.ts';
import { type Draft, figures, sentences, slide, titleFits } from './slide.ts';
import { coverText, figureSum, join, missingText, type Story, sumsAgain, sumsText } from './story.ts';
import { toned } from './theme.ts';
import { valueSaid } from './valueSaid.ts';

export function portfolioSlide(story: Story): Draft {
  if (story.current.length === 0) return emptySlide(story);
  const { words } = story;
  const bottom = barsArea(story, 0).y + barsArea(story, 0).h;
  const omitted = sentences(
    story,
    { x: 0, y: bottom, w: 12, h: 12 - bottom },
    omissions(story),
    words.say('deck.portfolio.omit'),
  );
  return slide(story, {
    id: 'portfolio',
    title: portfolioTitle(story),
    blocks: [
      figures({ x: 0, y: 0, w: 12, h: 3.1 }, headFigures(story)),
      deliveryBars(story),
      valueBars(story),
      omitted.block,
    ],
    notes: [...omitted.left, words.say('deck.note.totals'), words.say('deck.note.rating')],
  });
}

function emptySlide(story: Story): Draft {
  const { words } = story;
  const text = sentences(story, { x: 0, y: 0, w: 8, h: 6 }, [
    words.say(story.rows.length > 0 ? 'deck.empty.past' : 'deck.empty.how', { count: story.rows.length }),
  ]);
  return slide(story, { id: 'portfolio', title: words.say('deck.empty.title'), blocks: [text.block] });
}

export function portfolioTitle(story: Story): string {
  const { words, totals } = story;
  const parts = [
    totals.cost.count > 0 &&
      words.say('deck.statesCost', { count: totals.cost.count, sum: sumsText(story, totals.cost.sums) }),
    totals.benefit.count > 0 &&
      words.say('deck.statesBenefit', {
        count: totals.benefit.count,
        sum: totals.cost.count > 0 ? sumsAgain(story, totals.benefit.sums) : sumsText(story, totals.benefit.sums),
      }),
    totals.both > 0 && words.say('deck.bothBelow', { count: totals.belowCost, both: totals.both }),
  ];
  const npv = npvClause(story);
  const head = words.say('deck.components', { count: totals.current });
  if (totals.cost.count === 0 && totals.benefit.count === 0)
    return words.say(totals.cost.missing.withheld ? 'withheld.noFigures' : 'deck.noFigures', { head });
  const said = `${head}${words.say('deck.colon')}${join(story, parts)}`;
  const whole = join(story, [said, npv]);
  return titleFits(story, whole) ? whole : said;
}

/** "NPV £30.3 m for society, −£4.76 m after risk": what the ledger makes of them. */
function npvClause(story: Story): string | false {
  const { ledger, words } = story;
  const { figures: of, likely } = ledger?.whole ?? {};
  // made-up figures never stand in one sentence with published ones
  if (!ledger || !of || !likely || story.office.sample) return false;
  return words.say('trajectory.npvClause', {
    npv: ledgerMoney(story, ledger, of.npv),
    likely: ledgerAgain(story, ledger, likely.npv),
    perspective: words.say(`perspective.${ledger.terms.perspective}`),
  });
}

function headFigures(story: Story): Figure[] {
  const { words, totals, current } = story;
  const both = current.filter((row) => row.net !== undefined);
  const costOfBoth = cover(both, (row) => row.cost);
  const benefitOfBoth = cover(both, (row) => row.benefit);
  const { ledger } = story;
  const components: Figure[] = [
    {
      value: words.number(totals.current),
      label: words.say('deck.figure.components'),
      note:
        totals.past > 0 ? words.say('deck.figure.past', { count: totals.past }) : words.say('deck.figure.allCurrent'),
    },
    {
      label: words.say('field.wholeLifeCost'),
      ...figureSum(story, totals.cost.sums, words.say('deck.figure.stated', { cover: coverText(story, totals.cost) })),
    },
  ];
  const stated: Figure[] = [
    {
      label: words.say('field.value'),
      ...figureSum(
        story,
        totals.benefit.sums,
        words.say('deck.figure.stated', { cover: coverText(story, totals.benefit) }),
      ),
    },
    {
      value: words.number(totals.both),
      label: words.say('deck.figure.both'),
      note:
        totals.both > 0
          ? words.say('deck.figure.bothSums', {
              benefit: sumsAgain(story, benefitOfBoth.sums),
              cost: sumsText(story, costOfBoth.sums),
            })
          : words.say('deck.figure.noBoth'),
    },
  ];
  if (!ledger?.whole) return [...components, ...stated];
  // what is measured comes first; what was only stated stays where anybody stated it
  const isStated = totals.benefit.count > 0;
  return [
    ...components,
    ...(isStated ? stated.slice(0, 1) : []),
    npvFigure(story, ledger),
    ...(isStated ? [] : [bcrFigure(story, ledger)]),
  ];
}

const TONE_OF: Readonly<Record<Rating, Tone>> = {
  green: 'onTrack',
  amberGreen: 'watch',
  amber: 'watch',
  amberRed: 'watch',
  red: 'offTrack',
  reset: 'exempt',
};

/** How many rows stand at each rating, best first; then those without one, by reason. */
export function ratingCounts(rows: readonly PortfolioRow[]): { key: string; tone: Tone; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const rating = known(row.confidence)?.rating;
    const key = rating ? `rating.${rating}` : row.delivery === 'exempt' ? 'deck.rating.exempt' : 'deck.rating.none';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const order: { key: string; tone: Tone }[] = [
    ...RATINGS.map((rating) => ({ key: `rating.${rating}`, tone: TONE_OF[rating] })),
    { key: 'deck.rating.exempt', tone: 'exempt' },
    { key: 'deck.rating.none', tone: 'notReported' },
  ];
  return order.flatMap((line) => {
    const count = counts.get(line.key);
    return count ? [{ ...line, count }] : [];
  });
}

/** A measured portfolio has more statuses to show. */
const barsArea = (story: Story, x: number) => ({ x, y: 3.3, w: 6, h: story.ledger ? 5.4 : 4.4 });

function deliveryBars(story: Story): BarsBlock {
  const { words } = story;
  const lines = ratingCounts(story.current).map((line) => ({ ...line, name: words.sayAny(line.key) }));
  return countBars(story, 'deck.portfolio.delivery', barsArea(story, 0), lines);
}

function valueBars(story: Story): BarsBlock {
  const { words } = story;
  const area = barsArea(story, 6);
  if (story.ledger) return countBars(story, 'trajectory.portfolio.value', area, measuredLines(story));
  const lines = (['onTrack', 'offTrack', 'exempt', 'notReported'] as const).map((tone) => ({
    tone,
    name: words.say(`valueCase.${tone}`),
    count: story.current.filter((row) => row.value === tone).length,
  }));
  return countBars(
    story,
    'deck.portfolio.value',
    area,
    lines.filter((line) => line.count > 0),
  );
}

/** How many stand at each status of the ledger, and of those that are not measured, at each case as stated. */
function measuredLines(story: Story): { name: string; tone: Tone; count: number }[] {
  const { words } = story;
  const said = story.current.map((row) => valueSaid(story, row));
  const count = (isMeasured: boolean, tones: readonly Tone[]) =>
    said.filter((each) => each.isMeasured === isMeasured && tones.includes(each.tone)).length;
  const measured = (['onTrack', 'watch', 'offTrack', 'notReported', 'notDue'] as const).map((tone) => ({
    tone,
    name: words.say(`status.${tone}`),
    count: count(true, [tone]),
  }));
  const stated = (['onTrack', 'offTrack'] as const).map((tone) => ({
    tone,
    name: words.say('trajectory.portfolio.stated', { case: words.say(`valueCase.${tone}`) }),
    count: count(false, [tone]),
  }));
  const neither = {
    tone: 'notReported' as const,
    name: words.say('trajectory.portfolio.neither'),
    count: count(false, ['exempt', 'notReported']),
  };
  return [...measured, ...stated, neither].filter((line) => line.count > 0);
}

function countBars(
  story: Story,
  heading: 'deck.portfolio.delivery' | 'deck.portfolio.value' | 'trajectory.portfolio.value',
  area: BarsBlock['area'],
  lines: readonly { name: string; tone: Tone; count: number }[],
): BarsBlock {
  const { words } = story;
  const said = join(story, [words.say(heading), heading === 'trajectory.portfolio.value' && madeUp(story)]);
  return {
    kind: 'bars',
    area,
    heading: said,
    altText: `${said}: ${lines.map((line) => `${line.name} ${words.number(line.count)}`).join(words.say('deck.comma'))}`,
    categories: lines.map((line) => toned(line.tone, line.name)),
    tones: lines.map((line) => line.tone),
    series: [{ name: words.say('deck.figure.components'), role: 'neutral', values: lines.map((line) => line.count) }],
    digits: 0,
  };
}

/** What the totals leave out, counted by reason. */
function omissions(story: Story): string[] {
  const { words, totals } = story;
  const missing = (covered: typeof totals.cost, key: 'deck.omit.cost' | 'deck.omit.benefit') =>
    covered.of > covered.count
      ? words.say(key, { count: covered.of - covered.count, why: missingText(story, covered) })
      : '';
  return [
    missing(totals.cost, 'deck.omit.cost'),
    missing(totals.benefit, 'deck.omit.benefit'),
    totals.past > 0 ? words.say('deck.omit.past', { count: totals.past }) : '',
    story.units.length > 1 ? words.say('deck.omit.units', { count: story.units.length }) : '',
    words.say('deck.omit.coverage'),
  ];
}
