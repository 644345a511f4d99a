// Reasons an import cannot go ahead, each naming the place in the file and what to do there.
import { type Book, kindTable } from '#shared/domain/book.ts';
import { latestPublications } from '#shared/domain/portfolio.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { Mapping } from './mapping.ts';
import type { ImportRow } from './records.ts';

/** Two rows that claim to be the same component: a person must say which. */
export function doubles(rows: readonly ImportRow[]): Problem[] {
  const places = new Map<string, string[]>();
  for (const row of rows) {
    if (row.id === '' && row.name === '') continue;
    const key = row.id !== '' ? row.id : `${row.name} · ${row.texts.organisation ?? ''}`;
    places.set(key, [...(places.get(key) ?? []), row.place]);
  }
  return [...places]
    .filter(([, at]) => at.length > 1)
    .map(([id, at]) => ({ code: 'intake.twoRowsOneId', path: at.join(', '), args: { id, cells: at.join(', ') } }));
}

/** A row without name and id cannot be told from another: often it is a line of totals. */
export function nameless(mapping: Mapping, rows: readonly ImportRow[]): Problem[] {
  if (!mapping.columns.some((column) => column.role === 'name' || column.role === 'id'))
    return [{ code: 'intake.noNameColumn' }];
  const at = rows.filter((row) => row.name === '').map((row) => row.place);
  if (at.length === 0) return [];
  return [{ code: 'intake.namelessRow', path: at.join(', '), args: { cells: at.slice(0, 10).join(', ') } }];
}

/** Values the book would refuse, named by their place in the file before anything is written. */
export function faults(row: ImportRow, wanted: Readonly<Record<string, unknown>>): Problem[] {
  if (row.name === '') return [];
  return Object.entries(wanted).flatMap(([field, value]) => {
    const code = kindTable.fault('component', field, value);
    return code ? [{ code: 'intake.badCell', path: row.place, args: { cell: row.place, field, code } }] : [];
  });
}

export function tooOld(book: Book, mapping: Mapping, asAt: Day): Problem[] {
  const latest = latestPublications(book).get(mapping.series);
  return latest && asAt < latest ? [{ code: 'intake.olderThanBook', args: { asAt, latest } }] : [];
}
