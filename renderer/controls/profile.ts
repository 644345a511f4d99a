// The lead chart of a measure from its ledger: which lines there are, over which months, and what they find.
import type { ProfileSeries } from '#renderer/parts/ProfileChart.tsx';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import { type Measure, readingValue } from '#shared/domain/measure.ts';
import { firstDay, type MonthIndex } from '#shared/kit/period.ts';
import { isVerified } from '#shared/value/ledger.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import { type Placed, placeAt, placedPlan, placedPlans } from '#shared/value/placed.ts';
import type { Words } from '#shared/words/words.ts';

export interface Profile {
  readonly from: MonthIndex;
  readonly months: readonly string[];
  readonly series: readonly ProfileSeries[];
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

/** Values as measured, not improvements: what the owner reads is what the chart shows. */
export function profileOf(
  { measure, benefit, ledger }: MeasureValue,
  start: MonthIndex | undefined,
  words: Words,
): Profile | undefined {
  const { approved, plan } = placedPlans(measure, start);
  const first = approved > 1 ? placedPlan(measure, 1, start) : undefined;
  const forecast = placeAt(measure['forecast@'], start);
  const actual = measure['actual@'];
  const all = [plan, first, forecast, actual].filter((each): each is NonNullable<typeof each> => each !== undefined);
  if (all.length === 0) return undefined;
  const from = Math.min(...all.map((each) => each.from));
  const end = Math.max(...all.map((each) => each.from + each.values.length));
  const span = Array.from({ length: end - from }, (_, i) => from + i);
  const lay = (placed: Placed | undefined) => span.map((month) => placed?.values[month - placed.from] ?? null);
  const readings = span.map((month) => readingValue(actual?.values[month - (actual?.from ?? 0)] ?? null));
  const verified = span.map((month, i) => (isVerified(measure, benefit, month) ? (readings[i] ?? null) : null));
  const ahead = lay(forecast).map((value, i) =>
    ledger.lastRead !== undefined && (span[i] as number) < ledger.lastRead ? null : value,
  );
  const name = (role: 'plan' | 'first' | 'forecast' | 'actual' | 'verified' | 'low') => words.sayAny(`series.${role}`);
  const has = (values: readonly (number | null)[]) => values.some((value) => value !== null);
  const low = likely(measure, ahead, benefit?.confidence, benefit ? stateOfBenefit(benefit) : undefined);
  const series: ProfileSeries[] = [
    { role: 'plan1', label: name('first'), values: lay(first) },
    { role: 'plan', label: name('plan'), values: lay(plan) },
    ...(low ? [{ role: 'low' as const, label: name('low'), values: low }] : []),
    { role: 'forecast', label: name('forecast'), values: ahead },
    { role: 'actual', label: name('actual'), values: readings },
    { role: 'verified', label: name('verified'), values: verified },
  ];
  const marks = Array.from({ length: approved }, (_, i) => measure[`version/${i + 1}`]).flatMap((version, i) => {
    if (!version || i === 0) return [];
    const at = Number(version.on.slice(0, 4)) * 12 + Number(version.on.slice(5, 7)) - 1 - from;
    return at >= 0 && at < span.length ? [{ at, label: words.say('series.version', { version: String(i + 1) }) }] : [];
  });
  return {
    from,
    months: span.map((month) => words.month(firstDay(month))),
    series: series.filter(({ values }) => has(values)),
    marks,
  };
}

/** What of the forecast is likely by its owner's confidence: the near edge of its band. */
function likely(
  measure: Measure,
  ahead: readonly (number | null)[],
  confidence: number | undefined,
  state: string | undefined,
) {
  if (confidence === undefined || measure.startValue === undefined || state === 'closed') return undefined;
  const start = measure.startValue;
  return ahead.map((value) => (value === null ? null : start + ((value - start) * confidence) / 100));
}
