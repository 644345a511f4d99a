// What a book holds from a newer version: kinds, fields and values this one has no word for; kept, carried and counted.
import { LIFE } from '#shared/change/model.ts';
import type { Column } from '#shared/change/run.ts';
import { isHere, type Row } from '#shared/change/state.ts';
import { checkOf, KINDS, type Kind } from './book.ts';
import { isOdd } from './readable.ts';

/** Kinds, fields, or fields with a value, each with how many records have it; most first. */
export interface Newer {
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly fields: readonly NewerField[];
  readonly values: readonly NewerField[];
}

export interface NewerField {
  readonly kind: string;
  readonly field: string;
  readonly count: number;
}

/** Whether a value stands there that this version cannot read: no act writes over what it cannot show. */
export function isNewer(kind: string, field: string, value: unknown): boolean {
  const check = checkOf(kind, field);
  if (!check) return true;
  if (value === null || value === undefined) return false;
  if (!field.endsWith('@')) return isOdd(check, value);
  return (value as Column).values.some((each) => each !== null && isOdd(check, each));
}

export function newerOf(rows: Iterable<Row>): Newer {
  const [kinds, fields, values] = [new Count(), new Count(), new Count()];
  for (const row of rows) {
    if (!isHere(row)) continue;
    if (!Object.hasOwn(KINDS, row.kind as Kind)) {
      kinds.add(row.kind, '');
      continue;
    }
    for (const field in row.values)
      if (field !== LIFE && isNewer(row.kind, field, row.values[field]))
        (checkOf(row.kind, field) ? values : fields).add(row.kind, field);
  }
  return { kinds: kinds.list(), fields: fields.list(), values: values.list() };
}

export const isNone = ({ kinds, fields, values }: Newer): boolean =>
  kinds.length === 0 && fields.length === 0 && values.length === 0;

class Count {
  private readonly found = new Map<string, { kind: string; field: string; count: number }>();

  add(kind: string, field: string): void {
    const key = `${kind}\n${field}`;
    const known = this.found.get(key) ?? { kind, field, count: 0 };
    known.count++;
    this.found.set(key, known);
  }

  list(): NewerField[] {
    return [...this.found.values()].sort((a, b) => b.count - a.count);
  }
}
