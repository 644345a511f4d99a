// Value trajectory: first plan, plan, forecast with its band, actual and verified actual by fiscal quarter, and whose the gap is.

import type { RecordId } from '#shared/kit/ids.ts';
import { amountOf } from '#shared/kit/money.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import type { LedgerStory } from './ledgerStory.ts';
import {
  ledgerAgain,
  ledgerAmount,
  ledgerMoney,
  ledgerSource,
  madeUp,
  placedTable,
  type TableParts,
} from './ledgerTable.ts';
import type { LineRole, LineSeries, LinesBlock } from './model.ts';
import { type Draft, heading, sentences, slide, titleFits } from './slide.ts';
import { inSentence, join, type Story } from './story.ts';
import { areaBelow } from './theme.ts';
import { type Figure, type Gap, gapsOf, type Rebaseline, type Trajectory, trajectoryOf } from './trajectory.ts';

export function trajectorySlides(story: Story): Draft[] {
  const { ledger } = story;
  const trajectory = ledger && trajectoryOf(story.book, ledger.value, ledger.classes);
  return ledger && trajectory ? [trajectorySlide(story, ledger, trajectory)] : [];
}

const MOST_COMPONENTS = 12;
const CHART = { x: 0, y: 0, w: 8, h: 9.2 } as const;
const TABLES = { x: 8.2, y: 0, w: 3.8, h: 6 } as const;

function trajectorySlide(story: Story, ledger: LedgerStory, trajectory: Trajectory): Draft {
  const { words } = story;
  const gaps = gapsOf(ledger.value, ledger.classes);
  const foot = sentences(story, { x: 0, y: 9.3, w: 8, h: 2.7 }, footSentences(story, ledger, trajectory));
  const byClass = classTable(story, ledger);
  const area = areaBelow(byClass.below, 0.12);
  const byComponent = gapTable(story, ledger, gaps, area);
  return slide(story, {
    id: 'trajectory',
    title: titleOf(story, ledger, gaps),
    blocks: [chart(story, ledger, trajectory), byClass.block, byComponent.block, foot.block],
    source: ledgerSource(story, ledger),
    notes: [
      words.say('trajectory.note.lines'),
      words.say('trajectory.note.toDate'),
      ...trajectory.rebaselines
        .slice(MOST_REBASELINES)
        .map((each, at) => rebaselineText(story, each, at + MOST_REBASELINES)),
      ...foot.left,
      ...byClass.cutTexts,
      ...byComponent.cutTexts,
    ],
  });
}

/** "cashable, non-cashable financial and social value": what the perspective adds. */
export const classesText = (story: Story, ledger: LedgerStory): string =>
  ledger.classes.map((group) => story.words.say(`trajectory.class.${group}`)).join(story.words.say('deck.comma'));

export const perspectiveText = (story: Story, ledger: LedgerStory): string =>
  story.words.say('trajectory.perspective', {
    perspective: story.words.say(`perspective.${ledger.terms.perspective}`),
    classes: classesText(story, ledger),
  });

/** Components that together hold four fifths of what is missing. */
function mostOf(gaps: readonly Gap[]): Gap[] {
  const behind = gaps.filter(({ plan, actual }) => plan > actual);
  const all = behind.reduce((sum, { plan, actual }) => sum + plan - actual, 0);
  const most: Gap[] = [];
  let sum = 0;
  for (const gap of behind) {
    if (sum >= all * 0.8) break;
    most.push(gap);
    sum += gap.plan - gap.actual;
  }
  return most;
}

function titleOf(story: Story, ledger: LedgerStory, gaps: readonly Gap[]): string {
  const { words } = story;
  const plan = gaps.reduce((sum, gap) => sum + gap.plan, 0);
  const actual = gaps.reduce((sum, gap) => sum + gap.actual, 0);
  const perspective = perspectiveText(story, ledger);
  const again = (minor: number) => ledgerAgain(story, ledger, minor);
  const args = {
    perspective,
    actual: ledgerMoney(story, ledger, actual),
    plan: again(plan),
    gap: again(Math.abs(plan - actual)),
  };
  if (plan === 0 && actual === 0) return words.say('trajectory.title.none', { perspective });
  if (actual >= plan) return words.say('trajectory.title.ahead', args);
  const most = mostOf(gaps);
  const name = inSentence(story, story.book.get('component', most[0]?.component)?.name ?? '');
  const whole = words.say('trajectory.title.behind', { ...args, count: most.length, name });
  return titleFits(story, whole) ? whole : words.say('trajectory.title.behindShort', args);
}

function chart(story: Story, ledger: LedgerStory, trajectory: Trajectory): LinesBlock {
  const { words } = story;
  const { cumulative, lastRead, lastVerified, periods, rebaselines } = trajectory;
  const { currency } = ledger.terms;
  const scaled = (minor: number) => amountOf({ minor: Math.round(minor), currency }, ledger.scale);
  const line = (role: LineRole, figure: Figure, from: number, to: number, label: string) => ({
    role,
    label,
    values: cumulative[figure].map((minor, at) => (at < from || at > to ? null : scaled(minor))),
  });
  /** The forecast leaves from what was read. */
  const leaving = (series: LineSeries): LineSeries => ({
    ...series,
    values: series.values.map((value, at) => (at === lastRead ? scaled(cumulative.actual[at] as number) : value)),
  });
  const last = periods.length - 1;
  const ahead = Math.max(0, lastRead);
  const differs = cumulative.first.some((value, at) => value !== cumulative.plan[at]);
  const open = lastRead < last;
  const title = join(story, [
    words.say('trajectory.chart', { unit: ledger.unit, perspective: perspectiveText(story, ledger) }),
    madeUp(story),
  ]);
  return {
    kind: 'lines',
    area: CHART,
    heading: heading(CHART, title),
    altText: words.say('trajectory.alt', { title }),
    categories: periods.map((period) => axisText(story, period)),
    unit: ledger.unit,
    series: [
      ...(differs ? [line('plan1', 'first', 0, last, words.say('trajectory.line.plan1'))] : []),
      line('plan', 'plan', 0, last, words.say('trajectory.line.plan')),
      ...(open
        ? [
            leaving(line('forecast', 'expected', ahead, last, words.say('trajectory.line.forecast'))),
            {
              ...line('forecastHigh', 'expected', ahead + 1, last, words.say('trajectory.line.high')),
              isUnlabelled: true as const,
            },
            line('forecastLow', 'likely', ahead + 1, last, words.say('trajectory.line.low')),
          ]
        : []),
      ...(lastRead >= 0 ? [line('actual', 'actual', 0, lastRead, words.say('trajectory.line.actual'))] : []),
      ...(lastVerified >= 0
        ? [line('verified', 'verified', 0, lastVerified, words.say('trajectory.line.verified'))]
        : []),
    ],
    ...(rebaselines.length > 0 ? { marks: rebaselines.map(({ at }, i) => ({ at, label: words.number(i + 1) })) } : {}),
  };
}

/** "Q2 2026/27" of '2027-Q2'; the fiscal year alone of '2027'. */
export function periodText(story: Story, period: string): string {
  const { words, office } = story;
  const [year = '', part] = period.split('-');
  const said = words.fiscalYear(Number(year), office.fiscalYearStart);
  if (part === undefined) return said;
  if (part.startsWith('Q')) return words.say('trajectory.quarter', { quarter: part.slice(1), year: said });
  return words.month(`${period}-01` as Story['asAt']);
}

/** The same for an axis, where room is short: "Q2 26/27". */
const axisText = (story: Story, period: string): string =>
  periodText(story, period).replace(/\b\d\d(\d\d\/\d\d)\b/, '$1');

/** More than these are told in the notes alone. */
const MOST_REBASELINES = 2;

const rebaselineText = (story: Story, { measure, on, reason, version }: Rebaseline, at: number): string =>
  story.words.say('trajectory.rebaseline', {
    number: at + 1,
    name: inSentence(story, measure.name),
    version,
    date: story.words.month(on),
    reason: inSentence(story, reason),
  });

function footSentences(story: Story, ledger: LedgerStory, { rebaselines, unread }: Trajectory): string[] {
  const { words } = story;
  return [
    ledger.classes.length > 1 ? words.say('trajectory.sumOf', { classes: classesText(story, ledger) }) : '',
    rebaselines.length > 0
      ? words.say('trajectory.rebaselines', {
          list: [
            ...rebaselines.slice(0, MOST_REBASELINES).map((each, at) => rebaselineText(story, each, at)),
            ...(rebaselines.length > MOST_REBASELINES
              ? [words.say('trajectory.others', { number: words.number(rebaselines.length - MOST_REBASELINES) })]
              : []),
          ].join(words.say('deck.semicolon')),
        })
      : '',
    unread > 0 ? words.say('trajectory.unread', { sum: ledgerMoney(story, ledger, unread) }) : '',
  ];
}

function classTable(story: Story, ledger: LedgerStory) {
  const { words } = story;
  const amount = (minor: number) => ({ text: ledgerAmount(story, ledger, minor) });
  const rows = MONEY_CLASSES.filter((group) => ledger.classes.includes(group)).map((group) => {
    const claims = [...ledger.value.components.values()].flatMap(({ claims }) => claims);
    const own = claims.filter((claim) => claim.class === group);
    const sum = (figure: 'planToDate' | 'actual' | 'verified') => own.reduce((all, claim) => all + claim[figure], 0);
    return [
      { text: words.say(`moneyClass.${group}`), strong: true },
      amount(sum('planToDate')),
      amount(sum('actual')),
      amount(sum('verified')),
    ];
  });
  return placedTable(story, {
    area: TABLES,
    heading: words.say('trajectory.byClass', { unit: ledger.unit }),
    columns: [
      { label: words.say('trajectory.column.class'), share: 1, lines: 2 },
      { label: words.say('trajectory.line.plan'), align: 'end' },
      { label: words.say('trajectory.line.actual'), align: 'end' },
      { label: words.say('trajectory.column.verified'), align: 'end' },
    ],
    rows,
  });
}

function gapTable(story: Story, ledger: LedgerStory, gaps: readonly Gap[], area: LinesBlock['area']) {
  const { words, book } = story;
  const row = (name: string, plan: number, actual: number) => [
    { text: name, strong: true },
    { text: ledgerAmount(story, ledger, plan) },
    { text: ledgerAmount(story, ledger, actual) },
    { text: ledgerAmount(story, ledger, actual - plan) },
  ];
  const rowsOf = (kept: number) => {
    const rest = gaps.slice(kept);
    const sum = (of: 'plan' | 'actual') => rest.reduce((total, gap) => total + gap[of], 0);
    return [
      ...gaps.slice(0, kept).map(({ component, plan, actual }) => row(nameOf(component), plan, actual)),
      ...(rest.length > 0
        ? [row(words.say('trajectory.others', { number: words.number(rest.length) }), sum('plan'), sum('actual'))]
        : []),
    ];
  };
  const nameOf = (id: RecordId) => book.get('component', id)?.name ?? '—';
  const parts = (kept: number): TableParts => ({
    area,
    heading: words.say('trajectory.byComponent', { unit: ledger.unit }),
    columns: [
      { label: words.say('trajectory.column.component'), share: 1, lines: 2 },
      { label: words.say('trajectory.line.plan'), align: 'end' },
      { label: words.say('trajectory.line.actual'), align: 'end' },
      { label: words.say('trajectory.column.gap'), align: 'end' },
    ],
    rows: rowsOf(kept),
  });
  let kept = Math.min(gaps.length, MOST_COMPONENTS);
  let table = placedTable(story, parts(kept));
  while (table.left > 0 && kept > 1) table = placedTable(story, parts(--kept));
  return table;
}
