// Sets fields of one record: the act behind every cell and form.

import { LIFE } from '#shared/change/model.ts';
import { isHere, isSealedRow } from '#shared/change/state.ts';
import type { Book, Kind } from '#shared/domain/book.ts';
import { CHARTER } from '#shared/domain/charter.ts';
import { measureFault } from '#shared/domain/measure-fault.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { daysBetween, isDay } from '#shared/kit/period.ts';
import { done, type Problem, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { rangeFault } from './set-right.ts';

export interface FieldEdit {
  readonly kind: Kind;
  readonly record: RecordId;
  /** Field → new value; null clears it. */
  readonly values: Readonly<Record<string, unknown>>;
}

export const editField: Act<FieldEdit> = {
  name: 'act.editField',
  allowed: always,
  run: (book, { kind, record, values }) => {
    const row = book.state.row(kind, record);
    const born = isOneOfItsKind(kind, record) && !isHere(row);
    if (!born && !isHere(row)) return refuse('act.recordGone');
    if (isSealedRow(row)) return refuse('act.recordSealed');
    const fault =
      (kind === 'component' ? spanFault(book, record, values) : undefined) ??
      (kind === 'measure' ? faultOfMeasure(book, record, values) : undefined) ??
      (kind === 'decisionRight' ? faultOfRange(book, record, values) : undefined) ??
      circle(book, kind, record, values);
    if (fault) return { ok: false, problem: fault };
    const writes = Object.entries(values).map(([field, value]) => ({ kind, record, field, value }));
    return done({
      act: editField.name,
      writes: born ? [{ kind, record, field: LIFE, value: 'here' }, ...writes] : writes,
    });
  },
};

/** The settings and the charter come into being with the first that is said in them. */
const isOneOfItsKind = (kind: Kind, record: RecordId): boolean =>
  (kind === 'office' && record === OFFICE) || (kind === 'charter' && record === CHARTER);

function faultOfRange(book: Book, record: RecordId, values: Readonly<Record<string, unknown>>): Problem | undefined {
  if (!('from' in values) && !('to' in values)) return undefined;
  const ends = Object.entries({ ...book.get('decisionRight', record), ...values }).filter(
    ([field, value]) => (field === 'from' || field === 'to') && value !== null,
  );
  return rangeFault(Object.fromEntries(ends));
}

function faultOfMeasure(book: Book, record: RecordId, values: Readonly<Record<string, unknown>>): Problem | undefined {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const cleared = new Set(Object.keys(values).filter((field) => values[field] === null));
  const standing = Object.fromEntries(
    Object.entries(book.get('measure', record) ?? {}).filter(([field]) => !cleared.has(field)),
  );
  return measureFault({ ...standing, ...given }, new Set(Object.keys(values)));
}

/** An end stands on or after its start. */
function spanFault(book: Book, record: RecordId, values: Readonly<Record<string, unknown>>): Problem | undefined {
  const standing = book.get('component', record);
  const start = 'start' in values ? values.start : standing?.start;
  const end = 'end' in values ? values.end : standing?.end;
  return ('start' in values || 'end' in values) && isDay(start) && isDay(end) && daysBetween(start, end) < 0
    ? { code: 'act.endBeforeStart', path: 'end', args: { start, end } }
    : undefined;
}

/** What is refused where a record would come to lie inside itself, by the kinds that form a tree. */
const INSIDE_ITSELF = { component: 'act.insideItself', objective: 'act.objectiveInsideItself' } as const;

function circle(
  book: Book,
  kind: Kind,
  record: RecordId,
  values: Readonly<Record<string, unknown>>,
): Problem | undefined {
  if (kind !== 'component' && kind !== 'objective') return undefined;
  const met = new Set<RecordId>();
  let above = values.parent as RecordId | null | undefined;
  while (above && !met.has(above)) {
    if (above === record) return { code: INSIDE_ITSELF[kind], path: 'parent' };
    met.add(above);
    above = book.get(kind, above)?.parent;
  }
  return undefined;
}
