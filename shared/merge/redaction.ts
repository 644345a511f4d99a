// What a copy leaves out whatever its scope: money, deliberation, remarks. Names and dates stay, and so does what is withheld by name.
import { SERIES_MARK } from '#shared/change/run.ts';
import { isHere, type State } from '#shared/change/state.ts';
import { type Held, Withheld, withoutFields } from '#shared/change/withheld.ts';
import { checkOf, type Kind } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { isCurrency } from '#shared/kit/money.ts';
import { carriedBy, type Scope } from './scope.ts';

export const REDACTIONS = ['money', 'deliberation', 'remarks'] as const;
/**
 * money: every amount, and every series counted in money · deliberation: decisions and meetings with all that belongs to
 * them · remarks: descriptions, reasons, evidence and notes in people's own words.
 */
export type Redaction = (typeof REDACTIONS)[number];

const MONEY: { readonly [kind in Kind]?: RegExp } = {
  component: /^(costPlan|costForecast|runningCost)\/|^(wholeLifeCost|costToDate|committedCost|exitCost)$/,
  benefit: /^value$/,
  measure: /^unitValue\//,
  decision: /^amount$/,
  decisionOption: /^(cost|value)$/,
  risk: /^cost$/,
  source: /^unread$/,
};
/** What a measure counted in money says besides its name and unit. */
const MONEY_SERIES = new RegExp(`${SERIES_MARK}$|^(startValue|target)$`);

const DELIBERATION: ReadonlySet<string> = new Set<Kind>([
  'decision',
  'decisionOption',
  'voiced',
  'deferral',
  'hindsight',
  'meeting',
  'agendaItem',
  'attendance',
]);

const REMARKS: ReadonlySet<string> = new Set([
  'description',
  'note',
  'evidence',
  'rationale',
  'reason',
  'statement',
  'text',
  'because',
  'question',
  'deferring',
  'cause',
  'effect',
  'plan',
  'said',
  'terms',
  'unread',
]);

/** Evidence and minutes were frozen word for word: a copy that lacks anything they may hold carries their hash alone. */
const FROZEN: { readonly [kind in Kind]?: string } = { decision: 'frozen', meeting: 'closed' };

export interface Selection {
  readonly scope: Scope;
  readonly without: readonly Redaction[];
}

/** The copy for those it is meant for: each field with its whole history or not at all, and a list of what is not there. */
export function copyFor(state: State, held: Held, { scope, without }: Selection): Held {
  if (scope.of === 'book' && without.length === 0) return held;
  const inScope = carriedBy(state, scope);
  const keep = (kind: string, record: RecordId, field: string): boolean =>
    inScope(kind, record, field) &&
    FROZEN[kind as Kind] !== field &&
    !without.some((redaction) => isRedacted(state, redaction, kind, record, field));
  return withoutFields(held, keep, (kind, record, field) => {
    const value = FROZEN[kind as Kind] === field ? state.row(kind, record)?.values[field] : undefined;
    return (value as { hash?: string } | undefined)?.hash;
  });
}

/** How many of the records of the whole book a copy made from it carries, wholly or in part, and of how many. */
export function carriedOf(state: State, { holding }: Held): { readonly records: number; readonly all: number } {
  const withheld = new Withheld(holding);
  const here = state.order.filter(isHere);
  return { records: here.filter(({ kind, id }) => !withheld.record(kind, id)).length, all: here.length };
}

function isRedacted(state: State, redaction: Redaction, kind: string, record: RecordId, field: string): boolean {
  // a kind or field of a newer version: nobody here knows what it says
  if (!checkOf(kind, field)) return true;
  if (redaction === 'deliberation') return DELIBERATION.has(kind);
  if (redaction === 'remarks') return REMARKS.has(field);
  if (MONEY[kind as Kind]?.test(field)) return true;
  const unit = kind === 'measure' ? state.row(kind, record)?.values.unit : undefined;
  return isCurrency(unit) && MONEY_SERIES.test(field);
}
