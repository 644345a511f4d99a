// Value over time from the ledger: what components have of every measure, month by month, as sums by quarter since the start.

import { stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Day, lastFullMonth, type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import type { BookValue } from '#shared/value/book-value.ts';
import { portion } from '#shared/value/claim-values.ts';
import { divide } from '#shared/value/claims.ts';
import { type Converter, converterOf } from '#shared/value/convert.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import { type MoneyClass, priceMeasure } from '#shared/value/money-of.ts';
import { type Grain, periodOf } from '#shared/value/roll-up.ts';

export const FIGURES = ['first', 'plan', 'expected', 'likely', 'actual', 'verified'] as const;
export type Figure = (typeof FIGURES)[number];

/** Whole minor units by period, each the sum from the start on. */
export type Cumulative = Readonly<Record<Figure, readonly number[]>>;

export interface Rebaseline {
  readonly measure: Entry<'measure'>;
  readonly version: number;
  readonly on: Day;
  readonly reason: string;
  /** Index of its period. */
  readonly at: number;
}

export interface Trajectory {
  /** '2027-Q1', or '2027' where quarters are too many; oldest first. */
  readonly periods: readonly string[];
  readonly grain: Grain;
  readonly cumulative: Cumulative;
  /** Index of the period the last reading lies in, and of the last verified one; −1 where there is none. */
  readonly lastRead: number;
  readonly lastVerified: number;
  readonly rebaselines: readonly Rebaseline[];
  /** What was planned in months that have passed and that nobody read yet. */
  readonly unread: number;
}

/** More quarters than this are told by year. */
const MOST_QUARTERS = 20;

/** @param classes whose money is added: the classes one perspective counts */
export function trajectoryOf(book: Book, value: BookValue, classes: readonly MoneyClass[]): Trajectory | undefined {
  const converter = converterOf(book);
  const counted = [...value.measures.values()].filter(
    ({ priced }) => 'money' in priced && classes.includes(priced.money.class),
  );
  const from = Math.min(...counted.filter(hasMonths).map(({ ledger }) => ledger.from));
  const end = Math.max(...counted.filter(hasMonths).map(({ ledger }) => ledger.from + ledger.months));
  if (!Number.isFinite(from) || end <= from) return undefined;
  const months = Object.fromEntries(FIGURES.map((figure) => [figure, new Float64Array(end - from)])) as Record<
    Figure,
    Float64Array
  >;
  let [unread, lastRead, lastVerified] = [0, -1, -1];
  const until = lastFullMonth(value.asAt);
  for (const measure of counted) {
    const own = attributedMonths(measure, converter);
    const { ledger } = measure;
    for (let m = 0; m < ledger.months; m++) {
      const month = ledger.from + m;
      for (const figure of FIGURES) add(months[figure], month - from, own[figure][m] as number);
      if (!Number.isNaN(ledger.verified[m] as number)) lastVerified = Math.max(lastVerified, month);
      if (month <= until && month > (ledger.lastRead ?? Number.NEGATIVE_INFINITY)) unread += own.plan[m] as number;
    }
    lastRead = Math.max(lastRead, ledger.lastRead ?? -1);
  }
  const used = trimmed(months, from);
  const start = converter.fiscalYearStart;
  const nameOf = (grain: Grain) => (month: MonthIndex) => periodOf(month, grain, start);
  const quarters = new Set(Array.from({ length: used.to - used.from + 1 }, (_, m) => nameOf('quarter')(used.from + m)));
  const grain: Grain = quarters.size > MOST_QUARTERS ? 'year' : 'quarter';
  const periods: string[] = [];
  const cumulative = Object.fromEntries(FIGURES.map((figure) => [figure, [] as number[]])) as Record<Figure, number[]>;
  const sums = new Map<Figure, number>();
  for (let month = used.from; month <= used.to; month++) {
    const name = nameOf(grain)(month);
    if (periods.at(-1) !== name) periods.push(name);
    for (const figure of FIGURES) {
      const sum = (sums.get(figure) ?? 0) + (months[figure][month - from] as number);
      sums.set(figure, sum);
      cumulative[figure][periods.length - 1] = sum;
    }
  }
  const placeOf = (month: MonthIndex) =>
    month < 0 ? -1 : periods.indexOf(nameOf(grain)(Math.min(Math.max(month, used.from), used.to)));
  return {
    periods,
    grain,
    cumulative,
    lastRead: placeOf(lastRead),
    lastVerified: placeOf(lastVerified),
    unread,
    rebaselines: rebaselinesOf(counted, value.asAt).map((each) => ({ ...each, at: placeOf(monthIndex(each.on)) })),
  };
}

function add(series: Float64Array, at: number, amount: number): void {
  series[at] = (series[at] as number) + amount;
}

const hasMonths = ({ ledger, claims }: MeasureValue): boolean => ledger.months > 0 && claims.length > 0;

/** What all claims together have of a measure's months: rounded claim by claim, as the engine does, so that sums agree. */
function attributedMonths(value: MeasureValue, converter: Converter): Record<Figure, Float64Array> {
  const { ledger, measure, benefit, shares, priced } = value;
  const money = 'money' in priced ? priced.money : undefined;
  const out = Object.fromEntries(FIGURES.map((figure) => [figure, new Float64Array(ledger.months)])) as Record<
    Figure,
    Float64Array
  >;
  if (!money || !benefit) return out;
  // the first plan is priced as if it were the plan
  const first = priceMeasure(measure, benefit, { ...ledger, plan: ledger.first }, converter);
  const planned = { first: 'money' in first ? first.money.plan : money.plan, plan: money.plan };
  const { spans } = divide(shares, ledger.from, ledger.months);
  const confidence = stateOfBenefit(benefit) === 'closed' ? 0 : (benefit.confidence ?? 0) / 100;
  for (const { from, end, reach } of spans)
    for (const [s, upTo] of reach.entries())
      for (let m = from; m < end; m++) {
        const of = (series: Float64Array) => portion(series[m] as number, reach[s - 1] ?? 0, upTo);
        const own = of(money.expected);
        const sure = Number.isNaN(ledger.verified[m] as number) ? 0 : own;
        add(out.first, m, of(planned.first));
        add(out.plan, m, of(planned.plan));
        add(out.expected, m, own);
        add(out.likely, m, sure + Math.round((own - sure) * confidence));
        add(out.actual, m, Number.isNaN(ledger.actual[m] as number) ? 0 : own);
        add(out.verified, m, sure);
      }
  return out;
}

/** The months in which anything stands. */
function trimmed(months: Record<Figure, Float64Array>, from: MonthIndex): { from: MonthIndex; to: MonthIndex } {
  const stands = (m: number) => FIGURES.some((figure) => months[figure][m] !== 0);
  const length = months.plan.length;
  let [first, last] = [0, length - 1];
  while (first < last && !stands(first)) first++;
  while (last > first && !stands(last)) last--;
  return { from: from + first, to: from + last };
}

function rebaselinesOf(counted: readonly MeasureValue[], asAt: Day): Omit<Rebaseline, 'at'>[] {
  return counted
    .flatMap(({ measure }) =>
      Object.entries(measure).flatMap(([field, said]) => {
        const version = Number(/^version\/(\d+)$/.exec(field)?.[1] ?? 1);
        const { on, reason } = said as { on: Day; reason: string };
        return version > 1 && on <= asAt ? [{ measure, version, on, reason }] : [];
      }),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.measure.id < b.measure.id ? -1 : 1));
}

export interface Gap {
  readonly component: RecordId;
  /** Plan to the last month read and actual, in whole minor units. */
  readonly plan: number;
  readonly actual: number;
}

/** What each component planned and brought up to the last month each measure was read, deepest shortfall first. */
export function gapsOf(value: BookValue, classes: readonly MoneyClass[]): Gap[] {
  return [...value.components.values()]
    .map(({ id, claims }) => {
      const own = claims.filter((claim) => classes.includes(claim.class));
      const sum = (figure: 'planToDate' | 'actual') => own.reduce((total, claim) => total + claim[figure], 0);
      return { component: id, plan: sum('planToDate'), actual: sum('actual') };
    })
    .filter(({ plan, actual }) => plan !== 0 || actual !== 0)
    .sort((a, b) => b.plan - b.actual - (a.plan - a.actual));
}
