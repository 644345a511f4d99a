// The same sums over plain objects, as one would write them first: an object a point, map, filter and reduce.
import type { Verdict } from '#shared/domain/measure.ts';
import { fiscalYearOf, lastDay, monthIndex, monthKey } from '#shared/kit/period.ts';
import { RATES, type Said } from './value-book.ts';

export type PointKind = 'plan' | 'forecast' | 'actual';

/** One month of one series of one measure: a row of a table. */
export interface Point {
  readonly measure: string;
  readonly month: number;
  readonly kind: PointKind;
  readonly value: number;
  readonly check?: Verdict | undefined;
  readonly finance?: Verdict | undefined;
}

/** How far a measure has come, in units of improvement. */
export interface Come {
  readonly actual: number;
  readonly planToDate: number;
  readonly planWhole: number;
  readonly outturn: number;
}

export interface Sums {
  gross: number;
  attributed: number;
  riskAdjusted: number;
  verified: number;
  plan: number;
}
export interface PlainTotals {
  readonly byClass: Record<string, Sums>;
  readonly byComponent: Record<string, Sums>;
  /** Attributed by class and fiscal year: 'cashable 2025'. */
  readonly byYear: Record<string, number>;
  readonly byMeasure: Record<string, Come>;
  readonly overClaimed: number;
}

export function pointsOf(all: readonly Said[]): Point[] {
  return all.flatMap((said) => {
    const series = (kind: PointKind, from: number, values: readonly number[]) =>
      values.map((value, i): Point => ({ measure: said.id, month: from + i, kind, value }));
    return [
      ...series('plan', said.planFrom, said.plan),
      ...series('forecast', said.forecastFrom, said.forecast),
      ...series('actual', said.actualFrom, said.actual).map((point, i) => ({
        ...point,
        check: said.checks[i],
        finance: said.finance?.[i],
      })),
    ];
  });
}

const CLASS = { cashable: 'cashable', nonCashable: 'nonCashable', quantitative: 'social' } as const;

const rateIn = (currency: string, month: number): number => {
  if (currency === 'GBP') return 1;
  const end = lastDay(month);
  const known = RATES.filter(({ from, on }) => from === currency && on <= end);
  return (known.at(-1) ?? RATES.find(({ from }) => from === currency))?.rate ?? Number.NaN;
};

const unitIn = (said: Said, month: number) =>
  said.unitValues.filter(({ since }) => since <= monthKey(month)).at(-1) ??
  (said.unitValues[0] as Said['unitValues'][0]);

export function groupPoints(points: readonly Point[]): Map<string, Point[]> {
  const byMeasure = new Map<string, Point[]>();
  for (const point of points) {
    const list = byMeasure.get(point.measure);
    if (list) list.push(point);
    else byMeasure.set(point.measure, [point]);
  }
  return byMeasure;
}

/** Points of all measures in one list, as they lie in a table. */
export const sumsOfPoints = (all: readonly Said[], points: readonly Point[]): PlainTotals =>
  sumsOfGroups(all, groupPoints(points));

/** The same, where each measure already has its own list. */
export function sumsOfGroups(all: readonly Said[], byMeasure: ReadonlyMap<string, readonly Point[]>): PlainTotals {
  const totals: PlainTotals & { overClaimed: number } = {
    byClass: {},
    byComponent: {},
    byYear: {},
    byMeasure: {},
    overClaimed: 0,
  };
  for (const said of all) {
    const rows = monthsOf(said, byMeasure.get(said.id) ?? []);
    const group = CLASS[said.category];
    totals.byMeasure[said.id] = comeOf(said, rows);
    add(totals.byClass, group, { gross: rows.reduce((sum, { expected }) => sum + expected, 0) });
    if (rows.some(({ claims }) => claims.reduce((sum, { share }) => sum + share, 0) > 100)) totals.overClaimed++;
    for (const row of rows) {
      const year = `${group} ${fiscalYearOf(row.month, 4)}`;
      for (const claim of partsOf(row, said.confidence)) {
        add(totals.byClass, group, claim);
        add(totals.byComponent, claim.component, claim);
        totals.byYear[year] = (totals.byYear[year] ?? 0) + claim.attributed;
      }
    }
    for (const component of new Set(rows.flatMap(({ claims }) => claims.map((claim) => claim.component))))
      add(totals.byComponent, component, { gross: rows.reduce((sum, { expected }) => sum + expected, 0) });
  }
  return totals;
}

/** A measure's months in money. */
function monthsOf(said: Said, points: readonly Point[]) {
  const of = (kind: PointKind) => new Map(points.filter((p) => p.kind === kind).map((p) => [p.month, p]));
  const [plan, forecast, actual] = [of('plan'), of('forecast'), of('actual')];
  const lastRead = Math.max(...actual.keys());
  const gain = (point: Point | undefined) => (point ? said.direction * (point.value - said.startValue) : undefined);
  return [...new Set([...plan.keys(), ...forecast.keys(), ...actual.keys()])]
    .sort((a, b) => a - b)
    .map((month) => {
      const unit = unitIn(said, month);
      const each = unit.amount * rateIn(unit.currency, month) * (100 / (said.flow ? 1 : 12));
      const gained = gain(month > lastRead ? forecast.get(month) : actual.get(month));
      const planned = gain(plan.get(month));
      const expected = Math.round((gained ?? 0) * each);
      return {
        month,
        isRead: month <= lastRead,
        gained,
        planned,
        expected,
        verified: isVerified(said, actual.get(month)) ? expected : 0,
        plan: Math.round((planned ?? 0) * each),
        claims: (said.claims.length > 0 ? said.claims : [{ component: said.component, share: 100 }]).filter(
          (claim) => !('until' in claim) || !claim.until || month <= monthIndex(claim.until),
        ),
      };
    });
}

const isVerified = (said: Said, point: Point | undefined): boolean =>
  point !== undefined &&
  [point.check, ...(said.category === 'cashable' ? [point.finance] : [])].every(
    (each) => each?.verdict === 'verified' && each.value === point.value && each.by !== said.owner,
  );

/** A flow adds its months up, a level is at its last. */
function comeOf(said: Said, rows: ReturnType<typeof monthsOf>): Come {
  const roll = (values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined);
    return said.flow ? known.reduce((sum, value) => sum + value, 0) : (known.at(-1) ?? 0);
  };
  const read = rows.filter(({ isRead }) => isRead);
  return {
    actual: roll(read.map(({ gained }) => gained)),
    planToDate: roll(read.map(({ planned }) => planned)),
    planWhole: roll(rows.map(({ planned }) => planned)),
    outturn: roll(rows.map(({ gained }) => gained)),
  };
}

/** What each claimant has of a month, rounded so that the parts never exceed the whole. */
function partsOf({ expected, verified, plan, claims }: ReturnType<typeof monthsOf>[number], confidence: number) {
  const all = claims.reduce((sum, { share }) => sum + share, 0);
  const scale = all > 100 ? 1 / all : 0.01;
  return claims.map(({ component, share }, i) => {
    const before = Math.min(
      1,
      claims.slice(0, i).reduce((sum, claim) => sum + claim.share * scale, 0),
    );
    const upTo = Math.min(1, before + share * scale);
    const part = (whole: number) => Math.round(upTo * whole) - Math.round(before * whole);
    const [attributed, sure] = [part(expected), part(verified)];
    const riskAdjusted = sure + Math.round((attributed - sure) * (confidence / 100));
    return { component, attributed, verified: sure, riskAdjusted, plan: part(plan) };
  });
}

function add(into: Record<string, Sums>, key: string, more: Partial<Sums>): void {
  into[key] ??= { gross: 0, attributed: 0, riskAdjusted: 0, verified: 0, plan: 0 };
  const held = into[key];
  held.gross += more.gross ?? 0;
  held.attributed += more.attributed ?? 0;
  held.riskAdjusted += more.riskAdjusted ?? 0;
  held.verified += more.verified ?? 0;
  held.plan += more.plan ?? 0;
}
