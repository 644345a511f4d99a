// A record as this version can read it: what a newer one wrote stays in the book, and out of screens and sums.
import type { Column } from '#shared/change/run.ts';
import type { Row } from '#shared/change/state.ts';
import type { Check, FieldFault } from './field.ts';
import { type Need, UNREAD } from './needs.ts';

/** Too long, or below nothing: no value to be asked for, and one that can be read and told all the same. */
const READABLE = new Set<FieldFault>([
  'field.tooLong',
  'field.empty',
  'field.belowNothing',
  'field.notAPercent',
  'field.notPositive',
]);

/** Of a form this version cannot read. */
export function isOdd(check: Check, value: unknown): boolean {
  const fault = check(value);
  return fault !== undefined && !READABLE.has(fault);
}

/**
 * Without the values this version has no word for: they are kept and carried, and no screen or sum meets them. A record
 * that is nothing without such a value is not read at all; a name nobody can read is shown as unknown.
 * @param withheld what this copy of the book does not carry of the record, as it is read
 */
export function readable(
  row: Row,
  checkOf: (kind: string, field: string) => Check | undefined,
  needed: Readonly<Record<string, Need>>,
  withheld?: Readonly<Record<string, unknown>>,
): object | null {
  const read: Record<string, unknown> = { ...row.values, id: row.id };
  for (const field in row.values) {
    const value = row.values[field];
    const check = checkOf(row.kind, field);
    if (!check) continue;
    if (!field.endsWith('@')) {
      if (isOdd(check, value)) delete read[field];
      continue;
    }
    const { from, values } = value as Column;
    // a loop: a book has hundreds of thousands of months, and is read whole when it opens
    let odd = false;
    for (const each of values) if (each !== null && check(each) !== undefined) odd = true;
    if (odd) read[field] = { from, values: values.map((each) => (each === null || isOdd(check, each) ? null : each)) };
  }
  if (withheld) Object.assign(read, withheld);
  for (const field in needed)
    if (read[field] === undefined)
      if (needed[field] === 'said') read[field] = UNREAD;
      else return null;
  return read;
}
