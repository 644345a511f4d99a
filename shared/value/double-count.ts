// Double-count suspects: benefits that may be one and the same gain told twice, with the evidence that raises the doubt.
import { ENDED, stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import type { BenefitValue, BookValue } from './book-value.ts';

export type SuspicionKind =
  | 'sameMeasure'
  | 'sameOwner'
  | 'sameBudgetLine'
  | 'savingAndAvoidance'
  | 'parentAndChild'
  | 'sameEstablishment';

export interface Suspicion {
  /** The same for the same doubt on every laptop: what a `cleared` record names. One more benefit is another doubt. */
  readonly key: string;
  readonly kind: SuspicionKind;
  /** Every benefit that shares the evidence: two or more, but one where two components claim the same of it. */
  readonly benefits: readonly RecordId[];
  /** Of a claim by a component and by what it is part of. */
  readonly components: readonly RecordId[];
  /** What both have in common, in the words of the book. */
  readonly evidence: string;
  /** The months from the first to the last in which two of them run, where that is part of the doubt. */
  readonly months: { readonly from: MonthIndex; readonly until: MonthIndex } | undefined;
  /** Why somebody said it is none. */
  readonly cleared: string | undefined;
}

export function suspicions(book: Book, value: BookValue): Suspicion[] {
  const cleared = new Map([...book.all('cleared')].map(({ suspicion, reason }) => [suspicion, reason]));
  const found = new Map<string, Suspicion>();
  const suspect = (kind: SuspicionKind, ids: readonly RecordId[], evidence: string, more: Partial<Suspicion> = {}) => {
    const benefits = [...ids].sort();
    const components = more.components ?? [];
    const key = [kind, nameOf([...benefits, ...[...components].sort()])].join(' ');
    found.set(key, { key, kind, benefits, components, evidence, months: more.months, cleared: cleared.get(key) });
  };
  const suspectAll = (kind: SuspicionKind, group: readonly Sign[], more?: Partial<Suspicion>) =>
    suspect(kind, idsOf(group), (group[0] as Sign).words, more);
  const live = [...value.benefits.values()].filter(
    ({ benefit }) => !ENDED.has(stateOfBenefit(benefit)) && benefit.rank !== 'intermediate',
  );
  const fold = folder();
  for (const group of groups(live, (each) => namesOf(each, fold))) suspectAll('sameMeasure', group);
  for (const group of groups(live, (each) => ownersOf(each, fold)))
    for (const { together, months } of overlaps(group)) suspectAll('sameOwner', together, { months });
  for (const group of groups(live, (each) => linesOf(each, fold))) {
    const kinds = new Set(group.map(({ of }) => of.benefit.category));
    suspectAll(kinds.has('cashable') && kinds.has('nonCashable') ? 'savingAndAvoidance' : 'sameBudgetLine', group);
  }
  for (const group of groups(live, (each) => establishmentOf(each, fold))) suspectAll('sameEstablishment', group);
  for (const each of live)
    for (const { shares, measure } of each.measures)
      for (const [child, parent] of kin(
        book,
        shares.map(({ component }) => component),
      ))
        suspect('parentAndChild', [each.benefit.id], measure.name, { components: [child, parent] });
  return [...found.values()];
}

/** Ids one after the other; of many, what stands for them, since a name must fit a field. */
const nameOf = (ids: readonly RecordId[]): string =>
  ids.length <= LONGEST_NAME ? ids.join(' ') : sha256Text(ids.join(' '));
const LONGEST_NAME = 8;

interface Sign {
  readonly key: string;
  readonly words: string;
  readonly of: BenefitValue;
}

type Fold = (text: string) => string;

/** Folds each text once: thousands of measures are counted in a few units. */
function folder(): Fold {
  const known = new Map<string, string>();
  return (text) => {
    const folded = known.get(text) ?? foldText(text);
    known.set(text, folded);
    return folded;
  };
}

const namesOf = (of: BenefitValue, fold: Fold): Sign[] =>
  of.measures.map(({ measure }) => ({
    key: `${fold(measure.name)} ${fold(measure.unit ?? '')}`,
    words: measure.name,
    of,
  }));

const ownersOf = (of: BenefitValue, fold: Fold): Sign[] => {
  const { owner } = of.benefit;
  const unit = of.lead?.measure.unit;
  return owner && unit ? [{ key: `${owner} ${fold(unit)}`, words: unit, of }] : [];
};

const linesOf = (of: BenefitValue, fold: Fold): Sign[] => {
  const lines = new Set([of.benefit.budgetLine, ...of.measures.map(({ measure }) => measure.budgetLine)]);
  return [...lines]
    .filter((line): line is string => !!line?.trim())
    .map((line) => ({ key: fold(line), words: line, of }));
};

const establishmentOf = (of: BenefitValue, fold: Fold): Sign[] => {
  const text = of.benefit.establishment?.trim();
  return text ? [{ key: fold(text), words: text, of }] : [];
};

/** Signs by their key, where more than one benefit has it. One suspicion names them all: pairs of many are too many. */
function groups(live: readonly BenefitValue[], signsOf: (value: BenefitValue) => readonly Sign[]): Sign[][] {
  const byKey = new Map<string, Sign[]>();
  for (const value of live)
    for (const sign of signsOf(value)) {
      const group = byKey.get(sign.key);
      if (!group) byKey.set(sign.key, [sign]);
      // two measures of one benefit are no two benefits; its signs come one after the other
      else if (group.at(-1)?.of !== sign.of) group.push(sign);
    }
  return [...byKey.values()].filter((group) => group.length > 1);
}

const idsOf = (signs: readonly Sign[]): RecordId[] => signs.map(({ of }) => of.benefit.id);

interface Together {
  readonly together: readonly Sign[];
  readonly months: { readonly from: MonthIndex; readonly until: MonthIndex };
}

/** Those of a group that run at the same time as another of it, and the months from the first to the last of that. */
function overlaps(group: readonly Sign[]): Together[] {
  const runs = group
    .flatMap((sign) => {
      const ledger = sign.of.lead?.ledger;
      return ledger?.months ? [{ sign, from: ledger.from, until: ledger.from + ledger.months - 1 }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const found: Together[] = [];
  for (let start = 0, end = 1; start < runs.length; start = end++) {
    // the latest two ends: until the earlier of them, two run at once
    let [last, lastButOne] = [runs[start]?.until as number, Number.NEGATIVE_INFINITY];
    for (let next = runs[end]; next && next.from <= last; next = runs[++end]) {
      lastButOne = Math.max(lastButOne, Math.min(last, next.until));
      last = Math.max(last, next.until);
    }
    const together = runs.slice(start, end);
    const second = together[1];
    if (second)
      found.push({
        together: together.map(({ sign }) => sign),
        months: { from: second.from, until: lastButOne },
      });
  }
  return found;
}

/** Claimants of one measure of which one is part of the other. */
function kin(book: Book, components: readonly RecordId[]): [RecordId, RecordId][] {
  const claimants = new Set(components);
  if (claimants.size < 2) return [];
  const found: [RecordId, RecordId][] = [];
  for (const child of claimants) {
    const met = new Set<RecordId>([child]);
    let above: Entry<'component'> | undefined = book.get('component', book.get('component', child)?.parent);
    while (above && !met.has(above.id)) {
      if (claimants.has(above.id)) found.push([child, above.id]);
      met.add(above.id);
      above = book.get('component', above.parent);
    }
  }
  return found;
}
