// The dry run: what an import would change in this book, row by row, before anything is written.

import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { Source, UnreadCell } from '#shared/domain/source.ts';
import { isAbsent, type Known, known } from '#shared/kit/absent.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import { foldText } from '#shared/kit/order.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { doubles, faults, nameless, tooOld } from './doubts.ts';
import type { Table } from './layout.ts';
import type { Mapping } from './mapping.ts';
import type { ImportRow, ReadRows } from './records.ts';
import { peopleIn } from './register-find.ts';
import type { MonthChange } from './register-months.ts';

export interface FileFacts {
  readonly name: string;
  readonly sha256: string;
}

export interface Difference {
  readonly record: RecordId;
  readonly name: string;
  readonly place: string;
  readonly state: 'new' | 'changed' | 'same';
  readonly fields: readonly {
    readonly field: string;
    /** Left out: of the record itself. */
    readonly kind?: 'measure';
    readonly before: unknown;
    readonly after: unknown;
  }[];
  /** Months that change, by series. */
  readonly months?: readonly MonthChange[];
}

export interface ImportPlan {
  readonly asAt: Day;
  readonly rows: { readonly read: number; readonly blank: number; readonly dropped: 0 };
  readonly differences: readonly Difference[];
  /** Components of the same series that this publication no longer names. */
  readonly unseen: readonly { readonly record: RecordId; readonly name: string }[];
  readonly unread: readonly UnreadCell[];
  /** Reasons the import cannot go ahead; empty: it can. */
  readonly problems: readonly Problem[];
  /** What is left out or read with a guess, each at its cell; it stops nothing. */
  readonly doubts?: readonly Problem[];
  readonly writes: readonly DraftWrite[];
}

/** @returns the plan; the book is not touched. New records get their ids from `ctx` here, so that preview and import agree. */
export function planImport(
  book: Book,
  table: Table,
  mapping: Mapping,
  read: ReadRows,
  asAt: Day,
  file: FileFacts,
  ctx: Context,
): ImportPlan {
  const problems = [...nameless(mapping, read.rows), ...doubles(read.rows), ...tooOld(book, mapping, asAt)];
  const writes: DraftWrite[] = [];
  const find = finder(book, mapping.series);
  const people = peopleIn(book, writes, ctx).named;
  const seen = new Set<RecordId>();
  const placed: { row: ImportRow; record: RecordId }[] = [];
  const differences = read.rows.map((row): Difference => {
    const old = find(row);
    const record = old?.id ?? newRecordId(ctx);
    seen.add(record);
    placed.push({ row, record });
    const wanted = wantedFields(row, mapping, asAt, people);
    problems.push(...faults(row, wanted));
    const fields = Object.entries(wanted)
      .map(([field, after]) => ({
        field,
        before: (old as Record<string, unknown> | undefined)?.[field] ?? null,
        after,
      }))
      .filter(({ before, after }) => !sameValue(before, after) && !(before === null && isBlank(after)));
    if (!old) writes.push({ kind: 'component', record, field: LIFE, value: 'here' });
    for (const { field, after } of fields) writes.push({ kind: 'component', record, field, value: after });
    const shown = [
      ...fields.filter(({ field }) => field !== 'published' && field !== 'sourceId'),
      ...planBenefit(book, row, record, mapping, writes, ctx),
    ];
    return {
      record,
      name: row.name,
      place: row.place,
      state: old ? (shown.length > 0 ? 'changed' : 'same') : 'new',
      fields: shown,
    };
  });
  planParents(book, placed, writes);
  const unseen = [...book.all('component')]
    .filter((c) => mapping.series !== '' && c.published?.series === mapping.series && !seen.has(c.id))
    .map((c) => ({ record: c.id, name: c.name }));
  planSource(writes, mapping, { rows: read.rows.length, unread: read.unread }, asAt, file, ctx);
  planOffice(book, mapping, writes);
  return {
    asAt,
    rows: { read: read.rows.length, blank: table.blankRows, dropped: 0 },
    differences,
    unseen,
    unread: read.unread,
    problems,
    writes,
  };
}

const isBlank = (x: unknown): boolean => isAbsent(x) && x.absent === 'blank';

function wantedFields(
  row: ImportRow,
  mapping: Mapping,
  asAt: Day,
  personNamed: (name: string) => RecordId,
): Record<string, unknown> {
  const { organisation, category, description, stage, sponsor, deliveryLead } = row.texts;
  return {
    name: row.name,
    level: row.level ?? 'project',
    ...(organisation ? { organisation } : {}),
    ...(category ? { category } : {}),
    ...(description ? { description } : {}),
    ...(stage ? { stage } : {}),
    ...(sponsor ? { sponsor: personNamed(sponsor) } : {}),
    ...(deliveryLead ? { deliveryLead: personNamed(deliveryLead) } : {}),
    ...row.values,
    ...(row.id || mapping.series ? { sourceId: sourceIdOf(row, mapping.series) } : {}),
    ...(mapping.series ? { published: { series: mapping.series, asAt } } : {}),
  };
}

/** The id the file gives; where it gives none, name and organisation, which later years usually keep. */
function sourceIdOf(row: ImportRow, series: string): string {
  const own = row.id !== '' ? row.id : `${foldText(row.name)}|${foldText(row.texts.organisation ?? '')}`;
  return series === '' ? own : `${series}:${own}`;
}

/** Finds the component a row speaks of: by id, else by a name and organisation only one component has. */
function finder(book: Book, series: string): (row: ImportRow) => Entry<'component'> | undefined {
  const byId = new Map<string, Entry<'component'>>();
  const byName = new Map<string, Entry<'component'> | null>();
  for (const component of book.all('component')) {
    if (component.sourceId) byId.set(component.sourceId, component);
    const key = `${foldText(component.name)}|${foldText(component.organisation ?? '')}`;
    byName.set(key, byName.has(key) ? null : component);
  }
  return (row) => {
    const same = byId.get(sourceIdOf(row, series));
    if (same) return same;
    // ids in the file and an id in the book that differ mean two components, whatever their names
    const named = byName.get(`${foldText(row.name)}|${foldText(row.texts.organisation ?? '')}`) ?? undefined;
    if (!named || row.id === '') return named;
    return named.sourceId && !named.sourceId.includes('|') ? undefined : named;
  };
}

/** The benefit the row states, as a record of its own; a blank cell makes none, but clears a figure that stood. */
function planBenefit(
  book: Book,
  row: ImportRow,
  component: RecordId,
  mapping: Mapping,
  writes: DraftWrite[],
  ctx: Context,
): Difference['fields'] {
  const after: Known<unknown> | undefined = row.benefit;
  if (after === undefined) return [];
  const sourceId = `${sourceIdOf(row, mapping.series)}#benefit`;
  const old = benefitIndex(book).get(`${component}\n${sourceId}`) ?? benefitIndex(book).get(`${component}\n`);
  if (isBlank(after) && known(old?.value) === undefined) return [];
  if (old && sameValue(old.value ?? null, after)) return [];
  const record = old?.id ?? newRecordId(ctx);
  if (!old) {
    const header = mapping.columns.find((column) => column.role === 'benefit')?.header ?? '';
    const title =
      header
        .replace(/\([^)]*\)?/g, '')
        .replace(/\s+/g, ' ')
        .trim() || 'Benefits';
    writes.push(
      { kind: 'benefit', record, field: LIFE, value: 'here' },
      { kind: 'benefit', record, field: 'title', value: title },
      { kind: 'benefit', record, field: 'component', value: component },
      { kind: 'benefit', record, field: 'sourceId', value: sourceId },
    );
  }
  writes.push({ kind: 'benefit', record, field: 'value', value: after });
  return [{ field: 'value', before: old?.value ?? null, after }];
}

const indexes = new WeakMap<object, { version: number; index: Map<string, Entry<'benefit'>> }>();

/** Imported benefits by component and source id; and, under an empty id, the only imported benefit a component has. */
function benefitIndex(book: Book): Map<string, Entry<'benefit'>> {
  const held = indexes.get(book.state);
  if (held && held.version === book.state.version) return held.index;
  const index = new Map<string, Entry<'benefit'>>();
  for (const benefit of book.all('benefit')) {
    // a benefit of a register is no component's stated sum
    if (!benefit.sourceId?.endsWith('#benefit') || !benefit.component) continue;
    index.set(`${benefit.component}\n${benefit.sourceId}`, benefit);
    index.set(`${benefit.component}\n`, benefit);
  }
  indexes.set(book.state, { version: book.state.version, index });
  return index;
}

/** Parents named in the file, by id or by name, where the name is found; else the row stays an orphan, which is allowed. */
function planParents(book: Book, placed: readonly { row: ImportRow; record: RecordId }[], writes: DraftWrite[]): void {
  if (!placed.some(({ row }) => row.texts.parent)) return;
  const byName = new Map<string, RecordId>();
  for (const component of book.all('component')) byName.set(foldText(component.name), component.id);
  for (const { row, record } of placed) {
    byName.set(foldText(row.name), record);
    if (row.id) byName.set(foldText(row.id), record);
  }
  for (const { row, record } of placed) {
    const parent = byName.get(foldText(row.texts.parent ?? ''));
    if (row.texts.parent && parent && parent !== record)
      writes.push({ kind: 'component', record, field: 'parent', value: parent });
  }
}

export function planSource(
  writes: DraftWrite[],
  mapping: Mapping,
  read: { readonly rows: number; readonly unread: readonly UnreadCell[] },
  asAt: Day,
  file: FileFacts,
  ctx: Context,
): void {
  const record = newRecordId(ctx);
  const source: Source = {
    file: file.name,
    sha256: file.sha256,
    asAt,
    rows: read.rows,
    unread: read.unread,
    ...(mapping.series ? { series: mapping.series } : {}),
    ...(mapping.profile ? { profile: mapping.profile } : {}),
  };
  writes.push({ kind: 'source', record, field: LIFE, value: 'here' });
  for (const [field, value] of Object.entries(source)) writes.push({ kind: 'source', record, field, value });
}

/** A book without settings takes over how the publication counts; settings a person made stay. */
function planOffice(book: Book, mapping: Mapping, writes: DraftWrite[]): void {
  const standing = book.state.row('office', OFFICE)?.values ?? {};
  const offer = { currency: mapping.currency, fiscalYearStart: mapping.fiscalYearStart };
  for (const [field, value] of Object.entries(offer)) {
    if (value === undefined || field in standing) continue;
    writes.push(
      { kind: 'office', record: OFFICE, field: LIFE, value: 'here' },
      { kind: 'office', record: OFFICE, field, value },
    );
  }
}
