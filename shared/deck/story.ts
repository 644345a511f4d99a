// What every slide draws on, worked out once: the rows, their totals, and money said with its unit and price base.

import type { Earlier } from '#shared/domain/before.ts';
import type { Book, OfficeInUse } from '#shared/domain/book.ts';
import {
  type Covered,
  type PortfolioRow,
  type PortfolioTotals,
  portfolioRows,
  portfolioTotals,
} from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { type Money, sameUnit, total } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { type MoneyScale, tableScale } from '#shared/words/format.ts';
import type { Words } from '#shared/words/words.ts';
import { type LedgerStory, tellLedger } from './ledgerStory.ts';

export interface PackInput {
  readonly book: Book;
  /** The book as it stood when the committee last saw it; absent where there is no history. */
  readonly before?: Earlier;
  readonly words: Words;
  readonly asAt: Day;
  /** Short name of the state the pack was made from. */
  readonly snapshot: string;
  /** The number it is issued under; unsaid while it is a draft. */
  readonly number?: string;
}

export interface Story extends PackInput {
  readonly office: OfficeInUse;
  readonly rows: readonly PortfolioRow[];
  /** Rows that enter totals. */
  readonly current: readonly PortfolioRow[];
  readonly totals: PortfolioTotals;
  /** One unit (currency and price base) each, the organisation's own first. */
  readonly units: readonly Unit[];
  /** "Prices as published". */
  readonly priceBase: string;
  /** What the value ledger says at the pack's date; undefined where nothing is measured. */
  readonly ledger: LedgerStory | undefined;
}

/** Money that may be added: one currency, one price base, and the power of ten its tables are in. */
export interface Unit {
  readonly like: Money;
  readonly scale: MoneyScale;
  /** "£ m", with its price base where the book holds several. */
  readonly label: string;
}

export function tellStory(input: PackInput): Story {
  const { book, words } = input;
  const rows = portfolioRows(book);
  const { office } = book;
  return {
    ...input,
    office,
    rows,
    current: rows.filter((row) => row.current),
    totals: portfolioTotals(rows),
    units: unitsOf(rows, office.currency, words),
    priceBase: priceBaseText(words, office.priceBase),
    ledger: tellLedger(book, words, input.asAt),
  };
}

const priceBaseText = (words: Words, base: Money['base']): string =>
  !base
    ? words.say('priceBase.asPublished')
    : base.kind === 'nominal'
      ? words.say('priceBase.nominal')
      : words.say('priceBase.real', { year: String(base.year) });

function unitsOf(rows: readonly PortfolioRow[], home: string, words: Words): Unit[] {
  const amounts = rows.flatMap((row) => [known(row.cost), known(row.benefit)].filter((x) => x !== undefined));
  const { sums } = total(amounts);
  const many = new Set(sums.map((sum) => sum.currency)).size < sums.length;
  return sums
    .map((like) => {
      const scale = tableScale(amounts.filter((amount) => sameUnit(amount, like)));
      const label = words.unit(like.currency, scale);
      return { like, scale, label: many ? `${label} (${priceBaseText(words, like.base)})` : label };
    })
    .sort((a, b) => Number(b.like.currency === home) - Number(a.like.currency === home));
}

export const unitOf = (story: Story, money: Money): Unit | undefined =>
  story.units.find((unit) => sameUnit(unit.like, money));

/** Sums of unlike money stand side by side, never as one figure. */
export function sumsText(story: Story, sums: readonly Money[]): string {
  const { words } = story;
  const ordered = story.units.flatMap((unit) => sums.filter((sum) => sameUnit(sum, unit.like)));
  const bases = new Set(ordered.map((sum) => sum.currency)).size < ordered.length;
  const said = ordered.map((sum) =>
    bases ? `${words.money(sum)} (${priceBaseText(words, sum.base)})` : words.money(sum),
  );
  return said.length === 0 ? '—' : said.join(words.say('deck.and'));
}

/** An amount for a table whose head names the unit: no decimals above a hundred, one above ten, else two. */
export function tableAmount(story: Story, money: Money | undefined): string {
  const unit = money && unitOf(story, money);
  if (!money || !unit) return '—';
  const size = Math.abs(money.minor) / 10 ** (unit.scale + 2);
  return story.words.amount(money, unit.scale, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** As `tableAmount`; where the book mixes currencies, each amount says its own. */
export const mixedAmount = (story: Story, money: Money | undefined): string =>
  money && story.units.length > 1 ? sumsText(story, [money]) : tableAmount(story, money);

/** The units of a row's figures, for a table that mixes currencies. */
export function rowUnits(story: Story, row: PortfolioRow): string {
  const labels = [row.cost, row.benefit].flatMap((value) => {
    const money = known(value);
    return money ? [unitOf(story, money)?.label ?? ''] : [];
  });
  return [...new Set(labels)].join(' / ');
}

/** What a title over one of several currencies begins with. */
export const unitMark = (story: Story, unit: Unit): string =>
  story.units.length > 1 ? `${unit.label}${story.words.say('deck.colon')}` : '';

/** The line over a table of money: "Amounts in £ m, prices as published". */
export const amountsIn = (story: Story): string =>
  story.units.length === 1
    ? story.words.say('deck.amountsIn', { unit: story.units[0]?.label ?? '', priceBase: story.priceBase })
    : story.words.say('deck.amountsMixed', { priceBase: story.priceBase });

/**
 * Sums whose currency has just been named: Arabic spells a currency out, and says it once a sentence. Only where the
 * book has one unit of money, so that nothing is left to guess.
 */
export function sumsAgain(story: Story, sums: readonly Money[]): string {
  const text = sumsText(story, sums);
  const only = story.units.length === 1 ? story.units[0] : undefined;
  if (!only || story.words.language !== 'ar') return text;
  return text.replace(` ${story.words.unit(only.like.currency, 0)}`, '');
}

/** A figure large on its own: the sum of the organisation's own money; all else stands in the note under it. */
export function figureSum(story: Story, sums: readonly Money[], note: string): { value: string; note: string } {
  const [first, ...others] = story.units.flatMap((unit) => sums.filter((sum) => sameUnit(sum, unit.like)));
  if (!first) return { value: '—', note };
  if (others.length > 0)
    return { value: sumsText(story, [first]), note: join(story, [`+ ${sumsText(story, others)}`, note]) };
  return {
    value: sumsAgain(story, [first]),
    note:
      story.words.language === 'ar' && story.units.length === 1
        ? join(story, [story.words.unit(first.currency, 0), note])
        : note,
  };
}

/** "193 of 244". */
export const coverText = (story: Story, covered: Covered): string =>
  story.words.say('deck.coverOf', { count: covered.of, stated: story.words.number(covered.count) });

/** Why figures are missing, counted: "12 nothing stated, 39 exempt from publication". */
export function missingText(story: Story, covered: Covered): string {
  const { words } = story;
  return Object.entries(covered.missing)
    .sort(([, a], [, b]) => b - a)
    .map(([why, count]) => `${words.number(count)} ${words.sayAny(`absent.${why}`)}`)
    .join(words.say('deck.comma'));
}

export const join = (story: Story, clauses: readonly (string | undefined | false)[]): string =>
  clauses.filter((clause) => clause).join(story.words.say('deck.semicolon'));

/** A name inside a sentence of the other direction keeps its own direction, brackets included. */
export function inSentence(story: Story, name: string): string {
  const isRight = /[\u0590-\u08ff]/.test(name);
  if (story.words.direction === 'rtl' && !isRight) return `\u200e${name}\u200e`;
  return story.words.direction === 'ltr' && isRight ? `\u2067${name}\u2069` : name;
}

export function ratioText(story: Story, ratio: number | undefined): string {
  if (ratio === undefined) return '—';
  if (ratio !== 0 && Math.abs(ratio) < 0.005) return '≈ 0';
  return Math.abs(ratio) >= 10 ? story.words.number(ratio, 1) : story.words.ratio(ratio);
}

export const dateText = (story: Story, day: Day | undefined): string => (day ? story.words.month(day) : '—');
