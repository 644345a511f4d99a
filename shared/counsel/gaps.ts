// What the book does not say of a component looked at forward, or says in money that cannot be added: each named, none zero in silence.
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { isAbsent, known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { COUNTED } from '#shared/value/streams.ts';
import { appraisalOf, type Counsel } from './counsel.ts';
import { converts, spentOf, type Whole } from './whole.ts';

/** A key of `shared/words`, with names to fill it. */
export type Gap = Pick<Problem, 'code' | 'args'>;

/** What stops the sum first, then what it leans on, then what stands beside it. */
export function gapsOf(counsel: Counsel, whole: Whole): Gap[] {
  const components = whole.ids.flatMap((id) => counsel.book.get('component', id) ?? []);
  return [
    ...sideGaps(counsel, whole),
    ...components.flatMap((component) => moneyGaps(counsel, component)),
    ...unstated(counsel, whole.ids, 'committedCost', 'Committed'),
    ...unstated(counsel, whole.ids, 'exitCost', 'Exit'),
    ...(isConfident(whole) ? [] : [{ code: 'stopping.noConfidence' }]),
    ...partGaps(counsel, whole),
    ...besideGaps(counsel, whole.benefits),
  ];
}

/** Every benefit behind it states how sure its owner is: only then is there a likely figure. */
export const isConfident = ({ benefits }: Whole): boolean =>
  benefits.every(({ benefit }) => benefit.confidence !== undefined);

const nameOf = ({ book }: Counsel, id: RecordId): string => book.get('component', id)?.name ?? '';

/** No cost by year, no benefit by year, or a rate of the other kind than the prices: of the whole. */
function sideGaps(counsel: Counsel, { ids }: Whole): Gap[] {
  const all = ids.map((id) => appraisalOf(counsel, id));
  if (counsel.terms.problem) return [counsel.terms.problem];
  const isEmpty = (side: 'costs' | 'benefits') => all.every(({ streams }) => streams[side].every((flow) => flow === 0));
  if (all.some(({ problem }) => isUnlike(problem))) return [];
  if (isEmpty('costs')) return [{ code: 'value.noCostByYear' }];
  return isEmpty('benefits') ? [{ code: 'value.noBenefitByYear' }] : [];
}

const isUnlike = (problem: Problem | undefined): problem is Problem =>
  problem?.code === 'value.noRate' || problem?.code === 'value.noDeflator';

/** Figures that cannot be converted, that are withheld, or that cannot be. */
function moneyGaps(counsel: Counsel, component: Entry<'component'>): Gap[] {
  const { id, name, committedCost, exitCost, costToDate } = component;
  const gaps: Gap[] = [];
  const { problem } = appraisalOf(counsel, id);
  if (isUnlike(problem))
    gaps.push({ code: 'stopping.unlike.costByYear', args: { name, currency: String(problem.args?.from ?? '') } });
  for (const [figure, money] of [
    ['committedCost', committedCost],
    ['exitCost', exitCost],
  ] as const) {
    if (money && !converts(counsel, money))
      gaps.push({ code: `stopping.unlike.${figure}`, args: { name, currency: money.currency } });
    // refused where it is typed, but a file from elsewhere may bring it
    if (money && money.minor < 0) gaps.push({ code: `stopping.negative.${figure}`, args: { name } });
  }
  if (spentOf(counsel, id) === 'unlike')
    gaps.push({ code: 'stopping.unlike.costToDate', args: { name, currency: known(costToDate)?.currency ?? '' } });
  if (isAbsent(costToDate) && costToDate.absent !== 'blank')
    gaps.push({ code: 'stopping.withheldSpent', args: { name } });
  const years = withheldYears(component, counsel.terms.firstYear).size;
  if (years > 0) gaps.push({ code: 'stopping.withheldYears', args: { name, count: years } });
  return gaps;
}

/** Years to go whose cost is stated not to be known; a plan stands in for a forecast that is not. */
function withheldYears(component: Entry<'component'>, firstYear: number): Set<number> {
  const years = new Set<number>();
  for (const [field, value] of Object.entries(component)) {
    const [, series, text] = /^(costForecast|costPlan|runningCost)\/(\d{4})$/.exec(field) ?? [];
    const year = Number(text);
    if (!series || year < firstYear || !isAbsent(value) || value.absent === 'blank') continue;
    const other = series === 'costPlan' ? 'costForecast' : 'costPlan';
    if (series === 'runningCost' || known(component[`${other}/${year}`]) === undefined) years.add(year);
  }
  return years;
}

/** Stated by the component for the whole, else by each of its parts; where only some do, that is said. */
function unstated(
  { book }: Counsel,
  ids: readonly RecordId[],
  figure: 'committedCost' | 'exitCost',
  word: 'Committed' | 'Exit',
): Gap[] {
  const [own, ...parts] = ids.map((id) => book.get('component', id)?.[figure] !== undefined);
  if (own || (parts.length > 0 && parts.every((each) => each))) return [];
  return [{ code: parts.some((each) => each) ? `stopping.some${word}` : `stopping.no${word}` }];
}

/** How a component's own cost stands to that of its parts, and parts that bring value at no cost. */
function partGaps(counsel: Counsel, { ids, overlaps }: Whole): Gap[] {
  const isFree = (id: RecordId): boolean =>
    appraisalOf(counsel, id).streams.costs.every((cost) => cost === 0) &&
    where(counsel.book, 'component', 'parent', id).length === 0;
  const brings = (id: RecordId) => appraisalOf(counsel, id).streams.benefits.some((flow) => flow !== 0);
  return [
    ...overlaps.map(({ id, includes }) => ({
      code: includes ? 'stopping.ownIncludes' : 'stopping.ownBeside',
      args: { name: nameOf(counsel, id) },
    })),
    ...ids
      .slice(1)
      .filter((id) => isFree(id) && brings(id))
      .map((id) => ({ code: 'stopping.partNoCost', args: { name: nameOf(counsel, id) } })),
  ];
}

/** DOMAIN: what has no money value enters no money total and is counted beside it. */
function besideGaps({ terms }: Counsel, benefits: readonly BenefitValue[]): Gap[] {
  const judged = benefits.filter(({ benefit }) => benefit.rank !== 'intermediate');
  const counted = COUNTED[terms.perspective];
  const classes = ({ worth }: BenefitValue) => MONEY_CLASSES.filter((group) => worth[group].gross !== 0);
  const isPriced = ({ measures }: BenefitValue) => measures.some(({ priced }) => 'money' in priced);
  const lacksRate = ({ measures }: BenefitValue) => measures.some(({ priced }) => 'problem' in priced);
  const count = (code: string, those: readonly BenefitValue[]): Gap[] =>
    those.length > 0 ? [{ code, args: { count: those.length } }] : [];
  return [
    ...count('stopping.unlikeBenefits', judged.filter(lacksRate)),
    ...count(
      'stopping.unpriced',
      judged.filter((each) => !isPriced(each) && !lacksRate(each)),
    ),
    ...count(
      'stopping.otherValue',
      judged.filter((each) => classes(each).length > 0 && !classes(each).some((group) => counted.includes(group))),
    ),
  ];
}
