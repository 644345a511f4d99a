// The portfolio as rows: one line a component with its cost, the benefit it states, and what that says of its value.
import { type Absence, isAbsent, type Known, known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Money, sameUnit, total } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Book, Entry } from './book.ts';
import type { Level } from './component.ts';
import { type Confidence, type Judged, judgedConfidence } from './confidence.ts';

/** Delivery: the published rating as one of the look's statuses. */
export type DeliveryStatus = 'onTrack' | 'watch' | 'offTrack' | 'exempt' | 'notReported';

/**
 * The value case as stated: returns at least its cost (onTrack), states a benefit below its cost (offTrack),
 * withheld (exempt), or no two comparable figures (notReported).
 */
export type ValueCase = 'onTrack' | 'offTrack' | 'exempt' | 'notReported';

export interface PortfolioRow {
  readonly id: RecordId;
  readonly name: string;
  readonly level: Level;
  readonly organisation: string;
  readonly category: string;
  readonly start: Known<Day> | undefined;
  readonly end: Known<Day> | undefined;
  readonly confidence: Known<Confidence> | undefined;
  readonly judgedBy: Judged['by'] | undefined;
  readonly cost: Known<Money> | undefined;
  readonly benefit: Known<Money> | undefined;
  readonly benefitCount: number;
  /** Stated benefit minus whole-life cost, where both are known in one unit. */
  readonly net: Money | undefined;
  /** Stated benefit ÷ whole-life cost, undiscounted, where both are known and cost is above zero. */
  readonly ratio: number | undefined;
  readonly delivery: DeliveryStatus;
  readonly value: ValueCase;
  /** False where its series has a later publication that no longer names it; such rows enter no current total. */
  readonly current: boolean;
  readonly publishedAsAt: Day | undefined;
  readonly sourceId: string | undefined;
}

/** The latest date each series of publications speaks of. */
export function latestPublications(book: Book): Map<string, Day> {
  const latest = new Map<string, Day>();
  for (const source of book.all('source')) {
    if (!source.series) continue;
    const before = latest.get(source.series);
    if (!before || source.asAt > before) latest.set(source.series, source.asAt);
  }
  return latest;
}

export function benefitsByComponent(book: Book): Map<RecordId, Entry<'benefit'>[]> {
  const by = new Map<RecordId, Entry<'benefit'>[]>();
  for (const benefit of book.all('benefit')) {
    if (!benefit.component) continue;
    const list = by.get(benefit.component);
    if (list) list.push(benefit);
    else by.set(benefit.component, [benefit]);
  }
  return by;
}

export function portfolioRows(book: Book): PortfolioRow[] {
  const latest = latestPublications(book);
  const benefits = benefitsByComponent(book);
  const rows: PortfolioRow[] = [];
  for (const component of book.all('component'))
    rows.push(rememberedRow(component, benefits.get(component.id) ?? NONE, latest));
  return rows;
}

const NONE: readonly Entry<'benefit'>[] = [];

interface Remembered {
  readonly benefits: readonly Entry<'benefit'>[];
  readonly latest: Day | undefined;
  readonly row: PortfolioRow;
}
const remembered = new WeakMap<Entry<'component'>, Remembered>();

/** The same row object while component, benefits and publication are the same: one edit redraws one line. */
function rememberedRow(
  component: Entry<'component'>,
  benefits: readonly Entry<'benefit'>[],
  latest: ReadonlyMap<string, Day>,
): PortfolioRow {
  const day = component.published && latest.get(component.published.series);
  const held = remembered.get(component);
  if (held && held.latest === day && sameList(held.benefits, benefits)) return held.row;
  const row = portfolioRow(component, benefits, latest);
  remembered.set(component, { benefits, latest: day, row });
  return row;
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

export function portfolioRow(
  component: Entry<'component'>,
  benefits: readonly Entry<'benefit'>[],
  latest: ReadonlyMap<string, Day>,
): PortfolioRow {
  const judged = judgedConfidence(component);
  const cost = component.wholeLifeCost;
  const benefit = statedBenefit(benefits);
  const c = known(cost);
  const b = known(benefit);
  const comparable = c !== undefined && b !== undefined && sameUnit(c, b);
  const published = component.published;
  return {
    id: component.id,
    name: component.name,
    level: component.level ?? 'project',
    organisation: component.organisation ?? '',
    category: component.category ?? '',
    start: component.start,
    end: component.end,
    confidence: judged?.confidence,
    judgedBy: judged?.by,
    cost,
    benefit,
    benefitCount: benefits.length,
    net: comparable ? { ...b, minor: b.minor - c.minor } : undefined,
    ratio: comparable && c.minor > 0 ? b.minor / c.minor : undefined,
    delivery: deliveryStatus(judged?.confidence),
    value: comparable
      ? b.minor >= c.minor
        ? 'onTrack'
        : 'offTrack'
      : isExempt(cost) || isExempt(benefit)
        ? 'exempt'
        : 'notReported',
    current: !published || published.asAt >= (latest.get(published.series) ?? published.asAt),
    publishedAsAt: published?.asAt,
    sourceId: component.sourceId,
  };
}

const isExempt = (x: Known<Money> | undefined) => isAbsent(x) && (x.absent === 'exempt' || x.absent === 'withheld');

/** The sum of its benefits less its disbenefits where they share one unit; else the reason there is none. */
export function statedBenefit(benefits: readonly Entry<'benefit'>[]): Known<Money> | undefined {
  const amounts: Money[] = [];
  let absent: Absence | undefined;
  let text: string | undefined;
  for (const benefit of benefits) {
    const value = known(benefit.value);
    if (value) amounts.push(benefit.disbenefit ? { ...value, minor: -Math.abs(value.minor) } : value);
    else if (isAbsent(benefit.value)) ({ absent, text } = benefit.value);
  }
  const { sums } = total(amounts);
  if (sums.length === 1) return sums[0];
  if (sums.length > 1) return { absent: 'unreadable', text: sums.map((sum) => sum.currency).join(' + ') };
  return absent ? { absent, ...(text === undefined ? {} : { text }) } : undefined;
}

export function deliveryStatus(confidence: Known<Confidence> | undefined): DeliveryStatus {
  if (confidence === undefined) return 'notReported';
  if (isAbsent(confidence)) return confidence.absent === 'exempt' ? 'exempt' : 'notReported';
  if (confidence.rating === 'green') return 'onTrack';
  if (confidence.rating === 'red') return 'offTrack';
  return confidence.rating === 'reset' ? 'exempt' : 'watch';
}

/** One total and what it covers: how many rows gave a figure, and how many gave none, by reason. */
export interface Covered {
  readonly sums: readonly Money[];
  readonly count: number;
  readonly of: number;
  readonly missing: Readonly<Partial<Record<Absence, number>>>;
}

export function cover(rows: readonly PortfolioRow[], figure: (row: PortfolioRow) => Known<Money> | undefined): Covered {
  const missing: Partial<Record<Absence, number>> = {};
  const amounts: Money[] = [];
  for (const row of rows) {
    const value = figure(row);
    if (value === undefined || isAbsent(value)) {
      const why = value?.absent ?? 'blank';
      missing[why] = (missing[why] ?? 0) + 1;
    } else amounts.push(value);
  }
  return { ...total(amounts), of: rows.length, missing };
}

export interface PortfolioTotals {
  readonly current: number;
  readonly past: number;
  readonly cost: Covered;
  readonly benefit: Covered;
  /** Rows that state both a benefit and a cost in one unit, and of those, how many cost more than they return. */
  readonly both: number;
  readonly belowCost: number;
}

/** Totals over current rows only; rows no longer published are counted and left out. */
export function portfolioTotals(rows: readonly PortfolioRow[]): PortfolioTotals {
  const current = rows.filter((row) => row.current);
  return {
    current: current.length,
    past: rows.length - current.length,
    cost: cover(current, (row) => row.cost),
    benefit: cover(current, (row) => row.benefit),
    both: current.filter((row) => row.net !== undefined).length,
    belowCost: current.filter((row) => row.net !== undefined && row.net.minor < 0).length,
  };
}
