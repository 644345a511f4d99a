// A mapped register to benefits: the rows of one benefit together, and what cannot be told apart said with its cells.
import type { UnreadCell } from '#shared/domain/source.ts';
import { foldText } from '#shared/kit/order.ts';
import { firstDay, type MonthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { cellText } from './grid.ts';
import { placeOf, type Table, type TableRow } from './layout.ts';
import type { Column, Mapping } from './mapping.ts';
import { cellReader, type Draft, type MonthCell, type RegisterRow, type Series } from './register-cells.ts';
import { MONTH_ROLES, seriesWord } from './register-roles.ts';

export interface ReadRegister {
  readonly rows: readonly RegisterRow[];
  /** Rows of the file; a benefit may have one for each series. */
  readonly read: number;
  readonly unread: readonly UnreadCell[];
  readonly problems: readonly Problem[];
}

export function readRegister(table: Table, mapping: Mapping): ReadRegister {
  const unread: UnreadCell[] = [];
  const problems: Problem[] = [...monthProblems(table, mapping)];
  const read = cellReader(table, mapping, unread, problems);
  const column = (role: string) => mapping.columns.find((each) => each.role === role);
  const text = (row: TableRow, role: string) => cellText(row.cells[column(role)?.index ?? -1]);
  if (!column('benefitTitle')) problems.push({ code: 'intake.noTitleColumn' });
  const groups = new Map<string, Draft>();
  const nameless: string[] = [];
  const twice = new Map<Draft, string[]>();
  let last: Draft | undefined;
  for (const row of table.rows) {
    const [id, title] = [text(row, 'id'), text(row, 'benefitTitle')];
    const place = placeOf(table, row.at, column('benefitTitle')?.index ?? 0);
    const series = seriesOf(row, place);
    // the rows below a benefit's first often leave its name blank
    const isFurther = id === '' && title === '' && series !== undefined && last !== undefined;
    if (id === '' && title === '' && !isFurther) {
      nameless.push(place);
      continue;
    }
    const key = id !== '' ? `#${id}` : `${foldText(title)}|${foldText(text(row, 'component'))}`;
    const known = isFurther ? last : groups.get(key);
    const draft = known ?? { place, id, title: title || id, texts: {}, values: {}, cells: {}, months: new Map() };
    if (!known) groups.set(key, draft);
    else if (series === undefined) twice.set(draft, [...(twice.get(draft) ?? [draft.place]), place]);
    last = draft;
    read(row, draft, series);
  }
  for (const [draft, at] of twice)
    problems.push({
      code: 'intake.twoRowsOneBenefit',
      path: at.join(', '),
      args: { name: draft.id || draft.title, cells: at.join(', ') },
    });
  if (nameless.length > 0 && column('benefitTitle'))
    problems.push({
      code: 'intake.untitledRow',
      path: nameless.join(', '),
      args: { cells: nameless.slice(0, 10).join(', ') },
    });
  return { rows: [...groups.values()].map(finished), read: table.rows.length, unread, problems };

  function seriesOf(row: TableRow, place: string): Series | undefined {
    const at = column('series');
    const word = at ? text(row, 'series') : '';
    if (!at || word === '') return undefined;
    const series = seriesWord(word);
    const cell = placeOf(table, row.at, at.index);
    if (!series)
      problems.push({ code: 'intake.unknownSeries', path: cell, args: { cell, text: word.slice(0, 40), place } });
    return series ?? 'plan';
  }
}

/** "Baseline" beside a plan is what would be without the benefit; alone it is the plan as it was baselined. */
function finished(draft: Draft): RegisterRow {
  const { baseline, ...months } = Object.fromEntries(draft.months) as Record<string, Map<MonthIndex, MonthCell>>;
  if (baseline) months[months.plan ? 'counterfactual' : 'plan'] = baseline;
  return { ...draft, months };
}

/** A month that stands twice in the header, and columns said to hold a month whose header names none. */
function* monthProblems(table: Table, mapping: Mapping): Iterable<Problem> {
  const met = new Map<string, Column>();
  const place = (column: Column) => placeOf(table, table.preamble.length, column.index);
  for (const column of mapping.columns) {
    if (!MONTH_ROLES.includes(column.role)) continue;
    if (column.month === undefined) {
      const cell = place(column);
      yield { code: 'intake.noMonthInHeader', path: cell, args: { cell, text: column.header.slice(0, 40) } };
      continue;
    }
    const role = column.role === 'month' ? 'month' : column.role;
    const key = `${role} ${column.month}`;
    const first = met.get(key);
    if (first) {
      const cells = `${place(first)}, ${place(column)}`;
      yield { code: 'intake.monthTwice', path: cells, args: { cells, month: firstDay(column.month) } };
    } else met.set(key, column);
  }
}
