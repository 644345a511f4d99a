// What the filled cells of a returned workbook mean in the book: what would change, what stands already, what clashes.

import { valueAt } from '#shared/change/run.ts';
import type { Book } from '#shared/domain/book.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import { type Reading, readingValue } from '#shared/domain/measure.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import { anchorOf } from '#shared/value/placed.ts';

/** What a cell of a workbook holds, as far as the book keeps it. */
export type Held = string | number | boolean | null;

/** The one thing a cell speaks of. Months are of the calendar: a slip since the export moves no figure elsewhere. */
export type Target =
  | {
      readonly kind: 'reading' | 'readingEvidence' | 'forecast';
      readonly measure: RecordId;
      readonly month: MonthIndex;
    }
  | {
      readonly kind: 'statement' | 'confidence' | 'attestationEvidence' | 'acceptance';
      readonly benefit: RecordId;
      readonly owner: RecordId;
    };

/** One cell somebody filled or changed. */
export interface ReturnedCell {
  readonly sheet: string;
  /** 'H7' */
  readonly cell: string;
  readonly target: Target;
  /** What stood in the book, and in the cell, when the workbook was made. */
  readonly exported: Held;
  readonly value: Held;
}

/** A workbook that came back: whose, for which round, and the cells that were edited. */
export interface Returned {
  readonly name: string;
  readonly sha256: string;
  readonly request: RecordId;
  readonly round: RecordId;
  /** The span attestations speak of. */
  readonly period: string;
  readonly cells: readonly ReturnedCell[];
}

export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly target: Target;
  readonly before: Held;
  readonly after: Held;
}

/** movedOn: the book holds another value by now · newOwner: somebody else owns the benefit · gone: the record is deleted · twice: another workbook says otherwise · withReading: it proves a reading that was left out. */
export type ClashWhy = 'movedOn' | 'newOwner' | 'gone' | 'twice' | 'noStart' | 'withReading';

export interface Clash extends Difference {
  readonly why: ClashWhy;
  readonly exported: Held;
  /** The same for every reading of the same cell: what a person's choice is filed under. */
  readonly key: string;
}

export interface ReturnPlan {
  readonly differences: readonly Difference[];
  readonly clashes: readonly Clash[];
  /** Cells whose value stands in the book already. */
  readonly already: number;
}

export const targetKey = (target: Target): string =>
  'measure' in target
    ? `${target.kind} ${target.measure} ${target.month}`
    : `${target.kind} ${target.benefit} ${target.owner}`;

/** Text as a cell can carry it: the one form both sides are compared in. */
export const asHeld = (text: string | undefined): string | null =>
  text
    ?.replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/gu, ' ')
    .trim() || null;

/** Figures are equal to the fifteen digits a spreadsheet keeps. */
export function sameHeld(a: Held, b: Held): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= 1e-14 * Math.abs(a + b);
  return a === b;
}

/** What the book holds for a target now, as a cell would show it. */
export function standing(book: Book, period: string, target: Target): Held {
  switch (target.kind) {
    case 'reading':
      return readingValue(readingAt(book, target));
    case 'readingEvidence':
      return evidenceOf(readingAt(book, target));
    case 'forecast': {
      const place = forecastPlace(book, target.measure, target.month);
      return place === undefined ? null : valueAt(book.get('measure', target.measure)?.['forecast@'], place);
    }
    case 'acceptance': {
      const accepted = book.get('benefit', target.benefit)?.accepted;
      return accepted !== undefined && accepted.by === target.owner ? true : null;
    }
  }
  const attestation = attestationOf(book, target.benefit, target.owner, period);
  if (target.kind === 'confidence') return attestation?.confidence ?? null;
  return asHeld(target.kind === 'statement' ? attestation?.statement : attestation?.evidence);
}

export const readingAt = (book: Book, { measure, month }: { measure: RecordId; month: MonthIndex }): Reading | null =>
  valueAt(book.get('measure', measure)?.['actual@'], month);
export const evidenceOf = (reading: Reading | null): string | null =>
  asHeld(typeof reading === 'object' ? reading?.evidence : undefined);

/** The month of a measure's forecast that lies on a calendar month now. */
export function forecastPlace(book: Book, measure: RecordId, month: MonthIndex): number | undefined {
  const benefit = book.get('benefit', book.get('measure', measure)?.benefit);
  const anchor = benefit && anchorOf(book, benefit);
  return anchor === undefined ? undefined : month - anchor;
}

/**
 * What returns would change in this book, each apart. `chosen` holds the keys of clashes a person decided for the
 * workbook; every other clash leaves the book as it is.
 */
export function planReturns(
  book: Book,
  returns: readonly Returned[],
  chosen: ReadonlySet<string> = new Set(),
): ReturnPlan[] {
  const taken = new Map<string, Held>();
  return returns.map((returned) => {
    const differences: Difference[] = [];
    const clashes: Clash[] = [];
    let already = 0;
    for (const { sheet, cell, target, exported, value } of returned.cells) {
      const key = targetKey(target);
      const before = taken.has(key) ? (taken.get(key) as Held) : standing(book, returned.period, target);
      if (sameHeld(before, value)) {
        already++;
        continue;
      }
      const why = provesLeftOut(target, clashes)
        ? 'withReading'
        : clashOf(book, returned, target, exported, before, taken.has(key));
      const difference = { sheet, cell, target, before, after: value };
      if (why === undefined || (chosen.has(key) && why === 'movedOn')) {
        differences.push(difference);
        taken.set(key, value);
      } else clashes.push({ ...difference, why, exported, key });
    }
    return { differences, clashes, already };
  });
}

/** Evidence goes with the figure it was given for: it never proves another one the book holds. */
const provesLeftOut = (target: Target, clashes: readonly Clash[]): boolean =>
  target.kind === 'readingEvidence' && clashes.some(({ key }) => key === targetKey({ ...target, kind: 'reading' }));

function clashOf(
  book: Book,
  returned: Returned,
  target: Target,
  exported: Held,
  before: Held,
  isTaken: boolean,
): ClashWhy | undefined {
  if ('measure' in target) {
    if (!book.get('measure', target.measure)) return 'gone';
    if (target.kind === 'forecast' && forecastPlace(book, target.measure, target.month) === undefined) return 'noStart';
  } else {
    const benefit = book.get('benefit', target.benefit);
    if (!benefit) return 'gone';
    if (benefit.owner !== target.owner) return 'newOwner';
  }
  if (isTaken) return 'twice';
  if (sameHeld(before, exported)) return undefined;
  return isOwnEarlierReturn(book, returned, target) ? undefined : 'movedOn';
}

/** The hashes of the workbooks a request has returned, the latest first: an old one read again is no news. */
export const filesOf = (request: { readonly file?: string } | undefined): readonly string[] =>
  request?.file?.split(' ') ?? [];

/**
 * True where what stands was put there by the workbook this request returned before: a second, corrected return
 * updates the first. The change that took it also wrote the request's file.
 */
function isOwnEarlierReturn(book: Book, returned: Returned, target: Target): boolean {
  if (filesOf(book.get('request', returned.request)).includes(returned.sha256)) return false;
  const took = new Set(book.state.headIds('request', returned.request, 'file'));
  const wrote = headsOf(book, returned.period, target);
  return wrote.length > 0 && wrote.every((change) => took.has(change));
}

function headsOf(book: Book, period: string, target: Target) {
  if ('measure' in target) {
    const month = target.kind === 'forecast' ? forecastPlace(book, target.measure, target.month) : target.month;
    const series = target.kind === 'forecast' ? 'forecast@' : 'actual@';
    return month === undefined ? [] : book.state.headIds('measure', target.measure, `${series}${month}`);
  }
  if (target.kind === 'acceptance') return book.state.headIds('benefit', target.benefit, 'accepted');
  const attestation = attestationOf(book, target.benefit, target.owner, period);
  const field = target.kind === 'attestationEvidence' ? 'evidence' : target.kind;
  return attestation ? book.state.headIds('attestation', attestation.id, field) : [];
}
