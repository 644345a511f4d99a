// Clashes and findings in words: who said what and when, and what no laptop could see alone.
import type { Withheld } from '#shared/change/withheld.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { fieldValue } from '#shared/domain/value-text.ts';
import { listed } from '#shared/govern/right-text.ts';
import { whoText } from '#shared/govern/who-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';
import type { Clash, Side } from './clashes.ts';
import type { Finding } from './findings.ts';
import type { Settler } from './settler.ts';

const named = (book: Book, words: Words, kind: string, record: RecordId): string =>
  recordName(book, kind, record) || words.kind(kind);

/** A value as a merge tells it: none is said, not left out. */
export const valueText = (book: Book, words: Words, field: string, value: unknown): string =>
  value === null || value === undefined ? words.say('merge.noValue') : fieldValue(field, value, words, book);

const CALENDAR = ['actual', 'check', 'finance', 'counterfactual'];

/** A field by its name; a month of a series with the month: of the calendar where it is known, else counted. */
export function fieldText(book: Book, words: Words, kind: string, record: RecordId, field: string): string {
  const [, series, version = '', place] = /^([A-Za-z]+)(\d*)@(-?\d+)$/.exec(field) ?? [];
  if (!series) return words.field(field, kind);
  const approved = book.state.row(kind, record)?.values[`version/${version}`] as { anchor?: unknown } | undefined;
  const anchor = CALENDAR.includes(series) ? 0 : version ? approved?.anchor : undefined;
  const month = typeof anchor === 'number' ? anchor + Number(place) : undefined;
  return month !== undefined && Number.isInteger(month) && month >= YEAR_1000 && month < YEAR_10000
    ? words.say('merge.monthOf', { field: words.field(field), month: words.month(firstDay(month)) })
    : words.say('merge.monthFromStart', { field: words.field(field), number: Number(place) + 1 });
}
/** Months with a year of four figures: what else a file may hold is counted. */
const [YEAR_1000, YEAR_10000] = [12_000, 120_000];

/** Who decides first, or why nobody does; then who answers for the record; then how the right has it. */
export function settlerTexts(book: Book, words: Words, { who, answering }: Settler): string[] {
  const [first, ...rest] = who ? whoText(book, words, who) : [words.say('merge.noRight')];
  const people = answering.map(({ role, person }) =>
    words.say('merge.answersAs', { person: recordName(book, 'person', person), role: words.field(role) }),
  );
  return [
    first ?? '',
    people.length > 0 ? words.say('merge.answers', { who: listed(words, people) }) : words.say('merge.answersNobody'),
    ...rest,
  ];
}

export function sideText(book: Book, words: Words, field: string, { value, by, at }: Side): string {
  return words.say('merge.side', {
    value: valueText(book, words, field, value),
    by: by || words.say('merge.nobody'),
    when: words.dateTime(at),
  });
}

export function clashText(book: Book, words: Words, { what, kind, record, field, sides }: Clash): string {
  const [deleted] = sides;
  const told = what === 'deleted' ? sides.slice(1) : sides;
  return words.sayAny(`merge.clash.${what}`, {
    record: named(book, words, kind, record),
    field: fieldText(book, words, kind, record, field),
    by: deleted?.by || words.say('merge.nobody'),
    sides: told.map((side) => sideText(book, words, field, side)).join(words.say('merge.against')),
  });
}

export function findingText(book: Book, words: Words, finding: Finding): string {
  const { rule, kind, record, field, others, number } = finding;
  return words.sayAny(`merge.finding.${rule}`, {
    record: named(book, words, kind, record),
    field: words.field(field),
    others: others.map((each) => named(book, words, each.kind, each.record)).join(words.say('rights.comma')),
    number: number ?? '',
  });
}

/** "Withheld: 30 records, 40 fields in records shown: 9." */
export function withheldText({ counts }: Withheld, words: Words): string {
  const records = [...counts.records.values()].reduce((sum, count) => sum + count, 0);
  const kinds = records > 0 ? [words.say('withheld.records', { count: records })] : [];
  const fields =
    counts.fields > 0 ? [words.say('withheld.fields', { count: counts.fields, of: words.number(counts.of) })] : [];
  return words.say('withheld.copy', { what: [...kinds, ...fields].join(words.say('rights.comma')) });
}

/** The same as data: whole records by kind, and how many fields of how many others. */
export const withheldReport = ({ counts }: Withheld): object => ({
  records: Object.fromEntries(counts.records),
  fields: counts.fields,
  fieldsOfRecords: counts.of,
});

/** Records withheld whole, by kind, most first: "Component: 30". */
export const withheldKinds = ({ counts }: Withheld, words: Words): string[] =>
  [...counts.records]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => words.say('withheld.kind', { kind: words.sayAny(`kind.${kind}`), n: words.number(count) }));
