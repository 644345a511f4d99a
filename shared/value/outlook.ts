// Looking forward only, from the book: what a component still brings and still costs, and what stopping it would change.

import { stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Appraisal, factorsOf, type Terms } from './appraisal.ts';
import type { BookValue } from './book-value.ts';
import { type Outlook, worthOfContinuing } from './forward.ts';
import { COUNTED, streamsOf } from './streams.ts';

/** What was realised already goes on flowing when the component is stopped. */
const FLOWS_ANYWAY: ReadonlySet<string> = new Set(['realised', 'sustaining', 'sustained', 'eroded']);

export interface BookOutlook extends Outlook {
  readonly continuing: number;
}

/** Present values in whole minor units; undefined where the component cannot be appraised. */
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
  const outlook: Outlook = {
    valueToGo: appraisal.figures.presentBenefits,
    valueAnyway: flows.reduce((sum, flow, t) => sum + flow * (factors[t] ?? 0), 0),
    costToGo: appraisal.figures.presentCosts,
    unavoidableCost: Math.min(component.committedCost?.minor ?? 0, appraisal.figures.presentCosts),
    exitCost: component.exitCost?.minor ?? 0,
  };
  return { ...outlook, continuing: worthOfContinuing(outlook) };
}
