// The cells of a register's row as typed values and months by series; every cell without a value is accounted for.
import type { UnreadCell } from '#shared/domain/source.ts';
import { isAbsent, type Known } from '#shared/kit/absent.ts';
import { firstDay, type MonthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { dayOrder, readDay, readMoney } from './cells.ts';
import { cellText } from './grid.ts';
import { placeOf, type Table, type TableRow } from './layout.ts';
import type { Column, Mapping } from './mapping.ts';
import { MONTH_ROLES, type RegisterRole, type RegisterSeries } from './register-roles.ts';
import {
  cadenceWord,
  categoryWord,
  directionWord,
  holdsShares,
  readFigure,
  readPercent,
  rollUpWord,
  stateWord,
} from './register-words.ts';

export interface MonthCell {
  readonly value: number;
  readonly cell: string;
}

export interface RegisterRow {
  readonly place: string;
  readonly id: string;
  readonly title: string;
  /** Role → what its cell says as text. */
  readonly texts: Readonly<Partial<Record<RegisterRole, string>>>;
  /** Role → its value; roles without one are left out. */
  readonly values: Readonly<Partial<Record<RegisterRole, Known<unknown>>>>;
  /** Role → the cell it came from. */
  readonly cells: Readonly<Partial<Record<RegisterRole, string>>>;
  readonly months: Readonly<Partial<Record<RegisterSeries, ReadonlyMap<MonthIndex, MonthCell>>>>;
}

/** "Baseline" is settled once all rows of a benefit are read. */
export type Series = RegisterSeries | 'baseline';

/** A benefit while its rows are read. */
export interface Draft {
  readonly place: string;
  id: string;
  title: string;
  texts: Partial<Record<RegisterRole, string>>;
  values: Partial<Record<RegisterRole, Known<unknown>>>;
  cells: Partial<Record<RegisterRole, string>>;
  months: Map<Series, Map<MonthIndex, MonthCell>>;
}

const TEXTS: readonly RegisterRole[] = [
  'component',
  'description',
  'beneficiary',
  'owner',
  'ownerEmail',
  'accountable',
  'measure',
  'unit',
  'dataSource',
];
const OF_COLUMN: Readonly<Record<string, RegisterSeries>> = {
  monthPlan: 'plan',
  monthForecast: 'forecast',
  monthActual: 'actual',
};

/** Reads one row of the file into its benefit. */
export function cellReader(table: Table, mapping: Mapping, unread: UnreadCell[], problems: Problem[]) {
  const cellsOf = (role: string) => {
    const at = mapping.columns.find((column) => column.role === role)?.index ?? -1;
    return table.rows.map((row) => row.cells[at]);
  };
  const isShare = holdsShares(cellsOf('benefitConfidence'));
  const orders = new Map(
    ['benefitStart', 'startOn', 'targetOn'].map((role) => [role as string, dayOrder(cellsOf(role))]),
  );

  const readCell = (row: TableRow, { role, index, unit }: Column): Known<unknown> | undefined => {
    const cell = row.cells[index];
    switch (role) {
      case 'benefitCategory':
        return categoryWord(cell);
      case 'state':
        return stateWord(cell);
      case 'cadence':
        return cadenceWord(cell);
      case 'rollUp':
        return rollUpWord(cell);
      case 'direction':
        return directionWord(cell);
      case 'benefitConfidence':
        return readPercent(cell, isShare);
      case 'startValue':
      case 'target':
        return readFigure(cell);
      case 'benefitStart':
      case 'startOn':
      case 'targetOn':
        return readDay(cell, orders.get(role) ?? 'dayFirst');
      case 'benefitValue':
        return readMoney(cell, { currency: unit?.currency ?? mapping.currency, scale: unit?.scale ?? mapping.scale });
      default:
        return undefined;
    }
  };

  return (row: TableRow, draft: Draft, rowSeries: Series | undefined): void => {
    for (const column of mapping.columns) {
      const { role, index } = column;
      const cell = placeOf(table, row.at, index);
      const text = cellText(row.cells[index]);
      const note = (absent: Known<unknown>) => {
        if (isAbsent(absent))
          unread.push({
            cell,
            column: column.header.split(/\r?\n/)[0]?.trim() ?? '',
            of: draft.id || draft.title,
            field: role,
            absence: absent.absent,
            text: absent.text ?? '',
          });
      };
      if (MONTH_ROLES.includes(role)) {
        if (column.month === undefined) continue;
        const value = readFigure(row.cells[index]);
        note(value);
        const series = OF_COLUMN[role] ?? rowSeries ?? mapping.monthsHold ?? 'plan';
        if (isAbsent(value)) {
          if (value.absent === 'unreadable') problems.push(notANumber(cell, column.header, text));
        } else putMonth(draft, series, column.month, { value, cell });
        continue;
      }
      if ((TEXTS as readonly string[]).includes(role)) {
        if (text !== '') keep(draft, draft.texts, role as RegisterRole, text, cell);
        continue;
      }
      const value = readCell(row, column);
      if (value === undefined) continue;
      // the further rows of a benefit say only what is new
      if (text === '' && draft.values[role as RegisterRole] !== undefined) continue;
      note(value);
      if (isAbsent(value) && value.absent === 'unreadable' && FIGURES.has(role))
        problems.push(
          role === 'benefitConfidence' && !isAbsent(readFigure(row.cells[index]))
            ? { code: 'intake.notAPercent', path: cell, args: { cell, text: text.slice(0, 60) } }
            : notANumber(cell, column.header, text),
        );
      keep(draft, draft.values, role as RegisterRole, value, cell);
    }
  };

  function keep(
    draft: Draft,
    side: Partial<Record<RegisterRole, unknown>>,
    role: RegisterRole,
    value: unknown,
    cell: string,
  ) {
    const standing = side[role];
    if (standing !== undefined && !isAbsent(standing) && JSON.stringify(standing) !== JSON.stringify(value)) {
      const cells = `${draft.cells[role] ?? ''}, ${cell}`;
      problems.push({
        code: 'intake.rowsDisagree',
        path: cells,
        args: { cells, what: `role.${role}`, name: draft.title },
      });
      return;
    }
    side[role] = value;
    draft.cells[role] = cell;
  }

  function putMonth(draft: Draft, series: Series, month: MonthIndex, value: MonthCell): void {
    const months = draft.months.get(series) ?? new Map<MonthIndex, MonthCell>();
    draft.months.set(series, months);
    const standing = months.get(month);
    if (standing && standing.value !== value.value) {
      const cells = `${standing.cell}, ${value.cell}`;
      problems.push({ code: 'intake.monthSaidTwice', path: cells, args: { cells, month: firstDay(month) } });
    } else months.set(month, value);
  }
}

const FIGURES: ReadonlySet<string> = new Set(['startValue', 'target', 'benefitConfidence', 'benefitValue']);
const notANumber = (cell: string, column: string, text: string): Problem => ({
  code: 'intake.notANumber',
  path: cell,
  args: { cell, column: column.split(/\r?\n/)[0] ?? '', text: text.slice(0, 60) },
});
