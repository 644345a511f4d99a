// Where a decision stands between being raised and being judged; and the seal that tells whether its record is as it was.
import { isSealedRow } from '#shared/change/state.ts';
import type { Book, Entry, Kind } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { UNREAD } from '#shared/domain/needs.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import { type Day, daysBetween, fiscalYear } from '#shared/kit/period.ts';
import { isSuperseded } from './commitment.ts';

export const STANDINGS = ['preparing', 'before', 'deferred', 'taken', 'withdrawn', 'superseded'] as const;
/** `before`: put before its body, with its evidence frozen. */
export type Standing = (typeof STANDINGS)[number];

export function standingOf(book: Book, decision: Entry<'decision'>): Standing {
  if (decision.taken) return isSuperseded(book, decision.id) ? 'superseded' : 'taken';
  if (decision.withdrawn) return 'withdrawn';
  if (!decision.frozen && !evidenceWithheld(book, decision)) return 'preparing';
  return isPutOff(book, decision.id) ? 'deferred' : 'before';
}

/** Neither taken nor withdrawn. */
export const isOpen = ({ taken, withdrawn }: Pick<Entry<'decision'>, 'taken' | 'withdrawn'>): boolean =>
  taken === undefined && withdrawn === undefined;

export const lastDeferral = (book: Book, decision: RecordId): Entry<'deferral'> | undefined =>
  [...where(book, 'deferral', 'decision', decision)].sort((a, b) => a.on.localeCompare(b.on)).at(-1);

/** Put off, and not put forward anew since. */
export const isPutOff = (book: Book, decision: RecordId): boolean =>
  where(book, 'deferral', 'decision', decision).some(({ lifted }) => lifted === undefined);

/** Days from being raised to being taken, or to `on` while it is open; undefined where nobody said when it was raised. */
export const ageOf = ({ raisedOn, taken, withdrawn }: Entry<'decision'>, on: Day): number | undefined =>
  raisedOn && Math.max(0, daysBetween(raisedOn, taken?.on ?? withdrawn?.on ?? on));

/** Days past the day it was needed by; undefined: not late. */
export function lateness({ neededBy, taken, withdrawn }: Entry<'decision'>, on: Day): number | undefined {
  if (!neededBy || withdrawn) return undefined;
  const days = daysBetween(neededBy, taken?.on ?? on);
  return days > 0 ? days : undefined;
}

/** The next number of a fiscal year: "2027-014". Two laptops may take the same one: a merge finds it. */
export function nextNumber(book: Book, on: Day): string {
  const year = fiscalYear(on, book.office.fiscalYearStart);
  let last = 0;
  for (const { taken } of book.all('decision')) {
    const [of, count] = taken?.number.split('-') ?? [];
    if (of === String(year)) last = Math.max(last, Number(count) || 0);
  }
  return `${year}-${String(last + 1).padStart(3, '0')}`;
}

/** SHA-256 over the record as it was taken: the decision, its options and what parties said, its evidence included. */
export function sealOf(
  decision: Entry<'decision'>,
  options: readonly Entry<'decisionOption'>[],
  voices: readonly Entry<'voiced'>[],
): string {
  const { seal: _, ...taken } = decision.taken ?? { seal: '' };
  const byId = (a: { id: RecordId }, b: { id: RecordId }) => (a.id < b.id ? -1 : 1);
  return sha256Text(
    canonical({
      ...decision,
      $life: null,
      taken,
      options: [...options].sort(byId).map(bare),
      voices: [...voices].sort(byId).map(bare),
    }),
  );
}

/** A record without its life: sealing changes that and nothing it says. */
const bare = (record: object): object => ({ ...record, $life: null });

export const evidenceHolds = ({ frozen }: Pick<Entry<'decision'>, 'frozen'>): boolean =>
  !frozen || sha256Text(frozen.evidence) === frozen.hash;

/** The evidence is not in this copy of the book; its hash may be. */
export const evidenceWithheld = (book: Book, decision: { readonly id: RecordId }): boolean =>
  book.state.withheld.field('decision', decision.id, 'frozen');

/** Who decides may hang on an amount that is not in this copy of the book. */
export const amountWithheld = (book: Book, decision: { readonly id: RecordId }): boolean =>
  book.state.withheld.field('decision', decision.id, 'amount');

/** Something of the record is not in this copy of the book: nobody can tell here whether it is as it was. */
export function recordWithheld(book: Book, { id: decision }: { readonly id: RecordId }): boolean {
  const { withheld } = book.state;
  if (withheld.isEmpty) return false;
  return (
    withheld.touches('decision', decision) ||
    where(book, 'decisionOption', 'decision', decision).some(({ id }) => withheld.touches('decisionOption', id)) ||
    where(book, 'voiced', 'decision', decision).some(({ id }) => withheld.touches('voiced', id))
  );
}

/** False: a recorded decision is not as it was taken; one letter is enough. What is withheld is not taken for bent. */
export function recordHolds(book: Book, decision: Entry<'decision'>): boolean {
  if (recordWithheld(book, decision)) return true;
  if (!evidenceHolds(decision)) return false;
  if (!decision.taken) return true;
  // what another laptop added while it was being taken stands beside the record, not in it
  const own = <K extends 'decisionOption' | 'voiced'>(kind: K) =>
    where(book, kind, 'decision' as never, decision.id)
      .filter((each) => isSealedRow(book.state.row(kind, each.id)))
      .map((each) => asWritten(book, kind, each));
  return sealOf(asWritten(book, 'decision', decision), own('decisionOption'), own('voiced')) === decision.taken.seal;
}

/** With what this version cannot read: the seal is over every word. */
function asWritten<K extends Kind>(book: Book, kind: K, entry: Entry<K>): Entry<K> {
  const values = book.state.row(kind, entry.id)?.values ?? {};
  const read = Object.entries(entry).filter(([field, value]) => value !== UNREAD || !(field in values));
  return { ...values, ...Object.fromEntries(read) } as Entry<K>;
}
