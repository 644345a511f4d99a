// Whether it was right: what a decision expected beside what happened, beside the option not taken, and by year of decision.
import type { Book, Entry } from '#shared/domain/book.ts';
import { measuresOf, where } from '#shared/domain/lookup.ts';
import { FUNDING } from '#shared/domain/right.ts';
import { withParts } from '#shared/domain/tree.ts';
import { aboutOf, carriedOf, isSuperseded } from '#shared/govern/commitment.ts';
import { known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { sameValue } from '#shared/kit/json.ts';
import { fiscalYear } from '#shared/kit/period.ts';
import { COUNTED } from '#shared/value/streams.ts';
import { appraisalOf, type Counsel, inBook } from './counsel.ts';
import { type Evidence, evidenceOf, type OptionEvidence, readEvidence } from './evidence.ts';
import type { Fact } from './facts.ts';

export interface FactPair {
  readonly expected: Fact | undefined;
  readonly now: Fact | undefined;
  readonly isSame: boolean;
}

export interface Afterwards {
  readonly expected: Evidence;
  /** The facts of the value and of what was still to come, then and now. */
  readonly facts: readonly FactPair[];
  readonly chosen: OptionEvidence | undefined;
  /** As figured then: the book cannot live the other life. */
  readonly notTaken: readonly OptionEvidence[];
}

const COMPARED: ReadonlySet<string> = new Set(['component', 'value', 'forward', 'benefits']);

/** Undefined: nothing was recorded, or the record is not as it was. */
export function afterwardsOf(counsel: Counsel, decision: Entry<'decision'>): Afterwards | undefined {
  const { frozen, taken } = decision;
  const expected = frozen && readEvidence(frozen);
  if (!taken || !expected) return undefined;
  const now = evidenceOf(counsel, decision);
  return {
    expected,
    facts: pairs(comparable(expected), comparable(now)),
    chosen: expected.options.find(({ id }) => id === taken.option),
    notTaken: expected.options.filter(({ id }) => id !== taken.option),
  };
}

const comparable = ({ parts }: Evidence): Fact[] =>
  parts.filter(({ part }) => COMPARED.has(part)).flatMap(({ facts }) => facts);

const keyOf = ({ label, name }: Fact): string => `${label}\n${name ?? ''}`;

function pairs(then: readonly Fact[], now: readonly Fact[]): FactPair[] {
  const later = new Map(now.map((fact) => [keyOf(fact), fact]));
  const found = then.map((fact): FactPair => {
    const other = later.get(keyOf(fact));
    later.delete(keyOf(fact));
    return { expected: fact, now: other, isSame: sameValue(fact.value, other?.value) };
  });
  return [...found, ...[...later.values()].map((fact) => ({ expected: undefined, now: fact, isSame: false }))];
}

/** Gain for each unit of cost, both simple: (value − cost) ÷ cost. Whole minor units. */
export interface YearOfDecisions {
  readonly year: number;
  /** Agreed funding decisions with figures on both sides; the others are counted in `without`: a second one on a component, too. */
  readonly decisions: number;
  readonly without: number;
  readonly approved: { readonly value: number; readonly cost: number };
  readonly realised: { readonly value: number; readonly cost: number };
}

export const roiOf = ({ value, cost }: { value: number; cost: number }): number | undefined =>
  cost > 0 ? (value - cost) / cost : undefined;

/**
 * Approved against realised, by the fiscal year of decision: what the frozen evidence expected of the option chosen,
 * beside the verified value and the cost to date of the same components. What stands for a component is counted once, at
 * the first decision to fund it; one of which nothing has been verified yet has returned neither more nor less so far.
 */
export function roiByYear(counsel: Counsel): YearOfDecisions[] {
  const { book } = counsel;
  const years = new Map<number, { decisions: number; without: number; approved: Sum; realised: Sum }>();
  const met = new Set<RecordId>();
  for (const { decision, on, component } of fundingsOf(book)) {
    const year = fiscalYear(on, book.office.fiscalYearStart);
    const sums = years.get(year) ?? { decisions: 0, without: 0, approved: none(), realised: none() };
    years.set(year, sums);
    const expected = expectedOf(counsel, decision);
    const realised = component && realisedOf(counsel, component);
    if (!expected || !realised || met.has(component)) sums.without++;
    else {
      sums.decisions++;
      met.add(component);
      add(sums.approved, expected);
      add(sums.realised, realised);
    }
  }
  return [...years].map(([year, sums]) => ({ year, ...sums })).sort((a, b) => a.year - b.year);
}

/** Decisions to fund that were carried and stand, the first taken first. */
const fundingsOf = (book: Book) =>
  [...book.all('decision')]
    .flatMap((decision) => {
      const carried = carriedOf(book, decision);
      return decision.taken && carried && FUNDING.has(carried) && !isSuperseded(book, decision.id)
        ? [{ decision, on: decision.taken.on, component: aboutOf(book, decision) }]
        : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on) || (a.decision.id < b.decision.id ? -1 : 1));

interface Sum {
  value: number;
  cost: number;
}
const none = (): Sum => ({ value: 0, cost: 0 });
function add(into: Sum, sum: Readonly<Sum>): void {
  into.value += sum.value;
  into.cost += sum.cost;
}

function expectedOf(counsel: Counsel, { frozen, taken }: Entry<'decision'>): Sum | undefined {
  const option = frozen && readEvidence(frozen)?.options.find(({ id }) => id === taken?.option);
  const value = option?.figures.value && inBook(counsel, option.figures.value);
  const cost = option?.figures.cost && inBook(counsel, option.figures.cost);
  return value === undefined || cost === undefined || cost <= 0 ? undefined : { value, cost };
}

/** Verified value the perspective counts, and cost to date; undefined while nothing is verified or nothing was spent. */
function realisedOf(counsel: Counsel, id: RecordId): Sum | undefined {
  const { book, value, terms } = counsel;
  const spent = known(book.get('component', id)?.costToDate);
  const worth = value.components.get(id)?.worth;
  // where nobody states what was spent, what the years before the valuation date cost
  const cost = spent ? inBook(counsel, spent) : appraisalOf(counsel, id).streams.sunkCost;
  const isVerified = withParts(book, id).some((part) =>
    where(book, 'benefit', 'component', part).some((benefit) =>
      measuresOf(book, benefit).some((each) => (value.measures.get(each.id)?.ledger.verifiedReadings ?? 0) > 0),
    ),
  );
  if (!worth || !isVerified || cost === undefined || cost <= 0) return undefined;
  return { value: COUNTED[terms.perspective].reduce((sum, group) => sum + worth[group].verified, 0), cost };
}
