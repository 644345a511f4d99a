// Stop, pivot, scale: what is put forward looking forward only, what stopping frees and takes, who is harmed; sunk cost in no total.
import { reasonSaid } from '#shared/counsel/said.ts';
import { amountOf } from '#shared/kit/money.ts';
import { compareText } from '#shared/kit/order.ts';
import { sizeOf } from '#shared/sight/impact.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { type MoneyScale, tableScale } from '#shared/words/format.ts';
import { named } from './decisionSaid.ts';
import { personName } from './ledgerStory.ts';
import { madeUp } from './ledgerTable.ts';
import type { TableCell, Tone } from './model.ts';
import { type Slate, type SlateLine, type SlateProposal, tellSlate } from './slateStory.ts';
import { type Draft, heading, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { layTable } from './table.ts';
import { boxOf, SIZE, toned, underHeading } from './theme.ts';

const TABLE = { x: 0, y: 0, w: 12, h: 10.4 } as const;
const KEY = { x: 0, y: 10.4, w: 12, h: 1.6 } as const;
const TONES: Readonly<Record<SlateProposal, Tone>> = { stop: 'offTrack', pivot: 'watch', scale: 'onTrack' };
/** People a cell names. */
const MOST_NAMED = 2;

interface Unit {
  readonly currency: string;
  readonly scale: MoneyScale;
}

export function slateSlides(story: Story): Draft[] {
  const slate = tellSlate(story);
  if (!slate) return [];
  const { words } = story;
  const unit = unitOf(slate);
  const said = join(story, [
    words.say('decisionDeck.slate.table', { unit: words.unit(unit.currency, unit.scale) }),
    madeUp(story),
  ]);
  const box = underHeading(boxOf(TABLE), said);
  const end = (key: 'worth' | 'sunk' | 'toGo' | 'avoidable' | 'freed') =>
    ({ label: words.say(`decisionDeck.slate.${key}`), align: 'end' }) as const;
  const laid = layTable({
    columns: [
      { label: words.say('field.component'), share: 1.6, lines: 3 },
      { label: words.say('decisionDeck.slate.proposal') },
      end('worth'),
      end('toGo'),
      end('avoidable'),
      end('freed'),
      { label: words.say('decisionDeck.slate.lost'), share: 1.3, lines: 3 },
      { label: words.say('decisionDeck.slate.harmed'), share: 1, lines: 3 },
      end('sunk'),
    ],
    rows: slate.lines.map((line) => cellsOf(story, unit, line)),
    ...(slate.count.stop > 0 ? { totals: [totalCells(story, unit, slate)] } : {}),
    width: box.w,
    height: box.h,
    size: SIZE.least,
    headLines: 3,
    language: words.language,
  });
  const title = titleOf(story, slate);
  const key = sentences(story, KEY, [assumptionText(story, slate)]);
  return laid.pages.map((page, at) =>
    slide(story, {
      id: `slate-${at + 1}`,
      title:
        laid.pages.length > 1
          ? `${title} ${words.say('deck.page', { page: at + 1, pages: laid.pages.length })}`
          : title,
      blocks: [{ kind: 'table', area: TABLE, heading: heading(TABLE, said), ...page }, key.block],
      source: words.say('decisionDeck.slate.source', {
        judged: words.number(slate.judged),
        notJudged: words.number(slate.notJudged),
      }),
      notes: [
        ...(at === 0 ? [words.say('decisionDeck.slate.note'), ...slate.lines.map((line) => whyText(story, line))] : []),
        ...(laid.cutTexts[at] ?? []),
        ...key.left,
      ],
    }),
  );
}

function unitOf({ lines, currency }: Slate): Unit {
  const minors = lines.flatMap(({ outlook, freed, sunk }) => [outlook.valueToGo, outlook.costToGo, freed, sunk]);
  const amounts = minors.flatMap((minor) => (minor ? [{ minor: Math.round(minor), currency }] : []));
  return { currency, scale: tableScale(amounts) };
}

function titleOf(story: Story, { count, freed, currency }: Slate): string {
  const { words } = story;
  const said = {
    stop: words.number(count.stop),
    pivot: words.number(count.pivot),
    scale: words.number(count.scale),
    freed: words.money({ minor: freed, currency }),
  };
  return words.say(count.stop > 0 ? 'decisionDeck.slate.title' : 'decisionDeck.slate.titleNoStop', said);
}

function amount(story: Story, { currency, scale }: Unit, minor: number | undefined): string {
  if (minor === undefined) return '—';
  const money = { minor: Math.round(minor), currency };
  const size = Math.abs(amountOf(money, scale));
  return story.words.amount(money, scale, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

function cellsOf(story: Story, unit: Unit, line: SlateLine): TableCell[] {
  const { words } = story;
  const { component, proposal, outlook, freed, sunk } = line;
  const tone = TONES[proposal];
  return [
    { text: component.name, strong: true },
    { text: toned(tone, words.say(`stopping.proposal.${proposal}`)), tone },
    { text: amount(story, unit, outlook.continuing), strong: true },
    { text: amount(story, unit, outlook.valueToGo) },
    { text: amount(story, unit, outlook.costToGo - outlook.unavoidableCost) },
    { text: amount(story, unit, freed) },
    { text: lostText(story, unit, line) },
    { text: harmedText(story, line) },
    { text: amount(story, unit, sunk), tone: 'notDue' },
  ];
}

/** Only what stopping frees adds up: the other columns speak of one component each. */
const totalCells = (story: Story, unit: Unit, { count, freed }: Slate): TableCell[] => [
  { text: story.words.say('decisionDeck.slate.total', { count: count.stop }), strong: true },
  ...['', '', '', ''].map((text) => ({ text })),
  { text: amount(story, unit, freed), strong: true },
  { text: '' },
  { text: '' },
  { text: '' },
];

/** "3: cashable 5,300, social 1,200": classes of money are never added. */
function lostText(story: Story, unit: Unit, { impact }: SlateLine): string {
  const { words } = story;
  if (impact.losses.length === 0) return words.say('decisionDeck.slate.noneLost');
  const money = MONEY_CLASSES.filter((group) => Math.round(impact.lost[group]) !== 0).map(
    (group) => `${words.say(`trajectory.class.${group}`)} ${amount(story, unit, impact.lost[group])}`,
  );
  const counted = words.say('decisionDeck.slate.benefits', { count: impact.losses.length });
  return money.length > 0 ? `${counted}${words.say('deck.colon')}${money.join(words.say('deck.comma'))}` : counted;
}

/** Owners of what would be lost, those who lose most first. */
function harmedText(story: Story, { impact }: SlateLine): string {
  const { words, book } = story;
  const owners = [...impact.byOwner]
    .sort((a, b) => sizeOf(b.lost) - sizeOf(a.lost))
    .map(({ id }) => personName(book, id))
    .filter((name) => name !== undefined);
  const beneficiaries = [...new Set(impact.losses.flatMap(({ benefit }) => benefit.beneficiary?.trim() || []))].sort(
    (a, b) => compareText(a, b, words.language),
  );
  const all = [...owners, ...beneficiaries];
  if (all.length === 0) return '—';
  const shown = all.slice(0, MOST_NAMED).map((name) => named(story, name));
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [words.say('decisionDeck.slate.more', { count: more })] : [])].join(
    words.say('deck.comma'),
  );
}

/** What the figures lean on because the book does not say it. */
function assumptionText(story: Story, { lines }: Slate): string {
  const { words } = story;
  const without = (code: string) => lines.filter(({ missing }) => missing.includes(code)).length;
  const said = (['noCommitted', 'noExit', 'noConfidence'] as const).flatMap((code) => {
    const count = without(`stopping.${code}`);
    return count > 0 ? [words.say(`decisionDeck.slate.${code}`, { count, of: words.number(lines.length) })] : [];
  });
  return [words.say('decisionDeck.slate.rule'), ...said].join(' ');
}

const whyText = (story: Story, { component, reasons, currency }: SlateLine): string =>
  [
    `${named(story, component.name)}${story.words.say('deck.colon')}`,
    ...reasons.map((reason) => reasonSaid(story.words, reason, currency)),
  ].join(' ');
