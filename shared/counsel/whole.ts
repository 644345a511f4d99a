// A component with all that is part of it, looked at forward as one: what stops with it counts with it, each once.
import { isLive } from '#shared/domain/benefit.ts';
import { where } from '#shared/domain/lookup.ts';
import { withParts } from '#shared/domain/tree.ts';
import { known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { monthIndex } from '#shared/kit/period.ts';
import { figuresOf } from '#shared/value/appraisal.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { converterOf, isProblem } from '#shared/value/convert.ts';
import { worthOfContinuing } from '#shared/value/forward.ts';
import { type BookOutlook, outlookOf } from '#shared/value/outlook.ts';
import { type RolledStatus, rollStatus } from '#shared/value/status.ts';
import { appraisalOf, type Counsel, inBook } from './counsel.ts';

export interface Whole {
  /** The component first, then its parts. */
  readonly ids: readonly RecordId[];
  /** Live benefits of any of them, each once. */
  readonly benefits: readonly BenefitValue[];
  readonly status: RolledStatus;
  /** Undefined: a figure cannot be converted, or no cost to go is stated. */
  readonly outlook: BookOutlook | undefined;
  /** What attributed value to go exceeds what is likely of it by. */
  readonly unlikely: number;
  /** Spent already. Undefined: nobody said, or what is said cannot be converted. */
  readonly sunk: number | undefined;
  /** Where both state cost by year, whether the figures of a component take in those of its parts. */
  readonly overlaps: readonly { readonly id: RecordId; readonly includes: boolean }[];
}

/** Present values of one component of its own, and where `undefined` nobody said. */
interface Own {
  readonly valueToGo: number;
  readonly valueAnyway: number;
  readonly unlikely: number;
  readonly costToGo: number | undefined;
  readonly committed: number | undefined;
  readonly exit: number | undefined;
  readonly sunk: number | undefined;
}

type Costs = Pick<Own, 'costToGo' | 'committed' | 'exit' | 'sunk'>;

/**
 * Value adds up over the parts: a share of a benefit belongs to one component. A cost that is stated once for the whole
 * is taken before the sum of the parts', see `together`.
 */
export function wholeOf(counsel: Counsel, id: RecordId): Whole {
  const ids = withParts(counsel.book, id);
  const own = new Map(ids.map((each) => [each, ownOf(counsel, each)]));
  const overlaps: { id: RecordId; includes: boolean }[] = [];
  const costs = costsBelow(counsel, id, own, overlaps, new Set());
  const sum = (of: (own: Own) => number) => ids.reduce((all, each) => all + of(own.get(each) as Own), 0);
  const benefits = benefitsOf(counsel, ids);
  return {
    ids,
    benefits,
    status: statusOf(benefits, new Set(ids)),
    outlook:
      costs.costToGo === undefined || ids.some((each) => !isSummable(counsel, each))
        ? undefined
        : outlookFrom(
            sum((each) => each.valueToGo),
            sum((each) => each.valueAnyway),
            costs.costToGo,
            costs,
          ),
    unlikely: sum((each) => each.unlikely),
    sunk: ids.some((each) => spentOf(counsel, each) === 'unlike') ? undefined : costs.sunk,
    overlaps,
  };
}

function outlookFrom(valueToGo: number, valueAnyway: number, costToGo: number, { committed, exit }: Costs) {
  const outlook = {
    valueToGo,
    valueAnyway,
    costToGo,
    unavoidableCost: Math.max(0, Math.min(committed ?? 0, costToGo)),
    exitCost: exit ?? 0,
  };
  return { ...outlook, continuing: worthOfContinuing(outlook) };
}

/** Problems of an appraisal that only say that one of its two sides is empty. */
const ONE_SIDED: ReadonlySet<string> = new Set(['value.noCostByYear', 'value.noBenefitByYear']);

/** A sum that leaves a part out for want of a rate would be a wrong sum. */
function isSummable(counsel: Counsel, id: RecordId): boolean {
  const { problem } = appraisalOf(counsel, id);
  const { committedCost, exitCost } = counsel.book.get('component', id) ?? {};
  return (
    (!problem || ONE_SIDED.has(problem.code)) && [committedCost, exitCost].every((each) => converts(counsel, each))
  );
}

/** On the valuation date, as present values are. */
function presentOf({ book, terms }: Counsel, money: Money | undefined): number | undefined {
  if (!money) return undefined;
  const conversion = converterOf(book).convert(money.currency, money.base, monthIndex(terms.valuationDate));
  return isProblem(conversion) ? undefined : Math.round(money.minor * conversion.factor);
}

export const converts = (counsel: Counsel, money: Money | undefined): boolean =>
  money === undefined || presentOf(counsel, money) !== undefined;

/** As stated, else what the years before the valuation date cost. */
export function spentOf(counsel: Counsel, id: RecordId): number | 'unlike' | undefined {
  const stated = known(counsel.book.get('component', id)?.costToDate);
  if (stated) return inBook(counsel, stated) ?? 'unlike';
  const { sunkCost } = appraisalOf(counsel, id).streams;
  return sunkCost === 0 ? undefined : sunkCost;
}

function ownOf(counsel: Counsel, id: RecordId): Own {
  const { book, value, terms } = counsel;
  const appraisal = appraisalOf(counsel, id);
  const { costs, benefits, likely } = appraisal.streams;
  // what costs and brings nothing that is stated is judged too: its value to go is nothing
  const figures = appraisal.figures ?? figuresOf(costs, benefits, terms);
  const outlook = outlookOf(book, value, id, { ...appraisal, figures }, terms);
  const { committedCost, exitCost } = book.get('component', id) ?? {};
  // nobody owes less than nothing, and leaving costs no less
  const atLeastNothing = (money: Money | undefined) => {
    const present = presentOf(counsel, money);
    return present === undefined ? undefined : Math.max(0, present);
  };
  const spent = spentOf(counsel, id);
  return {
    valueToGo: figures.presentBenefits,
    valueAnyway: outlook?.valueAnyway ?? 0,
    unlikely: figures.presentBenefits - (appraisal.likely ?? figuresOf(costs, likely, terms)).presentBenefits,
    costToGo: costs.some((cost) => cost !== 0) ? figures.presentCosts : undefined,
    committed: atLeastNothing(committedCost),
    exit: atLeastNothing(exitCost),
    sunk: spent === 'unlike' ? undefined : spent,
  };
}

/** Each cost of a component with its parts. `met`: where a merge has closed a circle, each still counts once. */
function costsBelow(
  counsel: Counsel,
  id: RecordId,
  all: ReadonlyMap<RecordId, Own>,
  overlaps: { id: RecordId; includes: boolean }[],
  met: Set<RecordId>,
): Costs {
  met.add(id);
  const own = all.get(id) as Own;
  const parts = where(counsel.book, 'component', 'parent', id)
    .filter((part) => !met.has(part.id))
    .map((part) => costsBelow(counsel, part.id, all, overlaps, met));
  const of = (figure: keyof Costs) =>
    together(
      own[figure],
      parts.map((part) => part[figure]),
    );
  const cost = of('costToGo');
  if (cost.includes !== undefined) overlaps.push({ id, includes: cost.includes });
  return { costToGo: cost.sum, committed: of('committed').sum, exit: of('exit').sum, sunk: of('sunk').sum };
}

/**
 * A figure of the whole stands before the sum of its parts' (so whole-life cost is added up, too); but one that is smaller
 * than theirs together cannot take them in: it is the component's own share of the work, and stands beside them.
 */
export function together(
  own: number | undefined,
  parts: readonly (number | undefined)[],
): { readonly sum: number | undefined; readonly includes: boolean | undefined } {
  const stated = parts.filter((part) => part !== undefined);
  if (stated.length === 0) return { sum: own, includes: undefined };
  const sum = stated.reduce((all, part) => all + part, 0);
  if (own === undefined) return { sum, includes: undefined };
  const includes = Math.abs(own) >= Math.abs(sum);
  return { sum: includes ? own : own + sum, includes };
}

function benefitsOf({ value }: Counsel, ids: readonly RecordId[]): BenefitValue[] {
  const all = new Set(ids.flatMap((id) => [...(value.components.get(id)?.benefits ?? [])]));
  return [...all].filter(({ benefit }) => isLive(benefit));
}

/** By what any of them is attributed of the lead measures. */
function statusOf(benefits: readonly BenefitValue[], ids: ReadonlySet<RecordId>): RolledStatus {
  return rollStatus(
    benefits.map(({ benefit, lead, status }) => {
      const claims = (lead?.claims ?? []).filter(({ share }) => ids.has(share.component));
      return {
        status,
        weight: claims.length === 0 ? undefined : claims.reduce((sum, { planToDate }) => sum + planToDate, 0),
        critical: benefit.critical === true,
      };
    }),
  );
}
