// The months of one benefit of a register as writes: only what differs from what stands, a blank month never clears one.
import type { DraftWrite } from '#shared/change/model.ts';
import { type Column, runName, valueAt } from '#shared/change/run.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { approvedVersion, readingValue } from '#shared/domain/measure.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay, type MonthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { isVerified } from '#shared/value/ledger.ts';
import { placedPlan } from '#shared/value/placed.ts';
import type { MonthCell, RegisterRow } from './register-cells.ts';
import type { RegisterSeries } from './register-roles.ts';

/** A month whose value changes. */
export interface MonthChange {
  readonly series: RegisterSeries;
  readonly month: MonthIndex;
  readonly cell: string;
  readonly before: number | null;
  readonly after: number;
}

export interface PlannedMonths {
  readonly changes: readonly MonthChange[];
  readonly writes: readonly DraftWrite[];
  readonly problems: readonly Problem[];
  readonly doubts: readonly Problem[];
}

export interface MonthsOf {
  readonly book: Book;
  readonly row: RegisterRow;
  readonly benefit: Entry<'benefit'> | undefined;
  readonly measure: Entry<'measure'> | undefined;
  readonly record: RecordId;
  /** The month the benefit's profile starts in, as it will stand. */
  readonly anchor: MonthIndex | undefined;
  /** The last month that has come. */
  readonly until: MonthIndex;
}

export function planMonths(of: MonthsOf): PlannedMonths {
  const changes: MonthChange[] = [];
  const problems: Problem[] = [];
  const doubts: Problem[] = [];
  for (const [series, cells] of Object.entries(of.row.months) as [RegisterSeries, Map<MonthIndex, MonthCell>][]) {
    const before = standingIn(of, series);
    if (!before) {
      const cell = [...cells.values()][0]?.cell ?? of.row.place;
      doubts.push({ code: 'intake.noStart', path: cell, args: { cell, name: of.row.title, count: cells.size } });
      continue;
    }
    const changed = [...cells]
      .map(([month, { value, cell }]): MonthChange => ({ series, month, cell, before: before(month), after: value }))
      .filter((change) => change.before !== change.after)
      .sort((a, b) => a.month - b.month);
    const [first] = changed;
    if (series === 'actual') {
      for (const { month, cell } of [...cells].map(([month, { cell }]) => ({ month, cell })))
        if (month > of.until)
          problems.push({ code: 'intake.inFuture', path: cell, args: { cell, month: firstDay(month) } });
      for (const { month, cell } of changed)
        if (of.measure && isVerified(of.measure, of.benefit, month))
          doubts.push({ code: 'intake.unverifies', path: cell, args: { cell, month: firstDay(month) } });
    }
    if (series === 'plan' && first && of.measure && approvedVersion(of.measure) > 0) {
      const args = { cell: first.cell, name: of.row.title, count: changed.length };
      doubts.push({ code: 'intake.planApproved', path: first.cell, args });
      continue;
    }
    changes.push(...changed);
  }
  return { changes, writes: writesOf(of, changes), problems, doubts };
}

/** What stands for a calendar month in a series; undefined where nothing says when the benefit's months begin. */
function standingIn(
  { measure, anchor }: MonthsOf,
  series: RegisterSeries,
): ((month: MonthIndex) => number | null) | undefined {
  if (series === 'actual') return (month) => readingValue(valueAt(measure?.['actual@'], month));
  if (series === 'counterfactual') return (month) => valueAt(measure?.['counterfactual@'], month);
  if (series === 'plan' && measure && approvedVersion(measure) > 0) {
    const plan = placedPlan(measure, approvedVersion(measure), anchor);
    return (month) => plan?.values[month - plan.from] ?? null;
  }
  if (anchor === undefined) return undefined;
  const column: Column<number> | undefined = measure?.[series === 'plan' ? 'plan1@' : 'forecast@'];
  return (month) => valueAt(column, month - anchor);
}

const NAMES: Readonly<Record<RegisterSeries, string>> = {
  plan: 'plan1@',
  forecast: 'forecast@',
  actual: 'actual@',
  counterfactual: 'counterfactual@',
};

/** One write for each run of neighbouring months. */
function writesOf({ record, anchor }: MonthsOf, changes: readonly MonthChange[]): DraftWrite[] {
  const writes: DraftWrite[] = [];
  for (let start = 0, end = 1; start < changes.length; start = end++) {
    const first = changes[start] as MonthChange;
    while (changes[end]?.series === first.series && changes[end]?.month === first.month + end - start) end++;
    const values = changes.slice(start, end).map(({ after }) => after);
    const from = first.month - (first.series === 'plan' || first.series === 'forecast' ? (anchor ?? 0) : 0);
    const field = runName({ series: NAMES[first.series], from, count: values.length });
    writes.push({ kind: 'measure', record, field, value: values.length === 1 ? values[0] : values });
  }
  return writes;
}
