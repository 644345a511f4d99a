// Stop, pivot or scale: looking forward only, what going on is worth, who would be harmed, and what the money could do.
import type { Entry } from '#shared/domain/book.ts';
import { known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Impact, impactOf } from '#shared/sight/impact.ts';
import { type Appraisal, figuresOf } from '#shared/value/appraisal.ts';
import { type BookOutlook, outlookOf } from '#shared/value/outlook.ts';
import { appraisalOf, type Counsel, inBook } from './counsel.ts';

export const PROPOSALS = ['stop', 'pivot', 'scale', 'continue'] as const;
export type Proposal = (typeof PROPOSALS)[number];

/** A key of `shared/words` under 'stopping.', with money in whole minor units of the book. */
export interface StopReason {
  readonly code: string;
  readonly minor?: number;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** What freed money could be put to: work that waits for it. */
export interface Use {
  readonly component: RecordId;
  /** Present values in minor units. */
  readonly cost: number;
  readonly npv: number;
}

export interface Stopping {
  readonly component: Entry<'component'>;
  readonly currency: string;
  /** Spent already: shown greyed, in no total. Undefined: nobody said. */
  readonly sunk: number | undefined;
  readonly outlook: BookOutlook | undefined;
  /** The same on what is likely rather than what is planned. */
  readonly likely: number | undefined;
  /** Present cost that stopping avoids, less what leaving costs. */
  readonly freed: number | undefined;
  /** Benefits lost downstream, as the map answers. */
  readonly impact: Impact;
  readonly uses: readonly Use[];
  /** What the book does not say, by code: the answer leans on it. */
  readonly missing: readonly string[];
  /** Undefined: the book does not say enough. It proposes and never decides. */
  readonly proposal: Proposal | undefined;
  readonly reasons: readonly StopReason[];
}

/** Below this part of the value to go the answer is close enough to turn on one assumption. */
const CLOSE = 0.1;
/** Worth of going on, for each unit of avoidable cost, from which doing more of it is put forward. */
const WORTH_SCALING = 1;

export function stoppingOf(counsel: Counsel, id: RecordId): Stopping | undefined {
  const { book, value, graph, terms } = counsel;
  const component = book.get('component', id);
  if (!component) return undefined;
  const appraisal = appraisalOf(counsel, id);
  const outlook = outlookOf(book, value, id, forwardOnly(appraisal, counsel), terms);
  const impact = impactOf(book, value, graph, id);
  const freed = outlook && outlook.costToGo - outlook.unavoidableCost - outlook.exitCost;
  const { proposal, reasons } = propose(counsel, component, outlook, appraisal);
  return {
    component,
    currency: terms.currency,
    sunk: sunkOf(counsel, component, appraisal),
    outlook,
    likely: outlook && isConfident(value, id) ? likelyWorth(outlook, appraisal) : undefined,
    freed,
    impact,
    uses: freed !== undefined && freed > 0 ? usesOf(counsel, id, freed) : [],
    missing: missingOf(counsel, component, appraisal),
    proposal,
    reasons,
  };
}

/** What costs and brings nothing that is stated is judged too: its value to go is nothing. */
function forwardOnly(appraisal: Appraisal, { terms }: Counsel): Appraisal {
  if (appraisal.figures || appraisal.problem?.code !== 'value.noBenefitByYear') return appraisal;
  return { ...appraisal, figures: figuresOf(appraisal.streams.costs, appraisal.streams.benefits, terms) };
}

function sunkOf(counsel: Counsel, component: Entry<'component'>, { streams }: Appraisal): number | undefined {
  const spent = known(component.costToDate);
  if (spent) return inBook(counsel, spent);
  return streams.sunkCost === 0 ? undefined : streams.sunkCost;
}

/** The worth of going on with risk-adjusted benefits in place of attributed ones. */
const likelyWorth = (outlook: BookOutlook, { figures, likely }: Appraisal): number =>
  figures && likely ? outlook.continuing - (figures.presentBenefits - likely.presentBenefits) : outlook.continuing;

function missingOf({ value }: Counsel, component: Entry<'component'>, { problem }: Appraisal): string[] {
  const missing: string[] = problem ? [problem.code] : [];
  if (component.committedCost === undefined) missing.push('stopping.noCommitted');
  if (component.exitCost === undefined) missing.push('stopping.noExit');
  if (!isConfident(value, component.id)) missing.push('stopping.noConfidence');
  return missing;
}

/** Every benefit behind it states how sure its owner is: only then is there a likely figure. */
const isConfident = ({ components }: Counsel['value'], id: RecordId): boolean =>
  (components.get(id)?.benefits ?? []).every(({ benefit }) => benefit.confidence !== undefined);

function propose(
  { value }: Counsel,
  component: Entry<'component'>,
  outlook: BookOutlook | undefined,
  appraisal: Appraisal,
): Pick<Stopping, 'proposal' | 'reasons'> {
  if (!outlook) return { proposal: undefined, reasons: [] };
  const { continuing, valueToGo, costToGo, unavoidableCost } = outlook;
  const likely = isConfident(value, component.id) ? likelyWorth(outlook, appraisal) : undefined;
  const status = value.components.get(component.id)?.status.status;
  const avoidable = costToGo - unavoidableCost;
  const reasons: StopReason[] = [
    continuing < 0
      ? { code: 'stopping.worthLess', minor: -continuing }
      : { code: 'stopping.worthMore', minor: continuing },
  ];
  if (valueToGo === 0) reasons.push({ code: 'stopping.nothingToGo' });
  else if (Math.abs(continuing) < CLOSE * valueToGo) reasons.push({ code: 'stopping.close' });
  if (continuing >= 0 && likely !== undefined && likely < 0)
    reasons.push({ code: 'stopping.likelyLess', minor: -likely });
  if (status === 'offTrack') reasons.push({ code: 'stopping.offTrack' });
  if (component.law) reasons.push({ code: 'stopping.law', args: { law: component.law } });
  if (continuing < 0) return { proposal: component.law ? 'pivot' : 'stop', reasons };
  if ((likely ?? 0) < 0 || status === 'offTrack') return { proposal: 'pivot', reasons };
  if (status === 'onTrack' && avoidable > 0 && likely !== undefined && likely >= WORTH_SCALING * avoidable)
    return {
      proposal: 'scale',
      reasons: [...reasons, { code: 'stopping.returns', args: { times: likely / avoidable } }],
    };
  return { proposal: 'continue', reasons };
}

/** Work not begun that what is freed would pay for in full, the most worth for its cost first. */
function usesOf(counsel: Counsel, stopped: RecordId, freed: number): Use[] {
  const uses: Use[] = [];
  for (const { id, work } of counsel.book.all('component')) {
    if (id === stopped || (work !== 'idea' && work !== 'candidate' && work !== 'approved')) continue;
    const { figures } = appraisalOf(counsel, id);
    if (!figures || figures.npv <= 0 || figures.presentCosts > freed) continue;
    uses.push({ component: id, cost: figures.presentCosts, npv: figures.npv });
  }
  return uses.sort((a, b) => b.npv / b.cost - a.npv / a.cost).slice(0, 5);
}
