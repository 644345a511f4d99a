// The dry run of a benefits register: what each row would change in the book, and what is wrong, before anything is written.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import { leadOf } from '#shared/domain/benefit-steps.ts';
import { type Book, type Entry, kindTable } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { known } from '#shared/kit/absent.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import { foldText } from '#shared/kit/order.ts';
import type { Day, MonthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { Table } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { type Difference, type FileFacts, type ImportPlan, planSource } from './plan.ts';
import { anchorFor, handOver, type Planning, statedValue, stateFor } from './register-benefit.ts';
import type { RegisterRow } from './register-cells.ts';
import { benefitFinder, componentFinder, peopleIn, registerId } from './register-find.ts';
import { measureValues, registerFaults } from './register-measure.ts';
import { planMonths } from './register-months.ts';
import type { ReadRegister } from './register-rows.ts';

/** @param until the last month that has come: no reading speaks of a later one */
export function planRegister(
  book: Book,
  table: Table,
  mapping: Mapping,
  read: ReadRegister,
  asAt: Day,
  file: FileFacts,
  until: MonthIndex,
  ctx: Context,
): ImportPlan {
  const writes: DraftWrite[] = [];
  const planning: Planning = {
    ...{ book, mapping, asAt, file, until, ctx, writes },
    people: peopleIn(book, writes, ctx),
    problems: [...read.problems],
    doubts: [],
  };
  const findComponent = componentFinder(book);
  const findBenefit = benefitFinder(book, mapping.series);
  const seen = new Map<RecordId, string>();
  const differences = read.rows.map((row): Difference => {
    const component = componentOf(planning, row, findComponent);
    const found = findBenefit(row.id, row.title, component);
    if ('none' in found && found.none === 'several')
      planning.problems.push({
        code: 'intake.severalAlike',
        path: row.place,
        args: { cell: row.place, name: row.title },
      });
    const old = 'one' in found ? found.one : undefined;
    const record = old?.id ?? newRecordId(ctx);
    const earlier = seen.get(record);
    if (earlier)
      planning.problems.push({
        code: 'intake.twoRowsOneBenefit',
        path: row.place,
        args: { name: row.title, cells: `${earlier}, ${row.place}` },
      });
    seen.set(record, row.place);
    return planBenefit(planning, row, old, record, component);
  });
  planSource(writes, mapping, { rows: read.read, unread: read.unread }, asAt, file, ctx);
  const unseen = [...book.all('benefit')]
    .filter((each) => mapping.series !== '' && each.sourceId?.startsWith(`${mapping.series}:`))
    .filter((each) => !each.sourceId?.endsWith('#benefit') && !seen.has(each.id))
    .map((each) => ({ record: each.id, name: each.title }));
  return {
    asAt,
    rows: { read: read.read, blank: table.blankRows, dropped: 0 },
    differences,
    unseen,
    unread: read.unread,
    problems: planning.problems,
    doubts: together([...planning.doubts, ...unreadWords(read)]),
    writes,
  };
}

/** Words of a category, state and the like that nobody knows: the benefit comes in without them. */
const unreadWords = ({ unread }: ReadRegister): Problem[] =>
  unread
    .filter(({ absence, field }) => absence === 'unreadable' && !field.startsWith('month') && !FIGURE.test(field))
    .map(({ cell, field, text }) => ({
      code: 'intake.unknownWord',
      path: cell,
      args: { cell, what: `role.${field}`, text: text.slice(0, 60) },
    }));

/** Cells named in one sentence. */
const MOST_CELLS = 8;

/** One word that is not known in many rows is one doubt, with its cells. */
function together(doubts: readonly Problem[]): Problem[] {
  const alike = new Map<string, Problem[]>();
  for (const doubt of doubts) {
    const key = GROUPED.test(doubt.code) ? `${doubt.code} ${doubt.args?.what ?? ''} ${doubt.args?.text}` : doubt;
    const group = alike.get(key as string);
    if (group) group.push(doubt);
    else alike.set(key as string, [doubt]);
  }
  return [...alike.values()].map((group) => {
    const [first] = group as [Problem];
    if (!GROUPED.test(first.code)) return first;
    const cells = group.map(({ path }) => path ?? '');
    const shown = cells.slice(0, MOST_CELLS).join(', ') + (cells.length > MOST_CELLS ? ', …' : '');
    return { ...first, path: cells.join(', '), args: { ...first.args, cell: shown, count: group.length } };
  });
}
const GROUPED = /^intake\.(unknownComponent|severalComponents|unknownWord)$/;
const FIGURE = /^(startValue|target|benefitConfidence|benefitValue)$/;

function componentOf(
  { doubts }: Planning,
  row: RegisterRow,
  find: ReturnType<typeof componentFinder>,
): RecordId | undefined {
  const named = row.texts.component;
  if (!named) return undefined;
  const found = find(named);
  if ('one' in found) return found.one.id;
  const cell = row.cells.component ?? row.place;
  doubts.push({
    code: found.none === 'several' ? 'intake.severalComponents' : 'intake.unknownComponent',
    path: cell,
    args: { cell, text: named.slice(0, 60) },
  });
  return undefined;
}

function planBenefit(
  planning: Planning,
  row: RegisterRow,
  old: Entry<'benefit'> | undefined,
  record: RecordId,
  component: RecordId | undefined,
): Difference {
  const { book, people, writes, mapping } = planning;
  const owner = row.texts.owner ? people.named(row.texts.owner) : undefined;
  const accountable = row.texts.accountable ? people.named(row.texts.accountable) : undefined;
  if (owner && row.texts.ownerEmail) people.addressed(owner, row.texts.ownerEmail);
  const category = known(row.values.benefitCategory);
  const { anchor, start } = anchorFor(planning, row, old);
  const wanted: Record<string, unknown> = {
    title: row.title,
    ...(component && { component }),
    ...textOf(row, 'description'),
    ...textOf(row, 'beneficiary'),
    ...(category === 'disbenefit' ? { disbenefit: true } : category ? { category } : {}),
    ...(owner && { owner }),
    ...(accountable && { accountable }),
    ...given('confidence', known(row.values.benefitConfidence)),
    ...given('start', start),
    ...statedValue(row, old),
    ...stateFor(planning, row, old),
    ...(row.id && { sourceId: registerId(row.id, mapping.series) }),
  };
  if (old && owner && old.owner && old.owner !== owner) {
    wanted.accepted = null;
    handOver(planning, record, old.owner, owner);
  }
  const fields = changesOf(old, wanted);
  if (!old) writes.push({ kind: 'benefit', record, field: LIFE, value: 'here' });
  const lead = old && measureOf(book, old, row);
  const measured = measureValues(row, lead);
  const measure = lead?.id ?? (measured || Object.keys(row.months).length > 0 ? newRecordId(planning.ctx) : undefined);
  const measureFields = measured ? changesOf(lead, measured) : [];
  const leads = measure && old?.leadMeasure === undefined && !lead ? [{ field: 'leadMeasure', after: measure }] : [];
  for (const { field, after } of [...fields, ...leads]) writes.push({ kind: 'benefit', record, field, value: after });
  if (measure && !lead)
    writes.push(
      { kind: 'measure', record: measure, field: LIFE, value: 'here' },
      { kind: 'measure', record: measure, field: 'benefit', value: record },
    );
  for (const { field, after } of measureFields)
    writes.push({ kind: 'measure', record: measure as RecordId, field, value: after });
  const months = planMonths({
    book,
    row,
    benefit: old,
    measure: lead,
    record: measure ?? record,
    anchor,
    until: planning.until,
  });
  writes.push(...months.writes);
  planning.problems.push(
    ...registerFaults(row, lead, measured ?? {}, known(row.values.benefitStart)),
    ...months.problems,
  );
  planning.problems.push(...badCells('benefit', row, wanted), ...badCells('measure', row, measured ?? {}));
  planning.doubts.push(...months.doubts);
  const shown = [
    ...fields.filter(({ field }) => !HIDDEN.has(field)).map((change) => said(book, row, change)),
    ...measureFields.map(({ field, before, after }) => ({ field, kind: 'measure' as const, before, after })),
  ];
  return {
    record,
    name: row.title,
    place: row.place,
    state: !old ? 'new' : shown.length + months.changes.length > 0 ? 'changed' : 'same',
    fields: shown,
    ...(months.changes.length > 0 ? { months: months.changes } : {}),
  };
}

const HIDDEN: ReadonlySet<string> = new Set(['sourceId', 'stateReason', 'accepted']);
const given = (field: string, value: unknown): Record<string, unknown> =>
  value === undefined ? {} : { [field]: value };
const textOf = (row: RegisterRow, role: 'description' | 'beneficiary'): Record<string, unknown> =>
  given(role, row.texts[role]);

interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

function changesOf(old: object | undefined, wanted: Readonly<Record<string, unknown>>): FieldChange[] {
  return Object.entries(wanted)
    .map(([field, after]) => ({ field, before: (old as Record<string, unknown> | undefined)?.[field] ?? null, after }))
    .filter(({ before, after }) => !sameValue(before, after));
}

/** People and components by name: the new ones are not in the book yet. */
function said(book: Book, row: RegisterRow, { field, before, after }: FieldChange): FieldChange {
  if (field === 'owner' || field === 'accountable')
    return { field, before: book.get('person', before as RecordId)?.name ?? null, after: row.texts[field] ?? null };
  if (field !== 'component') return { field, before, after };
  const name = (id: unknown) => book.get('component', id as RecordId)?.name ?? null;
  return { field, before: name(before), after: name(after) };
}

/** The measure of the row's name, else the lead. */
function measureOf(book: Book, benefit: Entry<'benefit'>, row: RegisterRow): Entry<'measure'> | undefined {
  const measures = measuresOf(book, benefit);
  const name = foldText(row.texts.measure ?? '');
  return measures.find((each) => name !== '' && foldText(each.name) === name) ?? leadOf(benefit, measures);
}

/** Values the book would refuse, named by their row before anything is written. */
const badCells = (
  kind: 'benefit' | 'measure',
  row: RegisterRow,
  wanted: Readonly<Record<string, unknown>>,
): Problem[] =>
  Object.entries(wanted).flatMap(([field, value]) => {
    const code = value === null ? undefined : kindTable.fault(kind, field, value);
    return code ? [{ code: 'intake.badCell', path: row.place, args: { cell: row.place, field, code } }] : [];
  });
