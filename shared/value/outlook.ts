// Looking forward only, from the book: what a component still brings and still costs, and what stopping it would change.

import { stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { monthIndex } from '#shared/kit/period.ts';
import { type Appraisal, factorsOf, type Terms } from './appraisal.ts';
import type { BookValue } from './book-value.ts';
import { converterOf, isProblem } from './convert.ts';
import { type Outlook, worthOfContinuing } from './forward.ts';
import { COUNTED, streamsOf } from './streams.ts';

/** What was realised already goes on flowing when the component is stopped. */
const FLOWS_ANYWAY: ReadonlySet<string> = new Set(['realised', 'sustaining', 'sustained', 'eroded']);

export interface BookOutlook extends Outlook {
  readonly continuing: number;
}

/** Present values in whole minor units; undefined where the component cannot be appraised, or a cost not be converted. */
export function outlookOf(
  book: Book,
  value: BookValue,
  id: RecordId,
  appraisal: Appraisal,
  terms: Terms,
): BookOutlook | undefined {
  const component = book.get('component', id);
  const own = value.components.get(id);
  if (!component || !own || !appraisal.figures) return undefined;
  const anyway = own.claims.filter((claim) => {
    const benefit = book.get('benefit', claim.benefit);
    return COUNTED[terms.perspective].includes(claim.class) && benefit && FLOWS_ANYWAY.has(stateOfBenefit(benefit));
  });
  const flows = streamsOf(new Map(), new Map(), { ...own, claims: anyway }, terms).benefits;
  const factors = factorsOf(terms, flows.length);
  const converter = converterOf(book);
  let isUnlike = false;
  /** In the book's currency and prices on the valuation date. */
  const inBook = (money: Money | undefined): number => {
    if (!money) return 0;
    const conversion = converter.convert(money.currency, money.base, monthIndex(terms.valuationDate));
    if (isProblem(conversion)) isUnlike = true;
    return isProblem(conversion) ? 0 : Math.round(money.minor * conversion.factor);
  };
  const outlook: Outlook = {
    valueToGo: appraisal.figures.presentBenefits,
    valueAnyway: flows.reduce((sum, flow, t) => sum + flow * (factors[t] ?? 0), 0),
    costToGo: appraisal.figures.presentCosts,
    unavoidableCost: Math.min(inBook(component.committedCost), appraisal.figures.presentCosts),
    exitCost: inBook(component.exitCost),
  };
  // a sum that leaves a part out for want of a rate would be a wrong sum
  if (isUnlike) return undefined;
  return { ...outlook, continuing: worthOfContinuing(outlook) };
}
