// Stop, pivot or scale: looking forward only, what going on is worth, who would be harmed, and what the money could do.
import type { ValueStatus } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { ancestry } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Impact, impactOf } from '#shared/sight/impact.ts';
import type { BookOutlook } from '#shared/value/outlook.ts';
import { appraisalOf, type Counsel } from './counsel.ts';
import { type Gap, gapsOf, isConfident } from './gaps.ts';
import { type Whole, wholeOf } from './whole.ts';

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
  /** What is part of it, and stops with it. */
  readonly parts: readonly RecordId[];
  readonly currency: string;
  /** Spent already: shown greyed, in no total. Undefined: nobody said, or it cannot be converted. */
  readonly sunk: number | undefined;
  readonly outlook: BookOutlook | undefined;
  /** The same on what is likely rather than what is planned. */
  readonly likely: number | undefined;
  /** Present cost that stopping avoids, less what leaving costs. */
  readonly freed: number | undefined;
  /** Benefits lost downstream, as the map answers. */
  readonly impact: Impact;
  readonly uses: readonly Use[];
  /** What the book does not say, or says in money that does not add up: the answer leans on it. */
  readonly gaps: readonly Gap[];
  /** The codes of the gaps. */
  readonly missing: readonly string[];
  /** Undefined: the book does not say enough. It proposes and never decides. */
  readonly proposal: Proposal | undefined;
  readonly reasons: readonly StopReason[];
}

/** Below this part of the value to go the answer is close enough to turn on one assumption. */
const CLOSE = 0.1;
/** Worth of going on, for each unit of avoidable cost, from which doing more of it is put forward. */
const WORTH_SCALING = 1;

/** What is part of a component stops with it: every figure is of the component with its parts. */
export function stoppingOf(counsel: Counsel, id: RecordId): Stopping | undefined {
  const { book, value, graph, terms } = counsel;
  const component = book.get('component', id);
  if (!component) return undefined;
  const whole = wholeOf(counsel, id);
  const { outlook, sunk } = whole;
  const likely = outlook && isConfident(whole) ? outlook.continuing - whole.unlikely : undefined;
  const freed = outlook && outlook.costToGo - outlook.unavoidableCost - outlook.exitCost;
  const gaps = gapsOf(counsel, whole);
  const law = lawOf(book, whole);
  return {
    component,
    parts: whole.ids.slice(1),
    currency: terms.currency,
    sunk,
    outlook,
    likely,
    freed,
    impact: impactOf(book, value, graph, id),
    uses: freed !== undefined && freed > 0 ? usesOf(counsel, whole, freed) : [],
    gaps,
    missing: gaps.map(({ code }) => code),
    ...(outlook ? propose(outlook, likely, whole.status.status, law) : { proposal: undefined, reasons: [] }),
  };
}

/** The law that demands it, what it is part of, or a part of it. */
const lawOf = (book: Book, { ids: [id, ...parts] }: Whole): string | undefined =>
  [...ancestry(book, id), ...parts]
    .map((each) => book.get('component', each)?.law?.trim())
    .find((law) => law !== undefined && law !== '');

function propose(
  { continuing, valueToGo, costToGo, unavoidableCost }: BookOutlook,
  likely: number | undefined,
  status: ValueStatus,
  law: string | undefined,
): Pick<Stopping, 'proposal' | 'reasons'> {
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
  if (law) reasons.push({ code: 'stopping.law', args: { law } });
  if (continuing < 0) return { proposal: law ? 'pivot' : 'stop', reasons };
  if ((likely ?? 0) < 0 || status === 'offTrack') return { proposal: 'pivot', reasons };
  if (status === 'onTrack' && avoidable > 0 && likely !== undefined && likely >= WORTH_SCALING * avoidable)
    return {
      proposal: 'scale',
      reasons: [...reasons, { code: 'stopping.returns', args: { times: likely / avoidable } }],
    };
  return { proposal: 'continue', reasons };
}

/** Work not begun that what is freed would pay for in full, the most worth for its cost first. */
function usesOf(counsel: Counsel, { ids }: Whole, freed: number): Use[] {
  const uses: Use[] = [];
  for (const { id, work } of counsel.book.all('component')) {
    if (ids.includes(id) || (work !== 'idea' && work !== 'candidate' && work !== 'approved')) continue;
    const { figures } = appraisalOf(counsel, id);
    if (!figures || figures.npv <= 0 || figures.presentCosts > freed) continue;
    uses.push({ component: id, cost: figures.presentCosts, npv: figures.npv });
  }
  return uses.sort((a, b) => b.npv / b.cost - a.npv / a.cost).slice(0, 5);
}
