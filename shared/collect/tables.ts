// The three tables an owner fills: readings that are due, the forecast of the months after, a statement on each benefit.
import type { Held } from '#shared/acts/returned.ts';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import { isAccepted } from '#shared/domain/benefit-steps.ts';
import type { Entry } from '#shared/domain/book.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import { readingValue } from '#shared/domain/measure.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay, type MonthIndex, monthKey } from '#shared/kit/period.ts';
import type { DueBenefit, DueReading } from '#shared/value/due.ts';
import type { Words } from '#shared/words/words.ts';
import type { Asking } from './parcel.ts';
import {
  attestationId,
  forecastId,
  planId,
  readingId,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRow,
} from './table.ts';

/** The tables of a request; one with nothing to ask is left out. */
export const tablesFor = (asking: Asking): Table[] =>
  [readingsTable(asking), forecastTable(asking), attestationsTable(asking)].filter(({ rows }) => rows.length > 0);

const info = (value: Held, how?: 'strong' | 'again'): TableCell => ({ value, ...(how ? { [how]: true } : {}) });
const figure = (value: number | null, format: string): TableCell => ({ value, format });
const words = (value: string | null | undefined): TableCell => ({ value: value ?? null, open: true });

/** Whose benefit it is stands in a workbook of a programme only: an owner knows. */
function aboutColumns({ request, words: { say } }: Asking): TableColumn[] {
  return [
    { key: 'component', head: say('collect.component'), width: 20, fill: 'info' },
    ...(request.component ? [{ key: 'owner', head: say('collect.owner'), width: 18, fill: 'info' as const }] : []),
    { key: 'benefit', head: say('collect.benefit'), width: 28, fill: 'info' },
  ];
}

function aboutCells(
  { book, request }: Asking,
  { benefit, owner }: DueBenefit,
  again?: 'again',
): Record<string, TableCell> {
  return {
    component: info(book.get('component', benefit.component)?.name ?? null, again),
    ...(request.component ? { owner: info(owner.name, again) } : {}),
    benefit: info(benefit.title, again ?? 'strong'),
  };
}

/** Whole figures stay whole; one with decimals gives the row two of them. */
function formatOf(figures: readonly (number | null | undefined)[]): string {
  const there = figures.filter((x): x is number => typeof x === 'number');
  if (there.some((x) => !Number.isInteger(x))) return '#,##0.00';
  return there.some((x) => Math.abs(x) >= 1000) ? '#,##0' : 'General';
}

const monthText = (say: Words, month: MonthIndex): string => say.month(firstDay(month));
const cycleText = (say: Words, { month, cycle }: DueReading): string =>
  cycle === 1
    ? monthText(say, month)
    : say.say('collect.fromTo', { from: monthText(say, month - cycle + 1), to: monthText(say, month) });

function readingsTable(asking: Asking): Table {
  const { words: w, due } = asking;
  const noted = due.some(({ readings }) => readings.some(({ returned }) => returned !== undefined));
  return {
    kind: 'readings',
    name: w.say('collect.sheetReadings'),
    hint: w.say('collect.hintReadings'),
    columns: [
      ...aboutColumns(asking),
      { key: 'measure', head: w.say('collect.measure'), width: 24, fill: 'info' },
      { key: 'unit', head: w.say('collect.unit'), width: 9, fill: 'info' },
      { key: 'month', head: w.say('collect.month'), width: 13, fill: 'info' },
      { key: 'plan', head: w.say('collect.plan'), width: 12, fill: 'info', figures: true },
      { key: 'last', head: w.say('collect.lastReading'), width: 12, fill: 'info', figures: true },
      { key: 'lastMonth', head: w.say('collect.lastMonth'), width: 12, fill: 'info' },
      { key: 'value', head: w.say('collect.reading'), width: 13, fill: 'number' },
      { key: 'evidence', head: w.say('collect.evidence'), width: 32, fill: 'words' },
      ...(noted ? [{ key: 'note', head: w.say('collect.note'), width: 26, fill: 'info' as const }] : []),
    ],
    rows: due.flatMap((each) => each.readings.map((reading) => readingRow(asking, each, reading, noted))),
  };
}

function readingRow(asking: Asking, due: DueBenefit, reading: DueReading, noted: boolean): TableRow {
  const { measure, month, plan, last, standing, returned } = reading;
  const value = readingValue(standing);
  const alike = due.readings.filter((each) => each.measure.id === measure.id);
  const format = formatOf(alike.flatMap((each) => [each.plan, each.last?.value, readingValue(each.standing)]));
  const { words: w } = asking;
  return {
    id: readingId(measure.id, month),
    cells: {
      ...aboutCells(asking, due),
      measure: info(measure.name),
      unit: info(measure.unit ?? null),
      month: info(cycleText(w, reading)),
      plan: figure(plan, format),
      last: figure(last?.value ?? null, format),
      lastMonth: info(last ? monthText(w, last.month) : null),
      value: { ...figure(value, format), open: true },
      evidence: words(typeof standing === 'object' ? standing?.evidence : undefined),
      ...(noted
        ? { note: info(returned === undefined ? null : w.say('collect.sentBack', { reason: returned || '—' })) }
        : {}),
    },
  };
}

function forecastTable(asking: Asking): Table {
  const { words: w, due } = asking;
  const asked = due.flatMap((each) => each.forecasts.map((forecast) => ({ due: each, ...forecast })));
  const months = [...new Set(asked.flatMap((each) => each.months.map(({ month }) => month)))].sort((a, b) => a - b);
  const rows = asked.flatMap(({ due: each, measure, months: own }): TableRow[] => {
    const format = formatOf(own.flatMap(({ plan, value }) => [plan, value]));
    const about = (series: string, again?: 'again'): Record<string, TableCell> => ({
      ...aboutCells(asking, each, again),
      measure: info(measure.name, again),
      unit: info(measure.unit ?? null, again),
      series: info(series),
    });
    const planned = own.some(({ plan }) => plan !== null);
    const plan: TableRow = {
      id: planId(measure.id),
      cells: {
        ...about(w.say('collect.plan')),
        ...Object.fromEntries(own.map(({ month, plan: value }) => [monthKey(month), figure(value, format)])),
      },
    };
    const forecast: TableRow = {
      id: forecastId(measure.id),
      cells: {
        ...about(w.say('collect.forecast'), planned ? 'again' : undefined),
        ...Object.fromEntries(
          own.map(({ month, value }) => [monthKey(month), { ...figure(value, format), open: true }]),
        ),
      },
    };
    return planned ? [plan, forecast] : [forecast];
  });
  return {
    kind: 'forecast',
    name: w.say('collect.sheetForecast'),
    hint: w.say('collect.hintForecast'),
    columns: [
      ...aboutColumns(asking),
      { key: 'measure', head: w.say('collect.measure'), width: 24, fill: 'info' },
      { key: 'unit', head: w.say('collect.unit'), width: 9, fill: 'info' },
      { key: 'series', head: w.say('collect.series'), width: 10, fill: 'info' },
      ...months.map((month) => ({
        key: monthKey(month),
        head: monthText(w, month),
        width: 10.5,
        fill: 'number' as const,
      })),
    ],
    rows,
  };
}

function attestationsTable(asking: Asking): Table {
  const { words: w } = asking;
  return {
    kind: 'attestations',
    name: w.say('collect.sheetAttestations'),
    hint: w.say('collect.hintAttestations'),
    columns: [
      ...aboutColumns(asking),
      { key: 'state', head: w.say('collect.stateHead'), width: 13, fill: 'info' },
      { key: 'last', head: w.say('collect.lastStatement'), width: 28, fill: 'info' },
      { key: 'statement', head: w.say('collect.statement'), width: 44, fill: 'words' },
      { key: 'confidence', head: w.say('collect.confidence'), width: 13, fill: 'percent' },
      { key: 'evidence', head: w.say('collect.evidence'), width: 26, fill: 'words' },
      { key: 'accept', head: w.say('collect.accept'), width: 14, fill: 'choice' },
    ],
    rows: asking.due.filter((due) => due.attestation || due.acceptance).map((due) => attestationRow(asking, due)),
  };
}

function attestationRow(asking: Asking, due: DueBenefit): TableRow {
  const { book, words: w, span } = asking;
  const { benefit, owner, attestation } = due;
  const standing = attestationOf(book, benefit.id, owner.id, span.name);
  const last = lastStatement(asking, benefit.id, owner.id);
  const asked = (cell: TableCell): TableCell => (attestation ? { ...cell, open: true } : { value: null });
  return {
    id: attestationId(benefit.id, owner.id),
    cells: {
      ...aboutCells(asking, due),
      state: info(w.sayAny(`benefitState.${stateOfBenefit(benefit)}`)),
      last: info(last ? w.say('collect.lastSaid', { period: last.period, statement: last.statement }) : null),
      statement: asked(words(standing?.statement)),
      confidence: asked(figure(standing?.confidence ?? null, '0')),
      evidence: asked(words(standing?.evidence)),
      accept: { value: isAccepted(benefit) ? w.say('collect.yes') : null, open: true },
    },
  };
}

/** What the owner last said of a benefit for another span. */
function lastStatement({ book, span }: Asking, benefit: RecordId, owner: RecordId): Entry<'attestation'> | undefined {
  let last: Entry<'attestation'> | undefined;
  for (const each of book.all('attestation'))
    if (each.benefit === benefit && each.owner === owner && each.period !== span.name && (!last || each.on > last.on))
      last = each;
  return last;
}
