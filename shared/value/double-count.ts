// Double-count suspects: pairs that may be one and the same gain told twice, with the evidence that raises the doubt.
import { ENDED, stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
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
  /** The same for the same doubt on every laptop: what a `cleared` record names. */
  readonly key: string;
  readonly kind: SuspicionKind;
  readonly benefits: readonly RecordId[];
  /** Of a claim by a component and by what it is part of. */
  readonly components: readonly RecordId[];
  /** What both have in common, in the words of the book. */
  readonly evidence: string;
  /** The months both run in, where that is part of the doubt. */
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
    const key = [kind, ...benefits, ...[...components].sort()].join(' ');
    found.set(key, { key, kind, benefits, components, evidence, months: more.months, cleared: cleared.get(key) });
  };
  const live = [...value.benefits.values()].filter(
    ({ benefit }) => !ENDED.has(stateOfBenefit(benefit)) && benefit.rank !== 'intermediate',
  );
  for (const [, pair] of pairs(live.flatMap(namesOf)))
    suspect('sameMeasure', [pair[0].of.benefit.id, pair[1].of.benefit.id], pair[0].words);
  for (const [, pair] of pairs(live.flatMap(ownersOf))) {
    const months = overlap(pair[0].of, pair[1].of);
    if (months) suspect('sameOwner', [pair[0].of.benefit.id, pair[1].of.benefit.id], pair[0].words, { months });
  }
  for (const [, pair] of pairs(live.flatMap(linesOf))) {
    const [a, b] = [pair[0].of.benefit, pair[1].of.benefit];
    const kinds = new Set([a.category, b.category]);
    suspect(
      kinds.has('cashable') && kinds.has('nonCashable') ? 'savingAndAvoidance' : 'sameBudgetLine',
      [a.id, b.id],
      pair[0].words,
    );
  }
  for (const [, pair] of pairs(live.flatMap(establishmentOf)))
    suspect('sameEstablishment', [pair[0].of.benefit.id, pair[1].of.benefit.id], pair[0].words);
  for (const each of live)
    for (const { shares, measure } of each.measures)
      for (const [child, parent] of kin(
        book,
        shares.map(({ component }) => component),
      ))
        suspect('parentAndChild', [each.benefit.id], measure.name, { components: [child, parent] });
  return [...found.values()];
}

interface Sign {
  readonly key: string;
  readonly words: string;
  readonly of: BenefitValue;
}

const namesOf = (of: BenefitValue): Sign[] =>
  of.measures.map(({ measure }) => ({
    key: `${foldText(measure.name)} ${foldText(measure.unit ?? '')}`,
    words: measure.name,
    of,
  }));

const ownersOf = (of: BenefitValue): Sign[] => {
  const { owner } = of.benefit;
  const unit = of.lead?.measure.unit;
  return owner && unit ? [{ key: `${owner} ${foldText(unit)}`, words: unit, of }] : [];
};

const linesOf = (of: BenefitValue): Sign[] => {
  const lines = new Set([of.benefit.budgetLine, ...of.measures.map(({ measure }) => measure.budgetLine)]);
  return [...lines]
    .filter((line): line is string => !!line?.trim())
    .map((line) => ({ key: foldText(line), words: line, of }));
};

const establishmentOf = (of: BenefitValue): Sign[] => {
  const text = of.benefit.establishment?.trim();
  return text ? [{ key: foldText(text), words: text, of }] : [];
};

/** Every two of different benefits that share a key. */
function pairs(signs: readonly Sign[]): [string, [Sign, Sign]][] {
  const groups = new Map<string, Sign[]>();
  for (const sign of signs) {
    const group = groups.get(sign.key);
    if (!group) groups.set(sign.key, [sign]);
    else if (!group.some(({ of }) => of === sign.of)) group.push(sign);
  }
  return [...groups].flatMap(([key, group]) =>
    group.flatMap((a, i) => group.slice(i + 1).map((b): [string, [Sign, Sign]] => [key, [a, b]])),
  );
}

function overlap(a: BenefitValue, b: BenefitValue): { from: MonthIndex; until: MonthIndex } | undefined {
  const [x, y] = [a.lead?.ledger, b.lead?.ledger];
  if (!x?.months || !y?.months) return undefined;
  const from = Math.max(x.from, y.from);
  const until = Math.min(x.from + x.months, y.from + y.months) - 1;
  return from <= until ? { from, until } : undefined;
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
