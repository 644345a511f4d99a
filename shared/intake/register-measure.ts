// The measure a register's row states, with what follows from it, and what cannot be true of it.
import type { Entry } from '#shared/domain/book.ts';
import type { Measure } from '#shared/domain/measure.ts';
import { isRatioUnit, measureFault } from '#shared/domain/measure-fault.ts';
import { known } from '#shared/kit/absent.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { RegisterRow } from './register-cells.ts';
import type { RegisterRole } from './register-roles.ts';

/** Field of the measure → where the row says it. */
const FIELDS: readonly (readonly [keyof Measure & string, RegisterRole])[] = [
  ['name', 'measure'],
  ['unit', 'unit'],
  ['direction', 'direction'],
  ['startValue', 'startValue'],
  ['startOn', 'startOn'],
  ['target', 'target'],
  ['targetOn', 'targetOn'],
  ['source', 'dataSource'],
  ['cadence', 'cadence'],
  ['rollUp', 'rollUp'],
];

/** The fields the row gives; undefined where it says nothing of a measure. A new one is named after its benefit. */
export function measureValues(
  row: RegisterRow,
  standing: Entry<'measure'> | undefined,
): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  for (const [field, role] of FIELDS) {
    const value = row.texts[role] ?? known(row.values[role]);
    if (value !== undefined) values[field] = value;
  }
  if (Object.keys(values).length === 0 && Object.keys(row.months).length === 0) return undefined;
  if (!standing) values.name ??= row.title;
  const stated: Partial<Measure> = { ...standing, ...values };
  const { startValue, target, direction, unit, rollUp } = stated;
  // which way is good follows from where it is to go
  if (direction === undefined && startValue !== undefined && target !== undefined && startValue !== target)
    values.direction = target > startValue ? 1 : -1;
  // per cent are never added up
  if (rollUp === undefined && isRatioUnit(unit)) values.rollUp = 'ratio';
  return values;
}

const CHECKS: readonly (readonly string[])[] = [
  ['startValue', 'target'],
  ['startOn', 'targetOn'],
  ['unit', 'rollUp'],
];

/** What cannot be true, each at its cell. */
export function registerFaults(
  row: RegisterRow,
  standing: Entry<'measure'> | undefined,
  values: Readonly<Record<string, unknown>>,
  start: unknown,
): Problem[] {
  const faults: Problem[] = [];
  const cellOf = (field: string) => row.cells[FIELDS.find(([name]) => name === field)?.[1] ?? 'measure'] ?? row.place;
  const merged = { ...standing, ...values } as Partial<Measure>;
  for (const fields of CHECKS) {
    const fault = measureFault(merged, new Set(fields.filter((field) => field in values)));
    if (!fault) continue;
    const cell = cellOf(fault.path ?? 'name');
    faults.push({ code: `intake.${fault.code}`, path: cell, args: { cell, name: row.title, ...fault.args } });
  }
  const { targetOn } = values as { targetOn?: Day };
  const end = targetOn as string | undefined;
  if (
    end &&
    typeof start === 'string' &&
    end < start &&
    !faults.some(({ code }) => code.endsWith('targetBeforeStart'))
  ) {
    const cell = cellOf('targetOn');
    faults.push({ code: 'intake.measure.targetBeforeStart', path: cell, args: { cell, name: row.title, start, end } });
  }
  return faults;
}
